/* series.h: what stands around dots: x_1, …, x_N.
 */
#ifndef BACKPROOF_SERIES_H
#define BACKPROOF_SERIES_H

#include "check/reading/written.h"

/* Of a list, a sum or a matrix with dots in it: notes the capital letters that stand alone below a name which has a
 * number below it as well. They are where the series ends, and no part of the name. */
void series_note_last(const struct written *list, bool last[128]);

#endif
