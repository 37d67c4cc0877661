/* mistakes_factors.h: factors that are missing, or too many (see the catalogue in mistakes.c). */
#ifndef BACKPROOF_MISTAKES_FACTORS_H
#define BACKPROOF_MISTAKES_FACTORS_H

#include "check/judging/search.h"

/* Tries a factor at each site of the line, up to the first that it belongs to. */
bool factors_try_missing(struct search *search, enum mistake mistake, const struct expr *factor);

/* The symbol may be a factor of the line: a plain name whose letters fit. */
bool factors_may_miss(const struct search *search, const struct expr *symbol);

void test_missing_input(struct search *search);
void test_missing_factor(struct search *search);
void test_extra_factor(struct search *search);

#endif
