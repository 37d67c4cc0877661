/* activations.h: the activation of a layer, g^{[l]}(z).
 *
 * It is one function for all layers, which is any function: what holds for those of all layers holds for it. \sigma^l is
 * not the logistic function either; g^{[1]} and g^{[2]} are two. Where the document gives that of one layer a formula,
 * none of its name is one.
 */
#ifndef BACKPROOF_ACTIVATIONS_H
#define BACKPROOF_ACTIVATIONS_H

#include "check/meaning/lexicon.h"

struct activation {
    const char *function; /* null if it is none */
    bool prime;           /* its derivative */
};

/* Of an APPLY with the head g^{[l]}, g^{(l)}, g^l or g^{[1]}, with or without a prime, for an activation of the document. */
struct activation activation_of(const struct lexicon *lexicon, const struct written *apply,
                                struct arena *arena);

/* Notes which names are: those that stand with a layer above them and an argument behind them, and never without; and
 * what most people call so. */
void activations_note(struct lexicon *lexicon, const struct formulas *formulas,
                      struct arena *arena);

#endif
