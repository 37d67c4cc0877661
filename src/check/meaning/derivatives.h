/* derivatives.h: quotients, which may be derivatives: dE/dW, d/dW applied to what follows. */
#ifndef BACKPROOF_DERIVATIVES_H
#define BACKPROOF_DERIVATIVES_H

#include "check/meaning/elaboration.h"

/* d/dW, to be applied. */
bool is_operator(const struct written *node);

/* The derivative of an expression by the name that a DIFF holds. */
const struct expr *elaborate_derivative(struct elaboration *to, const struct written *where,
                                        const struct expr *of, const struct written *by);

/* An APPLY of d/dW to parentheses: the derivative of what they hold, or of its power, if one stands behind. */
const struct expr *elaborate_operator(struct elaboration *to, const struct written *apply,
                                      const struct written *power);

/* DIV. */
const struct expr *elaborate_quotient(struct elaboration *to, const struct written *div);

#endif
