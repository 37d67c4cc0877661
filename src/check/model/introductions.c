/* introductions.c: goes down both sides at once, to the one place where they differ. */
#include "check/model/introductions.h"

#include "check/expression/walk.h"

static bool is_symbol(const struct expr *e, const void *with)
{
    return e->kind == EXPR_SYMBOL && expr_same_head(e, with);
}

static bool mentions(const struct expr *e, const struct expr *symbol)
{
    return e && expr_any(e, is_symbol, symbol);
}

static bool was_read(const struct statement *s)
{
    return s->wrong.code == REASON_NONE;
}

/* The first statement of the chain, past links that could not be read as well. */
static const struct statement *chain_begin(const struct model *m, const struct statement *s)
{
    while (s > m->statements->statement && s->link)
        s--;
    return s;
}

/* Nothing but this chain says what the symbol is. */
static bool is_new(const struct model *m, const struct claim *c, const struct expr *symbol)
{
    const struct statement *begin = chain_begin(m, c->statement);
    for (size_t n = 0; n < m->statements->n; n++) {
        const struct statement *s = &m->statements->statement[n];
        if (!was_read(s))
            continue;
        if (s < begin && (mentions(s->left, symbol) || mentions(s->right, symbol)))
            return false;
        if ((!s->link || s < begin || s > c->statement) && expr_same_head(s->left, symbol))
            return false;
    }
    return true;
}

/* A letter or an entry, whose indices are letters or numbers. */
static bool can_be_new(const struct expr *e)
{
    if (e->kind != EXPR_SYMBOL)
        return false;
    for (size_t n = 0; n < e->as.symbol.index.n; n++) {
        const struct expr *index = e->as.symbol.index.item[n];
        if (index->kind != EXPR_NUMBER && (index->kind != EXPR_SYMBOL || index->as.symbol.index.n))
            return false;
    }
    return true;
}

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_PRIME;
}

/* What is said to be the value of a slope is a claim. */
static bool introduces(const struct model *m, const struct claim *c, const struct expr *symbol,
                       const struct expr *formula, const struct expr *other_side)
{
    return can_be_new(symbol) && !expr_is_constant(formula) && !expr_any(formula, is_slope, NULL) &&
           !mentions(other_side, symbol) && is_new(m, c, symbol);
}

/* Where two formulas differ, if it is at one place only; both null if they are the same. False if it is at more. */
static bool difference(const struct expr *a, const struct expr *b, const struct expr **left,
                       const struct expr **right)
{
    if (expr_same(a, b))
        return true;
    if (a->kind != EXPR_SYMBOL && a->kind != EXPR_DERIVATIVE && a->kind != EXPR_SUM &&
        a->kind != EXPR_CASES && expr_same_head(a, b) && expr_parts(a) == expr_parts(b)) {
        for (size_t n = 0; n < expr_parts(a); n++)
            if (!difference(expr_part(a, n), expr_part(b, n), left, right))
                return false;
        return true;
    }
    if (*left)
        return expr_same(*left, a) && expr_same(*right, b);
    *left = a;
    *right = b;
    return true;
}

struct introduction introductions_find(const struct model *m, const struct claim *c)
{
    const struct introduction none = {NULL, NULL};
    const struct expr *left = NULL, *right = NULL;
    if (!c->statement->link || c->statement->rel != REL_EQ ||
        !difference(c->left, c->right, &left, &right) || !left)
        return none;
    if (introduces(m, c, left, right, c->right))
        return (struct introduction){left, right};
    if (introduces(m, c, right, left, c->left))
        return (struct introduction){right, left};
    return none;
}
