/* rewrites.c */
#include "check/judging/rewrites.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

/* --- taking apart --- */

static enum walk visit_part(const struct expr *e, void *with)
{
    struct terms *parts = with;
    if (parts->n == TERMS_MAX || e->kind == EXPR_COMPARISON || e->kind == EXPR_AND)
        return WALK_PRUNE;
    parts->item[parts->n++] = e;
    if (e->kind == EXPR_SUM) {
        expr_walk(e->as.sum.body, visit_part, parts);
        return WALK_PRUNE;
    }
    return e->kind == EXPR_SYMBOL ? WALK_PRUNE : WALK_CONTINUE;
}

struct terms rewrites_parts(const struct expr *formula)
{
    struct terms parts;
    parts.n = 0; /* the rest is not looked at, and long */
    expr_walk(formula, visit_part, &parts);
    return parts;
}

struct collect {
    enum expr_kind kind;
    struct terms *found;
};

static bool have(const struct terms *formulas, const struct expr *e)
{
    for (size_t n = 0; n < formulas->n; n++)
        if (expr_same(formulas->item[n], e))
            return true;
    return false;
}

/* What was found before has nothing new below it. */
static enum walk visit_kind(const struct expr *e, void *with)
{
    struct collect *c = with;
    if (e->kind == c->kind) {
        if (have(c->found, e))
            return WALK_PRUNE;
        if (c->found->n < CANDIDATES_MAX)
            c->found->item[c->found->n++] = e;
    }
    return e->kind == EXPR_SYMBOL ? WALK_PRUNE : WALK_CONTINUE;
}

static void collect(const struct expr *e, enum expr_kind kind, struct terms *found)
{
    struct collect c = {kind, found};
    expr_walk(e, visit_kind, &c);
}

struct terms rewrites_of_kind(const struct model *m, enum expr_kind kind)
{
    struct terms found;
    found.n = 0;
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            collect(m->claim[n].left, kind, &found);
            collect(m->claim[n].right, kind, &found);
        }
    return found;
}

struct terms rewrites_derivatives(const struct model *m, struct arena *arena)
{
    struct terms found = rewrites_of_kind(m, EXPR_DERIVATIVE);
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        struct terms inside;
        inside.n = 0;
        if (d->left->kind != EXPR_SYMBOL)
            continue;
        collect(d->right, EXPR_SYMBOL, &inside);
        for (size_t k = 0; k < inside.n && found.n < CANDIDATES_MAX; k++) {
            const struct expr *slope =
                expr_derivative(arena, d->left->where, d->left, inside.item[k]);
            if (inside.item[k]->as.symbol.id && !have(&found, slope))
                found.item[found.n++] = slope;
        }
    }
    return found;
}

static bool has_factor(const struct expr *product, unsigned id)
{
    for (size_t n = 0; n < product->as.list.n; n++) {
        const struct expr *factor = product->as.list.item[n];
        if (factor->kind == EXPR_SYMBOL && factor->as.symbol.id == id)
            return true;
    }
    return false;
}

bool rewrites_is_input(const struct model *m, const unsigned char *depends,
                       const struct expr *weight, const struct expr *symbol)
{
    const struct symbol *w = weight ? symbols_get(&m->symbols, weight->as.symbol.id) : NULL;
    if (!w || w->definitions || dependence_formula(m, depends, symbol, weight->as.symbol.id))
        return false;
    for (size_t n = 0; n < m->definitions; n++) {
        const struct terms parts = rewrites_parts(m->definition[n].right);
        for (size_t k = 0; k < parts.n; k++)
            if (parts.item[k]->kind == EXPR_MUL &&
                has_factor(parts.item[k], weight->as.symbol.id) &&
                has_factor(parts.item[k], symbol->as.symbol.id))
                return true;
    }
    return false;
}

/* --- indices --- */

struct rename {
    const char *from, *to;
    bool both;
};

static const struct expr *letter_of(struct arena *arena, const struct expr *where,
                                    const char *letter)
{
    return expr_symbol(arena, where->where, symbol_name_plain(letter));
}

/* The letter that an index becomes, or the index as it is; it may be null. */
static const struct expr *rename_index(struct arena *arena, const struct rename *r,
                                       const struct expr *index)
{
    return expr_is_letter(index, r->from)            ? letter_of(arena, index, r->to)
           : r->both && expr_is_letter(index, r->to) ? letter_of(arena, index, r->from)
                                                     : index;
}

/* Letters are renamed where they stand as an index, or as a side of a condition. */
static const struct expr *rename_parts(struct arena *arena, const struct expr *e, void *with)
{
    const struct rename *r = with;
    struct expr *copy = NULL;
    if (e->kind == EXPR_ENTRY)
        return expr_entry(arena, e->as.entry.array, rename_index(arena, r, e->as.entry.row),
                          rename_index(arena, r, e->as.entry.column), e->as.entry.base);
    if (e->kind == EXPR_EACH && e->as.each.index)
        return expr_entry_of_each(arena, e, rename_index(arena, r, e->as.each.index),
                                  e->as.each.body);
    if (e->kind != EXPR_SYMBOL && e->kind != EXPR_COMPARISON)
        return e;
    for (size_t n = 0; n < expr_parts(e); n++) {
        const struct expr *part = expr_part(e, n), *other = rename_index(arena, r, part);
        if (other == part)
            continue;
        copy = copy ? copy : expr_shallow(arena, e);
        expr_set_part(copy, n, other);
    }
    return copy ? copy : e;
}

const struct expr *rewrites_letter(struct arena *arena, const struct expr *formula,
                                   const char *from, const char *to, bool both)
{
    struct rename r = {from, to, both};
    return expr_map(arena, formula, rename_parts, &r);
}

const struct expr *rewrites_index(struct arena *arena, const struct expr *symbol, size_t place,
                                  const char *letter)
{
    struct expr *copy = expr_shallow(arena, symbol);
    expr_set_part(copy, place, letter_of(arena, expr_part(symbol, place), letter));
    return copy;
}

const struct expr *rewrites_turned(struct arena *arena, const struct expr *symbol)
{
    const size_t layer = strcmp(symbol->as.symbol.name.layer, LAYER_INDEX) == 0;
    if (symbol->as.symbol.index.n != layer + 2)
        return NULL;
    struct expr *copy = expr_shallow(arena, symbol);
    expr_set_part(copy, layer, expr_part(symbol, layer + 1));
    expr_set_part(copy, layer + 1, expr_part(symbol, layer));
    return copy;
}

/* --- arithmetic --- */

const struct expr *rewrites_negative(struct arena *arena, const struct expr *formula)
{
    return formula->kind == EXPR_NEG ? formula->as.negative.operand
                                     : expr_negative(arena, formula->where, formula);
}

const struct expr *rewrites_plus(struct arena *arena, const struct expr *formula,
                                 const struct expr *other)
{
    struct expr *sum = expr_list(arena, formula->where, EXPR_ADD);
    expr_append(arena, sum, formula);
    expr_append(arena, sum, other);
    return sum;
}

const struct expr *rewrites_sum(struct arena *arena, const char *letter, struct bounds range,
                                const struct expr *body)
{
    return expr_sum(arena, body->where, letter, expr_whole(arena, body->where, range.low),
                    expr_whole(arena, body->where, range.high), NULL, body);
}

const struct expr *rewrites_without(struct arena *arena, const struct expr *product, size_t skip)
{
    struct expr *rest = expr_list(arena, product->where, EXPR_MUL);
    for (size_t n = 0; n < product->as.list.n; n++)
        if (n != skip)
            expr_append(arena, rest, product->as.list.item[n]);
    return rest->as.list.n == 1 ? rest->as.list.item[0] : rest;
}

const struct expr *rewrites_downhill(struct arena *arena, const struct expr *right,
                                     const struct expr *old)
{
    if (right->kind != EXPR_ADD)
        return NULL;
    struct expr *turned = expr_list(arena, right->where, EXPR_ADD);
    bool found = false;
    for (size_t n = 0; n < right->as.list.n; n++) {
        const struct expr *term = right->as.list.item[n];
        const bool is_old = !found && expr_same(term, old);
        found = found || is_old;
        expr_append(arena, turned, is_old ? term : rewrites_negative(arena, term));
    }
    return found ? turned : NULL;
}

/* --- by definitions --- */

/* The formula with the letters of a definition's left side replaced by those of a symbol; null if some index
 * is no letter. */
static const struct expr *as_for(struct arena *arena, const struct expr *formula,
                                 const struct expr *left, const struct expr *symbol)
{
    for (size_t n = 0; n < symbol->as.symbol.index.n; n++) {
        const struct expr *from = left->as.symbol.index.item[n];
        const struct expr *to = symbol->as.symbol.index.item[n];
        if (from->kind != EXPR_SYMBOL || to->kind != EXPR_SYMBOL)
            return NULL;
        if (!expr_same(from, to))
            formula = rewrites_letter(arena, formula, from->as.symbol.name.base,
                                      to->as.symbol.name.base, false);
    }
    return formula;
}

const struct expr *rewrites_prime(const struct model *m, struct arena *arena,
                                  const struct expr *symbol, size_t section)
{
    const struct symbol *s = symbols_get(&m->symbols, symbol->as.symbol.id);
    for (size_t k = s ? s->definitions : 0; k--;) {
        const struct definition *d = &m->definition[s->definition[k]];
        if (!model_in_force(m, d, section) || d->right->kind != EXPR_CALL ||
            d->right->as.call.argument.n != 1)
            continue;
        struct expr *prime =
            expr_call(arena, d->right->where, EXPR_PRIME, d->right->as.call.function);
        expr_append(arena, prime, d->right->as.call.argument.item[0]);
        return as_for(arena, prime, d->left, symbol);
    }
    return NULL;
}

static const struct expr *without_tag(struct arena *arena, const struct expr *e, void *with)
{
    const struct model *m = *(const struct model **)with;
    if (e->kind != EXPR_SYMBOL || e->as.symbol.name.tag == TAG_NONE)
        return e;
    struct symbol_name name = e->as.symbol.name;
    name.tag = TAG_NONE;
    const unsigned id = symbols_find(&m->symbols, &name, e->as.symbol.index.n);
    if (!id)
        return e;
    struct expr *old = expr_shallow(arena, e);
    old->as.symbol.name = name;
    old->as.symbol.id = id;
    return old;
}

const struct expr *rewrites_old(const struct model *m, struct arena *arena,
                                const struct expr *formula)
{
    return expr_map(arena, formula, without_tag, &m);
}
