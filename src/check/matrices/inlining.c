/* inlining.c */
#include "check/matrices/inlining.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/matrices/parts.h"
#include "check/vocabulary/matrix_operations.h"

enum {
    PUT_IN_MAX = 100
}; /* calls of a document: a call in the argument of a call may double at each level */
enum { NESTED_MAX = 4 }; /* calls in the formula of a function that is put in */

struct function_of_vectors {
    const struct expr *call, *formula; /* as they are defined */
    size_t put_in;                     /* how often the formula was put in */
};

static bool has_plain_parameters(const struct expr *call)
{
    for (size_t n = 0; n < call->as.call.argument.n; n++)
        if (call->as.call.argument.item[n]->kind != EXPR_SYMBOL)
            return false;
    return call->as.call.argument.n > 0;
}

/* f(z) = [0.2; 0.7] is a value that f has, and no formula. */
static bool has_a_parameter(const struct expr *e, const void *with)
{
    const struct expr *call = with;
    for (size_t n = 0; n < call->as.call.argument.n; n++)
        if (expr_same(e, call->as.call.argument.item[n]))
            return true;
    return false;
}

static bool calls_itself(const struct expr *e, const void *name)
{
    return e->kind == EXPR_CALL && strcmp(e->as.call.function, name) == 0;
}

/* The first definition of a function of vectors that stands at n or behind it; null if there is none. */
static const struct statement *next_function(const struct statements *all, size_t *n)
{
    for (; *n < all->n; ++*n) {
        const struct statement *s = &all->statement[*n];
        if (s->wrong.code == REASON_NONE && s->rel == REL_EQ && s->left->kind == EXPR_CALL &&
            !matrix_operation_named(s->left->as.call.function) &&
            names_have(&all->lexicon.functions, s->left->as.call.function) &&
            has_plain_parameters(s->left) && expr_any(s->right, has_a_parameter, s->left) &&
            expr_any(s->right, parts_is_operation, NULL) &&
            !expr_any(s->right, calls_itself, s->left->as.call.function))
            return s;
    }
    return NULL;
}

/* --- putting in --- */

struct put {
    const struct expr_list *parameter, *argument;
};

static const struct expr *put_argument(struct arena *arena, const struct expr *e, enum walk *way,
                                       void *with)
{
    const struct put *p = with;
    (void)arena;
    if (e->kind != EXPR_SYMBOL)
        return e;
    for (size_t n = 0; n < p->parameter->n; n++)
        if (expr_same(e, p->parameter->item[n])) {
            *way = WALK_PRUNE;
            return p->argument->item[n];
        }
    return e;
}

static const struct expr *put_in(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    struct function_of_vectors *f = with;
    (void)way;
    if (e->kind != EXPR_CALL || strcmp(e->as.call.function, f->call->as.call.function) != 0 ||
        e->as.call.argument.n != f->call->as.call.argument.n || f->put_in > PUT_IN_MAX)
        return e;
    if (expr_same(e, f->call))
        return expr_symbol(arena, e->where, symbol_name_plain(e->as.call.function));
    f->put_in++;
    struct put with_arguments = {&f->call->as.call.argument, &e->as.call.argument};
    return expr_rewrite(arena, f->formula, put_argument, &with_arguments);
}

static const struct statements *apply(const struct statements *old,
                                      const struct statement *definition, struct arena *arena)
{
    struct function_of_vectors f = {definition->left, definition->right, 0};
    struct statements *new = arena_new(arena, sizeof *new);
    *new = *old;
    new->statement = arena_new(arena, old->n * sizeof *new->statement);
    for (size_t n = 0; n < old->n; n++) {
        struct statement *s = &new->statement[n];
        *s = old->statement[n];
        if (s->wrong.code != REASON_NONE)
            continue;
        const bool goes_on = n > 0 && old->statement[n - 1].wrong.code == REASON_NONE &&
                             s->left == old->statement[n - 1].right;
        s->left = goes_on ? new->statement[n - 1].right : expr_rewrite(arena, s->left, put_in, &f);
        s->right = expr_rewrite(arena, s->right, put_in, &f);
    }
    return new;
}

const struct statements *inlining_apply(const struct statements *statements, struct arena *arena)
{
    size_t n = 0;
    for (int nested = 0; nested < NESTED_MAX; nested++, n++) {
        const struct statement *definition = next_function(statements, &n);
        if (!definition)
            break;
        statements = apply(statements, definition, arena);
    }
    return statements;
}
