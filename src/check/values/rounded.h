/* rounded.h: decimals as a reader sees them: 0.77 is any number that rounds to it.
 */
#ifndef BACKPROOF_ROUNDED_H
#define BACKPROOF_ROUNDED_H

#include "check/values/evaluation.h"

/* A decimal that a document shows as a result, as in a = sigma(z) = 0.646. */
struct shown {
    struct entry entry; /* whose value it is; id 0 if that is no symbol */
    size_t claim;       /* that shows it */
    const struct expr *number;
};

/* How many digits stand behind the point: 3 of 0.646, 5 of 1.2e-4, -1 of 1e1. */
long rounded_places(const char *number);

/* The number is rounded, where digits are read so. */
bool rounded_is(const struct environment *environment, const struct digits *digits,
                const char *number);

/* The value has no more than so many digits behind the point. */
bool rounded_is_shorter(const arb_t value, long places, long precision);

/* Adds half a unit of that place to the ball. */
void rounded_widen(arb_t ball, long places, long precision);

/* What a computed symbol may be where its value was rounded on the way: the ball grows to hold what is shown. */
void rounded_symbol(const struct evaluation *evaluation, const struct entry *entry, arb_t ball);

#endif
