/* certainty.h: `wrong` is a statement about the author, so it needs certainty about the reading.
 *
 * What was judged wrong stays wrong only if every symbol that it rests on is known, and something else in the
 * document shows that the definitions were read as they are meant.
 */
#ifndef BACKPROOF_CERTAINTY_H
#define BACKPROOF_CERTAINTY_H

#include "check/judging/reading.h"
#include "check/reading/formulas.h"

/* Lowers verdicts of a document to VERDICT_UNREAD, with the line that they rest on, or to VERDICT_UNSURE:
 * - a claim that uses a symbol which a formula that could not be read defines, or defines anew;
 * - a wrong claim about a symbol that stands in no definition and is not varied;
 * - a wrong claim without a named mistake, where nothing that rests on the same definitions is right;
 * - all wrong claims without a name, where more of them are wrong than right, or much of the document is open
 *   (then also swapped indices, which chance can bring about), but for those that need no definition. */
void certainty_weigh(struct reading *reading, const struct formulas *formulas, struct arena *arena);

#endif
