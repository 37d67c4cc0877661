/* cases.c: conditions, indicators, values by cases. */
#include "check/meaning/cases.h"

#include "check/meaning/formula.h"

const struct expr *elaborate_condition(struct elaboration *to, const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    if (side->n < 2 || !side->item[0])
        return elaboration_fail(to, chain, REASON_CONDITION_WANTED);
    struct expr *all = expr_list(to->arena, written_extent(chain), EXPR_AND);
    const struct expr *left = elaborate(to, side->item[0]);
    for (size_t n = 1; n < side->n && left; n++) {
        const struct expr *right = elaborate(to, side->item[n]);
        if (!right)
            return NULL;
        expr_append(to->arena, all,
                    expr_comparison(to->arena, left, side->item[n]->relation, right));
        left = right;
    }
    return !left ? NULL : all->as.list.n == 1 ? all->as.list.item[0] : all;
}

const struct expr *elaborate_indicator(struct elaboration *to, const struct written *operand)
{
    const struct written *items =
        operand->kind == WRITTEN_GROUP ? operand->as.group.items : operand;
    if (items->kind != WRITTEN_ITEMS || items->as.list.n != 1)
        return elaboration_fail(to, operand, REASON_ONE_CONDITION);
    const struct expr *condition = elaborate_condition(to, items->as.list.item[0]);
    return condition ? expr_indicator(to->arena, written_extent(operand), condition) : NULL;
}

/* What stands behind the value of a case; *otherwise is true if nothing is asked there. */
static const struct expr *row_condition(struct elaboration *to, const struct written *row,
                                        bool *otherwise)
{
    struct expr *all = expr_list(to->arena, written_extent(row), EXPR_AND);
    *otherwise = false;
    for (size_t n = 1; n < row->as.list.n; n++) {
        const struct written *chain = row->as.list.item[n];
        *otherwise = *otherwise || chain->separator == SEP_OTHERWISE;
        const struct expr *condition = chain->as.list.n ? elaborate_condition(to, chain) : NULL;
        if (condition)
            expr_append(to->arena, all, condition);
    }
    if (elaboration_failed(to))
        return NULL;
    if (all->as.list.n > 1)
        return all;
    return all->as.list.n ? all->as.list.item[0] : NULL;
}

const struct expr *elaborate_cases(struct elaboration *to, const struct written *cases)
{
    struct expr_branch *branch = NULL;
    size_t branches = 0;
    for (size_t n = 0; n < cases->as.list.n; n++) {
        const struct written *row = cases->as.list.item[n];
        if (row->as.list.n == 0)
            continue;
        const struct written *chain = row->as.list.item[0];
        if (chain->as.list.n != 1 || !chain->as.list.item[0])
            return elaboration_fail(to, row, REASON_CASE_VALUE);
        const struct expr *value = elaborate(to, chain->as.list.item[0]);
        bool otherwise;
        const struct expr *condition = row_condition(to, row, &otherwise);
        if (elaboration_failed(to))
            return NULL;
        if (!otherwise && !condition)
            return elaboration_fail(to, row, REASON_CASE_CONDITION);
        branch = arena_grow(to->arena, branch, branches, sizeof *branch);
        branch[branches++] = (struct expr_branch){value, condition};
    }
    if (branches == 0)
        return elaboration_fail(to, cases, REASON_NO_CASES);
    return expr_cases(to->arena, written_extent(cases), branch, branches);
}
