/* libm.h: the only door to the C library's exp and log.
 *
 * What is assumed, and why: a proof about C source cannot look inside libm, so the two contracts
 * below are taken on trust. They are the project's only trusted contracts. Over the reals they say
 * that exp and log are the exponential and the natural logarithm; how far the doubles of libm stray
 * from that is not claimed here. The contract in libc's own header would not do: it speaks of errno
 * and says nothing of e^x.
 */
#ifndef BACKPROOF_LIBM_H
#define BACKPROOF_LIBM_H

/* e^x. A double overflows to infinity above x = 709.78, where sigma and the softmax stay right:
 * 1 / (1 + inf) is 0, and the softmax never asks for x > 0. */
/*@ assigns \nothing;
    ensures exp: \result == \exp(x);
*/
double libm_exp(double x);

/* The natural logarithm, for x > 0. */
/*@ requires positive: x > 0;
    assigns  \nothing;
    ensures  log: \result == \log(x);
*/
double libm_log(double x);

#endif
