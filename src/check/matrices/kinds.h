/* kinds.h: which names of a document are vectors and matrices.
 *
 * What the document says (x \in \mathbb{R}^n) holds; what stands on the left of a definition is what its right side
 * gives; of the others those kinds are taken under which most statements fit, and the most usual ones for their
 * letters where that is open.
 */
#ifndef BACKPROOF_KINDS_H
#define BACKPROOF_KINDS_H

#include "check/matrices/variables.h"
#include "check/meaning/statements.h"

/* Gives the variables (evidence_of_kinds.h) the kinds that fit the statements which speak of vectors. The symbols of the
 * statements have the numbers of their variables as ids. alone[n] becomes true if the kinds in statement n rest on that
 * statement alone: without it others would do as well. */
void kinds_find(struct variables *variables, const struct statements *statements,
                const bool *vectors, bool *alone, struct arena *arena);

/* The statement defines a name: its left side is one that no statement before defines. */
bool kinds_defines(const struct statements *statements, size_t n);

#endif
