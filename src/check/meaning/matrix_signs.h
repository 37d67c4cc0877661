/* matrix_signs.h: the signs of vectors and matrices, each as a call of an operation (vocabulary/matrix_operations.h).
 */
#ifndef BACKPROOF_MATRIX_SIGNS_H
#define BACKPROOF_MATRIX_SIGNS_H

#include "check/meaning/elaboration.h"
#include "check/vocabulary/matrix_operations.h"

/* a \odot b */
const struct expr *elaborate_hadamard(struct elaboration *to, const struct written *written);

/* ||x||; `below` says which norm it is: 2 or F as without it, or 1; it may be null. */
const struct expr *elaborate_norm(struct elaboration *to, const struct written *norm,
                                  const struct written *below);

/* An operation on one value; null if that is. */
const struct expr *elaborate_operation(struct elaboration *to, enum matrix_operation operation,
                                       const struct written *where, const struct expr *value);

/* The T, or the [1]T, above a name or a formula is the sign of a transpose. */
bool is_transpose_sign(const struct written *above);

/* A sign that nobody writes who speaks of numbers only. */
bool is_matrix_sign(const struct written *node);

/* One of the chain's relations says which shape something has: x \in \mathbb{R}^n, W \in \mathbb{R}^{m \times n}. */
bool is_shape_said(const struct written *set);

/* Of such a set: whether there are more than one row, and more than one column. */
void shape_said(const struct written *set, bool *rows, bool *columns);

#endif
