/* sums.c: over which index, and from where to where. */
#include "check/meaning/sums.h"

#include <ctype.h>
#include <string.h>

#include "check/meaning/cases.h"
#include "check/meaning/chances.h"
#include "check/meaning/formula.h"

/* Letters of a name that may be an index, such as j and s1: a longer one is a word. */
enum { INDEX_LETTERS = 2 };

static const char *index_name(struct elaboration *to, const struct written *node)
{
    if (node->kind == WRITTEN_NAME && strlen(node->as.text) <= INDEX_LETTERS)
        return node->as.text;
    if (node->kind == WRITTEN_SCRIPTS && node->as.scripts.base->kind == WRITTEN_NAME &&
        !node->as.scripts.below && node->as.scripts.above->kind == WRITTEN_PRIME)
        return arena_print(to->arena, "%s'", node->as.scripts.base->as.text);
    elaboration_fail(to, node, REASON_SUM_INDEX);
    return NULL;
}

/* What stands below a sum sign for one index. */
struct limits {
    const char *index;
    const struct expr *low, *high, *condition;
};

static const struct expr *sum_with(struct elaboration *to, const struct written *where,
                                   const struct limits *l, const struct expr *body)
{
    if (l->index && body && chances_depend(body, l->index))
        return elaboration_fail(to, where, REASON_CHANCE);
    return expr_sum(to->arena, written_extent(where), l->index, l->low, l->high, l->condition,
                    body);
}

/* The end of a range. |x| is how many entries x has: a number of its own. */
static const struct expr *read_end(struct elaboration *to, const struct written *above)
{
    const struct written *inner = written_inner(above);
    const struct written *of =
        inner && inner->kind == WRITTEN_ABS ? written_inner(inner->as.operand) : NULL;
    if (!of || of->kind != WRITTEN_NAME)
        return elaborate(to, above);
    const char *size = arena_print(to->arena, "n_%s", of->as.text);
    return expr_symbol(to->arena, written_extent(above), symbol_name_plain(size));
}

/* j = 0 … 3, where the dots stand in a product, or j = 0 with the end above the sign. */
static bool read_range(struct elaboration *to, const struct written *chain,
                       const struct written *above, struct limits *l)
{
    const struct written *from = chain->as.list.item[1];
    if (from->kind == WRITTEN_MUL && from->as.list.n == 3 &&
        from->as.list.item[1]->kind == WRITTEN_DOTS) {
        above = from->as.list.item[2];
        from = from->as.list.item[0];
    }
    l->low = elaborate(to, from);
    l->high = above ? read_end(to, above) : NULL;
    if (!l->high)
        elaboration_fail(to, chain, REASON_SUM_UPPER);
    return !elaboration_failed(to);
}

/* j < n is j = 0, ..., n - 1; but j < k, where k is another index, may begin with 1. */
static bool read_below(struct elaboration *to, const struct written *chain, struct limits *l)
{
    const struct written *end = chain->as.list.item[1];
    const bool index = end->kind == WRITTEN_NAME && end->as.text[1] == '\0' &&
                       to->lexicon->index[(unsigned char)end->as.text[0] % 128];
    if (index || (end->kind != WRITTEN_NAME && end->kind != WRITTEN_SCRIPTS &&
                  end->kind != WRITTEN_NUMBER && end->kind != WRITTEN_MUL))
        return elaboration_fail(to, chain, REASON_SUM_LIMITS) != NULL;
    const struct extent where = written_extent(end);
    const struct expr *size = elaborate(to, end);
    if (!size)
        return false;
    struct expr *last = expr_list(to->arena, where, EXPR_ADD);
    expr_append(to->arena, last, size);
    expr_append(to->arena, last,
                expr_negative(to->arena, where, expr_number(to->arena, where, "1")));
    l->low = expr_number(to->arena, where, "0");
    l->high = last;
    return true;
}

/* One item below the sign: j, j = 0, j < n, j != k. */
static bool read_limits(struct elaboration *to, const struct written *chain,
                        const struct written *above, struct limits *l)
{
    const struct written_list *side = &chain->as.list;
    *l = (struct limits){NULL, NULL, NULL, NULL};
    const struct written *index = side->n ? written_inner(side->item[0]) : NULL;
    if (!index)
        return elaboration_fail(to, chain, REASON_SUM_INDEX) != NULL;
    l->index = index_name(to, index);
    if (!l->index || side->n == 1)
        return l->index != NULL;
    if (side->n == 2 && side->item[1]->relation == REL_EQ)
        return read_range(to, chain, above, l);
    if (side->n == 2 && side->item[1]->relation == REL_LT)
        return read_below(to, chain, l);
    if (side->n == 2 && side->item[1]->relation == REL_NE) {
        l->condition = elaborate_condition(to, chain);
        return l->condition != NULL;
    }
    return elaboration_fail(to, chain, REASON_SUM_LIMITS) != NULL;
}

/* The four items of sum(j, 0, 3, body), or null. */
static const struct written *four_items(const struct written *node)
{
    return node->kind == WRITTEN_GROUP && node->as.group.items->as.list.n == 4
               ? node->as.group.items
               : NULL;
}

static const struct expr *sum_call(struct elaboration *to, const struct written *written,
                                   const struct written *items)
{
    const struct written *part[4];
    for (size_t n = 0; n < 4; n++) {
        const struct written_list *side = &items->as.list.item[n]->as.list;
        part[n] = side->n == 1 ? side->item[0] : NULL;
        if (!part[n])
            return elaboration_fail(to, items, REASON_SUM_CALL);
    }
    struct limits l = {.index = index_name(to, part[0])};
    const struct expr *body = l.index ? elaborate(to, part[3]) : NULL;
    l.low = body ? elaborate(to, part[1]) : NULL;
    l.high = l.low ? elaborate(to, part[2]) : NULL;
    return l.high ? sum_with(to, written, &l, body) : NULL;
}

/* A sum sign with nothing below it: sum(j, 0, 3, body), perhaps with factors behind it. */
static const struct expr *sum_alone(struct elaboration *to, const struct written *written)
{
    const struct written *body = written->as.sum.body;
    const bool product = body->kind == WRITTEN_MUL;
    const struct written *items = four_items(product ? body->as.list.item[0] : body);
    if (!items)
        return elaboration_fail(to, written, REASON_SUM_NO_INDEX);
    const struct expr *sum = sum_call(to, written, items);
    for (size_t n = 1; sum && product && n < body->as.list.n; n++)
        sum = elaboration_product(to, sum, elaborate(to, body->as.list.item[n]));
    return sum;
}

/* \sum_{kl}: over both. Null if it is anything else. */
static const char *pair_of_letters(const struct elaboration *to, const struct written *below)
{
    if (!below || below->kind != WRITTEN_NAME || strlen(below->as.text) != 2 ||
        below->as.text[0] == below->as.text[1])
        return NULL;
    for (const char *c = below->as.text; *c; c++)
        if (!islower((unsigned char)*c) || !to->lexicon->index[(unsigned char)*c % 128])
            return NULL;
    return below->as.text;
}

const struct expr *elaborate_sum(struct elaboration *to, const struct written *written)
{
    const struct written *below = written->as.sum.below, *above = written->as.sum.above;
    if (!below)
        return sum_alone(to, written);
    const struct expr *result = elaborate(to, written->as.sum.body);
    if (!result)
        return NULL;
    struct limits l = {NULL, NULL, NULL, NULL};
    if (below->kind != WRITTEN_GROUP) {
        l.index = index_name(to, below);
        return l.index ? sum_with(to, written, &l, result) : NULL;
    }
    const char *pair = pair_of_letters(to, written_inner(below));
    for (size_t n = 0; pair && n < 2; n++) {
        l.index = arena_text(to->arena, pair + 1 - n, 1);
        result = sum_with(to, written, &l, result);
    }
    if (pair)
        return result;
    const struct written_list *item = &below->as.group.items->as.list;
    if (item->n == 0)
        return elaboration_fail(to, written, REASON_SUM_NO_INDEX);
    /* k = 0, k != j: the second is a condition of the first */
    if (item->n == 2 && item->item[1]->as.list.n == 2 &&
        item->item[1]->as.list.item[1]->relation == REL_NE) {
        if (!read_limits(to, item->item[0], above, &l))
            return NULL;
        l.condition = elaborate_condition(to, item->item[1]);
        return l.condition ? sum_with(to, written, &l, result) : NULL;
    }
    for (size_t n = item->n; n--;) {
        if (!read_limits(to, item->item[n], above, &l))
            return NULL;
        result = sum_with(to, written, &l, result);
    }
    return result;
}
