/* lists.c */
#include "check/matrices/lists.h"

#include "check/expression/walk.h"
#include "check/meaning/rewrite.h"
#include "check/vocabulary/matrix_operations.h"

static bool is_list(const struct expr *e)
{
    return e->kind == EXPR_LIST && e->square && e->as.list.n > 1;
}

static bool is_no_entry(const struct expr *e)
{
    return e->kind == EXPR_LIST || e->kind == EXPR_DOTS || e->kind == EXPR_ARRAY ||
           e->kind == EXPR_EACH;
}

static bool is_row(const struct expr *list)
{
    for (size_t n = 0; n < list->as.list.n; n++)
        if (is_no_entry(list->as.list.item[n]))
            return false;
    return true;
}

/* Of so many columns; 0 if it is none. */
static size_t columns_of(const struct expr *list)
{
    const size_t columns = is_list(list->as.list.item[0]) ? list->as.list.item[0]->as.list.n : 0;
    for (size_t n = 0; columns && n < list->as.list.n; n++) {
        const struct expr *row = list->as.list.item[n];
        if (!is_list(row) || row->as.list.n != columns || !is_row(row))
            return 0;
    }
    return columns;
}

static const struct expr *array_of(struct arena *arena, const struct expr *e, enum walk *way,
                                   void *with)
{
    (void)with;
    if (e->kind == EXPR_CALL && !matrix_operation_named(e->as.call.function))
        *way = WALK_PRUNE;
    if (!is_list(e))
        return e;
    *way = WALK_PRUNE;
    const bool flat = is_row(e);
    const size_t columns = flat ? e->as.list.n : columns_of(e);
    if (!columns)
        return e;
    struct expr *array = expr_array(arena, e->where, columns);
    array->as.array.either = flat;
    for (size_t n = 0; n < e->as.list.n; n++)
        for (size_t k = 0; k < (flat ? 1 : columns); k++)
            expr_append(arena, array,
                        flat ? e->as.list.item[n] : e->as.list.item[n]->as.list.item[k]);
    return array;
}

/* [a, b] = ... gives a value to each. */
static bool are_names(const struct expr *e)
{
    for (size_t n = 0; e->kind == EXPR_LIST && n < e->as.list.n; n++)
        if (e->as.list.item[n]->kind != EXPR_SYMBOL || e->as.list.item[n]->as.symbol.index.n)
            return false;
    return e->kind == EXPR_LIST;
}

const struct statements *lists_as_arrays(const struct statements *old, struct arena *arena)
{
    struct statements *new =
        statements_copy(rewrite_statements(old, arena, REWRITE_SIDES, array_of, NULL), arena);
    for (size_t n = 0; n < new->n; n++) {
        const struct statement *s = &old->statement[n];
        if (s->wrong.code != REASON_NONE || (s->rel != REL_IN && !are_names(s->left)))
            continue;
        new->statement[n].left = s->left;
        new->statement[n].right = s->right;
    }
    return new;
}
