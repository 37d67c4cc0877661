/* summed.c */
#include "check/meaning/summed.h"

#include <string.h>

#include "check/expression/walk.h"

/* The sides of a chain: the left one of its first statement, then the right ones. */
struct chain {
    struct statement *first;
    size_t links;
};

static const struct expr *side(const struct chain *c, size_t n)
{
    return n == 0 ? c->first->left : c->first[n - 1].right;
}

/* The letter that the index of a sum may not be, or null. */
static const char *other_letter(const struct expr *e)
{
    const struct expr *c = e->kind == EXPR_SUM ? e->as.sum.condition : NULL;
    if (!c || e->as.sum.low || c->kind != EXPR_COMPARISON || c->as.comparison.relation != REL_NE ||
        !expr_is_letter(c->as.comparison.left, e->as.sum.index) ||
        c->as.comparison.right->kind != EXPR_SYMBOL || c->as.comparison.right->as.symbol.index.n)
        return NULL;
    return c->as.comparison.right->as.symbol.name.base;
}

static bool is_of_two_letters(const struct expr *e, const void *with)
{
    (void)with;
    return other_letter(e);
}

/* Another side than those with such sums has the letter of the index, and not the other one. */
static bool is_given(const struct chain *c, const struct expr *sum)
{
    for (size_t n = 0; n <= c->links; n++)
        if (!expr_any(side(c, n), is_of_two_letters, NULL) &&
            expr_has_index(side(c, n), sum->as.sum.index) &&
            !expr_has_index(side(c, n), other_letter(sum)))
            return true;
    return false;
}

static const struct expr *turn(struct arena *arena, const struct expr *e, void *with)
{
    const char *other = other_letter(e);
    if (!other || !is_given(with, e))
        return e;
    const struct expr *c = e->as.sum.condition;
    return expr_sum(arena, e->where, other, NULL, NULL,
                    expr_comparison(arena, c->as.comparison.right, REL_NE, c->as.comparison.left),
                    e->as.sum.body);
}

static bool goes_on(const struct statement *s)
{
    return s->link && s->wrong.code == REASON_NONE && s[-1].wrong.code == REASON_NONE &&
           s->left == s[-1].right;
}

void summed_settle(struct statements *all, struct arena *arena)
{
    for (size_t n = 0, links; n < all->n; n += links) {
        struct statement *s = &all->statement[n];
        for (links = 1; n + links < all->n && goes_on(s + links);)
            links++;
        if (s->wrong.code != REASON_NONE)
            continue;
        struct chain chain = {s, links};
        const struct expr **new = arena_new(arena, (links + 1) * sizeof *new);
        for (size_t k = 0; k <= links; k++)
            new[k] = expr_map(arena, side(&chain, k), turn, &chain);
        for (size_t k = 0; k < links; k++) {
            s[k].left = new[k];
            s[k].right = new[k + 1];
        }
    }
}
