/* model.c: from statements to a model, pass by pass; each takes what the one before gave as it is. */
#include "check/model/model.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/matrices/matrices.h"
#include "check/model/abstract.h"
#include "check/model/ambiguities.h"
#include "check/model/any_layer.h"
#include "check/model/arities.h"
#include "check/model/claims.h"
#include "check/model/connections.h"
#include "check/model/differentials.h"
#include "check/model/domains.h"
#include "check/model/layers.h"
#include "check/model/near_misses.h"
#include "check/model/recursion.h"
#include "check/meaning/rewrite.h"
#include "check/model/signatures.h"
#include "check/model/sorting.h"

/* --- names --- */

/* What the document decides about its names. */
struct decisions {
    struct arities arities;
    struct names layered;
};

static const struct expr *apply(struct arena *arena, const struct expr *e, enum walk *way,
                                void *with)
{
    const struct decisions *d = with;
    if (e->kind != EXPR_SYMBOL)
        return e;
    *way = WALK_PRUNE;
    return layers_mark(&d->layered, arena, arities_split(&d->arities, arena, e));
}

static const struct statements *name_all(const struct statements *statements, struct arena *arena)
{
    const struct statements *s = differentials_apply(signatures_apply(statements, arena), arena);
    s = matrices_write_out(s, arena);
    s = abstract_apply(recursion_apply(any_layer_apply(s, arena), arena), arena);
    struct decisions d = {arities_find(s, arena), layers_find(s, arena)};
    return rewrite_statements(s, arena, REWRITE_SIDES, apply, &d);
}

/* --- symbols --- */

struct collect {
    struct model *model;
    struct arena *arena;
};

static enum walk collect(const struct expr *e, void *with)
{
    const struct collect *to = with;
    if (e->kind == EXPR_SYMBOL)
        symbols_add(&to->model->symbols, to->arena, &e->as.symbol.name, e->as.symbol.index.n);
    if (e->kind == EXPR_CALL || e->kind == EXPR_PRIME)
        abstract_add(to->model, to->arena, e->as.call.function);
    if (e->kind == EXPR_CALL && strcmp(e->as.call.function, "sigma") == 0)
        to->model->sigma_is_called = true;
    return WALK_CONTINUE;
}

/* An updated weight on a left side brings the one before the update with it. */
static void collect_untagged(const struct collect *to, const struct expr *left)
{
    if (left->kind != EXPR_SYMBOL || left->as.symbol.name.tag == TAG_NONE)
        return;
    struct symbol_name name = left->as.symbol.name;
    name.tag = TAG_NONE;
    symbols_add(&to->model->symbols, to->arena, &name, left->as.symbol.index.n);
}

static void collect_all(struct model *m, const struct statements *s, struct arena *arena)
{
    struct collect to = {m, arena};
    for (size_t n = 0; n < s->n; n++) {
        if (s->statement[n].wrong.code != REASON_NONE)
            continue;
        expr_walk(s->statement[n].left, collect, &to);
        expr_walk(s->statement[n].right, collect, &to);
        expr_walk(s->statement[n].condition, collect, &to);
    }
    for (size_t n = 0; n < s->ranges; n++)
        expr_walk(s->range[n], collect, &to);
    for (size_t n = 0; n < s->n; n++)
        if (s->statement[n].wrong.code == REASON_NONE)
            collect_untagged(&to, s->statement[n].left);
}

static const struct expr *number(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    const struct symbols *symbols = with;
    (void)way;
    if (e->kind != EXPR_SYMBOL)
        return e;
    const unsigned id = symbols_find(symbols, &e->as.symbol.name, e->as.symbol.index.n);
    if (id == e->as.symbol.id)
        return e;
    struct expr *numbered = expr_shallow(arena, e);
    numbered->as.symbol.id = id;
    return numbered;
}

const struct expr *model_number(const struct model *m, struct arena *arena, const struct expr *e)
{
    struct symbols symbols = m->symbols;
    return expr_rewrite(arena, e, number, &symbols);
}

/* --- the whole --- */

bool model_in_force(const struct model *m, const struct definition *d, size_t section)
{
    if (model_is_chain_view(m, section))
        return d->slope && d->section <= section - 2 * m->sections;
    return section < m->sections ? d->section <= section
                                 : !d->rival && d->section <= section - m->sections;
}

size_t model_chain_view(const struct model *m, size_t section)
{
    return section % m->sections + 2 * m->sections;
}

bool model_is_chain_view(const struct model *m, size_t section)
{
    return section >= 2 * m->sections;
}

const struct definition *model_function(const struct model *m, const char *name, size_t section)
{
    for (size_t n = m->definitions; n--;)
        if (m->definition[n].left->kind == EXPR_CALL &&
            model_in_force(m, &m->definition[n], section) &&
            strcmp(m->definition[n].left->as.call.function, name) == 0)
            return &m->definition[n];
    return NULL;
}

struct model *model_make(const struct statements *statements, struct warnings *warnings,
                         struct arena *arena)
{
    struct model *m = arena_new(arena, sizeof *m);
    const struct statements *named = name_all(statements, arena);
    m->statements = named;
    collect_all(m, named, arena);
    m->statements = rewrite_statements(named, arena, REWRITE_ALL, number, &m->symbols);
    claims_sort(m, arena);
    sorting_labels(m, arena);
    near_misses_apply(m, warnings, arena);
    connections_find(m, arena);
    domains_find(m, arena);
    ranges_find(m, arena);
    ambiguities_warn(m, warnings, arena);
    return m;
}
