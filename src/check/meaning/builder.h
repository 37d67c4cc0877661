/* builder.h: the statements of a document in the making. For statements.c and chains.c.
 */
#ifndef BACKPROOF_BUILDER_H
#define BACKPROOF_BUILDER_H

#include "check/meaning/conditions.h"
#include "check/meaning/statements.h"
#include "check/reading/source.h"

/* What goes on from one formula to the next. */
struct builder {
    struct statements *out;
    const struct source *source;
    const struct lexicon *lexicon;
    struct arena *arena;
    const struct expr *last; /* what a row that begins with = goes on from */
    const struct expr
        *kept; /* the same where that could not be read: the last side before it that was */
    const struct expr *pending; /* a condition for what comes next */
    size_t pending_end;         /* where it stood */
    size_t aside_end;           /* up to here, what stands is said for a special case only: */
    const char *aside;          /* "x = 0" */
    size_t last_end;            /* where the formula ended that gave it */
    size_t first;               /* statement of the chain that a condition applies to */
};

/* One that could not be read. */
void builder_add_unread(struct builder *b, size_t at, size_t end, struct reason wrong,
                        size_t wrong_at);

bool statement_was_read(const struct statement *s);

/* The condition that was found, or null; where it gives an index its values, that holds for all of the
 * document. */
const struct expr *builder_take_note(struct builder *b, struct condition found);

/* The statements of a chain; later conditions apply to those from b->first on. Where a side cannot be read, those
 * before and behind it are still equal: a = ? = c says a = c. */
void builder_add_chain(struct builder *b, const struct written *chain,
                       const struct expr *condition);

#endif
