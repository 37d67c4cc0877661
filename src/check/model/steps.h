/* steps.h: indices that count layers or steps in time: how far the one below a name is behind that below another.
 */
#ifndef BACKPROOF_STEPS_H
#define BACKPROOF_STEPS_H

#include "check/expression/expression.h"

/* l, l + 1 or 3: a letter (null if there is none) and what is added to it. */
struct step_index {
    const char *letter;
    long offset;
};

/* Reads an index; false if it is anything else. */
bool steps_read(const struct expr *index, struct step_index *read);

/* By how many steps one symbol is behind another that is computed from it: 1 for z^{l+1} and a^l. 0 where no letter is
 * common to both, less than 0 where it is ahead. */
long steps_between(const struct expr *computed, const struct expr *from);

/* Steps in a table of what depends on what (dependence.h): 0 is "not at all", 1 "at the same step". */
enum { STEPS_FAR = 200 };
void steps_note(unsigned char *cell, long step);

#endif
