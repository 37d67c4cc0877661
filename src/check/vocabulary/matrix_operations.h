/* matrix_operations.h: what is done to vectors and matrices, as the functions of an expression. The room matrices
 * writes them out in entries; nothing behind it meets one.
 */
#ifndef BACKPROOF_MATRIX_OPERATIONS_H
#define BACKPROOF_MATRIX_OPERATIONS_H

enum matrix_operation {
    MATRIX_NONE,
    MATRIX_TRANSPOSE,
    MATRIX_HADAMARD, /* the product entry by entry */
    MATRIX_NORM,     /* the root of the sum of the squares of all entries */
    MATRIX_NORM_ONE, /* the sum of the absolute values */
    MATRIX_INNER,    /* of two vectors, or matrices: the sum of the products of their entries */
    MATRIX_DIAGONAL, /* the matrix with a vector on its diagonal */
    MATRIX_TRACE,
    MATRIX_SOFTMAX /* of a whole vector */
};

/* By the name it has in expressions; MATRIX_NONE if it is none. */
enum matrix_operation matrix_operation_named(const char *function);

/* The name in expressions. */
const char *matrix_operation_name(enum matrix_operation operation);

/* By a name that people write in front of parentheses: diag, tr. MATRIX_NONE if it is none. */
enum matrix_operation matrix_operation_spelt(const char *name);

#endif
