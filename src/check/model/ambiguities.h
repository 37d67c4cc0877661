/* ambiguities.h: what can be read, but may well be meant otherwise: E' as a new symbol, W as a number. */
#ifndef BACKPROOF_AMBIGUITIES_H
#define BACKPROOF_AMBIGUITIES_H

#include "check/model/model.h"

/* Warns of definitions that were read so. */
void ambiguities_warn(const struct model *model, struct warnings *warnings, struct arena *arena);

#endif
