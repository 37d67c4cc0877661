/* rewrite.c: one pass over all trees of a document. */
#include "check/meaning/rewrite.h"

#include <string.h>

struct statements *statements_copy(const struct statements *old, struct arena *arena)
{
    struct statements *new = arena_new(arena, sizeof *new);
    *new = *old;
    new->statement = arena_new(arena, (old->n + 1) * sizeof *new->statement);
    if (old->n)
        memcpy(new->statement, old->statement, old->n * sizeof *new->statement);
    return new;
}

void statement_leave(struct statement *s, const struct expr *where, enum reason_code code)
{
    s->wrong = (struct reason){code, NULL};
    s->wrong_at = where->where.at;
}

struct statements *rewrite_statements(const struct statements *old, struct arena *arena,
                                      enum rewrite_extent extent,
                                      const struct expr *(*change)(struct arena *arena,
                                                                   const struct expr *e,
                                                                   enum walk *way, void *with),
                                      void *with)
{
    struct statements *new = arena_new(arena, sizeof *new);
    *new = *old;
    new->statement = arena_new(arena, old->n * sizeof *new->statement);
    for (size_t n = 0; n < old->n; n++) {
        const struct statement *from = &old->statement[n];
        struct statement *to = &new->statement[n];
        *to = *from;
        if (from->wrong.code != REASON_NONE)
            continue;
        const bool goes_on =
            n > 0 && from[-1].wrong.code == REASON_NONE && from->left == from[-1].right;
        to->left = goes_on ? to[-1].right : expr_rewrite(arena, from->left, change, with);
        to->right = expr_rewrite(arena, from->right, change, with);
        if (extent == REWRITE_ALL)
            to->condition = expr_rewrite(arena, from->condition, change, with);
    }
    if (extent == REWRITE_SIDES)
        return new;
    new->range = arena_new(arena, old->ranges * sizeof *new->range);
    for (size_t n = 0; n < old->ranges; n++)
        new->range[n] = expr_rewrite(arena, old->range[n], change, with);
    return new;
}
