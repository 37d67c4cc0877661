/* values.c: the values that the checker itself computes, beside which the statements of a certificate are held.
 *
 * values FILE: for each theorem, at a point of the checker: "theorem NAME SECTION", "index LETTER VALUE" of its letters,
 * "value NAME VALUE INDEX ..." of each free entry that it rests on, "left VALUE", "right VALUE". Names are as in the
 * certificate; values come from the document as the checker understands it, by nothing that writes certificates.
 */
#include <stdio.h>
#include <string.h>

#include "check/certificate/cells.h"
#include "check/certificate/lines.h"
#include "check/charity.h"
#include "check/expression/walk.h"
#include "check/reading/formulas.h"

static bool value_of(struct judging *j, struct sample *sample, const struct expr *e,
                     const struct binding *bound, double *value)
{
    struct dual d;
    dual_init(&d);
    const bool good = points_value(j, sample, e, bound, &d) && arb_is_finite(d.value);
    *value = arf_get_d(arb_midref(d.value), ARF_RND_NEAR);
    dual_clear(&d);
    return good;
}

/* The entries of a cell that nobody defines. */
static void put_cell(const struct section *s, struct judging *j, struct sample *sample, size_t n)
{
    const struct coq_cell *c = s->w.cell[n];
    const struct extent nowhere = {0, 0};
    for (size_t code = 0; c->id && code < cells_entries(c); code++) {
        const struct symbol *symbol = symbols_get(&s->w.model->symbols, c->id);
        struct expr *e = expr_symbol(s->w.arena, nowhere, symbol->name);
        char indices[100] = "";
        size_t rest = code, own = 0;
        double value;
        e->as.symbol.id = c->id;
        for (size_t k = 0; k < symbol->arity; k++) {
            if (k + 1 == s->w.place[c->id]) {
                expr_append(s->w.arena, e, expr_whole(s->w.arena, nowhere, c->level));
                continue;
            }
            const struct bounds r = c->range[own++];
            const size_t size = (size_t)(r.high - r.low + 1);
            const long at = r.low + (long)(rest % size);
            rest /= size;
            expr_append(s->w.arena, e, expr_whole(s->w.arena, nowhere, at));
            snprintf(indices + strlen(indices), sizeof indices - strlen(indices), " %ld", at);
        }
        if (value_of(j, sample, e, NULL, &value)) {
            printf("value %s %.17g%s\n", c->name, value, indices);
            if (c->rest)
                printf("value %s %.17g%s\n", s->w.cell[c->rest]->name, value, indices);
        }
    }
}

static void put_line(const struct section *s, struct judging *j, const struct line *l,
                     size_t section)
{
    const struct expr *side[] = {l->equation.left, l->equation.right};
    static const char *const name[] = {"left", "right"};
    struct binding bound[LETTERS_MAX];
    for (int draw = 0; draw < DRAWS; draw++) {
        const struct setting setting = {.draw = (enum draw)draw};
        struct sample *sample = points_sample(j, &l->equation, 0, &setting);
        const size_t last = l->letters.n ? l->letters.n - 1 : 0;
        const struct binding *bindings = assignments_bind(&l->letters, last, bound);
        double value[2];
        if (!value_of(j, sample, side[0], bindings, &value[0]) ||
            !value_of(j, sample, side[1], bindings, &value[1]))
            continue;
        printf("theorem %s %zu\n", l->name, section + 1);
        for (size_t n = 0; n < l->letters.letters; n++)
            printf("index %s %ld\n", coq_letter((struct writing *)&s->w, l->letters.letter[n]),
                   l->letters.value[last][n]);
        for (size_t n = 0; n < s->w.cells; n++)
            if (l->below[n] && (s->w.cell[n]->formulas == 0 || s->w.cell[n]->rest))
                put_cell(s, j, sample, n);
        for (int k = 0; k < 2; k++)
            printf("%s %.17g\n", name[k], value[k]);
        return;
    }
}

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    if (argc != 2 || source_read(&source, argv[1], &arena, &place).code != REASON_NONE)
        return 2;
    const struct formulas formulas = formulas_read(&source, &arena);
    const struct reading r = charity_read(&source, &formulas, 1, &arena);
    struct warnings unheard = {.arena = &arena};
    struct judging j = judging_begin(r.model, 1, &unheard, &arena);
    struct proof *proof = arena_new(&arena, (r.model->claims + 1) * sizeof *proof);
    for (size_t n = 0; n < r.model->sections; n++) {
        struct section *s = lines_of(&r, &source, &j, n, proof, &arena);
        for (size_t k = 0; k < s->lines; k++)
            if (!s->line[k].exists)
                put_line(s, &j, &s->line[k], n);
    }
    judging_end(&j);
    arena_free(&arena);
    return 0;
}
