/* check_classification.c: the derivatives of the classification network, C5-C9 and C11-C13, for
 * gradcheck.
 *
 * Each is said three times: as a function of the code to be moved a little, as the homework's
 * formula in complex numbers, and as the derivative that the code claims. C9 and C13 move the whole
 * loss from inputs and weights, C7 the loss from the logits, the others the one factor.
 */
#include "gradcheck/gradcheck.h"

#include <complex.h>
#undef I

#include "classification.h"
#include "libm.h"

enum { NUMBERS = 41 };

union point {
    struct {
        double I[3], W[3][4], H[4], gamma[4][3], X[3], O[3], l[3], CE;
    };
    double number[NUMBERS];
};

union complex_point {
    struct {
        double complex I[3], W[3][4], H[4], gamma[4][3], X[3], O[3], l[3], CE;
    };
    double complex number[NUMBERS];
};

/* Labels for C7, C9 and C13 must sum to 1: half of them are one-hot, half are soft. */
static void draw_labels(struct random *random, double l[3])
{
    if (random_below(random, 2) == 0) {
        const uint64_t class = random_below(random, 3);
        for (uint64_t k = 0; k < 3; k++)
            l[k] = k == class;
        return;
    }
    l[0] = random_uniform(random, 0.1, 0.45);
    l[1] = random_uniform(random, 0.1, 0.45);
    l[2] = 1.0 - l[0] - l[1];
}

static void draw(struct random *random, void *point)
{
    union point *p = point;
    for (int n = 0; n < NUMBERS; n++)
        p->number[n] = gradcheck_draw(random);
    draw_labels(random, p->l);
    classification_forward(p->I, p->W, p->gamma, p->H, p->X);
    C3_O(p->X, p->O);
    p->CE = C4_CE(p->l, p->X);
}

/* The code to be checked. */

static void code_H(void *point)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        p->H[j] = C1_H(p->I, p->W, j);
}

static void code_X(void *point)
{
    union point *p = point;
    for (int k = 0; k < 3; k++)
        p->X[k] = C2_X(p->H, p->gamma, k);
}

static void code_O(void *point)
{
    union point *p = point;
    C3_O(p->X, p->O);
}

/* C4 from O as it stands. The core has no such function, since it takes the logarithm before O can
 * round to 0; here O is never that small. */
static void code_CE(void *point)
{
    union point *p = point;
    p->CE = 0.0;
    for (int k = 0; k < 3; k++)
        p->CE -= p->l[k] * libm_log(p->O[k]);
}

static void code_CE_of_X(void *point)
{
    union point *p = point;
    p->CE = C4_CE(p->l, p->X);
}

static void code_loss(void *point)
{
    union point *p = point;
    p->CE = classification_loss(p->I, p->l, p->W, p->gamma);
}

/* C1-C4 as the homework writes them. */

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

static void exact_X(void *point)
{
    union complex_point *p = point;
    for (int k = 0; k < 3; k++) {
        p->X[k] = 0.0;
        for (int j = 0; j < 4; j++)
            p->X[k] += p->H[j] * p->gamma[j][k];
    }
}

static void exact_O(void *point)
{
    union complex_point *p = point;
    double complex sum = 0.0;
    for (int s = 0; s < 3; s++)
        sum += cexp(p->X[s]);
    for (int k = 0; k < 3; k++)
        p->O[k] = cexp(p->X[k]) / sum;
}

static void exact_CE(void *point)
{
    union complex_point *p = point;
    p->CE = 0.0;
    for (int i = 0; i < 3; i++)
        p->CE -= p->l[i] * clog(p->O[i]);
}

static void exact_CE_of_X(void *point)
{
    exact_O(point);
    exact_CE(point);
}

static void exact_loss(void *point)
{
    exact_H(point);
    exact_X(point);
    exact_CE_of_X(point);
}

/* The derivatives in the code. */

static void C5(void *point, double *dCE_dO)
{
    union point *p = point;
    for (int k = 0; k < 3; k++)
        dCE_dO[k] = C5_dCE_dO(p->l[k], p->O[k]);
}

static void C6(void *point, double *dO_dX)
{
    union point *p = point;
    for (int k = 0; k < 3; k++)
        for (int j = 0; j < 3; j++)
            *dO_dX++ = C6_dO_dX(p->O, k, j);
}

static void C7(void *point, double *dCE_dX)
{
    union point *p = point;
    classification_gradient_X(p->O, p->l, dCE_dX);
}

static void C8(void *point, double *dX_dgamma)
{
    union point *p = point;
    for (int k = 0; k < 3; k++)
        for (int j = 0; j < 4; j++)
            for (int m = 0; m < 3; m++)
                *dX_dgamma++ = m == k ? C8_dX_dgamma(p->H[j]) : 0.0;
}

static void C9(void *point, double *dCE_dgamma)
{
    union point *p = point;
    double dCE_dX[3], value[4][3];
    classification_gradient_X(p->O, p->l, dCE_dX);
    classification_gradient_gamma(dCE_dX, p->H, value);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < 3; k++)
            *dCE_dgamma++ = value[j][k];
}

static void C11(void *point, double *dX_dH)
{
    union point *p = point;
    for (int k = 0; k < 3; k++)
        for (int j = 0; j < 4; j++)
            *dX_dH++ = C11_dX_dH(p->gamma[j][k]);
}

static void C12(void *point, double *dH_dW)
{
    union point *p = point;
    for (int j = 0; j < 4; j++)
        for (int i = 0; i < 3; i++)
            for (int b = 0; b < 4; b++)
                *dH_dW++ = b == j ? C12_dH_dW(p->H[j], p->I[i]) : 0.0;
}

static void C13(void *point, double *dCE_dW)
{
    union point *p = point;
    double dCE_dX[3], value[3][4];
    classification_gradient_X(p->O, p->l, dCE_dX);
    classification_gradient_W(p->I, dCE_dX, p->gamma, p->H, value);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            *dCE_dW++ = value[i][j];
}

static const struct gradcheck_field
    field_W = {"W", offsetof(union point, W) / sizeof(double), 3, 4},
    field_H = {"H", offsetof(union point, H) / sizeof(double), 4, 0},
    field_gamma = {"gamma", offsetof(union point, gamma) / sizeof(double), 4, 3},
    field_X = {"X", offsetof(union point, X) / sizeof(double), 3, 0},
    field_O = {"O", offsetof(union point, O) / sizeof(double), 3, 0},
    field_CE = {"CE", offsetof(union point, CE) / sizeof(double), 0, 0};

/* The step of C5 is relative because the logarithm of O_k ends at 0, which is near. */
static const struct gradcheck_equation equation[] = {
    {"C5", "dCE/dO_k", &field_CE, &field_O, true, code_CE, exact_CE, C5},
    {"C6", "dO_k/dX_j", &field_O, &field_X, false, code_O, exact_O, C6},
    {"C7", "dCE/dX_k", &field_CE, &field_X, false, code_CE_of_X, exact_CE_of_X, C7},
    {"C8", "dX_k/dgamma_jk", &field_X, &field_gamma, false, code_X, exact_X, C8},
    {"C9", "dCE/dgamma_jk", &field_CE, &field_gamma, false, code_loss, exact_loss, C9},
    {"C11", "dX_k/dH_j", &field_X, &field_H, false, code_X, exact_X, C11},
    {"C12", "dH_j/dW_ij", &field_H, &field_W, false, code_H, exact_H, C12},
    {"C13", "dCE/dW_ij", &field_CE, &field_W, false, code_loss, exact_loss, C13},
};

const struct gradcheck_network gradcheck_classification = {
    "classification", NUMBERS, draw, equation, sizeof equation / sizeof *equation};
