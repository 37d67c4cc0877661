/* domains.h: which symbols must be positive for what a document takes logarithms and roots of. */
#ifndef BACKPROOF_DOMAINS_H
#define BACKPROOF_DOMAINS_H

#include "check/model/model.h"

/* For model_make: marks each symbol that the argument of a logarithm, a root, or a power that is no whole number
 * rests on (struct symbol, bounded). */
void domains_find(struct model *model, struct arena *arena);

#endif
