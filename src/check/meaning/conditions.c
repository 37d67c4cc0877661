/* conditions.c: which relations are about indices, and how they are spelt. */
#include "check/meaning/conditions.h"

#include <ctype.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/cases.h"
#include "check/meaning/chances.h"
#include "check/meaning/formula.h"

static bool is_index_part(const struct lexicon *lexicon, const struct written *node, bool *letter);

static bool are_index_parts(const struct lexicon *lexicon, const struct written_list *list,
                            bool *letter)
{
    for (size_t n = 0; n < list->n; n++)
        if (!is_index_part(lexicon, list->item[n], letter))
            return false;
    return true;
}

static bool is_index_set(const struct lexicon *lexicon, const struct written *items, bool *letter)
{
    for (size_t n = 0; n < items->as.list.n; n++) {
        const struct written_list *side = &items->as.list.item[n]->as.list;
        if (side->n != 1 || !is_index_part(lexicon, side->item[0], letter))
            return false;
    }
    return items->as.list.n > 0;
}

/* j_o: a letter of an index with a letter below it that is none, as the name of one of its values. */
static bool is_named_index(const struct lexicon *lexicon, const struct written *node)
{
    const struct written *base = node->as.scripts.base;
    const struct written *below = written_inner(node->as.scripts.below);
    return !node->as.scripts.above && base->kind == WRITTEN_NAME && base->as.text[1] == '\0' &&
           is_index_letter(lexicon, base->as.text[0]) && below && below->kind == WRITTEN_NAME &&
           below->as.text[1] == '\0' && !is_usual_letter(below->as.text[0], LETTER_INDEX);
}

/* An index, a whole number, or a list or range of them; *letter becomes true if the document has such an index. */
static bool is_index_part(const struct lexicon *lexicon, const struct written *node, bool *letter)
{
    node = written_inner(node);
    if (!node)
        return false;
    switch (node->kind) {
    case WRITTEN_NUMBER:
    case WRITTEN_DOTS:
        return true;
    case WRITTEN_NAME: {
        const char *text = node->as.text;
        if (text[1] != '\0' || !islower((unsigned char)text[0]))
            return false;
        *letter = *letter || lexicon->index[(unsigned char)text[0] % 128];
        return is_index_letter(lexicon, text[0]);
    }
    case WRITTEN_SCRIPTS:
        if (node->as.scripts.below)
            return is_named_index(lexicon, node);
        return node->as.scripts.above->kind == WRITTEN_PRIME &&
               is_index_part(lexicon, node->as.scripts.base, letter);
    case WRITTEN_MUL:
    case WRITTEN_ADD:
        return are_index_parts(lexicon, &node->as.list, letter);
    case WRITTEN_GROUP:
        return is_index_set(lexicon, node->as.group.items, letter);
    default:
        return false;
    }
}

bool conditions_about_indices(const struct lexicon *lexicon, const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    bool letter = false;
    if (side->n < 2 || !side->item[0])
        return false;
    for (size_t n = 0; n < side->n; n++) {
        const enum relation relation = side->item[n]->relation;
        if (!is_index_part(lexicon, side->item[n], &letter) || relation == REL_ASSIGN ||
            relation == REL_ADD || relation == REL_TAKE || relation == REL_ABOUT ||
            relation == REL_BECOMES)
            return false;
    }
    return letter;
}

const struct written *conditions_unwrap(const struct written *chain)
{
    while (chain->as.list.n == 1 && chain->as.list.item[0] &&
           chain->as.list.item[0]->kind == WRITTEN_GROUP) {
        const struct written_list *items = &chain->as.list.item[0]->as.group.items->as.list;
        if (items->n != 1 || items->item[0]->as.list.n < 2)
            break;
        chain = items->item[0];
    }
    return chain;
}

const struct expr *conditions_both(struct arena *arena, const struct expr *first,
                                   const struct expr *second)
{
    if (!first || !second)
        return first ? first : second;
    struct expr *both = expr_list(arena, first->where, EXPR_AND);
    expr_append(arena, both, first);
    expr_append(arena, both, second);
    return both;
}

/* One item of a list such as 0, …, 3; null if the chain is none. */
static const struct written *list_item(const struct written *chain)
{
    const struct written *item = chain->as.list.n == 1 ? chain->as.list.item[0] : NULL;
    return item && (item->kind == WRITTEN_NUMBER || item->kind == WRITTEN_DOTS ||
                    item->kind == WRITTEN_NAME || item->kind == WRITTEN_ADD)
               ? item
               : NULL;
}

/* Where the values of an index begin and end; null if the chain does not say so. */
struct limits {
    const struct written *from, *to;
};

/* The rest of a list that began with j = 0: the items behind it, up to the last or what is no item. */
static const struct written *list_end(const struct written *items, size_t *next)
{
    const struct written *to = NULL;
    const struct written_list *all = &items->as.list;
    while (!to && *next < all->n && all->item[*next]->separator == SEP_COMMA &&
           list_item(all->item[*next])) {
        const struct written *item = list_item(all->item[*next]);
        const bool last = *next + 1 >= all->n || !list_item(all->item[*next + 1]);
        if (item->kind != WRITTEN_DOTS && last)
            to = item;
        ++*next;
    }
    return to;
}

/* j = 0 … 3; j = 0, …, 3; j ∈ {0, …, 3} */
static struct limits limits_of(const struct written *chain, const struct written *items,
                               size_t *next)
{
    struct limits l = {NULL, NULL};
    const struct written *right = chain->as.list.n == 2 ? chain->as.list.item[1] : NULL;
    if (!right)
        return l;
    if (right->relation == REL_EQ && right->kind == WRITTEN_MUL && right->as.list.n == 3 &&
        right->as.list.item[1]->kind == WRITTEN_DOTS)
        return (struct limits){right->as.list.item[0], right->as.list.item[2]};
    if (right->relation == REL_EQ)
        return (struct limits){right, list_end(items, next)};
    if (right->relation == REL_IN && right->kind == WRITTEN_GROUP) {
        const struct written_list *set = &right->as.group.items->as.list;
        const struct written *first = set->n ? list_item(set->item[0]) : NULL;
        const struct written *last = set->n ? list_item(set->item[set->n - 1]) : NULL;
        if (first && last)
            return (struct limits){first, last};
    }
    return l;
}

/* letter >= from, letter <= to */
static const struct expr *between(struct elaboration *to, const struct written *letter,
                                  struct limits limits)
{
    const struct expr *e = elaborate(to, letter);
    const struct expr *low = e ? elaborate(to, limits.from) : NULL;
    const struct expr *high = low ? elaborate(to, limits.to) : NULL;
    return high ? conditions_both(to->arena, expr_comparison(to->arena, e, REL_GE, low),
                                  expr_comparison(to->arena, e, REL_LE, high))
                : NULL;
}

struct condition conditions_at(const struct lexicon *lexicon, struct arena *arena,
                               const struct written *items, size_t n)
{
    struct condition found = {NULL, NULL, n + 1};
    struct elaboration to = elaboration_begin(lexicon, arena);
    const struct written *chain = conditions_unwrap(items->as.list.item[n]);
    const struct limits limits = limits_of(chain, items, &found.next);
    if (limits.from && limits.to && chain->as.list.item[0])
        found.holds = found.range = between(&to, chain->as.list.item[0], limits);
    else
        found.holds = elaborate_condition(&to, chain);
    return found;
}

/* The condition that the items in parentheses are: j ≠ k; i = 1, …, 4. */
static struct condition condition_of(const struct lexicon *lexicon, struct arena *arena,
                                     const struct written *items)
{
    struct condition none = {NULL, NULL, 0};
    if (items->kind != WRITTEN_ITEMS || items->as.list.n == 0 ||
        !conditions_about_indices(lexicon, items->as.list.item[0]))
        return none;
    for (size_t n = 1; n < items->as.list.n; n++)
        if (!list_item(items->as.list.item[n]))
            return none;
    const struct condition all = conditions_at(lexicon, arena, items, 0);
    return all.next == items->as.list.n ? all : none;
}

static bool in_parentheses(const struct written *node)
{
    return node->kind == WRITTEN_GROUP && node->as.group.bracket == BRACKET_ROUND;
}

struct condition conditions_bracketed(const struct lexicon *lexicon, struct arena *arena,
                                      const struct written *chain)
{
    const struct written *group = chain->as.list.n == 1 ? chain->as.list.item[0] : NULL;
    return group && in_parentheses(group) ? condition_of(lexicon, arena, group->as.group.items)
                                          : (struct condition){NULL, NULL, 0};
}

/* A list with its last item replaced, or left out if that is null. */
static const struct written *with_last(struct arena *arena, const struct written *list,
                                       const struct written *last)
{
    struct written *copy = written_new(arena, list->kind, list->at, list->end);
    for (size_t n = 0; n + 1 < list->as.list.n; n++)
        written_add(arena, copy, list->as.list.item[n]);
    if (last)
        written_add(arena, copy, (struct written *)last); /* a new node, or a part of the list */
    return copy;
}

struct condition conditions_take(const struct lexicon *lexicon, struct arena *arena,
                                 const struct written **formula)
{
    const struct written *node = *formula;
    if (is_chance(lexicon, node)) /* the i = 1 of P(i = 1) */
        return (struct condition){NULL, NULL, 0};
    if (node->kind == WRITTEN_APPLY) {
        const struct condition found = condition_of(lexicon, arena, node->as.apply.argument);
        if (found.holds)
            *formula = node->as.apply.head;
        return found;
    }
    const bool list = node->kind == WRITTEN_MUL || node->kind == WRITTEN_ADD;
    const struct written *last = list ? node->as.list.item[node->as.list.n - 1]
                                 : node->kind == WRITTEN_NEG ? node->as.operand
                                                             : NULL;
    if (!last)
        return (struct condition){NULL, NULL, 0};
    if (node->kind == WRITTEN_MUL && in_parentheses(last)) {
        const struct condition found = condition_of(lexicon, arena, last->as.group.items);
        if (found.holds)
            *formula = with_last(arena, node, NULL);
        if (found.holds)
            return found;
    }
    const struct condition found = conditions_take(lexicon, arena, &last);
    if (!found.holds)
        return found;
    if (list) {
        *formula = with_last(arena, node, last);
    } else {
        struct written *negative = written_new(arena, WRITTEN_NEG, node->at, node->end);
        negative->as.operand = (struct written *)last;
        written_cover(negative, last);
        *formula = negative;
    }
    return found;
}

static bool binds(const struct expr *e, const void *letter)
{
    return e->kind == EXPR_SUM && strcmp(e->as.sum.index, letter) == 0;
}

struct sides {
    const struct expr *left, *right;
};

/* A letter that is no free index of the equation. */
static enum walk find_foreign(const struct expr *e, void *with)
{
    const struct sides *s = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol_name *name = &e->as.symbol.name;
    const bool free =
        expr_has_index(s->left, name->base) ||
        (expr_has_index(s->right, name->base) && !expr_any(s->right, binds, name->base));
    return e->as.symbol.index.n || (symbol_name_is_plain(name) && free) ? WALK_PRUNE : WALK_ABORT;
}

bool conditions_concern(const struct expr *condition, const struct expr *left,
                        const struct expr *right)
{
    struct sides sides = {left, right};
    return condition && !expr_walk(condition, find_foreign, &sides);
}

bool conditions_is_binary(const struct expr *set)
{
    return set->kind == EXPR_LIST && set->as.list.n == 2 &&
           set->as.list.item[0]->kind == EXPR_NUMBER &&
           strcmp(set->as.list.item[0]->as.number, "0") == 0 &&
           set->as.list.item[1]->kind == EXPR_NUMBER &&
           strcmp(set->as.list.item[1]->as.number, "1") == 0;
}
