/* derivatives.c: which quotients are derivatives, and how far a stroke reaches. */
#include "check/meaning/derivatives.h"

#include "check/meaning/calls.h"
#include "check/meaning/formula.h"

bool is_operator(const struct written *node)
{
    return node->kind == WRITTEN_DIV && node->as.quotient.numerator->kind == WRITTEN_DIFF &&
           !node->as.quotient.numerator->as.operand;
}

const struct expr *elaborate_derivative(struct elaboration *to, const struct written *where,
                                        const struct expr *of, const struct written *by)
{
    if (by->kind != WRITTEN_DIFF || !by->as.operand)
        return elaboration_fail(to, by, REASON_BY_WHAT);
    const struct expr *symbol = elaborate(to, by->as.operand);
    if (!of || !symbol)
        return NULL;
    if (symbol->kind != EXPR_SYMBOL)
        return elaboration_fail(
            to, by, symbol->kind == EXPR_POW ? REASON_SECOND_DERIVATIVE_READ : REASON_BY_NO_NAME);
    return expr_derivative(to->arena, written_extent(where), of, symbol);
}

const struct expr *elaborate_operator(struct elaboration *to, const struct written *apply,
                                      const struct written *power)
{
    const struct expr *of = elaborate_factor(to, apply->as.apply.argument);
    const struct expr *exponent = of && power ? elaborate(to, power) : NULL;
    if (!of || (power && !exponent))
        return NULL;
    if (power)
        of = expr_power(to->arena, of, exponent);
    return elaborate_derivative(to, apply, of, apply->as.apply.head->as.quotient.denominator);
}

/* The factor before the parentheses of a product such as b (c)^2, or null; *tail is (c)^2. */
static struct written *product_head(struct elaboration *to, const struct written *node,
                                    struct written **tail)
{
    if (node->kind == WRITTEN_SCRIPTS) {
        struct written *inner;
        struct written *head = product_head(to, node->as.scripts.base, &inner);
        if (!head)
            return NULL;
        *tail = written_new(to->arena, WRITTEN_SCRIPTS, node->at, node->end);
        (*tail)->as.scripts.base = inner;
        (*tail)->as.scripts.below = node->as.scripts.below;
        (*tail)->as.scripts.above = node->as.scripts.above;
        return head;
    }
    if (node->kind != WRITTEN_APPLY || elaborate_call(to, node) || elaboration_failed(to))
        return NULL;
    *tail = written_new(to->arena, WRITTEN_GROUP, node->at, node->end);
    (*tail)->as.group.bracket = BRACKET_ROUND;
    (*tail)->as.group.items = node->as.apply.argument;
    return node->as.apply.head;
}

/* d(a b c)/dW written as d a b c / dW. */
static const struct expr *of_product(struct elaboration *to, const struct written *div)
{
    const struct written_list *factors = &div->as.quotient.numerator->as.list;
    const struct expr *of = elaborate(to, factors->item[0]->as.operand);
    for (size_t n = 1; of && n < factors->n; n++)
        of = elaboration_product(to, of, elaborate(to, factors->item[n]));
    return of ? elaborate_derivative(to, div, of, div->as.quotient.denominator) : NULL;
}

/* The E of the partial E(w, v): names and calls behind what is differentiated say what it depends on, unless it is a
 * function of the document. */
static const struct written *without_arguments(const struct elaboration *to,
                                               const struct written *operand)
{
    if (operand->kind != WRITTEN_APPLY || operand->as.apply.argument->kind != WRITTEN_ITEMS)
        return operand;
    const struct written *head = operand->as.apply.head;
    const char *function = lexicon_function(to->lexicon, head, to->arena);
    if (!function || is_function_name(to->lexicon, function) ||
        names_have(&to->lexicon->entries, function) || names_have(&to->lexicon->unknown, function))
        return operand;
    const struct written_list *items = &operand->as.apply.argument->as.list;
    for (size_t n = 0; n < items->n; n++) {
        const struct written *item =
            items->item[n]->as.list.n ? items->item[n]->as.list.item[0] : NULL;
        if (!item || !lexicon_head(item))
            return operand;
    }
    return items->n ? head : operand;
}

const struct expr *elaborate_quotient(struct elaboration *to, const struct written *div)
{
    const struct written *a = div->as.quotient.numerator, *b = div->as.quotient.denominator;
    if (a->kind == WRITTEN_DIFF && b->kind == WRITTEN_DIFF) {
        if (!a->as.operand)
            return elaboration_fail(to, a, REASON_OF_WHAT);
        const struct written *of = without_arguments(to, a->as.operand);
        return elaborate_derivative(to, div, elaborate(to, of), b);
    }
    if (a->kind == WRITTEN_MUL && a->as.list.item[0]->kind == WRITTEN_DIFF &&
        a->as.list.item[0]->as.operand && b->kind == WRITTEN_DIFF)
        return of_product(to, div);
    /* a/b (c)^2 with a factor b is a/b times (c)^2, as in 1/2 (y - O)^2. */
    struct written *tail;
    struct written *head = div->as.quotient.slash ? product_head(to, b, &tail) : NULL;
    if (elaboration_failed(to))
        return NULL;
    if (head) {
        struct written front = *div;
        front.as.quotient.denominator = head;
        const struct expr *quotient = elaborate_quotient(to, &front);
        return quotient ? elaboration_product(to, quotient, elaborate(to, tail)) : NULL;
    }
    const struct expr *numerator = elaborate(to, a);
    const struct expr *denominator = numerator ? elaborate(to, b) : NULL;
    return denominator ? expr_quotient(to->arena, numerator, denominator) : NULL;
}
