/* counterexample.h: a point where the two sides of a claim differ, so that a reader can do the sum again. */
#ifndef BACKPROOF_COUNTEREXAMPLE_H
#define BACKPROOF_COUNTEREXAMPLE_H

#include "check/judging/judge.h"

/* What both sides come to at a point and an assignment of an equation, and the values of all free variables
 * that were needed, each rounded to 6 digits. */
struct counterexample counterexample_at(struct judging *j, const struct equation *e,
                                        const struct assignments *a, size_t assignment,
                                        size_t point, const struct setting *setting);

#endif
