/* entries.c: the other entries show in the formula: they have another index than the argument. */
#include "check/meaning/entries.h"

#include "check/expression/walk.h"
#include "check/meaning/formula.h"
#include "check/meaning/scripts.h"

/* The only formula in the parentheses of an APPLY, or null. */
static struct written *single_argument(const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    return args->kind == WRITTEN_ITEMS && args->as.list.n == 1 &&
                   args->as.list.item[0]->as.list.n == 1
               ? args->as.list.item[0]->as.list.item[0]
               : NULL;
}

static bool is_called(const struct written *node)
{
    return node && node->kind == WRITTEN_APPLY && node->as.apply.head->kind == WRITTEN_NAME;
}

/* sigma(z_k) or sigma(z)_k: what it is applied to, and the index of the entry. */
struct given {
    const char *function; /* null if it is neither */
    const struct written *vector, *below;
};

static struct given given_by(const struct written *side)
{
    struct given g = {NULL, NULL, NULL};
    const bool behind =
        side && side->kind == WRITTEN_SCRIPTS && side->as.scripts.below && !side->as.scripts.above;
    const struct written *apply = behind ? side->as.scripts.base : side;
    const struct written *argument = is_called(apply) ? single_argument(apply) : NULL;
    if (!argument)
        return g;
    if (behind)
        g = (struct given){apply->as.apply.head->as.text, argument, side->as.scripts.below};
    else if (argument->kind == WRITTEN_SCRIPTS && argument->as.scripts.below)
        g = (struct given){apply->as.apply.head->as.text, argument->as.scripts.base,
                           argument->as.scripts.below};
    return g;
}

/* The vector stands in the formula with another index. */
static bool has_others(const struct given *g, const struct written *node)
{
    if (!node)
        return false;
    if (node->kind == WRITTEN_SCRIPTS && node->as.scripts.below &&
        written_same(node->as.scripts.base, g->vector) &&
        !written_same(written_inner(node->as.scripts.below), written_inner(g->below)))
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_others(g, written_part(node, n)))
            return true;
    return false;
}

/* The formula is all of what the function gives: nothing in it calls the function itself. */
static bool calls(const char *function, const struct written *node)
{
    if (!node)
        return false;
    if (is_called(node) && written_is_name(node->as.apply.head, function))
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (calls(function, written_part(node, n)))
            return true;
    return false;
}

const char *entries_given(const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    for (size_t n = 0; n + 1 < side->n; n++) {
        const struct given g = given_by(side->item[n]);
        const struct written *next = side->item[n + 1];
        if (g.function && (next->relation == REL_EQ || next->relation == REL_ASSIGN) &&
            has_others(&g, next) && !calls(g.function, next))
            return g.function;
    }
    return NULL;
}

bool is_of_entries(const struct lexicon *lexicon, const struct written *apply)
{
    return is_called(apply) && names_have(&lexicon->entries, apply->as.apply.head->as.text);
}

const struct expr *elaborate_entry(struct elaboration *to, const struct written *apply,
                                   struct written *below)
{
    struct written *argument = single_argument(apply);
    if (argument && below) {
        struct written *scripts = written_new(to->arena, WRITTEN_SCRIPTS, apply->at, apply->end);
        scripts->as.scripts.base = argument;
        scripts->as.scripts.below = below;
        argument = scripts;
    }
    const struct expr *entry = argument ? elaborate(to, argument) : NULL;
    if (!entry || entry->kind != EXPR_SYMBOL || entry->as.symbol.index.n == 0)
        return elaboration_fail(to, apply, REASON_ENTRY);
    struct expr *value = expr_shallow(to->arena, entry);
    const struct symbol_name vector = entry->as.symbol.name;
    value->as.symbol.name =
        symbol_name_plain(arena_print(to->arena, "%s(%s)", apply->as.apply.head->as.text,
                                      symbol_name_print(to->arena, &vector, NULL, 0)));
    return value;
}
