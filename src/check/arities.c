/* arities.c: how many indices a name has: 10 below a name with two indices is 1, 0. */
#include <string.h>

#include "model.h"

struct arity {
    const char *name;
    size_t indices;
};

struct arities {
    struct arity *arity;
    size_t n;
};

static bool has_run(const struct node *symbol)
{
    for (size_t n = 0; n < symbol->n; n++)
        if (symbol->kid[n]->kind == NODE_NUMBER && strlen(symbol->kid[n]->name) > 1)
            return true;
    return false;
}

static void vote(struct model *m, struct arities *a, const struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->n && !has_run(node)) {
        size_t n = 0;
        while (n < a->n && (strcmp(a->arity[n].name, node->name) != 0))
            n++;
        if (n == a->n && n < SYMBOLS_MAX) {
            a->arity = arena_grow(m->arena, a->arity, a->n, sizeof *a->arity);
            a->arity[a->n++] = (struct arity){node->name, node->n};
        }
    }
    for (size_t n = 0; n < node->n; n++)
        vote(m, a, node->kid[n]);
}

static void split_run(struct model *m, struct node *symbol)
{
    struct node old = *symbol;
    symbol->kid = NULL;
    symbol->n = 0;
    for (size_t n = 0; n < old.n; n++) {
        const struct node *index = old.kid[n];
        const size_t length = index->kind == NODE_NUMBER ? strlen(index->name) : 1;
        for (size_t digit = 0; digit < length; digit++) {
            struct node *one = node_new(m->arena, index->kind, index->at, index->end);
            *one = *index;
            if (length > 1)
                one->name = arena_text(m->arena, index->name + digit, 1);
            node_add(m->arena, symbol, one);
        }
    }
}

static size_t digits_in(const struct node *symbol)
{
    size_t digits = 0;
    for (size_t n = 0; n < symbol->n; n++)
        digits += symbol->kid[n]->kind == NODE_NUMBER ? strlen(symbol->kid[n]->name) : 1;
    return digits;
}

static void split_runs(struct model *m, const struct arities *a, struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->n && has_run(node)) {
        bool known = false, split = false;
        for (size_t n = 0; n < a->n; n++)
            if (strcmp(a->arity[n].name, node->name) == 0) {
                known = true;
                split = split || a->arity[n].indices == digits_in(node);
            }
        if (split || (!known && digits_in(node) == 2))
            split_run(m, node);
    }
    for (size_t n = 0; n < node->n; n++)
        split_runs(m, a, node->kid[n]);
}

void arities_settle(struct model *m)
{
    const struct statements *s = m->statements;
    struct arities arities = {0};
    for (size_t n = 0; n < s->n; n++) {
        if (s->statement[n].wrong)
            continue;
        vote(m, &arities, s->statement[n].left);
        vote(m, &arities, s->statement[n].right);
    }
    for (size_t n = 0; n < s->n; n++) {
        if (s->statement[n].wrong)
            continue;
        split_runs(m, &arities, s->statement[n].left);
        split_runs(m, &arities, s->statement[n].right);
    }
}
