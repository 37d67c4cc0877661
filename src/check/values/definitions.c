/* definitions.c */
#include "check/values/definitions.h"

#include <stdlib.h>

#include "check/expression/walk.h"
#include "check/model/connections.h"
#include "check/values/abstract.h"
#include "check/values/conditions.h"
#include "check/values/evaluate.h"
#include "check/values/rounded.h"

static const struct symbol *symbol_of(const struct evaluation *ev, const struct entry *entry)
{
    return symbols_get(&ev->environment->model->symbols, entry->id);
}

static bool depends(const struct evaluation *ev, unsigned id, unsigned on)
{
    const struct environment *env = ev->environment;
    return env->depends[id * (env->model->symbols.n + 1) + on];
}

/* The letters of a symbol's indices, bound to those of an entry; numbers are left out. */
static const struct binding *bind_indices(const struct expr *symbol, const struct entry *entry,
                                          struct binding bound[ARITY_MAX],
                                          const struct binding *outer)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    for (size_t n = 0; n < index->n && n < ARITY_MAX; n++)
        if (index->item[n]->kind == EXPR_SYMBOL) {
            bound[n] = binding_index(index->item[n]->as.symbol.name.base, entry->index[n], outer);
            outer = &bound[n];
        }
    return outer;
}

/* The numbers below a symbol are those of the entry. */
static bool numbers_fit(const struct expr *symbol, const struct entry *entry)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    for (size_t n = 0; n < index->n && n < ARITY_MAX; n++)
        if (index->item[n]->kind == EXPR_NUMBER &&
            strtol(index->item[n]->as.number, NULL, 10) != entry->index[n])
            return false;
    return true;
}

/* --- which definition --- */

const struct definition *definition_of(struct evaluation *ev, const struct query *query,
                                       const struct entry *entry, struct binding bound[ARITY_MAX],
                                       const struct binding **bindings)
{
    const struct model *m = ev->environment->model;
    const struct symbol *s = symbol_of(ev, entry);
    const struct definition *later = NULL;
    for (size_t k = s->definitions; k--;) {
        const struct definition *d = &m->definition[s->definition[k]];
        if (!model_in_force(m, d, ev->environment->section) || !numbers_fit(d->left, entry))
            continue;
        if (d->claim > ev->point->line && expr_is_constant(d->right)) {
            later = s->arity ? d : NULL; /* the first value of w_1, if it has none before */
            continue;
        }
        *bindings = bind_indices(d->left, entry, bound, NULL);
        if (!d->condition || condition_holds(ev, query, d->condition, *bindings) == TRUTH_YES)
            return d;
    }
    if (later)
        *bindings = bind_indices(later->left, entry, bound, NULL);
    return later;
}

/* --- what an update makes of a weight --- */

/* The weight before the update that has made this entry; id 0 if no update has. */
static struct entry before_update(const struct evaluation *ev, const struct entry *entry)
{
    const struct environment *env = ev->environment;
    struct entry old = {0};
    struct symbol_name name = symbol_of(ev, entry)->name;
    if (name.tag != TAG_NEW || !env->loss || !env->rate)
        return old;
    name.tag = TAG_NONE;
    old = *entry;
    old.id = symbols_find(&env->model->symbols, &name, symbol_of(ev, entry)->arity);
    return old;
}

/* The old value minus the rate times the derivative of the loss. */
static bool updated(struct evaluation *ev, const struct query *query, const struct entry *old,
                    struct dual *out)
{
    const struct environment *env = ev->environment;
    const struct entry loss = {.id = env->loss}, rate = {.id = env->rate};
    const struct query value = query_value(query), along = query_along(query, old);
    struct dual slope, step;
    dual_init(&slope);
    dual_init(&step);
    const bool good = definition_value(ev, &along, &loss, &slope) &&
                      definition_value(ev, &value, &rate, &step) &&
                      definition_value(ev, &value, old, out);
    arb_submul(out->value, step.value, slope.tangent, ev->point->precision);
    arb_zero(out->tangent);
    dual_clear(&step);
    dual_clear(&slope);
    return good;
}

/* --- an assumed derivative --- */

bool definition_is_assumed(const struct query *query, const struct expr *of, unsigned by)
{
    const struct assumed *a = query->assumed;
    return a && a->derivative->as.derivative.by->as.symbol.id == by &&
           expr_same(of, a->derivative->as.derivative.of);
}

bool definition_assumed(struct evaluation *ev, const struct query *query, const struct entry *by,
                        const struct binding *bindings, struct dual *out)
{
    const struct expr *derivative = query->assumed->derivative;
    const struct query plain = query_plainly(query);
    struct binding bound[ARITY_MAX];
    bindings = bind_indices(derivative->as.derivative.by, by, bound, bindings);
    const bool good = evaluate(ev, &plain, query->assumed->value, bindings, out);
    arb_zero(out->tangent);
    return good;
}

/* The entries of what the assumed derivative is by, through which an entry of what it is of depends on the
 * tangent's: first to last, in their one index; none if last is less. */
struct through {
    bool itself; /* it is by the tangent's own symbol: through that entry alone */
    long first, last;
};

/* In d h_j/d u_j both have the same index: h_2 has no derivative by u_1. */
static bool indices_differ(const struct expr_list *by, const struct entry *along,
                           const struct binding *of_indices)
{
    for (size_t n = 0; n < by->n && n < ARITY_MAX; n++) {
        const struct binding *same = bindings_find_index(of_indices, by->item[n]);
        if (same && same->index != along->index[n])
            return true;
    }
    return false;
}

static struct through through_what(const struct evaluation *ev, const struct query *query,
                                   const struct entry *of)
{
    const struct expr *derivative = query->assumed->derivative;
    const struct expr *by = derivative->as.derivative.by;
    const struct expr_list *index = &by->as.symbol.index;
    struct through through = {.itself = query->along.id == by->as.symbol.id};
    struct binding bound[ARITY_MAX];
    const struct binding *of_indices = bind_indices(derivative->as.derivative.of, of, bound, NULL);
    if (through.itself)
        through.last = indices_differ(index, &query->along, of_indices) ? -1 : 0;
    if (through.itself || index->n == 0 || index->item[0]->kind == EXPR_NUMBER)
        return through;
    const struct entry any = {.id = by->as.symbol.id};
    const struct bounds range = symbol_of(ev, &any)->position[0];
    const struct binding *same = bindings_find_index(of_indices, index->item[0]);
    through.first = same ? same->index : range.low;
    through.last = same ? same->index : range.high;
    return through;
}

/* One term of the chain rule: d of / d by, as assumed, times d by / d along. */
static bool assumed_term(struct evaluation *ev, const struct query *query, struct through through,
                         long k, const struct binding *bindings, struct dual *out)
{
    const struct expr *by = query->assumed->derivative->as.derivative.by;
    const struct expr_list *index = &by->as.symbol.index;
    struct entry entry = {.id = by->as.symbol.id};
    for (size_t n = 0; n < index->n && n < ARITY_MAX; n++) {
        entry.index[n] = through.itself ? query->along.index[n] : k;
        if (index->item[n]->kind == EXPR_NUMBER)
            entry.index[n] = strtol(index->item[n]->as.number, NULL, 10);
    }
    struct dual factor, inner;
    dual_init(&factor);
    dual_init(&inner);
    bool good = definition_assumed(ev, query, &entry, bindings, &factor);
    if (through.itself)
        arb_set_si(inner.tangent, entry_same(&query->along, &entry));
    else
        good = good && definition_value(ev, query, &entry, &inner);
    arb_addmul(out->tangent, factor.value, inner.tangent, ev->point->precision);
    dual_clear(&inner);
    dual_clear(&factor);
    return good;
}

/* Puts the assumed derivative in the place of the tangent of an entry that it is of. */
static bool assume(struct evaluation *ev, const struct query *query, const struct entry *entry,
                   struct dual *out)
{
    const struct expr *of = query->assumed->derivative->as.derivative.of;
    const struct expr *by = query->assumed->derivative->as.derivative.by;
    const unsigned along = query->along.id, by_id = by->as.symbol.id;
    if (of->as.symbol.id != entry->id || (along != by_id && !depends(ev, by_id, along)) ||
        (by->as.symbol.index.n > 1 && along != by_id))
        return true;
    struct binding bound[ARITY_MAX];
    const struct binding *bindings = bind_indices(of, entry, bound, query->assumed->outer);
    const struct through through = through_what(ev, query, entry);
    arb_zero(out->tangent);
    bool good = true;
    for (long k = through.first; good && k <= through.last; k++)
        good = assumed_term(ev, query, through, k, bindings, out);
    return good;
}

/* --- computing --- */

static bool has_index(const struct expr *e, const void *letter)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 1 &&
           expr_is_letter(e->as.symbol.index.item[0], letter);
}

struct coupled {
    const struct evaluation *evaluation;
    const char *letter;
};

static bool is_coupled(const struct expr *e, const void *with)
{
    const struct coupled *c = with;
    if (!has_index(e, c->letter) || !e->as.symbol.id)
        return false;
    const struct entry any = {.id = e->as.symbol.id};
    return symbol_of(c->evaluation, &any)->definitions > 0;
}

/* For INJECT_DIAGONAL: the vector that an entry of another depends on through its own index, as O_k on X_k,
 * and through sums over all, gets a tangent in that entry alone. */
static struct query query_inside(const struct evaluation *ev, const struct query *query,
                                 const struct definition *d, const struct entry *entry)
{
    struct query inside = *query;
    inside.diagonal = 0;
    const struct expr_list *index = &d->left->as.symbol.index;
    if (query->injected != INJECT_DIAGONAL || !query->along.id || index->n != 1 ||
        index->item[0]->kind != EXPR_SYMBOL)
        return inside;
    const struct coupled with = {ev, index->item[0]->as.symbol.name.base};
    const struct expr *coupled = expr_find(d->right, is_coupled, &with);
    if (coupled) {
        inside.diagonal = coupled->as.symbol.id;
        inside.own = entry->index[0];
    }
    return inside;
}

static bool compute(struct evaluation *ev, const struct query *query, const struct entry *entry,
                    struct dual *out)
{
    const struct entry old = before_update(ev, entry);
    if (old.id)
        return updated(ev, query, &old, out);
    struct binding bound[ARITY_MAX];
    const struct binding *bindings;
    const struct definition *d = definition_of(ev, query, entry, bound, &bindings);
    if (!d &&
        connections_at(ev->environment->model, symbol_of(ev, entry), ev->environment->section)->n)
        return abstract_value(ev, query, entry, out);
    if (!d) {
        point_draw(ev->point, &ev->environment->model->symbols, entry, out->value);
        arb_zero(out->tangent);
        return true;
    }
    const struct query inside = query_inside(ev, query, d, entry);
    if (!evaluate(ev, &inside, d->right, bindings, out))
        return false;
    if (ev->point->digits.rounding != ROUND_NOTHING && !expr_is_constant(d->right))
        rounded_symbol(ev, entry, out->value);
    return !query->assumed || !query->along.id || assume(ev, &inside, entry, out);
}

/* Computes what is asked for the first time, and remembers it or why there is none. */
static bool remember(struct evaluation *ev, const struct query *query, struct memo_slot *slot)
{
    if (slot->state == MEMO_NEW) {
        if (ev->depth > DEFINITIONS_DEEP)
            return evaluation_fail(ev, REASON_DEFINITIONS_DEEP);
        const uint64_t outside = ev->reached;
        slot->state = MEMO_BUSY;
        ev->reached = 0;
        ev->depth++;
        const bool good = compute(ev, query, &slot->key.entry, &slot->number);
        ev->depth--;
        slot->reached = ev->reached;
        ev->reached = outside;
        slot->state = good ? MEMO_VALUE : MEMO_NONE;
        slot->reason = ev->reason;
    }
    if (slot->state == MEMO_BUSY)
        return evaluation_fail(ev, REASON_SYMBOL_CIRCULAR);
    if (slot->state == MEMO_NONE)
        return evaluation_fail_about(ev, slot->reason.code, slot->reason.about);
    return true;
}

/* The value of an entry, without a tangent; null if there is none. */
static const struct memo_slot *value_alone(struct evaluation *ev, const struct query *query,
                                           const struct entry *entry)
{
    const struct memo_key key = {.entry = *entry, .assumed = query->assumed != NULL};
    struct memo_slot *slot = memo_get(ev->memo, &key);
    if (slot->state != MEMO_VALUE) {
        const struct query value = query_value(query);
        if (!remember(ev, &value, slot))
            return NULL;
    }
    ev->reached |= slot->reached | entry_bit(entry);
    return slot;
}

/* An entry that is computed from that of the tangent. An assumed derivative may say so of any. */
static bool may_move(const struct query *query, const struct memo_slot *value)
{
    return query->assumed || value->reached & entry_bit(&query->along);
}

bool definition_value(struct evaluation *ev, const struct query *query, const struct entry *entry,
                      struct dual *out)
{
    const bool off_diagonal = entry->id == query->diagonal && entry->index[0] != query->own;
    const unsigned along = query->along.id;
    const bool itself = along && entry_same(&query->along, entry) && !off_diagonal;
    const struct memo_slot *value = value_alone(ev, query, entry);
    if (!value)
        return false;
    arb_set_si(out->tangent, itself);
    /* What does not depend on the tangent's symbol has a value only. */
    if (along && !itself && !off_diagonal && depends(ev, entry->id, along) &&
        may_move(query, value)) {
        const struct memo_key key = {
            .entry = *entry, .along = query->along, .assumed = query->assumed != NULL};
        struct memo_slot *slot = memo_get(ev->memo, &key);
        if (!remember(ev, query, slot))
            return false;
        arb_set(out->tangent, slot->number.tangent);
    }
    arb_set(out->value, value->number.value);
    return true;
}
