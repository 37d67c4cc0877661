/* fits.h: whether the two sides of a statement fit, and in which layout.
 */
#ifndef BACKPROOF_FITS_H
#define BACKPROOF_FITS_H

#include "check/matrices/fitting.h"
#include "check/meaning/statements.h"

struct fit {
    bool fits;
    struct layout layout;
    unsigned merged, loose; /* as in struct fitting, of the layout taken */
    struct shape shape;     /* of the left side, or of the right one where the left is a number */
};

/* The layout that fits best: with the fewest lengths made equal, then with the least that is written loosely, then the
 * most usual. The lengths stay as they are. */
struct fit fits_find(const struct variables *variables, const struct lengths *lengths,
                     const struct statement *statement);

/* Makes the lengths equal that a fit makes equal. */
void fits_keep(const struct variables *variables, struct lengths *lengths,
               const struct statement *statement, const struct fit *fit);

#endif
