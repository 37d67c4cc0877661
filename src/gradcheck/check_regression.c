/* check_regression.c: the derivatives of the regression network, R4-R6 and R8-R10, for gradcheck.
 *
 * Each is said three times: as a function of the code to be moved a little, as the homework's
 * formula in complex numbers, and as the derivative that the code claims. R6 and R10 move the whole
 * loss from inputs and weights, the others the one factor.
 */
#include "gradcheck/gradcheck.h"

#include <complex.h>
#undef I

#include "regression.h"

enum { NUMBERS = 26 };

union point {
    struct {
        double I[3], W[3][4], H[4], gamma[4], O_0, y, SE;
    };
    double number[NUMBERS];
};

union complex_point {
    struct {
        double complex I[3], W[3][4], H[4], gamma[4], O_0, y, SE;
    };
    double complex number[NUMBERS];
};

static void draw(struct random *random, void *point)
{
    union point *p = point;
    for (int n = 0; n < NUMBERS; n++)
        p->number[n] = gradcheck_draw(random);
    p->O_0 = regression_forward(p->I, p->W, p->gamma, p->H);
    p->SE = R3_SE(p->y, p->O_0);
}

/* The code to be checked. */

static void code_H(void *point)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        p->H[j] = R1_H(p->I, p->W, j);
}

static void code_O(void *point)
{
    union point *p = point;
    p->O_0 = R2_O(p->H, p->gamma);
}

static void code_SE(void *point)
{
    union point *p = point;
    p->SE = R3_SE(p->y, p->O_0);
}

static void code_loss(void *point)
{
    union point *p = point;
    p->SE = regression_loss(p->I, p->y, p->W, p->gamma);
}

/* R1-R3 as the homework writes them. */

static void exact_H(void *point)
{
    union complex_point *p = point;
    for (int j = 0; j < 4; j++) {
        double complex z = 0.0;
        for (int i = 0; i < 3; i++)
            z += p->I[i] * p->W[i][j];
        p->H[j] = 1.0 / (1.0 + cexp(-z));
    }
}

static void exact_O(void *point)
{
    union complex_point *p = point;
    p->O_0 = 0.0;
    for (int j = 0; j < 4; j++)
        p->O_0 += p->H[j] * p->gamma[j];
}

static void exact_SE(void *point)
{
    union complex_point *p = point;
    p->SE = (p->y - p->O_0) * (p->y - p->O_0);
}

static void exact_loss(void *point)
{
    exact_H(point);
    exact_O(point);
    exact_SE(point);
}

/* The derivatives in the code. */

static void R4(void *point, double *dSE_dO)
{
    union point *p = point;
    dSE_dO[0] = R4_dSE_dO(p->y, p->O_0);
}

static void R5(void *point, double *dO_dgamma)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        dO_dgamma[j] = R5_dO_dgamma(p->H[j]);
}

static void R6(void *point, double *dSE_dgamma)
{
    union point *p = point;
    regression_gradient_gamma(R4_dSE_dO(p->y, p->O_0), p->H, dSE_dgamma);
}

static void R8(void *point, double *dO_dH)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        dO_dH[j] = R8_dO_dH(p->gamma[j]);
}

static void R9(void *point, double *dH_dW)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        for (int i = 0; i < 3; i++)
            for (int b = 0; b < 4; b++)
                *dH_dW++ = b == j ? R9_dH_dW(p->H[j], p->I[i]) : 0.0;
}

static void R10(void *point, double *dSE_dW)
{
    union point *p = point;
    double value[3][4];
    regression_gradient_W(p->I, R4_dSE_dO(p->y, p->O_0), p->gamma, p->H, value);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            *dSE_dW++ = value[i][j];
}

static const struct gradcheck_field
    field_W = {"W", offsetof(union point, W) / sizeof(double), 3, 4},
    field_H = {"H", offsetof(union point, H) / sizeof(double), 4, 0},
    field_gamma = {"gamma", offsetof(union point, gamma) / sizeof(double), 4, 1},
    field_O = {"O_0", offsetof(union point, O_0) / sizeof(double), 0, 0},
    field_SE = {"SE", offsetof(union point, SE) / sizeof(double), 0, 0};

static const struct gradcheck_equation equation[] = {
    {"R4", "dSE/dO_0", &field_SE, &field_O, false, code_SE, exact_SE, R4},
    {"R5", "dO_0/dgamma_j0", &field_O, &field_gamma, false, code_O, exact_O, R5},
    {"R6", "dSE/dgamma_j0", &field_SE, &field_gamma, false, code_loss, exact_loss, R6},
    {"R8", "dO_0/dH_j", &field_O, &field_H, false, code_O, exact_O, R8},
    {"R9", "dH_j/dW_ij", &field_H, &field_W, false, code_H, exact_H, R9},
    {"R10", "dSE/dW_ij", &field_SE, &field_W, false, code_loss, exact_loss, R10},
};

const struct gradcheck_network gradcheck_regression = {"regression", NUMBERS, draw, equation,
                                                       sizeof equation / sizeof *equation};
