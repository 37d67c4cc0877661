/* box.h: compares a network and its data with the box for which the rounding of the code is proved
 * (src/rounding.h).
 */
#ifndef BACKPROOF_BOX_H
#define BACKPROOF_BOX_H

#include "program/dataset.h"
#include "program/trained.h"

struct box_use {
    double share;     /* of its bound; at most 1 is inside */
    const char *what; /* what takes that share, in the homework's symbols */
};

/* The quantity that comes nearest to its bound: an input, a weight, regression's target, alpha. */
struct box_use box_use(const struct trained *model, const struct dataset *data);

#endif
