/* ambiguities.c: looks at definitions for primes and for names that stand elsewhere with indices. */
#include "check/model/ambiguities.h"

#include "check/expression/walk.h"

/* --- primes --- */

struct first {
    const struct symbols *symbols;
    bool any; /* also one that the document does not define */
    const struct expr *found;
};

static enum walk find_first(const struct expr *e, void *with)
{
    struct first *f = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol *s = symbols_get(f->symbols, e->as.symbol.id);
    if (!s || !(f->any || s->definitions))
        return WALK_PRUNE;
    f->found = e;
    return WALK_ABORT;
}

/* What a formula may be differentiated by: its first symbol, one that is defined rather. */
static const struct expr *first_symbol(const struct model *m, const struct expr *e)
{
    struct first f = {&m->symbols, false, NULL};
    if (!expr_walk(e, find_first, &f)) {
        f.any = true;
        expr_walk(e, find_first, &f);
    }
    return f.found;
}

/* E' = … where E is defined: a new symbol, or the derivative of E? */
static void warn_prime(const struct model *m, const struct claim *c, struct warnings *warnings,
                       struct arena *arena)
{
    if (c->left->kind != EXPR_SYMBOL || c->left->as.symbol.name.tag != TAG_PRIME)
        return;
    struct expr *base = expr_shallow(arena, c->left);
    base->as.symbol.name.tag = TAG_NONE;
    for (size_t n = m->definitions; n--;) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind != EXPR_SYMBOL || d->left->as.symbol.index.n != base->as.symbol.index.n ||
            d->section > c->section || !expr_same_head(d->left, base))
            continue;
        const struct expr *by = first_symbol(m, d->right);
        const char *name = expr_print(arena, base);
        if (by)
            warnings_add(warnings, c->statement->at,
                         arena_print(arena,
                                     "%s' is taken for a new symbol; if it is a derivative, write "
                                     "d%s/d%s",
                                     name, name, expr_print(arena, by)));
        return;
    }
}

/* --- names without their indices --- */

static enum walk find_symbol(const struct expr *e, void *with)
{
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    return e->as.symbol.id == *(unsigned *)with ? WALK_ABORT : WALK_PRUNE;
}

static bool stands_in(const struct model *m, unsigned id, size_t section)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].section == section && (expr_walk(m->claim[n].left, find_symbol, &id) ||
                                               expr_walk(m->claim[n].right, find_symbol, &id)))
            return true;
    return false;
}

/* The bare name of a symbol also stands with indices, in the same section, and is free there. */
static bool has_indexed(const struct model *m, const struct symbol *bare, size_t section)
{
    for (size_t n = 0; n < m->symbols.n; n++) {
        const struct symbol *s = &m->symbols.symbol[n];
        if (s->arity && !s->definitions && symbol_name_same(&s->name, &bare->name) &&
            stands_in(m, (unsigned)n + 1, section))
            return true;
    }
    return false;
}

struct bare {
    const struct model *model;
    size_t section;
    unsigned id; /* of the symbol found */
};

static enum walk find_bare(const struct expr *e, void *with)
{
    struct bare *b = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol *s = symbols_get(&b->model->symbols, e->as.symbol.id);
    if (!s || s->arity || s->definitions || s->size || !has_indexed(b->model, s, b->section))
        return WALK_PRUNE;
    b->id = e->as.symbol.id;
    return WALK_ABORT;
}

/* h = sigma(W x + b), and W_ij below: vectors that were read as numbers. */
static void warn_bare(const struct model *m, const struct claim *c, struct warnings *warnings,
                      struct arena *arena)
{
    if (c->left->kind != EXPR_SYMBOL || c->right->kind == EXPR_LIST)
        return;
    struct bare b = {m, c->section, 0};
    const struct symbol *left = symbols_get(&m->symbols, c->left->as.symbol.id);
    if (expr_walk(c->right, find_bare, &b))
        warnings_add(warnings, c->statement->at,
                     arena_print(arena,
                                 "%s is read as a number here; write the sum with its indices",
                                 symbols_name(&m->symbols, b.id, arena)));
    else if (left && left->arity == 0 && !expr_is_number(c->right) &&
             has_indexed(m, left, c->section))
        warnings_add(warnings, c->statement->at,
                     arena_print(arena, "%s is read as a number here; write it with its indices",
                                 symbols_name(&m->symbols, c->left->as.symbol.id, arena)));
}

void ambiguities_warn(const struct model *m, struct warnings *warnings, struct arena *arena)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_DEFINITION) {
            warn_prime(m, &m->claim[n], warnings, arena);
            warn_bare(m, &m->claim[n], warnings, arena);
        }
}
