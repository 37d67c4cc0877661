/* exact.h: the quantities of both networks, as balls around the exact values. */
#ifndef BACKPROOF_ROUNDING_EXACT_H
#define BACKPROOF_ROUNDING_EXACT_H

#include "base/arb_compat.h"

#include "points.h"

/* The results of the equations, by their labels; double for the code, balls for the exact values. */
#define RESULTS(type)                                                                              \
    struct {                                                                                       \
        type R1[4], R2, R3, R6[4], R7[4], R10[3][4], R11[3][4];                                    \
        type C1[4], C2[3], C3[3], C4, C7[3], C9[4][3], C10[4][3], C13[3][4], C14[3][4];            \
    }

enum { OUTCOMES = 38 + 62 };

union exact {
    RESULTS(arb_struct);
    arb_struct all[OUTCOMES];
};

_Static_assert(sizeof(RESULTS(arb_struct)) == OUTCOMES * sizeof(arb_struct),
               "OUTCOMES counts them");

/* Before the first and after the last use. */
void exact_open(union exact *e);
void exact_close(union exact *e);

/* The logic functions of regression.acsl and classification.acsl at this point. */
void exact_compute(const union point *p, union exact *e);

#endif
