/* libm.c: exp and log are called here and nowhere else; libm.h says what is trusted of them. */
#include "libm.h"

#include <math.h>

double libm_exp(double x)
{
    return exp(x);
}

double libm_log(double x)
{
    return log(x);
}
