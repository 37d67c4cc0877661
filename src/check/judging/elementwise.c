/* elementwise.c */
#include "check/judging/elementwise.h"

#include "check/expression/walk.h"
#include "check/judging/assignments.h"
#include "check/judging/points.h"
#include "check/judging/rewrites.h"

struct search {
    struct judging *j;
    const struct equation *e;
};

/* A letter that is no index in the equation. */
static const char *other_letter(const struct search *s)
{
    static const char *const letters[] = {"i", "j", "k", "p", "q", "r", "s", "u", "v"};
    for (size_t n = 0; n < sizeof letters / sizeof *letters; n++)
        if (!expr_has_index(s->e->left, letters[n]) && !expr_has_index(s->e->right, letters[n]))
            return letters[n];
    return NULL;
}

/* da_i/dz_k is not 0 for some k other than i, which stands at a place below z. */
static bool depends_on_others(const struct search *s, const struct expr *derivative, size_t place)
{
    struct arena *arena = s->j->arena;
    const struct expr *of = derivative->as.derivative.of, *by = derivative->as.derivative.by;
    const struct expr *letter = by->as.symbol.index.item[place];
    const char *name = other_letter(s);
    if (!name || !expr_is_letter(letter, letter->as.symbol.name.base) ||
        !expr_has_index(of, letter->as.symbol.name.base))
        return false;
    const struct expr *other = expr_symbol(arena, by->where, symbol_name_plain(name));
    struct equation e = *s->e;
    e.left = expr_derivative(arena, derivative->where, of, rewrites_index(arena, by, place, name));
    e.right = expr_whole(arena, derivative->where, 0);
    e.condition = expr_comparison(arena, letter, REL_NE, other);
    const struct assignments a = assignments_of(s->j, &e);
    const struct setting plain = {.draw = DRAW_ANY};
    return a.reason.code == REASON_NONE && points_all(s->j, &e, &a, &plain, 1).outcome == DIFFER;
}

static bool is_of_others(const struct expr *e, const void *with)
{
    if (e->kind != EXPR_DERIVATIVE || e->as.derivative.by->kind != EXPR_SYMBOL)
        return false;
    const struct expr_list *index = &e->as.derivative.by->as.symbol.index;
    for (size_t n = 0; n < index->n; n++)
        if (index->item[n]->kind == EXPR_SYMBOL && depends_on_others(with, e, n))
            return true;
    return false;
}

bool elementwise_only(struct judging *j, const struct equation *e)
{
    const struct search s = {j, e};
    return !expr_any(e->left, is_of_others, &s) && !expr_any(e->right, is_of_others, &s);
}
