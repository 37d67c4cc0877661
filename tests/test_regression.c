/* test_regression.c: R1-R11 against values from outside C, and against each other.
 * The derivatives as derivatives are tested in test_gradcheck.c.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "compare.h"
#include "base/random.h"
#include "regression.h"

struct regression_case {
    char name[32];
    double I[3], W[3][4], gamma[4], y, alpha;
    struct number H[4], O_0, SE, dSE_dO, dSE_dgamma[4], dH_dW[3][4], dSE_dW[3][4];
    struct number new_gamma[4], new_W[3][4];
};

#include "oracle/regression_cases.h"

ParameterizedTestParameters(regression, R1_to_R11_fixed_values)
{
    return cr_make_param_array(struct regression_case, regression_cases,
                               sizeof regression_cases / sizeof *regression_cases);
}

ParameterizedTest(struct regression_case *c, regression, R1_to_R11_fixed_values)
{
    double H[4], dSE_dgamma[4], dH_dW[3][4], dSE_dW[3][4];
    const double O_0 = regression_forward(c->I, c->W, c->gamma, H);
    expect_numbers(c->name, "R1 H", H, c->H, 4, 0);
    expect_number(c->name, "R2 O_0", O_0, c->O_0);
    expect_number(c->name, "R3 SE", R3_SE(c->y, O_0), c->SE);
    expect_number(c->name, "R1-R3 loss", regression_loss(c->I, c->y, c->W, c->gamma), c->SE);
    const double dSE_dO = R4_dSE_dO(c->y, O_0);
    expect_number(c->name, "R4 dSE_dO", dSE_dO, c->dSE_dO);

    regression_gradient_gamma(dSE_dO, H, dSE_dgamma);
    expect_numbers(c->name, "R6 dSE_dgamma", dSE_dgamma, c->dSE_dgamma, 4, 0);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            dH_dW[i][j] = R9_dH_dW(H[j], c->I[i]);
    expect_numbers(c->name, "R9 dH_dW", *dH_dW, *c->dH_dW, 3, 4);
    regression_gradient_W(c->I, dSE_dO, c->gamma, H, dSE_dW);
    expect_numbers(c->name, "R10 dSE_dW", *dSE_dW, *c->dSE_dW, 3, 4);

    regression_step(c->I, c->y, c->W, c->gamma, c->alpha);
    expect_numbers(c->name, "R7 gamma", c->gamma, c->new_gamma, 4, 0);
    expect_numbers(c->name, "R11 W", *c->W, *c->new_W, 3, 4);
}

/* Small whole numbers, worked out by hand; every factor is a different one. */
Test(regression, R2_to_R11_by_hand)
{
    const double H[4] = {2.0, 3.0, 5.0, 7.0}, gamma[4] = {11.0, 13.0, 17.0, 19.0};
    expect_exact("by hand", "R2", R2_O(H, gamma), 279.0);
    expect_exact("by hand", "R3", R3_SE(5.0, 2.0), 9.0);
    expect_exact("by hand", "R4", R4_dSE_dO(5.0, 2.0), -6.0);
    expect_exact("by hand", "R5", R5_dO_dgamma(3.0), 3.0);
    expect_exact("by hand", "R6", R6_dSE_dgamma(-6.0, 3.0), -18.0);
    expect_exact("by hand", "R7", R7_gamma(7.0, 0.5, -18.0), 16.0);
    expect_exact("by hand", "R8", R8_dO_dH(13.0), 13.0);
    expect_exact("by hand", "R9", R9_dH_dW(0.25, 5.0), 0.9375);
    expect_exact("by hand", "R10", R10_dSE_dW(-6.0, 13.0, 0.5), -39.0);
    expect_exact("by hand", "R11", R11_W(4.0, 0.25, -39.0), 13.75);
}

struct network {
    double I[3], y, W[3][4], gamma[4];
};

/* Inputs and weights up to this size. */
static struct network drawn(struct random *random, double size)
{
    struct network n;
    n.y = random_uniform(random, -size, size);
    for (int i = 0; i < 3; i++)
        n.I[i] = random_uniform(random, -size, size);
    for (int j = 0; j < 4; j++) {
        n.gamma[j] = random_uniform(random, -size, size);
        for (int i = 0; i < 3; i++)
            n.W[i][j] = random_uniform(random, -size, size);
    }
    return n;
}

/* The same loss, gradients and step as the equations one after the other, small and large weights. Alpha
 * is large, so that a gradient taken at weights already updated would be another one, or usual. */
Test(regression, R7_R11_step_is_the_equations_at_the_old_weights)
{
    struct random random = random_stream(1, 1);
    for (int n = 0; n < 200; n++) {
        static const double sizes[] = {2.0, 60.0, 0.01}, alphas[] = {10.0, 0.02};
        struct network old = drawn(&random, sizes[n % 3]), new = old;
        const double alpha = alphas[n % 2];
        double H[4];
        regression_step(new.I, new.y, new.W, new.gamma, alpha);
        for (int j = 0; j < 4; j++)
            H[j] = R1_H(old.I, old.W, j);
        const double O_0 = R2_O(H, old.gamma), dSE_dO = R4_dSE_dO(old.y, O_0);
        expect_exact("step", "R3", regression_loss(old.I, old.y, old.W, old.gamma),
                     R3_SE(old.y, O_0));
        for (int j = 0; j < 4; j++) {
            const double dSE_dgamma = R6_dSE_dgamma(dSE_dO, R5_dO_dgamma(H[j]));
            expect_exact("step", "R7", new.gamma[j], R7_gamma(old.gamma[j], alpha, dSE_dgamma));
            for (int i = 0; i < 3; i++) {
                const double dH_dW = R9_dH_dW(H[j], old.I[i]);
                const double dSE_dW = R10_dSE_dW(dSE_dO, R8_dO_dH(old.gamma[j]), dH_dW);
                expect_exact("step", "R11", new.W[i][j], R11_W(old.W[i][j], alpha, dSE_dW));
            }
        }
        cr_expect(memcmp(new.I, old.I, sizeof old.I) == 0 && new.y == old.y,
                  "step: the data changed");
    }
}

/* A step goes downhill: a small one lowers the loss, by alpha |gradient|^2 to first order. */
Test(regression, R7_R11_small_steps_lower_the_loss)
{
    struct random random = random_stream(2, 1);
    for (int n = 0; n < 200; n++) {
        struct network net = drawn(&random, 2.0);
        const double before = regression_loss(net.I, net.y, net.W, net.gamma);
        regression_step(net.I, net.y, net.W, net.gamma, 1e-3);
        const double after = regression_loss(net.I, net.y, net.W, net.gamma);
        cr_expect(after < before, "network %d: the loss went from %.17g to %.17g", n, before,
                  after);
    }
}
