/* chances.c */
#include "check/meaning/chances.h"

#include <ctype.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/formula.h"
#include "check/vocabulary/relations.h"

/* p of p_\theta; null if the head is no name with or without something below it. */
static const char *name_of(const struct written *head)
{
    if (head->kind == WRITTEN_SCRIPTS && !head->as.scripts.above)
        head = head->as.scripts.base;
    return head->kind == WRITTEN_NAME ? head->as.text : NULL;
}

static bool is_usual_chance(const char *name, size_t length)
{
    static const char *const usual[] = {"P", "p", "Pr", "q", "Q"};
    for (size_t n = 0; name && n < sizeof usual / sizeof *usual; n++)
        if (strlen(usual[n]) == length && strncmp(usual[n], name, length) == 0)
            return true;
    return false;
}

bool is_conditional_chance(const struct written *apply)
{
    const struct written *args = apply->kind == WRITTEN_APPLY ? apply->as.apply.argument : NULL;
    const char *name = args ? name_of(apply->as.apply.head) : NULL;
    if (!args || args->kind != WRITTEN_ITEMS || !name || !is_usual_chance(name, strlen(name)))
        return false;
    for (size_t n = 0; n < args->as.list.n; n++)
        if (args->as.list.item[n]->separator == SEP_GIVEN || args->as.list.item[n]->as.list.n > 1)
            return true;
    return false;
}

bool is_chance(const struct lexicon *lexicon, const struct written *apply)
{
    if (is_conditional_chance(apply))
        return true;
    return apply->kind == WRITTEN_APPLY && apply->as.apply.argument->kind == WRITTEN_ITEMS &&
           name_of(apply->as.apply.head) &&
           names_have(&lexicon->chances, name_of(apply->as.apply.head));
}

void chances_note(struct lexicon *lexicon, const struct written *node, struct arena *arena)
{
    if (!node)
        return;
    if (is_conditional_chance(node))
        names_add(arena, &lexicon->chances, name_of(node->as.apply.head));
    for (size_t n = 0; n < written_parts(node); n++)
        chances_note(lexicon, written_part(node, n), arena);
}

static bool has_letter(const struct expr *symbol, const struct expr *index)
{
    for (size_t n = 0; index->kind == EXPR_SYMBOL && n < symbol->as.symbol.index.n; n++)
        if (expr_same(symbol->as.symbol.index.item[n], index))
            return true;
    return false;
}

/* The text of a part without its indices, which go to the symbol; null with the reason if it is a longer formula. */
static const char *part_of(struct elaboration *to, const struct written *part, struct expr *symbol)
{
    const struct expr *e = elaborate(to, part);
    if (e && expr_is_number(e))
        return expr_print(to->arena, e);
    if (!e || e->kind != EXPR_SYMBOL) {
        elaboration_fail(to, part, REASON_CHANCE);
        return NULL;
    }
    for (size_t n = 0; n < e->as.symbol.index.n; n++)
        if (!has_letter(symbol, e->as.symbol.index.item[n]))
            expr_append(to->arena, symbol, e->as.symbol.index.item[n]);
    return symbol_name_print(to->arena, &e->as.symbol.name, NULL, 0);
}

/* The i of P(K = i): which of the events; false if it is no index. */
static bool add_index(struct elaboration *to, const struct written *side, struct expr *symbol)
{
    if (side->kind != WRITTEN_NAME || side->as.text[1] != '\0' ||
        !is_index_letter(to->lexicon, side->as.text[0]))
        return false;
    const struct expr *index = elaborate(to, side);
    if (index && !has_letter(symbol, index))
        expr_append(to->arena, symbol, index);
    return index != NULL;
}

/* y, y = 1; of X = x, which is about all values of x, nothing is known. */
static const char *event_of(struct elaboration *to, const struct written *chain,
                            struct expr *symbol)
{
    const char *text = "";
    for (size_t n = 0; n < chain->as.list.n; n++) {
        const struct written *side = chain->as.list.item[n];
        if (n > 0 && side->relation == REL_EQ && add_index(to, side, symbol))
            continue;
        const char *part =
            side && (n == 0 || side->kind == WRITTEN_NUMBER) ? part_of(to, side, symbol) : NULL;
        if (!part)
            return NULL;
        text = n == 0
                   ? part
                   : arena_print(to->arena, "%s %s %s", text, relation_text(side->relation), part);
    }
    return text;
}

const struct expr *elaborate_chance(struct elaboration *to, const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    struct expr *symbol = expr_symbol(to->arena, written_extent(apply), symbol_name_plain(""));
    const char *text = part_of(to, apply->as.apply.head, symbol);
    for (size_t n = 0; text && n < args->as.list.n; n++) {
        const struct written *item = args->as.list.item[n];
        const char *event = event_of(to, item, symbol);
        if (!event) {
            elaboration_fail(to, item, REASON_CHANCE);
            return NULL;
        }
        const char *before = n == 0 ? "(" : item->separator == SEP_GIVEN ? "|" : ", ";
        text = arena_print(to->arena, "%s%s%s", text, before, event);
    }
    if (!text)
        return NULL;
    symbol->as.symbol.name = symbol_name_plain(arena_print(to->arena, "%s)", text));
    return symbol;
}

bool is_chance_name(const struct symbol_name *name)
{
    return strchr(name->base, '(') && is_usual_chance(name->base, strcspn(name->base, "_("));
}

static bool mentions(const struct expr *e, const void *letter)
{
    if (e->kind != EXPR_SYMBOL || !is_chance_name(&e->as.symbol.name))
        return false;
    const char *text = e->as.symbol.name.base;
    const size_t length = strlen(letter);
    for (const char *at = strchr(text, '('); (at = strstr(at, letter)); at++)
        if (!isalnum((unsigned char)at[-1]) && at[-1] != '_' &&
            !isalnum((unsigned char)at[length]) && at[length] != '_')
            return true;
    return false;
}

bool chances_depend(const struct expr *e, const char *letter)
{
    return expr_any(e, mentions, letter);
}
