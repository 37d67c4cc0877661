/* softmax.h: softmax(z)_k, softmax(z_k) and softmax_k(z): e^{z_k} by the sum of all e^{z_s}. */
#ifndef BACKPROOF_SOFTMAX_H
#define BACKPROOF_SOFTMAX_H

#include "check/meaning/elaboration.h"

/* The head of an APPLY is softmax, perhaps with something below it. */
bool is_softmax(const struct written *head);

/* p = softmax(z), of names that stand with an index elsewhere, entry by entry: p_k = softmax(z)_k. Any other chain as
 * it is. */
const struct written *softmax_entries(const struct lexicon *lexicon, struct arena *arena,
                                      const struct written *chain);

/* An APPLY of softmax, written out; below is what stands below the whole, or null. */
const struct expr *elaborate_softmax(struct elaboration *to, const struct written *apply,
                                     struct written *below);

#endif
