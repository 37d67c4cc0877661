/* vectors.c */
#include "check/judging/vectors.h"

#include "check/expression/walk.h"

/* --- names with an index and without --- */

struct bare {
    const struct model *model;
    const struct claim *claim;
    unsigned id;
};

static bool is_entry_of(const struct expr *e, const void *with)
{
    const struct symbol_name *name = with;
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n > 0 &&
           symbol_name_same(&e->as.symbol.name, name);
}

static enum walk visit_bare(const struct expr *e, void *with)
{
    struct bare *bare = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol_name *name = &e->as.symbol.name;
    const struct symbol *s = symbols_get(&bare->model->symbols, e->as.symbol.id);
    if (!s || e->as.symbol.index.n > 0 || s->definitions > 0 ||
        !(expr_any(bare->claim->left, is_entry_of, name) ||
          expr_any(bare->claim->right, is_entry_of, name)))
        return WALK_PRUNE;
    bare->id = e->as.symbol.id;
    return WALK_ABORT;
}

/* The h of a line with h and h_k: a vector and its entries, where no line says that h is a number; or 0. */
unsigned vectors_bare(const struct model *m, const struct claim *c)
{
    struct bare bare = {m, c, 0};
    if (!expr_walk(c->left, visit_bare, &bare))
        expr_walk(c->right, visit_bare, &bare);
    return bare.id;
}

/* --- shapes that fit only somehow --- */

const struct claim *vectors_loose_below(const struct reading *r, const struct grounds *g, size_t n)
{
    const struct model *m = r->model;
    const struct claim *c = &m->claim[n];
    if (c->statement->loosely)
        return c;
    for (size_t k = 0; k < m->definitions; k++) {
        const struct definition *d = &m->definition[k];
        const struct claim *from = &m->claim[d->claim];
        if (from->statement->loosely && d->left->kind == EXPR_SYMBOL &&
            grounds_rest(g, n, d->left->as.symbol.id))
            return from;
    }
    return NULL;
}

/* --- documents that are read as vectors in part --- */

enum { MISFITS = 4 }; /* one in so many is too much */

static bool is_written_out_below(const struct reading *r, const struct grounds *g, size_t n)
{
    const struct model *m = r->model;
    if (m->claim[n].statement->written_out)
        return true;
    for (size_t k = 0; k < m->definitions; k++) {
        const struct definition *d = &m->definition[k];
        if (m->claim[d->claim].statement->written_out && d->left->kind == EXPR_SYMBOL &&
            grounds_rest(g, n, d->left->as.symbol.id))
            return true;
    }
    return false;
}

bool vectors_half_fit(const struct reading *r, const struct grounds *g, size_t n)
{
    size_t written = 0, unfit = 0;
    for (size_t k = 0; k < r->model->claims; k++) {
        const struct claim *c = &r->model->claim[k];
        written += c->statement->written_out;
        unfit += c->kind == CLAIM_UNREAD && c->statement->wrong.code == REASON_SIZES;
    }
    return MISFITS * unfit > written && is_written_out_below(r, g, n);
}
