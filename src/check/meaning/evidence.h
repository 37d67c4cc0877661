/* evidence.h: what the way of writing says of signs that may be meant in more than one way.
 *
 * A second look over all formulas, when it is known which letters are indices.
 */
#ifndef BACKPROOF_EVIDENCE_H
#define BACKPROOF_EVIDENCE_H

#include "check/meaning/lexicon.h"

/* Adds to a lexicon its functions and its choices, each with the option that is taken first. */
void lexicon_choose(struct lexicon *lexicon, const struct formulas *formulas, struct arena *arena);

#endif
