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
    return layer_is_letter(node) || written_is_name(node, "L");
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

/* What stands above: a layer, a prime, or both, as in g^{[l]'}; then *which is the layer. False if it is something else. */
static bool read_above(const struct written **which, bool *layer, bool *prime)
{
    const struct written *above = *which, *inner = above;
    while (inner->kind == WRITTEN_GROUP && inner->as.group.bracket == BRACKET_BRACES &&
           written_inner(inner) != inner)
        inner = inner->as.group.items->as.list.item[0]->as.list.item[0];
    if (inner->kind == WRITTEN_SCRIPTS && !inner->as.scripts.below &&
        inner->as.scripts.above->kind == WRITTEN_PRIME) {
        *prime = true;
        *which = above = inner->as.scripts.base;
    } else if (above->kind == WRITTEN_PRIME) {
        *prime = true;
        return true;
    }
    const bool is = !*layer && is_layer(above);
    *layer = *layer || is;
    return is;
}

/* What a head is made of. */
struct parts {
    const char *name;  /* below a layer; null if the head is something else */
    const char *below; /* a letter, or null */
    const char *layer; /* its number; null if it is a letter, or a sum with one */
    bool last, prime;  /* the letter is L */
};

static struct parts parts_of(const struct written *head)
{
    const struct parts none = {NULL, NULL, NULL, false, false};
    struct parts p = none;
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
        p.below = below ? written_inner(below)->as.text : p.below;
        const struct written *which = above;
        if (above && !read_above(&which, &layer, &p.prime))
            return none;
        which = which && which->kind != WRITTEN_PRIME ? written_inner(which) : NULL;
        if (which && which->kind == WRITTEN_NUMBER)
            p.layer = which->as.text;
        p.last = p.last || written_is_name(which, "L");
    }
    if (layer && head->kind == WRITTEN_NAME)
        p.name = head->as.text;
    return p;
}

/* z_j stands in it, for this j. */
static bool has_index(const struct written *node, const char *letter)
{
    if (!node)
        return false;
    if (node->kind == WRITTEN_SCRIPTS && node->as.scripts.below &&
        written_is_name(written_inner(node->as.scripts.below), letter))
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_index(written_part(node, n), letter))
            return true;
    return false;
}

/* The parts of the head of a call. \sigma^l_j(z_j) is elementwise; \sigma^l_j(z) is an entry of a function of a vector, and no
 * activation. */
static struct parts parts_of_call(const struct written *apply)
{
    struct parts p = parts_of(apply->as.apply.head);
    if (p.below && !has_index(apply->as.apply.argument, p.below))
        p.name = NULL;
    return p;
}

struct activation activation_of(const struct lexicon *lexicon, const struct written *apply,
                                struct arena *arena)
{
    const struct parts p = parts_of_call(apply);
    struct activation found = {NULL, p.prime};
    if (p.name && names_have(&lexicon->activations, p.name))
        found.function = arena_print(arena, "%s^%s", p.name, p.layer ? p.layer : "l");
    return found;
}

/* --- which names --- */

struct use {
    struct arena *arena;
    struct names applied, bare;
    struct names
        defined; /* in one layer, as in g^{[L]}(z) = z: then that of another may be another function */
};

static bool is_call(const struct written *node)
{
    return node->kind == WRITTEN_APPLY && node->as.apply.argument->kind == WRITTEN_ITEMS;
}

static void note(struct use *use, const struct written *node)
{
    if (!node)
        return;
    const bool apply = is_call(node);
    const struct written *first =
        node->kind == WRITTEN_CHAIN && node->as.list.n > 1 ? node->as.list.item[0] : NULL;
    const struct parts defined =
        first && is_call(first) ? parts_of(first->as.apply.head) : (struct parts){.name = NULL};
    if ((defined.layer || defined.last) && !defined.prime)
        names_add(use->arena, &use->defined, defined.name);
    const char *name = apply                           ? parts_of_call(node).name
                       : node->kind == WRITTEN_SCRIPTS ? parts_of(node).name
                                                       : NULL;
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
    for (size_t n = 0; n < use.applied.n; n++) {
        const char *name = use.applied.name[n];
        if ((is_usual(name) || !names_have(&use.bare, name)) && !names_have(&use.defined, name))
            names_add(arena, &lexicon->activations, name);
    }
}
