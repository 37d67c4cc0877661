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

/* The variables of all statements that were read, with the kinds that fit those which speak of vectors. */
struct variables kinds_find(const struct statements *statements, const bool *vectors,
                            struct arena *arena);

/* The statement defines a name: its left side is one that no statement before defines. */
bool kinds_defines(const struct statements *statements, size_t n);

#endif
