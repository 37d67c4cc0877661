/* steps.c: random training steps of both networks, and a hash of every bit of every weight after each.
 *
 * Two builds that print the same hash computed the same doubles all along. With -DPLANTED one bit of one
 * weight is turned over half-way, which must change the hash.
 * Usage: steps STEPS.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classification.h"
#include "base/random.h"
#include "regression.h"
#include "rounding.h"

enum {
    WEIGHTS = 12 + 4 + 12 + 12,
    TOGETHER = 200 /* steps from one start: later the units are saturated and little changes */
};

/* The weights of both networks, by name and one after the other. */
static union {
    struct {
        double W_r[3][4], W_c[3][4], gamma_r[4], gamma_c[4][3];
    };
    double all[WEIGHTS];
} w;

_Static_assert(sizeof w == WEIGHTS * sizeof(double), "WEIGHTS counts the members");

static void start(struct random *r)
{
    const double size = exp2(random_uniform(r, -4.0, 2.0));
    for (int n = 0; n < WEIGHTS; n++)
        w.all[n] = random_uniform(r, -size, size);
}

/* FNV-1a, from the lowest byte of each double to the highest. */
static uint64_t hashed(uint64_t hash)
{
    for (int n = 0; n < WEIGHTS; n++) {
        uint64_t bits;
        memcpy(&bits, &w.all[n], sizeof bits);
        for (int byte = 0; byte < 8; byte++) {
            hash ^= bits >> 8 * byte & 0xff;
            hash *= UINT64_C(0x100000001b3);
        }
    }
    return hash;
}

static int inside_the_box(void)
{
    for (int n = 0; n < WEIGHTS; n++)
        if (!(fabs(w.all[n]) <= (n < 24 ? BOX_W : BOX_GAMMA)))
            return 0;
    return 1;
}

static void step(struct random *r)
{
    double l[3] = {0.0, 0.0, 0.0};
    const double I[3] = {1.0, random_uniform(r, -BOX_I, BOX_I), random_uniform(r, -BOX_I, BOX_I)};
    const double y = random_uniform(r, -BOX_Y, BOX_Y);
    const double alpha = exp2(-random_uniform(r, 0.0, 10.0));
    l[random_below(r, 3)] = 1.0;
    regression_step(I, y, w.W_r, w.gamma_r, alpha);
    classification_step(I, l, w.W_c, w.gamma_c, alpha);
}

#ifdef PLANTED
static void plant(void)
{
    uint64_t bits;
    memcpy(&bits, &w.W_r[2][3], sizeof bits);
    bits ^= 1;
    memcpy(&w.W_r[2][3], &bits, sizeof bits);
}
#endif

int main(int argc, char **argv)
{
    char *end = NULL;
    const uint64_t steps = argc == 2 && argv[1][0] != '-' ? strtoull(argv[1], &end, 10) : 0;
    if (steps == 0 || *end) {
        fprintf(stderr, "usage: steps STEPS\n");
        return 2;
    }
    struct random r = random_stream(1, 3);
    uint64_t hash = UINT64_C(0xcbf29ce484222325), starts = 1;
    start(&r);
    for (uint64_t n = 0; n < steps; n++) {
        step(&r);
#ifdef PLANTED
        if (n == steps / 2)
            plant();
#endif
        hash = hashed(hash);
        if (n % TOGETHER == TOGETHER - 1 || !inside_the_box()) {
            start(&r);
            starts++;
        }
    }
    printf("%016" PRIx64 " from %" PRIu64 " starts\n", hash, starts);
    return 0;
}
