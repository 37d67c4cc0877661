/* subscripts.c */
#include "check/meaning/subscripts.h"

#include <ctype.h>
#include <string.h>

#include "check/meaning/formula.h"
#include "check/vocabulary/words.h"

static const char digits[] = "0123456789";

static void add_below(struct elaboration *to, struct name *name, const char *text)
{
    name->below = name->below ? arena_print(to->arena, "%s_%s", name->below, text) : text;
}

void subscripts_add(struct elaboration *to, struct name *name, const struct written *where,
                    const char *text, size_t length)
{
    const bool number = strspn(text, digits) >= length;
    const char *copy = arena_text(to->arena, text, length);
    const struct extent extent = written_extent(where);
    expr_append(to->arena, name->symbol,
                number ? expr_number(to->arena, extent, copy)
                       : expr_symbol(to->arena, extent, symbol_name_plain(copy)));
}

/* Letters and digits of a subscript that are indices side by side: more than three are a word. */
enum { INDICES_MAX = 3 };

static bool are_indices(const struct elaboration *to, const char *text)
{
    const size_t length = strlen(text);
    if (length == 1 && isupper((unsigned char)*text) &&
        to->lexicon->last[(unsigned char)*text % 128])
        return true;
    for (size_t n = 0; n < length; n++)
        if (!isdigit((unsigned char)text[n]) &&
            !(islower((unsigned char)text[n]) && is_index_letter(to->lexicon, text[n])))
            return false;
    return length <= INDICES_MAX;
}

/* ij, j0, 10 are indices side by side; out is a part of the name. A run of digits stays together
 * until the number of the name's indices is known (model/arities.h). */
static void below_word(struct elaboration *to, struct name *name, const struct written *word)
{
    const char *text = word->as.text;
    if (word_is_new(text))
        name->tag = TAG_NEW;
    else if (!word_is_old(text) && !are_indices(to, text))
        add_below(to, name, text);
    else if (!word_is_old(text))
        for (size_t n = 0; text[n];) {
            const size_t run = strspn(text + n, digits);
            subscripts_add(to, name, word, text + n, run ? run : 1);
            n += run ? run : 1;
        }
}

/* An index with a prime, k'; or a name with an index, net_{h_j}. */
static void below_scripts(struct elaboration *to, struct name *name, const struct written *node)
{
    const struct written *base = node->as.scripts.base;
    const struct written *under = node->as.scripts.below, *above = node->as.scripts.above;
    const struct written *inner = under ? written_inner(under) : NULL;
    if (base->kind == WRITTEN_NAME && base->as.text[1] == '\0' && !above && inner &&
        inner->kind == WRITTEN_NAME && is_index_letter(to->lexicon, base->as.text[0]) &&
        inner->as.text[1] == '\0' && !is_usual_letter(inner->as.text[0], LETTER_INDEX)) {
        const char *text = arena_print(to->arena, "%s_%s", base->as.text, inner->as.text);
        subscripts_add(to, name, node, text, strlen(text));
    } else if (base->kind == WRITTEN_NAME && under && !above) {
        add_below(to, name, base->as.text);
        subscripts_read(to, name, under);
    } else if (base->kind == WRITTEN_NAME && !under && above->kind == WRITTEN_PRIME) {
        const char *text = arena_print(to->arena, "%s'", base->as.text);
        subscripts_add(to, name, node, text, strlen(text));
    } else {
        elaboration_fail(to, node, REASON_INDEX_UNCLEAR);
    }
}

static void below_items(struct elaboration *to, struct name *name, const struct written *items)
{
    for (size_t n = 0; n < items->as.list.n && !elaboration_failed(to); n++) {
        const struct written_list *side = &items->as.list.item[n]->as.list;
        if (side->n != 1 || !side->item[0])
            elaboration_fail(to, items, REASON_INDEX_UNCLEAR);
        else
            subscripts_read(to, name, side->item[0]);
    }
}

static void below_number(struct elaboration *to, struct name *name, const struct written *node)
{
    const char *text = node->as.text;
    if (strspn(text, digits) < strlen(text))
        elaboration_fail(to, node, REASON_INDEX_WHOLE);
    else
        subscripts_add(to, name, node, text, strlen(text));
}

static void below_sum(struct elaboration *to, struct name *name, const struct written *node)
{
    if (name->stepped) {
        name->tag = TAG_NEW;
        return;
    }
    const struct expr *index = elaborate(to, node);
    if (index)
        expr_append(to->arena, name->symbol, index);
}

/* What stands below a name. */
void subscripts_read(struct elaboration *to, struct name *name, const struct written *node)
{
    if (elaboration_failed(to))
        return;
    switch (node->kind) {
    case WRITTEN_NUMBER:
        below_number(to, name, node);
        break;
    case WRITTEN_NAME:
        if (!name->stepped || word_is_new(node->as.text))
            below_word(to, name, node);
        break;
    case WRITTEN_PLUS:
        name->tag = TAG_NEW;
        break;
    case WRITTEN_SCRIPTS:
        below_scripts(to, name, node);
        break;
    case WRITTEN_ADD:
        below_sum(to, name, node);
        break;
    case WRITTEN_MUL:
    case WRITTEN_INDICES:
        for (size_t n = 0; n < node->as.list.n; n++)
            subscripts_read(to, name, node->as.list.item[n]);
        break;
    case WRITTEN_GROUP:
        below_items(to, name, node->as.group.items);
        break;
    default:
        elaboration_fail(to, node, REASON_INDEX_UNCLEAR);
    }
}
