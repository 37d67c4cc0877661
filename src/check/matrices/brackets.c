/* brackets.c */
#include "check/matrices/brackets.h"

#include <stdlib.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/rewrite.h"
#include "check/vocabulary/matrix_operations.h"

/* --- the first number --- */

/* The number below a name, at a place counted from the last one; false if there is none. */
static bool number_below(const struct expr *e, size_t place, long *number)
{
    if (e->kind != EXPR_SYMBOL || e->as.symbol.index.n <= place)
        return false;
    const struct expr *index = e->as.symbol.index.item[e->as.symbol.index.n - 1 - place];
    if (index->kind != EXPR_NUMBER)
        return false;
    *number = strtol(index->as.number, NULL, 10);
    return true;
}

/* The entries are numbered one after the other in both directions, from the same number on. */
static bool is_numbered(const struct expr *array, long *base)
{
    const size_t columns = array->as.array.columns, n = array->as.array.entry.n;
    const bool matrix = columns > 1 && columns < n;
    for (size_t k = 0; k < n; k++) {
        const struct expr *e = array->as.array.entry.item[k];
        const long row = (long)(k / columns), column = (long)(k % columns);
        long last, before;
        if (!number_below(e, 0, &last) || (matrix && !number_below(e, 1, &before)))
            return false;
        if (k == 0)
            *base = last;
        if (matrix ? last != *base + column || before != *base + row : last != *base + (long)k)
            return false;
    }
    return true;
}

/* w_1, w_2; w_3, w_4: row by row, the last number of each is one more than that before. */
static bool is_numbered_in_a_row(const struct expr *array)
{
    long first, one;
    for (size_t n = 0; n < array->as.array.entry.n; n++)
        if (!number_below(array->as.array.entry.item[0], 0, &first) ||
            !number_below(array->as.array.entry.item[n], 0, &one) || one != first + (long)n)
            return false;
    return true;
}

long brackets_base(const struct expr *array, long usual)
{
    long base = usual;
    return is_numbered(array, &base) ? base : usual;
}

static bool is_zero(const struct expr *e)
{
    return e && e->kind == EXPR_NUMBER && strcmp(e->as.number, "0") == 0;
}

static bool begins_with_zero(const struct expr *e, const void *with)
{
    (void)with;
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++)
        if (is_zero(e->as.symbol.index.item[n]))
            return true;
    return e->kind == EXPR_SUM && is_zero(e->as.sum.low);
}

long brackets_usual_base(const struct statements *s)
{
    for (size_t n = 0; n < s->n; n++)
        if (s->statement[n].wrong.code == REASON_NONE &&
            (expr_any(s->statement[n].left, begins_with_zero, NULL) ||
             expr_any(s->statement[n].right, begins_with_zero, NULL)))
            return 0;
    return 1;
}

/* --- names of entries --- */

static bool is_entry_of(const struct expr *e, const struct expr *whole)
{
    if (e->kind == EXPR_DERIVATIVE && whole->kind == EXPR_DERIVATIVE) {
        const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
        return (expr_same(of, whole->as.derivative.of) ||
                is_entry_of(of, whole->as.derivative.of)) &&
               is_entry_of(by, whole->as.derivative.by);
    }
    return e->kind == EXPR_SYMBOL && expr_same_head(e, whole) &&
           e->as.symbol.index.n > whole->as.symbol.index.n;
}

static bool are_entries_of(const struct expr *e, const struct expr *whole)
{
    if (e->kind == EXPR_CALL && matrix_operation_named(e->as.call.function) == MATRIX_TRANSPOSE)
        return are_entries_of(e->as.call.argument.item[0], whole);
    if (e->kind == EXPR_EACH)
        return are_entries_of(e->as.each.body, whole);
    if (e->kind != EXPR_ARRAY)
        return is_entry_of(e, whole);
    for (size_t n = 0; n < e->as.array.entry.n; n++)
        if (!is_entry_of(e->as.array.entry.item[n], whole))
            return false;
    return true;
}

bool brackets_name_entries(const struct statement *s)
{
    return (s->left->kind == EXPR_SYMBOL || s->left->kind == EXPR_DERIVATIVE) &&
           !is_entry_of(s->right, s->left) && are_entries_of(s->right, s->left);
}

/* --- values --- */

/* The name whose entries stand in an array, without the numbers of the entries; null if they are of several names.
 * *flat: a matrix of entries with one number each. */
static const struct expr *named_by(struct arena *arena, const struct expr *array, bool *flat)
{
    const struct expr_list *entries = &array->as.array.entry;
    const size_t columns = array->as.array.columns;
    const struct expr *first = entries->item[0];
    long base;
    if (!is_numbered(array, &base) && !is_numbered_in_a_row(array))
        return NULL;
    for (size_t n = 1; n < entries->n; n++)
        if (!expr_same_head(entries->item[n], first) ||
            entries->item[n]->as.symbol.index.n != first->as.symbol.index.n)
            return NULL;
    const bool matrix = columns > 1 && columns < entries->n;
    *flat = matrix && is_numbered_in_a_row(array);
    struct expr *name = expr_symbol(arena, first->where, first->as.symbol.name);
    for (size_t n = 0; n + (matrix && !*flat ? 2 : 1) < first->as.symbol.index.n; n++)
        expr_append(arena, name, first->as.symbol.index.item[n]);
    return name;
}

const struct statements *brackets_give_values(const struct statements *old, struct arena *arena)
{
    struct statements *new = NULL;
    for (size_t n = 0; n < old->n; n++) {
        const struct statement *s = &old->statement[n];
        bool flat;
        if (s->wrong.code != REASON_NONE || s->left->kind != EXPR_ARRAY ||
            s->right->kind != EXPR_ARRAY || s->rel != REL_EQ ||
            s->left->as.array.entry.n != s->right->as.array.entry.n ||
            s->left->as.array.columns != s->right->as.array.columns)
            continue;
        const struct expr *name = named_by(arena, s->left, &flat);
        if (!name)
            continue;
        new = new ? new : statements_copy(old, arena);
        struct expr *right =
            expr_array(arena, s->right->where, flat ? 1 : s->right->as.array.columns);
        right->as.array.either = s->right->as.array.either;
        for (size_t k = 0; k < s->right->as.array.entry.n; k++)
            expr_append(arena, right, s->right->as.array.entry.item[k]);
        new->statement[n].left = name;
        new->statement[n].right = right;
        new->statement[n].link = false;
    }
    return new ? new : old;
}
