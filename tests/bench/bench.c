/* bench.c: what one training step and one gradient check cost, as ratios.
 *
 * Each ratio is the median over ROUNDS pairs measured in turn in this one run, so that a machine that
 * slows down slows both sides. Nanoseconds are the medians of the same run: for orientation only.
 * Usage: bench [FILE.tsv], which also writes the figures to a file.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "classification.h"
#include "fann.h"
#include "loops.h"
#include "base/random.h"
#include "regression.h"

enum { ROUNDS = 101, STEPS = 20000, SAMPLES = 512 };

static double inputs[SAMPLES][3], targets[SAMPLES], labels[SAMPLES][3];
static double W[3][4], gamma_r[4], gamma_c[4][3];
static volatile double sink; /* keeps the compiler from dropping what nobody reads */
static FILE *tsv;

static void draw(void)
{
    struct random r = random_stream(1, 1);
    for (int n = 0; n < SAMPLES; n++) {
        inputs[n][0] = 1.0;
        inputs[n][1] = random_uniform(&r, -2.0, 2.0);
        inputs[n][2] = random_uniform(&r, -2.0, 2.0);
        targets[n] = random_uniform(&r, -1.0, 1.0);
        memset(labels[n], 0, sizeof labels[n]);
        labels[n][random_below(&r, 3)] = 1.0;
    }
}

static void reset(void)
{
    struct random r = random_stream(1, 2);
    for (int j = 0; j < 4; j++) {
        for (int i = 0; i < 3; i++)
            W[i][j] = random_uniform(&r, -1.0, 1.0);
        gamma_r[j] = random_uniform(&r, -1.0, 1.0);
        for (int k = 0; k < 3; k++)
            gamma_c[j][k] = random_uniform(&r, -1.0, 1.0);
    }
}

static void step_regression(int n)
{
    regression_step(inputs[n], targets[n], W, gamma_r, 1e-3);
}

static void step_regression_loops(int n)
{
    loops_regression_step(inputs[n], targets[n], W, gamma_r, 1e-3);
}

static void step_regression_fann(int n)
{
    fann_regression_step(inputs[n], &targets[n]);
}

static void step_classification(int n)
{
    classification_step(inputs[n], labels[n], W, gamma_c, 1e-3);
}

static void step_classification_loops(int n)
{
    loops_classification_step(inputs[n], labels[n], W, gamma_c, 1e-3);
}

static void step_classification_fann(int n)
{
    fann_classification_step(inputs[n], labels[n]);
}

static void loss_regression(int n)
{
    sink = regression_loss(inputs[n], targets[n], W, gamma_r);
}

static void loss_classification(int n)
{
    sink = classification_loss(inputs[n], labels[n], W, gamma_c);
}

/* A power of two for h: dividing by 2h is then exact, and a multiplication for the compiler. */
static const double h = 0x1p-17;

/* The loss from the hidden layer on. */
static double from_H_regression(int n, const double H[4])
{
    return R3_SE(targets[n], R2_O(H, gamma_r));
}

static double from_H_classification(int n, const double H[4])
{
    const double X[3] = {C2_X(H, gamma_c, 0), C2_X(H, gamma_c, 1), C2_X(H, gamma_c, 2)};
    return C4_CE(labels[n], X);
}

/* The central difference of the loss by a weight; only what depends on the weight is computed again:
 * hidden unit j for W_ij (j >= 0), nothing of the hidden layer for a weight of gamma (j < 0). */
static double slope(int n, double *weight, int j, double H[4], double (*loss)(int, const double *))
{
    const double old = *weight, old_H = j < 0 ? 0.0 : H[j];
    double at[2];
    for (int side = 0; side < 2; side++) {
        *weight = side ? old - h : old + h;
        if (j >= 0)
            H[j] = R1_H(inputs[n], W, j);
        at[side] = loss(n, H);
    }
    *weight = old;
    if (j >= 0)
        H[j] = old_H;
    return (at[0] - at[1]) / (2.0 * h);
}

/* The central differences by all weights, in the order gamma, W. */
static void check_regression_all(int n, double slopes[16])
{
    double H[4];
    regression_forward(inputs[n], W, gamma_r, H);
    for (int j = 0; j < 4; j++) {
        *slopes++ = slope(n, &gamma_r[j], -1, H, from_H_regression);
        for (int i = 0; i < 3; i++)
            *slopes++ = slope(n, &W[i][j], j, H, from_H_regression);
    }
}

static void check_classification_all(int n, double slopes[24])
{
    double H[4], X[3];
    classification_forward(inputs[n], W, gamma_c, H, X);
    for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 3; k++)
            *slopes++ = slope(n, &gamma_c[j][k], -1, H, from_H_classification);
        for (int i = 0; i < 3; i++)
            *slopes++ = slope(n, &W[i][j], j, H, from_H_classification);
    }
}

static void check_regression(int n)
{
    double slopes[16];
    check_regression_all(n, slopes);
    sink = slopes[15];
}

static void check_classification(int n)
{
    double slopes[24];
    check_classification_all(n, slopes);
    sink = slopes[23];
}

/* The check that computes no more than it must gives, to the last bit, the slopes of the whole loss. */
static int checks_are_whole(void)
{
    double slopes[24], *s = slopes;
    reset();
    check_regression_all(0, slopes);
    for (int j = 0; j < 4; j++)
        for (int i = -1; i < 3; i++, s++) {
            double *weight = i < 0 ? &gamma_r[j] : &W[i][j], old = *weight;
            *weight = old + h;
            const double above = regression_loss(inputs[0], targets[0], W, gamma_r);
            *weight = old - h;
            const double below = regression_loss(inputs[0], targets[0], W, gamma_r);
            *weight = old;
            if (!(*s == (above - below) / (2.0 * h)))
                return 0;
        }
    check_classification_all(0, s = slopes);
    for (int j = 0; j < 4; j++)
        for (int i = -3; i < 3; i++, s++) {
            double *weight = i < 0 ? &gamma_c[j][i + 3] : &W[i][j], old = *weight;
            *weight = old + h;
            const double above = classification_loss(inputs[0], labels[0], W, gamma_c);
            *weight = old - h;
            const double below = classification_loss(inputs[0], labels[0], W, gamma_c);
            *weight = old;
            if (!(*s == (above - below) / (2.0 * h)))
                return 0;
        }
    return 1;
}

static double nanoseconds(void (*work)(int), int steps)
{
    struct timespec from, to;
    reset();
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int n = 0; n < steps; n++)
        work(n % SAMPLES);
    clock_gettime(CLOCK_MONOTONIC, &to);
    return ((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) / steps;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, ascending);
    return values[ROUNDS / 2];
}

/* Times both in turn; prints and writes the median ratio, and whether it meets a goal (0: no goal). */
static void compare(const char *what, void (*ours)(int), const char *with, void (*theirs)(int),
                    double goal)
{
    static double ratio[ROUNDS], time_ours[ROUNDS], time_theirs[ROUNDS];
    nanoseconds(ours, STEPS);
    nanoseconds(theirs, STEPS);
    for (int n = 0; n < ROUNDS; n++) {
        time_ours[n] = nanoseconds(ours, STEPS / 10);
        time_theirs[n] = nanoseconds(theirs, STEPS / 10);
        ratio[n] = time_ours[n] / time_theirs[n];
    }
    const double r = median(ratio), ns = median(time_ours), ns_theirs = median(time_theirs);
    printf("  %-30s %8.1f ns   %6.2f times %-20s (%.1f ns)", what, ns, r, with, ns_theirs);
    if (goal > 0.0)
        printf("  goal at most %g: %s", goal, r <= goal ? "met" : "MISSED");
    printf("\n");
    if (tsv)
        fprintf(tsv, "%s\t%s\t%.4g\t%.4g\t%.4g\n", what, with, r, ns, ns_theirs);
}

/* The rival must compute the same: the largest difference of a weight after many steps. */
static double difference(void (*ours)(int), void (*theirs)(int))
{
    double W_ours[3][4], gamma_r_ours[4], gamma_c_ours[4][3], worst = 0.0;
    nanoseconds(ours, STEPS);
    memcpy(W_ours, W, sizeof W);
    memcpy(gamma_r_ours, gamma_r, sizeof gamma_r);
    memcpy(gamma_c_ours, gamma_c, sizeof gamma_c);
    nanoseconds(theirs, STEPS);
    for (int j = 0; j < 4; j++) {
        for (int i = 0; i < 3; i++)
            worst = fmax(worst, fabs(W[i][j] - W_ours[i][j]));
        worst = fmax(worst, fabs(gamma_r[j] - gamma_r_ours[j]));
        for (int k = 0; k < 3; k++)
            worst = fmax(worst, fabs(gamma_c[j][k] - gamma_c_ours[j][k]));
    }
    return worst;
}

int main(int argc, char **argv)
{
    if (argc > 1 && !(tsv = fopen(argv[1], "w"))) {
        fprintf(stderr, "bench: cannot write %s\n", argv[1]);
        return 2;
    }
    if (tsv)
        fprintf(tsv, "what\twith\tratio\tns\tns_with\n");
    draw();
    fann_open();
    const double apart = fmax(difference(step_regression, step_regression_loops),
                              difference(step_classification, step_classification_loops));
    if (!(apart <= 1e-9)) {
        fprintf(stderr, "bench: the loop version computes something else (%g apart)\n", apart);
        return 1;
    }
    if (!checks_are_whole()) {
        fprintf(stderr, "bench: the gradient check differs from that of the whole loss\n");
        return 1;
    }
    printf("Median ratios of %d pairs in this run; below 1 is faster.\n", ROUNDS);
    compare("regression, one step", step_regression, "the loop version", step_regression_loops,
            1.0);
    compare("classification, one step", step_classification, "the loop version",
            step_classification_loops, 1.0);
    compare("FANN, regression step", step_regression_fann, "the loop version",
            step_regression_loops, 0.0);
    compare("FANN, classification step", step_classification_fann, "the loop version",
            step_classification_loops, 0.0);
    compare("regression, gradient check", check_regression, "one loss", loss_regression, 32.0);
    compare("classification, gradient check", check_classification, "one loss", loss_classification,
            48.0);
    fann_close();
    return tsv && fclose(tsv) != 0 ? 2 : 0;
}
