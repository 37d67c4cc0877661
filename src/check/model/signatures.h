/* signatures.h: names that are defined with arguments and used with or without them.
 *
 * sigma(x) is a function: it is called with other things than x. SE(y, O_0) is a value: whoever
 * writes SE means the same.
 */
#ifndef BACKPROOF_SIGNATURES_H
#define BACKPROOF_SIGNATURES_H

#include "check/meaning/statements.h"

/* New statements, in which functions are CALLs everywhere, values SYMBOLs without arguments, and f (1 - f) a
 * product. */
const struct statements *signatures_apply(const struct statements *statements, struct arena *arena);

#endif
