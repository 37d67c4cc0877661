/* levels.h: symbols that are computed from themselves, one layer or step before: a^l from a^{l-1}, h_t from h_{t-1}.
 *
 * Such a symbol is taken apart: a^1, a^2, ... are different cells, and what speaks of any layer is stated for each.
 */
#ifndef BACKPROOF_CERTIFICATE_LEVELS_H
#define BACKPROOF_CERTIFICATE_LEVELS_H

#include "check/certificate/writing.h"

/* Finds w->place for the section. */
void levels_find(struct writing *w);

/* A letter stands for the level of some symbol in the formula; e may be null. */
bool levels_letter(const struct writing *w, const struct expr *e, const char *letter);

/* The formula with a number in the place of a letter; e may be null. */
const struct expr *levels_at(struct writing *w, const struct expr *e, const char *letter,
                             long value);

/* The sum over the letter of a level, term by term; null, and noted in w->why, if that cannot be said. */
const struct expr *levels_terms(struct writing *w, const struct expr *sum);

/* 1 if the condition, on numbers alone, holds; 0 if it does not; -1 if it is about more than numbers. */
int levels_condition(const struct writing *w, const struct expr *condition);

#endif
