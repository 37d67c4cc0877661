/* reading.h: a formula as written becomes a formula as understood, in the light of the whole
 * document: names, indices, calls, derivatives, sums, cases.
 */
#ifndef BACKPROOF_READING_H
#define BACKPROOF_READING_H

#include "lexicon.h"

struct reading {
    const struct lexicon *lexicon;
    struct arena *arena;
    const char *wrong; /* why it cannot be understood, or null */
    size_t wrong_at;   /* byte of the source where reading stopped */
};

/* The formula, or null with the reason. */
struct node *reading_formula(struct reading *reading, const struct node *written);

/* A chain of relations as a condition. */
struct node *reading_condition(struct reading *reading, const struct node *chain);

/* Of reading_scripts.c: a name with what stands below and above it. */
struct node *reading_scripts(struct reading *reading, const struct node *written);

/* Of reading_sums.c: sums, and terms with dots between them. */
struct node *reading_sum(struct reading *reading, const struct node *written);
struct node *reading_dots(struct reading *reading, const struct node *sum);

/* Of reading_softmax.c: softmax(z)_k, softmax(z_k) and softmax_k(z), written out. below is what
 * stands below, or null. */
bool reading_is_softmax(const struct node *head);
struct node *reading_softmax(struct reading *reading, const struct node *apply,
                             const struct node *below);

/* d/dz, to be applied; and the derivative of what it is applied to, to a power if there is one. */
bool reading_is_operator(const struct node *node);
struct node *reading_operator(struct reading *reading, const struct node *apply,
                              const struct node *power);

/* Words that tell an updated value from an old one. */
bool reading_is_new(const char *word);
bool reading_is_old(const char *word);

/* Notes what is wrong, once; returns null. */
struct node *reading_fail(struct reading *reading, const struct node *where, const char *reason);

/* A name as a symbol, or as a product of letters. */
struct node *reading_name(struct reading *reading, const struct node *written);

/* A name that is a function of one formula in parentheses. */
bool reading_is_function(const struct reading *reading, const char *name);

struct node *reading_product(struct reading *reading, struct node *a, struct node *b);
struct node *reading_call(struct reading *reading, enum node_kind kind, const char *name,
                          const struct node *where, struct node *argument);

#endif
