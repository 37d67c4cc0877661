/* refuter.c: the network with which classification_derivatives.acsl refutes S2, S3, and C9 and C13 where the
 * labels do not sum to 1. Were there none, those lemmas would say nothing. */
#include "classification.h"

void refuter(void)
{
    double I[3] = {1.0, 0.0, 0.0}, W[3][4] = {{0.0}};
    double gamma[4][3] = {{0.0, 1.0, 0.0}, {0.0, -1.0, 0.0}};
    //@ assert C9_refuter: Refuter(&I[0], &W[0], &gamma[0]);
}
