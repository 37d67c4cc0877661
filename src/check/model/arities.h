/* arities.h: how many indices a name has: 10 below a name with two indices is 1, 0. */
#ifndef BACKPROOF_ARITIES_H
#define BACKPROOF_ARITIES_H

#include "check/meaning/statements.h"

/* A name, and how many indices it has where they stand apart. */
struct arity {
    struct symbol_name name;
    size_t indices;
};

struct arities {
    struct arity *arity;
    size_t n;
};

/* What a document says of its names; no run of digits below a name is counted. */
struct arities arities_find(const struct statements *statements, struct arena *arena);

/* The SYMBOL with its runs of digits taken apart, if they are several indices. */
const struct expr *arities_split(const struct arities *arities, struct arena *arena,
                                 const struct expr *symbol);

#endif
