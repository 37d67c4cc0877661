/* exact.c: R1-R11 and C1-C14 once more, in ball arithmetic.
 *
 * The formulas are those of the .acsl files, not of the C: no shift in the softmax, and the logarithm is
 * that of the sum. The balls are so small beside a rounding error that only their centres count.
 */
#include "exact.h"

enum { BITS = 160 };

static union {
    POINT(arb_struct);
    arb_struct all[VALUES];
} in;

static arb_struct slope[4], e_X[3]; /* H_j (1 - H_j) and e^X_k */
static arb_t dSE_dO, sum, log_sum, t;

void exact_open(union exact *e)
{
    for (int n = 0; n < VALUES; n++)
        arb_init(&in.all[n]);
    for (int n = 0; n < OUTCOMES; n++)
        arb_init(&e->all[n]);
    for (int j = 0; j < 4; j++)
        arb_init(&slope[j]);
    for (int k = 0; k < 3; k++)
        arb_init(&e_X[k]);
    arb_init(dSE_dO);
    arb_init(sum);
    arb_init(log_sum);
    arb_init(t);
}

void exact_close(union exact *e)
{
    for (int n = 0; n < VALUES; n++)
        arb_clear(&in.all[n]);
    for (int n = 0; n < OUTCOMES; n++)
        arb_clear(&e->all[n]);
    for (int j = 0; j < 4; j++)
        arb_clear(&slope[j]);
    for (int k = 0; k < 3; k++)
        arb_clear(&e_X[k]);
    arb_clear(dSE_dO);
    arb_clear(sum);
    arb_clear(log_sum);
    arb_clear(t);
    flint_cleanup();
}

/* weight - alpha gradient */
static void step(arb_t result, const arb_t weight, const arb_t gradient)
{
    arb_mul(result, &in.alpha, gradient, BITS);
    arb_sub(result, weight, result, BITS);
}

/* R1 and C1, which are the same function. */
static void hidden(union exact *e)
{
    for (int j = 0; j < 4; j++) {
        arb_struct *H = &e->R1[j];
        arb_mul(t, &in.I[0], &in.W[0][j], BITS);
        arb_addmul(t, &in.I[1], &in.W[1][j], BITS);
        arb_addmul(t, &in.I[2], &in.W[2][j], BITS);
        arb_neg(t, t);
        arb_exp(t, t, BITS);
        arb_add_ui(t, t, 1, BITS);
        arb_inv(H, t, BITS);
        arb_set(&e->C1[j], H);
        arb_sub_ui(t, H, 1, BITS);
        arb_neg(t, t);
        arb_mul(&slope[j], H, t, BITS);
    }
}

static void regression(union exact *e)
{
    arb_zero(&e->R2);
    for (int j = 0; j < 4; j++)
        arb_addmul(&e->R2, &e->R1[j], &in.gamma_r[j], BITS);
    arb_sub(t, &in.y, &e->R2, BITS);
    arb_mul(&e->R3, t, t, BITS);
    arb_mul_si(dSE_dO, t, -2, BITS);
    for (int j = 0; j < 4; j++) {
        arb_mul(&e->R6[j], dSE_dO, &e->R1[j], BITS);
        step(&e->R7[j], &in.gamma_r[j], &e->R6[j]);
        arb_mul(t, dSE_dO, &in.gamma_r[j], BITS);
        arb_mul(t, t, &slope[j], BITS);
        for (int i = 0; i < 3; i++) {
            arb_mul(&e->R10[i][j], t, &in.I[i], BITS);
            step(&e->R11[i][j], &in.W[i][j], &e->R10[i][j]);
        }
    }
}

/* C2, C3, C4 and C7. */
static void outputs(union exact *e)
{
    arb_zero(sum);
    for (int k = 0; k < 3; k++) {
        arb_zero(&e->C2[k]);
        for (int j = 0; j < 4; j++)
            arb_addmul(&e->C2[k], &e->C1[j], &in.gamma_c[j][k], BITS);
        arb_exp(&e_X[k], &e->C2[k], BITS);
        arb_add(sum, sum, &e_X[k], BITS);
    }
    arb_log(log_sum, sum, BITS);
    arb_zero(&e->C4);
    for (int k = 0; k < 3; k++) {
        arb_div(&e->C3[k], &e_X[k], sum, BITS);
        arb_sub(t, log_sum, &e->C2[k], BITS);
        arb_addmul(&e->C4, &in.l[k], t, BITS);
        arb_sub(&e->C7[k], &e->C3[k], &in.l[k], BITS);
    }
}

static void classification(union exact *e)
{
    outputs(e);
    for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 3; k++) {
            arb_mul(&e->C9[j][k], &e->C7[k], &e->C1[j], BITS);
            step(&e->C10[j][k], &in.gamma_c[j][k], &e->C9[j][k]);
        }
        arb_mul(t, &e->C7[0], &in.gamma_c[j][0], BITS);
        arb_addmul(t, &e->C7[1], &in.gamma_c[j][1], BITS);
        arb_addmul(t, &e->C7[2], &in.gamma_c[j][2], BITS);
        arb_mul(t, t, &slope[j], BITS);
        for (int i = 0; i < 3; i++) {
            arb_mul(&e->C13[i][j], t, &in.I[i], BITS);
            step(&e->C14[i][j], &in.W[i][j], &e->C13[i][j]);
        }
    }
}

void exact_compute(const union point *p, union exact *e)
{
    for (int n = 0; n < VALUES; n++)
        arb_set_d(&in.all[n], p->all[n]);
    hidden(e);
    regression(e);
    classification(e);
}
