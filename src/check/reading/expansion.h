/* expansion.h: macros give way to what they stand for. */
#ifndef BACKPROOF_EXPANSION_H
#define BACKPROOF_EXPANSION_H

#include "check/reading/macros.h"

/* The text with its definitions blanked and its macros expanded; bytes of a body stand where the macro is used,
 * arguments stay where they are written. A macro that leads to too much, as one that goes round in a circle does, stays
 * as it is written. */
struct draft macros_expand(const struct macros *macros, const struct draft *text);

#endif
