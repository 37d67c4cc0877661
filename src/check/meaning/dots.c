/* dots.c: finds the pattern of the terms beside the dots. */
#include "check/meaning/dots.h"

#include <stdlib.h>
#include <string.h>

#include "check/expression/walk.h"

/* What differs between two terms: whole numbers, everywhere the same two; in the last term it may be a letter
 * instead, as in x_1 + … + x_n, or x_0 + … + x_{n-1}. */
struct pattern {
    const struct expr *first, *last; /* both null if nothing differs */
    bool good;
};

static bool is_size(const struct expr *e)
{
    if (e->kind == EXPR_ADD && e->as.list.n == 2)
        return is_size(e->as.list.item[0]) && expr_is_number(e->as.list.item[1]);
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0;
}

/* The passes that follow go through two trees at a time, which the walker cannot. */
static void compare(const struct expr *a, const struct expr *b, struct pattern *p)
{
    const bool size = a->kind == EXPR_NUMBER && is_size(b);
    const bool numbers = a->kind == EXPR_NUMBER && b->kind == EXPR_NUMBER;
    if (size || (numbers && !expr_same(a, b))) {
        if (!p->first) {
            p->first = a;
            p->last = b;
        }
        p->good = p->good && expr_same(p->first, a) && expr_same(p->last, b);
        return;
    }
    p->good = p->good && expr_same_head(a, b) && expr_parts(a) == expr_parts(b);
    for (size_t n = 0; p->good && n < expr_parts(a); n++)
        compare(expr_part(a, n), expr_part(b, n), p);
}

static struct pattern pattern_of(const struct expr *a, const struct expr *b)
{
    struct pattern p = {NULL, NULL, true};
    compare(a, b, &p);
    p.good = p.good && p.first;
    return p;
}

/* The term with a letter in place of the numbers that differ from those of the other. */
static const struct expr *generalise(struct arena *arena, const struct expr *a,
                                     const struct expr *b, const char *letter)
{
    if (a->kind == EXPR_NUMBER && !expr_same(a, b))
        return expr_symbol(arena, a->where, symbol_name_plain(letter));
    if (expr_parts(a) == 0)
        return a;
    struct expr *copy = expr_shallow(arena, a);
    for (size_t n = 0; n < expr_parts(a); n++)
        expr_set_part(copy, n, generalise(arena, expr_part(a, n), expr_part(b, n), letter));
    return copy;
}

const struct expr *dots_term(struct arena *arena, const struct expr *first, const struct expr *last,
                             const char *letter, const struct expr **low, const struct expr **high)
{
    const struct pattern p = pattern_of(first, last);
    *low = p.first;
    *high = p.last;
    return p.good ? generalise(arena, first, last, letter) : NULL;
}

/* Indices such as 00 and 10 come as one number here: they are taken apart into digits, if there are two, so
 * that 00, 10, …, 30 has a pattern. */
static const struct expr *split_digits(struct arena *arena, const struct expr *e, enum walk *way,
                                       void *with)
{
    (void)with;
    if (e->kind != EXPR_SYMBOL || e->as.symbol.index.n != 1)
        return e;
    const struct expr *index = e->as.symbol.index.item[0];
    if (index->kind != EXPR_NUMBER || strlen(index->as.number) != 2)
        return e;
    struct expr *split = expr_shallow(arena, e);
    expr_set_part(split, 0,
                  expr_number(arena, index->where, arena_text(arena, index->as.number, 1)));
    expr_append(arena, split,
                expr_number(arena, index->where, arena_text(arena, index->as.number + 1, 1)));
    *way = WALK_PRUNE;
    return split;
}

const struct expr *dots_apart(struct arena *arena, const struct expr *term)
{
    return expr_rewrite(arena, term, split_digits, NULL);
}

static int whole(const struct expr *number)
{
    return number->kind == EXPR_NUMBER ? atoi(number->as.number) : 0;
}

/* How many terms before the one at `n` have its pattern, each with one less. */
static size_t earlier_terms(struct elaboration *to, struct expr_list *terms, size_t n, int first)
{
    size_t begin = n;
    while (begin > 0) {
        terms->item[begin - 1] = dots_apart(to->arena, terms->item[begin - 1]);
        const struct pattern p = pattern_of(terms->item[begin - 1], terms->item[begin]);
        if (!p.good || whole(p.last) != whole(p.first) + 1 ||
            whole(p.last) != first - (int)(n - begin))
            break;
        begin--;
    }
    return n - begin;
}

/* The sum that runs from the first of some terms to the last. */
static const struct expr *sum_between(struct elaboration *to, const struct written *written,
                                      const struct expr *first, const struct expr *last,
                                      const char *letter)
{
    const struct expr *low, *high;
    const struct expr *term = dots_term(to->arena, first, last, letter, &low, &high);
    return term ? expr_sum(to->arena, written_extent(written), letter, low, high, NULL, term)
                : NULL;
}

const struct expr *elaborate_dots(struct elaboration *to, const struct written *written,
                                  const struct expr *add)
{
    const struct expr_list *all = &add->as.list;
    size_t first_dots = 0;
    while (first_dots < all->n && all->item[first_dots]->kind != EXPR_DOTS)
        first_dots++;
    if (first_dots == all->n)
        return add;
    struct expr_list terms = {arena_new(to->arena, all->n * sizeof *terms.item), 0};
    for (size_t n = 0; n < all->n; n++) {
        if (all->item[n]->kind != EXPR_DOTS) {
            terms.item[terms.n++] = all->item[n];
            continue;
        }
        const struct written *dots = written->as.list.item[n];
        if (terms.n == 0 || n + 1 == all->n)
            return elaboration_fail(to, dots, REASON_DOTS_ENDS);
        const size_t before = terms.n - 1;
        const struct expr *last = dots_apart(to->arena, all->item[n + 1]);
        terms.item[before] = dots_apart(to->arena, terms.item[before]);
        const struct pattern p = pattern_of(terms.item[before], last);
        if (!p.good)
            return elaboration_fail(to, dots, REASON_DOTS_PATTERN);
        terms.n -= earlier_terms(to, &terms, before, whole(p.first));
        const struct expr *sum = sum_between(to, written, terms.item[terms.n - 1], last,
                                             arena_print(to->arena, "n%zu", n));
        if (!sum)
            return elaboration_fail(to, dots, REASON_DOTS_PATTERN);
        terms.item[terms.n - 1] = sum;
        n++;
    }
    if (terms.n == 1)
        return terms.item[0];
    struct expr *result = expr_list(to->arena, add->where, EXPR_ADD);
    for (size_t n = 0; n < terms.n; n++)
        expr_append(to->arena, result, terms.item[n]);
    return result;
}
