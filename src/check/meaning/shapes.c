/* shapes.c */
#include "check/meaning/shapes.h"

#include <string.h>

static bool has_cross(const struct source *source, const struct written *node)
{
    for (size_t n = node->at; n < node->end; n++)
        if (strncmp(source->text + n, "\\times", 6) == 0 ||
            strncmp(source->text + n, "×", strlen("×")) == 0)
            return true;
    return false;
}

static bool is_bracketed(const struct written *node)
{
    return node->kind == WRITTEN_GROUP &&
           (node->as.group.bracket == BRACKET_ROUND || node->as.group.bracket == BRACKET_SQUARE);
}

static bool is_name(const struct written *node)
{
    return node->kind == WRITTEN_NAME ||
           (node->kind == WRITTEN_SCRIPTS && node->as.scripts.base->kind == WRITTEN_NAME);
}

/* m - 1 and the like count as the name in them. */
static bool is_length(const struct written *node)
{
    if (node->kind == WRITTEN_ADD)
        node = node->as.list.item[0];
    return is_name(node) || node->kind == WRITTEN_NUMBER;
}

/* m \times 1, 2 \times 3; *named: not all of them are numbers. */
static bool are_lengths(const struct source *source, const struct written *inner, bool *named)
{
    *named = false;
    if (!inner || inner->kind != WRITTEN_MUL || !has_cross(source, inner))
        return false;
    for (size_t n = 0; n < inner->as.list.n; n++) {
        *named |= is_name(inner->as.list.item[n]);
        if (!is_length(inner->as.list.item[n]))
            return false;
    }
    return true;
}

/* m \times 1 */
static bool is_bare_size(const struct source *source, const struct written *inner)
{
    bool named;
    return are_lengths(source, inner, &named) && named;
}

/* (m \times 1), [n_1 \times n_2] */
static bool is_size(const struct source *source, const struct written *node)
{
    return is_bracketed(node) && is_bare_size(source, written_inner(node));
}

/* (2 \times 3), beside one that names its lengths. */
static bool is_size_in_numbers(const struct source *source, const struct written *node)
{
    bool named;
    return is_bracketed(node) && are_lengths(source, written_inner(node), &named) && !named;
}

static bool are_sizes(const struct source *source, const struct written *side)
{
    if (side->kind == WRITTEN_APPLY)
        return is_size(source, side->as.apply.head);
    if (side->kind != WRITTEN_MUL)
        return is_size(source, side);
    for (size_t n = 0; n < side->as.list.n; n++)
        if (!is_size(source, side->as.list.item[n]))
            return false;
    return true;
}

static bool names_entries(const struct written *left, const struct written *right)
{
    const struct written *inner = is_bracketed(right) ? written_inner(right) : NULL;
    return inner && left && left->kind == WRITTEN_NAME && inner->kind == WRITTEN_SCRIPTS &&
           inner->as.scripts.below && inner->as.scripts.base->kind == WRITTEN_NAME;
}

bool shapes_only(const struct source *source, const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    if (side->n == 2 && names_entries(side->item[0], side->item[1]))
        return true;
    bool sizes = false;
    for (size_t n = 0; n < side->n; n++) {
        if (!side->item[n])
            continue;
        const struct written *inner =
            is_bracketed(side->item[n]) ? written_inner(side->item[n]) : NULL;
        const bool size = are_sizes(source, side->item[n]);
        if (!size && !(inner && is_name(inner)) && !is_bare_size(source, side->item[n]) &&
            !is_size_in_numbers(source, side->item[n]))
            return false;
        sizes |= size;
    }
    return sizes;
}
