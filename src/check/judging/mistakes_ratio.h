/* mistakes_ratio.h: a right side that is a number times what it should be. */
#ifndef BACKPROOF_MISTAKES_RATIO_H
#define BACKPROOF_MISTAKES_RATIO_H

#include "check/judging/search.h"

/* Fills in search->ratio and, for a RATIO_NUMBER, search->factor. Of an update, the steps are meant. */
void ratio_find(struct search *search);

/* The factor found is a number that the document gives to a symbol, as in x = 2: it may be that symbol. */
bool ratio_is_given(const struct search *search);

/* Everything has a number: at one point, every mistake is some factor. */
bool ratio_is_all(const struct search *search);

/* What each ratio is called (see the catalogue in mistakes.c). */
void simple_sign(struct search *search);
void simple_update_sign(struct search *search);
void simple_missing_size(struct search *search);
void simple_extra_size(struct search *search);
void simple_factor(struct search *search);

/* One sign inside the formula; a number at one of its terms. */
void test_sign(struct search *search);
void test_factor(struct search *search);

#endif
