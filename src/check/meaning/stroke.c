/* stroke.c */
#include "check/meaning/stroke.h"

/* The name that a factor begins with: m, m_k, or the m of m (a - b)^2; null if it begins with another sign. */
static struct written *first_name(const struct written *factor)
{
    const struct written *base = factor;
    if (base->kind == WRITTEN_SCRIPTS)
        base = base->as.scripts.base;
    if (base->kind == WRITTEN_NAME)
        return (struct written *)factor;
    return base->kind == WRITTEN_APPLY && base->as.apply.head->kind == WRITTEN_NAME &&
                   base->as.apply.argument->kind == WRITTEN_ITEMS
               ? base->as.apply.head
               : NULL;
}

/* The factor whose stroke is open; the number of factors if there is none. */
static size_t open_stroke(const struct written_list *factor)
{
    for (size_t n = 0; n + 1 < factor->n; n++) {
        const struct written *div = factor->item[n];
        if (div->kind == WRITTEN_DIV && div->as.quotient.slash &&
            div->as.quotient.denominator->kind == WRITTEN_NUMBER &&
            factor->item[n + 1]->at == div->end && first_name(factor->item[n + 1]))
            return n;
    }
    return factor->n;
}

bool stroke_is_open(const struct written *mul)
{
    return open_stroke(&mul->as.list) < mul->as.list.n;
}

/* What is left of a factor without its first name: (a - b)^2; null if nothing is. */
static struct written *rest(struct arena *arena, const struct written *factor)
{
    const struct written *apply =
        factor->kind == WRITTEN_SCRIPTS ? factor->as.scripts.base : factor;
    if (apply->kind != WRITTEN_APPLY)
        return NULL;
    struct written *group =
        written_new(arena, WRITTEN_GROUP, apply->as.apply.argument->at, apply->end);
    group->as.group.bracket = BRACKET_ROUND;
    group->as.group.items = apply->as.apply.argument;
    if (factor == apply)
        return group;
    struct written *scripts = written_new(arena, WRITTEN_SCRIPTS, group->at, factor->end);
    scripts->as.scripts = factor->as.scripts;
    scripts->as.scripts.base = group;
    return scripts;
}

struct written *stroke_extend(struct arena *arena, const struct written *mul)
{
    const struct written_list *factor = &mul->as.list;
    const size_t n = open_stroke(factor);
    const struct written *div = factor->item[n];
    struct written *name = first_name(factor->item[n + 1]);
    struct written *below = written_new(arena, WRITTEN_MUL, div->at, name->end);
    written_add(arena, below, div->as.quotient.denominator);
    written_add(arena, below, name);
    struct written *quotient = written_new(arena, WRITTEN_DIV, div->at, name->end);
    quotient->as.quotient.numerator = div->as.quotient.numerator;
    quotient->as.quotient.denominator = below;
    written_cover(quotient, below);
    struct written *tail = rest(arena, factor->item[n + 1]);
    if (factor->n == 2 && !tail)
        return quotient;
    struct written *product = written_new(arena, WRITTEN_MUL, mul->at, mul->end);
    for (size_t k = 0; k < factor->n; k++) {
        struct written *item = k == n ? quotient : k == n + 1 ? tail : factor->item[k];
        if (item)
            written_add(arena, product, item);
    }
    return product;
}
