/* dual.h: dual numbers, a value with its derivative along one variable, in ball arithmetic.
 *
 * Each part is a ball of real numbers (Arb): the true number lies in it. The derivative along the variable
 * that an evaluation asks for is the tangent; 0 if nothing is asked for. Precision is in bits.
 */
#ifndef BACKPROOF_DUAL_H
#define BACKPROOF_DUAL_H

#include "base/arb_compat.h"
#include <stdbool.h>

struct dual {
    arb_t value, tangent;
};

/* 0; dual_clear is due. */
void dual_init(struct dual *x);
void dual_clear(struct dual *x);

void dual_set(struct dual *x, const struct dual *to);

/* A whole number, whose tangent is 0. */
void dual_set_whole(struct dual *x, long to);

/* What x becomes by adding y, by multiplying with y, by dividing by y, by a change of its sign. */
void dual_add(struct dual *x, const struct dual *y, long precision);
void dual_multiply(struct dual *x, const struct dual *y, long precision);
void dual_divide(struct dual *x, const struct dual *y, long precision);
void dual_negate(struct dual *x);

/* power = base to the exponent; for an exponent that is no whole number the base must be positive, or the
 * power is not finite. The three are different numbers. */
void dual_power(struct dual *power, const struct dual *base, const struct dual *exponent,
                long precision);

#endif
