/* repeated.h: indices that stand twice in a product, and may be summed over without a sign of it. */
#ifndef BACKPROOF_REPEATED_H
#define BACKPROOF_REPEATED_H

#include "check/model/model.h"

/* A letter that stands below two factors of a product of the claim, and on its other side nowhere, in a document that
 * says in words that such letters are summed over, or has no sum; else 0. */
char repeated_letter(const struct model *model, const struct claim *claim);

#endif
