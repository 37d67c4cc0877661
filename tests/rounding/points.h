/* points.h: random points of the box of rounding.h, drawn so that the rounding errors are large. */
#ifndef BACKPROOF_ROUNDING_POINTS_H
#define BACKPROOF_ROUNDING_POINTS_H

#include "base/random.h"

/* All that a step of either network starts from; both share I, W and alpha. */
#define POINT(type)                                                                                \
    struct {                                                                                       \
        type I[3], W[3][4], gamma_r[4], y, gamma_c[4][3], l[3], alpha;                             \
    }

enum { VALUES = 3 + 12 + 4 + 1 + 12 + 3 + 1 };

union point {
    POINT(double);
    double all[VALUES];
};

_Static_assert(sizeof(POINT(double)) == VALUES * sizeof(double), "VALUES counts the members");

/* A fresh point: a mixture of uniform ones, weights of any magnitude, corners, and hidden units whose sum
 * nearly cancels or that are near 0, 1/2 or 1. */
void point_draw(struct random *r, union point *p);

/* A point that differs from another in a few values, often by no more than some units in the last place. */
void point_near(struct random *r, const union point *from, union point *p);

#endif
