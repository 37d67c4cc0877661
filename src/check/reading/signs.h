/* signs.h: signs whose meaning shows in what stands beside them: full stops, words, notes, accents, \over, a capital
 * sigma.
 */
#ifndef BACKPROOF_SIGNS_H
#define BACKPROOF_SIGNS_H

#include "check/reading/habits.h"

/* A capital sigma as a letter stands at `at`; with a subscript that could be an index, and a factor behind. */
bool sign_is_sigma(const struct tokens *tokens, size_t at);
bool sign_may_be_sum(const struct tokens *tokens, size_t at);

/* \over as \frac: a new list. */
struct tokens signs_of_fractions(const struct tokens *tokens, struct arena *arena);

/* Numbers with commas are joined (numerals.h); full stops become TIMES or COMMA, np.sum a DOTTED; notes vanish; accents go onto their names; Sigma_j becomes a sum
 * where it can be one. What is not certain stays as it is, and is no formula. */
void signs_resolve(struct tokens *tokens, const struct habits *habits, struct arena *arena);

#endif
