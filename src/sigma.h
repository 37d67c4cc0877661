/* sigma.h: the logistic function of R1 and C1. */
#ifndef BACKPROOF_SIGMA_H
#define BACKPROOF_SIGMA_H

#include "rounding.h"
#include "sigma.acsl"

/* sigma(x) = 1 / (1 + e^-x), in [0, 1]. Beyond the box e^-x may be 0 or infinite: the tests go there,
 * the IEEE proofs do not. */
/*@ ROUNDED(requires box: Within(x, BOX_Z);)
    assigns \nothing;
    ensures sigma: NEAR(\result, Sigma(x), SIGMA_ROUNDING);
    ROUNDED(ensures range: InUnit(\result);)
*/
double sigma(double x);

#endif
