/* calls.c: tells calls from products by what the document says of the head. */
#include "check/meaning/calls.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/activations.h"
#include "check/meaning/cases.h"
#include "check/meaning/chances.h"
#include "check/meaning/derivatives.h"
#include "check/meaning/entries.h"
#include "check/meaning/formula.h"
#include "check/meaning/matrix_signs.h"
#include "check/vocabulary/matrix_operations.h"
#include "check/vocabulary/functions.h"
#include "check/meaning/softmax.h"
#include "check/vocabulary/words.h"

/* A function as the head of a call: f, tanh, f'. */
struct head {
    const char *function; /* null if it is none */
    bool prime;
};

static struct head read_head(const struct elaboration *to, const struct written *node)
{
    struct head head = {NULL, false};
    if (node->kind == WRITTEN_SCRIPTS && !node->as.scripts.below &&
        node->as.scripts.above->kind == WRITTEN_PRIME) {
        head.prime = true;
        node = node->as.scripts.base;
    }
    const char *name = node->kind == WRITTEN_FUNCTION
                           ? node->as.text
                           : lexicon_function(to->lexicon, node, to->arena);
    const enum matrix_operation operation =
        node->kind == WRITTEN_NAME ? matrix_operation_spelt(name) : MATRIX_NONE;
    if (node->kind == WRITTEN_FUNCTION || (name && is_function_name(to->lexicon, name)))
        head.function = name;
    if (operation && !names_have(&to->lexicon->defined, name))
        head.function = matrix_operation_name(operation);
    return head;
}

/* f(x) of log f(x), which comes as log f, and then (x). */
static struct written inner_apply(const struct written *apply)
{
    struct written inner = *apply;
    inner.as.apply.head = apply->as.apply.head->as.apply.argument;
    return inner;
}

static bool is_nested(const struct elaboration *to, const struct written *apply)
{
    const struct written *head = apply->as.apply.head;
    if (head->kind != WRITTEN_APPLY || head->as.apply.head->kind != WRITTEN_FUNCTION ||
        head->as.apply.argument->kind == WRITTEN_ITEMS)
        return false;
    const struct written inner = inner_apply(apply);
    return read_head(to, head->as.apply.argument).function || is_chance(to->lexicon, &inner);
}

/* The h of s(h) and s^2(h), where s is defined by a formula with an h in it: it says what s depends on. */
static bool are_made_of(const struct elaboration *to, const struct written *head,
                        const struct written *args)
{
    if (head->kind == WRITTEN_SCRIPTS && !head->as.scripts.below &&
        head->as.scripts.above->kind != WRITTEN_PRIME)
        head = head->as.scripts.base;
    if (head->kind != WRITTEN_NAME || args->as.list.n == 0)
        return false;
    for (size_t n = 0; n < args->as.list.n; n++) {
        const struct written *side = args->as.list.item[n];
        if (side->as.list.n != 1 || side->as.list.item[0]->kind != WRITTEN_NAME ||
            !lexicon_made_of(to->lexicon, head->as.text, side->as.list.item[0]->as.text, to->arena))
            return false;
    }
    return true;
}

/* A sign of vectors stands in it. */
static bool is_of_vectors(const struct written *node)
{
    if (!node)
        return false;
    if (is_matrix_sign(node))
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (is_of_vectors(written_part(node, n)))
            return true;
    return false;
}

/* What people call functions, and factors but seldom. */
static bool is_usual_function(const char *name)
{
    static const char *const usual[] = {"f", "g", "phi", "psi"};
    for (size_t n = 0; n < sizeof usual / sizeof *usual; n++)
        if (strcmp(usual[n], name) == 0)
            return true;
    return false;
}

static bool mentions(const struct written *node, const char *name)
{
    if (!node || !name || written_is_name(node, name))
        return node != NULL && name != NULL;
    for (size_t n = 0; n < written_parts(node); n++)
        if (mentions(written_part(node, n), name))
            return true;
    return false;
}

/* A list of one whole number. */
static bool is_whole_number(const struct written *args)
{
    const struct written *side = args->as.list.n == 1 ? args->as.list.item[0] : NULL;
    const struct written *one = side && side->as.list.n == 1 ? side->as.list.item[0] : NULL;
    return one && one->kind == WRITTEN_NUMBER &&
           strspn(one->as.text, "0123456789") == strlen(one->as.text);
}

/* No product, although nobody says of what the head is a function. */
static bool is_unknown_function(const struct lexicon *lexicon, const struct written *head,
                                const struct written *args)
{
    const char *about = lexicon_head(head);
    if (about && is_whole_number(args))
        return true; /* Q(2) */
    if (!about || head->kind == WRITTEN_NAME)
        return false;
    const bool scripts = head->kind == WRITTEN_SCRIPTS;
    const bool dependent = names_have(&lexicon->dependent, about);
    if (dependent && scripts && !head->as.scripts.below)
        return true; /* f^{(2)}(z): the function of a layer */
    if (names_have(&lexicon->defined, about))
        return false;
    if (dependent && !lexicon_plain_names(args))
        return true; /* delta_k(w x + b), where delta_k(z) is delta_k */
    if (scripts && head->as.scripts.below && !head->as.scripts.above && function_named(about))
        return true; /* \sigma_l(z) */
    return is_usual_function(about) && is_of_vectors(args) &&
           !mentions(args, about); /* f_k(w_k^T h) */
}

/* What stands behind something that is not a function: SE(y, O) is SE; anything else with a list is wrong. */
static const struct expr *elaborate_dependent(struct elaboration *to, const struct written *apply)
{
    const struct written *head = apply->as.apply.head, *args = apply->as.apply.argument;
    if (args->kind != WRITTEN_ITEMS)
        return NULL;
    if (are_made_of(to, head, args))
        return elaborate(to, head);
    if (is_unknown_function(to->lexicon, head, args))
        return elaboration_fail(to, apply, REASON_FUNCTION_UNKNOWN);
    const bool several = args->as.list.n > 1, name = head->kind == WRITTEN_NAME;
    const char *about = lexicon_head(head);
    if (several && about && lexicon_plain_names(args) && !names_have(&to->lexicon->defined, about))
        return elaboration_fail(to, apply, REASON_FUNCTION_UNKNOWN); /* x(s, a) and x(s, b) */
    const bool word =
        name ? strlen(head->as.text) > 1 && names_have(&to->lexicon->whole, head->as.text)
             : about && names_have(&to->lexicon->dependent, about);
    if ((several || word) && lexicon_plain_names(args) && (name || head->kind == WRITTEN_SCRIPTS))
        return elaborate(to, head);
    return several ? elaboration_fail(to, apply, REASON_LIST_BEHIND) : NULL;
}

const struct expr *elaborate_call(struct elaboration *to, const struct written *apply)
{
    const struct written *args = apply->as.apply.argument;
    const struct activation activation = activation_of(to->lexicon, apply, to->arena);
    const struct head head = activation.function
                                 ? (struct head){activation.function, activation.prime}
                                 : read_head(to, apply->as.apply.head);
    if (!head.function && head.prime)
        return elaboration_fail(to, apply->as.apply.head, REASON_PRIME);
    if (!head.function && is_nested(to, apply)) {
        const struct written inner = inner_apply(apply);
        return elaboration_call(to, EXPR_CALL, apply->as.apply.head->as.apply.head->as.text, apply,
                                elaborate_apply(to, &inner));
    }
    if (!head.function)
        return elaborate_dependent(to, apply);
    const enum expr_kind kind = head.prime ? EXPR_PRIME : EXPR_CALL;
    const size_t given = args->kind == WRITTEN_ITEMS ? args->as.list.n : 1;
    const struct function *function = function_named(head.function);
    if (function && given && given < function->least &&
        !names_have(&to->lexicon->functions, head.function))
        return elaboration_fail(to, apply, REASON_ONE_ARGUMENT);
    if (args->kind != WRITTEN_ITEMS)
        return elaboration_call(to, kind, head.function, apply, elaborate(to, args));
    struct expr *call = expr_call(to->arena, written_extent(apply), kind, head.function);
    if (!elaborate_items(to, args, call))
        return NULL;
    return call->as.call.argument.n ? call : elaboration_fail(to, apply, REASON_EMPTY_LIST);
}

/* w(t + 1) = w(t) - …: the time in parentheses tells the new value from the old one. */
static const struct expr *elaborate_timed(struct elaboration *to, const struct written *apply)
{
    const struct written *time = lexicon_time(apply);
    if (!time)
        return NULL;
    const bool step = time->kind == WRITTEN_ADD;
    const bool word = !step && (word_is_new(time->as.text) || word_is_old(time->as.text));
    if (!word && !to->lexicon->time_calls)
        return NULL;
    const struct expr *e = elaborate(to, apply->as.apply.head);
    if (!e || e->kind != EXPR_SYMBOL || (!step && !word_is_new(time->as.text)))
        return e;
    const struct symbol_name *name = &e->as.symbol.name;
    if (name->tag != TAG_NONE || *name->layer)
        return e;
    struct expr *new = expr_shallow(to->arena, e);
    new->as.symbol.name.tag = TAG_NEW;
    return new;
}

/* 1(k = y) */
static bool is_indicator(const struct written *apply)
{
    const struct written *head = apply->as.apply.head, *args = apply->as.apply.argument;
    return head->kind == WRITTEN_NUMBER && strcmp(head->as.text, "1") == 0 &&
           args->kind == WRITTEN_ITEMS && args->as.list.n == 1 &&
           args->as.list.item[0]->as.list.n > 1;
}

/* w (g^{[l]})'(z), which comes as w(g^{[l]}), then a prime, and then (z): the w is a factor. Null if it is no such. */
static const struct expr *elaborate_primed(struct elaboration *to, const struct written *apply)
{
    const struct written *primed = apply->as.apply.head;
    const struct written *front = primed->kind == WRITTEN_SCRIPTS ? primed->as.scripts.base : NULL;
    if (!front || front->kind != WRITTEN_APPLY || front->as.apply.argument->kind != WRITTEN_ITEMS)
        return NULL;
    struct written group = {.kind = WRITTEN_GROUP, .at = front->at, .end = front->end};
    group.as.group.bracket = BRACKET_ROUND;
    group.as.group.items = front->as.apply.argument;
    struct written head = *primed, inner = *apply;
    head.as.scripts.base = &group;
    inner.as.apply.head = &head;
    const struct activation activation = activation_of(to->lexicon, &inner, to->arena);
    if (!activation.function || !activation.prime || read_head(to, front->as.apply.head).function)
        return NULL;
    const struct expr *factor = elaborate(to, front->as.apply.head);
    return factor ? elaboration_product(to, factor, elaborate_call(to, &inner)) : NULL;
}

const struct expr *elaborate_apply(struct elaboration *to, const struct written *apply)
{
    const struct expr *primed = elaborate_primed(to, apply);
    if (primed || elaboration_failed(to))
        return primed;
    if (is_indicator(apply))
        return elaborate_indicator(to, apply->as.apply.argument);
    if (is_chance(to->lexicon, apply))
        return elaborate_chance(to, apply);
    const struct expr *timed = elaborate_timed(to, apply);
    if (timed || elaboration_failed(to))
        return timed;
    if (is_of_entries(to->lexicon, apply))
        return elaborate_entry(to, apply, NULL);
    if (is_softmax(apply->as.apply.head))
        return elaborate_softmax(to, apply, NULL);
    const struct expr *call = elaborate_call(to, apply);
    if (call || elaboration_failed(to))
        return call;
    if (is_operator(apply->as.apply.head))
        return elaborate_operator(to, apply, NULL);
    const struct expr *head = elaborate(to, apply->as.apply.head);
    return head ? elaboration_product(to, head, elaborate_factor(to, apply->as.apply.argument))
                : NULL;
}
