/* literals.h: which entries stand in the document, for symbols whose indices are written as numbers.
 *
 * s = w_0 + w_1 x_1 knows no x_0: a line about w_i and x_i is judged for i = 1 alone.
 */
#ifndef BACKPROOF_LITERALS_H
#define BACKPROOF_LITERALS_H

#include "check/model/model.h"

/* For model_make: sets literal and listed of each symbol (asked by symbols_have_entry), and whether one is listed.
 * Claims must be sorted. */
void literals_find(struct model *model, struct arena *arena);

#endif
