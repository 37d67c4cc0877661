/* activations.c */
#include "check/meaning/activations.h"

#include <string.h>

#include "check/meaning/layer_names.h"

/* What people call activations, also where they stand without an argument. */
static bool is_usual(const char *name)
{
    static const char *const names[] = {"g", "f", "phi", "varphi", "psi", "sigma"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strcmp(names[n], name) == 0)
            return true;
    return false;
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

/* The name below a layer, without its prime; null if the head is something else. */
static const char *layered_name(const struct written *head, bool *prime)
{
    bool layer = false;
    for (;; head = head->as.scripts.base) {
        while (head->kind == WRITTEN_GROUP && written_inner(head) != head)
            head = written_inner(head);
        if (head->kind != WRITTEN_SCRIPTS)
            break;
        const struct written *below = head->as.scripts.below, *above = head->as.scripts.above;
        if (below && (written_inner(below)->kind != WRITTEN_NAME ||
                      written_inner(below)->as.text[1] != '\0'))
            return NULL;
        if (above && !read_above(above, &layer, prime))
            return NULL;
    }
    return layer && head->kind == WRITTEN_NAME ? head->as.text : NULL;
}

struct activation activation_of(const struct lexicon *lexicon, const struct written *head,
                                struct arena *arena)
{
    struct activation found = {NULL, false};
    const char *name = layered_name(head, &found.prime);
    if (name && names_have(&lexicon->activations, name))
        found.function = arena_print(arena, "%s^l", name);
    return found;
}

/* --- which names --- */

struct use {
    struct arena *arena;
    struct names applied, bare;
};

static void note(struct use *use, const struct written *node)
{
    bool prime;
    if (!node)
        return;
    const bool apply =
        node->kind == WRITTEN_APPLY && node->as.apply.argument->kind == WRITTEN_ITEMS;
    const struct written *head = apply ? node->as.apply.head : node;
    const char *name = head->kind == WRITTEN_SCRIPTS ? layered_name(head, &prime) : NULL;
    names_add(use->arena, apply ? &use->applied : &use->bare, name);
    if (name)
        node = apply ? node->as.apply.argument : node->as.scripts.below;
    for (size_t n = 0; node && n < written_parts(node); n++)
        note(use, written_part(node, n));
}

/* $g^{[l]}$ in a sentence. */
static bool is_alone(const struct written *items)
{
    return items && items->as.list.n == 1 && items->as.list.item[0]->as.list.n == 1 &&
           items->as.list.item[0]->as.list.item[0] &&
           items->as.list.item[0]->as.list.item[0]->kind == WRITTEN_SCRIPTS;
}

void activations_note(struct lexicon *lexicon, const struct formulas *formulas, struct arena *arena)
{
    struct use use = {.arena = arena};
    for (size_t n = 0; n < formulas->n; n++)
        if (!is_alone(formulas->formula[n].parsed.tree))
            note(&use, formulas->formula[n].parsed.tree);
    for (size_t n = 0; n < use.applied.n; n++)
        if (is_usual(use.applied.name[n]) || !names_have(&use.bare, use.applied.name[n]))
            names_add(arena, &lexicon->activations, use.applied.name[n]);
}
