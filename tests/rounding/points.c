/* points.c: random points of the box. */
#include "points.h"

#include <math.h>

#include "rounding.h"

#define THREE(x)                                                                                   \
    {                                                                                              \
        x, x, x                                                                                    \
    }
#define FOUR(x)                                                                                    \
    {                                                                                              \
        x, x, x, x                                                                                 \
    }

static const union point highest = {{.I = THREE(BOX_I),
                                     .W = THREE(FOUR(BOX_W)),
                                     .gamma_r = FOUR(BOX_GAMMA),
                                     .y = BOX_Y,
                                     .gamma_c = FOUR(THREE(BOX_GAMMA)),
                                     .l = THREE(1.0),
                                     .alpha = BOX_ALPHA}};

static const union point lowest = {{.I = THREE(-BOX_I),
                                    .W = THREE(FOUR(-BOX_W)),
                                    .gamma_r = FOUR(-BOX_GAMMA),
                                    .y = -BOX_Y,
                                    .gamma_c = FOUR(THREE(-BOX_GAMMA)),
                                    .l = THREE(0.0),
                                    .alpha = 0.0}};

static int heads(struct random *r)
{
    return (int)(random_bits(r) >> 63);
}

/* 2^-bits to 1, all magnitudes alike, with a random sign. */
static double magnitude(struct random *r, double bits)
{
    const double size = exp2(-random_uniform(r, 0.0, bits));
    return heads(r) ? size : -size;
}

/* One value: anywhere, of any magnitude, or at an end of its range or just inside. */
static double value(struct random *r, int n, uint64_t manner)
{
    const double low = lowest.all[n], high = highest.all[n];
    if (manner == 0)
        return random_uniform(r, low, high);
    if (manner == 1)
        return fmax(low, high * magnitude(r, 40.0));
    const double end = heads(r) ? low : high;
    return heads(r) ? end : end * (1.0 - exp2(-random_uniform(r, 3.0, 53.0)));
}

/* The sum in the sigmoid of a hidden unit: where the slope is large, near H = 1/2, near 0 or 1, between. */
static double target(struct random *r)
{
    switch (random_below(r, 8)) {
    case 0:
        return magnitude(r, 60.0);
    case 1:
        return magnitude(r, 1.0) * 40.0;
    case 2:
        return random_uniform(r, -15.0, 15.0);
    default:
        return random_uniform(r, -2.0, 2.0);
    }
}

/* Chooses the weights of hidden unit j so that its sum is about z though the terms are large. */
static void hidden_unit(struct random *r, union point *p, int j, double z)
{
    for (int attempt = 0; attempt < 50; attempt++) {
        const int last = (int)random_below(r, 3);
        double rest = z;
        for (int i = 0; i < 3; i++)
            if (i != last) {
                p->W[i][j] = (heads(r) ? BOX_W : -BOX_W) * random_uniform(r, 0.25, 1.0);
                rest -= p->I[i] * p->W[i][j];
            }
        p->W[last][j] = rest / p->I[last];
        if (fabs(p->W[last][j]) <= BOX_W)
            return;
    }
    for (int i = 0; i < 3; i++)
        p->W[i][j] = z / (3.0 * BOX_I);
}

/* Hidden units with chosen sums; gamma often all of one sign, and y at the other end. */
static void designed(struct random *r, union point *p)
{
    for (int n = 0; n < VALUES; n++)
        p->all[n] = value(r, n, random_below(r, 3));
    for (int i = 0; i < 3; i++)
        p->I[i] = (heads(r) ? BOX_I : -BOX_I) * (heads(r) ? 1.0 : random_uniform(r, 0.25, 1.0));
    for (int j = 0; j < 4; j++)
        hidden_unit(r, p, j, target(r));
    if (heads(r)) {
        for (int j = 0; j < 4; j++)
            p->gamma_r[j] = fabs(p->gamma_r[j]);
        p->y = -fabs(p->y);
    }
}

/* Half of the labels name one class, a quarter sum to 1 up to rounding, the others need not. */
static void labels(struct random *r, double l[3])
{
    const uint64_t manner = random_below(r, 4);
    const int class = (int)random_below(r, 3);
    for (int k = 0; k < 3; k++)
        l[k] = manner < 2 ? (k == class) : heads(r) ? random_uniform(r, 0.0, 1.0) : heads(r);
    const double sum = l[0] + l[1] + l[2];
    if (manner == 2 && sum > 0.0)
        for (int k = 0; k < 3; k++)
            l[k] = fmin(l[k] / sum, 1.0);
}

void point_draw(struct random *r, union point *p)
{
    const uint64_t manner = random_below(r, 6);
    if (manner >= 3)
        designed(r, p);
    else
        for (int n = 0; n < VALUES; n++)
            p->all[n] = value(r, n, manner);
    labels(r, p->l);
    if (heads(r))
        p->alpha = random_uniform(r, 0.0, BOX_ALPHA);
}

void point_near(struct random *r, const union point *from, union point *p)
{
    *p = *from;
    for (uint64_t changes = 1 + random_below(r, 4); changes > 0; changes--) {
        const int n = (int)random_below(r, VALUES);
        const double low = lowest.all[n], high = highest.all[n];
        if (random_below(r, 8) == 0)
            p->all[n] = value(r, n, random_below(r, 3));
        else if (heads(r))
            p->all[n] += (high - low) * magnitude(r, 55.0);
        else
            p->all[n] *= 1.0 + 0x1p-52 * (double)((int)random_below(r, 33) - 16);
        p->all[n] = fmin(fmax(p->all[n], low), high);
    }
}
