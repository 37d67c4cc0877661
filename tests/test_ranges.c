/* test_ranges.c: what indices range over, for documents of a few lines. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "check/model/model.h"
#include "printed.h"

/* "w 1..4 0..2?, x 1..4; i 1..4": the places below each symbol that has some, "?" if guessed and "-" if unknown; then
 * letters: given ones; chosen with "chosen", and those nobody gives with "assumed". */
static const char *printed_ranges(const char *text)
{
    static char printed[2000];
    struct arena arena = {NULL};
    struct source source;
    struct place place;
    struct warnings warnings = {.arena = &arena};
    cr_assert(source_text(&source, "test", text, strlen(text), &arena, &place).code == REASON_NONE);
    const struct model *m = model_make(statements_read(&source, &arena), &warnings, &arena);
    memset(printed, 0, sizeof printed);
    FILE *out = fmemopen(printed, sizeof printed - 1, "w");
    cr_assert(out != NULL);
    const char *between = "";
    for (size_t n = 0; n < m->symbols.n; n++) {
        const struct symbol *s = &m->symbols.symbol[n];
        if (s->arity == 0 && !s->size)
            continue;
        fprintf(out, "%s%s", between, symbols_name(&m->symbols, (unsigned)n + 1, &arena));
        if (s->size)
            fprintf(out, " is %ld", s->value);
        for (size_t k = 0; k < s->arity; k++)
            if (s->position[k].known)
                fprintf(out, " %ld..%ld%s", s->position[k].low, s->position[k].high,
                        s->position[k].guessed ? "?" : "");
            else
                fputs(" -", out);
        fputs(s->listed ? " listed" : "", out);
        between = ", ";
    }
    between = "; ";
    for (int c = 0; c < 128; c++)
        if (m->ranges.letter[c].known) {
            fprintf(out, "%s%c %ld..%ld", between, c, m->ranges.letter[c].low,
                    m->ranges.letter[c].high);
            between = ", ";
        }
    for (size_t n = 0; n < m->ranges.chosen.n; n++)
        fprintf(out, "; %s chosen", m->ranges.chosen.name[n]);
    for (size_t n = 0; n < m->ranges.assumed.n; n++)
        fprintf(out, "; %s assumed", m->ranges.assumed.name[n]);
    fclose(out);
    arena_free(&arena);
    return printed;
}

Test(ranges, are_found)
{
    static const char *const cases[][2] = {
        /* sums say it, for all symbols below which their letter stands */
        {"s_j = Σ_{i=1}^4 w_ij x_i\n", "s -, w 1..4 -, x 1..4; i 1..4"},
        /* a condition beside a definition holds for the letters of it */
        {"s_j = Σ_{i=1}^4 w_ij x_i, j = 0, 1, 2\n", "s 0..2, w 1..4 0..2, x 1..4; i 1..4, j 0..2"},
        {"$$s_j = w_j x \\quad (0 \\le j < 3)$$\n", "s 0..2, w 0..2"},
        {"$$s_j = w_j x, \\quad j \\in \\{2, 3\\}$$\n", "s 2..3, w 2..3; j 2..3"},
        /* a range spreads through definitions, forwards and backwards */
        {"h_j = tanh(z_j)\nz_j = a_j b\no = Σ_{k=0}^3 h_k\n", "h 0..3, z 0..3, a 0..3; k 0..3"},
        {"o = Σ_{k=0}^3 h_k\nh_j = tanh(z_j)\n", "h 0..3, z 0..3; k 0..3"},
        /* numbers below a symbol are a guess, if there are several */
        {"a = w_0 + w_1\ns = Σ_j w_j v_j\n", "w 0..1?, v 0..1?"},
        {"a = w_2\ns = Σ_j w_j v_j\n", "w -, v -; j assumed"},
        /* but what a list has is all there is */
        {"l = [l_0, l_1, l_2]\ns = Σ_j l_j\n", "l 0..2"},
        /* numbers alone, in definitions: only these entries are known */
        {"s = w_0 + w_1 x_1\n", "w 0..1? listed, x - listed"},
        {"s = w_0 + w_1 x_1\ny = Σ_{j=0}^1 w_j\n", "w 0..1, x - listed; j 0..1"},
        /* a limit that is a name is a size, with a value of its own or that of the document */
        {"s = Σ_{i=1}^N x_i\n", "x 1..5, N is 5; i 1..5"},
        {"N = 4\ns = Σ_{i=1}^N x_i\n", "N is 4, x 1..4; i 1..4"},
        {"N = 2 M\ns = Σ_{i=1}^N x_i\n", "x -"},
        {"s = Σ_{i=0}^{N-1} x_i\n", "x 0..4, N is 5; i 0..4"},
        /* sums without limits */
        {"s = Σ_i x_i\n", "x -; i assumed"},
        {"s = Σ_i Σ_j w_ij\n", "w - -; i assumed; j assumed"},
        /* an index that stands for one value */
        {"L = -log p_c\np_k = e^{z_k}/Σ_{j=0}^2 e^{z_j}\n", "p 0..2, z 0..2; j 0..2; c chosen"},
        /* the first range that is given stays */
        {"a = Σ_{i=1}^3 x_i\nb = Σ_{i=0}^9 x_i\n", "x 1..3; i 1..3"},
        /* equations only take what definitions leave open */
        {"E = w_1\ndE/dv_j = 0, j = 1, 2\n", "w - listed, v 1..2; j 1..2"},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
        expect_printed(cases[n][0], printed_ranges(cases[n][0]), cases[n][1]);
}
