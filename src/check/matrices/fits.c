/* fits.c */
#include "check/matrices/fits.h"

#include "check/expression/walk.h"

enum { MERGED_COSTS = 8, LOOSE_COSTS = 2 }; /* against 1 for a layout that is less usual */

static bool may_lie_either_way(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_ARRAY && e->as.array.either;
}

/* With a layout that is given. */
static bool try(struct fitting *f, const struct statement *s, struct shape *shape)
{
    struct shape left, right;
    if (!fitting_shape(f, s->left, &left) || !fitting_shape(f, s->right, &right))
        return false;
    *shape = left;
    if (f->layout.total) {
        *shape = right;
        return s->left->kind == EXPR_SYMBOL && s->rel == REL_EQ && shape_is_number(left) &&
               !shape_is_number(right) && right.columns == LENGTH_ONE;
    }
    /* w = 0: numbers as they stand are there for each entry, but [1, 2]^T [3, 4] = 11 is a number. */
    if (expr_is_constant(s->right))
        return shape_is_number(left) || !expr_any(s->left, may_lie_either_way, NULL);
    return fitting_equal(f, left.rows, right.rows) && fitting_equal(f, left.columns, right.columns);
}

static unsigned cost_of(const struct fitting *f)
{
    return MERGED_COSTS * f->merged + LOOSE_COSTS * f->loose + 3u * f->layout.total +
           f->layout.transposed + f->layout.down + (unsigned)f->layout.jacobian +
           6u * f->layout.inner;
}

static void improve(const struct variables *variables, const struct lengths *lengths,
                    const struct statement *s, struct layout layout, struct fit *best,
                    unsigned *least)
{
    struct lengths copy = *lengths;
    struct fitting f = {.variables = variables, .lengths = &copy, .layout = layout};
    struct shape shape;
    if (!try(&f, s, &shape) || (best->fits && cost_of(&f) >= *least))
        return;
    *least = cost_of(&f);
    *best = (struct fit){true, layout, f.merged, f.loose, shape};
}

static bool is_laid_out(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE;
}

struct fit fits_find(const struct variables *variables, const struct lengths *lengths,
                     const struct statement *s)
{
    struct fit best = {.fits = false};
    unsigned least = 0;
    improve(variables, lengths, s, (struct layout){.inner = false}, &best, &least);
    if (best.fits && least == 0)
        return best;
    const bool laid_out =
        expr_any(s->left, is_laid_out, NULL) || expr_any(s->right, is_laid_out, NULL);
    const bool either =
        expr_any(s->left, may_lie_either_way, NULL) || expr_any(s->right, may_lie_either_way, NULL);
    for (unsigned n = 0; n < (either ? 16 : 8); n++)
        for (unsigned jacobian = 0; jacobian < (laid_out ? JACOBIANS : 1); jacobian++) {
            const struct layout layout = {.transposed = (n & 1) != 0,
                                          .jacobian = (enum jacobian)jacobian,
                                          .inner = (n & 2) != 0,
                                          .total = (n & 4) != 0,
                                          .down = (n & 8) != 0};
            /* w x for the number w^T x: in definitions, where nothing else can be meant. */
            if (layout.inner && (laid_out || s->left->kind != EXPR_SYMBOL))
                continue;
            if (laid_out || !layout.transposed)
                improve(variables, lengths, s, layout, &best, &least);
        }
    return best;
}

void fits_keep(const struct variables *variables, struct lengths *lengths,
               const struct statement *s, const struct fit *fit)
{
    struct fitting f = {.variables = variables, .lengths = lengths, .layout = fit->layout};
    struct shape shape;
    try(&f, s, &shape);
    lengths_forget(lengths, variables);
}
