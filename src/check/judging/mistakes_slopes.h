/* mistakes_slopes.h: what goes wrong with the chain rule (see the catalogue in mistakes.c). */
#ifndef BACKPROOF_MISTAKES_SLOPES_H
#define BACKPROOF_MISTAKES_SLOPES_H

#include "check/judging/search.h"

void test_gradient_of_output(struct search *search);

void test_wrong_slope(struct search *search);
void test_missing_penalty(struct search *search);

/* `simple`: in a line without numbers, a link is missing rather than a number. */
void simple_missing_link(struct search *search);
void test_missing_link(struct search *search);

void test_missing_slope(struct search *search);
void test_slope_at_value(struct search *search);
void test_updated_weights(struct search *search);

#endif
