/* recursion.h: h_t = f(h_{t-1}) begins somewhere.
 */
#ifndef BACKPROOF_RECURSION_H
#define BACKPROOF_RECURSION_H

#include "check/meaning/statements.h"

/* New statements, in which one that gives a name by the same name one step before stands under the condition that its
 * index is at least 1: what is at 0 is given. So does what is said of its derivatives, which are not those of what is
 * given. */
const struct statements *recursion_apply(const struct statements *statements, struct arena *arena);

#endif
