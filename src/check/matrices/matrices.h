/* matrices.h: statements about vectors and matrices become statements about their entries.
 *
 * dL/dW = \delta x^T says of each entry dL/dW_ij = \delta_i x_j. The kinds of the names, and the layout of derivatives,
 * are those under which most of the document fits. What is about numbers stays as it is; what does not fit, or has
 * signs of vectors in a document that is read as one of numbers, is unread.
 */
#ifndef BACKPROOF_MATRICES_H
#define BACKPROOF_MATRICES_H

#include "check/meaning/statements.h"

/* New statements, one for each, without any operation on vectors and matrices. */
const struct statements *matrices_write_out(const struct statements *statements,
                                            struct arena *arena);

#endif
