/* regression.c: R1-R11, line by line. Contracts: regression.h; mathematics: regression.acsl.
 * The comments inside functions that start with @ are loop invariants and assertions, for the proofs only.
 */
#include "regression.h"

double R1_H(const double I[3], double W[3][4], int j)
{
    return sigma(I[0] * W[0][j] + I[1] * W[1][j] + I[2] * W[2][j]);
}

double R2_O(const double H[4], const double gamma[4])
{
    return H[0] * gamma[0] + H[1] * gamma[1] + H[2] * gamma[2] + H[3] * gamma[3];
}

double R3_SE(double y, double O_0)
{
    return (y - O_0) * (y - O_0);
}

double R4_dSE_dO(double y, double O_0)
{
    return -2.0 * (y - O_0);
}

double R5_dO_dgamma(double H_j)
{
    return H_j;
}

double R6_dSE_dgamma(double dSE_dO, double dO_dgamma)
{
    return dSE_dO * dO_dgamma;
}

double R7_gamma(double gamma_j0, double alpha, double dSE_dgamma)
{
    return gamma_j0 - alpha * dSE_dgamma;
}

double R8_dO_dH(double gamma_j0)
{
    return gamma_j0;
}

double R9_dH_dW(double H_j, double I_i)
{
    return H_j * (1.0 - H_j) * I_i;
}

double R10_dSE_dW(double dSE_dO, double dO_dH, double dH_dW)
{
    return dSE_dO * dO_dH * dH_dW;
}

double R11_W(double W_ij, double alpha, double dSE_dW)
{
    return W_ij - alpha * dSE_dW;
}

double regression_forward(const double I[3], double W[3][4], const double gamma[4], double H[4])
{
    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant R1: \forall integer b; 0 <= b < j ==>
            NEAR(H[b], RegressionH(I, W, b), R1_ERROR);
        ROUNDED(loop invariant range: \forall integer b; 0 <= b < j ==> InUnit(H[b]);)
        loop assigns j, H[0 .. 3];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++)
        H[j] = R1_H(I, W, j);
    return R2_O(H, gamma);
}

double regression_loss(const double I[3], double y, double W[3][4], const double gamma[4])
{
    double H[4];
    return R3_SE(y, regression_forward(I, W, gamma, H));
}

void regression_gradient_gamma(double dSE_dO, const double H[4], double dSE_dgamma[4])
{
    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant R6: \forall integer b; 0 <= b < j ==>
            NEAR(dSE_dgamma[b], R6SEByGamma(dSE_dO, R5OByGamma(H[b])), R6_ROUNDING);
        ROUNDED(loop invariant range: \forall integer b; 0 <= b < j ==>
            Within(dSE_dgamma[b], BOX_SEBYO);)
        loop assigns j, dSE_dgamma[0 .. 3];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++)
        dSE_dgamma[j] = R6_dSE_dgamma(dSE_dO, R5_dO_dgamma(H[j]));
}

void regression_gradient_W(const double I[3], double dSE_dO, const double gamma[4],
                           const double H[4], double dSE_dW[3][4])
{
    /*@ loop invariant range: 0 <= i <= 3;
        loop invariant R10: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            NEAR(dSE_dW[a][b], R10SEByW(dSE_dO, R8OByH(gamma[b]), R9HByW(H[b], I[a])),
                 R10_LAYER_ROUNDING);
        ROUNDED(loop invariant range: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            Within(dSE_dW[a][b], BOX_SEBYW);)
        loop assigns i, dSE_dW[0][0 .. 3], dSE_dW[1][0 .. 3], dSE_dW[2][0 .. 3];
        loop variant 3 - i;
    */
    for (int i = 0; i < 3; i++)
        /*@ loop invariant range: 0 <= j <= 4;
            loop invariant R10: \forall integer a, b; a == i && 0 <= b < j ==>
                NEAR(dSE_dW[a][b], R10SEByW(dSE_dO, R8OByH(gamma[b]), R9HByW(H[b], I[a])),
                     R10_LAYER_ROUNDING);
            ROUNDED(loop invariant range: \forall integer a, b; a == i && 0 <= b < j ==>
                Within(dSE_dW[a][b], BOX_SEBYW);)
            loop assigns j, dSE_dW[i][0 .. 3];
            loop variant 4 - j;
        */
        for (int j = 0; j < 4; j++) {
            const double dH_dW = R9_dH_dW(H[j], I[i]);
            const double dSE_dW_ij = R10_dSE_dW(dSE_dO, R8_dO_dH(gamma[j]), dH_dW);
            /*@ assert R10: NEAR(dSE_dW_ij,
                    R10SEByW(dSE_dO, R8OByH(gamma[j]), R9HByW(H[j], I[i])), R10_LAYER_ROUNDING);
            */
            dSE_dW[i][j] = dSE_dW_ij;
        }
}

void regression_gradient(const double I[3], double y, double W[3][4], const double gamma[4],
                         double dSE_dgamma[4], double dSE_dW[3][4])
{
    double H[4];
    const double O_0 = regression_forward(I, W, gamma, H);
    const double dSE_dO = R4_dSE_dO(y, O_0);
    /*@ assert R1: \forall integer j; 0 <= j < 4 ==>
            NEAR(H[j], RegressionH{Pre}(I, W, j), R1_ERROR);
    */
    //@ assert R2: NEAR(O_0, RegressionO{Pre}(I, W, gamma), R2_ERROR);
    regression_gradient_W(I, dSE_dO, gamma, H, dSE_dW);
    /*@ assert R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
            NEAR(dSE_dW[i][j], RegressionSEByW{Pre}(I, y, W, gamma, i, j), R10_ERROR);
    */
    regression_gradient_gamma(dSE_dO, H, dSE_dgamma);
    /*@ assert R6: \forall integer j; 0 <= j < 4 ==>
            NEAR(dSE_dgamma[j], RegressionSEByGamma{Pre}(I, y, W, gamma, j), R6_ERROR);
    */
    /*@ assert R10: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
            NEAR(dSE_dW[i][j], RegressionSEByW{Pre}(I, y, W, gamma, i, j), R10_ERROR);
    */
}

void regression_update(double W[3][4], double gamma[4], double alpha, const double dSE_dgamma[4],
                       double dSE_dW[3][4])
{
    /*@ loop invariant range: 0 <= i <= 3;
        loop invariant R11: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            NEAR(W[a][b], R11W(\at(W[a][b], Pre), alpha, dSE_dW[a][b]), R11_ROUNDING);
        loop invariant R11: \forall integer a, b; i <= a < 3 && 0 <= b < 4 ==>
            W[a][b] == \at(W[a][b], Pre);
        ROUNDED(loop invariant range: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            \is_finite(W[a][b]);)
        ROUNDED(loop invariant box: \forall integer a, b; i <= a < 3 && 0 <= b < 4 ==>
            Within(W[a][b], BOX_W);)
        loop assigns i, W[0][0 .. 3], W[1][0 .. 3], W[2][0 .. 3];
        loop variant 3 - i;
    */
    for (int i = 0; i < 3; i++)
        /*@ loop invariant range: 0 <= j <= 4;
            loop invariant R11: \forall integer a, b; a == i && 0 <= b < j ==>
                NEAR(W[a][b], R11W(\at(W[a][b], Pre), alpha, dSE_dW[a][b]), R11_ROUNDING);
            loop invariant R11: \forall integer a, b; a == i && j <= b < 4 ==>
                W[a][b] == \at(W[a][b], Pre);
            ROUNDED(loop invariant range: \forall integer a, b; a == i && 0 <= b < j ==>
                \is_finite(W[a][b]);)
            ROUNDED(loop invariant box: \forall integer a, b; a == i && j <= b < 4 ==>
                Within(W[a][b], BOX_W);)
            loop assigns j, W[i][0 .. 3];
            loop variant 4 - j;
        */
        for (int j = 0; j < 4; j++)
            W[i][j] = R11_W(W[i][j], alpha, dSE_dW[i][j]);

    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant R7: \forall integer b; 0 <= b < j ==>
            NEAR(gamma[b], R7Gamma(\at(gamma[b], Pre), alpha, dSE_dgamma[b]), R7_ROUNDING);
        loop invariant R7: \forall integer b; j <= b < 4 ==>
            gamma[b] == \at(gamma[b], Pre);
        ROUNDED(loop invariant range: \forall integer b; 0 <= b < j ==> \is_finite(gamma[b]);)
        ROUNDED(loop invariant box: \forall integer b; j <= b < 4 ==>
            Within(gamma[b], BOX_GAMMA);)
        loop assigns j, gamma[0 .. 3];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++)
        gamma[j] = R7_gamma(gamma[j], alpha, dSE_dgamma[j]);
}

void regression_step(const double I[3], double y, double W[3][4], double gamma[4], double alpha)
{
    double dSE_dgamma[4], dSE_dW[3][4];
    regression_gradient(I, y, W, gamma, dSE_dgamma, dSE_dW);
    regression_update(W, gamma, alpha, dSE_dgamma, dSE_dW);
    /*@ assert R7: \forall integer j; 0 <= j < 4 ==>
            NEAR(gamma[j], R7Gamma(\at(gamma[j], Pre), alpha,
                                   RegressionSEByGamma{Pre}(I, y, W, gamma, j)), R7_ERROR);
    */
    /*@ assert R11: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
            NEAR(W[i][j], R11W(\at(W[i][j], Pre), alpha,
                               RegressionSEByW{Pre}(I, y, W, gamma, i, j)), R11_ERROR);
    */
    //@ assert apart: \forall integer i; 0 <= i < 3 ==> I[i] == \at(I[i], Pre);
}
