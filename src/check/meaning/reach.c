/* reach.c */
#include "check/meaning/reach.h"

#include <stddef.h>

/* The sum that a term ends in, with the letter of its single index; null if it does not. */
static struct written *last_sum(struct written *term)
{
    while (term) {
        if (term->kind == WRITTEN_SUM)
            return term;
        if (term->kind == WRITTEN_NEG)
            term = term->as.operand;
        else if (term->kind == WRITTEN_MUL)
            term = term->as.list.item[term->as.list.n - 1];
        else
            return NULL;
    }
    return NULL;
}

static const char *index_of(const struct written *sum)
{
    const struct written *below = sum->as.sum.below;
    if (below && below->kind == WRITTEN_GROUP) {
        const struct written_list *items = &below->as.group.items->as.list;
        below = items->n == 1 && items->item[0]->as.list.n ? items->item[0]->as.list.item[0] : NULL;
    }
    below = below ? written_inner(below) : NULL;
    return below && below->kind == WRITTEN_NAME ? below->as.text : NULL;
}

/* The letter stands below a name, and no sum over it is around. */
static bool has_letter(const struct written *node, const char *letter, bool below)
{
    if (!node)
        return false;
    if (node->kind == WRITTEN_NAME) {
        for (const char *c = node->as.text; below && *c; c++)
            if (*c == *letter && letter[1] == '\0')
                return true;
        return false;
    }
    if (node->kind == WRITTEN_SUM) {
        const char *own = index_of(node);
        if (own && *own == *letter)
            return false;
    }
    if (node->kind == WRITTEN_SCRIPTS)
        return has_letter(node->as.scripts.base, letter, below) ||
               has_letter(node->as.scripts.below, letter, true) ||
               has_letter(node->as.scripts.above, letter, below);
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_letter(written_part(node, n), letter, below))
            return true;
    return false;
}

struct reach reach_of(const struct written *add)
{
    const struct written_list *term = &add->as.list;
    for (size_t n = 0; n + 1 < term->n; n++) {
        const struct written *sum = last_sum(term->item[n]);
        const char *letter = sum ? index_of(sum) : NULL;
        /* What begins with the letter free is about one entry all along. */
        for (size_t k = 0; letter && k < n; k++)
            if (has_letter(term->item[k], letter, false))
                letter = NULL;
        for (size_t last = term->n - 1; letter && last > n; last--)
            if (has_letter(term->item[last], letter, false))
                return (struct reach){n, last};
    }
    return (struct reach){0, 0};
}

/* A copy of the term in which its last sum has another body. */
static struct written *with_body(struct arena *arena, const struct written *term,
                                 struct written *body)
{
    struct written *copy = written_new(arena, term->kind, term->at, body->end);
    *copy = *term;
    copy->end = body->end;
    if (term->kind == WRITTEN_SUM) {
        copy->as.sum.body = body;
    } else if (term->kind == WRITTEN_NEG) {
        copy->as.operand = with_body(arena, term->as.operand, body);
    } else {
        const struct written_list *factor = &term->as.list;
        copy->as.list = (struct written_list){NULL, 0};
        for (size_t n = 0; n + 1 < factor->n; n++)
            written_add(arena, copy, factor->item[n]);
        written_add(arena, copy, with_body(arena, factor->item[factor->n - 1], body));
    }
    return copy;
}

struct written *reach_extend(struct arena *arena, const struct written *add, struct reach reach)
{
    struct written_list const *term = &add->as.list;
    struct written *body = written_new(arena, WRITTEN_ADD, add->at, add->end);
    written_add(arena, body, last_sum(term->item[reach.sum])->as.sum.body);
    for (size_t n = reach.sum + 1; n <= reach.last; n++)
        written_add(arena, body, term->item[n]);
    struct written *sum = with_body(arena, term->item[reach.sum], body);
    if (reach.sum == 0 && reach.last + 1 == term->n)
        return sum;
    struct written *whole = written_new(arena, WRITTEN_ADD, add->at, add->end);
    for (size_t n = 0; n < reach.sum; n++)
        written_add(arena, whole, term->item[n]);
    written_add(arena, whole, sum);
    for (size_t n = reach.last + 1; n < term->n; n++)
        written_add(arena, whole, term->item[n]);
    return whole;
}

/* --- d/dx --- */

static bool is_bare_operator(const struct written *node)
{
    return node->kind == WRITTEN_DIV && node->as.quotient.numerator->kind == WRITTEN_DIFF &&
           !node->as.quotient.numerator->as.operand;
}

static bool has_differential(const struct written *node)
{
    if (!node)
        return false;
    if (node->kind == WRITTEN_DIFF)
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_differential(written_part(node, n)))
            return true;
    return false;
}

/* The number of the first factor of a product behind d/dx, if it has no brackets; 0 without any. */
static size_t behind_operator(const struct written *term)
{
    for (size_t n = 0; term->kind == WRITTEN_MUL && n + 1 < term->as.list.n; n++)
        if (is_bare_operator(term->as.list.item[n]))
            return term->as.list.item[n + 1]->kind == WRITTEN_GROUP ? 0 : n + 1;
    return 0;
}

size_t reach_of_slope(const struct written *add)
{
    const struct written_list *term = &add->as.list;
    for (size_t n = term->n - 1; n-- > 0 && !has_differential(term->item[n + 1]);)
        if (behind_operator(term->item[n]))
            return n + 1;
    return 0;
}

struct written *reach_extend_slope(struct arena *arena, const struct written *add, size_t term)
{
    const struct written *product = add->as.list.item[term - 1];
    const size_t front = behind_operator(product);
    struct written *of = written_new(arena, WRITTEN_MUL, product->at, product->end);
    for (size_t n = front; n < product->as.list.n; n++)
        written_add(arena, of, product->as.list.item[n]);
    struct written *sum = written_new(arena, WRITTEN_ADD, product->at, add->end);
    written_add(arena, sum, of->as.list.n == 1 ? of->as.list.item[0] : of);
    for (size_t n = term; n < add->as.list.n; n++)
        written_add(arena, sum, add->as.list.item[n]);
    struct written *whole = written_new(arena, WRITTEN_MUL, product->at, add->end);
    for (size_t n = 0; n < front; n++)
        written_add(arena, whole, product->as.list.item[n]);
    written_add(arena, whole, sum);
    if (term == 1)
        return whole;
    struct written *terms = written_new(arena, WRITTEN_ADD, add->at, add->end);
    for (size_t n = 0; n + 1 < term; n++)
        written_add(arena, terms, add->as.list.item[n]);
    written_add(arena, terms, whole);
    return terms;
}
