/* bounds.h: the ranges of a letter, from the places where it stands. */
#ifndef BACKPROOF_BOUNDS_H
#define BACKPROOF_BOUNDS_H

#include "check/model/model.h"

/* What the places below symbols where a letter stands say of it. */
struct letter_range {
    struct bounds range; /* of the first place that has one */
    struct bounds meet;  /* what all of them allow; known once there is one */
};

/* Adds what a formula, which may be null, says of a letter that is not bound in it. */
void letter_range_add(struct letter_range *to, const struct model *model, const char *letter,
                      const struct expr *e);

/* *to becomes a range that is known, unless it was known before. */
void bounds_set(struct bounds *to, struct bounds range);

/* The range that a condition gives a letter, by low ≤ letter and letter ≤ high; false if it does not give both
 * ends. The condition may be null. */
bool bounds_of_condition(const struct model *model, const struct expr *condition,
                         const char *letter, struct bounds *range);

#endif
