/* differentials.h: dz = a - y, dW = dz x^T: in many courses dX is short for the derivative of the loss by X.
 */
#ifndef BACKPROOF_DIFFERENTIALS_H
#define BACKPROOF_DIFFERENTIALS_H

#include "check/meaning/statements.h"

/* New statements, in which such names are derivatives of the loss, where CHOICE_DIFFERENTIALS says so and a loss is
 * defined; else those that were given. */
const struct statements *differentials_apply(const struct statements *statements,
                                             struct arena *arena);

#endif
