/* charity.h: takes the reading of a document under which most of it holds.
 *
 * A document is judged as its lexicon suggests. Where something is wrong or unread, the other options of its choices
 * (meaning/choices.h) are tried, one at a time, and what makes more of the document hold is kept. A claim that is
 * still wrong, and would hold under one other option that the rest of the document allows, is VERDICT_UNSURE.
 */
#ifndef BACKPROOF_CHARITY_H
#define BACKPROOF_CHARITY_H

#include "check/judging/reading.h"

/* Everything lives in the arena. Judges the document at most READINGS_MAX times. */
struct reading charity_read(const struct source *source, const struct formulas *formulas,
                            uint64_t seed, struct arena *arena);

#endif
