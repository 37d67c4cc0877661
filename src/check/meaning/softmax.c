/* softmax.c: the softmax function, entry by entry. */
#include "check/meaning/softmax.h"

#include "check/expression/walk.h"
#include "check/meaning/formula.h"
#include "check/meaning/matrix_signs.h"
#include "check/meaning/scripts.h"
#include "check/reading/written.h"

/* No document has an index of this name. */
static const char index_of_all[] = "s'";

static bool is_name(const struct written *node)
{
    return written_is_name(node, "softmax") || written_is_name(node, "Softmax");
}

bool is_softmax(const struct written *head)
{
    return is_name(head) || (head->kind == WRITTEN_SCRIPTS && head->as.scripts.below &&
                             !head->as.scripts.above && is_name(head->as.scripts.base));
}

/* --- whole vectors --- */

/* softmax(z), of a name that stands with an index elsewhere. */
static bool is_of_vector(const struct lexicon *lexicon, const struct written *node)
{
    if (node->kind != WRITTEN_APPLY || !is_name(node->as.apply.head) ||
        node->as.apply.argument->kind != WRITTEN_ITEMS)
        return false;
    const struct written_list *items = &node->as.apply.argument->as.list;
    const struct written *argument =
        items->n == 1 && items->item[0]->as.list.n == 1 ? items->item[0]->as.list.item[0] : NULL;
    return argument && argument->kind == WRITTEN_NAME &&
           names_have(&lexicon->indexed, argument->as.text);
}

static bool is_vector(const struct lexicon *lexicon, const struct written *node)
{
    return node && (is_of_vector(lexicon, node) ||
                    (node->kind == WRITTEN_NAME && names_have(&lexicon->indexed, node->as.text)));
}

const struct written *softmax_entries(const struct lexicon *lexicon, struct arena *arena,
                                      const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    bool any = false;
    for (size_t n = 0; n < side->n; n++) {
        if (!is_vector(lexicon, side->item[n]))
            return chain;
        any = any || is_of_vector(lexicon, side->item[n]);
    }
    if (!any)
        return chain;
    struct written *entries = written_new(arena, WRITTEN_CHAIN, chain->at, chain->end);
    for (size_t n = 0; n < side->n; n++) {
        struct written *whole = side->item[n];
        struct written *entry = written_new(arena, WRITTEN_SCRIPTS, whole->at, whole->end);
        entry->as.scripts.base = whole;
        entry->as.scripts.below = written_new(arena, WRITTEN_NAME, whole->end, whole->end);
        entry->as.scripts.below->as.text = "k";
        entry->relation = whole->relation;
        entry->relation_at = whole->relation_at;
        written_add(arena, entries, entry);
    }
    return entries;
}

/* The sum of e^{z_s'} over all s'. */
static const struct expr *sum_of_all(struct elaboration *to, const struct written *apply,
                                     const struct expr *entry)
{
    struct expr *each = expr_shallow(to->arena, entry);
    expr_set_part(each, expr_parts(each) - 1,
                  expr_symbol(to->arena, entry->where, symbol_name_plain(index_of_all)));
    return expr_sum(to->arena, written_extent(apply), index_of_all, NULL, NULL, NULL,
                    elaboration_call(to, EXPR_CALL, "exp", apply, each));
}

/* z_k is an entry; z, z_2, z_t and z^{(i)} are whole vectors. */
static bool has_entry(const struct elaboration *to, const struct expr *symbol)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    return index->n > 0 &&
           !(index->n == 1 &&
             (index->item[0]->kind == EXPR_NUMBER || expr_is_letter(index->item[0], "t") ||
              names_have(&to->lexicon->sampled, symbol->as.symbol.name.base)));
}

const struct expr *elaborate_softmax(struct elaboration *to, const struct written *apply,
                                     struct written *below)
{
    const struct written *head = apply->as.apply.head, *args = apply->as.apply.argument;
    if (head->kind == WRITTEN_SCRIPTS)
        below = head->as.scripts.below;
    struct written *argument =
        args->kind == WRITTEN_ITEMS && args->as.list.n == 1 && args->as.list.item[0]->as.list.n == 1
            ? args->as.list.item[0]->as.list.item[0]
            : NULL;
    const struct expr *entry = argument ? elaborate(to, argument) : NULL;
    if (entry && entry->kind == EXPR_SYMBOL && below) {
        /* The index that stands below softmax belongs to its argument. */
        struct written *scripts = written_new(to->arena, WRITTEN_SCRIPTS, apply->at, apply->end);
        scripts->as.scripts.base = argument;
        scripts->as.scripts.below = below;
        entry = elaborate_scripts(to, scripts);
    }
    if (entry && !below && (entry->kind != EXPR_SYMBOL || !has_entry(to, entry)))
        return elaborate_operation(to, MATRIX_SOFTMAX, apply, entry);
    if (!entry || entry->kind != EXPR_SYMBOL || entry->as.symbol.index.n == 0)
        return elaboration_fail(to, apply, REASON_SOFTMAX);
    return expr_quotient(to->arena, elaboration_call(to, EXPR_CALL, "exp", apply, entry),
                         sum_of_all(to, apply, entry));
}
