/* chances.h: probabilities, P(y = 1|x): each is a quantity with a name of its own.
 *
 * The laws that connect them (Bayes, total probability) are not known here: what the document itself says of them is
 * all that holds. The indices of what stands in the parentheses are those of the quantity: p(y_i|x_i) is p(y|x)_i.
 */
#ifndef BACKPROOF_CHANCES_H
#define BACKPROOF_CHANCES_H

#include "check/meaning/elaboration.h"

/* P(y|x), P(y = 1): an APPLY of what people call a probability, with a bar or a relation between the parentheses. */
bool is_conditional_chance(const struct written *apply);

/* That, or P(y) in a document which has it with a bar elsewhere. */
bool is_chance(const struct lexicon *lexicon, const struct written *apply);

/* Notes the names of probabilities that stand somewhere with a bar. */
void chances_note(struct lexicon *lexicon, const struct written *node, struct arena *arena);

/* The quantity as a SYMBOL. */
const struct expr *elaborate_chance(struct elaboration *to, const struct written *apply);

/* A probability in the formula is one of this letter, as P(x|y) is of x: a sum over all x is no sum of one quantity. */
bool chances_depend(const struct expr *e, const char *letter);

/* The symbol is a probability, or something else that is named by what stands in its parentheses. */
bool is_chance_name(const struct symbol_name *name);

#endif
