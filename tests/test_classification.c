/* test_classification.c: C1-C14 against values from outside C, and against each other.
 * The derivatives as derivatives are tested in test_gradcheck.c.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

#include "classification.h"
#include "compare.h"
#include "base/random.h"

struct classification_case {
    char name[32];
    double I[3], W[3][4], gamma[4][3], l[3], alpha;
    struct number H[4], X[3], O[3], CE, dCE_dX[3], dCE_dgamma[4][3], dH_dW[3][4], dCE_dW[3][4];
    struct number dCE_dO[3]; /* all zero where an O_k rounds to 0 */
    struct number dO_dX[3][3], new_gamma[4][3], new_W[3][4];
};

#include "oracle/classification_cases.h"
#include "oracle/classification_extremes.h"

/* C5 and C6, at the outputs O. */
static void expect_factors(struct classification_case *c, const double O[3])
{
    double dCE_dO[3], dO_dX[3][3];
    for (int k = 0; k < 3; k++) {
        dCE_dO[k] = C5_dCE_dO(c->l[k], O[k]);
        for (int j = 0; j < 3; j++)
            dO_dX[k][j] = C6_dO_dX(O, k, j);
    }
    if (c->dCE_dO[0].tolerance > 0.0)
        expect_numbers(c->name, "C5 dCE_dO", dCE_dO, c->dCE_dO, 3, 0);
    expect_numbers(c->name, "C6 dO_dX", *dO_dX, *c->dO_dX, 3, 3);
}

static void expect_case(struct classification_case *c)
{
    double H[4], X[3], O[3], dCE_dX[3], dCE_dgamma[4][3], dH_dW[3][4], dCE_dW[3][4];
    classification_forward(c->I, c->W, c->gamma, H, X);
    expect_numbers(c->name, "C1 H", H, c->H, 4, 0);
    expect_numbers(c->name, "C2 X", X, c->X, 3, 0);
    C3_O(X, O);
    expect_numbers(c->name, "C3 O", O, c->O, 3, 0);
    expect_number(c->name, "C4 CE", C4_CE(c->l, X), c->CE);
    expect_number(c->name, "C1-C4 loss", classification_loss(c->I, c->l, c->W, c->gamma), c->CE);
    expect_factors(c, O);

    classification_gradient_X(O, c->l, dCE_dX);
    expect_numbers(c->name, "C7 dCE_dX", dCE_dX, c->dCE_dX, 3, 0);
    classification_gradient_gamma(dCE_dX, H, dCE_dgamma);
    expect_numbers(c->name, "C9 dCE_dgamma", *dCE_dgamma, *c->dCE_dgamma, 4, 3);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            dH_dW[i][j] = C12_dH_dW(H[j], c->I[i]);
    expect_numbers(c->name, "C12 dH_dW", *dH_dW, *c->dH_dW, 3, 4);
    classification_gradient_W(c->I, dCE_dX, c->gamma, H, dCE_dW);
    expect_numbers(c->name, "C13 dCE_dW", *dCE_dW, *c->dCE_dW, 3, 4);

    classification_step(c->I, c->l, c->W, c->gamma, c->alpha);
    expect_numbers(c->name, "C10 gamma", *c->gamma, *c->new_gamma, 4, 3);
    expect_numbers(c->name, "C14 W", *c->W, *c->new_W, 3, 4);
}

ParameterizedTestParameters(classification, C1_to_C14_fixed_values)
{
    return cr_make_param_array(struct classification_case, classification_cases,
                               sizeof classification_cases / sizeof *classification_cases);
}

ParameterizedTest(struct classification_case *c, classification, C1_to_C14_fixed_values)
{
    expect_case(c);
}

ParameterizedTestParameters(classification, C1_to_C14_extremes)
{
    return cr_make_param_array(struct classification_case, classification_extremes,
                               sizeof classification_extremes / sizeof *classification_extremes);
}

ParameterizedTest(struct classification_case *c, classification, C1_to_C14_extremes)
{
    expect_case(c);
}

/* Small whole numbers, worked out by hand; every factor is a different one. */
Test(classification, C2_to_C14_by_hand)
{
    const double H[4] = {2.0, 3.0, 5.0, 7.0}, O[3] = {0.5, 0.125, 0.375};
    const double dCE_dX[3] = {2.0, -3.0, 5.0}, gamma_j[3] = {7.0, 11.0, 13.0};
    double gamma[4][3] = {{1.0, 2.0, 4.0}, {0.0, 3.0, 8.0}, {5.0, -1.0, 16.0}, {6.0, 7.0, -9.0}};
    expect_exact("by hand", "C2 X_0", C2_X(H, gamma, 0), 69.0);
    expect_exact("by hand", "C2 X_1", C2_X(H, gamma, 1), 57.0);
    expect_exact("by hand", "C2 X_2", C2_X(H, gamma, 2), 49.0);
    expect_exact("by hand", "C5", C5_dCE_dO(3.0, 0.5), -6.0);
    expect_exact("by hand", "C6, j = k", C6_dO_dX(O, 1, 1), 0.109375);
    expect_exact("by hand", "C6, j != k", C6_dO_dX(O, 0, 2), -0.1875);
    expect_exact("by hand", "C7", C7_dCE_dX(0.25, 1.0), -0.75);
    expect_exact("by hand", "C8", C8_dX_dgamma(3.0), 3.0);
    expect_exact("by hand", "C9", C9_dCE_dgamma(-0.75, 3.0), -2.25);
    expect_exact("by hand", "C10", C10_gamma(7.0, 0.5, -2.25), 8.125);
    expect_exact("by hand", "C11", C11_dX_dH(13.0), 13.0);
    expect_exact("by hand", "C12", C12_dH_dW(0.25, 5.0), 0.9375);
    expect_exact("by hand", "C13", C13_dCE_dW(dCE_dX, gamma_j, 0.5), 23.0);
    expect_exact("by hand", "C14", C14_W(4.0, 0.25, 23.0), -1.75);
}

struct network {
    double I[3], l[3], W[3][4], gamma[4][3];
};

/* Inputs and weights up to this size. */
static struct network drawn(struct random *random, double size)
{
    struct network n;
    const uint64_t class = random_below(random, 3);
    for (int i = 0; i < 3; i++) {
        n.l[i] = (uint64_t)i == class;
        n.I[i] = random_uniform(random, -size, size);
    }
    for (int j = 0; j < 4; j++)
        for (int i = 0; i < 3; i++) {
            n.gamma[j][i] = random_uniform(random, -size, size);
            n.W[i][j] = random_uniform(random, -size, size);
        }
    return n;
}

/* O_k - l_k is what the chain rule gives, summed over all outputs m. */
Test(classification, C7_is_the_chain_rule_over_all_outputs)
{
    struct random random = random_stream(1, 2);
    for (int n = 0; n < 200; n++) {
        struct network net = drawn(&random, 2.0);
        double H[4], X[3], O[3];
        if (n % 2) {
            net.l[0] = net.l[1] = random_uniform(&random, 0.1, 0.4);
            net.l[2] = 1.0 - net.l[0] - net.l[1];
        }
        classification_forward(net.I, net.W, net.gamma, H, X);
        C3_O(X, O);
        for (int k = 0; k < 3; k++) {
            double sum = 0.0;
            for (int m = 0; m < 3; m++)
                sum += C5_dCE_dO(net.l[m], O[m]) * C6_dO_dX(O, m, k);
            expect_close("chain rule", "C7", C7_dCE_dX(O[k], net.l[k]), sum, 1.0);
        }
    }
}

/* The same loss, gradients and step as the equations one after the other, small and large weights. Alpha
 * is large, so that a gradient taken at weights already updated would be another one, or usual. */
Test(classification, C10_C14_step_is_the_equations_at_the_old_weights)
{
    struct random random = random_stream(2, 2);
    for (int n = 0; n < 200; n++) {
        static const double sizes[] = {2.0, 60.0, 0.01}, alphas[] = {10.0, 0.02};
        struct network old = drawn(&random, sizes[n % 3]), new = old;
        const double alpha = alphas[n % 2];
        double H[4], X[3], O[3], dCE_dX[3];
        classification_step(new.I, new.l, new.W, new.gamma, alpha);
        for (int j = 0; j < 4; j++)
            H[j] = C1_H(old.I, old.W, j);
        for (int k = 0; k < 3; k++)
            X[k] = C2_X(H, old.gamma, k);
        C3_O(X, O);
        for (int k = 0; k < 3; k++)
            dCE_dX[k] = C7_dCE_dX(O[k], old.l[k]);
        expect_exact("step", "C4", classification_loss(old.I, old.l, old.W, old.gamma),
                     C4_CE(old.l, X));
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 3; k++) {
                const double dCE_dgamma = C9_dCE_dgamma(dCE_dX[k], C8_dX_dgamma(H[j]));
                expect_exact("step", "C10", new.gamma[j][k],
                             C10_gamma(old.gamma[j][k], alpha, dCE_dgamma));
            }
            for (int i = 0; i < 3; i++) {
                const double dH_dW = C12_dH_dW(H[j], old.I[i]);
                const double dCE_dW = C13_dCE_dW(dCE_dX, old.gamma[j], dH_dW);
                expect_exact("step", "C14", new.W[i][j], C14_W(old.W[i][j], alpha, dCE_dW));
            }
        }
        cr_expect(memcmp(new.I, old.I, sizeof old.I) == 0 &&
                      memcmp(new.l, old.l, sizeof old.l) == 0,
                  "step: the data changed");
    }
}

/* A step goes downhill. */
Test(classification, C10_C14_small_steps_lower_the_loss)
{
    struct random random = random_stream(3, 2);
    for (int n = 0; n < 200; n++) {
        struct network net = drawn(&random, 2.0);
        const double before = classification_loss(net.I, net.l, net.W, net.gamma);
        classification_step(net.I, net.l, net.W, net.gamma, 1e-3);
        const double after = classification_loss(net.I, net.l, net.W, net.gamma);
        cr_expect(after < before, "network %d: the loss went from %.17g to %.17g", n, before,
                  after);
    }
}

/* The largest logits there are: O is exact, CE is finite. */
Test(classification, C3_C4_never_overflow)
{
    const double largest[] = {1e4, 1e15, 1e300};
    for (size_t n = 0; n < sizeof largest / sizeof *largest; n++)
        for (int k = 0; k < 3; k++) {
            double X[3] = {-largest[n], -largest[n], -largest[n]}, l[3] = {0.0, 0.0, 0.0}, O[3];
            X[k] = largest[n];
            l[k] = 1.0;
            C3_O(X, O);
            for (int m = 0; m < 3; m++)
                expect_exact("large logits", "C3 O", O[m], l[m]);
            expect_exact("large logits", "C4 CE, right", C4_CE(l, X), 0.0);
            l[k] = 0.0;
            l[(k + 1) % 3] = 1.0;
            expect_exact("large logits", "C4 CE, wrong", C4_CE(l, X), 2.0 * largest[n]);
        }
}

/* C3's shift is the largest logit, wherever it stands and if two are equal. */
Test(classification, C3_max_of_all_orders)
{
    const double X[13][3] = {{1, 2, 3},    {1, 3, 2},    {2, 1, 3},   {2, 3, 1}, {3, 1, 2},
                             {3, 2, 1},    {3, 3, 1},    {3, 1, 3},   {1, 3, 3}, {3, 3, 3},
                             {-1, -2, -3}, {-3, -1, -2}, {-3, -2, -1}};
    for (int n = 0; n < 13; n++)
        expect_exact("order", "C3 max", C3_max(X[n]), n < 10 ? 3.0 : -1.0);
}
