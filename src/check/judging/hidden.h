/* hidden.h: definitions that could not be read. */
#ifndef BACKPROOF_HIDDEN_H
#define BACKPROOF_HIDDEN_H

#include "check/model/model.h"
#include "check/reading/formulas.h"

/* A name that a formula defines which could not be read. */
struct hidden {
    const char *base;
    const char *below, *layer;   /* null if there is none */
    size_t at;                   /* where it stands */
    size_t until;                /* where the next heading of its level or a higher one begins */
    bool values;                 /* not its formula is hidden, only the values that it is given */
    const struct tokens *tokens; /* of the formula, and where in the source the unread side is: */
    size_t from, to;
};

struct hiddens {
    struct hidden *hidden;
    size_t n;
};

/* All of a document. New values, shapes, slopes, and what is asked or named as another choice define nothing. */
struct hiddens hidden_find(const struct model *model, const struct formulas *formulas,
                           struct arena *arena);

/* What hides the definition of the symbol from a claim, or null. An older definition that was read is hidden from what
 * stands behind, up to `until`. A symbol that no other line defines is hidden from all that comes, and from what
 * stands before with no heading between. Values are hidden from claims with decimals. */
const struct hidden *hidden_from(const struct hiddens *hiddens, const struct model *model,
                                 unsigned id, const struct claim *claim);

/* A name stands in what could not be read. */
bool hidden_mentions(const struct hidden *hidden, const char *base);

#endif
