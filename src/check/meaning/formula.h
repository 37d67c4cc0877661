/* formula.h: any formula as written becomes an expression. */
#ifndef BACKPROOF_FORMULA_H
#define BACKPROOF_FORMULA_H

#include "check/meaning/elaboration.h"

/* The expression, or null with the reason in the elaboration (which may have one already). */
const struct expr *elaborate(struct elaboration *to, const struct written *written);

/* Appends the formulas of a list, ITEMS, to an expression of kind LIST, CALL or PRIME; false if one of them is
 * not understood. A part such as O = [O_0, O_1] gives its left side. */
bool elaborate_items(struct elaboration *to, const struct written *items, struct expr *into);

/* What stands in parentheses, as one factor. */
const struct expr *elaborate_factor(struct elaboration *to, const struct written *argument);

#endif
