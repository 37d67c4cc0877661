/* measure.c: how far the doubles of the code are from the exact values, at random points of the box.
 *
 * For each quantity the largest error found stands beside the bound of rounding.h. Half of the points are
 * fresh; the others are near the worst point that one of the quantities has so far. Errors are taken
 * upwards, so the figure cannot be smaller than the error that was met.
 * Usage: measure POINTS [HISTOGRAM.tsv]. Exit status 1: some error is above its bound.
 */
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classification.h"
#include "exact.h"
#include "regression.h"
#include "rounding.h"
#include "watch.h"

static const struct {
    const char *label, *name;
    double bound;
    int count; /* how many numbers of RESULTS it is */
} quantities[] = {
    {"R1", "H_j", R1_ERROR, 4},
    {"R2", "O_0", R2_ERROR, 1},
    {"R3", "SE", R3_ERROR, 1},
    {"R6", "dSE/dgamma_j0", R6_ERROR, 4},
    {"R7", "gamma_j0 after a step", R7_ERROR, 4},
    {"R10", "dSE/dW_ij", R10_ERROR, 12},
    {"R11", "W_ij after a step", R11_ERROR, 12},
    {"C1", "H_j", C1_ERROR, 4},
    {"C2", "X_k", C2_ERROR, 3},
    {"C3", "O_k", C3_ERROR, 3},
    {"C4", "CE", C4_ERROR, 1},
    {"C7", "dCE/dX_k", C7_ERROR, 3},
    {"C9", "dCE/dgamma_jk", C9_ERROR, 12},
    {"C10", "gamma_jk after a step", C10_ERROR, 12},
    {"C13", "dCE/dW_ij", C13_ERROR, 12},
    {"C14", "W_ij after a step", C14_ERROR, 12},
};

enum {
    QUANTITIES = sizeof quantities / sizeof *quantities,
    LOWEST = -20, /* the histogram: powers of ten from here to 1, TENTHS bins for each */
    TENTHS = 10,
    BINS = -LOWEST * TENTHS
};

union computed {
    RESULTS(double);
    double all[OUTCOMES];
};

static struct {
    double error;
    union point at;
} worst[QUANTITIES];

static uint64_t histogram[QUANTITIES][BINS];

static void run_code(union point p, union computed *c)
{
    double X[3];
    c->R2 = regression_forward(p.I, p.W, p.gamma_r, c->R1);
    c->R3 = regression_loss(p.I, p.y, p.W, p.gamma_r);
    regression_gradient(p.I, p.y, p.W, p.gamma_r, c->R6, c->R10);
    memcpy(c->R7, p.gamma_r, sizeof c->R7);
    memcpy(c->R11, p.W, sizeof c->R11);
    regression_step(p.I, p.y, c->R11, c->R7, p.alpha);

    classification_forward(p.I, p.W, p.gamma_c, c->C1, X);
    memcpy(c->C2, X, sizeof X);
    C3_O(X, c->C3);
    c->C4 = classification_loss(p.I, p.l, p.W, p.gamma_c);
    classification_gradient_X(c->C3, p.l, c->C7);
    classification_gradient(p.I, p.l, p.W, p.gamma_c, c->C9, c->C13);
    memcpy(c->C10, p.gamma_c, sizeof c->C10);
    memcpy(c->C14, p.W, sizeof c->C14);
    classification_step(p.I, p.l, c->C14, c->C10, p.alpha);
}

/* |computed - exact|, rounded upwards; infinite if what was computed is not a number. */
static double error_of(double computed, const arb_t exact)
{
    static arb_t difference;
    static mag_t size;
    arb_set_d(difference, computed);
    arb_sub(difference, difference, exact, 64);
    arb_get_mag(size, difference);
    return mag_get_d(size);
}

static void count(int q, double error)
{
    const double place = error > 0.0 ? floor((log10(error) - LOWEST) * TENTHS) : 0.0;
    histogram[q][place < 0.0 ? 0 : place < BINS ? (int)place : BINS - 1]++;
}

/* Compares all numbers at one point. */
static void compare(const union point *p, const union exact *e, int fresh)
{
    union computed c;
    run_code(*p, &c);
    for (int q = 0, n = 0; q < QUANTITIES; q++)
        for (int last = n + quantities[q].count; n < last; n++) {
            const double error = error_of(c.all[n], &e->all[n]);
            if (fresh)
                count(q, error);
            if (error > worst[q].error) {
                worst[q].error = error;
                worst[q].at = *p;
            }
        }
}

static int report(uint64_t points)
{
    int failures = 0;
    fesetround(FE_UPWARD); /* What is printed is not below what is meant. */
    printf("label\tquantity\tmeasured\tbound\tratio\tpoints\n");
    for (int q = 0; q < QUANTITIES; q++) {
        const double error = worst[q].error, bound = quantities[q].bound;
        printf("%s\t%s\t%.3e\t%.3e\t%.2f\t%llu\n", quantities[q].label, quantities[q].name, error,
               bound, bound / error, (unsigned long long)points);
        if (error <= bound)
            continue;
        fprintf(stderr, "measure: %s, %s: an error of %.3e is above the bound of %.3e\n",
                quantities[q].label, quantities[q].name, error, bound);
        failures++;
    }
    return failures > 0;
}

/* log10_error is the lower end of a bin; the first bin also has all that is smaller, 0 as well. */
static int write_histogram(const char *path)
{
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "label\tlog10_error\tcount\n");
        for (int q = 0; q < QUANTITIES; q++)
            for (int bin = 0; bin < BINS; bin++)
                if (histogram[q][bin] > 0)
                    fprintf(file, "%s\t%.1f\t%llu\n", quantities[q].label,
                            LOWEST + (double)bin / TENTHS, (unsigned long long)histogram[q][bin]);
    }
    if (file && !ferror(file) && fclose(file) == 0)
        return 0;
    fprintf(stderr, "measure: cannot write %s: %s\n", path, strerror(errno));
    return 2;
}

int main(int argc, char **argv)
{
    char *end = NULL;
    const uint64_t points = argc > 1 && argv[1][0] != '-' ? strtoull(argv[1], &end, 10) : 0;
    if (points == 0 || *end || argc > 3) {
        fprintf(stderr, "usage: measure POINTS [HISTOGRAM.tsv]\n");
        return 2;
    }
    int numbers = 0;
    for (int q = 0; q < QUANTITIES; q++)
        numbers += quantities[q].count;
    if (numbers != OUTCOMES) {
        fprintf(stderr, "measure: the table of quantities leaves numbers out\n");
        return 2;
    }
    struct random r = random_stream(1, 1);
    union point p;
    static union exact e;
    exact_open(&e);
    for (uint64_t n = 0; n < points; n++) {
        const int fresh = n < 1000 || n % 2 == 0;
        if (fresh)
            point_draw(&r, &p);
        else
            point_near(&r, &worst[random_below(&r, QUANTITIES)].at, &p);
        exact_compute(&p, &e);
        compare(&p, &e, fresh);
        if (n % 1024 == 0 || n == points - 1)
            watch("measure", n + 1, points);
    }
    exact_close(&e);
    const int status = report(points);
    const int written = argc > 2 ? write_histogram(argv[2]) : 0;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "measure: cannot write the table\n");
        return 2;
    }
    return written ? written : status;
}
