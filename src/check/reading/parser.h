/* parser.h: from tokens to a tree as written.
 */
#ifndef BACKPROOF_PARSER_H
#define BACKPROOF_PARSER_H

#include "check/reading/tokens.h"
#include "check/reading/written.h"
#include "check/vocabulary/reasons.h"

/* A formula as written; or, if it could not be read, why and where. */
struct parsed {
    const struct written *tree; /* ITEMS; null if it could not be read */
    struct reason wrong;        /* REASON_NONE if it was read */
    size_t wrong_at;            /* byte of the source where reading stopped */
};

enum { WRITTEN_DEPTH_MAX = 400 }; /* levels in a tree; the passes over it recurse */

/* Reads tokens that were resolved; start is where the formula begins in the source. The tree lives in the
 * arena, and so do the texts of the tokens, which it shares. */
struct parsed parser_read(const struct tokens *tokens, size_t start, struct arena *arena);

#endif
