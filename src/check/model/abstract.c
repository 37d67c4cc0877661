/* abstract.c: a function has a symbol of its own, on which depends whatever calls it. */
#include "check/model/abstract.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/connections.h"
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
    for (unsigned id = 1; id <= m->symbols.n; id++)
        if (symbols_get(&m->symbols, id)->name.letters == of_function &&
            dependence_formula(m, depends, e, id))
            return id;
    const struct symbol *number = connections_number(m, depends, e);
    return number ? (unsigned)(number - m->symbols.symbol) + 1 : 0;
}
