/* sums.h: sums with a sign, and what stands below and above it. */
#ifndef BACKPROOF_SUMS_H
#define BACKPROOF_SUMS_H

#include "check/meaning/elaboration.h"

/* SUM; limits that are not given stay null. Over several indices it becomes sums inside each other. */
const struct expr *elaborate_sum(struct elaboration *to, const struct written *written);

#endif
