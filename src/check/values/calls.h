/* calls.h: functions of a document, and those that are built in (vocabulary/functions.h). */
#ifndef BACKPROOF_CALLS_H
#define BACKPROOF_CALLS_H

#include "check/values/evaluation.h"

enum { ARGUMENTS_MAX = 8 }; /* of one call: more than anybody writes */

/* A function of one argument or more, at most ARGUMENTS_MAX, at dual numbers. False without a value, with
 * a reason. */
bool call_value(struct evaluation *evaluation, const struct query *query, const char *function,
                const struct dual *argument, size_t arguments, struct dual *out);

/* A function of one argument, at x, and its slope there. */
bool call_slope(struct evaluation *evaluation, const struct query *query, const char *function,
                const arb_t x, arb_t f, arb_t slope);

/* The function may be that of a unit: it is about these that mistakes with slopes are made. */
bool call_is_activation(const struct environment *environment, const char *function);

/* The document defines a built-in function of one argument, and means another one. */
bool call_differs(struct evaluation *evaluation, const char *function);

#endif
