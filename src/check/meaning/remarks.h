/* remarks.h: tells claims from what only looks like one: questions, alternatives, legends, slopes set to 0.
 *
 * It goes by the words of the sentence around a formula, and by its shape.
 */
#ifndef BACKPROOF_REMARKS_H
#define BACKPROOF_REMARKS_H

#include "check/meaning/prose.h"
#include "check/meaning/statements.h"

/* For statements_of: remarks on the statements from `first` on, which formula n gave. */
void remarks_note(struct statements *all, size_t first, const struct source *source,
                  const struct formulas *formulas, size_t n, struct arena *arena);

/* When all statements are there: those that are questions, legends or slopes of an alternative are unread; and what is
 * said of labels in words is noted. */
void remarks_settle(struct statements *all, const struct source *source,
                    const struct formulas *formulas, struct arena *arena);

/* A formula alone, behind "where" or "for", that says which value an index has: k = M - 1. */
bool remarks_index_value(const struct lexicon *lexicon, const struct source *source,
                         const struct formula *formula);

#endif
