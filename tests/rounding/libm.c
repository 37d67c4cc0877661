/* libm.c: how far the exp and log of this machine's libm are from the true ones, which libm.h trusts.
 *
 * Ball arithmetic judges every point, and errors are taken upwards. The limit is for exp where |x| <= 700
 * and for log where 2^-50 <= x <= 2^50; the hard cases go further. Tested is not proved: there are too many
 * doubles to try them all. What is known to be worst for glibc is tried first, and telling cases, at which a
 * result one unit off on the far side must be above the limit: that is checked too, so that a worse libm would
 * be noticed.
 * Usage: libm POINTS, for each of the two functions. Exit status 1: an error is above the limit.
 */
#include "libm.h"

#include "base/arb_compat.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/random.h"
#include "watch.h"

static const double limit = 0x1p-52; /* of the relative error */

enum { HARD = 12, TELLING = 4, BITS = 96, MANY_BITS = 400 };

static const double ln2 = 0x1.62e42fefa39efp-1;

/* Arguments whose result is nearly a double or half-way between two, from the tables of V. Lefevre and
 * J.-M. Muller, "Worst cases for correct rounding of the elementary functions in double precision" (ARITH
 * 2001), and their later extensions. That each is one is checked below. */
static const double hard_exp[HARD] = {
    -0x1.12d31a20fb38bp5,   0x1.83d4bcdebb3f4p2,   0x1.9e9cbbfd6080bp-31,  0x1.e07e71bfcf06fp5,
    0x1.54cd1fea7663ap7,    0x1.accfbe46b4ef0p-1,  0x1.ba07d73250de7p-14,  0x1.ffff7fffe0001p-36,
    -0x1.6ff486dc6f81ap-24, -0x1.8e4aaad97ed04p-8, -0x1.4bd46601ae1efp-31, -0x1.f3977bddea77fp-6,
};

static const double hard_log[HARD] = {
    0x1.62a88613629b6p678,  0x1.c90810d354618p245,  0x1.8670de0b68cadp656, 0x1.ea71d85cee020p-509,
    0x1.9476e304cd7c7p-384, 0x1.26e9c4d327960p-232, 0x1.ac50b409c8aeep8,   0x1.b890ca8637ae2p40,
    0x1.613955dc802f8p-35,  0x1.f3e558cf4de54p-23,  0x1.10cdb4aa1770bp-9,  0x1.baded30cbf1c4p-1,
};

/* Where the largest error of glibc is known to be: B. Gladman, V. Innocente, J. Mather, P. Zimmermann, "Accuracy
 * of Mathematical Functions in Single, Double, Double Extended, and Quadruple Precision". */
static const double known_exp = -0x1.49f33ad2c1c58p+9; /* 0.5104 ulp */
static const double known_log = 0x1.1211bef8f68e9p+0;  /* 0.5190 ulp */

/* Arguments whose result is nearly half-way between two doubles, not far above a power of 2, where a unit in
 * the last place is largest beside the result. */
static const double telling_exp[TELLING] = {-0x1.2b3333c6e1035p+6, 0x1.c3a3c9f26068ep+2,
                                            0x1.630243525d0dbp+7, 0x1.0149597f1d7ap+8};
static const double telling_log[TELLING] = {0x1.26d1530132ce4p+0, 0x1.84e9107e85ae7p-1,
                                            0x1.b3d98a8b324cep+0, 0x1.78716036dc8b8p-2};

/* 2^-bits to 1, all magnitudes alike, with a random sign. */
static double magnitude(struct random *r, double bits)
{
    const double size = exp2(-random_uniform(r, 0.0, bits));
    return random_bits(r) >> 63 ? size : -size;
}

/* Everywhere, near 0, in the range that training visits, and near the multiples of ln 2 / 256, where the
 * usual reductions of the argument change over. */
static double draw_exp(struct random *r)
{
    switch (random_below(r, 4)) {
    case 0:
        return random_uniform(r, -700.0, 700.0);
    case 1:
        return 700.0 * magnitude(r, 70.0);
    case 2:
        return random_uniform(r, -4.0, 4.0);
    default:
        return ln2 / 256.0 * ((double)random_below(r, 512 * 1000) - 256000.0) +
               magnitude(r, 50.0) / 64.0;
    }
}

/* All magnitudes, near 1, the sums of a softmax, and near the multiples of 2^-8, where tables change. */
static double draw_log(struct random *r)
{
    switch (random_below(r, 4)) {
    case 0:
        return fmax(0x1p-50, fmin(exp2(random_uniform(r, -50.0, 50.0)), 0x1p50));
    case 1:
        return 1.0 + magnitude(r, 53.0) / 2.0;
    case 2:
        return random_uniform(r, 0.5, 3.0);
    default:
        return ldexp(1.0 + (double)random_below(r, 256) * 0x1p-8 +
                         fabs(magnitude(r, 44.0)) * 0x1p-8,
                     (int)random_below(r, 100) - 50);
    }
}

static const struct function {
    const char *name;
    double (*libm)(double);
    void (*exact)(arb_t, const arb_t, slong);
    double (*draw)(struct random *);
    const double *hard, *telling;
    double known;
} functions[] = {
    {"exp", libm_exp, arb_exp, draw_exp, hard_exp, telling_exp, known_exp},
    {"log", libm_log, arb_log, draw_log, hard_log, telling_log, known_log},
};

struct worst {
    double ulps, ulps_at, relative, relative_at;
};

static arb_t argument, exact, difference;

/* The exact value at x, divided by 2^exponent, so that it is about 1/2 to 1. */
static void exact_at(const struct function *f, double x, int exponent, slong bits)
{
    arb_set_d(argument, x);
    f->exact(exact, argument, bits);
    arb_mul_2exp_si(exact, exact, -exponent);
}

/* Compares a result at one point; infinity and NaN count as infinitely wrong. */
static void judge_result(const struct function *f, double x, double result, struct worst *worst)
{
    static mag_t size;
    int exponent = 0;
    const double computed = frexp(result, &exponent);
    slong bits = BITS;
    exact_at(f, x, exponent, bits);
    while (arb_rel_accuracy_bits(exact) < 80 && bits < 4096 && !arb_is_exact(exact))
        exact_at(f, x, exponent, bits *= 2);
    arb_set_d(difference, computed);
    arb_sub(difference, difference, exact, 64);
    if (arb_is_zero(difference))
        return;
    arb_get_mag(size, difference);
    const double error = mag_get_d(size);
    arb_get_mag_lower(size, exact);
    const double least = mag_get_d(size);
    frexp(arf_get_d(arb_midref(exact), ARF_RND_DOWN), &exponent);
    const double ulp = ldexp(1.0, exponent - 53);
    if (!(error / ulp <= worst->ulps)) {
        worst->ulps = error / ulp;
        worst->ulps_at = x;
    }
    if (!(error / least <= worst->relative)) {
        worst->relative = error / least;
        worst->relative_at = x;
    }
}

static void judge(const struct function *f, double x, struct worst *worst)
{
    judge_result(f, x, f->libm(x), worst);
}

/* A libm that is one unit off at x, to the worse side, would be seen to be above the limit. */
static int is_telling(const struct function *f, double x)
{
    struct worst up = {0.0, 0.0, 0.0, 0.0}, down = up;
    judge_result(f, x, nextafter(f->libm(x), INFINITY), &up);
    judge_result(f, x, nextafter(f->libm(x), -INFINITY), &down);
    return up.relative > limit || down.relative > limit;
}

/* The exact value is within 2^-108 of itself of a double or of the middle of two. */
static int is_hard(const struct function *f, double x)
{
    static arf_t nearest;
    static mag_t size;
    int exponent;
    frexp(f->libm(x), &exponent);
    exact_at(f, x, exponent - 54, MANY_BITS);
    arf_set_round(nearest, arb_midref(exact), 54, ARF_RND_NEAR);
    arb_sub_arf(difference, exact, nearest, MANY_BITS);
    arb_get_mag(size, difference);
    return mag_get_d(size) <= 0x1p-54;
}

/* Prints a line of the table; the number of what is wrong. */
static int test(const struct function *f, uint64_t points)
{
    struct worst worst = {0.0, 0.0, 0.0, 0.0};
    struct random r = random_stream(1, 2);
    int faults = 0;
    for (int n = 0; n < HARD; n++) {
        if (!is_hard(f, f->hard[n])) {
            fprintf(stderr, "libm: %s: %a is not a hard case\n", f->name, f->hard[n]);
            faults++;
        }
        judge(f, f->hard[n], &worst);
    }
    for (int n = 0; n < TELLING; n++) {
        if (!is_telling(f, f->telling[n])) {
            fprintf(stderr, "libm: %s: a wrong unit at %a would go unnoticed\n", f->name,
                    f->telling[n]);
            faults++;
        }
        judge(f, f->telling[n], &worst);
    }
    judge(f, f->known, &worst);
    for (uint64_t n = 0; n < points; n++) {
        judge(f, f->draw(&r), &worst);
        if (n % 4096 == 0 || n == points - 1)
            watch(f->name, n + 1, points);
    }
    printf("%s\t%llu\t%d\t%.6f\t%a\t%.3e\t%a\t%.3e\n", f->name, (unsigned long long)points,
           HARD + TELLING + 1, worst.ulps, worst.ulps_at, worst.relative, worst.relative_at, limit);
    if (!(worst.relative <= limit)) {
        fprintf(stderr, "libm: %s(%a) has a relative error of %.3e, above 2^-52\n", f->name,
                worst.relative_at, worst.relative);
        faults++;
    }
    return faults;
}

int main(int argc, char **argv)
{
    char *end = NULL;
    const uint64_t points = argc == 2 && argv[1][0] != '-' ? strtoull(argv[1], &end, 10) : 0;
    if (points == 0 || *end) {
        fprintf(stderr, "usage: libm POINTS\n");
        return 2;
    }
    int faults = 0;
    arb_init(argument);
    arb_init(exact);
    arb_init(difference);
    printf("function\tpoints\thard\tulps\tat\trelative\tat\tlimit\n");
    for (size_t n = 0; n < sizeof functions / sizeof *functions; n++)
        faults += test(&functions[n], points);
    arb_clear(argument);
    arb_clear(exact);
    arb_clear(difference);
    flint_cleanup();
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "libm: cannot write the table\n");
        return 2;
    }
    return faults > 0;
}
