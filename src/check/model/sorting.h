/* sorting.h: what is taken for granted: assumptions on labels, and what follows from a slope that is set to 0. */
#ifndef BACKPROOF_SORTING_H
#define BACKPROOF_SORTING_H

#include "check/model/model.h"

/* For claims_sort: "b = …" behind dE/db = 0, up to the next heading: the minimum, and no definition of b. */
bool sorting_is_solution(const struct model *model, const struct claim *claim);

/* For model_make, when the definitions are known: claims that are assumptions on labels become such, and what the
 * document says of labels in formulas and in words is listed. */
void sorting_labels(struct model *model, struct arena *arena);

#endif
