/* bindings.c */
#include "check/values/bindings.h"

#include <string.h>

struct binding binding_index(const char *name, long index, const struct binding *outer)
{
    return (struct binding){.name = name, .index = index, .outer = outer};
}

struct binding binding_parameter(const char *name, const struct dual *value,
                                 const struct binding *outer)
{
    return (struct binding){.name = name, .value = value, .outer = outer};
}

/* The name of a symbol that may be bound; null if it has indices, or a sign above it. */
static const char *letter_of(const struct expr *symbol)
{
    const struct expr_symbol *s = &symbol->as.symbol;
    return symbol->kind == EXPR_SYMBOL && s->index.n == 0 && symbol_name_is_plain(&s->name)
               ? s->name.base
               : NULL;
}

static const struct binding *find(const struct binding *bindings, const struct expr *symbol,
                                  bool parameters)
{
    const char *letter = bindings ? letter_of(symbol) : NULL;
    if (!letter)
        return NULL;
    while (bindings && ((bindings->value && !parameters) || strcmp(bindings->name, letter) != 0))
        bindings = bindings->outer;
    return bindings;
}

const struct binding *bindings_find(const struct binding *bindings, const struct expr *symbol)
{
    return find(bindings, symbol, true);
}

const struct binding *bindings_find_index(const struct binding *bindings, const struct expr *symbol)
{
    return find(bindings, symbol, false);
}
