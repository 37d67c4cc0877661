/* rounding.h: the box of inputs for which the rounding of the code is proved, the proved bounds, and the
 * words in which one contract says two things.
 *
 * Frama-C reads the contracts twice. In the real reading (the default) every double is a real number and
 * NEAR says that the code computes its logic function exactly. In the IEEE reading (with IEEE_READING
 * defined) every double is an IEEE 754 number and NEAR says that the code comes within the third argument
 * of its logic function, in real numbers. Clauses in ROUNDED are there in the IEEE reading only,
 * and so is what AND_ROUNDED adds to a clause.
 *
 * A bound is an absolute error, for all inputs in the box. Rn_ROUNDING is what the function of equation Rn
 * adds itself, at the doubles it is given; Rn_ERROR is the distance of the double computed from inputs and
 * weights to the value of the whole formula. The program compares a trained network with this box, and
 * tests/rounding sets the bounds beside what it measures.
 */
#ifndef BACKPROOF_ROUNDING_H
#define BACKPROOF_ROUNDING_H

#include <float.h>

/* The proofs are about IEEE doubles without excess precision, reordered sums or fused operations. What a
 * compiler does not tell of itself (clang: all but -ffast-math; gcc: -ffp-contract=fast) the Makefile refuses. */
#if !defined FLT_EVAL_METHOD || FLT_EVAL_METHOD != 0 || FLT_RADIX != 2 || DBL_MANT_DIG != 53 ||    \
    defined __FAST_MATH__ || defined __ASSOCIATIVE_MATH__ || defined __RECIPROCAL_MATH__ ||        \
    (defined __FINITE_MATH_ONLY__ && __FINITE_MATH_ONLY__ != 0)
#error "backproof needs plain IEEE 754 doubles: no x87, no -ffast-math or part of it"
#endif
#if defined __FP_FAST_FMA && !defined __STRICT_ANSI__
#error "backproof needs each operation rounded: compile with -std=c11 -ffp-contract=off"
#endif

#ifdef IEEE_READING
#define NEAR(value, exact, error) \abs((value) - (exact)) <= (error)
#define ROUNDED(...) __VA_ARGS__
#define AND_ROUNDED(...) &&(__VA_ARGS__)
#else
#define NEAR(value, exact, error) (value) == (exact)
#define ROUNDED(...)
#define AND_ROUNDED(...)
#endif

/* clang-format off */
/* The box: |I_i|, |W_ij|, |gamma_jk|, |y| at most these; 0 <= l_k <= 1; 0 <= alpha <= BOX_ALPHA. */
#define BOX_I     0x4p0  /* 4 */
#define BOX_W     0x20p0 /* 32 */
#define BOX_GAMMA 0x10p0 /* 16 */
#define BOX_Y     0x4p0  /* 4 */
#define BOX_ALPHA 0x1p0  /* 1 */

/* What the box makes of the values in between: the sum in R1 and C1, O_0 and X_k, dSE/dO_0, dH_j/dW_ij,
 * dSE/dW_ij, dCE/dW_ij, e^(X_k - M). */
#define BOX_Z     0x190p0
#define BOX_O     0x41p0
#define BOX_SEBYO 0x8cp0
#define BOX_HBYW  0x11p-4
#define BOX_SEBYW 0xa00p0
#define BOX_CEBYW 0x34p0
#define BOX_EXP   0x11p-4

/* C5 divides by O_k and is bounded where O_k is at least this. The gradients go by C7 and do not divide. */
#define BOX_SMALLEST_O 0x1p-200

/* One function alone. */
#define SIGMA_ROUNDING 0x1p-51
#define R2_ROUNDING    0x1p-46
#define R3_ROUNDING    0x1p-39
#define R4_ROUNDING    0x1p-46
#define R6_ROUNDING    0x1p-46
#define R7_ROUNDING    0x1p-45
#define R9_ROUNDING    0x1p-51
#define R10_ROUNDING   0x1p-40
#define R10_LAYER_ROUNDING 0x22p-44 /* with that of R9 */
#define R11_ROUNDING   0x1p-40
#define C2_ROUNDING    R2_ROUNDING
#define C3_EXP_ERROR   0x41p-52 /* e^(X_k - M), M the largest X */
#define C3_ROUNDING    0x5p-46
#define C4_LOG_ROUNDING 0x6p-46 /* log O_k */
#define C4_ROUNDING    0x1p-41
#define C5_ROUNDING    0x1p-53 /* times 1 + l_k / O_k */
#define C6_ROUNDING    0x1p-53
#define C7_ROUNDING    0x1p-54
#define C9_ROUNDING    0x1p-54
#define C10_ROUNDING   0x21p-54
#define C12_ROUNDING   R9_ROUNDING
#define C13_ROUNDING   0x1p-46
#define C13_LAYER_ROUNDING 0x5p-47 /* with that of C12 */
#define C14_ROUNDING   0x1p-45

/* The whole computation, from inputs and weights. */
#define R1_ERROR  0x5p-48   /* H_j */
#define R2_ERROR  0x52p-46  /* O_0 */
#define R3_ERROR  0x180p-41 /* SE */
#define R6_ERROR  0x160p-46 /* dSE/dgamma_j0 */
#define R7_ERROR  0x170p-46 /* gamma_j0 after a step */
#define R10_ERROR 0x1ep-37  /* dSE/dW_ij */
#define R11_ERROR 0x1fp-37  /* W_ij after a step */
#define C1_ERROR  R1_ERROR  /* H_j */
#define C2_ERROR  R2_ERROR  /* X_k */
#define C3_ERROR  0x2ep-46  /* O_k */
#define C4_ERROR  0x11p-41  /* CE */
#define C7_ERROR  0x2fp-46  /* dCE/dX_k */
#define C9_ERROR  0x31p-46  /* dCE/dgamma_jk */
#define C10_ERROR 0x32p-46  /* gamma_jk after a step */
#define C13_ERROR 0x9d0p-46 /* dCE/dW_ij */
#define C14_ERROR 0x9d2p-46 /* W_ij after a step */
/* clang-format on */

#include "box.acsl"

#endif
