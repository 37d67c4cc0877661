/* evidence.c */
#include "check/meaning/evidence.h"

#include <ctype.h>
#include <string.h>

#include "check/meaning/activations.h"
#include "check/meaning/chances.h"
#include "check/meaning/matrix_signs.h"
#include "check/meaning/reach.h"
#include "check/meaning/stroke.h"
#include "check/reading/spellings.h"
#include "check/vocabulary/functions.h"
#include "check/vocabulary/matrix_operations.h"

struct evidence {
    struct lexicon *lexicon;
    struct arena *arena;
    struct names bare;    /* stand somewhere without parentheses behind them */
    struct names applied; /* stand somewhere with names in parentheses behind them */
    struct names words;   /* of these, those that can be no letter before a factor */
    struct names entries,
        bare_entries;    /* names with an index, by their heads: e_k(n), and e_k alone */
    struct names pairs;  /* of two letters */
    struct names given;  /* in brackets */
    bool starred;        /* a * b stands somewhere */
    bool vectors;        /* and so does a sign of vectors */
    struct names primed; /* stand with a prime and parentheses behind them: f'(x) */
};

/* --- letters below a name --- */

/* Letters that many use as indices; the others name things: o for output, h for hidden, x, y, w. */
static const char often_indices[] = "clpqrst";

/* lj, pk, cb: two letters of which one is an index without doubt, and the other may be one. */
static bool are_two_indices(const struct evidence *e, const char *text)
{
    size_t certain = 0, possible = 0;
    for (size_t n = 0; text[n]; n++) {
        const bool bound = e->lexicon->bound[(unsigned char)text[n] % 128];
        certain += is_usual_letter(text[n], LETTER_INDEX) || bound;
        possible += strchr(often_indices, text[n]) != NULL;
    }
    return strlen(text) == 2 && certain > 0 && certain + possible >= 2;
}

/* A letter below a name that no sum and no condition is about. */
static void choose_index(struct evidence *e, const char *name, size_t at)
{
    if (is_usual_letter(*name, LETTER_INDEX) || e->lexicon->bound[(unsigned char)*name % 128])
        return;
    e->lexicon->index[(unsigned char)*name % 128] = true;
    choices_add(&e->lexicon->choices, CHOICE_BELOW, name, strchr(often_indices, *name) ? 0 : 1, at);
}

static void choose_below(struct evidence *e, const struct written *below)
{
    const struct written *inner = below ? written_inner(below) : NULL;
    if (!inner || inner->kind != WRITTEN_NAME || !islower((unsigned char)inner->as.text[0]))
        return;
    const char *text = inner->as.text;
    if (text[1] == '\0')
        choose_index(e, text, inner->at);
    for (size_t n = 0; n < 2 && are_two_indices(e, text); n++)
        choose_index(e, arena_text(e->arena, text + n, 1), inner->at);
}

/* --- letters side by side --- */

static void choose_letters(struct evidence *e, const struct written *name)
{
    const char *text = name->as.text;
    const size_t length = strlen(text);
    if (length < 2 || length > 4 || names_have(&e->lexicon->whole, text) ||
        spelling_greek(text, length))
        return;
    for (size_t n = 0; n < length; n++)
        if (!isalpha((unsigned char)text[n]) || !e->lexicon->letter[(unsigned char)text[n] % 128])
            return;
    choices_add(&e->lexicon->choices, CHOICE_LETTERS, text, 1, name->at);
}

/* --- functions --- */

static const struct written *single_argument(const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    const struct written *chain =
        args->kind == WRITTEN_ITEMS && args->as.list.n == 1 ? args->as.list.item[0] : NULL;
    return chain && chain->as.list.n == 1 ? chain->as.list.item[0] : NULL;
}

static bool is_plain(const struct written *node)
{
    return node && (node->kind == WRITTEN_NAME ||
                    (node->kind == WRITTEN_SCRIPTS && !node->as.scripts.above &&
                     node->as.scripts.base->kind == WRITTEN_NAME));
}

/* The f of f'; null if there is no prime on it. */
static const struct written *without_prime(const struct written *node)
{
    return node->kind == WRITTEN_SCRIPTS && !node->as.scripts.below && node->as.scripts.above &&
                   node->as.scripts.above->kind == WRITTEN_PRIME
               ? node->as.scripts.base
               : NULL;
}

/* f(x) = …, g_1(u) = …; p_k(z) = … is an entry. */
static void note_signature(struct evidence *e, const struct written *left)
{
    const struct written *args = left->as.apply.argument, *head = left->as.apply.head;
    const struct activation activation = activation_of(e->lexicon, left, e->arena);
    if (activation.function && !activation.prime && args->kind == WRITTEN_ITEMS &&
        lexicon_plain_names(args)) {
        names_add(e->arena, &e->lexicon->functions, activation.function);
        return;
    }
    if (without_prime(head) || args->kind != WRITTEN_ITEMS || !args->as.list.n ||
        !lexicon_head(left) || !lexicon_plain_names(args))
        return;
    const char *function = lexicon_function(e->lexicon, head, e->arena);
    if (function && names_have(&e->lexicon->entries, function))
        return;
    if (function)
        names_add(e->arena, &e->lexicon->functions, function);
    else if (head->kind == WRITTEN_FUNCTION)
        names_add(e->arena, &e->lexicon->functions, head->as.text);
    else if (head->kind == WRITTEN_SCRIPTS)
        names_add(e->arena, &e->lexicon->dependent, lexicon_head(head));
}

/* The function is called somewhere. */
static bool calls(const struct evidence *e, const struct written *node, const char *function)
{
    if (!node)
        return false;
    const char *called = node->kind == WRITTEN_APPLY
                             ? lexicon_function(e->lexicon, node->as.apply.head, e->arena)
                             : NULL;
    if (called && strcmp(called, function) == 0)
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (calls(e, written_part(node, n), function))
            return true;
    return false;
}

/* f(x) = … defines f, and so does y = f(x) = … if nothing else does. */
static void look_chain(struct evidence *e, const struct written *chain)
{
    const struct written_list *side = &chain->as.list;
    if (side->n > 1 && side->item[0] && side->item[0]->kind == WRITTEN_NAME &&
        side->item[1]->kind == WRITTEN_ARRAY)
        names_add(e->arena, &e->given, side->item[0]->as.text);
    for (size_t n = 0; n + 1 < side->n; n++) {
        const struct written *left = side->item[n], *last = side->item[side->n - 1];
        const enum relation relation = side->item[n + 1]->relation;
        if (!left || left->kind != WRITTEN_APPLY || is_chance(e->lexicon, left) ||
            lexicon_value_of_call(left, side->item[n + 1]) ||
            (relation != REL_EQ && relation != REL_ASSIGN))
            continue;
        const char *function = lexicon_function(e->lexicon, left->as.apply.head, e->arena);
        if (n == 0 ||
            (function && !names_have(&e->lexicon->defined, function) && !function_named(function) &&
             last->kind != WRITTEN_NUMBER && !calls(e, last, function)))
            note_signature(e, left);
    }
}

static void look(struct evidence *e, const struct written *node);

/* Longer than what stands for a number: a letter, a Greek one, one with a subscript. */
static bool is_word(const char *function)
{
    return strlen(function) > 2 && !strchr(function, '_') &&
           !spelling_greek(function, strlen(function));
}

static bool has_plain_arguments(const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    if (args->kind != WRITTEN_ITEMS)
        return false;
    for (size_t n = 0; n < args->as.list.n; n++)
        if (args->as.list.item[n]->as.list.n != 1 ||
            !is_plain(args->as.list.item[n]->as.list.item[0]))
            return false;
    return args->as.list.n > 0;
}

/* h_k(x^{(i)}): what it is for one sample. */
static bool is_at_sample(const struct written *apply)
{
    const struct written *argument = single_argument(apply);
    if (!argument || argument->kind != WRITTEN_SCRIPTS || !argument->as.scripts.above)
        return false;
    const struct written *above = argument->as.scripts.above, *inner = written_inner(above);
    return inner && inner != above && inner->kind == WRITTEN_NAME && inner->as.text[1] == '\0' &&
           is_usual_letter(inner->as.text[0], LETTER_SAMPLE);
}

/* What a head with an argument tells of its name: whether it is a function. */
static void look_head(struct evidence *e, const struct written *apply)
{
    const struct written *head = apply->as.apply.head, *inner = without_prime(head);
    const char *function = lexicon_function(e->lexicon, inner ? inner : head, e->arena);
    const bool word = function && is_word(function);
    if (function && (inner || word) && single_argument(apply)) {
        names_add(e->arena, inner ? &e->primed : &e->words, function);
        names_add(e->arena, &e->applied, function);
    } else if (function && has_plain_arguments(apply)) {
        names_add(e->arena, &e->applied, function);
    } else if (!function && is_plain(head) && is_at_sample(apply)) {
        names_add(e->arena, &e->lexicon->dependent, lexicon_head(head));
    } else if (!function && has_plain_arguments(apply) && is_plain(head)) {
        names_add(e->arena, &e->entries, lexicon_head(head));
    } else if (!function) {
        look(e, head);
    }
}

static void look_apply(struct evidence *e, const struct written *apply)
{
    const struct written *head = apply->as.apply.head;
    const struct activation activation = activation_of(e->lexicon, apply, e->arena);
    if (activation.function) {
        names_add(e->arena, &e->applied, activation.function);
        names_add(e->arena, &e->words, activation.function);
        if (activation.prime)
            names_add(e->arena, &e->primed, activation.function);
    } else if (!is_chance(e->lexicon, apply)) {
        look_head(e, apply);
        if (head->kind == WRITTEN_SCRIPTS)
            look(e, head->as.scripts.below);
    }
    look(e, apply->as.apply.argument);
}

static void look_product(struct evidence *e, const struct written *product)
{
    for (size_t n = 1; n < product->as.list.n; n++)
        e->starred = e->starred || (product->as.list.item[n]->starred &&
                                    product->as.list.item[n]->kind != WRITTEN_NUMBER &&
                                    product->as.list.item[n - 1]->kind != WRITTEN_NUMBER);
    if (stroke_is_open(product))
        choices_add(&e->lexicon->choices, CHOICE_STROKE, "", 0, product->at);
}

static void look(struct evidence *e, const struct written *node)
{
    if (!node)
        return;
    e->vectors = e->vectors || is_matrix_sign(node);
    if (is_matrix_sign(node))
        choices_add(&e->lexicon->choices, CHOICE_MATRICES, "", 0, node->at);
    switch (node->kind) {
    case WRITTEN_NAME:
        names_add(e->arena, &e->bare, node->as.text);
        names_add(e->arena, &e->pairs, strlen(node->as.text) == 2 ? node->as.text : NULL);
        choose_letters(e, node);
        return;
    case WRITTEN_SCRIPTS: {
        if (without_prime(node) && without_prime(node)->kind == WRITTEN_NAME)
            return; /* w' may be a new value, f' a function: tells nothing of either */
        const char *name = lexicon_function(e->lexicon, node, e->arena);
        names_add(e->arena, name ? &e->bare : &e->bare_entries, name ? name : lexicon_head(node));
        if (!name)
            names_add(e->arena, &e->lexicon->indexed, lexicon_head(node));
        choose_below(e, node->as.scripts.below);
        break;
    }
    case WRITTEN_APPLY:
        look_apply(e, node);
        return;
    case WRITTEN_CHAIN:
        look_chain(e, node);
        break;
    case WRITTEN_ADD:
        if (reach_of(node).last)
            choices_add(&e->lexicon->choices, CHOICE_REACH, "", 1, node->at);
        if (reach_of_slope(node))
            choices_add(&e->lexicon->choices, CHOICE_SLOPE, "", 0, node->at);
        break;
    case WRITTEN_MUL:
        look_product(e, node);
        break;
    default:
        break;
    }
    for (size_t n = 0; n < written_parts(node); n++)
        look(e, written_part(node, n));
}

/* w1x, where w1 and x stand alone as well. */
static void choose_runs(struct evidence *e)
{
    for (size_t n = 0; n < e->bare.n; n++) {
        const char *text = e->bare.name[n];
        const size_t digits = strspn(text + 1, "0123456789");
        const char *last = text + 1 + digits;
        if (digits && isalpha((unsigned char)*last) && last[1] == '\0' &&
            names_have(&e->bare, arena_text(e->arena, text, 1 + digits)) &&
            names_have(&e->bare, last))
            choices_add(&e->lexicon->choices, CHOICE_LETTERS, text, 1, 0);
    }
}

/* dz = …, dW = …, with a z and a W. */
static void choose_differentials(struct evidence *e)
{
    size_t found = 0;
    for (size_t n = 0; n < e->lexicon->defined.n; n++) {
        const char *name = e->lexicon->defined.name[n];
        found += name[0] == 'd' && name[1] &&
                 (names_have(&e->bare, name + 1) || names_have(&e->bare_entries, name + 1));
    }
    if (found > 1)
        choices_add(&e->lexicon->choices, CHOICE_DIFFERENTIALS, "", 0, 0);
}

/* Names that nobody defines and that are only ever called, or cannot be factors. */
static void find_unknown(struct evidence *e)
{
    for (size_t n = 0; n < e->applied.n; n++) {
        const char *name = e->applied.name[n];
        const bool primed = names_have(&e->primed, name);
        if ((names_have(&e->bare, name) && !primed && !names_have(&e->words, name)) ||
            is_function_name(e->lexicon, name) || names_have(&e->lexicon->defined, name) ||
            function_named(name))
            continue;
        names_add(e->arena, &e->lexicon->unknown, name);
        if (primed)
            names_add(e->arena, &e->lexicon->general, name);
    }
}

/* Ax in a document with signs of vectors, where x stands alone as well: nobody calls a vector so without a word. AB, where
 * both are given in brackets, is their product also on a left side. */
static bool is_product(const struct evidence *e, const char *name)
{
    const struct lexicon *l = e->lexicon;
    const char first[] = {name[0], '\0'}, second[] = {name[1], '\0'};
    if (names_have(&e->given, first) && names_have(&e->given, second))
        return true;
    return isupper((unsigned char)name[0]) && isalpha((unsigned char)name[1]) &&
           l->letter[(unsigned char)name[1] % 128] && !names_have(&l->whole, name) &&
           !matrix_operation_spelt(name) && !function_named(name);
}

static void settle_products(struct evidence *e)
{
    struct choices *all = &e->lexicon->choices;
    size_t kept = 0;
    for (size_t n = 0; n < e->pairs.n; n++)
        if (is_product(e, e->pairs.name[n]))
            names_add(e->arena, &e->lexicon->split, e->pairs.name[n]);
    for (size_t n = 0; n < all->n; n++)
        if (all->choice[n].kind != CHOICE_LETTERS ||
            !names_have(&e->lexicon->split, all->choice[n].name))
            all->choice[kept++] = all->choice[n];
    all->n = kept;
}

void lexicon_choose(struct lexicon *lexicon, const struct formulas *formulas, struct arena *arena)
{
    struct evidence e = {.lexicon = lexicon, .arena = arena};
    for (size_t n = 0; n < formulas->n; n++)
        look(&e, formulas->formula[n].parsed.tree);
    find_unknown(&e);
    if (e.vectors)
        settle_products(&e);
    if (e.starred && e.vectors)
        choices_add(&lexicon->choices, CHOICE_STAR, "", 1, 0);
    choose_differentials(&e);
    choose_runs(&e);
    for (size_t n = 0; n < e.entries.n; n++)
        if (!names_have(&e.bare_entries, e.entries.name[n]))
            names_add(arena, &lexicon->dependent, e.entries.name[n]);
}
