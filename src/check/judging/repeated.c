/* repeated.c */
#include "check/judging/repeated.h"

#include "check/expression/walk.h"

static bool is_sum(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SUM;
}

/* The words say that such indices are summed over, or no sum says otherwise. */
static bool may_sum_repeated(const struct model *m)
{
    bool sums = false;
    for (size_t n = 0; n < m->claims; n++)
        sums = sums ||
               (m->claim[n].kind != CLAIM_UNREAD && (expr_any(m->claim[n].left, is_sum, NULL) ||
                                                     expr_any(m->claim[n].right, is_sum, NULL)));
    return m->statements->sums_repeated || !sums;
}

static bool is_repeated(const struct expr *e, const void *letter)
{
    size_t factors = 0;
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++)
        factors += expr_has_index(e->as.list.item[n], letter);
    return factors > 1;
}

/* A letter that stands below two factors of a product, and on the other side nowhere; or 0. */
static char repeated_in(const struct expr *side, const struct expr *other)
{
    for (char c = 'a'; c <= 'z'; c++) {
        const char letter[2] = {c, '\0'};
        if (expr_has_index(side, letter) && !expr_has_index(other, letter) &&
            expr_any(side, is_repeated, letter))
            return c;
    }
    return 0;
}

char repeated_letter(const struct model *m, const struct claim *claim)
{
    if (!may_sum_repeated(m))
        return 0;
    const char letter = repeated_in(claim->right, claim->left);
    return letter ? letter : repeated_in(claim->left, claim->right);
}
