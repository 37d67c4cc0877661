/* conditional.c */
#include "check/judging/conditional.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/vocabulary/functions.h"

/* dp_k/dz_j = p_k (1 - p_k) and dp_k/dz_j = -p_k p_j: each holds where the other does not. */
static bool is_other_case(const struct reading *r, size_t n, size_t k)
{
    const struct verdict *v = &r->verdict[n], *other = &r->verdict[k];
    return k != n && other->holds_where && strcmp(v->holds_where, other->holds_where) != 0 &&
           expr_same(r->model->claim[n].left, r->model->claim[k].left);
}

bool conditional_is_case(const struct reading *r, size_t n)
{
    const struct statement *s = r->model->claim[n].statement;
    const char *where = r->verdict[n].holds_where;
    if (s->of_cases || (s->beside_case && where && strchr(where, '='))) /* i = j, i != j */
        return true;
    for (size_t k = 0; k < r->model->claims; k++)
        if (is_other_case(r, n, k))
            return true;
    return false;
}

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_PRIME;
}

static bool is_symbol(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SYMBOL;
}

static bool is_composed(const struct expr *e)
{
    return e->kind != EXPR_SYMBOL && e->kind != EXPR_CALL && !expr_is_constant(e) &&
           !expr_any(e, is_slope, NULL) && expr_any(e, is_symbol, NULL);
}

bool conditional_is_solvable(const struct model *m, size_t n)
{
    const struct claim *c = &m->claim[n];
    const bool chain = c->statement->link || (n + 1 < m->claims && m->claim[n + 1].statement->link);
    return c->kind == CLAIM_EQUATION && !chain && is_composed(c->left) && is_composed(c->right);
}

/* --- slopes at the values of an example --- */

static bool is_kinked(const struct expr *e, const void *with)
{
    (void)with;
    const struct function *f = e->kind == EXPR_CALL ? function_named(e->as.call.function) : NULL;
    return f && f->kinked;
}

/* Numbers stand in the document for symbols whose values it does not give: a worked example. */
static bool has_values_put_in(const struct reading *r)
{
    for (size_t n = 0; n < r->model->claims; n++)
        if (r->verdict[n].kind == VERDICT_UNREAD && r->verdict[n].reason.code == REASON_PUT_IN)
            return true;
    return false;
}

bool conditional_is_at_values(const struct reading *r, const struct grounds *g, size_t n)
{
    const struct model *m = r->model;
    if ((r->verdict[n].mistake != MISTAKE_MISSING_SLOPE && r->verdict[n].mistake != MISTAKE_NONE) ||
        !has_values_put_in(r))
        return false;
    for (size_t k = 0; k < m->definitions; k++)
        if (m->definition[k].left->kind == EXPR_SYMBOL &&
            expr_any(m->definition[k].right, is_kinked, NULL) &&
            grounds_rest(g, n, m->definition[k].left->as.symbol.id))
            return true;
    return false;
}
