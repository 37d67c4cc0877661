/* fitting.c */
#include "check/matrices/fitting.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/vocabulary/matrix_operations.h"

static const struct shape number = {LENGTH_ONE, LENGTH_ONE};

bool shape_is_number(struct shape s)
{
    return s.rows == LENGTH_ONE && s.columns == LENGTH_ONE;
}

/* --- lengths --- */

struct lengths lengths_of(const struct variables *variables)
{
    struct lengths l = {.n = 1 + 2 * variables->n};
    for (size_t n = 0; n < l.n; n++)
        l.equal[n] = (unsigned short)n;
    for (size_t n = 0; n < variables->n; n++) {
        l.size[1 + 2 * n] = variables->variable[n].rows;
        l.size[2 + 2 * n] = variables->variable[n].columns;
    }
    return l;
}

void lengths_forget(struct lengths *l, const struct variables *variables)
{
    l->n = 1 + 2 * variables->n;
}

static unsigned representative(const struct lengths *l, unsigned length)
{
    while (l->equal[length] != length)
        length = l->equal[length];
    return length;
}

bool fitting_equal(struct fitting *f, unsigned a, unsigned b)
{
    a = representative(f->lengths, a);
    b = representative(f->lengths, b);
    if (a == b)
        return true;
    if (a == LENGTH_ONE || b == LENGTH_ONE)
        return false;
    unsigned short *size = f->lengths->size;
    if (size[a] && size[b] && size[a] != size[b])
        return false;
    const unsigned first = a < b ? a : b, other = a < b ? b : a;
    const bool sized = size[first] || size[other];
    f->lengths->equal[other] = (unsigned short)first;
    size[first] = size[first] ? size[first] : size[other];
    f->merged += !sized; /* a name may have any size */
    return true;
}

static bool same_shape(struct fitting *f, struct shape a, struct shape b)
{
    return fitting_equal(f, a.rows, b.rows) && fitting_equal(f, a.columns, b.columns);
}

/* A length that nothing is known of. */
static bool new_length(struct fitting *f, unsigned *length)
{
    struct lengths *l = f->lengths;
    if (l->n == LENGTHS_MAX)
        return false;
    l->equal[l->n] = (unsigned short)l->n;
    l->size[l->n] = 0;
    *length = (unsigned)l->n++;
    return true;
}

/* As many as are written out. */
static bool counted_length(struct fitting *f, size_t size, unsigned *length)
{
    *length = LENGTH_ONE;
    if (size == 1)
        return true;
    if (!new_length(f, length))
        return false;
    f->lengths->size[*length] = (unsigned short)size;
    return true;
}

/* --- names --- */

/* I is the unit matrix where nobody says otherwise. */
static bool is_unit(const struct expr *symbol)
{
    return expr_is_letter(symbol, "I");
}

static bool shape_of_symbol(struct fitting *f, const struct expr *e, struct shape *shape)
{
    const size_t n = variables_number(f->variables, e);
    *shape = number;
    if (n == f->variables->n)
        return true;
    const struct variable *v = &f->variables->variable[n];
    if (is_unit(e) && !v->defined && v->kind == KIND_MATRIX) {
        if (!new_length(f, &shape->rows))
            return false;
        shape->columns = shape->rows;
        return true;
    }
    if (kind_has_rows(v->kind))
        shape->rows = 1 + 2 * (unsigned)n;
    if (kind_has_columns(v->kind))
        shape->columns = 2 + 2 * (unsigned)n;
    return true;
}

/* --- sums --- */

/* A bias that is added to each column, or each row, of a batch. */
static bool is_added_to_each(struct fitting *f, struct shape one, struct shape all)
{
    const bool matrix = all.rows != LENGTH_ONE && all.columns != LENGTH_ONE;
    if (!matrix || shape_is_number(one))
        return false;
    if (one.columns == LENGTH_ONE)
        return fitting_equal(f, one.rows, all.rows);
    return one.rows == LENGTH_ONE && fitting_equal(f, one.columns, all.columns);
}

/* Two terms, or two things whose entries belong together. */
static bool join(struct fitting *f, struct shape *a, struct shape b)
{
    if (same_shape(f, *a, b))
        return true;
    f->loose++;
    if (shape_is_number(b))
        return true;
    if (shape_is_number(*a)) {
        *a = b;
        return true;
    }
    if (is_added_to_each(f, b, *a))
        return true;
    if (!is_added_to_each(f, *a, b))
        return false;
    *a = b;
    return true;
}

/* One more term, which may be null. Numbers as they stand, as the 1 of 1 - a, are there for each entry. */
static bool add_term(struct fitting *f, const struct expr *term, struct shape *shape, bool *any)
{
    struct shape one;
    if (!term || expr_is_constant(term))
        return true;
    if (!fitting_shape(f, term, &one) || (*any && !join(f, shape, one)))
        return false;
    *shape = *any ? *shape : one;
    *any = true;
    return true;
}

static bool shape_of_list(struct fitting *f, const struct expr_list *list, struct shape *shape)
{
    bool any = false;
    *shape = number;
    for (size_t n = 0; n < list->n; n++)
        if (!add_term(f, list->item[n], shape, &any))
            return false;
    return true;
}

/* --- products --- */

enum product fitting_product(const struct fitting *f, struct shape a, struct shape b)
{
    if (shape_is_number(a) || shape_is_number(b))
        return PRODUCT_SCALED;
    const bool column_a = a.columns == LENGTH_ONE, column_b = b.columns == LENGTH_ONE;
    const bool row_a = a.rows == LENGTH_ONE, row_b = b.rows == LENGTH_ONE;
    if ((column_a && column_b) || (row_a && row_b))
        return f->layout.inner ? PRODUCT_INNER : PRODUCT_EACH;
    if (column_a)
        return row_b ? PRODUCT_OUTER : PRODUCT_NONE;
    return row_b ? PRODUCT_NONE : PRODUCT_MATRIX;
}

static bool multiply(struct fitting *f, struct shape *a, struct shape b)
{
    switch (fitting_product(f, *a, b)) {
    case PRODUCT_SCALED:
        *a = shape_is_number(*a) ? b : *a;
        return true;
    case PRODUCT_EACH:
        f->loose++;
        return same_shape(f, *a, b);
    case PRODUCT_INNER:
        f->loose++;
        if (!same_shape(f, *a, b))
            return false;
        *a = number;
        return true;
    case PRODUCT_OUTER:
    case PRODUCT_MATRIX:
        if (!fitting_equal(f, a->columns, b.rows))
            return false;
        a->columns = b.columns;
        return true;
    case PRODUCT_NONE:
        break;
    }
    return false;
}

static bool is_transpose(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_CALL && matrix_operation_named(e->as.call.function) == MATRIX_TRANSPOSE;
}

static bool is_transposed_name(const struct expr *e)
{
    return is_transpose(e, NULL) && e->as.call.argument.item[0]->kind == EXPR_SYMBOL;
}

static bool is_free_name(const struct fitting *f, const struct expr *e)
{
    const size_t n = e->kind == EXPR_SYMBOL ? variables_number(f->variables, e) : f->variables->n;
    return n < f->variables->n && !f->variables->variable[n].defined;
}

/* Nobody writes w^T and a number x behind it, nor two names side by side for the products of their entries: w^T x is a
 * number, and X w a product with a matrix. But W^T \delta with the slope of one output may be meant. */
static bool is_never_meant(const struct fitting *f, const struct expr *before, struct shape a,
                           const struct expr *e, struct shape b)
{
    if (is_transposed_name(before) && e->kind == EXPR_SYMBOL && shape_is_number(b))
        return a.columns != LENGTH_ONE || (!shape_is_number(a) && is_free_name(f, e));
    return is_free_name(f, before) && is_free_name(f, e) &&
           fitting_product(f, a, b) == PRODUCT_EACH;
}

static bool shape_of_product(struct fitting *f, const struct expr_list *list, struct shape *shape)
{
    *shape = number;
    for (size_t n = 0; n < list->n; n++) {
        struct shape one;
        if (!fitting_shape(f, list->item[n], &one) ||
            (n > 0 && is_never_meant(f, list->item[n - 1], *shape, list->item[n], one)) ||
            !multiply(f, shape, one))
            return false;
    }
    return true;
}

static bool shape_of_quotient(struct fitting *f, const struct expr *e, struct shape *shape)
{
    struct shape below;
    if (!fitting_shape(f, e->as.quotient.numerator, shape) ||
        !fitting_shape(f, e->as.quotient.denominator, &below))
        return false;
    if (shape_is_number(below))
        return true;
    f->loose++;
    if (shape_is_number(*shape)) {
        *shape = below;
        return true;
    }
    return same_shape(f, *shape, below);
}

/* --- operations and functions --- */

static bool shape_of_diagonal(struct shape *shape)
{
    if (shape->rows != LENGTH_ONE && shape->columns != LENGTH_ONE)
        return false;
    const unsigned length = shape->rows != LENGTH_ONE ? shape->rows : shape->columns;
    *shape = (struct shape){length, length};
    return length != LENGTH_ONE;
}

static bool is_matrix(struct shape s)
{
    return s.rows != LENGTH_ONE && s.columns != LENGTH_ONE;
}

static bool shape_of_call(struct fitting *f, const struct expr *e, struct shape *shape)
{
    const struct expr_list *arguments = &e->as.call.argument;
    const enum matrix_operation operation = matrix_operation_named(e->as.call.function);
    if (!shape_of_list(f, arguments, shape))
        return false;
    const bool was_number = shape_is_number(*shape);
    switch (operation) {
    case MATRIX_NONE:
        f->loose += is_matrix(*shape) && strcmp(e->as.call.function, "exp") == 0; /* or a series */
        return true;
    case MATRIX_TRANSPOSE:
        *shape = (struct shape){shape->columns, shape->rows};
        /* (x^T y)^T may be meant; (x y)^T is no number. */
        f->loose += was_number && !expr_any(arguments->item[0], is_transpose, NULL) ? 2 : 0;
        return !expr_is_constant(arguments->item[0]); /* 1^T is a row of ones, which are not read */
    case MATRIX_HADAMARD:
        return !was_number;
    case MATRIX_NORM:
    case MATRIX_NORM_ONE:
    case MATRIX_INNER:
        f->loose += is_matrix(*shape); /* of which there are several norms */
        *shape = number;
        if (operation != MATRIX_INNER && expr_is_constant(arguments->item[0])) /* |0.7 - 1| */
            return arguments->n == 1;
        return arguments->n == (operation == MATRIX_INNER ? 2 : 1) && !was_number;
    case MATRIX_DIAGONAL:
        return shape_of_diagonal(shape);
    case MATRIX_TRACE: {
        const struct shape of = *shape;
        *shape = number;
        return !was_number && fitting_equal(f, of.rows, of.columns);
    }
    case MATRIX_SOFTMAX:
        return !was_number && (shape->rows == LENGTH_ONE || shape->columns == LENGTH_ONE);
    }
    return false;
}

/* --- derivatives --- */

static unsigned length_of_vector(struct shape s)
{
    return s.rows != LENGTH_ONE ? s.rows : s.columns;
}

static bool shape_of_derivative(struct fitting *f, const struct expr *e, struct shape *shape)
{
    struct shape of, by;
    if (!fitting_shape(f, e->as.derivative.of, &of) || !fitting_shape(f, e->as.derivative.by, &by))
        return false;
    *shape = of;
    if (shape_is_number(by))
        return true;
    if (shape_is_number(of)) {
        *shape = f->layout.transposed ? (struct shape){by.columns, by.rows} : by;
        return true;
    }
    const bool vectors = (of.rows == LENGTH_ONE || of.columns == LENGTH_ONE) &&
                         (by.rows == LENGTH_ONE || by.columns == LENGTH_ONE);
    const unsigned above = length_of_vector(of), below = length_of_vector(by);
    if (f->layout.jacobian == JACOBIAN_EACH) {
        f->loose++;
        return same_shape(f, of, by);
    }
    *shape = f->layout.jacobian == JACOBIAN_ROWS ? (struct shape){above, below}
                                                 : (struct shape){below, above};
    return vectors;
}

/* --- in brackets --- */

static bool shape_of_array(struct fitting *f, const struct expr *e, struct shape *shape)
{
    const size_t columns = e->as.array.columns, n = e->as.array.entry.n;
    for (size_t k = 0; k < n; k++) {
        struct shape one;
        if (!fitting_shape(f, e->as.array.entry.item[k], &one) || !shape_is_number(one))
            return false;
    }
    const bool down = e->as.array.either && f->layout.down;
    return counted_length(f, down ? n : n / columns, &shape->rows) &&
           counted_length(f, down ? 1 : columns, &shape->columns);
}

static bool shape_of_each(struct fitting *f, const struct expr *e, struct shape *shape)
{
    if (!fitting_shape(f, e->as.each.body, shape))
        return false;
    unsigned *length = e->as.each.across ? &shape->columns : &shape->rows;
    return *length == LENGTH_ONE && new_length(f, length);
}

/* --- the whole --- */

static bool shape_of_cases(struct fitting *f, const struct expr *e, struct shape *shape)
{
    bool any = false;
    *shape = number;
    for (size_t n = 0; n < e->as.cases.n; n++)
        if (!add_term(f, e->as.cases.branch[n].value, shape, &any) ||
            !add_term(f, e->as.cases.branch[n].condition, shape, &any))
            return false;
    return true;
}

/* 1 where z > 0: for each entry. */
static bool shape_of_condition(struct fitting *f, const struct expr *e, struct shape *shape)
{
    bool any = false;
    *shape = number;
    if (e->kind == EXPR_INDICATOR)
        return fitting_shape(f, e->as.indicator.condition, shape);
    if (e->kind == EXPR_AND)
        return shape_of_list(f, &e->as.list, shape);
    return add_term(f, e->as.comparison.left, shape, &any) &&
           add_term(f, e->as.comparison.right, shape, &any);
}

static bool is_inverse(const struct expr *power)
{
    const struct expr *exponent = power->as.power.exponent;
    return exponent->kind == EXPR_NEG && exponent->as.negative.operand->kind == EXPR_NUMBER &&
           strcmp(exponent->as.negative.operand->as.number, "1") == 0;
}

static bool shape_of_power(struct fitting *f, const struct expr *e, struct shape *shape)
{
    struct shape exponent;
    if (!fitting_shape(f, e->as.power.base, shape) ||
        !fitting_shape(f, e->as.power.exponent, &exponent) || !shape_is_number(exponent))
        return false;
    if (shape_is_number(*shape)) /* nobody writes (X^T X)^{-1} for a number */
        return !is_inverse(e) || !expr_any(e->as.power.base, is_transpose, NULL);
    /* A power of a matrix is a product, and ^{-1} its inverse; of a vector it is that of each entry. */
    f->loose++;
    return (shape->rows == LENGTH_ONE || shape->columns == LENGTH_ONE) &&
           e->as.power.exponent->kind == EXPR_NUMBER;
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
bool fitting_shape(struct fitting *f, const struct expr *e, struct shape *shape)
{
    *shape = number;
    switch (e->kind) {
    case EXPR_NUMBER:
    case EXPR_LIST:
    case EXPR_ENTRY:
        return true;
    case EXPR_ARRAY:
        return shape_of_array(f, e, shape);
    case EXPR_EACH:
        return shape_of_each(f, e, shape);
    case EXPR_INDICATOR:
    case EXPR_COMPARISON:
    case EXPR_AND:
        return shape_of_condition(f, e, shape);
    case EXPR_SYMBOL:
        return shape_of_symbol(f, e, shape);
    case EXPR_ADD:
        return shape_of_list(f, &e->as.list, shape);
    case EXPR_MUL:
        return shape_of_product(f, &e->as.list, shape);
    case EXPR_DIV:
        return shape_of_quotient(f, e, shape);
    case EXPR_NEG:
        return fitting_shape(f, e->as.negative.operand, shape);
    case EXPR_POW:
        return shape_of_power(f, e, shape);
    case EXPR_CALL:
        return shape_of_call(f, e, shape);
    case EXPR_PRIME:
        return shape_of_list(f, &e->as.call.argument, shape);
    case EXPR_SUM:
        return fitting_shape(f, e->as.sum.body, shape);
    case EXPR_DERIVATIVE:
        return shape_of_derivative(f, e, shape);
    case EXPR_CASES:
        return shape_of_cases(f, e, shape);
    case EXPR_DOTS:
        break;
    }
    return false;
}
