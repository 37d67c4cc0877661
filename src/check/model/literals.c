/* literals.c: collects the indices below each symbol wherever it stands. */
#include "check/model/literals.h"

#include <string.h>

#include "check/expression/walk.h"

/* Entries of a symbol; a document that writes out more has sums as well, and is judged by their ranges. */
enum { LITERALS_MAX = 256 };

/* A letter that a sum with limits binds. */
struct bound {
    const char *letter;
    const struct bound *outer;
};

struct search {
    struct model *model;
    struct arena *arena;
    bool definition; /* or another claim */
    const struct bound *bound;
};

static bool is_bound(const struct bound *bound, const struct expr *index)
{
    while (bound && !expr_is_letter(index, bound->letter))
        bound = bound->outer;
    return bound != NULL;
}

static void add(struct symbol *s, const long *index, struct arena *arena)
{
    const size_t size = s->arity * sizeof *index;
    for (size_t n = 0; n < s->literals; n++)
        if (memcmp(s->literal + n * s->arity, index, size) == 0)
            return;
    if (s->literals == LITERALS_MAX)
        return;
    s->literal = arena_grow(arena, s->literal, s->literals, size);
    memcpy(s->literal + s->literals++ * s->arity, index, size);
}

/* One occurrence. In a claim, letters that no sum gives values are what is to be found out. */
static void note_symbol(const struct search *to, const struct expr *e)
{
    const struct expr_list *part = &e->as.symbol.index;
    struct symbol *s = &to->model->symbols.symbol[e->as.symbol.id - 1];
    long *index = arena_new(to->arena, part->n * sizeof *index);
    for (size_t n = 0; n < part->n; n++) {
        const struct expr *one = part->item[n];
        if (one->kind == EXPR_NUMBER && ranges_number(to->model, one, &index[n]))
            continue;
        if (!to->definition && !is_bound(to->bound, one))
            return;
        index[n] = INDEX_ANY;
    }
    add(s, index, to->arena);
}

static enum walk note(const struct expr *e, void *with)
{
    const struct search *to = with;
    if (e->kind == EXPR_SYMBOL) {
        if (e->as.symbol.id && e->as.symbol.index.n)
            note_symbol(to, e);
        return WALK_PRUNE;
    }
    if (e->kind != EXPR_SUM || !e->as.sum.low)
        return WALK_CONTINUE;
    const struct bound bound = {e->as.sum.index, to->bound};
    struct search inner = *to;
    inner.bound = &bound;
    for (size_t n = 0; n < expr_parts(e); n++)
        expr_walk(expr_part(e, n), note, &inner);
    return WALK_PRUNE;
}

/* At some place below the symbol stand numbers only. */
static bool numbers_only(const struct symbol *s)
{
    for (size_t place = 0; place < s->arity; place++) {
        size_t n = 0;
        while (n < s->literals && s->literal[n * s->arity + place] != INDEX_ANY)
            n++;
        if (n == s->literals && n > 0 && n < LITERALS_MAX)
            return true;
    }
    return false;
}

void literals_find(struct model *m, struct arena *arena)
{
    struct search to = {.model = m, .arena = arena};
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind == CLAIM_UNREAD)
            continue;
        to.definition = c->kind == CLAIM_DEFINITION;
        expr_walk(c->left, note, &to);
        expr_walk(c->right, note, &to);
    }
    for (size_t n = 0; n < m->symbols.n; n++) {
        struct symbol *s = &m->symbols.symbol[n];
        s->listed = s->in_definitions > 0 && numbers_only(s);
        m->ranges.listed = m->ranges.listed || s->listed;
    }
}
