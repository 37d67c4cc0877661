/* assignments.h: the values of the free index letters of an equation, at which it is compared. */
#ifndef BACKPROOF_ASSIGNMENTS_H
#define BACKPROOF_ASSIGNMENTS_H

#include "check/judging/judging.h"

enum {
    LETTERS_MAX = 8,     /* free letters of a line */
    ASSIGNMENTS_MAX = 27 /* of those a line is compared at: all of 3 letters of 3 values */
};

struct assignments {
    const char *letter[LETTERS_MAX];
    struct bounds range[LETTERS_MAX];
    size_t letters;
    long (*value)[LETTERS_MAX]; /* of each letter: n times */
    size_t n;
    bool sampled;       /* those are not all */
    const char *absent; /* an entry that was left out since the document has it nowhere, or null */
    struct reason reason; /* why there are none */
};

/* All values of the letters that satisfy the condition or, if those are many, a sample of them. Warns of
 * what is left out. With a reason n is 0, or means nothing. */
struct assignments assignments_of(struct judging *j, const struct equation *e);

/* The letters bound to an assignment's values, in `bound`; null if there are no letters. */
const struct binding *assignments_bind(const struct assignments *a, size_t assignment,
                                       struct binding bound[LETTERS_MAX]);

#endif
