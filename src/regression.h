/* regression.h: the 3-4-1 network with a linear output and squared error, R1-R11.
 *
 * I[3] inputs (I[0] = 1 gives a bias), W[3][4] and gamma[4] weights (gamma[j] is gamma_j0),
 * H[4] hidden units, O_0 output, y target, alpha learning rate: plain numbers without units.
 * The contracts hold with double read as real; they say nothing about rounding.
 * W is not const even where it is only read, because C11 does not pass an array of arrays as const:
 * `assigns` says, and the proof shows, what each function writes.
 */
#ifndef BACKPROOF_REGRESSION_H
#define BACKPROOF_REGRESSION_H

#include "sigma.h"
#include "regression.acsl"
#include "regression_derivatives.acsl"

/* R1: hidden unit j of 0..3. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires index: 0 <= j < 4;
    assigns  \nothing;
    ensures  R1: \result == R1H(I[0], W[0][j], I[1], W[1][j], I[2], W[2][j]);
*/
double R1_H(const double I[3], double W[3][4], int j);

/* R2: the linear output. */
/*@ requires input: \valid_read(H + (0 .. 3)) && \valid_read(gamma + (0 .. 3));
    assigns  \nothing;
    ensures  R2: \result == R2O(H[0], gamma[0], H[1], gamma[1], H[2], gamma[2], H[3], gamma[3]);
*/
double R2_O(const double H[4], const double gamma[4]);

/* R3: the squared error. */
/*@ assigns \nothing;
    ensures R3: \result == R3SE(y, O_0);
*/
double R3_SE(double y, double O_0);

/* R4: dSE/dO_0. */
/*@ assigns \nothing;
    ensures R4: \result == R4SEByO(y, O_0);
*/
double R4_dSE_dO(double y, double O_0);

/* R5: dO_0/dgamma_j0. */
/*@ assigns \nothing;
    ensures R5: \result == R5OByGamma(H_j);
*/
double R5_dO_dgamma(double H_j);

/* R6: dSE/dgamma_j0 by the chain rule. */
/*@ assigns \nothing;
    ensures R6: \result == R6SEByGamma(dSE_dO, dO_dgamma);
*/
double R6_dSE_dgamma(double dSE_dO, double dO_dgamma);

/* R7: the new gamma_j0. */
/*@ assigns \nothing;
    ensures R7: \result == R7Gamma(gamma_j0, alpha, dSE_dgamma);
*/
double R7_gamma(double gamma_j0, double alpha, double dSE_dgamma);

/* R8: dO_0/dH_j. */
/*@ assigns \nothing;
    ensures R8: \result == R8OByH(gamma_j0);
*/
double R8_dO_dH(double gamma_j0);

/* R9: dH_j/dW_ij. */
/*@ assigns \nothing;
    ensures R9: \result == R9HByW(H_j, I_i);
*/
double R9_dH_dW(double H_j, double I_i);

/* R10: dSE/dW_ij by the chain rule. */
/*@ assigns \nothing;
    ensures R10: \result == R10SEByW(dSE_dO, dO_dH, dH_dW);
*/
double R10_dSE_dW(double dSE_dO, double dO_dH, double dH_dW);

/* R11: the new W_ij. */
/*@ assigns \nothing;
    ensures R11: \result == R11W(W_ij, alpha, dSE_dW);
*/
double R11_W(double W_ij, double alpha, double dSE_dW);

/* Forward pass, R1 and R2: fills H and returns O_0. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input:  \valid_read(gamma + (0 .. 3));
    requires output: \valid(H + (0 .. 3));
    requires apart:  \separated(H + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), W + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), gamma + (0 .. 3));
    assigns  H[0 .. 3];
    ensures  R1: \forall integer j; 0 <= j < 4 ==> H[j] == RegressionH(I, W, j);
    ensures  R2: \result == RegressionO(I, W, gamma);
*/
double regression_forward(const double I[3], double W[3][4], const double gamma[4], double H[4]);

/* The whole loss, R1-R3, from inputs and weights. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input: \valid_read(gamma + (0 .. 3));
    assigns  \nothing;
    ensures  R3: \result == RegressionSE(I, y, W, gamma);
*/
double regression_loss(const double I[3], double y, double W[3][4], const double gamma[4]);

/* Backward pass to the output layer, R5 and R6, from dSE/dO_0. */
/*@ requires input:  \valid_read(H + (0 .. 3));
    requires output: \valid(dSE_dgamma + (0 .. 3));
    requires apart:  \separated(dSE_dgamma + (0 .. 3), H + (0 .. 3));
    assigns  dSE_dgamma[0 .. 3];
    ensures  R6: \forall integer j; 0 <= j < 4 ==>
                 dSE_dgamma[j] == R6SEByGamma(dSE_dO, R5OByGamma(\old(H[j])));
*/
void regression_gradient_gamma(double dSE_dO, const double H[4], double dSE_dgamma[4]);

/* Backward pass to the hidden layer, R8-R10, from dSE/dO_0. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(gamma + (0 .. 3));
    requires input:  \valid_read(H + (0 .. 3));
    requires output: \valid(dSE_dW + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(dSE_dW + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(dSE_dW + (0 .. 2), H + (0 .. 3));
    assigns  dSE_dW[0][0 .. 3], dSE_dW[1][0 .. 3], dSE_dW[2][0 .. 3];
    ensures  R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  dSE_dW[i][j] == R10SEByW(dSE_dO, R8OByH(\old(gamma[j])),
                                          R9HByW(\old(H[j]), \old(I[i])));
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
    assigns  dSE_dgamma[0 .. 3], dSE_dW[0][0 .. 3], dSE_dW[1][0 .. 3], dSE_dW[2][0 .. 3];
    ensures  R6:  \forall integer j; 0 <= j < 4 ==>
                  dSE_dgamma[j] == RegressionSEByGamma{Old}(I, y, W, gamma, j);
    ensures  R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  dSE_dW[i][j] == RegressionSEByW{Old}(I, y, W, gamma, i, j);
    ensures  R6_derivative: DERIVATIVE(\forall integer j; 0 <= j < 4 ==>
                  IsSEByGamma{Old}(dSE_dgamma[j], I, y, W, gamma, j));
    ensures  R10_derivative: DERIVATIVE(\forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  IsSEByW{Old}(dSE_dW[i][j], I, y, W, gamma, i, j));
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
    assigns  gamma[0 .. 3], W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  R7:  \forall integer j; 0 <= j < 4 ==>
                  gamma[j] == R7Gamma(\old(gamma[j]), alpha, dSE_dgamma[j]);
    ensures  R11: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  W[i][j] == R11W(\old(W[i][j]), alpha, dSE_dW[i][j]);
*/
void regression_update(double W[3][4], double gamma[4], double alpha, const double dSE_dgamma[4],
                       double dSE_dW[3][4]);

/* One step of online gradient descent; every gradient is taken at the old weights. */
/*@ requires input:  \valid_read(I + (0 .. 2));
    requires output: \valid(W + (0 .. 2)) && \valid(gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), I + (0 .. 2));
    assigns  gamma[0 .. 3], W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  R7:  \forall integer j; 0 <= j < 4 ==>
                  gamma[j] == R7Gamma(\old(gamma[j]), alpha,
                                      RegressionSEByGamma{Old}(I, y, W, gamma, j));
    ensures  R11: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  W[i][j] == R11W(\old(W[i][j]), alpha,
                                  RegressionSEByW{Old}(I, y, W, gamma, i, j));
*/
void regression_step(const double I[3], double y, double W[3][4], double gamma[4], double alpha);

#endif
