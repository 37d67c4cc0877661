/* formula.c: each kind of formula to who understands it; brackets and products here. */
#include "check/meaning/formula.h"

#include <string.h>

#include "check/meaning/arrays.h"
#include "check/meaning/calls.h"
#include "check/meaning/chances.h"
#include "check/meaning/cases.h"
#include "check/meaning/derivatives.h"
#include "check/meaning/dots.h"
#include "check/meaning/matrix_signs.h"
#include "check/meaning/reach.h"
#include "check/meaning/scripts.h"
#include "check/meaning/stroke.h"
#include "check/meaning/sums.h"

bool elaborate_items(struct elaboration *to, const struct written *items, struct expr *into)
{
    for (size_t n = 0; n < items->as.list.n; n++) {
        const struct written *chain = items->as.list.item[n];
        const struct written *first = chain->as.list.n ? chain->as.list.item[0] : NULL;
        if (!first)
            return elaboration_fail(to, chain, REASON_LIST_GAP) != NULL;
        const struct expr *entry = elaborate(to, first);
        if (!entry)
            return false;
        expr_append(to->arena, into, entry);
    }
    return true;
}

/* The formula that the items are, or null. */
static const struct written *single_formula(const struct written *items)
{
    return items->as.list.n == 1 && items->as.list.item[0]->as.list.n == 1
               ? items->as.list.item[0]->as.list.item[0]
               : NULL;
}

const struct expr *elaborate_factor(struct elaboration *to, const struct written *argument)
{
    if (argument->kind != WRITTEN_ITEMS)
        return elaborate(to, argument);
    const struct written *single = single_formula(argument);
    return single ? elaborate(to, single) : elaboration_fail(to, argument, REASON_FACTOR_WANTED);
}

static const struct expr *elaborate_group(struct elaboration *to, const struct written *group)
{
    const struct written *items = group->as.group.items;
    const enum bracket bracket = group->as.group.bracket;
    if (items->as.list.n == 0)
        return elaboration_fail(to, group, REASON_EMPTY_BRACKETS);
    const struct written *single = single_formula(items);
    if (single)
        return elaborate(to, single);
    if (items->as.list.n == 1) /* [j = k] is 1 where it holds */
        return bracket == BRACKET_SQUARE || bracket == BRACKET_CURLY
                   ? elaborate_indicator(to, items)
                   : elaboration_fail(to, group, REASON_RELATION_HERE);
    struct expr *list = expr_list(to->arena, written_extent(group), EXPR_LIST);
    list->square = bracket == BRACKET_SQUARE;
    return elaborate_items(to, items, list) ? list : NULL;
}

static bool in_brackets(const struct written *node)
{
    return node->kind == WRITTEN_GROUP ||
           (node->kind == WRITTEN_SCRIPTS && node->as.scripts.base->kind == WRITTEN_GROUP);
}

/* The product of some factors that stand side by side. */
static const struct expr *side_by_side(struct elaboration *to, const struct written_list *factors,
                                       size_t from, size_t stop)
{
    const struct expr *product = NULL;
    for (size_t n = from; n < stop; n++) {
        const struct expr *factor = elaborate(to, factors->item[n]);
        product = product ? elaboration_product(to, product, factor) : factor;
        if (!product)
            return NULL;
    }
    return product;
}

/* The 1 of 1{j = k}. */
static bool is_one_of_indicator(const struct written *factor, const struct written *next)
{
    return factor->kind == WRITTEN_NUMBER && strcmp(factor->as.text, "1") == 0 && next &&
           next->kind == WRITTEN_GROUP && next->as.group.bracket == BRACKET_CURLY;
}

/* E[X], Var(X), Pr(X = 1): no product, and no function of a number. */
static bool is_of_chance(const struct written *one, const struct written *next)
{
    if (one->kind == WRITTEN_APPLY)
        return written_is_name(one->as.apply.head, "Var") ||
               written_is_name(one->as.apply.head, "Cov") ||
               (written_is_name(one->as.apply.head, "Pr") && !is_conditional_chance(one));
    const bool square =
        next && next->kind == WRITTEN_GROUP && next->as.group.bracket == BRACKET_SQUARE;
    return square && one->kind == WRITTEN_NAME && one->end == next->at &&
           (written_is_name(one, "E") || written_is_name(one, "P") || written_is_name(one, "Var") ||
            written_is_name(one, "Cov") || written_is_name(one, "Pr"));
}

/* (3x + 2)2: a number directly behind brackets, or behind what stands above a name, is what is left of a power when a
 * text is copied. */
static bool is_lost_power(const struct written *one, const struct written *next)
{
    return next && next->kind == WRITTEN_NUMBER && next->at == one->end &&
           (one->kind == WRITTEN_GROUP || one->kind == WRITTEN_APPLY ||
            (one->kind == WRITTEN_SCRIPTS && one->as.scripts.above));
}

/* a b * c, where the star is a product entry by entry; that with numbers is one as well. */
static const struct expr *entry_by_entry(struct elaboration *to, const struct written *where,
                                         const struct expr *a, const struct expr *b)
{
    if (expr_is_constant(a) || expr_is_constant(b))
        return elaboration_product(to, a, b);
    struct expr *call = expr_call(to->arena, written_extent(where), EXPR_CALL,
                                  matrix_operation_name(MATRIX_HADAMARD));
    expr_append(to->arena, call, a);
    expr_append(to->arena, call, b);
    return call;
}

static const struct expr *elaborate_product(struct elaboration *to, const struct written *mul)
{
    const struct written_list *factors = &mul->as.list;
    const struct expr *product = NULL;
    for (size_t n = 0; n < factors->n; n++) {
        const struct written *one = factors->item[n];
        const struct written *next = n + 1 < factors->n ? factors->item[n + 1] : NULL;
        const struct expr *factor = NULL;
        if (is_one_of_indicator(one, next))
            continue;
        if (is_of_chance(one, next))
            return elaboration_fail(to, one, REASON_CHANCE);
        if (is_lost_power(one, next))
            return elaboration_fail(to, next, REASON_LOST_POWER);
        if (is_operator(one) && next) {
            /* d/dW (…) applies to the brackets, d/dW a b to all that follows. */
            const size_t stop = in_brackets(next) ? n + 2 : factors->n;
            const struct expr *of = side_by_side(to, factors, n + 1, stop);
            factor = of ? elaborate_derivative(to, one, of, one->as.quotient.denominator) : NULL;
            n = stop - 1;
        } else {
            factor = elaborate(to, one);
        }
        if (product && factor && one->starred &&
            choices_option(&to->lexicon->choices, CHOICE_STAR, "", 0) == 1)
            product = entry_by_entry(to, mul, product, factor);
        else
            product = product ? elaboration_product(to, product, factor) : factor;
        if (!product)
            return NULL;
    }
    return product;
}

static const struct expr *elaborate_terms(struct elaboration *to, const struct written *add)
{
    struct expr *sum = expr_list(to->arena, written_extent(add), EXPR_ADD);
    for (size_t n = 0; n < add->as.list.n; n++) {
        const struct expr *term = elaborate(to, add->as.list.item[n]);
        if (!term)
            return NULL;
        expr_append(to->arena, sum, term);
    }
    return elaborate_dots(to, add, sum);
}

/* The terms of an ADD, those that a sum or d/dx before them reaches over inside it. */
static const struct written *reaching(const struct elaboration *to, const struct written *add)
{
    const struct choices *choices = &to->lexicon->choices;
    const struct reach reach = reach_of(add);
    if (reach.last && choices_option(choices, CHOICE_REACH, "", 0) == 1)
        add = reach_extend(to->arena, add, reach);
    const size_t slope = add->kind == WRITTEN_ADD ? reach_of_slope(add) : 0;
    return slope && choices_option(choices, CHOICE_SLOPE, "", 0) == 1
               ? reach_extend_slope(to->arena, add, slope)
               : add;
}

static const struct expr *elaborate_sum_as_far(struct elaboration *to, const struct written *sum)
{
    const struct written *terms = reaching(to, sum);
    return terms->kind == WRITTEN_ADD ? elaborate_terms(to, terms) : elaborate(to, terms);
}

/* A product, of which the choice says how much its stroke divides. */
static const struct expr *elaborate_product_as_far(struct elaboration *to,
                                                   const struct written *product)
{
    const bool further =
        stroke_is_open(product) && choices_option(&to->lexicon->choices, CHOICE_STROKE, "", 0) == 1;
    return further ? elaborate(to, stroke_extend(to->arena, product))
                   : elaborate_product(to, product);
}

/* One case for each kind of tree, so that the compiler names one that is missing. */
const struct expr *elaborate(struct elaboration *to, const struct written *written)
{
    if (elaboration_failed(to))
        return NULL;
    const struct extent where = written_extent(written);
    switch (written->kind) {
    case WRITTEN_NUMBER:
        return expr_number(to->arena, where, written->as.text);
    case WRITTEN_NAME:
    case WRITTEN_SCRIPTS:
        return elaborate_scripts(to, written);
    case WRITTEN_APPLY:
        return is_of_chance(written, NULL) && !is_chance(to->lexicon, written)
                   ? elaboration_fail(to, written, REASON_CHANCE)
                   : elaborate_apply(to, written);
    case WRITTEN_GROUP:
        return elaborate_group(to, written);
    case WRITTEN_INDICES:
        return elaboration_fail(to, written, REASON_INDEX_HERE);
    case WRITTEN_SUM:
        return elaborate_sum(to, written);
    case WRITTEN_INDICATOR:
        return elaborate_indicator(to, written->as.operand);
    case WRITTEN_ADD:
        return elaborate_sum_as_far(to, written);
    case WRITTEN_MUL:
        return elaborate_product_as_far(to, written);
    case WRITTEN_DIV:
        return elaborate_quotient(to, written);
    case WRITTEN_NEG: {
        const struct expr *operand = elaborate(to, written->as.operand);
        return operand ? expr_negative(to->arena, where, operand) : NULL;
    }
    case WRITTEN_HADAMARD:
        return elaborate_hadamard(to, written);
    case WRITTEN_NORM:
        return elaborate_norm(to, written, NULL);
    case WRITTEN_ABS:
        return elaboration_call(to, EXPR_CALL, "abs", written, elaborate(to, written->as.operand));
    case WRITTEN_CASES:
        return elaborate_cases(to, written);
    case WRITTEN_ARRAY:
        return elaborate_array(to, written);
    case WRITTEN_DOTS:
        return expr_dots(to->arena, where);
    case WRITTEN_DIFF:
        return elaboration_fail(to, written, REASON_DIFFERENTIAL);
    case WRITTEN_UNREAD:
        to->wrong = written->as.unread.wrong;
        to->wrong_at = written->as.unread.wrong_at;
        return NULL;
    case WRITTEN_PRIME:
    case WRITTEN_PLUS:
    case WRITTEN_FUNCTION:
    case WRITTEN_CHAIN:
    case WRITTEN_ITEMS:
        break;
    }
    return elaboration_fail(to, written, REASON_FORMULA_WANTED);
}
