/* conditions.h: conditions on indices that stand beside an equation: j = k, 0 ≤ j ≤ 3, j = 0, …, 3. */
#ifndef BACKPROOF_CONDITIONS_H
#define BACKPROOF_CONDITIONS_H

#include "check/expression/expression.h"
#include "check/meaning/lexicon.h"

/* A condition that was looked for. */
struct condition {
    const struct expr *holds; /* null if there is none, or it is not understood */
    const struct expr
        *range;  /* where an index has its values from and to, for all of the document; or null */
    size_t next; /* number of the item behind it */
};

/* j = k, j ≠ k, 0 ≤ j ≤ 3, j ∈ {0, 1}: a CHAIN about indices alone. */
bool conditions_about_indices(const struct lexicon *lexicon, const struct written *chain);

/* A CHAIN without the parentheses around it. */
const struct written *conditions_unwrap(const struct written *chain);

/* Both of two conditions, each of which may be null. */
const struct expr *conditions_both(struct arena *arena, const struct expr *first,
                                   const struct expr *second);

/* A condition that begins at item n of ITEMS. j = 0, …, 3 takes several items. */
struct condition conditions_at(const struct lexicon *lexicon, struct arena *arena,
                               const struct written *items, size_t n);

/* A condition in parentheses that is all of a chain: (i = 1, 2). */
struct condition conditions_bracketed(const struct lexicon *lexicon, struct arena *arena,
                                      const struct written *chain);

/* A condition in parentheses at the end of a formula: … (j ≠ k). *formula becomes one without it. */
struct condition conditions_take(const struct lexicon *lexicon, struct arena *arena,
                                 const struct written **formula);

/* The set {0, 1}. */
bool conditions_is_binary(const struct expr *set);

/* All letters of a condition (or null) are indices of the equation, and no sum binds them. */
bool conditions_concern(const struct expr *condition, const struct expr *left,
                        const struct expr *right);

#endif
