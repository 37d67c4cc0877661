/* dots.h: sums that are written out: H_0 a_0 + H_1 a_1 + … + H_3 a_3. */
#ifndef BACKPROOF_DOTS_H
#define BACKPROOF_DOTS_H

#include "check/meaning/elaboration.h"

/* What the first and the last of a series are, with a letter in place of the whole numbers that differ: those of the
 * first are *low, those of the last *high. Null if there is no clear pattern. */
const struct expr *dots_term(struct arena *arena, const struct expr *first, const struct expr *last,
                             const char *letter, const struct expr **low, const struct expr **high);

/* The term with indices such as 12, which come as one number, taken apart into two digits. */
const struct expr *dots_apart(struct arena *arena, const struct expr *term);

/* An ADD, some of whose terms may be DOTS, with the sums that the dots stand for; written is where it stands. Null
 * with the reason if the pattern of the terms is not clear. */
const struct expr *elaborate_dots(struct elaboration *to, const struct written *written,
                                  const struct expr *add);

#endif
