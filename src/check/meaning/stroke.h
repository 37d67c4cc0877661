/* stroke.h: how far a stroke reaches: 1/2m is (1/2) m or 1/(2m). */
#ifndef BACKPROOF_STROKE_H
#define BACKPROOF_STROKE_H

#include <stdbool.h>

#include "check/reading/written.h"

/* In a product a name stands directly behind the number below a stroke. */
bool stroke_is_open(const struct written *mul);

/* The same product with that name below the stroke: another MUL, or a DIV where no factor is left. */
struct written *stroke_extend(struct arena *arena, const struct written *mul);

#endif
