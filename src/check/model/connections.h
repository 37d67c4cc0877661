/* connections.h: numbers that nobody defines, and what each is a function of: by dE/dnet and dnet_j/dw_ij in a document,
 * E is one of net, and net_j one of w_ij. Which functions they are stays open (values/abstract.h).
 */
#ifndef BACKPROOF_CONNECTIONS_H
#define BACKPROOF_CONNECTIONS_H

#include "check/model/model.h"

/* For model_make: notes of each symbol that is differentiated and never defined what it is differentiated by; and of all
 * what they are functions of as the chain rule speaks of them. */
void connections_find(struct model *model, struct arena *arena);

/* Those of a symbol that are in force in a section (model_in_force). */
const struct connections *connections_at(const struct model *model, const struct symbol *symbol,
                                         size_t section);

/* A derivative, or a product or sum of such and of names of them: what the chain rule says, and no more. */
bool connections_is_chain(const struct model *model, const struct expr *e);

/* A symbol that is such a function, and by way of which something is differentiated in the formula or in what it rests on:
 * what is found to differ may hold for the function that is meant. Null if there is none. */
const struct symbol *connections_between(const struct model *model, const unsigned char *depends,
                                         const struct expr *formula);

/* The symbol with this id is one. */
bool connections_is_between(const struct model *model, const unsigned char *depends,
                            const struct expr *formula, unsigned id);

/* Likewise, a number that is such a function and that is differentiated itself: a loss. */
const struct symbol *connections_number(const struct model *model, const unsigned char *depends,
                                        const struct expr *formula);

#endif
