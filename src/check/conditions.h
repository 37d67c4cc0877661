/* conditions.h: conditions on indices, as written, and in words around formulas. */
#ifndef BACKPROOF_CONDITIONS_H
#define BACKPROOF_CONDITIONS_H

#include "statements.h"

/* j = k, j ≠ k, 0 ≤ j ≤ 3, j ∈ {0, 1}: about indices alone. */
bool conditions_about_indices(const struct statements *s, const struct node *chain);

/* A chain without the parentheses around it. */
const struct node *conditions_unwrap(const struct node *chain);

/* Both of two conditions, each of which may be null. */
struct node *conditions_both(struct statements *s, struct node *first, struct node *second);

/* The condition that begins at item n; *next is the item after it. j = 0, …, 3 takes several. */
struct node *conditions_at(struct statements *s, const struct node *items, size_t n, size_t *next);

/* A condition in parentheses that is all of a chain: (i = 1, 2). Null if it is none. */
struct node *conditions_bracketed(struct statements *s, const struct node *chain);

/* Takes a condition in parentheses off the end of a formula: … (j ≠ k). Null if there is none. */
struct node *conditions_take(struct statements *s, struct node **formula);

#endif
