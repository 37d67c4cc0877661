/* reach.h: how far a sum reaches that is written without brackets: sum_k a_k - b_k. */
#ifndef BACKPROOF_REACH_H
#define BACKPROOF_REACH_H

#include "check/reading/written.h"

/* Terms of an ADD: the one that ends in a sum, and the last one in which the index of that sum still stands. Without
 * any, last is 0. */
struct reach {
    size_t sum, last;
};

struct reach reach_of(const struct written *add);

/* The same terms with those up to the last one inside the sum. */
struct written *reach_extend(struct arena *arena, const struct written *add, struct reach reach);

/* The term of an ADD that ends in a product behind d/dx, without brackets around it, and behind which no other
 * derivative stands: d/dx a x + b. Its number plus 1; 0 without any. */
size_t reach_of_slope(const struct written *add);

/* The same terms with all that follow inside what d/dx applies to. */
struct written *reach_extend_slope(struct arena *arena, const struct written *add, size_t term);

#endif
