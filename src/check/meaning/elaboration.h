/* elaboration.h: what is needed to understand a formula, and why one was not understood.
 *
 * A formula as written becomes an expression in the light of the whole document, which is the lexicon. An
 * elaboration is begun for one formula (lexicon and arena set, the rest 0) and may be gone on with for the next
 * one as long as nothing is wrong. Expressions live in its arena, and share the texts of the trees as written.
 *
 * Each function elaborate_…() gives the expression, or null with the reason noted here.
 */
#ifndef BACKPROOF_ELABORATION_H
#define BACKPROOF_ELABORATION_H

#include "check/expression/expression.h"
#include "check/meaning/lexicon.h"
#include "check/vocabulary/reasons.h"

struct elaboration {
    const struct lexicon *lexicon;
    struct arena *arena;
    struct reason wrong; /* REASON_NONE as long as all was understood */
    size_t wrong_at;     /* byte of the source where it stopped */
};

/* The same lexicon and arena, and nothing wrong. */
struct elaboration elaboration_begin(const struct lexicon *lexicon, struct arena *arena);

/* Notes what is wrong and where, unless something was before. Always null. */
const struct expr *elaboration_fail(struct elaboration *to, const struct written *where,
                                    enum reason_code code);

bool elaboration_failed(const struct elaboration *to);

struct extent written_extent(const struct written *node);

/* a b; null if one of them is. */
const struct expr *elaboration_product(struct elaboration *to, const struct expr *a,
                                       const struct expr *b);

/* A function, or its derivative (EXPR_PRIME), of one argument; null if that is. */
const struct expr *elaboration_call(struct elaboration *to, enum expr_kind kind,
                                    const char *function, const struct written *where,
                                    const struct expr *argument);

#endif
