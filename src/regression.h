/* regression.h: the 3-4-1 network with a linear output and squared error, R1-R11.
 *
 * I[3] inputs (I[0] = 1 gives a bias), W[3][4] and gamma[4] weights (gamma[j] is gamma_j0),
 * H[4] hidden units, O_0 output, y target, alpha learning rate: plain numbers without units.
 * Each contract is read twice, with double as real and as IEEE 754 double: rounding.h says how.
 * Without NEAR and ROUNDED a clause says the same in both readings.
 * W is not const even where it is only read, because C11 does not pass an array of arrays as const:
 * `assigns` says, and the proof shows, what each function writes.
 */
#ifndef BACKPROOF_REGRESSION_H
#define BACKPROOF_REGRESSION_H

#include "sigma.h"
#include "regression.acsl"
#include "regression_derivatives.acsl"
#include "regression_rounding.acsl"

/* R1: hidden unit j of 0..3. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires index: 0 <= j < 4;
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(W[i][j], BOX_W);)
    assigns  \nothing;
    ensures  R1: NEAR(\result, R1H(I[0], W[0][j], I[1], W[1][j], I[2], W[2][j]), R1_ERROR);
    ROUNDED(ensures range: InUnit(\result);)
*/
double R1_H(const double I[3], double W[3][4], int j);

/* R2: the linear output. */
/*@ requires input: \valid_read(H + (0 .. 3)) && \valid_read(gamma + (0 .. 3));
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    assigns  \nothing;
    ensures  R2: NEAR(\result, R2O(H[0], gamma[0], H[1], gamma[1], H[2], gamma[2],
                                   H[3], gamma[3]), R2_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_O);)
*/
double R2_O(const double H[4], const double gamma[4]);

/* R3: the squared error. */
/*@ ROUNDED(requires box: Within(y, BOX_Y) && Within(O_0, BOX_O);)
    assigns \nothing;
    ensures R3: NEAR(\result, R3SE(y, O_0), R3_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double R3_SE(double y, double O_0);

/* R4: dSE/dO_0. */
/*@ ROUNDED(requires box: Within(y, BOX_Y) && Within(O_0, BOX_O);)
    assigns \nothing;
    ensures R4: NEAR(\result, R4SEByO(y, O_0), R4_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_SEBYO);)
*/
double R4_dSE_dO(double y, double O_0);

/* R5: dO_0/dgamma_j0. */
/*@ ROUNDED(requires box: InUnit(H_j);)
    assigns \nothing;
    ensures R5: \result == R5OByGamma(H_j);
    ROUNDED(ensures range: InUnit(\result);)
*/
double R5_dO_dgamma(double H_j);

/* R6: dSE/dgamma_j0 by the chain rule. */
/*@ ROUNDED(requires box: Within(dSE_dO, BOX_SEBYO) && InUnit(dO_dgamma);)
    assigns \nothing;
    ensures R6: NEAR(\result, R6SEByGamma(dSE_dO, dO_dgamma), R6_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_SEBYO);)
*/
double R6_dSE_dgamma(double dSE_dO, double dO_dgamma);

/* R7: the new gamma_j0. */
/*@ ROUNDED(requires box: Within(gamma_j0, BOX_GAMMA);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: Within(dSE_dgamma, BOX_SEBYO);)
    assigns \nothing;
    ensures R7: NEAR(\result, R7Gamma(gamma_j0, alpha, dSE_dgamma), R7_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double R7_gamma(double gamma_j0, double alpha, double dSE_dgamma);

/* R8: dO_0/dH_j. */
/*@ ROUNDED(requires box: Within(gamma_j0, BOX_GAMMA);)
    assigns \nothing;
    ensures R8: \result == R8OByH(gamma_j0);
    ROUNDED(ensures range: Within(\result, BOX_GAMMA);)
*/
double R8_dO_dH(double gamma_j0);

/* R9: dH_j/dW_ij. */
/*@ ROUNDED(requires box: InUnit(H_j);)
    ROUNDED(requires box: Within(I_i, BOX_I);)
    assigns \nothing;
    ensures R9: NEAR(\result, R9HByW(H_j, I_i), R9_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_HBYW);)
*/
double R9_dH_dW(double H_j, double I_i);

/* R10: dSE/dW_ij by the chain rule. */
/*@ ROUNDED(requires box: Within(dSE_dO, BOX_SEBYO);)
    ROUNDED(requires box: Within(dO_dH, BOX_GAMMA);)
    ROUNDED(requires box: Within(dH_dW, BOX_HBYW);)
    assigns \nothing;
    ensures R10: NEAR(\result, R10SEByW(dSE_dO, dO_dH, dH_dW), R10_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_SEBYW);)
*/
double R10_dSE_dW(double dSE_dO, double dO_dH, double dH_dW);

/* R11: the new W_ij. */
/*@ ROUNDED(requires box: Within(W_ij, BOX_W);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: Within(dSE_dW, BOX_SEBYW);)
    assigns \nothing;
    ensures R11: NEAR(\result, R11W(W_ij, alpha, dSE_dW), R11_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double R11_W(double W_ij, double alpha, double dSE_dW);

/* Forward pass, R1 and R2: fills H and returns O_0. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input:  \valid_read(gamma + (0 .. 3));
    requires output: \valid(H + (0 .. 3));
    requires apart:  \separated(H + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), W + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), gamma + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    assigns  H[0 .. 3];
    ensures  R1: \forall integer j; 0 <= j < 4 ==> 
                 NEAR(H[j], RegressionH(I, W, j), R1_ERROR);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    ensures  R2: NEAR(\result, RegressionO(I, W, gamma), R2_ERROR);
    ROUNDED(ensures range: Within(\result, BOX_O);)
*/
double regression_forward(const double I[3], double W[3][4], const double gamma[4], double H[4]);

/* The whole loss, R1-R3, from inputs and weights. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input: \valid_read(gamma + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    ROUNDED(requires box: Within(y, BOX_Y);)
    assigns  \nothing;
    ensures  R3: NEAR(\result, RegressionSE(I, y, W, gamma), R3_ERROR);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double regression_loss(const double I[3], double y, double W[3][4], const double gamma[4]);

/* Backward pass to the output layer, R5 and R6, from dSE/dO_0. */
/*@ requires input:  \valid_read(H + (0 .. 3));
    requires output: \valid(dSE_dgamma + (0 .. 3));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), H + (0 .. 3));
    ROUNDED(requires box: Within(dSE_dO, BOX_SEBYO);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    assigns  dSE_dgamma[0 .. 3];
    ensures  R6: \forall integer j; 0 <= j < 4 ==>
                 NEAR(dSE_dgamma[j], R6SEByGamma(dSE_dO, R5OByGamma(\old(H[j]))), R6_ROUNDING);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> Within(dSE_dgamma[j], BOX_SEBYO);)
*/
void regression_gradient_gamma(double dSE_dO, const double H[4], double dSE_dgamma[4]);

/* Backward pass to the hidden layer, R8-R10, from dSE/dO_0. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(gamma + (0 .. 3));
    requires input:  \valid_read(H + (0 .. 3));
    requires output: \valid(dSE_dW + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(dSE_dW + (0 .. 2), H + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: Within(dSE_dO, BOX_SEBYO);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    assigns  dSE_dW[0][0 .. 3], dSE_dW[1][0 .. 3], dSE_dW[2][0 .. 3];
    ensures  R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(dSE_dW[i][j], R10SEByW(dSE_dO, R8OByH(\old(gamma[j])),
                                              R9HByW(\old(H[j]), \old(I[i]))), R10_LAYER_ROUNDING);
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                 Within(dSE_dW[i][j], BOX_SEBYW);)
*/
void regression_gradient_W(const double I[3], double dSE_dO, const double gamma[4],
                           const double H[4], double dSE_dW[3][4]);

/* The whole gradient, from inputs and weights, all of it at the same weights: what is stored is the
 * derivative of the loss in each weight, by the definition. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input:  \valid_read(gamma + (0 .. 3));
    requires output: \valid(dSE_dgamma + (0 .. 3)) && \valid(dSE_dW + (0 .. 2));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), dSE_dW + (0 .. 2));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), W + (0 .. 2));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), gamma + (0 .. 3));
    requires apart:  \separated(dSE_dW + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), W + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), gamma + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    ROUNDED(requires box: Within(y, BOX_Y);)
    assigns  dSE_dgamma[0 .. 3], dSE_dW[0][0 .. 3], dSE_dW[1][0 .. 3], dSE_dW[2][0 .. 3];
    ensures  R6:  \forall integer j; 0 <= j < 4 ==>
                  NEAR(dSE_dgamma[j], RegressionSEByGamma{Old}(I, y, W, gamma, j), R6_ERROR);
    ensures  R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(dSE_dW[i][j], RegressionSEByW{Old}(I, y, W, gamma, i, j), R10_ERROR);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> Within(dSE_dgamma[j], BOX_SEBYO);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  Within(dSE_dW[i][j], BOX_SEBYW);)
    DERIVATIVE(ensures R6_derivative: \forall integer j; 0 <= j < 4 ==>
                  \exists real d; IsSEByGamma{Old}(d, I, y, W, gamma, j) &&
                                  NEAR(dSE_dgamma[j], d, R6_ERROR);)
    DERIVATIVE(ensures R10_derivative: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  \exists real d; IsSEByW{Old}(d, I, y, W, gamma, i, j) &&
                                  NEAR(dSE_dW[i][j], d, R10_ERROR);)
*/
void regression_gradient(const double I[3], double y, double W[3][4], const double gamma[4],
                         double dSE_dgamma[4], double dSE_dW[3][4]);

/* R7 and R11: moves all weights along the negative gradient, in place. */
/*@ requires input:  \valid_read(dSE_dgamma + (0 .. 3)) && \valid_read(dSE_dW + (0 .. 2));
    requires output: \valid(W + (0 .. 2)) && \valid(gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), dSE_dgamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), dSE_dW + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), dSE_dgamma + (0 .. 3));
    requires apart:  \separated(gamma + (0 .. 3), dSE_dW + (0 .. 2));
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(dSE_dgamma[j], BOX_SEBYO);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(dSE_dW[i][j], BOX_SEBYW);)
    assigns  gamma[0 .. 3], W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  R7:  \forall integer j; 0 <= j < 4 ==>
                  NEAR(gamma[j], R7Gamma(\old(gamma[j]), alpha, dSE_dgamma[j]), R7_ROUNDING);
    ensures  R11: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(W[i][j], R11W(\old(W[i][j]), alpha, dSE_dW[i][j]), R11_ROUNDING);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> \is_finite(gamma[j]);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  \is_finite(W[i][j]);)
*/
void regression_update(double W[3][4], double gamma[4], double alpha, const double dSE_dgamma[4],
                       double dSE_dW[3][4]);

/* One step of online gradient descent; every gradient is taken at the old weights. */
/*@ requires input:  \valid_read(I + (0 .. 2));
    requires output: \valid(W + (0 .. 2)) && \valid(gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), I + (0 .. 2));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j], BOX_GAMMA);)
    ROUNDED(requires box: Within(y, BOX_Y);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    assigns  gamma[0 .. 3], W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  R7:  \forall integer j; 0 <= j < 4 ==>
                  NEAR(gamma[j], R7Gamma(\old(gamma[j]), alpha,
                                         RegressionSEByGamma{Old}(I, y, W, gamma, j)), R7_ERROR);
    ensures  R11: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(W[i][j], R11W(\old(W[i][j]), alpha,
                                     RegressionSEByW{Old}(I, y, W, gamma, i, j)), R11_ERROR);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> \is_finite(gamma[j]);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  \is_finite(W[i][j]);)
    EXACT_STEP(ensures R11_descent: \forall real alpha_0;
                  RegressionLowers{Old}(alpha_0, I, y, W, gamma) && 0 < alpha < alpha_0 ==>
                  RegressionSE(I, y, W, gamma) < \old(RegressionSE(I, y, W, gamma));)
*/
void regression_step(const double I[3], double y, double W[3][4], double gamma[4], double alpha);

#endif
