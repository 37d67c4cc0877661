/* entries.h: functions of a vector that are given entry by entry: sigma(z_k) = e^{z_k} / sum_m e^{z_m}.
 *
 * What they give for the entry z_k depends on the other entries as well, so that they are no functions of a number.
 * sigma(z_k) and sigma(z)_k become one symbol with an index, named sigma(z).
 */
#ifndef BACKPROOF_ENTRIES_H
#define BACKPROOF_ENTRIES_H

#include "check/meaning/elaboration.h"

/* The name of the function that a chain gives so, or null. */
const char *entries_given(const struct written *chain);

/* The head of the APPLY is such a function. */
bool is_of_entries(const struct lexicon *lexicon, const struct written *apply);

/* The APPLY of such a function; `below` is the index behind its parentheses, or null. */
const struct expr *elaborate_entry(struct elaboration *to, const struct written *apply,
                                   struct written *below);

#endif
