/* refutations.c: wrong lines, at points that a reader can compute by hand. */
#include "check/certificate/cells.h"
#include "check/certificate/formula.h"
#include "check/certificate/theorems.h"

static bool is_given(const struct section *s, const struct line *l, size_t n)
{
    return l->below[n] && s->w.cell[n]->formulas == 0;
}

/* The value of an entry with indices i1, i2, ..., as a reader sees it. */
static const char *value_text(struct writing *w, const struct coq_cell *c, long mode)
{
    const char *sum = "";
    for (size_t n = 0; n < c->arity; n++)
        sum = arena_print(w->arena, "%si%zu + ", sum, n + 1);
    if (mode >= POINT_HOT)
        return arena_print(w->arena, "(if (i%zu =? %ld)%%Z then 1 else 0)", c->arity,
                           mode - POINT_HOT);
    switch (mode) {
    case POINT_ZERO:
        return "0";
    case POINT_ONE:
        return "1";
    case POINT_FIRST:
        return c->arity ? "IZR (i1 + 1)" : "3";
    case POINT_SECOND:
        return "IZR (i2 + 1)";
    default:
        return c->arity ? arena_print(w->arena, "1 / IZR (%s2)", sum) : "1 / 2";
    }
}

/* The hypothesis on one cell, with the proofs of its entries. */
static void give_cell(struct section *s, const struct line *l, size_t n, struct given *g)
{
    struct writing *w = &s->w;
    const struct coq_cell *c = w->cell[n];
    const struct expr *number = given_number(c, &l->equation);
    const char *all = "", *index = "";
    if (number) {
        given_item(
            w, g, "",
            given_hypothesis(
                w, g, arena_print(w->arena, "%s = %s", c->name, formula_text(w, number, false))));
        return;
    }
    for (size_t k = 0; k < c->arity; k++) {
        all = arena_print(w->arena, "%sall i%zu = %ld to %ld, ", all, k + 1, c->range[k].low,
                          c->range[k].high);
        index = arena_print(w->arena, "%s%si%zu", index, k ? ", " : ".[", k + 1);
    }
    const char *name =
        given_hypothesis(w, g,
                         arena_print(w->arena, "%s%s%s%s = %s", all, c->name, index,
                                     c->arity ? "]" : "", value_text(w, c, l->point.mode[n])));
    for (size_t code = 0; code < cells_entries(c); code++) {
        const char *proof = name;
        size_t rest = code, block = cells_entries(c);
        for (size_t k = 0; k < c->arity; k++) {
            block /= (size_t)(c->range[k].high - c->range[k].low + 1);
            const long value = c->range[k].low + (long)(rest / block);
            rest %= block;
            proof = arena_print(w->arena, "%s (%ld)%%Z (inside (%ld) (%ld) (%ld) eq_refl)", proof,
                                value, c->range[k].low, c->range[k].high, value);
        }
        given_item(w, g, "", arena_print(w->arena, "(%s)", proof));
    }
}

void refutations_write(struct section *s, size_t number, FILE *out)
{
    struct writing *w = &s->w;
    const struct line *l = &s->line[number];
    struct given g = given_nothing(w);
    const char *letters = "";
    for (size_t n = 0; n < w->cells; n++)
        if (is_given(s, l, n))
            give_cell(s, l, n, &g);
    for (size_t n = 0; n < l->letters.letters; n++)
        letters = arena_print(w->arena, "%s (%ld)%%Z", letters, l->point.index[n]);
    fprintf(out, "Definition point'%s : list item := let mode' := modes [", l->name);
    bool first = true;
    for (size_t n = 0; n < w->cells; n++)
        if (is_given(s, l, n) && !given_number(w->cell[n], &l->equation)) {
            fprintf(out, "%s(%zu%%positive, %ld)", first ? "" : "; ", n + FIRST_NUMBER,
                    l->point.mode[n]);
            first = false;
        }
    fputs("]%Z in\n  ", out);
    w->out = out;
    search_put_point(s, l);
    fprintf(out, ".\nTheorem %s_fails :%s\n  ", l->name, g.hypotheses);
    for (size_t n = 0; n < l->letters.letters; n++)
        fprintf(out, "let %s := (%ld)%%Z in ", coq_letter(w, l->letters.letter[n]),
                l->point.index[n]);
    fprintf(out, "%s <> %s.\n", l->shown[0], l->shown[1]);
    const char *about =
        arena_print(w->arena, "point'%s [left'%s%s; right'%s%s] (left'%s%s) (right'%s%s)", l->name,
                    l->name, letters, l->name, letters, l->name, letters, l->name, letters);
    fprintf(out,
            "Proof.\nintros%s.\nassert (K' : differs def'all %s = true) by (vm_cast_no_check "
            "(eq_refl true)).\n",
            g.intro, about);
    fprintf(out,
            "exact_no_check (differed env'all def'all ok'all point'%s [left'%s%s; right'%s%s] %s "
            "(left'%s%s) (right'%s%s) K').\nQed.\n",
            l->name, l->name, letters, l->name, letters, given_proof(w, &g), l->name, letters,
            l->name, letters);
}
