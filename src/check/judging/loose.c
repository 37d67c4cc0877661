/* loose.c */
#include "check/judging/loose.h"

#include <string.h>

#include "check/expression/walk.h"

static bool binds(const struct expr *e, const void *letter)
{
    return e->kind == EXPR_SUM && strcmp(e->as.sum.index, letter) == 0;
}

static bool has_index(const struct expr *symbol, const char *letter)
{
    for (size_t n = 0; n < symbol->as.symbol.index.n; n++) {
        const struct expr *index = symbol->as.symbol.index.item[n];
        if (index->kind == EXPR_SYMBOL && strcmp(index->as.symbol.name.base, letter) == 0)
            return true;
    }
    return false;
}

static bool is_loose(const struct expr *e, const void *definition)
{
    const struct definition *d = definition;
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++) {
        const struct expr *index = e->as.symbol.index.item[n];
        if (index->kind == EXPR_SYMBOL && index->as.symbol.index.n == 0 &&
            !has_index(d->left, index->as.symbol.name.base) &&
            !expr_any(d->right, binds, index->as.symbol.name.base))
            return true;
    }
    return false;
}

bool loose_is(const struct definition *d)
{
    return expr_any(d->right, is_loose, d);
}
