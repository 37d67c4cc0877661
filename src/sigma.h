/* sigma.h: the logistic function of R1 and C1. */
#ifndef BACKPROOF_SIGMA_H
#define BACKPROOF_SIGMA_H

#include "rounding.h"
#include "sigma.acsl"

/* sigma(x) = 1 / (1 + e^-x), any finite x; the result is in [0, 1]. */
/*@ requires box: ROUNDED(Within(x, BOX_Z));
    assigns \nothing;
    ensures sigma: NEAR(\result, Sigma(x), SIGMA_ROUNDING);
    ensures range: ROUNDED(InUnit(\result));
*/
double sigma(double x);

#endif
