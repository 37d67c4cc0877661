/* elementwise.h: derivatives of a vector by a vector that were read as da_i/dz_i, one for each entry.
 */
#ifndef BACKPROOF_ELEMENTWISE_H
#define BACKPROOF_ELEMENTWISE_H

#include "check/judging/judging.h"

/* In each derivative of an equation, entry i of what is differentiated depends on entry i of that by which it is, and on no
 * other: else da/dz is a matrix, and da_i/dz_i is not what the line says. */
bool elementwise_only(struct judging *j, const struct equation *e);

#endif
