/* chains.c */
#include "check/judging/chains.h"

#include "check/expression/walk.h"
#include "check/judging/points.h"
#include "check/model/connections.h"
#include "check/model/dependence.h"

static bool is_product(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_MUL;
}

/* Nothing speaks against it: its sides do not differ, they are 0 or not known. */
static bool is_undecided(enum reason_code code)
{
    return code == REASON_SAYS_NOTHING || code == REASON_INDEPENDENT ||
           code == REASON_NEVER_DEFINED;
}

bool chains_hold(const struct subject *subject, const struct equation *e)
{
    struct judging *j = subject->j;
    const struct model *m = j->model;
    if (subject->claim->kind != CLAIM_EQUATION || !is_undecided(subject->verdict->reason.code) ||
        !connections_is_chain(m, e->left) || !connections_is_chain(m, e->right) ||
        !(expr_any(e->left, is_product, NULL) || expr_any(e->right, is_product, NULL)))
        return false;
    struct equation chain = *e;
    chain.section = model_chain_view(m, e->section);
    struct environment *view = &j->environment[chain.section];
    if (!view->depends)
        view->depends = dependence_of(m, chain.section, j->arena);
    const struct assignments a = assignments_of(j, &chain);
    const struct setting s = {.draw = DRAW_ANY};
    if (a.reason.code != REASON_NONE || !points_agree(j, &chain, &a, &s, POINTS))
        return false;
    struct equation scaled = chain;
    scaled.right = expr_product(j->arena, expr_whole(j->arena, e->right->where, 7), e->right);
    return !expr_same(e->left, e->right) && !points_agree(j, &scaled, &a, &s, POINTS);
}
