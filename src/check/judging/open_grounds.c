/* open_grounds.c */
#include "check/judging/open_grounds.h"

#include "check/expression/walk.h"
#include "check/judging/updates.h"
#include "check/model/abstract.h"
#include "check/model/connections.h"
#include "check/model/dependence.h"

static const struct hidden *hidden_of(const struct grounds *g, const struct hiddens *hiddens,
                                      size_t n, const struct symbol *s)
{
    const struct model *m = g->model;
    return s ? hidden_from(hiddens, m, (unsigned)(s - m->symbols.symbol) + 1, &m->claim[n]) : NULL;
}

/* A derivative, by the ids of what it is of and by. */
struct symbol_pair {
    unsigned of, by;
};

static bool is_factor(const struct expr *e, const void *with)
{
    const struct symbol_pair *pair = with;
    return e->kind == EXPR_DERIVATIVE && e->as.derivative.of->kind == EXPR_SYMBOL &&
           e->as.derivative.of->as.symbol.id == pair->of &&
           e->as.derivative.by->as.symbol.id == pair->by;
}

/* The chain rule holds whatever a formula says that could not be read, unless that shows another way to what is
 * differentiated by. */
static const struct hidden *hidden_way(const struct grounds *g, const struct hiddens *hiddens,
                                       size_t n, const struct expr *whole)
{
    const struct model *m = g->model;
    const struct claim *c = &m->claim[n];
    const unsigned char *depends = grounds_depends(g, model_chain_view(m, c->section));
    const struct expr *by = whole->as.derivative.by;
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct symbol_pair pair = {id, by->as.symbol.id};
        if (id == by->as.symbol.id ||
            !dependence_formula(m, depends, whole->as.derivative.of, id) ||
            expr_any(whole == c->left ? c->right : c->left, is_factor, &pair))
            continue;
        const struct hidden *hidden = hidden_from(hiddens, m, id, c);
        if (hidden && hidden_mentions(hidden, by->as.symbol.name.base))
            return hidden;
    }
    return NULL;
}

static const struct hidden *hidden_between(const struct grounds *g, const struct hiddens *hiddens,
                                           size_t n)
{
    const struct model *m = g->model;
    const struct claim *c = &m->claim[n];
    const unsigned char *depends = grounds_depends(g, c->section);
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct symbol *s = symbols_get(&m->symbols, id);
        const bool between = s->by.n && (connections_is_between(m, depends, c->left, id) ||
                                         connections_is_between(m, depends, c->right, id));
        const struct hidden *hidden = between ? hidden_of(g, hiddens, n, s) : NULL;
        if (hidden)
            return hidden;
    }
    return NULL;
}

const struct hidden *open_grounds_hidden(const struct grounds *g, const struct hiddens *hiddens,
                                         size_t n)
{
    const struct model *m = g->model;
    const struct claim *c = &m->claim[n];
    if (c->kind == CLAIM_UPDATE) {
        const struct update u = update_of(m, grounds_depends(g, c->section), c);
        return u.open ? hidden_of(g, hiddens, n, symbols_get(&m->symbols, u.loss)) : NULL;
    }
    if (c->kind != CLAIM_EQUATION)
        return NULL;
    const struct expr *whole = c->left->kind == EXPR_DERIVATIVE    ? c->left
                               : c->right->kind == EXPR_DERIVATIVE ? c->right
                                                                   : NULL;
    const bool chain =
        whole && connections_is_chain(m, c->left) && connections_is_chain(m, c->right);
    return chain ? hidden_way(g, hiddens, n, whole) : hidden_between(g, hiddens, n);
}

static bool is_general(const struct expr *e, const void *lexicon)
{
    const struct lexicon *l = lexicon;
    return e->kind == EXPR_PRIME && names_have(&l->general, e->as.call.function);
}

/* The symbols of what it is a function of that are computed from no other of them. */
static size_t count_nearest(const struct model *m, const unsigned char *depends,
                            const struct symbol *s)
{
    size_t count = 0;
    for (size_t n = 0; n < s->by.n; n++) {
        bool nearest = true;
        for (size_t k = 0; k < s->by.n; k++)
            nearest =
                nearest &&
                (k == n || !depends[s->by.item[k].id * (m->symbols.n + 1) + s->by.item[n].id]);
        count += nearest;
    }
    return count;
}

/* What the line says of a function holds for no function that its author can have in mind: of f, that the line or the
 * mistake that explains it has f' itself; of a loss, that its slopes stand on both sides, and that all that the document
 * differentiates it by is connected. */
static bool is_wrong_for_all(const struct reading *r, const struct grounds *g, size_t n,
                             unsigned id)
{
    const struct model *m = r->model;
    const struct claim *claim = &m->claim[n];
    const struct symbol *s = symbols_get(&m->symbols, id);
    const struct lexicon *lexicon = &r->lexicon;
    const unsigned char *depends = grounds_depends(g, claim->section);
    if (s->by.n)
        return count_nearest(m, depends, s) == 1 &&
               connections_number(m, depends, claim->left) == s &&
               connections_number(m, depends, claim->right) == s;
    return claim->left->kind != EXPR_PRIME && (expr_any(claim->right, is_general, lexicon) ||
                                               (r->verdict[n].mistake == MISTAKE_MISSING_SLOPE &&
                                                names_have(&lexicon->general, s->name.base)));
}

const struct symbol *open_grounds_function(const struct reading *r, const struct grounds *g,
                                           size_t n)
{
    const struct model *m = r->model;
    const struct claim *claim = &m->claim[n];
    const unsigned char *depends = grounds_depends(g, claim->section);
    unsigned id = abstract_in(m, depends, claim->left);
    id = id ? id : abstract_in(m, depends, claim->right);
    return id && !is_wrong_for_all(r, g, n, id) ? symbols_get(&m->symbols, id) : NULL;
}
