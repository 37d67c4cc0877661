/* mistakes.h: the catalogue of common mistakes, and the search for the one that explains a wrong line.
 *
 * The table in mistakes.c is all that knows a mistake: its code, what is said of it, and how it is tried.
 */
#ifndef BACKPROOF_MISTAKES_H
#define BACKPROOF_MISTAKES_H

#include "check/judging/assumptions.h"
#include "check/judging/points.h"

/* In the order in which they are tried. */
enum mistake {
    MISTAKE_NONE, /* the two sides differ, and nothing explains it */
    MISTAKE_SIGN,
    MISTAKE_UPDATE_SIGN,
    MISTAKE_MISSING_SUM,
    MISTAKE_EXTRA_SUM,
    MISTAKE_DIAGONAL_ONLY,
    MISTAKE_INDEX_SWAP,
    MISTAKE_TRANSPOSE, /* the same where the line stands in matrices */
    MISTAKE_GRADIENT_OF_OUTPUT,
    MISTAKE_NO_CHAIN,
    MISTAKE_MISSING_SLOPE,
    MISTAKE_MISSING_INPUT,
    MISTAKE_MISSING_FACTOR,
    MISTAKE_EXTRA_FACTOR,
    MISTAKE_SLOPE_AT_VALUE,
    MISTAKE_WRONG_SLOPE,
    MISTAKE_MISSING_PENALTY,
    MISTAKE_UPDATED_WEIGHTS,
    MISTAKE_FACTOR,
    MISTAKES
};

/* As it stands in every report: "missing-sum"; "none". */
const char *mistake_code(enum mistake mistake);

/* What is said of a line with it: "the sign is the wrong way round". */
const char *mistake_explanation(enum mistake mistake);

/* A sentence about the mistake as such: "A sign is the wrong way round." */
const char *mistake_summary(enum mistake mistake);

/* A line that is right, but was read otherwise than it is meant, often looks like it. */
bool mistake_by_chance(enum mistake mistake);

/* What explains a wrong line. */
struct finding {
    enum mistake mistake;
    const char *
        factor; /* right / left as a fraction of whole numbers, if that is what is wrong; or null */
    const char *explanation; /* a sentence about this line; never null */
    const char *answer;      /* the right side that would be right, if it is known; or null */
};

/* Tries the catalogue on an equation that differs under the setting. A mistake is named only if it explains
 * the line at every point, and no other does. `old`: of an update, what is updated; else null. `label`: what
 * assumptions_label found. */
struct finding mistakes_find(struct judging *j, const struct equation *e, const struct expr *old,
                             const struct assignments *a, const struct setting *setting,
                             const struct label *label);

#endif
