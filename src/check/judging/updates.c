/* updates.c */
#include "check/judging/updates.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

/* Learning rates that are usual, the most usual first. */
static const char *const usual[] = {
    "alpha", "eta", "lr",  "learning_rate", "epsilon", "rho", "lambda", "mu",
    "gamma", "nu",  "tau", "beta",          "a",       "h",   "r"};
enum { USUAL = sizeof usual / sizeof *usual };

/* How usual it is; USUAL if it is not. */
static size_t rank(const struct symbol_name *name)
{
    size_t n = 0;
    while (n < USUAL && !(symbol_name_is_plain(name) && strcmp(name->base, usual[n]) == 0))
        n++;
    return n;
}

bool updates_rate_name(const struct symbol_name *name)
{
    return rank(name) < USUAL;
}

/* --- the learning rate ---
 *
 * It is known by its part in the step, by no letter: one number, on which the loss does not depend. Only where
 * there are several such, the usual letter decides. */

/* A search in an update, or in a definition that it uses. */
struct rate_search {
    const struct model *model;
    const unsigned char *depends;
    unsigned loss;
    size_t section; /* of definitions that are looked into */
    const struct expr *update;
    unsigned found;
};

static const struct expr *number_given(const struct model *m, const struct symbol *s)
{
    const struct expr *right = s->definitions ? m->definition[s->definition[0]].right : NULL;
    return right && expr_is_number(right) ? right : NULL;
}

static bool is_rate(const struct rate_search *search, unsigned id)
{
    const struct symbol *s = symbols_get(&search->model->symbols, id);
    return s && s->arity == 0 && !s->size && s->name.tag == TAG_NONE && id != search->loss &&
           (!s->definitions || number_given(search->model, s)) &&
           !search->depends[search->loss * (search->model->symbols.n + 1) + id];
}

static void propose(struct rate_search *search, unsigned id)
{
    const struct symbols *symbols = &search->model->symbols;
    if (is_rate(search, id) &&
        (!search->found ||
         rank(&symbols_get(symbols, id)->name) < rank(&symbols_get(symbols, search->found)->name)))
        search->found = id;
}

static enum walk visit_rate(const struct expr *e, void *with)
{
    if (e->kind == EXPR_DERIVATIVE)
        return WALK_PRUNE;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    propose(with, e->as.symbol.id);
    return WALK_PRUNE;
}

/* The rate in what the steps of an update are defined by: w + Delta w with Delta w = - eta dE/dw. */
static enum walk visit_definition(const struct expr *e, void *with)
{
    struct rate_search *search = with;
    if (e->kind == EXPR_DERIVATIVE)
        return WALK_PRUNE;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol *s = symbols_get(&search->model->symbols, e->as.symbol.id);
    for (size_t k = s ? s->definitions : 0; k-- && !search->found;) {
        const struct definition *d = &search->model->definition[s->definition[k]];
        if (model_in_force(search->model, d, search->section))
            expr_walk(d->right, visit_rate, search);
    }
    return search->found ? WALK_ABORT : WALK_PRUNE;
}

static bool is_number(const struct expr *e, const void *number)
{
    return expr_same(e, number);
}

/* A learning rate that the document gives a number, for updates that write the number. */
static void find_known(struct rate_search *search)
{
    const struct symbols *symbols = &search->model->symbols;
    for (unsigned id = 1; id <= symbols->n; id++) {
        const struct expr *number = number_given(search->model, symbols_get(symbols, id));
        if (number && expr_any(search->update, is_number, number))
            propose(search, id);
    }
}

static unsigned find_rate(const struct model *m, const unsigned char *depends, unsigned loss,
                          const struct claim *c)
{
    struct rate_search search = {m, depends, loss, c->section, c->right, 0};
    expr_walk(c->right, visit_rate, &search);
    if (!search.found)
        expr_walk(c->right, visit_definition, &search);
    if (!search.found)
        find_known(&search);
    return search.found;
}

/* --- the loss --- */

/* A search for a derivative by what is updated, of what may be the loss. */
struct loss_search {
    const struct model *model;
    const unsigned char *depends;
    const struct claim *update;
    unsigned found;
    const struct expr *open; /* a loss that is defined nowhere */
};

static enum walk visit_loss(const struct expr *e, void *with)
{
    struct loss_search *search = with;
    if (e->kind != EXPR_DERIVATIVE || e->as.derivative.of->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const unsigned of = e->as.derivative.of->as.symbol.id, old = search->update->old->as.symbol.id;
    if (e->as.derivative.by->as.symbol.id != old || !of ||
        !dependence_is_loss(search->model, search->depends, search->update->section, of, old))
        return WALK_PRUNE;
    search->found = of;
    return WALK_ABORT;
}

/* J, which stands for any loss: the update differentiates it, and it is differentiated by what is updated. */
static enum walk visit_open(const struct expr *e, void *with)
{
    struct loss_search *search = with;
    if (e->kind != EXPR_DERIVATIVE || e->as.derivative.of->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const unsigned of = e->as.derivative.of->as.symbol.id, old = search->update->old->as.symbol.id;
    const struct symbols *symbols = &search->model->symbols;
    const struct symbol *s = symbols_get(symbols, of);
    if (!s || !s->by.n || !search->depends[of * (symbols->n + 1) + old])
        return WALK_PRUNE;
    search->open = e->as.derivative.of;
    return WALK_ABORT;
}

/* The loss that the update itself differentiates, or else the one of the document. */
static void find_loss(const struct model *m, const unsigned char *depends, const struct claim *c,
                      struct update *u)
{
    struct loss_search search = {m, depends, c, 0, NULL};
    if (!expr_walk(c->right, visit_loss, &search))
        expr_walk(c->right, visit_open, &search);
    u->open = search.open;
    u->loss = search.open ? search.open->as.symbol.id
              : search.found
                  ? search.found
                  : dependence_loss(m, depends, c->section, c->old->as.symbol.id, c->right);
}

struct update update_of(const struct model *m, const unsigned char *depends, const struct claim *c)
{
    struct update u = {.loss = 0};
    const unsigned old = c->old->as.symbol.id;
    if (old)
        find_loss(m, depends, c, &u);
    u.rate = u.loss ? find_rate(m, depends, u.loss, c) : 0;
    if (!u.loss)
        u.reason.code = REASON_NO_LOSS;
    else if (!u.rate)
        u.reason.code = REASON_NO_RATE;
    return u;
}

/* --- what it must come to --- */

static const struct expr *make_symbol(const struct model *m, struct arena *arena, unsigned id,
                                      struct extent where)
{
    const struct symbol *s = symbols_get(&m->symbols, id);
    struct expr *e = expr_symbol(arena, where, s->name);
    e->as.symbol.id = id;
    /* A loss with a number below it, such as E_0, keeps the number of its definition. */
    if (s->arity && s->definitions) {
        const struct expr *left = m->definition[s->definition[s->definitions - 1]].left;
        for (size_t n = 0; n < left->as.symbol.index.n; n++)
            expr_append(arena, e, left->as.symbol.index.item[n]);
    }
    return e;
}

const struct expr *update_slope(const struct model *m, struct arena *arena, const struct update *u,
                                const struct expr *old)
{
    return expr_derivative(arena, old->where,
                           u->open ? u->open : make_symbol(m, arena, u->loss, old->where), old);
}

const struct expr *update_truth(const struct model *m, struct arena *arena, const struct update *u,
                                const struct expr *old, const struct expr *slope)
{
    const struct expr *step =
        expr_product(arena, make_symbol(m, arena, u->rate, old->where), slope);
    struct expr *truth = expr_list(arena, old->where, EXPR_ADD);
    expr_append(arena, truth, old);
    expr_append(arena, truth, expr_negative(arena, old->where, step));
    return truth;
}
