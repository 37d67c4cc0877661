/* sigma.c: the logistic function, as the homework writes it. */
#include "sigma.h"

#include "libm.h"

double sigma(double x)
{
    return 1.0 / (1.0 + libm_exp(-x));
}
