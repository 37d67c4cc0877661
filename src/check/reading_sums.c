/* reading_sums.c: sums with their limits, and sums written out with dots. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "reading.h"

static const char *index_name(struct reading *r, const struct node *node)
{
    if (node && node->kind == NODE_SYMBOL && strlen(node->name) <= 2)
        return node->name;
    if (node && node->kind == NODE_SCRIPTS && node->kid[0]->kind == NODE_SYMBOL && !node->kid[1] &&
        node->kid[2]->kind == NODE_SYMBOL && node->kid[2]->name[0] == '\'')
        return arena_print(r->arena, "%s'", node->kid[0]->name);
    reading_fail(r, node, "the index of the sum is not understood");
    return NULL;
}

static struct node *one_sum(struct reading *r, const struct node *where, const char *name,
                            struct node *body)
{
    struct node *sum = node_new(r->arena, NODE_SUM, where->at, where->end);
    sum->name = name;
    node_add(r->arena, sum, body);
    for (int n = 0; n < 3; n++)
        node_add(r->arena, sum, NULL);
    return sum;
}

/* 0 … 3: a product with dots in the middle, or a list 0, …, 3 */
static bool read_range(struct reading *r, const struct node *range, struct node *sum)
{
    if (range->kind != NODE_MUL || range->n != 3 || range->kid[1]->kind != NODE_DOTS)
        return false;
    sum->kid[1] = reading_formula(r, range->kid[0]);
    sum->kid[2] = reading_formula(r, range->kid[2]);
    return true;
}

static struct node *limits_of_item(struct reading *r, const struct node *chain, struct node *body,
                                   const struct node *sup)
{
    const char *name =
        chain->n && chain->kid[0] ? index_name(r, lexicon_inner(chain->kid[0])) : NULL;
    if (!name)
        return reading_fail(r, chain, "the index of the sum is not understood");
    struct node *sum = one_sum(r, chain, name, body);
    if (chain->n == 1)
        return sum;
    const struct node *right = chain->kid[1];
    if (chain->n == 2 && right->rel == REL_EQ) {
        if (!read_range(r, right, sum)) {
            sum->kid[1] = reading_formula(r, right);
            sum->kid[2] = sup ? reading_formula(r, sup) : NULL;
        }
        if (!r->wrong && !sum->kid[2])
            return reading_fail(r, chain, "the sum has no upper limit");
    } else if (chain->n == 2 && right->rel == REL_NE) {
        sum->kid[3] = reading_condition(r, chain);
    } else {
        return reading_fail(r, chain, "the limits of the sum are not understood");
    }
    return r->wrong ? NULL : sum;
}

/* sum(j, 0, 3, body) */
static struct node *sum_call(struct reading *r, const struct node *written,
                             const struct node *items)
{
    for (size_t n = 0; n < 4; n++)
        if (items->kid[n]->n != 1 || !items->kid[n]->kid[0])
            return reading_fail(r, items, "wanted: sum(index, first, last, formula)");
    const char *name = index_name(r, items->kid[0]->kid[0]);
    struct node *body = name ? reading_formula(r, items->kid[3]->kid[0]) : NULL;
    if (!body)
        return NULL;
    struct node *sum = one_sum(r, written, name, body);
    sum->kid[1] = reading_formula(r, items->kid[1]->kid[0]);
    sum->kid[2] = reading_formula(r, items->kid[2]->kid[0]);
    return r->wrong ? NULL : sum;
}

static const struct node *four_items(const struct node *node)
{
    return node->kind == NODE_BRACKET && node->n == 1 && node->kid[0] &&
                   node->kid[0]->kind == NODE_ITEMS && node->kid[0]->n == 4
               ? node->kid[0]
               : NULL;
}

struct node *reading_sum(struct reading *r, const struct node *written)
{
    const struct node *body = written->kid[0];
    const struct node *sub = written->kid[1], *sup = written->kid[2];
    if (!sub) {
        const bool product = body->kind == NODE_MUL;
        const struct node *items = four_items(product ? body->kid[0] : body);
        if (!items)
            return reading_fail(r, written, "the sum does not say over which index");
        struct node *sum = sum_call(r, written, items);
        for (size_t n = 1; sum && product && n < body->n; n++)
            sum = reading_product(r, sum, reading_formula(r, body->kid[n]));
        return sum;
    }
    struct node *result = reading_formula(r, body);
    if (!result)
        return NULL;
    while (sub->kind == NODE_BRACKET && sub->n == 1 && sub->kid[0] &&
           sub->kid[0]->kind == NODE_BRACKET)
        sub = sub->kid[0];
    if (sub->kind != NODE_BRACKET) {
        const char *name = index_name(r, sub);
        return name ? one_sum(r, written, name, result) : NULL;
    }
    const struct node *items = sub->kid[0];
    for (size_t n = items->n; n-- && result;) {
        const struct node *chain = items->kid[n];
        /* k = 0, k != j: the second is a condition of the first */
        const bool condition = n > 0 && chain->n == 2 && chain->kid[1]->rel == REL_NE;
        if (condition && items->n == 2) {
            struct node *outer = limits_of_item(r, items->kid[0], result, sup);
            if (outer)
                outer->kid[3] = reading_condition(r, chain);
            return r->wrong ? NULL : outer;
        }
        result = limits_of_item(r, chain, result, sup);
    }
    if (result && items->n == 0)
        return reading_fail(r, written, "the sum does not say over which index");
    if (result)
        result->at = written->at;
    return result;
}

/* --- H_0 a_0 + H_1 a_1 + … + H_3 a_3 --- */

struct pattern {
    const char *first, *last; /* the numbers that differ between the first and the last term */
    bool good;
};

/* Compares two terms; where they differ, both must have whole numbers as indices, everywhere the
 * same two. */
static void compare(const struct node *a, const struct node *b, struct pattern *p)
{
    /* The last may have a letter, as in x_1 + … + x_n. */
    const bool size = a && b && a->kind == NODE_NUMBER && b->kind == NODE_SYMBOL && b->n == 0;
    if (!a || !b || (a->kind != b->kind && !size) || a->n != b->n) {
        p->good = p->good && a == b;
        return;
    }
    const bool named = a->name && b->name;
    if (named && strcmp(a->name, b->name) != 0) {
        if (a->kind != NODE_NUMBER)
            p->good = false;
        else if (!p->first)
            *p = (struct pattern){a->name, b->name, p->good};
        else if (strcmp(p->first, a->name) != 0 || strcmp(p->last, b->name) != 0)
            p->good = false;
    }
    for (size_t n = 0; n < a->n; n++)
        compare(a->kid[n], b->kid[n], p);
}

/* Puts the index in place of the numbers that differ. */
static void generalise(struct node *a, const struct node *b, const char *name)
{
    if (!a)
        return;
    if (a->kind == NODE_NUMBER && strcmp(a->name, b->name) != 0) {
        a->kind = NODE_SYMBOL;
        a->name = name;
    }
    for (size_t n = 0; n < a->n; n++)
        generalise(a->kid[n], b->kid[n], name);
}

static struct node *number(struct reading *r, const struct node *where, const char *text)
{
    struct node *node = node_new(r->arena, NODE_NUMBER, where->at, where->end);
    node->name = text;
    return node;
}

/* Indices such as 00 and 10 come as one number here: they are taken apart into digits, if all have
 * two, so that 00, 10, …, 30 has a pattern. */
static void split_digits(struct reading *r, struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->n == 1 && node->kid[0]->kind == NODE_NUMBER &&
        strlen(node->kid[0]->name) == 2) {
        const char *digits = node->kid[0]->name;
        struct node *second = number(r, node->kid[0], arena_text(r->arena, digits + 1, 1));
        node->kid[0] = number(r, node->kid[0], arena_text(r->arena, digits, 1));
        node_add(r->arena, node, second);
        return;
    }
    for (size_t n = 0; n < node->n; n++)
        split_digits(r, node->kid[n]);
}

/* Terms a + b + … + z become the sum they mean, if their pattern is clear. */
struct node *reading_dots(struct reading *r, const struct node *sum)
{
    struct node *result = node_new(r->arena, NODE_ADD, sum->at, sum->end);
    bool dots = false;
    for (size_t n = 0; n < sum->n; n++) {
        if (sum->kid[n]->kind != NODE_DOTS) {
            node_add(r->arena, result, sum->kid[n]);
            continue;
        }
        dots = true;
        if (result->n == 0 || n + 1 == sum->n)
            return reading_fail(r, sum->kid[n], "dots need a term before and after them");
        struct node *last = sum->kid[n + 1], *first = result->kid[result->n - 1];
        split_digits(r, last);
        split_digits(r, first);
        struct pattern p = {.good = true};
        compare(first, last, &p);
        size_t begin = result->n - 1;
        if (!p.good || !p.first)
            return reading_fail(r, sum->kid[n], "the pattern of the terms is not clear");
        /* Earlier terms of the same pattern, each one less. */
        while (begin > 0) {
            struct pattern q = {.good = true};
            split_digits(r, result->kid[begin - 1]);
            compare(result->kid[begin - 1], result->kid[begin], &q);
            if (!q.good || !q.first || atoi(q.last) != atoi(q.first) + 1 ||
                atoi(q.last) != atoi(p.first) - (int)(result->n - 1 - begin))
                break;
            begin--;
            first = result->kid[begin];
        }
        p = (struct pattern){.good = true};
        compare(first, last, &p);
        struct node *body = node_copy(r->arena, first);
        const char *name = arena_print(r->arena, "n%zu", n);
        generalise(body, last, name);
        struct node *whole = one_sum(r, sum, name, body);
        whole->kid[1] = number(r, sum, p.first);
        whole->kid[2] = number(r, sum, p.last);
        if (!isdigit((unsigned char)*p.last))
            whole->kid[2]->kind = NODE_SYMBOL;
        result->n = begin;
        node_add(r->arena, result, whole);
        n++;
    }
    if (!dots)
        return (struct node *)sum;
    return result->n == 1 ? result->kid[0] : result;
}
