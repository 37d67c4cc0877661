/* parts.h: the parts of a document, from one heading to the next, that speak of vectors.
 *
 * Many documents begin with one unit, in numbers, and come to vectors later, with the same letters. A part in which a
 * sign of vectors stands is about vectors; so is one without, if most of it fits strictly what the names are in the others.
 */
#ifndef BACKPROOF_PARTS_H
#define BACKPROOF_PARTS_H

#include "check/matrices/variables.h"
#include "check/meaning/statements.h"

/* For each statement, whether a sign of vectors stands in its part. */
bool *parts_with_signs(const struct statements *statements, struct arena *arena);

/* Adds the parts that fit strictly; true if there are any. */
bool parts_extend(const struct statements *statements, const struct variables *variables,
                  bool *vectors);

/* A call of an operation on vectors, or one that is written out; `with` is not looked at. */
bool parts_is_operation(const struct expr *e, const void *with);

/* The statement has an operation on vectors; where it stands, or null. */
const struct expr *parts_operation(const struct statement *statement);

#endif
