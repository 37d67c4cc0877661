/* walk.h: one way to go through an expression; every pass over trees is a callback of a few lines. */
#ifndef BACKPROOF_WALK_H
#define BACKPROOF_WALK_H

#include "check/expression/expression.h"

enum walk {
    WALK_CONTINUE, /* into the parts */
    WALK_PRUNE,    /* not into the parts of this one */
    WALK_ABORT     /* and come back at once */
};

/* Each part of an expression, null parts left out, in the order in which it is written; but the body of a sum
 * comes first, before its limits and its condition: who looks for a first symbol means one that is summed.
 * An index of a symbol is a part. */
size_t expr_parts(const struct expr *e);
const struct expr *expr_part(const struct expr *e, size_t n);

/* Calls visit on e and on everything below it, a parent before its parts. e may be null. True if the walk
 * was aborted. */
bool expr_walk(const struct expr *e, enum walk (*visit)(const struct expr *e, void *with),
               void *with);

/* True if the test holds for e or for something below it. */
bool expr_any(const struct expr *e, bool (*test)(const struct expr *e, const void *with),
              const void *with);

/* The first, in the order of a walk, for which the test holds; or null. */
const struct expr *expr_find(const struct expr *e,
                             bool (*test)(const struct expr *e, const void *with),
                             const void *with);

/* A tree in which `change` was applied to every part and then to the whole, from the leaves up. What
 * change returns stands in place of its argument; it returns the argument to keep it. Parts that did not
 * change are shared with the old tree. */
const struct expr *expr_map(struct arena *arena, const struct expr *e,
                            const struct expr *(*change)(struct arena *arena, const struct expr *e,
                                                         void *with),
                            void *with);

/* The same from the root down: what `change` returns stands in place of its argument, and the parts of that are
 * changed in turn unless change sets *way to WALK_PRUNE. */
const struct expr *expr_rewrite(struct arena *arena, const struct expr *e,
                                const struct expr *(*change)(struct arena *arena,
                                                             const struct expr *e, enum walk *way,
                                                             void *with),
                                void *with);

/* A copy of one expression whose parts may be set by expr_set_part, n as in expr_part; the parts are shared. The
 * extent stays, the depth follows. Only for who made the copy. */
struct expr *expr_shallow(struct arena *arena, const struct expr *e);
void expr_set_part(struct expr *e, size_t n, const struct expr *part);

/* A tree in which `target`, one of its own parts (the same pointer), is replaced. */
const struct expr *expr_replace(struct arena *arena, const struct expr *tree,
                                const struct expr *target, const struct expr *with);

#endif
