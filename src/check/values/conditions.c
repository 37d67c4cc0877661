/* conditions.c */
#include "check/values/conditions.h"

#include "check/values/evaluate.h"

static bool add_indices(const struct evaluation *ev, const struct expr_list *list,
                        const struct binding *bindings, long *value)
{
    *value = 0;
    for (size_t n = 0; n < list->n; n++) {
        long part;
        if (!index_value(ev, list->item[n], bindings, &part))
            return false;
        *value += part;
    }
    return true;
}

bool index_value(const struct evaluation *ev, const struct expr *index,
                 const struct binding *bindings, long *value)
{
    const struct model *m = ev->environment->model;
    if (index->kind == EXPR_SYMBOL && index->as.symbol.index.n == 0) {
        const struct binding *bound = bindings_find_index(bindings, index);
        if (bound) {
            *value = bound->index;
            return true;
        }
        const struct bounds *chosen = ranges_chosen(m, index->as.symbol.name.base);
        if (chosen && expr_is_letter(index, index->as.symbol.name.base)) {
            *value = point_chosen(ev->point, chosen);
            return true;
        }
    }
    if (index->kind == EXPR_ADD)
        return add_indices(ev, &index->as.list, bindings, value);
    if (index->kind == EXPR_NEG && index_value(ev, index->as.negative.operand, bindings, value)) {
        *value = -*value;
        return true;
    }
    return ranges_number(m, index, value);
}

bool index_entry(struct evaluation *ev, const struct query *query, const struct expr *symbol,
                 const struct binding *bindings, struct entry *entry)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    *entry = (struct entry){.id = symbol->as.symbol.id};
    if (index->n > ARITY_MAX)
        return evaluation_fail(ev, REASON_MANY_INDICES);
    for (size_t n = 0; n < index->n; n++)
        if (!index_value(ev, index->item[n], bindings, &entry->index[n]))
            return evaluation_fail(ev, REASON_INDEX_VALUE);
    const struct symbols *symbols = &ev->environment->model->symbols;
    if (!query->listed_only || symbols_have_entry(symbols_get(symbols, entry->id), entry->index))
        return true;
    ev->absent = *entry;
    return evaluation_fail(ev, REASON_ABSENT);
}

static enum truth truth_of(bool holds)
{
    return holds ? TRUTH_YES : TRUTH_NO;
}

static enum truth relation_holds(enum relation relation, bool less, bool equal)
{
    switch (relation) {
    case REL_EQ:
        return truth_of(equal);
    case REL_NE:
        return truth_of(!equal);
    case REL_LT:
        return truth_of(less);
    case REL_LE:
        return truth_of(less || equal);
    case REL_GT:
        return truth_of(!less && !equal);
    case REL_GE:
        return truth_of(!less);
    case REL_NONE:
    case REL_ASSIGN:
    case REL_IN:
    case REL_ADD:
    case REL_TAKE:
    case REL_ABOUT:
    case REL_BECOMES:
        break;
    }
    return TRUTH_UNKNOWN;
}

/* A side of a condition that is an index, rather than a value. */
static bool side_index(const struct evaluation *ev, const struct expr *e,
                       const struct binding *bindings, long *value)
{
    return (e->kind == EXPR_SYMBOL || e->kind == EXPR_NUMBER || e->kind == EXPR_ADD ||
            e->kind == EXPR_NEG) &&
           index_value(ev, e, bindings, value);
}

static enum truth in_set(const struct evaluation *ev, const struct expr *set,
                         const struct binding *bindings, long index)
{
    long one;
    if (set->kind != EXPR_LIST)
        return side_index(ev, set, bindings, &one) ? relation_holds(REL_EQ, false, index == one)
                                                   : TRUTH_UNKNOWN;
    for (size_t n = 0; n < set->as.list.n; n++)
        if (side_index(ev, set->as.list.item[n], bindings, &one) && index == one)
            return TRUTH_YES;
    return TRUTH_NO;
}

static enum truth values_compare(struct evaluation *ev, const struct query *query,
                                 const struct expr *condition, const struct binding *bindings)
{
    const enum relation relation = condition->as.comparison.relation;
    const struct query value = query_value(query);
    struct dual x, y;
    dual_init(&x);
    dual_init(&y);
    enum truth holds = TRUTH_UNKNOWN;
    if (evaluate(ev, &value, condition->as.comparison.left, bindings, &x) &&
        evaluate(ev, &value, condition->as.comparison.right, bindings, &y)) {
        const bool less = arb_lt(x.value, y.value);
        kinks_note(ev->kinks, condition, less, 2);
        if (less || arb_gt(x.value, y.value))
            holds = relation_holds(relation, less, false);
        else if (!arb_is_zero(x.tangent) || !arb_is_zero(y.tangent))
            evaluation_fail(
                ev, REASON_KINK); /* of a slope where the cases meet: f'(0) = 1 is a choice */
        else if (arb_is_exact(x.value) && arb_equal(x.value, y.value))
            holds = relation_holds(relation, false, true);
    }
    dual_clear(&y);
    dual_clear(&x);
    return holds;
}

enum truth condition_holds(struct evaluation *ev, const struct query *query,
                           const struct expr *condition, const struct binding *bindings)
{
    if (condition->kind == EXPR_AND) {
        enum truth all = TRUTH_YES;
        for (size_t n = 0; n < condition->as.list.n && all == TRUTH_YES; n++)
            all = condition_holds(ev, query, condition->as.list.item[n], bindings);
        return all;
    }
    if (condition->kind != EXPR_COMPARISON)
        return TRUTH_UNKNOWN;
    const enum relation relation = condition->as.comparison.relation;
    long a, b;
    if (side_index(ev, condition->as.comparison.left, bindings, &a)) {
        if (relation == REL_IN)
            return in_set(ev, condition->as.comparison.right, bindings, a);
        if (side_index(ev, condition->as.comparison.right, bindings, &b))
            return relation_holds(relation, a < b, a == b);
    }
    return values_compare(ev, query, condition, bindings);
}
