/* grounds.h: what a claim rests on: the symbols in it, and those that their definitions are made of.
 */
#ifndef BACKPROOF_GROUNDS_H
#define BACKPROOF_GROUNDS_H

#include "base/arena.h"
#include "check/model/model.h"

struct grounds {
    const struct model *model;
    struct arena *arena;
    const unsigned char *
        *depends; /* of each section and view of it (model_in_force); null until it is asked for */
};

struct grounds grounds_of(const struct model *model, struct arena *arena);

/* The table of dependence.h for a section; it is made once. */
const unsigned char *grounds_depends(const struct grounds *grounds, size_t section);

/* Claim n rests on the symbol; an update also on what the loss rests on. */
bool grounds_rest(const struct grounds *grounds, size_t n, unsigned id);

/* The id of a probability that claim n rests on, and that the document gives no formula: the laws of probability may
 * connect it with others. 0 if there is none. */
unsigned grounds_free_chance(const struct grounds *grounds, size_t n);

#endif
