/* classification.h: the 3-4-3 network with softmax and cross-entropy, C1-C14.
 *
 * I[3] inputs (I[0] = 1 gives a bias), W[3][4] and gamma[4][3] weights, H[4] hidden units,
 * X[3] logits, O[3] outputs, l[3] labels (one-hot), alpha learning rate: plain numbers without units.
 * Each contract is read twice, with double as real and as IEEE 754 double: rounding.h says how.
 * Without NEAR and ROUNDED a clause says the same in both readings.
 * W and gamma are not const even where they are only read, because C11 does not pass an array of
 * arrays as const: `assigns` says, and the proof shows, what each function writes.
 */
#ifndef BACKPROOF_CLASSIFICATION_H
#define BACKPROOF_CLASSIFICATION_H

#include "sigma.h"
#include "classification.acsl"
#include "classification_derivatives.acsl"
#include "classification_rounding.acsl"

/* C1: hidden unit j of 0..3. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires index: 0 <= j < 4;
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(W[i][j], BOX_W);)
    assigns  \nothing;
    ensures  C1: NEAR(\result, C1H(I[0], W[0][j], I[1], W[1][j], I[2], W[2][j]), C1_ERROR);
    ROUNDED(ensures range: InUnit(\result);)
*/
double C1_H(const double I[3], double W[3][4], int j);

/* C2: logit k of 0..2. */
/*@ requires input: \valid_read(H + (0 .. 3)) && \valid_read(gamma + (0 .. 3));
    requires index: 0 <= k < 3;
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> Within(gamma[j][k], BOX_GAMMA);)
    assigns  \nothing;
    ensures  C2: NEAR(\result, C2X(H[0], gamma[0][k], H[1], gamma[1][k],
                                   H[2], gamma[2][k], H[3], gamma[3][k]), C2_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_O);)
*/
double C2_X(const double H[4], double gamma[4][3], int k);

/* C3, its shift: the largest logit. */
/*@ requires input: \valid_read(X + (0 .. 2));
    ROUNDED(requires box: Within(X[0], BOX_O) && Within(X[1], BOX_O) && Within(X[2], BOX_O);)
    assigns  \nothing;
    ensures  C3: \result >= X[0] && \result >= X[1] && \result >= X[2];
    ensures  C3: \result == X[0] || \result == X[1] || \result == X[2];
    ROUNDED(ensures range: Within(\result, BOX_O);)
*/
double C3_max(const double X[3]);

/* C3, one shifted term e^(X_k - M) with M the largest logit: at most 1, so it cannot overflow. */
/*@ requires shift: X_k <= M;
    ROUNDED(requires box: Within(X_k, BOX_O) && Within(M, BOX_O);)
    assigns  \nothing;
    ensures  C3: NEAR(\result, C3Exp(X_k, M), C3_EXP_ERROR);
    ensures  C3: 0 < \result;
    ROUNDED(ensures range: Within(\result, BOX_EXP);)
*/
double C3_exp(double X_k, double M);

/* C3: the softmax of the logits. The largest term is e^0, so the sum is never 0. */
/*@ requires input:  \valid_read(X + (0 .. 2));
    requires output: \valid(O + (0 .. 2));
    requires apart:  \separated(O + (0 .. 2), X + (0 .. 2));
    ROUNDED(requires box: Within(X[0], BOX_O) && Within(X[1], BOX_O) && Within(X[2], BOX_O);)
    assigns  O[0 .. 2];
    ensures  C3: \forall integer k; 0 <= k < 3 ==>
                 NEAR(O[k], C3O(\old(X[k]), \old(X[0]), \old(X[1]), \old(X[2])), C3_ROUNDING);
    ROUNDED(ensures range: \forall integer k; 0 <= k < 3 ==> InUnit(O[k]);)
*/
void C3_O(const double X[3], double O[3]);

/* C4: the cross-entropy of the softmax of X. It takes the logits, not O, because an O_k that
 * rounds to 0 has no logarithm. */
/*@ requires input: \valid_read(l + (0 .. 2)) && \valid_read(X + (0 .. 2));
    ROUNDED(requires box: Within(X[0], BOX_O) && Within(X[1], BOX_O) && Within(X[2], BOX_O);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(l[k]);)
    assigns  \nothing;
    ensures  C4: NEAR(\result, C4CE(l[0], C3O(X[0], X[0], X[1], X[2]),
                                    l[1], C3O(X[1], X[0], X[1], X[2]),
                                    l[2], C3O(X[2], X[0], X[1], X[2])), C4_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double C4_CE(const double l[3], const double X[3]);

/* C5: dCE/dO_k. No bound holds for all O_k above 0, so the error is one for each quotient. */
/*@ requires positive: O_k > 0;
    ROUNDED(requires box: InUnit(l_k) && InUnit(O_k) && BOX_SMALLEST_O <= O_k;)
    assigns  \nothing;
    ensures  C5: NEAR(\result, C5CEByO(l_k, O_k), C5_ROUNDING * (1 + l_k / O_k));
    ROUNDED(ensures range: \is_finite(\result);)
*/
double C5_dCE_dO(double l_k, double O_k);

/* C6: dO_k/dX_j. */
/*@ requires input: \valid_read(O + (0 .. 2));
    requires index: 0 <= k < 3 && 0 <= j < 3;
    ROUNDED(requires box: InUnit(O[k]) && InUnit(O[j]);)
    assigns  \nothing;
    ensures  C6: NEAR(\result, C6OByX(O[k], O[j], k, j), C6_ROUNDING);
    ROUNDED(ensures range: Within(\result, 1);)
*/
double C6_dO_dX(const double O[3], int k, int j);

/* C7: dCE/dX_k, for labels that sum to 1. */
/*@ ROUNDED(requires box: InUnit(O_k) && InUnit(l_k);)
    assigns \nothing;
    ensures C7: NEAR(\result, C7CEByX(O_k, l_k), C7_ROUNDING);
    ROUNDED(ensures range: Within(\result, 1);)
*/
double C7_dCE_dX(double O_k, double l_k);

/* C8: dX_k/dgamma_jk. */
/*@ ROUNDED(requires box: InUnit(H_j);)
    assigns \nothing;
    ensures C8: \result == C8XByGamma(H_j);
    ROUNDED(ensures range: InUnit(\result);)
*/
double C8_dX_dgamma(double H_j);

/* C9: dCE/dgamma_jk by the chain rule. */
/*@ ROUNDED(requires box: Within(dCE_dX, 1) && InUnit(dX_dgamma);)
    assigns \nothing;
    ensures C9: NEAR(\result, C9CEByGamma(dCE_dX, dX_dgamma), C9_ROUNDING);
    ROUNDED(ensures range: Within(\result, 1);)
*/
double C9_dCE_dgamma(double dCE_dX, double dX_dgamma);

/* C10: the new gamma_jk. */
/*@ ROUNDED(requires box: Within(gamma_jk, BOX_GAMMA);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: Within(dCE_dgamma, 1);)
    assigns \nothing;
    ensures C10: NEAR(\result, C10Gamma(gamma_jk, alpha, dCE_dgamma), C10_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double C10_gamma(double gamma_jk, double alpha, double dCE_dgamma);

/* C11: dX_k/dH_j. */
/*@ ROUNDED(requires box: Within(gamma_jk, BOX_GAMMA);)
    assigns \nothing;
    ensures C11: \result == C11XByH(gamma_jk);
    ROUNDED(ensures range: Within(\result, BOX_GAMMA);)
*/
double C11_dX_dH(double gamma_jk);

/* C12: dH_j/dW_ij. */
/*@ ROUNDED(requires box: InUnit(H_j);)
    ROUNDED(requires box: Within(I_i, BOX_I);)
    assigns \nothing;
    ensures C12: NEAR(\result, C12HByW(H_j, I_i), C12_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_HBYW);)
*/
double C12_dH_dW(double H_j, double I_i);

/* C13: dCE/dW_ij by the chain rule, summed over the outputs; gamma_j is row j of gamma. */
/*@ requires input: \valid_read(dCE_dX + (0 .. 2)) && \valid_read(gamma_j + (0 .. 2));
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> Within(dCE_dX[k], 1);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> Within(gamma_j[k], BOX_GAMMA);)
    ROUNDED(requires box: Within(dH_dW, BOX_HBYW);)
    assigns  \nothing;
    ensures  C13: NEAR(\result, C13CEByW(dCE_dX[0], C11XByH(gamma_j[0]), dCE_dX[1],
                       C11XByH(gamma_j[1]), dCE_dX[2], C11XByH(gamma_j[2]), dH_dW), C13_ROUNDING);
    ROUNDED(ensures range: Within(\result, BOX_CEBYW);)
*/
double C13_dCE_dW(const double dCE_dX[3], const double gamma_j[3], double dH_dW);

/* C14: the new W_ij. */
/*@ ROUNDED(requires box: Within(W_ij, BOX_W);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: Within(dCE_dW, BOX_CEBYW);)
    assigns \nothing;
    ensures C14: NEAR(\result, C14W(W_ij, alpha, dCE_dW), C14_ROUNDING);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double C14_W(double W_ij, double alpha, double dCE_dW);

/* Forward pass, C1 and C2: fills H and X. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input:  \valid_read(gamma + (0 .. 3));
    requires output: \valid(H + (0 .. 3)) && \valid(X + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), W + (0 .. 2));
    requires apart:  \separated(H + (0 .. 3), gamma + (0 .. 3));
    requires apart:  \separated(X + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(X + (0 .. 2), W + (0 .. 2));
    requires apart:  \separated(X + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(X + (0 .. 2), H + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    assigns  H[0 .. 3], X[0 .. 2];
    ensures  C1: \forall integer j; 0 <= j < 4 ==>
                 NEAR(H[j], ClassificationH(I, W, j), C1_ERROR);
    ROUNDED(ensures range: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    ensures  C2: \forall integer k; 0 <= k < 3 ==>
                 NEAR(X[k], ClassificationX(I, W, gamma, k), C2_ERROR);
    ROUNDED(ensures range: \forall integer k; 0 <= k < 3 ==> Within(X[k], BOX_O);)
*/
void classification_forward(const double I[3], double W[3][4], double gamma[4][3], double H[4],
                            double X[3]);

/* The whole loss, C1-C4, from inputs and weights. */
/*@ requires input: \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input: \valid_read(gamma + (0 .. 3)) && \valid_read(l + (0 .. 2));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(l[k]);)
    assigns  \nothing;
    ensures  C4: NEAR(\result, ClassificationCE(I, l, W, gamma), C4_ERROR);
    ROUNDED(ensures range: \is_finite(\result);)
*/
double classification_loss(const double I[3], const double l[3], double W[3][4],
                           double gamma[4][3]);

/* Backward pass to the logits, C7. */
/*@ requires input:  \valid_read(O + (0 .. 2)) && \valid_read(l + (0 .. 2));
    requires output: \valid(dCE_dX + (0 .. 2));
    requires apart:  \separated(dCE_dX + (0 .. 2), O + (0 .. 2));
    requires apart:  \separated(dCE_dX + (0 .. 2), l + (0 .. 2));
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(O[k]);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(l[k]);)
    assigns  dCE_dX[0 .. 2];
    ensures  C7: \forall integer k; 0 <= k < 3 ==>
                 NEAR(dCE_dX[k], C7CEByX(\old(O[k]), \old(l[k])), C7_ROUNDING);
    ROUNDED(ensures range: \forall integer k; 0 <= k < 3 ==> Within(dCE_dX[k], 1);)
*/
void classification_gradient_X(const double O[3], const double l[3], double dCE_dX[3]);

/* Backward pass to the output layer, C8 and C9, from dCE/dX. */
/*@ requires input:  \valid_read(dCE_dX + (0 .. 2)) && \valid_read(H + (0 .. 3));
    requires output: \valid(dCE_dgamma + (0 .. 3));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), dCE_dX + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), H + (0 .. 3));
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> Within(dCE_dX[k], 1);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    assigns  dCE_dgamma[0][0 .. 2], dCE_dgamma[1][0 .. 2], dCE_dgamma[2][0 .. 2],
             dCE_dgamma[3][0 .. 2];
    ensures  C9: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                 NEAR(dCE_dgamma[j][k], C9CEByGamma(\old(dCE_dX[k]), C8XByGamma(\old(H[j]))),
                      C9_ROUNDING);
    ROUNDED(ensures range: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                 Within(dCE_dgamma[j][k], 1);)
*/
void classification_gradient_gamma(const double dCE_dX[3], const double H[4],
                                   double dCE_dgamma[4][3]);

/* Backward pass to the hidden layer, C11-C13, from dCE/dX. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(gamma + (0 .. 3));
    requires input:  \valid_read(dCE_dX + (0 .. 2)) && \valid_read(H + (0 .. 3));
    requires output: \valid(dCE_dW + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), dCE_dX + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(dCE_dW + (0 .. 2), H + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> Within(dCE_dX[k], 1);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    ROUNDED(requires box: \forall integer j; 0 <= j < 4 ==> InUnit(H[j]);)
    assigns  dCE_dW[0][0 .. 3], dCE_dW[1][0 .. 3], dCE_dW[2][0 .. 3];
    ensures  C13: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(dCE_dW[i][j], C13CEByW(\old(dCE_dX[0]), C11XByH(\old(gamma[j][0])),
                                              \old(dCE_dX[1]), C11XByH(\old(gamma[j][1])),
                                              \old(dCE_dX[2]), C11XByH(\old(gamma[j][2])),
                                              C12HByW(\old(H[j]), \old(I[i]))),
                       C13_LAYER_ROUNDING);
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                    Within(dCE_dW[i][j], BOX_CEBYW);)
*/
void classification_gradient_W(const double I[3], const double dCE_dX[3], double gamma[4][3],
                               const double H[4], double dCE_dW[3][4]);

/* The whole gradient, from inputs and weights, all of it at the same weights: what is stored is the
 * derivative of the loss in each weight, by the definition, if the labels sum to 1. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(W + (0 .. 2));
    requires input:  \valid_read(gamma + (0 .. 3)) && \valid_read(l + (0 .. 2));
    requires output: \valid(dCE_dgamma + (0 .. 3)) && \valid(dCE_dW + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), dCE_dW + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), l + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), W + (0 .. 2));
    requires apart:  \separated(dCE_dgamma + (0 .. 3), gamma + (0 .. 3));
    requires apart:  \separated(dCE_dW + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), l + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), W + (0 .. 2));
    requires apart:  \separated(dCE_dW + (0 .. 2), gamma + (0 .. 3));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(l[k]);)
    assigns  dCE_dgamma[0][0 .. 2], dCE_dgamma[1][0 .. 2], dCE_dgamma[2][0 .. 2],
             dCE_dgamma[3][0 .. 2], dCE_dW[0][0 .. 3], dCE_dW[1][0 .. 3], dCE_dW[2][0 .. 3];
    ensures  C9:  \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                  NEAR(dCE_dgamma[j][k], ClassificationCEByGamma{Old}(I, l, W, gamma, j, k),
                       C9_ERROR);
    ensures  C13: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(dCE_dW[i][j], ClassificationCEByW{Old}(I, l, W, gamma, i, j), C13_ERROR);
    ROUNDED(ensures range: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                    Within(dCE_dgamma[j][k], 1);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                    Within(dCE_dW[i][j], BOX_CEBYW);)
    DERIVATIVE(ensures C9_derivative: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 &&
                  \old(l[0] + l[1] + l[2]) == 1 ==>
                  \exists real d; IsCEByGamma{Old}(d, I, l, W, gamma, j, k) &&
                                  NEAR(dCE_dgamma[j][k], d, C9_ERROR);)
    DERIVATIVE(ensures C13_derivative: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 &&
                  \old(l[0] + l[1] + l[2]) == 1 ==>
                  \exists real d; IsCEByW{Old}(d, I, l, W, gamma, i, j) &&
                                  NEAR(dCE_dW[i][j], d, C13_ERROR);)
*/
void classification_gradient(const double I[3], const double l[3], double W[3][4],
                             double gamma[4][3], double dCE_dgamma[4][3], double dCE_dW[3][4]);

/* C10 and C14: moves all weights along the negative gradient, in place. */
/*@ requires input:  \valid_read(dCE_dgamma + (0 .. 3)) && \valid_read(dCE_dW + (0 .. 2));
    requires output: \valid(W + (0 .. 2)) && \valid(gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), dCE_dgamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), dCE_dW + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), dCE_dgamma + (0 .. 3));
    requires apart:  \separated(gamma + (0 .. 3), dCE_dW + (0 .. 2));
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(dCE_dgamma[j][k], 1);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(dCE_dW[i][j], BOX_CEBYW);)
    assigns  gamma[0][0 .. 2], gamma[1][0 .. 2], gamma[2][0 .. 2], gamma[3][0 .. 2],
             W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  C10: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                  NEAR(gamma[j][k], C10Gamma(\old(gamma[j][k]), alpha, dCE_dgamma[j][k]),
                       C10_ROUNDING);
    ensures  C14: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(W[i][j], C14W(\old(W[i][j]), alpha, dCE_dW[i][j]), C14_ROUNDING);
    ROUNDED(ensures range: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                    \is_finite(gamma[j][k]);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                    \is_finite(W[i][j]);)
*/
void classification_update(double W[3][4], double gamma[4][3], double alpha,
                           double dCE_dgamma[4][3], double dCE_dW[3][4]);

/* One step of online gradient descent; every gradient is taken at the old weights. */
/*@ requires input:  \valid_read(I + (0 .. 2)) && \valid_read(l + (0 .. 2));
    requires output: \valid(W + (0 .. 2)) && \valid(gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), gamma + (0 .. 3));
    requires apart:  \separated(W + (0 .. 2), I + (0 .. 2));
    requires apart:  \separated(W + (0 .. 2), l + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), I + (0 .. 2));
    requires apart:  \separated(gamma + (0 .. 3), l + (0 .. 2));
    ROUNDED(requires box: \forall integer i; 0 <= i < 3 ==> Within(I[i], BOX_I);)
    ROUNDED(requires box: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                          Within(W[i][j], BOX_W);)
    ROUNDED(requires box: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                          Within(gamma[j][k], BOX_GAMMA);)
    ROUNDED(requires box: \forall integer k; 0 <= k < 3 ==> InUnit(l[k]);)
    ROUNDED(requires box: Within(alpha, BOX_ALPHA);)
    assigns  gamma[0][0 .. 2], gamma[1][0 .. 2], gamma[2][0 .. 2], gamma[3][0 .. 2],
             W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
    ensures  C10: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                  NEAR(gamma[j][k], C10Gamma(\old(gamma[j][k]), alpha,
                       ClassificationCEByGamma{Old}(I, l, W, gamma, j, k)), C10_ERROR);
    ensures  C14: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                  NEAR(W[i][j], C14W(\old(W[i][j]), alpha,
                       ClassificationCEByW{Old}(I, l, W, gamma, i, j)), C14_ERROR);
    ROUNDED(ensures range: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
                    \is_finite(gamma[j][k]);)
    ROUNDED(ensures range: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
                    \is_finite(W[i][j]);)
    EXACT_STEP(ensures C14_descent: \forall real alpha_0;
                  ClassificationLowers{Old}(alpha_0, I, l, W, gamma) && 0 < alpha < alpha_0 ==>
                  ClassificationCE(I, l, W, gamma) < \old(ClassificationCE(I, l, W, gamma));)
*/
void classification_step(const double I[3], const double l[3], double W[3][4], double gamma[4][3],
                         double alpha);

#endif
