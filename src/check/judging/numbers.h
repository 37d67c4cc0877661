/* numbers.h: claims about numbers, as worked examples make them, judged to the digits they show.
 *
 * A number that is computed is rounded when it is written down, and what is computed from it carries that. Both sides
 * are therefore balls; they differ for certain only if they do not meet.
 */
#ifndef BACKPROOF_NUMBERS_H
#define BACKPROOF_NUMBERS_H

#include "check/judging/points.h"
#include "check/values/rounded.h"

enum numbers {
    NUMBERS_NONE, /* it is no claim about numbers: a side has free variables, or there is no decimal */
    NUMBERS_MEET, /* it holds with rounded numbers */
    NUMBERS_CUT,  /* it holds if the last digit of its right side was cut off, and not rounded */
    NUMBERS_OPEN, /* it holds only if numbers of two digits, which were no results before, are rounded, too */
    NUMBERS_DIFFER /* it does not hold, however they were rounded */
};

/* Of an equation whose sides differ as they stand; `about` if it says that they are about equal. *places: digits behind
 * the point to which it holds. */
enum numbers numbers_compare(struct judging *j, const struct equation *e,
                             const struct assignments *a, const struct setting *setting, bool about,
                             long *places);

/* A side has the same value at all points. */
bool numbers_fixed(struct judging *j, const struct equation *e, const struct expr *side,
                   const struct assignments *a, const struct setting *setting);

/* For judging_begin: notes in each environment what the document shows. */
void numbers_note_shown(const struct model *model, struct environment *environment,
                        size_t environments, struct arena *arena);

#endif
