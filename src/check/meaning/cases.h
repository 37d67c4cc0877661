/* cases.h: values by cases, and the conditions that tell them apart. */
#ifndef BACKPROOF_CASES_H
#define BACKPROOF_CASES_H

#include "check/meaning/elaboration.h"

/* A chain of relations as a condition: one COMPARISON, or the AND of several. */
const struct expr *elaborate_condition(struct elaboration *to, const struct written *chain);

/* What follows the sign of an indicator: ITEMS, or a GROUP with them in it, that are one condition. */
const struct expr *elaborate_indicator(struct elaboration *to, const struct written *operand);

/* CASES. */
const struct expr *elaborate_cases(struct elaboration *to, const struct written *cases);

#endif
