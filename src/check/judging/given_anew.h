/* given_anew.h: symbols that are numbers, and are given another number later on.
 */
#ifndef BACKPROOF_GIVEN_ANEW_H
#define BACKPROOF_GIVEN_ANEW_H

#include "check/judging/grounds.h"
#include "check/judging/reading.h"

/* A claim before claim n that gives another number to a symbol on which n rests, although it is one by its definition;
 * or null. Which of the two is meant from there on is not certain. */
const struct claim *given_anew_below(const struct reading *reading, const struct grounds *grounds,
                                     size_t n);

/* What claim n rests on and has a formula before the heading above n, and another one behind n, as it is printed; or
 * null. The line may be about either. */
const char *given_anew_behind(const struct reading *reading, const struct grounds *grounds,
                              size_t n);

/* A symbol on which claim n rests, and of which some entries are given as numbers and the others are not, or null: they
 * may be those of an example, where the line is about all such symbols. */
const struct symbol *given_in_part(const struct reading *reading, const struct grounds *grounds,
                                   size_t n);

#endif
