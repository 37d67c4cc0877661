/* lexicon.c: a first look over all formulas of a document. */
#include "check/meaning/lexicon.h"

#include <ctype.h>
#include <string.h>

#include "check/meaning/activations.h"
#include "check/meaning/chances.h"
#include "check/meaning/entries.h"
#include "check/meaning/evidence.h"
#include "check/meaning/layer_names.h"
#include "check/meaning/series.h"
#include "check/vocabulary/functions.h"
#include "check/vocabulary/matrix_operations.h"
#include "check/vocabulary/words.h"

bool is_usual_letter(char letter, enum letter_use use)
{
    static const char *const usual[] = {
        [LETTER_INDEX] = "ijkmn", [LETTER_SAMPLE] = "ijmnst", [LETTER_STEP] = "tnks"};
    return letter && strchr(usual[use], letter);
}

bool is_index_letter(const struct lexicon *lexicon, char letter)
{
    const unsigned char c = (unsigned char)letter;
    const char name[] = {letter, '\0'};
    return is_usual_letter(letter, LETTER_INDEX) ||
           (c < 128 && lexicon->index[c] &&
            choices_option(&lexicon->choices, CHOICE_BELOW, name, 0) == 0);
}

bool is_function_name(const struct lexicon *lexicon, const char *name)
{
    return names_have(&lexicon->functions, name) || names_have(&lexicon->unknown, name) ||
           (strcmp(name, "sigma") == 0 && !names_have(&lexicon->defined, name) &&
            !names_have(&lexicon->entries, name));
}

const char *lexicon_function(const struct lexicon *lexicon, const struct written *head,
                             struct arena *arena)
{
    if (head->kind == WRITTEN_NAME)
        return head->as.text;
    if (head->kind != WRITTEN_SCRIPTS || head->as.scripts.above || !head->as.scripts.below ||
        head->as.scripts.base->kind != WRITTEN_NAME)
        return NULL;
    const struct written *below = written_inner(head->as.scripts.below);
    if (!below || (below->kind != WRITTEN_NUMBER && below->kind != WRITTEN_NAME))
        return NULL;
    const char *text = below->as.text;
    if (below->kind == WRITTEN_NAME && text[1] == '\0' && is_index_letter(lexicon, text[0]))
        return NULL;
    return arena_print(arena, "%s_%s", head->as.scripts.base->as.text, text);
}

/* Built-in functions have names of their own, but a document may define them: tanh(x) = … */
static const char *definable(const struct written *function, const struct written *above)
{
    const struct function *f = function_named(function->as.text);
    return f && f->definable && above && above->kind == WRITTEN_APPLY ? function->as.text : NULL;
}

const char *lexicon_head(const struct written *node)
{
    const struct written *above = NULL;
    while (node && (node->kind == WRITTEN_SCRIPTS || node->kind == WRITTEN_APPLY)) {
        above = node;
        node = node->kind == WRITTEN_SCRIPTS ? node->as.scripts.base : node->as.apply.head;
    }
    if (node && node->kind == WRITTEN_FUNCTION)
        return definable(node, above);
    return node && node->kind == WRITTEN_NAME ? node->as.text : NULL;
}

/* The only formula between parentheses, or null. */
static const struct written *single_argument(const struct written *apply)
{
    const struct written *args = apply->kind == WRITTEN_APPLY ? apply->as.apply.argument : NULL;
    if (!args || args->kind != WRITTEN_ITEMS || args->as.list.n != 1)
        return NULL;
    const struct written *chain = args->as.list.item[0];
    return chain->as.list.n == 1 ? chain->as.list.item[0] : NULL;
}

const struct written *lexicon_time(const struct written *apply)
{
    const struct written *time = single_argument(apply);
    if (!time || !lexicon_head(apply->as.apply.head))
        return NULL;
    const bool sum = time->kind == WRITTEN_ADD;
    const struct written *letter = sum ? time->as.list.item[0] : time;
    if (sum && (time->as.list.n != 2 || time->as.list.item[1]->kind != WRITTEN_NUMBER ||
                strcmp(time->as.list.item[1]->as.text, "1") != 0))
        return NULL;
    return letter->kind == WRITTEN_NAME &&
                   (written_is_name(letter, "t") || written_is_name(letter, "tau") ||
                    word_is_new(letter->as.text) || word_is_old(letter->as.text))
               ? time
               : NULL;
}

bool lexicon_plain_names(const struct written *items)
{
    for (size_t n = 0; n < items->as.list.n; n++) {
        const struct written_list *chain = &items->as.list.item[n]->as.list;
        const struct written *first = chain->n ? chain->item[0] : NULL;
        const bool list =
            first && first->kind == WRITTEN_GROUP && first->as.group.bracket == BRACKET_SQUARE;
        if (!first || first->kind == WRITTEN_APPLY ||
            !(list ? lexicon_plain_names(first->as.group.items) : lexicon_head(first) != NULL))
            return false;
    }
    return true;
}

/* f(x), SE(y, O_0): a name and then nothing but names. */
static bool is_signature(const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    return lexicon_head(apply) && args->kind == WRITTEN_ITEMS && args->as.list.n > 0 &&
           lexicon_plain_names(args);
}

/* --- taking note --- */

struct note {
    struct lexicon *lexicon;
    struct arena *arena;
};

static void note(const struct note *to, const struct written *node, bool below);
static void note_bound(const struct note *to, const struct written *node);

static void note_parts(const struct note *to, const struct written *node, bool below)
{
    for (size_t n = 0; n < written_parts(node); n++)
        note(to, written_part(node, n), below);
}

/* t + 1 as a sum of a name and a number. */
static const struct written *stepped_letter(const struct written *node)
{
    return node && node->kind == WRITTEN_ADD && node->as.list.n == 2 &&
                   node->as.list.item[0]->kind == WRITTEN_NAME &&
                   node->as.list.item[1]->kind == WRITTEN_NUMBER
               ? node->as.list.item[0]
               : NULL;
}

/* w_{t+1} = w_t - …: the index is the time. */
static void note_step(const struct note *to, const struct written *left,
                      const struct written *right)
{
    const struct written *letter = left->kind == WRITTEN_SCRIPTS
                                       ? stepped_letter(written_inner(left->as.scripts.below))
                                       : NULL;
    const char *head = lexicon_head(left);
    if (!head || !letter || right->kind != WRITTEN_ADD)
        return;
    const struct written *first = right->as.list.item[0];
    const char *from = lexicon_head(first);
    const struct written *time =
        first->kind == WRITTEN_SCRIPTS ? written_inner(first->as.scripts.below) : NULL;
    if (from && strcmp(from, head) == 0 && time && written_same(time, letter))
        names_add(to->arena, &to->lexicon->stepped, head);
}

/* Above a name on a left side: a number or a letter that no update and no transpose explains. */
static bool is_layer(const struct written *above)
{
    above = written_inner(above);
    if (!above || above->kind != WRITTEN_NAME)
        return above && above->kind == WRITTEN_NUMBER;
    return strcmp(above->as.text, "T") != 0 && strcmp(above->as.text, "new") != 0;
}

/* The name is one of a layer, and so is what has the same letter above and an index below. */
static void note_layer(const struct note *to, const char *head, const struct written *scripts)
{
    const struct written *above = written_inner(scripts->as.scripts.above);
    names_add(to->arena, &to->lexicon->layered, head);
    const struct written *beside = above ? stepped_letter(above) : NULL;
    to->lexicon->layers_beside =
        to->lexicon->layers_beside || layer_is_letter(above) || layer_is_letter(beside);
    if (scripts->as.scripts.below && above && above->kind == WRITTEN_NAME &&
        above->as.text[1] == '\0')
        to->lexicon->layer_letter[(unsigned char)above->as.text[0] % 128] = true;
}

/* How many letters or numbers stand below a name. */
static size_t count_indices(const struct written *below)
{
    const struct written *inner = below ? written_inner(below) : NULL;
    if (inner && inner->kind == WRITTEN_GROUP)
        return inner->as.group.items->as.list.n;
    if (inner && inner->kind == WRITTEN_MUL)
        return inner->as.list.n;
    return inner && inner->kind == WRITTEN_NAME ? strlen(inner->as.text) : inner != NULL;
}

/* f', whose slope is no definition of f. */
static bool is_primed(const struct written *head)
{
    return head->kind == WRITTEN_SCRIPTS && head->as.scripts.above &&
           head->as.scripts.above->kind == WRITTEN_PRIME;
}

/* No index: \sigma_{tanh} */
static bool has_word_below(const struct written *node)
{
    const struct written *below =
        node->kind == WRITTEN_SCRIPTS ? written_inner(node->as.scripts.below) : NULL;
    return below && below->kind == WRITTEN_NAME && strlen(below->as.text) > 2;
}

/* \sigma^2, \sigma_B^2: what statistics calls a variance is defined by its square. */
static bool is_square_of_spread(const struct written *left, const char *head)
{
    const struct written *above = NULL;
    for (; left->kind == WRITTEN_SCRIPTS; left = left->as.scripts.base)
        above = left->as.scripts.above ? left->as.scripts.above : above;
    const struct written *two = above ? written_inner(above) : NULL;
    return strncmp(head, "sigma", strlen("sigma")) == 0 && two && two->kind == WRITTEN_NUMBER &&
           strcmp(two->as.text, "2") == 0;
}

static void note_left(const struct note *to, const struct written *left)
{
    struct lexicon *lexicon = to->lexicon;
    const char *head = lexicon_head(left);
    const struct written *time = lexicon_time(left);
    if (time && time->kind == WRITTEN_ADD)
        lexicon->time_calls = true;
    const bool apply = left->kind == WRITTEN_APPLY;
    if (!head || is_chance(lexicon, left) || (apply && matrix_operation_spelt(head)) ||
        (apply && (!is_signature(left) || is_primed(left->as.apply.head))))
        return;
    if (apply && function_named(head) && has_word_below(left->as.apply.head))
        return; /* \sigma_{tanh}(x) = … says nothing of \sigma */
    if (is_square_of_spread(left, head)) {
        names_add(to->arena, &lexicon->squares, head);
        return; /* it says nothing of \sigma(z) */
    }
    names_add(to->arena, &lexicon->defined, head);
    if (strlen(head) > 1)
        names_add(to->arena, &lexicon->whole, head);
    if (strcmp(head, "delta") == 0 && left->kind == WRITTEN_SCRIPTS &&
        count_indices(left->as.scripts.below) == 2)
        lexicon->delta_pair = true;
    if (left->kind == WRITTEN_SCRIPTS && is_layer(left->as.scripts.above))
        note_layer(to, head, left);
}

/* x^{(i)} */
static void note_above(const struct note *to, const struct written *scripts)
{
    const struct written *above = scripts->as.scripts.above, *inner = written_inner(above);
    if (inner && inner != above && inner->kind == WRITTEN_NAME && inner->as.text[1] == '\0' &&
        is_usual_letter(inner->as.text[0], LETTER_SAMPLE))
        names_add(to->arena, &to->lexicon->sampled, lexicon_head(scripts->as.scripts.base));
}

/* The name stands in it: as w^t, or without anything above it. */
static bool has_value_of(const struct written *node, const char *head, const struct written *letter)
{
    if (!node)
        return false;
    if (node->kind == WRITTEN_NAME)
        return strcmp(node->as.text, head) == 0;
    if (node->kind == WRITTEN_SCRIPTS && node->as.scripts.above &&
        written_is_name(node->as.scripts.base, head))
        return written_same(written_inner(node->as.scripts.above), letter);
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_value_of(written_part(node, n), head, letter))
            return true;
    return false;
}

/* w^{t+1} = w^t - …: what stands above is the time. In x^{p+1} = … x it is a power. */
static void note_time(const struct note *to, const struct written *left,
                      const struct written *right)
{
    const char *head = lexicon_head(left);
    while (left->kind == WRITTEN_SCRIPTS && !left->as.scripts.above)
        left = left->as.scripts.base;
    const struct written *letter = left->kind == WRITTEN_SCRIPTS
                                       ? stepped_letter(written_inner(left->as.scripts.above))
                                       : NULL;
    if (head && letter && !layer_is_letter(letter) && right->kind == WRITTEN_ADD &&
        has_value_of(right, head, letter))
        to->lexicon->time = to->lexicon->time_letter[(unsigned char)letter->as.text[0] % 128] =
            true;
}

/* The letters that stand in a sum's limits or in a condition are indices. */
static void note_bound(const struct note *to, const struct written *node)
{
    if (!node)
        return;
    if (node->kind == WRITTEN_NAME && node->as.text[1] == '\0')
        to->lexicon->bound[(unsigned char)node->as.text[0] % 128] = true;
    if (node->kind == WRITTEN_NAME && strlen(node->as.text) == 2) /* \sum_{kl} */
        for (const char *c = node->as.text; *c && islower((unsigned char)*c); c++)
            to->lexicon->bound[(unsigned char)*c] = to->lexicon->index[(unsigned char)*c] = true;
    for (size_t n = 0; n < written_parts(node); n++)
        note_bound(to, written_part(node, n));
}

/* What stands below a sum sign; of j < n only the j is an index. */
static void note_limits(const struct note *to, const struct written *below)
{
    const struct written *less = written_less(below);
    note_bound(to, less ? less->as.list.item[0] : below);
    note(to, less ? less->as.list.item[0] : below, true);
    note(to, less ? less->as.list.item[1] : NULL, false);
}

static bool is_letter(const struct written *node)
{
    return node && node->kind == WRITTEN_NAME && node->as.text[1] == '\0' &&
           islower((unsigned char)node->as.text[0]);
}

/* j != k, 1 <= j <= n, j in {1, 2}. What two letters are equal to may be a value as well. */
static void note_condition(const struct note *to, const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    for (size_t n = 1; n < side->n; n++)
        if (side->item[n]->relation == REL_NE || side->item[n]->relation == REL_IN ||
            side->item[n]->relation == REL_LE) {
            if (is_letter(side->item[n - 1]))
                note_bound(to, side->item[n - 1]);
            if (is_letter(side->item[n]))
                note_bound(to, side->item[n]);
        }
}

static void note_together(const struct note *to, const struct written *node)
{
    if (!node)
        return;
    if (node->kind == WRITTEN_NAME)
        names_add(to->arena, &to->lexicon->together, node->as.text);
    for (size_t n = 0; n < written_parts(node); n++)
        note_together(to, written_part(node, n));
}

/* What a name is made of, by its definition. */
static void note_made_of(const struct note *to, const char *name, const struct written *node)
{
    if (node && node->kind == WRITTEN_NAME)
        names_add(to->arena, &to->lexicon->made_of,
                  arena_print(to->arena, "%s %s", name, node->as.text));
    for (size_t n = 0; node && n < written_parts(node); n++)
        note_made_of(to, name, written_part(node, n));
}

bool lexicon_made_of(const struct lexicon *lexicon, const char *name, const char *of,
                     struct arena *arena)
{
    return names_have(&lexicon->made_of, arena_print(arena, "%s %s", name, of));
}

bool lexicon_value_of_call(const struct written *left, const struct written *right)
{
    if (left->kind != WRITTEN_APPLY || right->kind != WRITTEN_ARRAY)
        return false;
    for (size_t n = 0; n < right->as.list.n; n++)
        for (size_t k = 0; k < right->as.list.item[n]->as.list.n; k++) {
            const struct written_list *cell = &right->as.list.item[n]->as.list.item[k]->as.list;
            const struct written *entry = cell->n == 1 ? cell->item[0] : NULL;
            if (entry && entry->kind == WRITTEN_NEG)
                entry = entry->as.operand;
            if (!entry || entry->kind != WRITTEN_NUMBER)
                return false;
        }
    return true;
}

static void note_chain(const struct note *to, const struct written *chain, bool below)
{
    const struct written_list *side = &chain->as.list;
    const bool equation =
        side->n > 1 && side->item[0] && !below &&
        !lexicon_value_of_call(side->item[0], side->item[1]) &&
        (side->item[1]->relation == REL_EQ || side->item[1]->relation == REL_ASSIGN);
    if (!side->n || !side->item[0] || !is_chance(to->lexicon, side->item[0]))
        names_add(to->arena, &to->lexicon->entries, entries_given(chain));
    if (equation) {
        note_left(to, side->item[0]);
        note_step(to, side->item[0], side->item[1]);
        note_time(to, side->item[0], side->item[1]);
        if (side->item[0]->kind == WRITTEN_NAME)
            note_made_of(to, side->item[0]->as.text, side->item[1]);
    }
    const bool alone = side->n == 1 && !below && written_inner(side->item[0]) &&
                       written_inner(side->item[0])->kind == WRITTEN_NAME;
    if (!alone)
        note_together(to, chain);
    note_parts(to, chain, below);
    note_condition(to, chain);
}

/* The letters of delta_ab are indices, wherever they stand. */
static void note_delta(const struct note *to, const struct written *scripts)
{
    static const char letters[] = "abcdfijklmnpqrsuv";
    const struct written *below =
        scripts->as.scripts.below ? written_inner(scripts->as.scripts.below) : NULL;
    if (!written_is_name(scripts->as.scripts.base, "delta") || !below ||
        scripts->as.scripts.above || below->kind != WRITTEN_NAME || strlen(below->as.text) != 2 ||
        strspn(below->as.text, letters) != 2)
        return;
    for (const char *c = below->as.text; *c; c++)
        to->lexicon->index[(unsigned char)*c] = to->lexicon->bound[(unsigned char)*c] = true;
}

/* w^l, w_{jk}^2 and w^{l-1}, but not x^2. */
static bool has_layer(const struct written *scripts)
{
    const struct written *above = written_inner(scripts->as.scripts.above);
    return above && above->kind != WRITTEN_PRIME && above->kind != WRITTEN_PLUS &&
           !written_is_name(above, "T") &&
           (above->kind != WRITTEN_NUMBER || scripts->as.scripts.below);
}

/* What stands above w in the partial L by the partial w^l is no power: nobody differentiates by one. In a second
 * derivative it is the 2, and the numerator has one as well. */
static void note_derivative(const struct note *to, const struct written *quotient)
{
    const struct written *of = quotient->as.quotient.numerator;
    const struct written *by = quotient->as.quotient.denominator;
    if (of->kind == WRITTEN_MUL)
        of = of->as.list.item[0];
    if (of->kind != WRITTEN_DIFF || by->kind != WRITTEN_DIFF)
        return;
    const char *head = lexicon_head(by->as.operand);
    if (head && by->as.operand->kind == WRITTEN_SCRIPTS && has_layer(by->as.operand))
        if (!is_square_of_spread(by->as.operand, head))
            note_layer(to, head, by->as.operand);
}

static void note(const struct note *to, const struct written *node, bool below)
{
    if (!node)
        return;
    if (node->kind == WRITTEN_DIV)
        note_derivative(to, node);
    switch (node->kind) {
    case WRITTEN_NAME:
        if (node->as.text[1] == '\0' && isalpha((unsigned char)node->as.text[0]))
            (below ? to->lexicon->index
                   : to->lexicon->letter)[(unsigned char)node->as.text[0] % 128] = true;
        break;
    case WRITTEN_SCRIPTS:
        note_delta(to, node);
        note(to, node->as.scripts.base, below);
        note(to, node->as.scripts.below, true);
        note(to, node->as.scripts.above, below);
        note_above(to, node);
        break;
    case WRITTEN_SUM:
        note(to, node->as.sum.body, below);
        note_limits(to, node->as.sum.below);
        note(to, node->as.sum.above, below);
        break;
    case WRITTEN_DIFF: {
        const char *head = lexicon_head(node->as.operand);
        if (head && strlen(head) > 1)
            names_add(to->arena, &to->lexicon->whole, head);
        note_parts(to, node, below);
        break;
    }
    case WRITTEN_CHAIN:
        note_chain(to, node, below);
        break;
    case WRITTEN_ADD:
    case WRITTEN_ARRAY:
        series_note_last(node, to->lexicon->last);
        note_parts(to, node, below);
        break;
    default:
        note_parts(to, node, below);
    }
}

struct lexicon lexicon_of(const struct formulas *formulas, struct arena *arena)
{
    struct lexicon lexicon = {.time = false};
    const struct note to = {&lexicon, arena};
    for (size_t n = 0; n < formulas->n; n++)
        chances_note(&lexicon, formulas->formula[n].parsed.tree, arena);
    activations_note(&lexicon, formulas, arena);
    for (size_t n = 0; n < formulas->n; n++)
        note(&to, formulas->formula[n].parsed.tree, false);
    lexicon_choose(&lexicon, formulas, arena);
    return lexicon;
}
