/* given_anew.c */
#include "check/judging/given_anew.h"

#include "check/judging/overall.h"

/* By its definitions it is a number: nothing that it is made of is left open. */
static bool is_number(const struct model *m, const unsigned char *depends, unsigned id)
{
    const size_t stride = m->symbols.n + 1;
    for (unsigned on = 1; on <= m->symbols.n; on++)
        if ((on == id || depends[id * stride + on]) && !symbols_get(&m->symbols, on)->definitions)
            return false;
    return true;
}

/* w <- w - 0.1 x, where w and x are numbers: what stands behind it may be about either value. */
static bool moves(const struct reading *r, const struct grounds *g, const struct claim *c)
{
    return c->kind == CLAIM_UPDATE && c->left->as.symbol.name.tag != TAG_NEW &&
           c->left->as.symbol.id &&
           is_number(r->model, grounds_depends(g, c->section), c->left->as.symbol.id);
}

/* w = -1, where w is 1. */
static bool gives_anew(const struct reading *r, const struct grounds *g, size_t k)
{
    const struct claim *c = &r->model->claim[k];
    if (moves(r, g, c))
        return true;
    return c->kind == CLAIM_EQUATION && !c->statement->link && !verdict_is_judged(&r->verdict[k]) &&
           c->left->kind == EXPR_SYMBOL && c->left->as.symbol.id && expr_is_constant(c->right) &&
           is_number(r->model, grounds_depends(g, c->section), c->left->as.symbol.id);
}

const struct claim *given_anew_below(const struct reading *r, const struct grounds *g, size_t n)
{
    for (size_t k = n; k-- > 0;)
        if (gives_anew(r, g, k) && grounds_rest(g, n, r->model->claim[k].left->as.symbol.id))
            return &r->model->claim[k];
    return NULL;
}
