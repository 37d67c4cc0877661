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

#endif
