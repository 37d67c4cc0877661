/* classification.c: C1-C14, line by line. Contracts: classification.h; mathematics:
 * classification.acsl. The comments inside functions that start with @ are loop invariants and
 * assertions, for the proofs only.
 */
#include "classification.h"

#include "libm.h"

double C1_H(const double I[3], double W[3][4], int j)
{
    return sigma(I[0] * W[0][j] + I[1] * W[1][j] + I[2] * W[2][j]);
}

double C2_X(const double H[4], double gamma[4][3], int k)
{
    return H[0] * gamma[0][k] + H[1] * gamma[1][k] + H[2] * gamma[2][k] + H[3] * gamma[3][k];
}

double C3_max(const double X[3])
{
    const double M = X[0] > X[1] ? X[0] : X[1];
    return M > X[2] ? M : X[2];
}

double C3_exp(double X_k, double M)
{
    return libm_exp(X_k - M);
}

void C3_O(const double X[3], double O[3])
{
    const double M = C3_max(X);
    const double e_0 = C3_exp(X[0], M);
    const double e_1 = C3_exp(X[1], M);
    const double e_2 = C3_exp(X[2], M);
    const double sum = e_0 + e_1 + e_2;
    const double O_0 = e_0 / sum;
    const double O_1 = e_1 / sum;
    const double O_2 = e_2 / sum;
    //@ assert C3: NEAR(O_0, C3O(X[0], X[0], X[1], X[2]), C3_ROUNDING) AND_ROUNDED(InUnit(O_0));
    //@ assert C3: NEAR(O_1, C3O(X[1], X[0], X[1], X[2]), C3_ROUNDING) AND_ROUNDED(InUnit(O_1));
    //@ assert C3: NEAR(O_2, C3O(X[2], X[0], X[1], X[2]), C3_ROUNDING) AND_ROUNDED(InUnit(O_2));
    O[0] = O_0;
    O[1] = O_1;
    O[2] = O_2;
}

double C4_CE(const double l[3], const double X[3])
{
    const double M = C3_max(X);
    const double log_sum = libm_log(C3_exp(X[0], M) + C3_exp(X[1], M) + C3_exp(X[2], M));
    const double log_O_0 = X[0] - M - log_sum;
    const double log_O_1 = X[1] - M - log_sum;
    const double log_O_2 = X[2] - M - log_sum;
    //@ assert C4: NEAR(log_O_0, \log(C3O(X[0], X[0], X[1], X[2])), C4_LOG_ROUNDING);
    //@ assert C4: NEAR(log_O_1, \log(C3O(X[1], X[0], X[1], X[2])), C4_LOG_ROUNDING);
    //@ assert C4: NEAR(log_O_2, \log(C3O(X[2], X[0], X[1], X[2])), C4_LOG_ROUNDING);
    return -(l[0] * log_O_0 + l[1] * log_O_1 + l[2] * log_O_2);
}

double C5_dCE_dO(double l_k, double O_k)
{
    return -(l_k / O_k);
}

double C6_dO_dX(const double O[3], int k, int j)
{
    return j == k ? O[k] * (1.0 - O[k]) : -(O[k] * O[j]);
}

double C7_dCE_dX(double O_k, double l_k)
{
    return O_k - l_k;
}

double C8_dX_dgamma(double H_j)
{
    return H_j;
}

double C9_dCE_dgamma(double dCE_dX, double dX_dgamma)
{
    return dCE_dX * dX_dgamma;
}

double C10_gamma(double gamma_jk, double alpha, double dCE_dgamma)
{
    return gamma_jk - alpha * dCE_dgamma;
}

double C11_dX_dH(double gamma_jk)
{
    return gamma_jk;
}

double C12_dH_dW(double H_j, double I_i)
{
    return H_j * (1.0 - H_j) * I_i;
}

double C13_dCE_dW(const double dCE_dX[3], const double gamma_j[3], double dH_dW)
{
    return (dCE_dX[0] * C11_dX_dH(gamma_j[0]) + dCE_dX[1] * C11_dX_dH(gamma_j[1]) +
            dCE_dX[2] * C11_dX_dH(gamma_j[2])) *
           dH_dW;
}

double C14_W(double W_ij, double alpha, double dCE_dW)
{
    return W_ij - alpha * dCE_dW;
}

void classification_forward(const double I[3], double W[3][4], double gamma[4][3], double H[4],
                            double X[3])
{
    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant C1: \forall integer b; 0 <= b < j ==>
            NEAR(H[b], ClassificationH(I, W, b), C1_ERROR);
        ROUNDED(loop invariant range: \forall integer b; 0 <= b < j ==> InUnit(H[b]);)
        loop assigns j, H[0 .. 3];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++)
        H[j] = C1_H(I, W, j);
    const double X_0 = C2_X(H, gamma, 0);
    const double X_1 = C2_X(H, gamma, 1);
    const double X_2 = C2_X(H, gamma, 2);
    //@ assert C2: NEAR(X_0, ClassificationX(I, W, gamma, 0), C2_ERROR);
    //@ assert C2: NEAR(X_1, ClassificationX(I, W, gamma, 1), C2_ERROR);
    //@ assert C2: NEAR(X_2, ClassificationX(I, W, gamma, 2), C2_ERROR);
    X[0] = X_0;
    X[1] = X_1;
    X[2] = X_2;
}

double classification_loss(const double I[3], const double l[3], double W[3][4], double gamma[4][3])
{
    double H[4], X[3];
    classification_forward(I, W, gamma, H, X);
    return C4_CE(l, X);
}

void classification_gradient_X(const double O[3], const double l[3], double dCE_dX[3])
{
    dCE_dX[0] = C7_dCE_dX(O[0], l[0]);
    dCE_dX[1] = C7_dCE_dX(O[1], l[1]);
    dCE_dX[2] = C7_dCE_dX(O[2], l[2]);
}

void classification_gradient_gamma(const double dCE_dX[3], const double H[4],
                                   double dCE_dgamma[4][3])
{
    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant C9: \forall integer b, m; 0 <= b < j && 0 <= m < 3 ==>
            NEAR(dCE_dgamma[b][m], C9CEByGamma(dCE_dX[m], C8XByGamma(H[b])), C9_ROUNDING);
        ROUNDED(loop invariant range: \forall integer b, m; 0 <= b < j && 0 <= m < 3 ==>
            Within(dCE_dgamma[b][m], 1);)
        loop invariant apart: \forall integer k; 0 <= k < 3 ==> dCE_dX[k] == \at(dCE_dX[k], Pre);
        loop invariant apart: \forall integer b; 0 <= b < 4 ==> H[b] == \at(H[b], Pre);
        ROUNDED(loop invariant box: \forall integer k; 0 <= k < 3 ==> Within(dCE_dX[k], 1);)
        ROUNDED(loop invariant box: \forall integer b; 0 <= b < 4 ==> InUnit(H[b]);)
        loop assigns j, dCE_dgamma[0][0 .. 2], dCE_dgamma[1][0 .. 2], dCE_dgamma[2][0 .. 2],
            dCE_dgamma[3][0 .. 2];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++) {
        dCE_dgamma[j][0] = C9_dCE_dgamma(dCE_dX[0], C8_dX_dgamma(H[j]));
        dCE_dgamma[j][1] = C9_dCE_dgamma(dCE_dX[1], C8_dX_dgamma(H[j]));
        dCE_dgamma[j][2] = C9_dCE_dgamma(dCE_dX[2], C8_dX_dgamma(H[j]));
    }
}

void classification_gradient_W(const double I[3], const double dCE_dX[3], double gamma[4][3],
                               const double H[4], double dCE_dW[3][4])
{
    /*@ loop invariant range: 0 <= i <= 3;
        loop invariant C13: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            NEAR(dCE_dW[a][b], C13CEByW(dCE_dX[0], C11XByH(gamma[b][0]),
                                        dCE_dX[1], C11XByH(gamma[b][1]),
                                        dCE_dX[2], C11XByH(gamma[b][2]), C12HByW(H[b], I[a])),
                 C13_LAYER_ROUNDING);
        ROUNDED(loop invariant range: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            Within(dCE_dW[a][b], BOX_CEBYW);)
        loop assigns i, dCE_dW[0][0 .. 3], dCE_dW[1][0 .. 3], dCE_dW[2][0 .. 3];
        loop variant 3 - i;
    */
    for (int i = 0; i < 3; i++)
        /*@ loop invariant range: 0 <= j <= 4;
            loop invariant C13: \forall integer a, b; a == i && 0 <= b < j ==>
                NEAR(dCE_dW[a][b], C13CEByW(dCE_dX[0], C11XByH(gamma[b][0]),
                                            dCE_dX[1], C11XByH(gamma[b][1]),
                                            dCE_dX[2], C11XByH(gamma[b][2]), C12HByW(H[b], I[a])),
                     C13_LAYER_ROUNDING);
            ROUNDED(loop invariant range: \forall integer a, b; a == i && 0 <= b < j ==>
                Within(dCE_dW[a][b], BOX_CEBYW);)
            loop assigns j, dCE_dW[i][0 .. 3];
            loop variant 4 - j;
        */
        for (int j = 0; j < 4; j++) {
            const double dH_dW = C12_dH_dW(H[j], I[i]);
            const double dCE_dW_ij = C13_dCE_dW(dCE_dX, gamma[j], dH_dW);
            /*@ assert C13: NEAR(dCE_dW_ij, C13CEByW(dCE_dX[0], C11XByH(gamma[j][0]),
                    dCE_dX[1], C11XByH(gamma[j][1]), dCE_dX[2], C11XByH(gamma[j][2]),
                    C12HByW(H[j], I[i])), C13_LAYER_ROUNDING);
            */
            dCE_dW[i][j] = dCE_dW_ij;
        }
    //@ assert apart: \forall integer k; 0 <= k < 3 ==> dCE_dX[k] == \at(dCE_dX[k], Pre);
    /*@ assert apart: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
            gamma[j][k] == \at(gamma[j][k], Pre);
    */
    //@ assert apart: \forall integer j; 0 <= j < 4 ==> H[j] == \at(H[j], Pre);
    //@ assert apart: \forall integer i; 0 <= i < 3 ==> I[i] == \at(I[i], Pre);
}

void classification_gradient(const double I[3], const double l[3], double W[3][4],
                             double gamma[4][3], double dCE_dgamma[4][3], double dCE_dW[3][4])
{
    double H[4], X[3], O[3], dCE_dX[3];
    classification_forward(I, W, gamma, H, X);
    C3_O(X, O);
    /*@ assert C1: \forall integer j; 0 <= j < 4 ==>
            NEAR(H[j], ClassificationH{Pre}(I, W, j), C1_ERROR);
    */
    /*@ assert C3: \forall integer k; 0 <= k < 3 ==>
            NEAR(O[k], ClassificationO{Pre}(I, W, gamma, k), C3_ERROR);
    */
    classification_gradient_X(O, l, dCE_dX);
    /*@ assert C7: \forall integer k; 0 <= k < 3 ==>
            NEAR(dCE_dX[k], C7CEByX(ClassificationO{Pre}(I, W, gamma, k), l[k]), C7_ERROR);
    */
    classification_gradient_W(I, dCE_dX, gamma, H, dCE_dW);
    /*@ assert C13: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
            NEAR(dCE_dW[i][j], ClassificationCEByW{Pre}(I, l, W, gamma, i, j), C13_ERROR);
    */
    classification_gradient_gamma(dCE_dX, H, dCE_dgamma);
    /*@ assert C9: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
            NEAR(dCE_dgamma[j][k], ClassificationCEByGamma{Pre}(I, l, W, gamma, j, k), C9_ERROR);
    */
    /*@ assert C13: \forall integer j; 0 <= j < 4 ==>
            NEAR(dCE_dW[0][j], ClassificationCEByW{Pre}(I, l, W, gamma, 0, j), C13_ERROR);
    */
    /*@ assert C13: \forall integer j; 0 <= j < 4 ==>
            NEAR(dCE_dW[1][j], ClassificationCEByW{Pre}(I, l, W, gamma, 1, j), C13_ERROR);
    */
    /*@ assert C13: \forall integer j; 0 <= j < 4 ==>
            NEAR(dCE_dW[2][j], ClassificationCEByW{Pre}(I, l, W, gamma, 2, j), C13_ERROR);
    */
}

void classification_update(double W[3][4], double gamma[4][3], double alpha,
                           double dCE_dgamma[4][3], double dCE_dW[3][4])
{
    /*@ loop invariant range: 0 <= i <= 3;
        loop invariant C14: \forall integer a, b; 0 <= a < i && 0 <= b < 4 ==>
            NEAR(W[a][b], C14W(\at(W[a][b], Pre), alpha, dCE_dW[a][b]), C14_ROUNDING);
        loop invariant C14: \forall integer a, b; i <= a < 3 && 0 <= b < 4 ==>
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
            loop invariant C14: \forall integer a, b; a == i && 0 <= b < j ==>
                NEAR(W[a][b], C14W(\at(W[a][b], Pre), alpha, dCE_dW[a][b]), C14_ROUNDING);
            loop invariant C14: \forall integer a, b; a == i && j <= b < 4 ==>
                W[a][b] == \at(W[a][b], Pre);
            ROUNDED(loop invariant range: \forall integer a, b; a == i && 0 <= b < j ==>
                \is_finite(W[a][b]);)
            ROUNDED(loop invariant box: \forall integer a, b; a == i && j <= b < 4 ==>
                Within(W[a][b], BOX_W);)
            loop assigns j, W[i][0 .. 3];
            loop variant 4 - j;
        */
        for (int j = 0; j < 4; j++)
            W[i][j] = C14_W(W[i][j], alpha, dCE_dW[i][j]);

    /*@ loop invariant range: 0 <= j <= 4;
        loop invariant C10: \forall integer b, m; 0 <= b < j && 0 <= m < 3 ==>
            NEAR(gamma[b][m], C10Gamma(\at(gamma[b][m], Pre), alpha, dCE_dgamma[b][m]),
                 C10_ROUNDING);
        loop invariant C10: \forall integer b, m; j <= b < 4 && 0 <= m < 3 ==>
            gamma[b][m] == \at(gamma[b][m], Pre);
        ROUNDED(loop invariant range: \forall integer b, m; 0 <= b < j && 0 <= m < 3 ==>
            \is_finite(gamma[b][m]);)
        ROUNDED(loop invariant box: \forall integer b, m; j <= b < 4 && 0 <= m < 3 ==>
            Within(gamma[b][m], BOX_GAMMA);)
        loop assigns j, gamma[0][0 .. 2], gamma[1][0 .. 2], gamma[2][0 .. 2], gamma[3][0 .. 2];
        loop variant 4 - j;
    */
    for (int j = 0; j < 4; j++)
        /*@ loop invariant range: 0 <= k <= 3;
            loop invariant C10: \forall integer b, m; b == j && 0 <= m < k ==>
                NEAR(gamma[b][m], C10Gamma(\at(gamma[b][m], Pre), alpha, dCE_dgamma[b][m]),
                     C10_ROUNDING);
            loop invariant C10: \forall integer b, m; b == j && k <= m < 3 ==>
                gamma[b][m] == \at(gamma[b][m], Pre);
            ROUNDED(loop invariant range: \forall integer b, m; b == j && 0 <= m < k ==>
                \is_finite(gamma[b][m]);)
            ROUNDED(loop invariant box: \forall integer b, m; b == j && k <= m < 3 ==>
                Within(gamma[b][m], BOX_GAMMA);)
            loop assigns k, gamma[j][0 .. 2];
            loop variant 3 - k;
        */
        for (int k = 0; k < 3; k++)
            gamma[j][k] = C10_gamma(gamma[j][k], alpha, dCE_dgamma[j][k]);
}

void classification_step(const double I[3], const double l[3], double W[3][4], double gamma[4][3],
                         double alpha)
{
    double dCE_dgamma[4][3], dCE_dW[3][4];
    classification_gradient(I, l, W, gamma, dCE_dgamma, dCE_dW);
    classification_update(W, gamma, alpha, dCE_dgamma, dCE_dW);
    /*@ assert C10: \forall integer j, k; 0 <= j < 4 && 0 <= k < 3 ==>
            NEAR(gamma[j][k], C10Gamma(\at(gamma[j][k], Pre), alpha,
                 ClassificationCEByGamma{Pre}(I, l, W, gamma, j, k)), C10_ERROR);
    */
    /*@ assert C14: \forall integer i, j; 0 <= i < 3 && 0 <= j < 4 ==>
            NEAR(W[i][j], C14W(\at(W[i][j], Pre), alpha,
                 ClassificationCEByW{Pre}(I, l, W, gamma, i, j)), C14_ERROR);
    */
    //@ assert apart: \forall integer i; 0 <= i < 3 ==> I[i] == \at(I[i], Pre);
    //@ assert apart: \forall integer k; 0 <= k < 3 ==> l[k] == \at(l[k], Pre);
}
