/* signatures.c: decides for one name after the other, since one may stand among the arguments of the next. */
#include "check/model/signatures.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/rewrite.h"
#include "check/vocabulary/functions.h"

/* What is known of a name that was defined with arguments. */
struct signature {
    const struct statement *definition;
    const char *name;
    const struct expr_list *arguments;
    bool bare;  /* it stands somewhere without arguments */
    bool other; /* it stands somewhere with other arguments */
    bool value;
};

static enum walk find_bare(const struct expr *e, void *with)
{
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    return expr_is_letter(e, *(const char **)with) ? WALK_ABORT : WALK_PRUNE;
}

static bool has_bare(const struct expr *e, const char *name)
{
    return expr_walk(e, find_bare, &name);
}

static bool is_call(const struct expr *e, const char *name)
{
    return e->kind == EXPR_CALL && strcmp(e->as.call.function, name) == 0;
}

static bool same_arguments(const struct expr *call, const struct expr_list *arguments)
{
    if (call->as.call.argument.n != arguments->n)
        return false;
    for (size_t n = 0; n < arguments->n; n++)
        if (!expr_same(call->as.call.argument.item[n], arguments->item[n]))
            return false;
    return true;
}

/* Names, and lists of names: y, [O_0, O_1]. */
static bool plain_names(const struct expr_list *list)
{
    for (size_t n = 0; n < list->n; n++) {
        const struct expr *item = list->item[n];
        if (item->kind != EXPR_SYMBOL && !(item->kind == EXPR_LIST && plain_names(&item->as.list)))
            return false;
    }
    return true;
}

/* f (1 - f) is a product, not a call. */
static bool is_product(const struct expr *call, const char *name)
{
    return call->as.call.argument.n == 1 && has_bare(call->as.call.argument.item[0], name);
}

static enum walk look(const struct expr *e, void *with)
{
    struct signature *s = with;
    if (e->kind == EXPR_SYMBOL) {
        s->bare = s->bare || expr_is_letter(e, s->name);
        return WALK_PRUNE;
    }
    if (e->kind == EXPR_PRIME && strcmp(e->as.call.function, s->name) == 0)
        s->other = true;
    if (is_call(e, s->name) && !is_product(e, s->name) && !same_arguments(e, s->arguments))
        s->other = true;
    return WALK_CONTINUE;
}

static const struct expr *product(struct arena *arena, const struct expr *call)
{
    struct expr *mul = expr_list(arena, call->where, EXPR_MUL);
    expr_append(arena, mul,
                expr_symbol(arena, call->where, symbol_name_plain(call->as.call.function)));
    expr_append(arena, mul, call->as.call.argument.item[0]);
    return mul;
}

/* The function at the arguments of its definition. */
static const struct expr *call_as_defined(struct arena *arena, const struct signature *s,
                                          const struct expr *symbol, enum expr_kind kind)
{
    struct expr *call = expr_call(arena, symbol->where, kind, s->name);
    for (size_t n = 0; n < s->arguments->n; n++)
        expr_append(arena, call, s->arguments->item[n]);
    return call;
}

static bool is_prime(const struct expr *symbol, const char *name)
{
    struct symbol_name prime = symbol_name_plain(name);
    prime.tag = TAG_PRIME;
    return symbol->as.symbol.index.n == 0 && symbol_name_same(&symbol->as.symbol.name, &prime);
}

static const struct expr *apply(struct arena *arena, const struct expr *e, enum walk *way,
                                void *with)
{
    const struct signature *s = with;
    if (e->kind == EXPR_SYMBOL)
        *way = WALK_PRUNE;
    /* The left side that defines a function is what all others are like. */
    if (e == s->definition->left && !s->value) {
        *way = WALK_PRUNE;
        return e;
    }
    if (is_call(e, s->name) && is_product(e, s->name))
        return product(arena, e);
    if (s->value && is_call(e, s->name) &&
        (plain_names(&e->as.call.argument) || same_arguments(e, s->arguments))) {
        *way = WALK_PRUNE;
        return expr_symbol(arena, e->where, symbol_name_plain(s->name));
    }
    if (s->value || e->kind != EXPR_SYMBOL)
        return e;
    /* sigma' without its argument is taken at the argument of the definition. */
    if (s->arguments->n == 1 && is_prime(e, s->name))
        return call_as_defined(arena, s, e, EXPR_PRIME);
    return expr_is_letter(e, s->name) ? call_as_defined(arena, s, e, EXPR_CALL) : e;
}

/* An argument that the right side does not mention is no parameter. */
static bool depends_only(const struct statement *definition, const struct expr_list *arguments)
{
    for (size_t n = 0; n < arguments->n; n++) {
        const struct expr *argument = arguments->item[n];
        if (argument->kind != EXPR_SYMBOL || argument->as.symbol.index.n ||
            !symbol_name_is_plain(&argument->as.symbol.name) ||
            !has_bare(definition->right, argument->as.symbol.name.base))
            return false;
    }
    return true;
}

static const struct statements *decide(const struct statements *all,
                                       const struct statement *definition, struct arena *arena)
{
    struct signature s = {.definition = definition,
                          .name = definition->left->as.call.function,
                          .arguments = &definition->left->as.call.argument};
    for (size_t n = 0; n < all->n; n++) {
        if (all->statement[n].wrong.code != REASON_NONE)
            continue;
        expr_walk(all->statement[n].left, look, &s);
        expr_walk(all->statement[n].right, look, &s);
    }
    const bool constant = !depends_only(definition, s.arguments);
    if (constant && function_named(s.name))
        return all; /* tanh(u) = 0.5 is a value of tanh */
    s.value = constant || (s.bare && !s.other);
    return rewrite_statements(all, arena, REWRITE_SIDES, apply, &s);
}

/* h = f(u) = y, in which y is no argument, gives y its value: it says nothing of f. */
static bool names_value(const struct statement *s)
{
    const struct expr_list *argument = &s->left->as.call.argument;
    for (size_t n = 0; n < argument->n; n++)
        if (expr_same(argument->item[n], s->right))
            return false;
    return s->link && s->right->kind == EXPR_SYMBOL;
}

static const struct statement *definition_of(const struct statements *all, const char *name)
{
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        if (s->wrong.code == REASON_NONE && is_call(s->left, name) && !names_value(s))
            return s;
    }
    return NULL;
}

const struct statements *signatures_apply(const struct statements *statements, struct arena *arena)
{
    const struct names *functions = &statements->lexicon.functions;
    for (size_t n = 0; n < functions->n; n++) {
        const struct statement *definition = definition_of(statements, functions->name[n]);
        if (definition)
            statements = decide(statements, definition, arena);
    }
    return statements;
}
