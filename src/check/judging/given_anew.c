/* given_anew.c */
#include "check/judging/given_anew.h"

#include <string.h>

#include "check/expression/walk.h"
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

/* The definitions of a symbol or of a function that claim n may be about. */
struct both {
    bool before, behind;
};

static void note_definition(const struct model *m, const struct definition *d, size_t n,
                            struct both *both)
{
    both->before = both->before || d->claim < n;
    both->behind =
        both->behind || (both->before && d->claim > n && model_in_force(m, d, m->claim[n].section));
}

static bool is_call(const struct expr *e, const void *with)
{
    return e->kind == EXPR_CALL && strcmp(e->as.call.function, with) == 0;
}

static bool calls(const struct claim *c, const char *function)
{
    return expr_any(c->left, is_call, function) || expr_any(c->right, is_call, function);
}

const char *given_anew_behind(const struct reading *r, const struct grounds *g, size_t n)
{
    const struct model *m = r->model;
    for (size_t k = 0; k < m->definitions; k++) {
        const struct definition *d = &m->definition[k];
        const bool call = d->left->kind == EXPR_CALL;
        if (d->claim > n || d->section == m->claim[n].section ||
            (call ? !calls(&m->claim[n], d->left->as.call.function)
                  : !grounds_rest(g, n, d->left->as.symbol.id)))
            continue;
        struct both both = {false, false};
        for (size_t o = k; o < m->definitions; o++)
            if (expr_same_head(m->definition[o].left, d->left))
                note_definition(m, &m->definition[o], n, &both);
        if (both.behind)
            return expr_print(g->arena, d->left);
    }
    return NULL;
}

/* x_1 = 0.5 */
static bool gives_entry(const struct definition *d)
{
    if (d->left->kind != EXPR_SYMBOL || !expr_is_constant(d->right))
        return false;
    const struct expr_list *index = &d->left->as.symbol.index;
    for (size_t n = 0; n < index->n; n++)
        if (!expr_is_constant(index->item[n]))
            return false;
    return index->n > 0;
}

/* It is known to have as many entries, or less. */
static bool has_at_most(const struct symbol *s, size_t count)
{
    size_t entries = 1;
    for (size_t n = 0; n < s->arity; n++) {
        if (!s->position[n].known)
            return false;
        entries *= (size_t)(s->position[n].high - s->position[n].low + 1);
    }
    return entries <= count;
}

const struct symbol *given_in_part(const struct reading *r, const struct grounds *g, size_t n)
{
    const struct model *m = r->model;
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct symbol *s = symbols_get(&m->symbols, id);
        size_t given = 0, others = 0;
        for (size_t k = 0; k < s->definitions; k++) {
            const struct definition *d = &m->definition[s->definition[k]];
            if (model_in_force(m, d, m->claim[n].section))
                *(gives_entry(d) ? &given : &others) += 1;
        }
        if (given && !others && !has_at_most(s, given) && grounds_rest(g, n, id))
            return s;
    }
    return NULL;
}
