/* near_misses.h: w_ij once, where W_ij stands everywhere else, is a slip of the pen. */
#ifndef BACKPROOF_NEAR_MISSES_H
#define BACKPROOF_NEAR_MISSES_H

#include "check/model/model.h"

/* For model_make: reads such symbols as the other one, and warns of each. Claims must be sorted. */
void near_misses_apply(struct model *model, struct warnings *warnings, struct arena *arena);

#endif
