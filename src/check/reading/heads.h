/* heads.h: names that stand alone before a sign of equality: what a formula would define, also where it cannot be
 * read. */
#ifndef BACKPROOF_HEADS_H
#define BACKPROOF_HEADS_H

#include "check/reading/tokens.h"

struct head {
    const char *base;
    const char *below, *above; /* the name or number there, if it is a single one; else null */
    size_t at, relation,
        end;     /* bytes of the source: of the name, the sign behind it, the end of its chain */
    bool values; /* nothing but numbers stands behind the sign */
    bool update; /* it is a new value of something: w_new = …, w = w - … */
};

struct heads {
    struct head *head;
    size_t n;
};

/* The heads of a formula, from its tokens. None are those of a line that says where something is: T = Y \in …; of
 * f' = …; of what has an index with a prime or a sum. */
struct heads heads_of(const struct tokens *tokens, struct arena *arena);

#endif
