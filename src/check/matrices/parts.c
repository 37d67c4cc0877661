/* parts.c */
#include "check/matrices/parts.h"

#include "check/expression/walk.h"
#include "check/matrices/fits.h"
#include "check/vocabulary/matrix_operations.h"

bool parts_is_operation(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_ARRAY || e->kind == EXPR_EACH ||
           (e->kind == EXPR_CALL && matrix_operation_named(e->as.call.function) != MATRIX_NONE);
}

const struct expr *parts_operation(const struct statement *s)
{
    if (s->wrong.code != REASON_NONE)
        return NULL;
    const struct expr *left = expr_find(s->left, parts_is_operation, NULL);
    return left ? left : expr_find(s->right, parts_is_operation, NULL);
}

/* The statement behind the last one of the part that begins at n: no heading stands between. */
static size_t end_of_part(const struct statements *s, size_t n)
{
    size_t end = n + 1;
    for (; end < s->n; end++)
        for (size_t h = 0; h < s->headings; h++)
            if (s->heading[h].at > s->statement[end - 1].at &&
                s->heading[h].at <= s->statement[end].at)
                return end;
    return end;
}

bool *parts_with_signs(const struct statements *s, struct arena *arena)
{
    bool *vectors = arena_new(arena, s->n + 1);
    for (size_t n = 0, end; n < s->n; n = end) {
        end = end_of_part(s, n);
        bool any = false;
        for (size_t k = n; k < end; k++)
            any = any || parts_operation(&s->statement[k]);
        for (size_t k = n; k < end; k++)
            vectors[k] = any;
    }
    return vectors;
}

static bool is_vector(const struct expr *e, const void *with)
{
    const struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(with, e) : NULL;
    return v && v->kind != KIND_SCALAR;
}

enum { STRICT = 2 }; /* lines that fit strictly, for each that does not: that one may be a slip */

/* Most lines about vectors fit strictly. */
static bool is_strict(const struct statements *s, const struct variables *variables, size_t n,
                      size_t end)
{
    const struct lengths lengths = lengths_of(variables);
    size_t strict = 0, other = 0;
    for (; n < end; n++) {
        const struct statement *one = &s->statement[n];
        if (one->wrong.code != REASON_NONE || !(expr_any(one->left, is_vector, variables) ||
                                                expr_any(one->right, is_vector, variables)))
            continue;
        const struct fit fit = fits_find(variables, &lengths, one);
        const bool good = fit.fits && (!fit.loose || fit.layout.total);
        strict += good;
        other += !good;
    }
    return strict > 0 && strict >= STRICT * other;
}

bool parts_extend(const struct statements *s, const struct variables *variables, bool *vectors)
{
    bool any = false;
    for (size_t n = 0, end; n < s->n; n = end) {
        end = end_of_part(s, n);
        const bool strict = !vectors[n] && is_strict(s, variables, n, end);
        for (size_t k = n; strict && k < end; k++)
            vectors[k] = true;
        any = any || strict;
    }
    return any;
}
