/* near_misses.c: names that differ in capital letters alone, of which one stands in one place only. */
#include "check/model/near_misses.h"

#include <strings.h>

#include "check/model/claims.h"

/* For the id of each symbol, what it is read as. */
struct aliases {
    const struct symbols *symbols;
    unsigned *id;
};

static bool nearly_same(const struct symbol *a, const struct symbol *b)
{
    return a->arity == b->arity && a->name.tag == b->name.tag &&
           strcasecmp(a->name.base, b->name.base) == 0 &&
           strcasecmp(a->name.layer, b->name.layer) == 0 &&
           strcasecmp(a->name.letters, b->name.letters) == 0;
}

static size_t occurrences(const struct symbol *s)
{
    return s->in_claims + s->in_definitions;
}

/* The symbol that was meant; 0 if this one stands for itself. */
static unsigned meant(const struct symbols *symbols, const struct symbol *s)
{
    if (s->arity == 0 || s->definitions || occurrences(s) != 1)
        return 0;
    for (size_t n = 0; n < symbols->n; n++) {
        const struct symbol *t = &symbols->symbol[n];
        if (s != t && nearly_same(s, t) && occurrences(t) >= 2 && !t->definitions)
            return (unsigned)n + 1;
    }
    return 0;
}

static const struct expr *apply(struct arena *arena, const struct expr *e, enum walk *way,
                                void *with)
{
    const struct aliases *a = with;
    (void)way;
    if (e->kind != EXPR_SYMBOL || !e->as.symbol.id || !a->id[e->as.symbol.id])
        return e;
    struct expr *other = expr_shallow(arena, e);
    other->as.symbol.id = a->id[e->as.symbol.id];
    other->as.symbol.name = symbols_get(a->symbols, other->as.symbol.id)->name;
    return other;
}

static bool is_symbol(const struct expr *e, const void *id)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.id == *(const unsigned *)id;
}

/* Where a symbol stands first. */
static const struct expr *first_of(const struct model *m, unsigned id)
{
    const struct expr *found = NULL;
    for (size_t n = 0; n < m->claims && !found; n++) {
        found = expr_find(m->claim[n].left, is_symbol, &id);
        found = found ? found : expr_find(m->claim[n].right, is_symbol, &id);
    }
    return found;
}

void near_misses_apply(struct model *m, struct warnings *warnings, struct arena *arena)
{
    struct aliases a = {&m->symbols, arena_new(arena, (m->symbols.n + 1) * sizeof *a.id)};
    bool any = false;
    for (size_t n = 0; n < m->symbols.n; n++) {
        const unsigned id = (unsigned)n + 1;
        a.id[id] = meant(&m->symbols, &m->symbols.symbol[n]);
        const struct expr *where = a.id[id] ? first_of(m, id) : NULL;
        any = any || where;
        if (where)
            warnings_add(
                warnings, where->where.at,
                arena_print(arena,
                            "%s stands here only; it is read as %s, which stands everywhere else",
                            symbols_name(&m->symbols, id, arena),
                            symbols_name(&m->symbols, a.id[id], arena)));
    }
    if (any)
        claims_rewrite(m, arena, apply, &a);
}
