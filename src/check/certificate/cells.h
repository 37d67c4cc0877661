/* cells.h: the symbols of a section as functions in Coq, each with the formulas that are in force.
 */
#ifndef BACKPROOF_CERTIFICATE_CELLS_H
#define BACKPROOF_CERTIFICATE_CELLS_H

#include "check/certificate/writing.h"

#define NO_CELL ((size_t)-1)

/* The number of the cell that a symbol is an entry of, read with all that it is computed from; of a symbol with a level
 * the level must be a number. NO_CELL if it cannot be stated. What is being written uses it from then on. */
size_t cells_of(struct writing *w, const struct expr *symbol);

/* The same for a formula that is differentiated: a cell whose indices are the letters in scope that stand in it. */
size_t cells_of_formula(struct writing *w, const struct expr *formula);

/* The cell is computed from the other, directly or by way of others. */
bool cells_depend(struct writing *w, size_t cell, size_t on);

/* For each cell 1 if one of these is computed from it, or it is one of them; cells + 1 bytes. */
unsigned char *cells_below(struct writing *w, const size_t *cell, size_t n);

/* The indices of an entry, without the level. */
struct expr_list cells_index(struct writing *w, const struct expr *symbol);

/* How many entries a cell has within its ranges. */
size_t cells_entries(const struct coq_cell *cell);

/* The entries of a cell within its ranges, as a list of lists of indices in Coq. */
char *cells_entries_text(struct writing *w, const struct coq_cell *cell);

/* Its formula has only letters below it, and no condition. */
bool cells_general(const struct cell_formula *formula);

#endif
