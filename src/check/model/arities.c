/* arities.c: the first time a name stands without a run of digits decides. */
#include "check/model/arities.h"

#include <string.h>

#include "check/expression/walk.h"

/* As many names as the model has symbols. */
enum { NAMES_MAX = 1024 };

/* A name of which nothing is known has as many indices as W_10: two, input and output. */
enum { USUAL_INDICES = 2 };

static size_t digits_of(const struct expr *index)
{
    return index->kind == EXPR_NUMBER ? strlen(index->as.number) : 1;
}

static size_t digits_in(const struct expr_list *index)
{
    size_t digits = 0;
    for (size_t n = 0; n < index->n; n++)
        digits += digits_of(index->item[n]);
    return digits;
}

static const struct arity *known(const struct arities *a, const struct symbol_name *name)
{
    for (size_t n = 0; n < a->n; n++)
        if (symbol_name_same(&a->arity[n].name, name))
            return &a->arity[n];
    return NULL;
}

struct search {
    struct arities *arities;
    struct arena *arena;
};

static enum walk note(const struct expr *e, void *with)
{
    const struct search *s = with;
    struct arities *a = s->arities;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct expr_list *index = &e->as.symbol.index;
    const bool run = digits_in(index) > index->n;
    if (index->n && !run && a->n < NAMES_MAX && !known(a, &e->as.symbol.name)) {
        a->arity = arena_grow(s->arena, a->arity, a->n, sizeof *a->arity);
        a->arity[a->n++] = (struct arity){e->as.symbol.name, index->n};
    }
    return WALK_CONTINUE;
}

struct arities arities_find(const struct statements *statements, struct arena *arena)
{
    struct arities arities = {NULL, 0};
    struct search search = {&arities, arena};
    for (size_t n = 0; n < statements->n; n++) {
        if (statements->statement[n].wrong.code != REASON_NONE)
            continue;
        expr_walk(statements->statement[n].left, note, &search);
        expr_walk(statements->statement[n].right, note, &search);
    }
    return arities;
}

static const struct expr *split(struct arena *arena, const struct expr *symbol)
{
    const struct expr_list *old = &symbol->as.symbol.index;
    struct expr *new = expr_symbol(arena, symbol->where, symbol->as.symbol.name);
    for (size_t n = 0; n < old->n; n++) {
        const struct expr *index = old->item[n];
        const size_t digits = digits_of(index);
        for (size_t digit = 0; digit < digits; digit++)
            expr_append(arena, new,
                        digits == 1 ? index
                                    : expr_number(arena, index->where,
                                                  arena_text(arena, index->as.number + digit, 1)));
    }
    return new;
}

const struct expr *arities_split(const struct arities *arities, struct arena *arena,
                                 const struct expr *symbol)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    const size_t digits = digits_in(index);
    if (digits == index->n)
        return symbol;
    const struct arity *arity = known(arities, &symbol->as.symbol.name);
    return digits == (arity ? arity->indices : (size_t)USUAL_INDICES) ? split(arena, symbol)
                                                                      : symbol;
}
