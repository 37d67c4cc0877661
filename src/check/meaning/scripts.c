/* scripts.c: sorts what stands below and above a name into indices, parts of the name, and powers. */
#include "check/meaning/scripts.h"

#include <ctype.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/cases.h"
#include "check/meaning/derivatives.h"
#include "check/meaning/entries.h"
#include "check/meaning/formula.h"
#include "check/meaning/layer_names.h"
#include "check/meaning/matrix_signs.h"
#include "check/meaning/softmax.h"
#include "check/meaning/subscripts.h"
#include "check/vocabulary/words.h"

static const char digits[] = "0123456789";

/* --- above --- */

static bool time_plus_one(const struct written *node)
{
    if (node->kind != WRITTEN_ADD || node->as.list.n != 2)
        return false;
    const struct written *letter = node->as.list.item[0], *one = node->as.list.item[1];
    const bool step =
        letter->kind == WRITTEN_NAME &&
        (strcmp(letter->as.text, "tau") == 0 ||
         (strlen(letter->as.text) == 1 && is_usual_letter(letter->as.text[0], LETTER_STEP)));
    return step && one->kind == WRITTEN_NUMBER && strcmp(one->as.text, "1") == 0;
}

/* t + 1: nobody calls layers so. */
static bool is_t_plus_one(const struct written *sum)
{
    const struct written *letter = sum->as.list.item[0];
    return written_is_name(letter, "t") || written_is_name(letter, "tau");
}

/* The t of w^t, where w^{t+1} is the new value. */
static bool is_time(const struct lexicon *lexicon, const struct written *node)
{
    if (node->kind != WRITTEN_NAME || !lexicon->time)
        return false;
    const char *text = node->as.text;
    return strcmp(text, "tau") == 0 ||
           (text[1] == '\0' && lexicon->time_letter[(unsigned char)text[0] % 128]);
}

/* x^{(i)} with an index that is summed over, or x^{(1)}. */
static bool is_sample(const struct lexicon *lexicon, const struct written *node)
{
    const char *text = node->kind == WRITTEN_NAME ? node->as.text : "";
    return node->kind == WRITTEN_NUMBER ||
           (text[0] && text[1] == '\0' && lexicon->index[(unsigned char)text[0] % 128]);
}

/* What stands above a name as a tag: ', new, t + 1; an old value has none. True if it is one. */
static bool above_tag(const struct elaboration *to, const struct written *content, bool bracket,
                      struct name *name)
{
    if (content->kind == WRITTEN_PRIME) {
        name->tag = TAG_PRIME;
        return true;
    }
    if (content->kind == WRITTEN_PLUS ||
        (content->kind == WRITTEN_NAME && word_is_new(content->as.text)) ||
        (time_plus_one(content) && (to->lexicon->time || (bracket && is_t_plus_one(content))))) {
        name->tag = TAG_NEW;
        return true;
    }
    return (content->kind == WRITTEN_NAME && word_is_old(content->as.text)) ||
           is_time(to->lexicon, content);
}

/* The l of b^l_j, in a document that has an a^l_j. */
static bool is_layer_letter(const struct elaboration *to, const struct written *content,
                            const struct name *name)
{
    if (to->lexicon->layers_beside && layer_is_letter(content))
        return true; /* the l of w^l, beside an a^{l+1} */
    return (name->below || name->symbol->as.symbol.index.n) && content->kind == WRITTEN_NAME &&
           content->as.text[1] == '\0' &&
           to->lexicon->layer_letter[(unsigned char)content->as.text[0] % 128];
}

/* The l of the sum of w^l_{ij} over i, j and l: an index, and no layer's name. */
static bool is_summed_layer(const struct elaboration *to, const struct written *content,
                            bool bracket, const struct name *name)
{
    const struct written *letter =
        content->kind == WRITTEN_ADD ? content->as.list.item[0] : content;
    return !bracket && letter->kind == WRITTEN_NAME && letter->as.text[1] == '\0' &&
           to->lexicon->bound[(unsigned char)letter->as.text[0] % 128] &&
           (names_have(&to->lexicon->layered, name->base) || is_layer_letter(to, letter, name));
}

/* What stands above, without its brackets, and whether they are more than braces: (1), [1]. */
static const struct written *within(const struct written *sup, bool *bracket)
{
    const struct written *inner = sup;
    while (inner->kind == WRITTEN_GROUP && inner->as.group.bracket == BRACKET_BRACES &&
           written_inner(inner) != inner)
        inner = inner->as.group.items->as.list.item[0]->as.list.item[0];
    *bracket = inner->kind == WRITTEN_GROUP && (inner->as.group.bracket == BRACKET_ROUND ||
                                                inner->as.group.bracket == BRACKET_SQUARE);
    return written_inner(inner);
}

/* The layer above a name as a part of the name; null if it is none. */
static const char *layer_above(const struct elaboration *to, const struct written *content,
                               bool bracket, const struct name *name)
{
    const bool leaf = content->kind == WRITTEN_NAME || content->kind == WRITTEN_NUMBER;
    const bool layered = bracket || names_have(&to->lexicon->layered, name->base);
    if (leaf && (layered || is_layer_letter(to, content, name)))
        return arena_print(to->arena, bracket ? "(%s)" : "%s", content->as.text);
    const char *indexed = bracket ? layer_indexed(content, to->arena) : NULL;
    return !indexed && layered ? layer_beside(content, to->arena) : indexed;
}

/* True if what stands above a name is a part of the name, which is noted, or the index of a sample, *sample. */
static bool above(struct elaboration *to, const struct written *sup, struct name *name,
                  const struct written **sample)
{
    bool bracket;
    const struct written *content = within(sup, &bracket);
    if (is_transpose_sign(sup)) {
        name->transposed = true;
        return content->kind == WRITTEN_NAME || above(to, content->as.list.item[0], name, sample);
    }
    if (above_tag(to, content, bracket, name))
        return true;
    if (bracket && names_have(&to->lexicon->sampled, name->base) &&
        is_sample(to->lexicon, content)) {
        *sample = content;
        return true;
    }
    if (is_summed_layer(to, content, bracket, name)) {
        elaboration_fail(to, sup, REASON_INDEX_UNCLEAR);
        return false;
    }
    const char *layer = layer_above(to, content, bracket, name);
    if (layer)
        name->layer = layer;
    return layer != NULL;
}

/* --- the whole --- */

static const struct expr *power(struct elaboration *to, const struct expr *base,
                                const struct written *sup)
{
    const struct expr *exponent = base ? elaborate(to, sup) : NULL;
    return exponent ? expr_power(to->arena, base, exponent) : NULL;
}

/* A delta with two indices that nobody defines is 1 where they are equal, else 0. */
static const struct expr *kronecker(struct elaboration *to, const struct expr *symbol)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    if (!symbol_name_is_plain(&symbol->as.symbol.name) ||
        strcmp(symbol->as.symbol.name.base, "delta") != 0 || index->n != 2 ||
        to->lexicon->delta_pair)
        return symbol;
    return expr_indicator(to->arena, symbol->where,
                          expr_comparison(to->arena, index->item[0], REL_EQ, index->item[1]));
}

/* More levels of scripts than anybody writes on one name. */
enum { SCRIPTS_MAX = 8 };

/* What stands on something, level by level, from the outside in. */
struct levels {
    const struct written *level[SCRIPTS_MAX]; /* SCRIPTS */
    size_t n;
    const struct written *base; /* still SCRIPTS if they are too many */
};

static struct levels unfold(const struct written *written)
{
    struct levels l = {.n = 0};
    while (written->kind == WRITTEN_SCRIPTS && l.n < SCRIPTS_MAX) {
        l.level[l.n++] = written;
        written = written->as.scripts.base;
    }
    l.base = written;
    return l;
}

/* e^{…}; without braces, e^X_k means the X_k above. */
static const struct expr *exponential(struct elaboration *to, const struct written *written,
                                      const struct levels *l)
{
    const struct written *inmost = l->level[l->n - 1];
    struct written *sup = inmost->as.scripts.above;
    struct written *sub = inmost->as.scripts.below ? inmost->as.scripts.below
                          : l->n > 1               ? l->level[0]->as.scripts.below
                                                   : NULL;
    const struct expr *argument = NULL;
    if (sub && sup->kind == WRITTEN_NAME) {
        struct written *scripts = written_new(to->arena, WRITTEN_SCRIPTS, sup->at, written->end);
        scripts->as.scripts.base = sup;
        scripts->as.scripts.below = sub;
        argument = elaborate_scripts(to, scripts);
    } else if (sub || l->n > 1) {
        return elaboration_fail(to, written, REASON_POWER_OF_E);
    } else {
        argument = elaborate(to, sup);
    }
    return elaboration_call(to, EXPR_CALL, "exp", written, argument);
}

/* 1^T is the row of ones; 2^T is a power. */
static bool is_transpose(const struct written *base, const struct written *sup)
{
    return written_is_name(written_inner(sup), "T") &&
           (base->kind != WRITTEN_NUMBER || strcmp(base->as.text, "1") == 0);
}

/* x to a power, or transposed. */
static const struct expr *raised(struct elaboration *to, const struct written *base,
                                 const struct expr *x, const struct written *sup)
{
    return is_transpose(base, sup) ? elaborate_operation(to, MATRIX_TRANSPOSE, sup, x)
                                   : power(to, x, sup);
}

/* The last factor of a product, so: a (b)^2. */
static const struct expr *last_raised(struct elaboration *to, const struct written *base,
                                      const struct expr *product, const struct written *sup)
{
    const size_t last = expr_parts(product) - 1;
    const struct expr *factor = raised(to, base, expr_part(product, last), sup);
    if (!factor)
        return NULL;
    struct expr *copy = expr_shallow(to->arena, product);
    expr_set_part(copy, last, factor);
    return copy;
}

/* True if the scripts are no power: d/dz (…)^n is the derivative of one; softmax(z)_k an entry of what it gives. */
static bool is_no_power(struct elaboration *to, const struct written *base,
                        const struct written *scripts, const struct expr **result)
{
    struct written *below = scripts->as.scripts.below;
    const struct written *sup = scripts->as.scripts.above;
    const struct written *head = base->kind == WRITTEN_APPLY ? base->as.apply.head : NULL;
    if (head && sup && is_operator(head))
        *result = elaborate_operator(to, base, sup);
    else if (head && below && !sup && is_softmax(head))
        *result = elaborate_softmax(to, base, below);
    else if (below && !sup && is_of_entries(to->lexicon, base))
        *result = elaborate_entry(to, base, below);
    else
        return false;
    return true;
}

/* One level of scripts on x, which the base is; `which` tells what norm it is, and was read. */
static const struct expr *on_level(struct elaboration *to, const struct written *base,
                                   const struct expr *x, const struct written *scripts,
                                   const struct written *which)
{
    const struct written *below = scripts->as.scripts.below, *sup = scripts->as.scripts.above;
    if (which && !sup)
        return x;
    if (below && below != which)
        return elaboration_fail(to, below, REASON_INDEX_BEHIND);
    if (base->kind == WRITTEN_DIFF)
        return elaboration_fail(to, sup, REASON_SECOND_DERIVATIVE_READ);
    if (sup->kind == WRITTEN_PRIME)
        return elaboration_fail(to, sup, REASON_PRIME);
    return base->kind == WRITTEN_APPLY && x->kind == EXPR_MUL ? last_raised(to, base, x, sup)
                                                              : raised(to, base, x, sup);
}

/* Scripts on something that is no name: powers only. */
static const struct expr *on_formula(struct elaboration *to, const struct levels *l)
{
    const struct written *base =
        l->base->kind == WRITTEN_GROUP && l->base->as.group.bracket == BRACKET_BRACES
            ? written_inner(l->base)
            : l->base;
    const struct expr *result = NULL;
    if (l->n == 1 && is_no_power(to, base, l->level[0], &result))
        return result;
    const struct written *which =
        base->kind == WRITTEN_NORM ? l->level[l->n - 1]->as.scripts.below : NULL;
    result = which ? elaborate_norm(to, base, which) : elaborate(to, base);
    for (size_t n = l->n; result && n--;)
        result = on_level(to, base, result, l->level[n], which);
    return result;
}

/* Letters that stand alone elsewhere and side by side here may be a product. */
static bool is_letters(const struct lexicon *lexicon, const char *text)
{
    return names_have(&lexicon->split, text) ||
           choices_option(&lexicon->choices, CHOICE_LETTERS, text, 0) == 1;
}

/* The product of the first `length` letters of a name, each with the digits behind it; null for none. */
static const struct expr *letters_product(struct elaboration *to, const struct written *name,
                                          size_t length)
{
    const struct expr *product = NULL;
    for (size_t n = 0, taken; n < length; n += taken) {
        taken = 1 + strspn(name->as.text + n + 1, digits);
        const char *letter = arena_text(to->arena, name->as.text + n, taken);
        const struct expr *one =
            expr_symbol(to->arena, written_extent(name), symbol_name_plain(letter));
        product = product ? expr_product(to->arena, product, one) : one;
    }
    return product;
}

/* All scripts of a name; *power_of is what is left as a power, or null. */
static bool read_scripts(struct elaboration *to, const struct levels *l, struct name *name,
                         const struct written **power_of)
{
    const struct written *sample = NULL;
    *power_of = NULL;
    for (size_t n = l->n; n-- && !elaboration_failed(to);) {
        const struct written *sup = l->level[n]->as.scripts.above;
        if (l->level[n]->as.scripts.below)
            subscripts_read(to, name, l->level[n]->as.scripts.below);
        if (!sup || above(to, sup, name, &sample))
            continue;
        if (*power_of)
            elaboration_fail(to, sup, REASON_TWO_POWERS);
        *power_of = sup;
    }
    if (elaboration_failed(to))
        return false;
    if (sample)
        subscripts_add(to, name, sample, sample->as.text, strlen(sample->as.text));
    return true;
}

/* \sigma^2 where that is defined: one name. What is left as a power. */
static const struct written *take_square(struct elaboration *to, const char *text,
                                         struct name *name, const struct written *power_of)
{
    const struct written *two = power_of ? written_inner(power_of) : NULL;
    if (!two || two->kind != WRITTEN_NUMBER || strcmp(two->as.text, "2") != 0 ||
        !names_have(&to->lexicon->squares, text))
        return power_of;
    name->base = arena_print(to->arena, "%s^2", name->base);
    return NULL;
}

static const struct expr *on_name(struct elaboration *to, const struct written *written,
                                  const struct levels *l)
{
    const char *text = l->base->as.text;
    const size_t before = is_letters(to->lexicon, text) ? strlen(text) - 1 : 0;
    const struct extent where = {l->base->at, written->end};
    struct name name = {.base = arena_text(to->arena, text + before, strlen(text + before)),
                        .layer = "",
                        .stepped = names_have(&to->lexicon->stepped, text)};
    name.symbol = expr_symbol(to->arena, where, symbol_name_plain(name.base));
    const struct written *power_of;
    if (!read_scripts(to, l, &name, &power_of))
        return NULL;
    power_of = take_square(to, text, &name, power_of);
    if (name.below)
        name.base = arena_print(to->arena, "%s_%s", name.base, name.below);
    name.symbol->as.symbol.name = (struct symbol_name){name.base, name.layer, "", name.tag};
    const struct expr *result = kronecker(to, name.symbol);
    result = power_of ? power(to, result, power_of) : result;
    if (name.transposed)
        result = elaborate_operation(to, MATRIX_TRANSPOSE, written, result);
    const struct expr *front = letters_product(to, l->base, before);
    return front ? elaboration_product(to, front, result) : result;
}

const struct expr *elaborate_scripts(struct elaboration *to, const struct written *written)
{
    const struct levels l = unfold(written);
    const struct written *inmost = l.n ? l.level[l.n - 1] : NULL;
    if (l.base->kind == WRITTEN_SCRIPTS)
        return elaboration_fail(to, written, REASON_MANY_SCRIPTS);
    if (l.base->kind == WRITTEN_NUMBER && l.n == 1 && inmost->as.scripts.below &&
        strcmp(l.base->as.text, "1") == 0)
        return elaborate_indicator(to, inmost->as.scripts.below);
    if (l.base->kind != WRITTEN_NAME)
        return on_formula(to, &l);
    /* e is 2.718… unless the document says otherwise; e_i^T is a vector. */
    if (strcmp(l.base->as.text, "e") == 0 && inmost && inmost->as.scripts.above &&
        written_inner(inmost->as.scripts.above)->kind != WRITTEN_PRIME &&
        !(inmost->as.scripts.below && is_transpose_sign(inmost->as.scripts.above)) &&
        (!names_have(&to->lexicon->defined, "e") ||
         written_inner(inmost->as.scripts.above)->kind != WRITTEN_NUMBER))
        return exponential(to, written, &l);
    return on_name(to, written, &l);
}
