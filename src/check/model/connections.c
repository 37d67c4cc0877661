/* connections.c: one connection for each way in which a derivative is written. */
#include "check/model/connections.h"

#include "check/expression/walk.h"
#include "check/model/dependence.h"
#include "check/model/steps.h"

struct search {
    struct model *model;
    unsigned char *depends; /* by the definitions, and the connections so far */
    struct arena *arena;
    bool chains; /* of symbols that are defined as well */
};

static unsigned char *cell(const struct search *to, unsigned id, unsigned on)
{
    return &to->depends[id * (to->model->symbols.n + 1) + on];
}

/* Whatever rests on `id` now rests on `by`, and on all that rests on. */
static void close_over(const struct search *to, unsigned id, unsigned by, long step)
{
    const unsigned symbols = (unsigned)to->model->symbols.n;
    for (unsigned a = 1; a <= symbols; a++) {
        const long before = a == id ? 0 : *cell(to, a, id) - 1;
        for (unsigned b = 1; before >= 0 && b <= symbols; b++) {
            const long behind = b == by ? 0 : *cell(to, by, b) - 1;
            if (behind >= 0)
                steps_note(cell(to, a, b), before + step + behind);
        }
    }
}

static bool has_plain_indices(const struct expr *symbol)
{
    struct step_index read;
    for (size_t n = 0; n < symbol->as.symbol.index.n; n++)
        if (!steps_read(symbol->as.symbol.index.item[n], &read))
            return false;
    return true;
}

/* The one would be computed from the other and from itself. */
static bool goes_in_a_circle(const struct search *to, const struct symbol *s, unsigned id,
                             unsigned by, long step)
{
    const long back = id == by ? 0 : *cell(to, by, id) - 1;
    return step < 0 || (back >= 0 && (s->arity == 0 || back + step == 0));
}

static bool is_noted(const struct symbol *s, const struct connections *all,
                     const struct connection *c)
{
    for (size_t n = 0; n < all->n; n++)
        if (all->item[n].id == c->id && (s->arity == 0 || (expr_same(all->item[n].of, c->of) &&
                                                           expr_same(all->item[n].by, c->by))))
            return true;
    return false;
}

/* Notes that one symbol is a function of the other, unless that leads in a circle. */
static void note(const struct search *to, const struct expr *of, const struct expr *by)
{
    if (of->kind != EXPR_SYMBOL || by->kind != EXPR_SYMBOL || !of->as.symbol.id ||
        !by->as.symbol.id || !has_plain_indices(of))
        return;
    const unsigned id = of->as.symbol.id;
    struct symbol *s = &to->model->symbols.symbol[id - 1];
    struct connections *all = to->chains ? &s->chain : &s->by;
    const struct connection c = {by->as.symbol.id, of, by, steps_between(of, by)};
    if ((s->definitions && !to->chains) || s->size || (s->arity && !has_plain_indices(by)) ||
        goes_in_a_circle(to, s, id, c.id, c.step) || is_noted(s, all, &c))
        return;
    all->item = arena_grow(to->arena, all->item, all->n, sizeof *all->item);
    all->item[all->n++] = c;
    close_over(to, id, c.id, c.step);
}

static enum walk note_derivative(const struct expr *e, void *with)
{
    if (e->kind == EXPR_DERIVATIVE)
        note(with, e->as.derivative.of, e->as.derivative.by);
    return WALK_CONTINUE;
}

static void note_all(struct search *to)
{
    const struct model *m = to->model;
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            expr_walk(m->claim[n].left, note_derivative, to);
            expr_walk(m->claim[n].right, note_derivative, to);
        }
}

/* --- as the chain rule speaks of them --- */

static bool is_slope_name(const struct model *m, const struct expr *e)
{
    const struct symbol *s = symbols_get(&m->symbols, e->as.symbol.id);
    for (size_t n = 0; s && n < s->definitions; n++)
        if (!m->definition[s->definition[n]].slope)
            return false;
    return s && s->definitions;
}

bool connections_is_chain(const struct model *m, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_DERIVATIVE:
        return e->as.derivative.of->kind == EXPR_SYMBOL;
    case EXPR_SYMBOL:
        return is_slope_name(m, e);
    case EXPR_NEG:
        return connections_is_chain(m, e->as.negative.operand);
    case EXPR_SUM:
        return connections_is_chain(m, e->as.sum.body);
    case EXPR_ADD:
    case EXPR_MUL:
        for (size_t n = 0; n < e->as.list.n; n++)
            if (!connections_is_chain(m, e->as.list.item[n]))
                return false;
        return e->as.list.n > 0;
    default:
        return false;
    }
}

struct definition_search {
    const struct search *to;
    const struct expr *left;
};

static enum walk note_symbol(const struct expr *e, void *with)
{
    const struct definition_search *d = with;
    if (e->kind == EXPR_SYMBOL)
        note(d->to, d->left, e);
    return e->kind == EXPR_SYMBOL ? WALK_PRUNE : WALK_CONTINUE;
}

/* What a definition says that could be read, the chain rule knows as well. */
static void find_chains(struct model *m, struct arena *arena)
{
    for (size_t n = 0; n < m->definitions; n++)
        m->definition[n].slope = connections_is_chain(m, m->definition[n].right);
    struct search to = {m, dependence_of(m, model_chain_view(m, m->sections - 1), arena), arena,
                        true};
    for (size_t n = 0; n < m->definitions; n++) {
        struct definition_search with = {&to, m->definition[n].left};
        if (!m->definition[n].slope)
            expr_walk(m->definition[n].right, note_symbol, &with);
    }
    note_all(&to);
}

void connections_find(struct model *m, struct arena *arena)
{
    struct search to = {m, dependence_of(m, m->sections - 1, arena), arena, false};
    note_all(&to);
    find_chains(m, arena);
}

const struct connections *connections_at(const struct model *m, const struct symbol *s,
                                         size_t section)
{
    return model_is_chain_view(m, section) ? &s->chain : &s->by;
}

/* --- what rests on them --- */

struct question {
    const struct model *model;
    const unsigned char *depends;
    unsigned only; /* this one is asked for; 0: any */
    const struct symbol *found;
};

static bool rests(const struct question *q, unsigned id, unsigned on)
{
    return q->depends[id * (q->model->symbols.n + 1) + on];
}

/* The derivative is taken by way of a symbol that is such a function, and is not the number itself that is
 * differentiated. */
static enum walk find_between(const struct expr *e, void *with)
{
    struct question *q = with;
    if (e->kind != EXPR_DERIVATIVE)
        return WALK_CONTINUE;
    const struct expr *of = e->as.derivative.of;
    const unsigned by = e->as.derivative.by->as.symbol.id;
    for (unsigned id = 1; by && id <= q->model->symbols.n; id++) {
        const struct symbol *s = symbols_get(&q->model->symbols, id);
        const bool itself = of->kind == EXPR_SYMBOL && of->as.symbol.id == id;
        if ((!q->only || q->only == id) && s->by.n && !(itself && s->arity == 0) &&
            rests(q, id, by) && dependence_formula(q->model, q->depends, of, id)) {
            q->found = s;
            return WALK_ABORT;
        }
    }
    return WALK_CONTINUE;
}

static enum walk find_number(const struct expr *e, void *with)
{
    struct question *q = with;
    const struct expr *of = e->kind == EXPR_DERIVATIVE ? e->as.derivative.of : NULL;
    const struct symbol *s =
        of && of->kind == EXPR_SYMBOL ? symbols_get(&q->model->symbols, of->as.symbol.id) : NULL;
    if (s && s->by.n && rests(q, of->as.symbol.id, e->as.derivative.by->as.symbol.id))
        q->found = s;
    return q->found ? WALK_ABORT : WALK_CONTINUE;
}

/* The first that is found in a formula, or in a definition that it rests on. */
static const struct symbol *find(const struct model *m, const unsigned char *depends,
                                 const struct expr *e, unsigned only,
                                 enum walk (*visit)(const struct expr *e, void *with))
{
    struct question q = {m, depends, only, NULL};
    expr_walk(e, visit, &q);
    for (size_t n = 0; !q.found && n < m->definitions; n++) {
        const struct expr *left = m->definition[n].left;
        if (left->kind != EXPR_SYMBOL || !left->as.symbol.id ||
            dependence_formula(m, depends, e, left->as.symbol.id))
            expr_walk(m->definition[n].right, visit, &q);
    }
    return q.found;
}

const struct symbol *connections_between(const struct model *m, const unsigned char *depends,
                                         const struct expr *e)
{
    return find(m, depends, e, 0, find_between);
}

const struct symbol *connections_number(const struct model *m, const unsigned char *depends,
                                        const struct expr *e)
{
    return find(m, depends, e, 0, find_number);
}

bool connections_is_between(const struct model *m, const unsigned char *depends,
                            const struct expr *e, unsigned id)
{
    return find(m, depends, e, id, find_between);
}
