/* numbers_only.h: a document with signs of vectors that is read as one of numbers.
 */
#ifndef BACKPROOF_NUMBERS_ONLY_H
#define BACKPROOF_NUMBERS_ONLY_H

#include "check/meaning/statements.h"

/* New statements: those with a sign of vectors are unread. So are those about what is given in brackets, and products
 * with what is a matrix by the document's own words, or of several names that are transposed somewhere: their order
 * counts. */
const struct statements *numbers_only(const struct statements *statements, struct arena *arena);

#endif
