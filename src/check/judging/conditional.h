/* conditional.h: lines that hold for some values of their indices, or of what stands in them, which the text around them
 * may say.
 */
#ifndef BACKPROOF_CONDITIONAL_H
#define BACKPROOF_CONDITIONAL_H

#include "check/judging/grounds.h"
#include "check/judging/reading.h"

/* Claim n, which holds where its verdict says (holds_where), may be meant for that case alone: the words near it speak
 * of cases, or another line gives the same left side otherwise and holds elsewhere. */
bool conditional_is_case(const struct reading *reading, size_t n);

/* Claim n stands alone and has a formula on each side, none of them a slope: 1 - p = p may be an equation to be solved,
 * that is meant for some values of what stands in it. */
bool conditional_is_solvable(const struct model *model, size_t n);

/* The slope that is missing is that of a relu or the like, and numbers are put in somewhere: dz/dw = 1 (1) w_1 x =
 * -0.2 is said of the values of an example, where that slope is 1. */
bool conditional_is_at_values(const struct reading *reading, const struct grounds *grounds,
                              size_t n);

#endif
