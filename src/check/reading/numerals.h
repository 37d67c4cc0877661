/* numerals.h: what a comma between digits is: a decimal sign, a mark of thousands, or the sign of a list. */
#ifndef BACKPROOF_NUMERALS_H
#define BACKPROOF_NUMERALS_H

#include "check/reading/habits.h"

/* The number at n has a decimal sign that can be nothing else: 0,5 or 0.5, but not 1,000. */
bool numeral_has_decimal_comma(const struct tokens *tokens, size_t n);
bool numeral_has_decimal_point(const struct tokens *tokens, size_t n);

/* Joins the tokens of numbers that are written with a comma; where it is not certain what the comma is, the number
 * becomes a NUMBER_UNCLEAR. Tokens that are no longer there get kind 0. */
void numerals_resolve(struct tokens *tokens, const struct habits *habits, struct arena *arena);

#endif
