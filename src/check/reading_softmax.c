/* reading_softmax.c: softmax(z)_k, softmax(z_k), softmax_k(z): e^{z_k} by the sum of all e^{z_s}. */
#include <string.h>

#include "reading.h"

static bool is_name(const struct node *node)
{
    return node->kind == NODE_SYMBOL &&
           (strcmp(node->name, "softmax") == 0 || strcmp(node->name, "Softmax") == 0);
}

bool reading_is_softmax(const struct node *head)
{
    return is_name(head) ||
           (head->kind == NODE_SCRIPTS && head->kid[1] && !head->kid[2] && is_name(head->kid[0]));
}

static struct node *copy_of(struct reading *r, enum node_kind kind, const struct node *where)
{
    return node_new(r->arena, kind, where->at, where->end);
}

/* e^{z_k}, for a copy of z_k with another index. */
static struct node *exponential(struct reading *r, const struct node *symbol, const char *index)
{
    struct node *copy = node_copy(r->arena, symbol);
    copy->kid[copy->n - 1]->kind = NODE_SYMBOL;
    copy->kid[copy->n - 1]->name = index;
    copy->kid[copy->n - 1]->n = 0;
    return reading_call(r, NODE_CALL, "exp", symbol, copy);
}

struct node *reading_softmax(struct reading *r, const struct node *apply, const struct node *below)
{
    const struct node *head = apply->kid[0], *args = apply->kid[1];
    if (head->kind == NODE_SCRIPTS)
        below = head->kid[1];
    const struct node *argument = args->kind == NODE_ITEMS && args->n == 1 && args->kid[0]->n == 1
                                      ? args->kid[0]->kid[0]
                                      : NULL;
    struct node *symbol = argument ? reading_formula(r, argument) : NULL;
    if (symbol && symbol->kind == NODE_SYMBOL && below) {
        /* The index that stands below softmax belongs to its argument. */
        struct node scripts = {.kind = NODE_SCRIPTS, .at = apply->at, .end = apply->end, .n = 3};
        struct node *kids[] = {node_copy(r->arena, argument), node_copy(r->arena, below), NULL};
        scripts.kid = kids;
        symbol = reading_scripts(r, &scripts);
    }
    if (!symbol || symbol->kind != NODE_SYMBOL || symbol->n == 0)
        return reading_fail(r, apply, "which entry of the softmax? Write softmax(z)_k");
    struct node *sum = copy_of(r, NODE_SUM, apply);
    sum->name = "s'";
    node_add(r->arena, sum, exponential(r, symbol, "s'"));
    for (int n = 0; n < 3; n++)
        node_add(r->arena, sum, NULL);
    struct node *quotient = copy_of(r, NODE_DIV, apply);
    node_add(r->arena, quotient, reading_call(r, NODE_CALL, "exp", apply, symbol));
    node_add(r->arena, quotient, sum);
    return quotient;
}
