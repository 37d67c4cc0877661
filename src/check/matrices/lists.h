/* lists.h: [0.2, 0.7] in a document about vectors: a column or a row, whichever fits.
 */
#ifndef BACKPROOF_LISTS_H
#define BACKPROOF_LISTS_H

#include "check/meaning/statements.h"

/* New statements, in whose equations lists in square brackets are arrays that may lie either way, and lists of lists are
 * matrices. Arguments of functions, intervals and names that get a value each stay as they are. */
const struct statements *lists_as_arrays(const struct statements *statements, struct arena *arena);

#endif
