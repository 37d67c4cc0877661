/* signatures.c: names that are defined with arguments and used with or without them.
 *
 * sigma(x) is a function: it is called with other things than x. SE(y, O_0) is a value: whoever
 * writes SE means the same.
 */
#include <string.h>

#include "model.h"

/* What is known of a name that was defined with arguments. */
struct signature {
    const struct statement *definition;
    bool bare;  /* it stands somewhere without arguments */
    bool other; /* it stands somewhere with other arguments */
    bool value;
};

static bool has_bare(const struct node *node, const char *name)
{
    if (!node)
        return false;
    if (node->kind == NODE_SYMBOL)
        return node->n == 0 && strcmp(node->name, name) == 0;
    for (size_t n = 0; n < node->n; n++)
        if (has_bare(node->kid[n], name))
            return true;
    return false;
}

static bool same_arguments(const struct node *a, const struct node *b)
{
    for (size_t n = 0; n < a->n; n++)
        if (n >= b->n || !node_same(a->kid[n], b->kid[n]))
            return false;
    return a->n == b->n;
}

static bool plain_arguments(const struct node *call)
{
    for (size_t n = 0; n < call->n; n++)
        if (call->kid[n]->kind != NODE_SYMBOL)
            return false;
    return true;
}

/* f (1 - f) is a product, not a call. */
static bool is_product(const struct node *call)
{
    return call->kind == NODE_CALL && call->n == 1 && has_bare(call->kid[0], call->name);
}

static void look(struct signature *s, const struct node *node)
{
    const struct node *left = s->definition->left;
    if (!node)
        return;
    const bool named = node->name && strcmp(node->name, left->name) == 0;
    if (node->kind == NODE_SYMBOL) {
        s->bare = s->bare || (named && node->n == 0);
        return;
    }
    if (named && node->kind == NODE_PRIME)
        s->other = true;
    if (named && node->kind == NODE_CALL && !is_product(node) && !same_arguments(node, left))
        s->other = true;
    for (size_t n = 0; n < node->n; n++)
        look(s, node->kid[n]);
}

static void turn_into_product(struct model *m, struct node *call)
{
    struct node *name = node_new(m->arena, NODE_SYMBOL, call->at, call->end);
    name->name = call->name;
    struct node *factor = call->kid[0];
    call->kind = NODE_MUL;
    call->name = NULL;
    call->n = 0;
    call->kid = NULL;
    node_add(m->arena, call, name);
    node_add(m->arena, call, factor);
}

static void rewrite(struct model *m, const struct signature *s, struct node *node)
{
    if (!node)
        return;
    const struct node *left = s->definition->left;
    const bool named = node->name && strcmp(node->name, left->name) == 0;
    if (named && is_product(node))
        turn_into_product(m, node);
    if (named && s->value && node->kind == NODE_CALL &&
        (plain_arguments(node) || same_arguments(node, left))) {
        node->kind = NODE_SYMBOL;
        node->n = 0;
        return;
    }
    /* sigma' without its argument is taken at the argument of the definition. */
    const size_t length = strlen(left->name);
    if (!s->value && left->n == 1 && node->kind == NODE_SYMBOL && node->n == 0 &&
        strncmp(node->name, left->name, length) == 0 && strcmp(node->name + length, "^'") == 0) {
        node->kind = NODE_PRIME;
        node->name = left->name;
        node_add(m->arena, node, node_copy(m->arena, left->kid[0]));
        return;
    }
    if (named && !s->value && node->kind == NODE_SYMBOL && node->n == 0) {
        node->kind = NODE_CALL;
        for (size_t n = 0; n < left->n; n++)
            node_add(m->arena, node, node_copy(m->arena, left->kid[n]));
        return;
    }
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++)
        rewrite(m, s, node->kid[n]);
}

static void settle(struct model *m, const struct statement *definition)
{
    const struct statements *all = m->statements;
    struct signature s = {.definition = definition};
    const struct node *left = definition->left;
    s.value = false;
    for (size_t n = 0; n < left->n; n++)
        s.value = s.value || left->kid[n]->kind != NODE_SYMBOL || left->kid[n]->n ||
                  !has_bare(definition->right, left->kid[n]->name);
    for (size_t n = 0; n < all->n; n++) {
        if (all->statement[n].wrong)
            continue;
        look(&s, all->statement[n].left);
        look(&s, all->statement[n].right);
    }
    s.value = s.value || (s.bare && !s.other);
    /* The definition's own left side comes last: the others are compared with it. */
    for (size_t n = 0; n < all->n; n++) {
        if (all->statement[n].wrong)
            continue;
        if (all->statement[n].left != left)
            rewrite(m, &s, all->statement[n].left);
        rewrite(m, &s, all->statement[n].right);
    }
    if (s.value)
        rewrite(m, &s, definition->left);
}

void signatures_settle(struct model *m)
{
    const struct statements *all = m->statements;
    for (size_t k = 0; k < all->lexicon.functions.n; k++) {
        const char *name = all->lexicon.functions.name[k];
        for (size_t n = 0; n < all->n; n++) {
            const struct statement *s = &all->statement[n];
            if (!s->wrong && s->left->kind == NODE_CALL && strcmp(s->left->name, name) == 0) {
                settle(m, s);
                break;
            }
        }
    }
}
