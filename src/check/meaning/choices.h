/* choices.h: signs that may be meant in more than one way, and what is chosen for a document.
 *
 * A choice is about one name (or sign) in all of the document. What a lexicon takes first is what the way of
 * writing suggests; the same formulas can be elaborated with any other options (statements_of), and
 * check/charity.h looks which of them the document needs. Listed are choices that somebody could in earnest
 * make otherwise, and no others: what is beyond doubt is no choice.
 */
#ifndef BACKPROOF_CHOICES_H
#define BACKPROOF_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum choice_kind {
    CHOICE_CALL,    /* f(x): a product or a call */
    CHOICE_BELOW,   /* the o of w_o: an index or a part of the name */
    CHOICE_ABOVE,   /* the 2 of a^2: a power or a part of the name */
    CHOICE_LETTERS, /* net: one name or a product of letters */
    CHOICE_REACH,   /* a sum reaches over a product, or over all terms that follow */
    CHOICE_SLOPE,   /* d/dx without brackets: over a product, or over all terms that follow */
    CHOICE_STROKE,  /* 1/2m: (1/2) m or 1/(2m) */
    CHOICE_DELTA,   /* a delta with two indices: Kronecker's or a symbol */
    CHOICE_SUMS, /* an index that occurs twice: summed over only where a sum says so, or always */
    CHOICE_MATRICES, /* a document with signs of vectors: of vectors and matrices, or of numbers */
    CHOICE_STAR,     /* A * B in a document with signs of vectors: a product, or entry by entry */
    CHOICE_DIFFERENTIALS, /* dX: the derivative of the loss by X, or a name */
    CHOICE_KINDS
};

/* The options of each kind in the order of the comments above. */
enum { OPTIONS = 2 };

struct choice {
    enum choice_kind kind;
    const char *name; /* what it is about; "" if it is about all of the document */
    unsigned option;  /* taken: 0 or 1 */
    size_t at;        /* where it first stands: a byte of the source */
};

enum {
    CHOICES_MAX = 24
}; /* in a document; each costs a judgement of it where something is wrong */

struct choices {
    struct choice choice[CHOICES_MAX];
    size_t n;
    bool more; /* there were more than CHOICES_MAX: nothing is certain */
};

/* The option taken for a name; `otherwise` if it is no choice. */
unsigned choices_option(const struct choices *choices, enum choice_kind kind, const char *name,
                        unsigned otherwise);

/* Adds a choice with its first option, unless it is there. */
void choices_add(struct choices *choices, enum choice_kind kind, const char *name, unsigned option,
                 size_t at);

/* "f(...) is read as a call": what an option of it means, for people. */
const char *choice_text(const struct choice *choice, unsigned option, struct arena *arena);

#endif
