/* repairs.c: takes formulas apart and puts them together differently. */
#include <stdlib.h>
#include <string.h>

#include "mistakes.h"

void repairs_nodes(const struct node *node, struct nodes *nodes)
{
    if (!node || nodes->n == NODES_MAX || node->kind == NODE_RELATION || node->kind == NODE_AND)
        return;
    nodes->node[nodes->n++] = node;
    if (node->kind == NODE_SYMBOL)
        return;
    for (size_t n = 0; n < (node->kind == NODE_SUM ? 1 : node->n); n++)
        repairs_nodes(node->kid[n], nodes);
}

static void collect(const struct node *node, enum node_kind kind, struct nodes *nodes)
{
    if (!node)
        return;
    if (node->kind == kind) {
        for (size_t n = 0; n < nodes->n; n++)
            if (node_same(nodes->node[n], node))
                return;
        if (nodes->n < CANDIDATES_MAX)
            nodes->node[nodes->n++] = node;
        if (kind == NODE_SYMBOL)
            return;
    }
    if (node->kind == NODE_SYMBOL)
        return;
    for (size_t n = 0; n < node->n; n++)
        collect(node->kid[n], kind, nodes);
}

void repairs_kind(const struct model *m, enum node_kind kind, struct nodes *nodes)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            collect(m->claim[n].left, kind, nodes);
            collect(m->claim[n].right, kind, nodes);
        }
}

void repairs_derivatives(struct judging *j, struct nodes *nodes)
{
    repairs_kind(j->model, NODE_DERIVATIVE, nodes);
    for (size_t n = 0; n < j->model->definitions; n++) {
        const struct definition *d = &j->model->definition[n];
        struct nodes inside = {.n = 0};
        if (d->left->kind != NODE_SYMBOL)
            continue;
        collect(d->right, NODE_SYMBOL, &inside);
        for (size_t k = 0; k < inside.n && nodes->n < CANDIDATES_MAX; k++) {
            struct node *slope = node_pair(j->arena, NODE_DERIVATIVE, (struct node *)d->left,
                                           (struct node *)inside.node[k]);
            bool known = inside.node[k]->id == 0;
            for (size_t i = 0; i < nodes->n; i++)
                known = known || node_same(nodes->node[i], slope);
            if (!known)
                nodes->node[nodes->n++] = slope;
        }
    }
}

static struct node *shallow(struct judging *j, const struct node *node)
{
    struct node *copy = arena_new(j->arena, sizeof *copy);
    *copy = *node;
    copy->kid = arena_new(j->arena, (node->n + 1) * sizeof(struct node *));
    if (node->n)
        memcpy(copy->kid, node->kid, node->n * sizeof(struct node *));
    return copy;
}

struct node *repairs_replace(struct judging *j, const struct node *tree, const struct node *target,
                             const struct node *with)
{
    if (tree == target)
        return (struct node *)with;
    if (!tree || tree->n == 0)
        return (struct node *)tree;
    struct node *copy = NULL;
    for (size_t n = 0; n < tree->n; n++) {
        struct node *kid = repairs_replace(j, tree->kid[n], target, with);
        if (kid == tree->kid[n])
            continue;
        copy = copy ? copy : shallow(j, tree);
        copy->kid[n] = kid;
    }
    return copy ? copy : (struct node *)tree;
}

struct node *repairs_letter(struct judging *j, const struct node *node, const char *from,
                            const char *to, bool both)
{
    if (!node)
        return NULL;
    struct node *copy = shallow(j, node);
    for (size_t n = 0; n < node->n; n++) {
        const struct node *kid = node->kid[n];
        copy->kid[n] = repairs_letter(j, kid, from, to, both);
        const bool index = (node->kind == NODE_SYMBOL || node->kind == NODE_RELATION) && kid &&
                           kid->kind == NODE_SYMBOL && kid->n == 0;
        if (index && strcmp(kid->name, from) == 0)
            copy->kid[n]->name = to;
        else if (index && both && strcmp(kid->name, to) == 0)
            copy->kid[n]->name = from;
    }
    return copy;
}

struct node *repairs_product(struct judging *j, const struct node *a, const struct node *b)
{
    struct node *product = node_new(j->arena, NODE_MUL, a->at, a->end);
    for (size_t n = 0; a->kind == NODE_MUL && n < a->n; n++)
        node_add(j->arena, product, a->kid[n]);
    if (a->kind != NODE_MUL)
        node_add(j->arena, product, (struct node *)a);
    node_add(j->arena, product, (struct node *)b);
    return product;
}

struct node *repairs_negative(struct judging *j, const struct node *node)
{
    if (node->kind == NODE_NEG)
        return node->kid[0];
    struct node *negative = node_new(j->arena, NODE_NEG, node->at, node->end);
    node_add(j->arena, negative, (struct node *)node);
    return negative;
}

struct node *repairs_downhill(struct judging *j, const struct node *right, const struct node *old)
{
    struct node *turned = right->kind == NODE_ADD ? shallow(j, right) : NULL;
    size_t olds = 0;
    for (size_t n = 0; turned && n < right->n; n++) {
        const bool is_old = olds == 0 && node_same(right->kid[n], old);
        olds += is_old;
        if (!is_old)
            turned->kid[n] = repairs_negative(j, right->kid[n]);
    }
    return olds ? turned : NULL;
}

struct node *repairs_number(struct judging *j, const struct node *where, const char *text)
{
    struct node *node = node_new(j->arena, NODE_NUMBER, where->at, where->end);
    node->name = text;
    return node;
}

struct node *repairs_sum(struct judging *j, const char *letter, struct bounds range,
                         const struct node *body)
{
    struct node *sum = node_new(j->arena, NODE_SUM, body->at, body->end);
    sum->name = letter;
    node_add(j->arena, sum, (struct node *)body);
    node_add(j->arena, sum, repairs_number(j, body, arena_print(j->arena, "%ld", range.low)));
    node_add(j->arena, sum, repairs_number(j, body, arena_print(j->arena, "%ld", range.high)));
    node_add(j->arena, sum, NULL);
    return sum;
}

struct node *repairs_without(struct judging *j, const struct node *product, size_t skip)
{
    struct node *rest = node_new(j->arena, NODE_MUL, product->at, product->end);
    for (size_t n = 0; n < product->n; n++)
        if (n != skip)
            node_add(j->arena, rest, product->kid[n]);
    return rest->n == 1 ? rest->kid[0] : rest;
}

struct node *repairs_prime(struct judging *j, const struct node *symbol, size_t section)
{
    const struct symbol *s = model_symbol(j->model, symbol);
    for (size_t k = s ? s->definitions : 0; k--;) {
        const struct definition *d = &j->model->definition[s->definition[k]];
        if (d->section > section || d->right->kind != NODE_CALL || d->right->n != 1)
            continue;
        struct node *prime = node_copy(j->arena, d->right);
        prime->kind = NODE_PRIME;
        for (size_t n = 0; n < symbol->n; n++) {
            if (d->left->kid[n]->kind != NODE_SYMBOL || symbol->kid[n]->kind != NODE_SYMBOL)
                return NULL;
            if (strcmp(d->left->kid[n]->name, symbol->kid[n]->name) != 0)
                prime =
                    repairs_letter(j, prime, d->left->kid[n]->name, symbol->kid[n]->name, false);
        }
        return prime;
    }
    return NULL;
}

bool repairs_is_input(struct judging *j, size_t section, const struct node *by,
                      const struct node *symbol)
{
    const struct model *m = j->model;
    if (!by || !by->id || m->symbol[by->id - 1].definitions ||
        dependence_formula(m, j->depends[section], symbol, by->id))
        return false;
    for (size_t n = 0; n < m->definitions; n++) {
        struct nodes all = {.n = 0};
        repairs_nodes(m->definition[n].right, &all);
        for (size_t k = 0; k < all.n; k++) {
            const struct node *mul = all.node[k];
            bool weight = false, input = false;
            for (size_t i = 0; mul->kind == NODE_MUL && i < mul->n; i++) {
                const struct node *factor = mul->kid[i];
                weight = weight || (factor->kind == NODE_SYMBOL && factor->id == by->id);
                input = input || (factor->kind == NODE_SYMBOL && factor->id == symbol->id);
            }
            if (weight && input)
                return true;
        }
    }
    return false;
}
