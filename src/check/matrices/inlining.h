/* inlining.h: functions of vectors, h(x) = \sigma(\theta^T x), put in where they are called.
 *
 * A function of a number is called wherever its value is needed; one of a vector would need all its entries. So its
 * formula stands in place of each call, with the argument of the call in it.
 */
#ifndef BACKPROOF_INLINING_H
#define BACKPROOF_INLINING_H

#include "check/meaning/statements.h"

/* New statements without calls of such functions: of those in whose formula an operation on vectors stands. The line
 * that defines one gives its value at its own argument a name, that of the function. */
const struct statements *inlining_apply(const struct statements *statements, struct arena *arena);

#endif
