/* loose.h: definitions that leave open which entry they are about. */
#ifndef BACKPROOF_LOOSE_H
#define BACKPROOF_LOOSE_H

#include "check/model/model.h"

/* Its right side has a letter for an index that its left side has not, and that no sum binds:
 * g = 1 / (1 + e^{-z_j}). */
bool loose_is(const struct definition *definition);

#endif
