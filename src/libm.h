/* libm.h: the only door to the C library's exp and log.
 *
 * What is assumed, and why: a proof about C source cannot look inside libm, so the two contracts below
 * are taken on trust. They are the only ones. In the real reading they say that exp and log are the
 * exponential and the natural logarithm; in the IEEE reading (rounding.h), that both are within a relative
 * 2^-52, which is at least 1 unit in the last place, where the networks call them. The largest errors of
 * glibc that are known are 0.5104 and 0.5190 units (Gladman, Innocente, Mather, Zimmermann, "Accuracy of
 * Mathematical Functions in Single, Double, Double Extended, and Quadruple Precision"); tests/rounding measures
 * them against ball arithmetic. That both return is trusted as well. The contract in libc's own header would
 * not do: it speaks of errno and says nothing of e^x.
 */
#ifndef BACKPROOF_LIBM_H
#define BACKPROOF_LIBM_H

#include "rounding.h"

/* e^x. A double overflows to infinity above x = 709.78, where sigma and the softmax stay right:
 * 1 / (1 + inf) is 0, and the softmax never asks for x > 0. */
/*@ ROUNDED(requires box: Within(x, BOX_Z);)
    assigns \nothing;
    ensures exp: NEAR(\result, \exp(x), 0x1p-52 * \exp(x));
    ROUNDED(ensures finite: \is_finite(\result);)
*/
double libm_exp(double x);

/* The natural logarithm, for x > 0. */
/*@ requires positive: x > 0;
    ROUNDED(requires box: \is_finite(x) && 0x1p-50 <= x <= 0x1p50;)
    assigns  \nothing;
    ensures  log: NEAR(\result, \log(x), 0x1p-52 * \abs(\log(x)));
    ROUNDED(ensures finite: \is_finite(\result);)
*/
double libm_log(double x);

#endif
