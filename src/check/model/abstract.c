/* abstract.c: a function has a symbol of its own, on which depends whatever calls it. */
#include "check/model/abstract.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"
#include "check/meaning/rewrite.h"

/* No symbol of a document has this in the place of its letters. */
static const char of_function[] = "()";

static bool is_called(const struct expr *e)
{
    return e->kind == EXPR_CALL || e->kind == EXPR_PRIME;
}

/* --- f without its argument --- */

struct alone {
    const char *name;
    const struct expr *call; /* the first with one argument */
    bool several;            /* it has other arguments elsewhere */
};

static enum walk note_call(const struct expr *e, void *with)
{
    struct alone *f = with;
    if (!is_called(e) || strcmp(e->as.call.function, f->name) != 0)
        return WALK_CONTINUE;
    if (e->as.call.argument.n != 1)
        f->several = true;
    else if (!f->call)
        f->call = e;
    else if (!expr_same(f->call->as.call.argument.item[0], e->as.call.argument.item[0]))
        f->several = true;
    return WALK_CONTINUE;
}

static bool is_alone(const struct expr *e, const void *with)
{
    const struct alone *f = with;
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0 && !*e->as.symbol.name.layer &&
           strcmp(e->as.symbol.name.base, f->name) == 0;
}

static const struct expr *at_argument(struct arena *arena, const struct alone *f,
                                      const struct expr *e, enum expr_kind kind)
{
    struct expr *call = expr_call(arena, e->where, kind, f->name);
    expr_append(arena, call, f->call->as.call.argument.item[0]);
    return call;
}

/* f' is a slope, and so is the f of df/du; elsewhere f may be meant for a number. */
static const struct expr *put_argument(struct arena *arena, const struct expr *e, enum walk *way,
                                       void *with)
{
    const struct alone *f = with;
    (void)way;
    if (is_alone(e, f) && e->as.symbol.name.tag == TAG_PRIME)
        return at_argument(arena, f, e, EXPR_PRIME);
    if (e->kind != EXPR_DERIVATIVE || !is_alone(e->as.derivative.of, f))
        return e;
    return expr_derivative(arena, e->where, at_argument(arena, f, e->as.derivative.of, EXPR_CALL),
                           e->as.derivative.by);
}

static const struct statements *give_argument(const struct statements *all, const char *name,
                                              struct arena *arena)
{
    struct alone f = {.name = name};
    for (size_t n = 0; n < all->n; n++)
        if (all->statement[n].wrong.code == REASON_NONE) {
            expr_walk(all->statement[n].left, note_call, &f);
            expr_walk(all->statement[n].right, note_call, &f);
        }
    struct statements *new = arena_new(arena, sizeof *new);
    *new = f.call && !f.several ? *rewrite_statements(all, arena, REWRITE_SIDES, put_argument, &f)
                                : *all;
    struct statement *statement = arena_new(arena, all->n * sizeof *statement);
    for (size_t n = 0; n < all->n; n++) {
        statement[n] = new->statement[n];
        struct statement *s = &statement[n];
        if (s->wrong.code == REASON_NONE &&
            (expr_any(s->left, is_alone, &f) || expr_any(s->right, is_alone, &f))) {
            s->wrong = (struct reason){REASON_FUNCTION_ALONE, name};
            s->wrong_at = s->at;
        }
    }
    new->statement = statement;
    return new;
}

const struct statements *abstract_apply(const struct statements *statements, struct arena *arena)
{
    const struct names *unknown = &statements->lexicon.unknown;
    for (size_t n = 0; n < unknown->n; n++)
        statements = give_argument(statements, unknown->name[n], arena);
    return statements;
}

/* --- the symbol of a function --- */

static struct symbol_name name_of(const char *function)
{
    struct symbol_name name = symbol_name_plain(function);
    name.letters = of_function;
    return name;
}

unsigned abstract_function(const struct model *m, const char *function)
{
    const struct symbol_name name = name_of(function);
    return symbols_find(&m->symbols, &name, 0);
}

void abstract_add(struct model *m, struct arena *arena, const char *function)
{
    const struct symbol_name name = name_of(function);
    if (names_have(&m->statements->lexicon.unknown, function))
        symbols_add(&m->symbols, arena, &name, 0);
}

/* --- numbers that are functions of others --- */

struct search {
    struct model *model;
    const unsigned char *depends; /* by the definitions alone */
    struct arena *arena;
};

static void add_by(struct symbol *s, unsigned by, struct arena *arena)
{
    for (size_t n = 0; n < s->n_by; n++)
        if (s->by[n] == by)
            return;
    s->by = arena_grow(arena, s->by, s->n_by, sizeof *s->by);
    s->by[s->n_by++] = by;
}

static enum walk note_derivative(const struct expr *e, void *with)
{
    const struct search *to = with;
    struct model *m = to->model;
    if (e->kind != EXPR_DERIVATIVE)
        return WALK_CONTINUE;
    const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
    if (of->kind != EXPR_SYMBOL || by->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const unsigned id = of->as.symbol.id, by_id = by->as.symbol.id;
    if (!id || !by_id || id == by_id || of->as.symbol.index.n)
        return WALK_CONTINUE;
    struct symbol *s = &m->symbols.symbol[id - 1];
    if (!s->definitions && !to->depends[by_id * (m->symbols.n + 1) + id])
        add_by(s, by_id, to->arena);
    return WALK_CONTINUE;
}

/* Two of them by each other would go in a circle; the later one stays a number. */
static void break_circles(struct model *m)
{
    for (size_t n = 0; n < m->symbols.n; n++)
        for (size_t k = 0; k < m->symbols.symbol[n].n_by; k++)
            if (m->symbols.symbol[m->symbols.symbol[n].by[k] - 1].n_by)
                m->symbols.symbol[m->symbols.symbol[n].by[k] - 1].n_by = 0;
}

void abstract_find(struct model *m, struct arena *arena)
{
    struct search to = {m, dependence_of(m, m->sections - 1, arena), arena};
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            expr_walk(m->claim[n].left, note_derivative, &to);
            expr_walk(m->claim[n].right, note_derivative, &to);
        }
    break_circles(m);
}

/* --- what rests on them --- */

struct question {
    const struct model *model;
    const unsigned char *depends;
    unsigned found;
};

/* What a call is of is no part of it. */
static enum walk find_call(const struct expr *e, void *with)
{
    struct question *q = with;
    if (is_called(e))
        q->found = abstract_function(q->model, e->as.call.function);
    return q->found ? WALK_ABORT : WALK_CONTINUE;
}

unsigned abstract_in(const struct model *m, const unsigned char *depends, const struct expr *e)
{
    struct question q = {m, depends, 0};
    if (expr_walk(e, find_call, &q))
        return q.found;
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct symbol *s = symbols_get(&m->symbols, id);
        if ((s->n_by || s->name.letters == of_function) && dependence_formula(m, depends, e, id))
            return id;
    }
    return 0;
}
