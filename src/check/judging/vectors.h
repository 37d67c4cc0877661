/* vectors.h: what makes a line about vectors and matrices uncertain.
 */
#ifndef BACKPROOF_VECTORS_H
#define BACKPROOF_VECTORS_H

#include "check/judging/grounds.h"
#include "check/judging/reading.h"

/* A symbol that stands in the claim without an index, and somewhere in the document with one; or 0. */
unsigned vectors_bare(const struct model *model, const struct claim *claim);

/* The claim itself, or one that defines what it rests on, whose shapes fit only if something is read loosely; or null. */
const struct claim *vectors_loose_below(const struct reading *reading,
                                        const struct grounds *grounds, size_t n);

/* Much of the document does not fit as vectors and matrices, and the claim rests on what was read so. */
bool vectors_half_fit(const struct reading *reading, const struct grounds *grounds, size_t n);

#endif
