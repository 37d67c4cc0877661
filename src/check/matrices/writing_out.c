/* writing_out.c: entry by entry, from the whole down to the names. */
#include "check/matrices/writing_out.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/matrices/brackets.h"
#include "check/vocabulary/matrix_operations.h"

const struct expr *writing_letter(struct writing_out *w, struct extent where)
{
    const size_t n = strlen(w->letters.free);
    if (w->letters.used >= n) {
        w->letters.out = true;
        return expr_symbol(w->arena, where, symbol_name_plain("i"));
    }
    return expr_symbol(
        w->arena, where,
        symbol_name_plain(arena_text(w->arena, w->letters.free + w->letters.used++, 1)));
}

static struct shape shape_of(struct writing_out *w, const struct expr *e)
{
    struct shape shape = {LENGTH_ONE, LENGTH_ONE};
    fitting_shape(&w->fitting, e, &shape);
    return shape;
}

/* --- names --- */

static bool is_unit(const struct writing_out *w, const struct expr *symbol)
{
    const struct variable *v = variables_of(w->fitting.variables, symbol);
    return expr_is_letter(symbol, "I") && v && !v->defined && v->kind == KIND_MATRIX;
}

/* Behind the indices that stand there; before that of a sample, as in x_j^{(i)}. */
static const struct expr *symbol_entry(struct writing_out *w, const struct expr *e,
                                       const struct expr *row, const struct expr *column)
{
    const struct variable *v = variables_of(w->fitting.variables, e);
    if (!v || v->kind == KIND_SCALAR)
        return e;
    if (is_unit(w, e))
        return expr_indicator(w->arena, e->where, expr_comparison(w->arena, row, REL_EQ, column));
    const struct expr_list *index = &e->as.symbol.index;
    const bool sample = index->n && names_have(&w->lexicon->sampled, e->as.symbol.name.base);
    struct expr *entry = expr_symbol(w->arena, e->where, e->as.symbol.name);
    for (size_t n = 0; n + (sample ? 1 : 0) < index->n; n++)
        expr_append(w->arena, entry, index->item[n]);
    if (kind_has_rows(v->kind))
        expr_append(w->arena, entry, row);
    if (kind_has_columns(v->kind))
        expr_append(w->arena, entry, column);
    if (sample)
        expr_append(w->arena, entry, index->item[index->n - 1]);
    return entry;
}

/* --- sums over entries --- */

static const struct expr *sum_over(struct writing_out *w, const struct expr *letter,
                                   const struct expr *body)
{
    return expr_sum(w->arena, body->where, letter->as.symbol.name.base, NULL, NULL, NULL, body);
}

static const struct expr *call(struct writing_out *w, const char *function,
                               const struct expr *argument)
{
    struct expr *c = expr_call(w->arena, argument->where, EXPR_CALL, function);
    expr_append(w->arena, c, argument);
    return c;
}

/* What `each` makes of an entry, summed over all entries of e. */
static const struct expr *total(struct writing_out *w, const struct expr *e,
                                const struct expr *(*each)(struct writing_out *w,
                                                           const struct expr *entry))
{
    const struct shape shape = shape_of(w, e);
    const struct expr *row = shape.rows != LENGTH_ONE ? writing_letter(w, e->where) : NULL;
    const struct expr *column = shape.columns != LENGTH_ONE ? writing_letter(w, e->where) : NULL;
    const struct expr *sum = each(w, writing_entry(w, e, row, column));
    if (column)
        sum = sum_over(w, column, sum);
    return row ? sum_over(w, row, sum) : sum;
}

static const struct expr *squared(struct writing_out *w, const struct expr *entry)
{
    return expr_power(w->arena, entry, expr_whole(w->arena, entry->where, 2));
}

static const struct expr *absolute(struct writing_out *w, const struct expr *entry)
{
    return call(w, "abs", entry);
}

/* --- products --- */

/* Of the first n factors. */
static struct shape shape_of_factors(struct writing_out *w, const struct expr *e, size_t n)
{
    struct expr *product = expr_list(w->arena, e->where, EXPR_MUL);
    for (size_t k = 0; k < n; k++)
        expr_append(w->arena, product, e->as.list.item[k]);
    return shape_of(w, product);
}

static const struct expr *product_entry(struct writing_out *w, const struct expr *e, size_t n,
                                        const struct expr *row, const struct expr *column)
{
    const struct expr *last = e->as.list.item[n - 1];
    if (n == 1)
        return writing_entry(w, last, row, column);
    const struct shape a = shape_of_factors(w, e, n - 1), b = shape_of(w, last);
    /* One after the other: each may take new letters, and C does not say which of two arguments is evaluated first. */
    const struct expr *inner, *before, *behind;
    switch (fitting_product(&w->fitting, a, b)) {
    case PRODUCT_MATRIX:
        inner = writing_letter(w, last->where);
        behind = writing_entry(w, last, inner, column);
        before = product_entry(w, e, n - 1, row, inner);
        return sum_over(w, inner, expr_product(w->arena, before, behind));
    case PRODUCT_INNER:
        inner = writing_letter(w, last->where);
        behind = writing_entry(w, last, inner, inner);
        before = product_entry(w, e, n - 1, inner, inner);
        return sum_over(w, inner, expr_product(w->arena, before, behind));
    case PRODUCT_SCALED:
    case PRODUCT_EACH:
    case PRODUCT_OUTER:
    case PRODUCT_NONE:
        break;
    }
    behind = writing_entry(w, last, row, column);
    before = product_entry(w, e, n - 1, row, column);
    return expr_product(w->arena, before, behind);
}

/* --- operations --- */

static const struct expr *argument_entry(struct writing_out *w, const struct expr *e, size_t n,
                                         const struct expr *row, const struct expr *column)
{
    return writing_entry(w, e->as.call.argument.item[n], row, column);
}

static const struct expr *products_of_entries(struct writing_out *w, const struct expr *e,
                                              const struct expr *row, const struct expr *column)
{
    const struct expr *product = argument_entry(w, e, 0, row, column);
    for (size_t n = 1; n < e->as.call.argument.n; n++)
        product = expr_product(w->arena, product, argument_entry(w, e, n, row, column));
    return product;
}

static const struct expr *inner_product(struct writing_out *w, const struct expr *e)
{
    const struct shape shape = shape_of(w, e->as.call.argument.item[0]);
    const struct expr *row = shape.rows != LENGTH_ONE ? writing_letter(w, e->where) : NULL;
    const struct expr *column = shape.columns != LENGTH_ONE ? writing_letter(w, e->where) : NULL;
    const struct expr *sum = products_of_entries(w, e, row, column);
    if (column)
        sum = sum_over(w, column, sum);
    return row ? sum_over(w, row, sum) : sum;
}

static const struct expr *softmax_entry(struct writing_out *w, const struct expr *e,
                                        const struct expr *row, const struct expr *column)
{
    const struct expr *each = writing_letter(w, e->where);
    const struct expr *below = call(w, "exp", argument_entry(w, e, 0, each, each));
    const struct expr *above = call(w, "exp", argument_entry(w, e, 0, row, column));
    return expr_quotient(w->arena, above, sum_over(w, each, below));
}

static const struct expr *operation_entry(struct writing_out *w, const struct expr *e,
                                          enum matrix_operation operation, const struct expr *row,
                                          const struct expr *column)
{
    const struct expr *argument = e->as.call.argument.item[0];
    switch (operation) {
    case MATRIX_TRANSPOSE:
        return writing_entry(w, argument, column, row);
    case MATRIX_HADAMARD:
        return products_of_entries(w, e, row, column);
    case MATRIX_NORM:
        return call(w, "sqrt", total(w, argument, squared));
    case MATRIX_NORM_ONE:
        return total(w, argument, absolute);
    case MATRIX_INNER:
        return inner_product(w, e);
    case MATRIX_DIAGONAL:
        return expr_product(
            w->arena, writing_entry(w, argument, row, row),
            expr_indicator(w->arena, e->where, expr_comparison(w->arena, row, REL_EQ, column)));
    case MATRIX_TRACE: {
        const struct expr *both = writing_letter(w, e->where);
        return sum_over(w, both, writing_entry(w, argument, both, both));
    }
    case MATRIX_SOFTMAX:
        return softmax_entry(w, e, row, column);
    case MATRIX_NONE:
        break;
    }
    return e;
}

/* --- derivatives --- */

static const struct expr *derivative_entry(struct writing_out *w, const struct expr *e,
                                           const struct expr *row, const struct expr *column)
{
    const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
    const struct shape above = shape_of(w, of), below = shape_of(w, by);
    const struct expr *of_entry, *by_entry;
    if (shape_is_number(below)) {
        of_entry = writing_entry(w, of, row, column);
        by_entry = writing_entry(w, by, NULL, NULL);
    } else if (shape_is_number(above)) {
        const bool turned = w->fitting.layout.transposed;
        of_entry = writing_entry(w, of, NULL, NULL);
        by_entry = writing_entry(w, by, turned ? column : row, turned ? row : column);
    } else {
        const enum jacobian layout = w->fitting.layout.jacobian;
        const bool each = layout == JACOBIAN_EACH;
        const struct expr *one = each && above.rows == LENGTH_ONE ? column : row;
        const struct expr *a = layout == JACOBIAN_COLUMNS ? column : one;
        const struct expr *b = each ? one : layout == JACOBIAN_COLUMNS ? row : column;
        of_entry = writing_entry(w, of, each ? row : a, each ? column : a);
        by_entry = writing_entry(w, by, each ? row : b, each ? column : b);
    }
    return expr_derivative(w->arena, e->where, of_entry, by_entry);
}

/* --- in brackets --- */

static const struct expr *array_entry(struct writing_out *w, const struct expr *e,
                                      const struct expr *row, const struct expr *column)
{
    const bool down = e->as.array.either && w->fitting.layout.down;
    const size_t columns = down ? 1 : e->as.array.columns;
    struct expr *array = expr_array(w->arena, e->where, columns);
    for (size_t n = 0; n < e->as.array.entry.n; n++)
        expr_append(w->arena, array, writing_entry(w, e->as.array.entry.item[n], NULL, NULL));
    return expr_entry(w->arena, array, columns < e->as.array.entry.n ? row : NULL,
                      columns > 1 ? column : NULL, brackets_base(e, w->base));
}

struct renamed {
    const char *letter;
    const struct expr *as;
};

static const struct expr *rename_letter(struct arena *arena, const struct expr *e, void *with)
{
    const struct renamed *r = with;
    (void)arena;
    return expr_is_letter(e, r->letter) ? r->as : e;
}

static const struct expr *entry_of_each(struct writing_out *w, const struct expr *e,
                                        const struct expr *row, const struct expr *column)
{
    struct renamed r = {e->as.each.letter, e->as.each.across ? column : row};
    const struct expr *body = expr_map(w->arena, e->as.each.body, rename_letter, &r);
    return expr_entry_of_each(w->arena, e, r.as, writing_entry(w, body, row, column));
}

/* --- the whole --- */

/* Each part in the same place. */
static const struct expr *part_by_part(struct writing_out *w, const struct expr *e,
                                       const struct expr *row, const struct expr *column)
{
    struct expr *entry = expr_shallow(w->arena, e);
    for (size_t n = 0; n < expr_parts(e); n++)
        expr_set_part(entry, n, writing_entry(w, expr_part(e, n), row, column));
    return entry;
}

/* ||x||^2 is the sum of the squares, with no root that could be 0. */
static const struct expr *power_entry(struct writing_out *w, const struct expr *e,
                                      const struct expr *row, const struct expr *column)
{
    const struct expr *base = e->as.power.base, *exponent = e->as.power.exponent;
    if (base->kind == EXPR_CALL && matrix_operation_named(base->as.call.function) == MATRIX_NORM &&
        exponent->kind == EXPR_NUMBER && strcmp(exponent->as.number, "2") == 0)
        return total(w, base->as.call.argument.item[0], squared);
    return expr_power(w->arena, writing_entry(w, base, row, column), exponent);
}

static const struct expr *condition_entry(struct writing_out *w, const struct expr *condition,
                                          const struct expr *row, const struct expr *column)
{
    return condition ? writing_entry(w, condition, row, column) : NULL;
}

static const struct expr *cases_entry(struct writing_out *w, const struct expr *e,
                                      const struct expr *row, const struct expr *column)
{
    struct expr_branch *branch = arena_new(w->arena, e->as.cases.n * sizeof *branch);
    for (size_t n = 0; n < e->as.cases.n; n++) {
        branch[n].value = writing_entry(w, e->as.cases.branch[n].value, row, column);
        branch[n].condition = condition_entry(w, e->as.cases.branch[n].condition, row, column);
    }
    return expr_cases(w->arena, e->where, branch, e->as.cases.n);
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
const struct expr *writing_entry(struct writing_out *w, const struct expr *e,
                                 const struct expr *row, const struct expr *column)
{
    if (w->entries++ > ENTRIES_MAX) {
        w->letters.out = true;
        return e;
    }
    switch (e->kind) {
    case EXPR_SYMBOL:
        return symbol_entry(w, e, row, column);
    case EXPR_MUL:
        return product_entry(w, e, e->as.list.n, row, column);
    case EXPR_POW:
        return power_entry(w, e, row, column);
    case EXPR_CALL: {
        const enum matrix_operation operation = matrix_operation_named(e->as.call.function);
        return operation ? operation_entry(w, e, operation, row, column)
                         : part_by_part(w, e, row, column);
    }
    case EXPR_SUM:
        return expr_sum(w->arena, e->where, e->as.sum.index, e->as.sum.low, e->as.sum.high,
                        e->as.sum.condition, writing_entry(w, e->as.sum.body, row, column));
    case EXPR_DERIVATIVE:
        return derivative_entry(w, e, row, column);
    case EXPR_CASES:
        return cases_entry(w, e, row, column);
    case EXPR_ADD:
    case EXPR_DIV:
    case EXPR_NEG:
    case EXPR_PRIME:
    case EXPR_INDICATOR:
    case EXPR_COMPARISON:
    case EXPR_AND:
        return part_by_part(w, e, row, column);
    case EXPR_ARRAY:
        return array_entry(w, e, row, column);
    case EXPR_EACH:
        return entry_of_each(w, e, row, column);
    case EXPR_NUMBER:
    case EXPR_LIST:
    case EXPR_ENTRY:
    case EXPR_DOTS:
        break;
    }
    return e;
}
