/* evaluate.h: the value of a formula at a point, and its derivative. */
#ifndef BACKPROOF_EVALUATE_H
#define BACKPROOF_EVALUATE_H

#include "check/values/evaluation.h"

/* The value of a formula into `out`, and the tangent that the query asks for. False if it has no value, with
 * the reason in the evaluation; what `out` then holds means nothing. A value that is not finite, such as 1/0,
 * is a value: whoever compares looks. */
bool evaluate(struct evaluation *evaluation, const struct query *query, const struct expr *formula,
              const struct binding *bindings, struct dual *out);

#endif
