/* shapes.h: chains that say what size something has, and claim nothing of numbers. */
#ifndef BACKPROOF_SHAPES_H
#define BACKPROOF_SHAPES_H

#include "check/reading/source.h"
#include "check/reading/written.h"

/* Sizes of matrices, (q \times 1)(1 \times p) = (q \times p), [W] = [m \times n]; or a matrix with its entries,
 * B = (b_{ij}). */
bool shapes_only(const struct source *source, const struct written *chain);

#endif
