/* data_mistakes.c: planted mistakes, and at which kinds of test point each shows.
 *
 * Both networks share one wrong gradient: they differ only in dLoss/dX_k at the outputs (for regression
 * X_0 = O_0). How far a wrong gradient is from that of the core is taken as in the gradient check, the
 * largest over all weights; a mistake shows where that check would find it.
 */
#include "data.h"

#include <math.h>
#include <string.h>

#include "classification.h"
#include "gradcheck/gradcheck.h"
#include "regression.h"

enum mistake {
    NONE,
    OUTPUT_SIGN,
    FACTOR_LOST,
    TARGET_LOST,
    OUTPUT_SLOPE,
    ONE_IN_CHAIN,
    DIAGONAL_ONLY,
    OTHER_SIGN,
    H_LOST,
    H_SWAPPED,
    SLOPE_LOST,
    SLOPE_OF_H,
    SLOPE_SIGN,
    INPUT_LOST,
    INPUT_SWAPPED,
    BIAS_LOST,
    GAMMA_LOST,
    GAMMA_NEIGHBOUR,
    ONE_OUTPUT,
    GAMMA_UPDATED
};

/* The mistakes in the order of the figure; what is written for what should be, in gnuplot's markup. */
static const struct {
    enum mistake mistake;
    const char *equation, *text;
} regression[] =
    {
        {OUTPUT_SIGN, "R4", "2(y − O_0) for −2(y − O_0)"},
        {FACTOR_LOST, "R4", "the factor 2 lost"},
        {TARGET_LOST, "R4", "2O_0 for −2(y − O_0)"},
        {OUTPUT_SLOPE, "R4", "times O_0(1 − O_0), at a linear output"},
        {H_LOST, "R5", "H_j lost"},
        {H_SWAPPED, "R5", "H_{j+1} for H_j"},
        {GAMMA_LOST, "R8", "γ_{j0} lost"},
        {GAMMA_NEIGHBOUR, "R8", "γ_{j+1,0} for γ_{j0}"},
        {GAMMA_UPDATED, "R8", "the updated γ_{j0}"},
        {SLOPE_LOST, "R9", "σ′ lost"},
        {SLOPE_OF_H, "R9", "σ′(H_j) for σ′(z_j)"},
        {SLOPE_SIGN, "R9", "H_j(1 + H_j) for H_j(1 − H_j)"},
        {INPUT_LOST, "R9", "I_i lost"},
        {INPUT_SWAPPED, "R9", "I_{j mod 3} for I_i (indices swapped)"},
        {BIAS_LOST, "R1", "the bias W_{0j} left out of z_j"},
},
  classification[] = {
      {OUTPUT_SIGN, "C7", "l_k − O_k for O_k − l_k"},
      {TARGET_LOST, "C7", "O_k for O_k − l_k"},
      {OUTPUT_SLOPE, "C7", "times O_k(1 − O_k), as for squared error"},
      {ONE_IN_CHAIN, "C7", "chain through O_0 only, sum lost"},
      {DIAGONAL_ONLY, "C7", "chain through O_k only, −l_k(1 − O_k)"},
      {OTHER_SIGN, "C6", "O_kO_j for −O_kO_j"},
      {H_SWAPPED, "C8", "H_{j+1} for H_j"},
      {GAMMA_NEIGHBOUR, "C11", "γ_{j+1,k} for γ_{jk}"},
      {GAMMA_UPDATED, "C11", "the updated γ_{jk}"},
      {SLOPE_LOST, "C12", "σ′ lost"},
      {ONE_OUTPUT, "C13", "output 0 only, sum over k lost"},
};

/* The learning rate of the update in GAMMA_UPDATED. */
#define ALPHA 0.1

enum kind { ZERO, EQUAL, ONES, MET, LABEL_0, RANDOM, KINDS };
static const char *const kind_name[KINDS] = {"all weights zero", "all weights equal",
                                             "all inputs 1",     "target = output",
                                             "label 0",          "random"};

struct point {
    int outputs; /* 1: regression, 3: classification */
    double I[3], W[3][4], gamma[4][3], target[3];
};

struct gradient {
    double by_gamma[4][3], by_W[3][4];
};

static struct gradient core_gradient(struct point p, double O[3])
{
    struct gradient g = {{{0.0}}, {{0.0}}};
    double H[4], X[3], by_X[3], gamma[4], by_gamma[4];
    if (p.outputs == 3) {
        classification_forward(p.I, p.W, p.gamma, H, X);
        C3_O(X, O);
        classification_gradient_X(O, p.target, by_X);
        classification_gradient_gamma(by_X, H, g.by_gamma);
        classification_gradient_W(p.I, by_X, p.gamma, H, g.by_W);
        return g;
    }
    for (int j = 0; j < 4; j++)
        gamma[j] = p.gamma[j][0];
    O[0] = regression_forward(p.I, p.W, gamma, H);
    regression_gradient_gamma(R4_dSE_dO(p.target[0], O[0]), H, by_gamma);
    regression_gradient_W(p.I, R4_dSE_dO(p.target[0], O[0]), gamma, H, g.by_W);
    for (int j = 0; j < 4; j++)
        g.by_gamma[j][0] = by_gamma[j];
    return g;
}

/* dO_m/dX_k of the softmax. */
static double softmax_slope(const double O[3], int m, int k, enum mistake mistake)
{
    if (m == k)
        return O[k] * (1.0 - O[k]);
    return mistake == OTHER_SIGN ? O[m] * O[k] : -O[m] * O[k];
}

/* dLoss/dX_k with a mistake. For classification by the long way over C5 and C6, where mistakes live. */
static double by_output(const struct point *p, const double O[3], int k, enum mistake mistake)
{
    double sum = 0.0;
    if (mistake == TARGET_LOST)
        return p->outputs == 3 ? O[k] : 2.0 * O[k];
    if (p->outputs == 1)
        sum = (mistake == FACTOR_LOST ? -1.0 : -2.0) * (p->target[0] - O[0]);
    else
        for (int m = 0; m < 3; m++)
            if (!(mistake == ONE_IN_CHAIN && m != 0) && !(mistake == DIAGONAL_ONLY && m != k))
                sum += -p->target[m] / O[m] * softmax_slope(O, m, k, mistake);
    if (mistake == OUTPUT_SLOPE)
        sum *= O[k] * (1.0 - O[k]);
    return mistake == OUTPUT_SIGN ? -sum : sum;
}

/* sigma'(z_j) with a mistake. */
static double hidden_slope(double H_j, enum mistake mistake)
{
    if (mistake == SLOPE_LOST)
        return 1.0;
    if (mistake == SLOPE_OF_H)
        return sigma(H_j) * (1.0 - sigma(H_j));
    return H_j * (mistake == SLOPE_SIGN ? 1.0 + H_j : 1.0 - H_j);
}

/* dX_k/dH_j with a mistake. */
static double by_hidden(const struct point *p, int j, int k, double by_gamma, enum mistake mistake)
{
    if (mistake == GAMMA_LOST)
        return 1.0;
    if (mistake == GAMMA_NEIGHBOUR)
        return p->gamma[(j + 1) % 4][k];
    if (mistake == ONE_OUTPUT && k != 0)
        return 0.0;
    return p->gamma[j][k] - (mistake == GAMMA_UPDATED ? ALPHA * by_gamma : 0.0);
}

/* dX_k/dgamma_jk with a mistake. */
static double by_weight(const double H[4], int j, enum mistake mistake)
{
    return mistake == H_LOST ? 1.0 : H[mistake == H_SWAPPED ? (j + 1) % 4 : j];
}

static double by_input(const struct point *p, int i, int j, enum mistake mistake)
{
    return mistake == INPUT_LOST ? 1.0 : p->I[mistake == INPUT_SWAPPED ? j % 3 : i];
}

static void wrong_forward(const struct point *p, enum mistake mistake, double H[4], double O[3])
{
    double X[3] = {0.0};
    for (int j = 0; j < 4; j++) {
        double z = 0.0;
        for (int i = mistake == BIAS_LOST ? 1 : 0; i < 3; i++)
            z += p->I[i] * p->W[i][j];
        H[j] = sigma(z);
        for (int k = 0; k < p->outputs; k++)
            X[k] += H[j] * p->gamma[j][k];
    }
    if (p->outputs == 3)
        C3_O(X, O);
    else
        O[0] = X[0];
}

static struct gradient wrong_gradient(const struct point *p, enum mistake mistake)
{
    struct gradient g = {{{0.0}}, {{0.0}}};
    double H[4], O[3];
    wrong_forward(p, mistake, H, O);
    for (int k = 0; k < p->outputs; k++) {
        const double by_X = by_output(p, O, k, mistake);
        for (int j = 0; j < 4; j++) {
            g.by_gamma[j][k] = by_X * by_weight(H, j, mistake);
            const double by_H = by_X * by_hidden(p, j, k, g.by_gamma[j][k], mistake);
            for (int i = 0; i < 3; i++)
                g.by_W[i][j] += by_H * hidden_slope(H[j], mistake) * by_input(p, i, j, mistake);
        }
    }
    return g;
}

/* Zero if rounding explains it: its size would differ from one machine to the next. */
#define ROUNDING 1e-12

static double difference(const struct gradient *a, const struct gradient *b)
{
    double worst = 0.0;
    for (int j = 0; j < 4; j++)
        for (int n = 0; n < 3; n++) {
            worst = fmax(worst, gradcheck_compare(a->by_gamma[j][n], b->by_gamma[j][n]).relative);
            worst = fmax(worst, gradcheck_compare(a->by_W[n][j], b->by_W[n][j]).relative);
        }
    return worst < ROUNDING ? 0.0 : worst;
}

/* A random point, made special in the way of its kind. The label is 1 except where it is to be 0. */
static struct point make_point(int outputs, enum kind kind)
{
    struct random random = random_stream(1, (uint64_t)outputs);
    struct point p = {.outputs = outputs, .I = {1.0}};
    for (int n = 0; n < 12; n++) {
        p.W[n / 4][n % 4] = kind == ZERO ? 0.0 : kind == EQUAL ? 0.5 : gradcheck_draw(&random);
        p.gamma[n / 3][n % 3] = kind == ZERO ? 0.0 : kind == EQUAL ? 0.5 : gradcheck_draw(&random);
    }
    p.I[1] = kind == ONES ? 1.0 : gradcheck_draw(&random);
    p.I[2] = kind == ONES ? 1.0 : gradcheck_draw(&random);
    p.target[0] = outputs == 1 ? gradcheck_draw(&random) : kind == LABEL_0 ? 1.0 : 0.0;
    p.target[1] = kind == LABEL_0 ? 0.0 : 1.0;
    if (kind == MET) {
        double O[3] = {0.0};
        core_gradient(p, O);
        memcpy(p.target, O, sizeof O);
    }
    return p;
}

/* The row of a mistake; regression has no labels. */
static void write_row(FILE *table, int outputs, int row, enum mistake mistake, const char *equation,
                      const char *text)
{
    for (enum kind kind = ZERO; kind < KINDS; kind++) {
        if (kind == LABEL_0 && outputs == 1)
            continue;
        const struct point p = make_point(outputs, kind);
        double O[3];
        const struct gradient right = core_gradient(p, O), same = wrong_gradient(&p, NONE);
        const struct gradient wrong = wrong_gradient(&p, mistake);
        if (difference(&same, &right) > 0.0)
            data_fail("without a mistake the gradient is not the core's", text);
        fprintf(table, "%s\t%d\t%s\t%s\t%d\t%s\t%.2g\t%g\n",
                outputs == 1 ? "regression" : "classification", row, equation, text, (int)kind + 1,
                kind_name[kind], difference(&wrong, &right), GRADCHECK_CENTRAL_TOLERANCE);
    }
}

void write_mistakes(const char *directory)
{
    FILE *table =
        table_open(directory, "mistakes.tsv",
                   "network\trow\tequation\tmistake\tcolumn\tpoint\tdifference\ttolerance");
    int row = 0;
    for (size_t n = 0; n < sizeof regression / sizeof *regression; n++)
        write_row(table, 1, ++row, regression[n].mistake, regression[n].equation,
                  regression[n].text);
    for (size_t n = 0; n < sizeof classification / sizeof *classification; n++)
        write_row(table, 3, ++row, classification[n].mistake, classification[n].equation,
                  classification[n].text);
    table_close(table, "mistakes.tsv");
}
