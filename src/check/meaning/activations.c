/* activations.c */
#include "check/meaning/activations.h"

#include <string.h>

#include "check/meaning/layer_names.h"

/* Its name with a layer: g^l is another function than g. */
static const char *usual(const char *name)
{
    static const char *const names[][2] = {{"g", "g^l"},     {"f", "f^l"},
                                           {"phi", "phi^l"}, {"varphi", "varphi^l"},
                                           {"psi", "psi^l"}, {"sigma", "sigma^l"}};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strcmp(names[n][0], name) == 0)
            return names[n][1];
    return NULL;
}

static bool is_layer_letter(const struct written *node)
{
    return written_is_name(node, "l") || written_is_name(node, "L") || written_is_name(node, "ell");
}

/* l, L, l - 1, or a number in square brackets. */
static bool is_layer(const struct written *above)
{
    const struct written *content = written_inner(above);
    if (!content)
        return false;
    if (content->kind == WRITTEN_ADD)
        return content->as.list.n == 2 && is_layer_letter(content->as.list.item[0]);
    if (content->kind != WRITTEN_NUMBER)
        return is_layer_letter(content);
    for (; above != content; above = above->as.group.items->as.list.item[0]->as.list.item[0])
        if (above->kind == WRITTEN_GROUP && above->as.group.bracket == BRACKET_SQUARE)
            return true;
    return false;
}

/* What stands above: a layer, a prime, or both, as in g^{[l]'}. False if it is something else. */
static bool read_above(const struct written *above, bool *layer, bool *prime)
{
    const struct written *inner = above;
    while (inner->kind == WRITTEN_GROUP && inner->as.group.bracket == BRACKET_BRACES &&
           written_inner(inner) != inner)
        inner = inner->as.group.items->as.list.item[0]->as.list.item[0];
    if (inner->kind == WRITTEN_SCRIPTS && !inner->as.scripts.below &&
        inner->as.scripts.above->kind == WRITTEN_PRIME) {
        *prime = true;
        above = inner->as.scripts.base;
    } else if (above->kind == WRITTEN_PRIME) {
        *prime = true;
        return true;
    }
    const bool is = !*layer && is_layer(above);
    *layer = *layer || is;
    return is;
}

struct activation activation_of(const struct written *head)
{
    struct activation none = {NULL, false}, found = none;
    bool layer = false;
    for (;; head = head->as.scripts.base) {
        while (head->kind == WRITTEN_GROUP && written_inner(head) != head)
            head = written_inner(head);
        if (head->kind != WRITTEN_SCRIPTS)
            break;
        const struct written *below = head->as.scripts.below, *above = head->as.scripts.above;
        if (below && (written_inner(below)->kind != WRITTEN_NAME ||
                      written_inner(below)->as.text[1] != '\0'))
            return none;
        if (above && !read_above(above, &layer, &found.prime))
            return none;
    }
    if (layer && head->kind == WRITTEN_NAME)
        found.function = usual(head->as.text);
    return found;
}
