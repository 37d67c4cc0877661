/* mistakes_indices.h: sums that are missing, and indices that are mixed up (see the catalogue in mistakes.c). */
#ifndef BACKPROOF_MISTAKES_INDICES_H
#define BACKPROOF_MISTAKES_INDICES_H

#include "check/judging/search.h"

void test_missing_sum(struct search *search);
void test_extra_sum(struct search *search);
void test_diagonal_only(struct search *search);
void test_index_swap(struct search *search);

#endif
