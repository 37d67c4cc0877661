/* evidence_of_kinds.h: what speaks for and against a name being a number, a column, a row or a matrix.
 */
#ifndef BACKPROOF_EVIDENCE_OF_KINDS_H
#define BACKPROOF_EVIDENCE_OF_KINDS_H

#include "check/matrices/variables.h"
#include "check/meaning/statements.h"

/* The variables of all statements that were read, each with what its letter, its indices, the signs on it and what the
 * document says of its shape cost it. */
struct variables evidence_collect(const struct statements *statements, struct arena *arena);

/* The A of x^T A x, where x^T is the nth factor of a product; null if that is no such form. */
const struct expr *quadratic_matrix(const struct expr *product, size_t n);

/* The kind that costs least. */
enum kind evidence_cheapest(const struct variable *variable);

#endif
