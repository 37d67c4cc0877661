/* calls.h: a head with parentheses behind it: a call, a value with its time, or a product. */
#ifndef BACKPROOF_CALLS_H
#define BACKPROOF_CALLS_H

#include "check/meaning/elaboration.h"

/* APPLY, whatever it is. */
const struct expr *elaborate_apply(struct elaboration *to, const struct written *apply);

/* An APPLY that is a call, or a name with what it depends on: SE(y, O). Null with nothing wrong if it is a
 * product. */
const struct expr *elaborate_call(struct elaboration *to, const struct written *apply);

#endif
