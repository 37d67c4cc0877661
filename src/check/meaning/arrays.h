/* arrays.h: columns, rows and matrices that are written out in brackets.
 */
#ifndef BACKPROOF_ARRAYS_H
#define BACKPROOF_ARRAYS_H

#include "check/meaning/elaboration.h"

/* ARRAY as written: an EXPR_ARRAY of all its entries; with dots in it, an EXPR_EACH of the entry that their pattern
 * gives. */
const struct expr *elaborate_array(struct elaboration *to, const struct written *array);

#endif
