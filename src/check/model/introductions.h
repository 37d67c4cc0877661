/* introductions.h: symbols that a chain introduces in passing.
 *
 * In h = f(u) = f(v x + b) nobody has said what u is: the chain says it, u = v x + b. In h = f(u) = y it is y that
 * gets its value.
 */
#ifndef BACKPROOF_INTRODUCTIONS_H
#define BACKPROOF_INTRODUCTIONS_H

#include "check/model/model.h"

struct introduction {
    const struct expr *symbol, *formula; /* parts of the two sides; null if nothing is introduced */
};

/* What a link of a chain introduces: its sides are the same but for one symbol on one of them, which stands in no
 * statement before the chain, and which nothing else defines. */
struct introduction introductions_find(const struct model *model, const struct claim *claim);

#endif
