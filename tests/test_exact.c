/* test_exact.c: R1-R11 and C1-C14 bit for bit: each function of the core does the operations of its line
 * of the homework, in that order, and no others, whatever the size of the numbers; and touches no number
 * beside its arrays. The lines are written down a second time here, with exp and log of the C library.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "classification.h"
#include "guarded.h"
#include "libm.h"
#include "base/random.h"
#include "regression.h"

enum { POINTS = 20000 };

/* The same double, or both not a number; 0 and -0 differ. */
static void expect_bits(const char *label, double value, double expected)
{
    const int same = isnan(expected) ? isnan(value) : memcmp(&value, &expected, sizeof value) == 0;
    cr_assert(same, "%s: %a, expected %a", label, value, expected);
}

/* Of either sign and of any size between the powers of 2. */
static double spread(struct random *random, int low, int high)
{
    const double size = ldexp(random_uniform(random, 1.0, 2.0),
                              low + (int)random_below(random, (uint64_t)(high - low)));
    return random_below(random, 2) ? size : -size;
}

/* A number for one factor of an equation: mostly of everyday size, sometimes very large, very small
 * (subnormal, too), or a number where rules change. */
static double drawn(struct random *random)
{
    static const double special[] = {0.0, -0.0,    1.0,     -1.0,   0.5,       2.0,
                                     1e3, 0x1p-53, 0x1p-60, 1e-300, 0x1p-1074, (double)INFINITY};
    const uint64_t kind = random_below(random, 8);
    if (kind == 0)
        return special[random_below(random, sizeof special / sizeof *special)];
    return kind == 1 ? spread(random, -1074, 500) : spread(random, -12, 12);
}

static void draw(struct random *random, double *numbers, int count)
{
    for (int n = 0; n < count; n++)
        numbers[n] = drawn(random);
}

static double sigma_again(double x)
{
    return 1.0 / (1.0 + exp(-x));
}

Test(exact, R1_C1_sigma)
{
    struct random random = random_stream(1, 10);
    for (int n = 0; n < POINTS; n++) {
        const double x = n % 2 ? spread(&random, -70, 11) : random_uniform(&random, -760.0, 760.0);
        expect_bits("R1 sigma", sigma(x), sigma_again(x));
        expect_bits("exp", libm_exp(x), exp(x));
        expect_bits("log", libm_log(fabs(x)), log(fabs(x)));
        const double any = drawn(&random);
        expect_bits("R1 sigma", sigma(any), sigma_again(any));
        expect_bits("log", libm_log(fabs(any)), log(fabs(any)));
    }
}

Test(exact, R1_R11)
{
    struct random random = random_stream(2, 10);
    for (int n = 0; n < POINTS; n++) {
        double I[3], W[3][4], H[4], gamma[4], a[3];
        draw(&random, I, 3), draw(&random, *W, 12), draw(&random, H, 4), draw(&random, gamma, 4);
        draw(&random, a, 3);
        for (int j = 0; j < 4; j++)
            expect_bits("R1", R1_H(I, W, j),
                        sigma_again(I[0] * W[0][j] + I[1] * W[1][j] + I[2] * W[2][j]));
        expect_bits("R2", R2_O(H, gamma),
                    H[0] * gamma[0] + H[1] * gamma[1] + H[2] * gamma[2] + H[3] * gamma[3]);
        expect_bits("R3", R3_SE(a[0], a[1]), (a[0] - a[1]) * (a[0] - a[1]));
        expect_bits("R4", R4_dSE_dO(a[0], a[1]), -2.0 * (a[0] - a[1]));
        expect_bits("R5", R5_dO_dgamma(a[0]), a[0]);
        expect_bits("R6", R6_dSE_dgamma(a[0], a[1]), a[0] * a[1]);
        expect_bits("R7", R7_gamma(a[0], a[1], a[2]), a[0] - a[1] * a[2]);
        expect_bits("R8", R8_dO_dH(a[0]), a[0]);
        expect_bits("R9", R9_dH_dW(a[0], a[1]), a[0] * (1.0 - a[0]) * a[1]);
        expect_bits("R10", R10_dSE_dW(a[0], a[1], a[2]), a[0] * a[1] * a[2]);
        expect_bits("R11", R11_W(a[0], a[1], a[2]), a[0] - a[1] * a[2]);
    }
}

/* C3 and C4 as classification.h has them, with the shift by the largest. */
static void expect_softmax(const double l[3], const double X[3])
{
    double O[3], e[3];
    const double M = fmax(fmax(X[0], X[1]), X[2]);
    for (int k = 0; k < 3; k++)
        e[k] = exp(X[k] - M);
    const double sum = e[0] + e[1] + e[2];
    expect_bits("C3 max", C3_max(X) + 0.0, M + 0.0); /* of 0 and -0 either */
    C3_O(X, O);
    for (int k = 0; k < 3; k++) {
        expect_bits("C3 exp", C3_exp(X[k], M), e[k]);
        expect_bits("C3", O[k], e[k] / sum);
    }
    const double log_sum = log(sum);
    expect_bits(
        "C4", C4_CE(l, X),
        -(l[0] * (X[0] - M - log_sum) + l[1] * (X[1] - M - log_sum) + l[2] * (X[2] - M - log_sum)));
}

Test(exact, C1_C4)
{
    struct random random = random_stream(3, 10);
    for (int n = 0; n < POINTS; n++) {
        double I[3], W[3][4], H[4], gamma[4][3], l[3], X[3];
        draw(&random, I, 3), draw(&random, *W, 12), draw(&random, H, 4);
        draw(&random, *gamma, 12), draw(&random, l, 3);
        for (int j = 0; j < 4; j++)
            expect_bits("C1", C1_H(I, W, j),
                        sigma_again(I[0] * W[0][j] + I[1] * W[1][j] + I[2] * W[2][j]));
        for (int k = 0; k < 3; k++) {
            expect_bits("C2", C2_X(H, gamma, k),
                        H[0] * gamma[0][k] + H[1] * gamma[1][k] + H[2] * gamma[2][k] +
                            H[3] * gamma[3][k]);
            X[k] = spread(&random, -4, n % 4 ? 5 : 11); /* up to 2^5: all of them count */
        }
        expect_softmax(l, X);
    }
}

Test(exact, C5_C14)
{
    struct random random = random_stream(4, 10);
    for (int n = 0; n < POINTS; n++) {
        double a[3], b[3];
        draw(&random, a, 3), draw(&random, b, 3);
        expect_bits("C5", C5_dCE_dO(a[0], a[1]), -(a[0] / a[1]));
        for (int k = 0; k < 3; k++)
            for (int j = 0; j < 3; j++)
                expect_bits("C6", C6_dO_dX(a, k, j), j == k ? a[k] * (1.0 - a[k]) : -(a[k] * a[j]));
        expect_bits("C7", C7_dCE_dX(a[0], a[1]), a[0] - a[1]);
        expect_bits("C8", C8_dX_dgamma(a[0]), a[0]);
        expect_bits("C9", C9_dCE_dgamma(a[0], a[1]), a[0] * a[1]);
        expect_bits("C10", C10_gamma(a[0], a[1], a[2]), a[0] - a[1] * a[2]);
        expect_bits("C11", C11_dX_dH(a[0]), a[0]);
        expect_bits("C12", C12_dH_dW(a[0], a[1]), a[0] * (1.0 - a[0]) * a[1]);
        expect_bits("C13", C13_dCE_dW(a, b, 0.75),
                    (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) * 0.75);
        expect_bits("C14", C14_W(a[0], a[1], a[2]), a[0] - a[1] * a[2]);
    }
}

/* All arrays of a network, each with a guard behind it or in front of it. */
struct network {
    double *I, *l, *H, *X, *O, *gamma, *dgamma;
    double (*W)[4], (*dW)[4], (*gamma_jk)[3], (*dgamma_jk)[3];
};

static double *filled(size_t count, int before)
{
    double *numbers = guarded(count, before);
    for (size_t n = 0; n < count; n++)
        numbers[n] = 0.25 * (double)(n % 5) - 0.3;
    return numbers;
}

static struct network make(int before)
{
    struct network n = {filled(3, before),
                        filled(3, before),
                        filled(4, before),
                        filled(3, before),
                        filled(3, before),
                        filled(4, before),
                        filled(4, before),
                        NULL,
                        NULL,
                        NULL,
                        NULL};
    n.W = (double(*)[4])(void *)filled(12, before);
    n.dW = (double(*)[4])(void *)filled(12, before);
    n.gamma_jk = (double(*)[3])(void *)filled(12, before);
    n.dgamma_jk = (double(*)[3])(void *)filled(12, before);
    return n;
}

Test(exact, R1_R11_stay_in_their_arrays)
{
    for (int before = 0; before < 2; before++) {
        struct network n = make(before);
        R1_H(n.I, n.W, 3);
        R2_O(n.H, n.gamma);
        regression_forward(n.I, n.W, n.gamma, n.H);
        regression_loss(n.I, 0.5, n.W, n.gamma);
        regression_gradient_gamma(0.5, n.H, n.dgamma);
        regression_gradient_W(n.I, 0.5, n.gamma, n.H, n.dW);
        regression_gradient(n.I, 0.5, n.W, n.gamma, n.dgamma, n.dW);
        regression_update(n.W, n.gamma, 0.1, n.dgamma, n.dW);
        regression_step(n.I, 0.5, n.W, n.gamma, 0.1);
    }
}

Test(exact, C1_C14_stay_in_their_arrays)
{
    for (int before = 0; before < 2; before++) {
        struct network n = make(before);
        C1_H(n.I, n.W, 3);
        C2_X(n.H, n.gamma_jk, 2);
        C3_max(n.X);
        C3_O(n.X, n.O);
        C4_CE(n.l, n.X);
        C6_dO_dX(n.O, 2, 2);
        C6_dO_dX(n.O, 2, 0);
        C13_dCE_dW(n.X, n.l, 0.5);
        classification_forward(n.I, n.W, n.gamma_jk, n.H, n.X);
        classification_loss(n.I, n.l, n.W, n.gamma_jk);
        classification_gradient_X(n.O, n.l, n.X);
        classification_gradient_gamma(n.X, n.H, n.dgamma_jk);
        classification_gradient_W(n.I, n.X, n.gamma_jk, n.H, n.dW);
        classification_gradient(n.I, n.l, n.W, n.gamma_jk, n.dgamma_jk, n.dW);
        classification_update(n.W, n.gamma_jk, 0.1, n.dgamma_jk, n.dW);
        classification_step(n.I, n.l, n.W, n.gamma_jk, 0.1);
    }
}
