/* sigma.h: the logistic function of R1 and C1. */
#ifndef BACKPROOF_SIGMA_H
#define BACKPROOF_SIGMA_H

#include "sigma.acsl"

/* sigma(x) = 1 / (1 + e^-x), any finite x; the result is in [0, 1]. */
/*@ assigns \nothing;
    ensures sigma: \result == Sigma(x);
*/
double sigma(double x);

#endif
