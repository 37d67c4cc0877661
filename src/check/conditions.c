/* conditions.c: what stands beside an equation: j = k, j ≠ k, 0 ≤ j ≤ 3, j = 0, …, 3. */
#include <ctype.h>
#include <string.h>

#include "conditions.h"
#include "reading.h"

/* An index, a whole number, or a list or range of them. */
static bool is_index_part(const struct statements *s, const struct node *node, bool *letter)
{
    node = node ? lexicon_inner(node) : NULL;
    if (!node)
        return false;
    switch (node->kind) {
    case NODE_NUMBER:
    case NODE_DOTS:
        return true;
    case NODE_SYMBOL: {
        const bool single = node->name[1] == '\0' && islower((unsigned char)node->name[0]);
        const bool index = single && s->lexicon.index[(unsigned char)node->name[0]];
        *letter = *letter || index;
        return single && (index || strchr("ijkmn", node->name[0]));
    }
    case NODE_SCRIPTS:
        return node->kid[2] && node->kid[2]->kind == NODE_SYMBOL && node->kid[2]->name[0] == '\'' &&
               !node->kid[1] && is_index_part(s, node->kid[0], letter);
    case NODE_MUL:
    case NODE_ADD:
        for (size_t n = 0; n < node->n; n++)
            if (!is_index_part(s, node->kid[n], letter))
                return false;
        return true;
    case NODE_BRACKET: {
        const struct node *items = node->n == 1 ? node->kid[0] : NULL;
        for (size_t n = 0; items && n < items->n; n++)
            if (items->kid[n]->n != 1 || !is_index_part(s, items->kid[n]->kid[0], letter))
                return false;
        return items && items->n > 0 && items->kind == NODE_ITEMS;
    }
    default:
        return false;
    }
}

/* j = k, j ≠ k, 0 ≤ j ≤ 3, j ∈ {0, 1}: about indices alone. */
bool conditions_about_indices(const struct statements *s, const struct node *chain)
{
    bool letter = false;
    if (chain->n < 2 || !chain->kid[0])
        return false;
    for (size_t n = 0; n < chain->n; n++) {
        if (!is_index_part(s, chain->kid[n], &letter) || chain->kid[n]->rel == REL_ASSIGN ||
            chain->kid[n]->rel >= REL_ADD)
            return false;
    }
    return letter;
}

/* A chain in parentheses of its own. */
const struct node *conditions_unwrap(const struct node *chain)
{
    while (chain->n == 1 && chain->kid[0] && chain->kid[0]->kind == NODE_BRACKET &&
           chain->kid[0]->n == 1 && chain->kid[0]->kid[0] &&
           chain->kid[0]->kid[0]->kind == NODE_ITEMS && chain->kid[0]->kid[0]->n == 1 &&
           chain->kid[0]->kid[0]->kid[0]->n > 1)
        chain = chain->kid[0]->kid[0]->kid[0];
    return chain;
}

struct node *conditions_both(struct statements *s, struct node *first, struct node *second)
{
    if (!first || !second)
        return first ? first : second;
    struct node *and = node_new(s->lexicon.arena, NODE_AND, first->at, second->end);
    node_add(s->lexicon.arena, and, first);
    node_add(s->lexicon.arena, and, second);
    return and;
}

static struct node *bound(struct statements *s, const struct node *letter, enum relation rel,
                          const struct node *limit)
{
    struct reading r = {.lexicon = &s->lexicon, .arena = s->lexicon.arena};
    struct node *relation = node_new(s->lexicon.arena, NODE_RELATION, letter->at, limit->end);
    relation->rel = rel;
    node_add(s->lexicon.arena, relation, reading_formula(&r, letter));
    node_add(s->lexicon.arena, relation, reading_formula(&r, limit));
    return r.wrong ? NULL : relation;
}

static bool is_leaf(const struct node *chain)
{
    return chain->n == 1 && chain->kid[0] &&
           (chain->kid[0]->kind == NODE_NUMBER || chain->kid[0]->kind == NODE_DOTS ||
            chain->kid[0]->kind == NODE_SYMBOL || chain->kid[0]->kind == NODE_ADD);
}

/* A condition that begins at item n; *next is the item after it. j = 0, …, 3 takes several items. */
struct node *conditions_at(struct statements *s, const struct node *items, size_t n, size_t *next)
{
    const struct node *chain = conditions_unwrap(items->kid[n]);
    const struct node *from = chain->n == 2 && chain->kid[1]->rel == REL_EQ ? chain->kid[1] : NULL;
    const struct node *to = NULL;
    *next = n + 1;
    if (from && from->kind == NODE_MUL && from->n == 3 && from->kid[1]->kind == NODE_DOTS) {
        to = from->kid[2];
        from = from->kid[0];
    }
    while (from && !to && *next < items->n && items->kid[*next]->sep == SEP_COMMA &&
           is_leaf(items->kid[*next])) {
        const struct node *leaf = items->kid[*next]->kid[0];
        if (leaf->kind != NODE_DOTS && *next + 1 >= items->n)
            to = leaf;
        else if (leaf->kind != NODE_DOTS && !is_leaf(items->kid[*next + 1]))
            to = leaf;
        ++*next;
    }
    /* j ∈ {0, …, 3} */
    if (chain->n == 2 && chain->kid[1]->rel == REL_IN && chain->kid[1]->kind == NODE_BRACKET) {
        const struct node *set = chain->kid[1]->kid[0];
        if (set && set->kind == NODE_ITEMS && set->n > 0 && is_leaf(set->kid[0]) &&
            is_leaf(set->kid[set->n - 1])) {
            from = set->kid[0]->kid[0];
            to = set->kid[set->n - 1]->kid[0];
        }
    }
    if (from && to) {
        struct node *low = bound(s, chain->kid[0], REL_GE, from);
        struct node *high = bound(s, chain->kid[0], REL_LE, to);
        if (low && high) {
            s->range = arena_grow(s->lexicon.arena, s->range, s->ranges, sizeof *s->range);
            s->range[s->ranges++] = conditions_both(s, low, high);
        }
        return low && high ? conditions_both(s, low, high) : NULL;
    }
    struct reading r = {.lexicon = &s->lexicon, .arena = s->lexicon.arena};
    return reading_condition(&r, chain);
}

/* The condition that the items in parentheses are: j ≠ k; i = 1, …, 4. Null if they are none. */
static struct node *condition_of(struct statements *s, const struct node *items)
{
    if (!items || items->kind != NODE_ITEMS || items->n == 0 ||
        !conditions_about_indices(s, items->kid[0]))
        return NULL;
    for (size_t n = 1; n < items->n; n++)
        if (!is_leaf(items->kid[n]))
            return NULL;
    size_t next;
    struct node *condition = conditions_at(s, items, 0, &next);
    return next == items->n ? condition : NULL;
}

struct node *conditions_bracketed(struct statements *s, const struct node *chain)
{
    const struct node *bracket = chain->n == 1 ? chain->kid[0] : NULL;
    return bracket && bracket->kind == NODE_BRACKET && bracket->name[0] == '(' && bracket->n == 1
               ? condition_of(s, bracket->kid[0])
               : NULL;
}

struct node *conditions_take(struct statements *s, struct node **formula)
{
    struct node *node = *formula;
    if (node->kind == NODE_APPLY && node->n == 2) {
        struct node *condition = condition_of(s, node->kid[1]);
        if (condition)
            *formula = node->kid[0];
        return condition;
    }
    if (node->kind == NODE_MUL && node->kid[node->n - 1]->kind == NODE_BRACKET &&
        node->kid[node->n - 1]->name[0] == '(') {
        struct node *condition = condition_of(s, node->kid[node->n - 1]->kid[0]);
        node->n -= condition != NULL;
        if (condition)
            return condition;
    }
    if (node->n && (node->kind == NODE_MUL || node->kind == NODE_ADD || node->kind == NODE_NEG))
        return conditions_take(s, &node->kid[node->n - 1]);
    return NULL;
}
