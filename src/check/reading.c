/* reading.c: products and calls, quotients and derivatives, cases and conditions. */
#include "reading.h"

#include <ctype.h>
#include <string.h>

struct node *reading_fail(struct reading *r, const struct node *where, const char *reason)
{
    if (!r->wrong) {
        r->wrong = reason;
        r->wrong_at = where ? where->at : r->wrong_at;
    }
    return NULL;
}

static struct node *make(struct reading *r, enum node_kind kind, const struct node *where)
{
    return node_new(r->arena, kind, where->at, where->end);
}

struct node *reading_product(struct reading *r, struct node *a, struct node *b)
{
    if (!a || !b)
        return NULL;
    struct node *product = make(r, NODE_MUL, a);
    for (size_t n = 0; a->kind == NODE_MUL && n < a->n; n++)
        node_add(r->arena, product, a->kid[n]);
    if (a->kind != NODE_MUL)
        node_add(r->arena, product, a);
    for (size_t n = 0; b->kind == NODE_MUL && n < b->n; n++)
        node_add(r->arena, product, b->kid[n]);
    if (b->kind != NODE_MUL)
        node_add(r->arena, product, b);
    return product;
}

struct node *reading_call(struct reading *r, enum node_kind kind, const char *name,
                          const struct node *where, struct node *argument)
{
    if (!argument)
        return NULL;
    struct node *call = make(r, kind, where);
    call->name = name;
    node_add(r->arena, call, argument);
    return call;
}

/* e is 2.718… and sigma the logistic function unless the document says otherwise. */
bool reading_is_function(const struct reading *r, const char *name)
{
    return names_have(&r->lexicon->functions, name) ||
           (strcmp(name, "sigma") == 0 && !names_have(&r->lexicon->defined, name));
}

struct node *reading_name(struct reading *r, const struct node *written)
{
    const char *name = written->name;
    const size_t length = strlen(name);
    bool product = length > 1 && length <= 4 && !names_have(&r->lexicon->whole, name);
    for (size_t n = 0; product && n < length; n++)
        product = isalpha((unsigned char)name[n]) && r->lexicon->letter[(unsigned char)name[n]];
    struct node *result = NULL;
    for (size_t n = 0; n < (product ? length : 1); n++) {
        struct node *symbol = make(r, NODE_SYMBOL, written);
        symbol->name = product ? arena_text(r->arena, name + n, 1) : name;
        result = result ? reading_product(r, result, symbol) : symbol;
    }
    return result;
}

/* A list in parentheses: the formulas in it. A part such as O = [O_0, O_1] gives its left side. */
static bool read_list(struct reading *r, const struct node *items, struct node *into)
{
    for (size_t n = 0; n < items->n; n++) {
        const struct node *chain = items->kid[n];
        if (chain->n == 0 || !chain->kid[0])
            return reading_fail(r, chain, "a list with a gap") != NULL;
        struct node *entry = reading_formula(r, chain->kid[0]);
        if (!entry)
            return false;
        node_add(r->arena, into, entry);
    }
    return true;
}

static struct node *read_indicator(struct reading *r, const struct node *items)
{
    struct node *condition = NULL;
    const struct node *inner = items;
    while (inner && inner->kind == NODE_BRACKET)
        inner = inner->kid[0];
    if (inner && inner->kind == NODE_ITEMS && inner->n == 1)
        condition = reading_condition(r, inner->kid[0]);
    else
        return reading_fail(r, items, "a single condition is wanted here");
    return condition ? reading_call(r, NODE_INDICATOR, NULL, items, condition) : NULL;
}

static struct node *read_bracket(struct reading *r, const struct node *bracket)
{
    if (bracket->n != 1 || !bracket->kid[0] || bracket->kid[0]->kind != NODE_ITEMS)
        return reading_fail(r, bracket, "an index where a formula is wanted");
    const struct node *items = bracket->kid[0];
    if (items->n == 0)
        return reading_fail(r, bracket, "nothing stands in these brackets");
    if (items->n == 1 && items->kid[0]->n == 1 && items->kid[0]->kid[0])
        return reading_formula(r, items->kid[0]->kid[0]);
    if (items->n == 1)
        return bracket->name[0] == '[' || bracket->name[0] == '{'
                   ? read_indicator(r, items)
                   : reading_fail(r, bracket, "a relation where a formula is wanted");
    struct node *vector = make(r, NODE_VECTOR, bracket);
    return read_list(r, items, vector) ? vector : NULL;
}

static bool plain_names(const struct node *items)
{
    for (size_t n = 0; n < items->n; n++)
        if (items->kid[n]->n == 0 || !items->kid[n]->kid[0] ||
            items->kid[n]->kid[0]->kind == NODE_APPLY || !lexicon_head(items->kid[n]->kid[0]))
            return false;
    return true;
}

/* The name of the function that a head is, and whether a prime stands behind it; or null. */
static const char *function_name(const struct reading *r, const struct node *head, bool *prime)
{
    *prime = false;
    if (head->kind == NODE_SCRIPTS && !head->kid[1] && head->kid[2] &&
        head->kid[2]->kind == NODE_SYMBOL && strcmp(head->kid[2]->name, "'") == 0) {
        *prime = true;
        head = head->kid[0];
    }
    if (head->kind == NODE_SYMBOL && reading_is_function(r, head->name))
        return head->name;
    return NULL;
}

/* What is written as a call, and is one; null without a message if it is a product. */
static struct node *read_call(struct reading *r, const struct node *apply)
{
    const struct node *head = apply->kid[0], *args = apply->kid[1];
    bool prime = head->kind == NODE_PRIME;
    const char *name = head->kind == NODE_CALL || head->kind == NODE_PRIME
                           ? head->name
                           : function_name(r, head, &prime);
    if (!name && prime)
        return reading_fail(r, head, "the prime of something that is not a function");
    /* log f(x): the scanner saw log f, then (x). */
    bool inner_prime;
    if (!name && head->kind == NODE_APPLY && head->kid[0]->kind == NODE_CALL &&
        head->kid[1]->kind != NODE_ITEMS && function_name(r, head->kid[1], &inner_prime)) {
        struct node inner = *apply;
        struct node *kids[] = {head->kid[1], apply->kid[1]};
        inner.kid = kids;
        return reading_call(r, NODE_CALL, head->kid[0]->name, apply, read_call(r, &inner));
    }
    if (!name) {
        /* SE(y, O) of something that is defined without arguments */
        const bool several = args->kind == NODE_ITEMS && args->n > 1;
        const bool word = head->kind == NODE_SYMBOL && strlen(head->name) > 1 &&
                          names_have(&r->lexicon->whole, head->name);
        if (args->kind == NODE_ITEMS && (several || word) && plain_names(args) &&
            (head->kind == NODE_SYMBOL || head->kind == NODE_SCRIPTS))
            return reading_formula(r, head);
        if (several)
            return reading_fail(r, apply, "a list behind something that is not a function");
        return NULL;
    }
    struct node *call = make(r, prime ? NODE_PRIME : NODE_CALL, apply);
    call->name = name;
    if (args->kind == NODE_ITEMS)
        return read_list(r, args, call) && (call->n || reading_fail(r, apply, "an empty list"))
                   ? call
                   : NULL;
    struct node *argument = reading_formula(r, args);
    if (!argument)
        return NULL;
    node_add(r->arena, call, argument);
    return call;
}

static struct node *group(struct reading *r, const struct node *args)
{
    if (args->kind != NODE_ITEMS)
        return reading_formula(r, args);
    if (args->n == 1 && args->kid[0]->n == 1 && args->kid[0]->kid[0])
        return reading_formula(r, args->kid[0]->kid[0]);
    return reading_fail(r, args, "a relation or a list where a factor is wanted");
}

bool reading_is_operator(const struct node *node)
{
    return node->kind == NODE_DIV && node->kid[0]->kind == NODE_DIFF && node->kid[0]->n == 0;
}

static struct node *derivative(struct reading *r, const struct node *where, struct node *of,
                               const struct node *by)
{
    if (by->kind != NODE_DIFF || by->n == 0)
        return reading_fail(r, by, "what is the derivative by?");
    struct node *symbol = reading_formula(r, by->kid[0]);
    if (!of || !symbol)
        return NULL;
    if (symbol->kind != NODE_SYMBOL)
        return reading_fail(r, by,
                            symbol->kind == NODE_POW
                                ? "second derivatives are not read"
                                : "a derivative by something that is not a name");
    struct node *result = make(r, NODE_DERIVATIVE, where);
    node_add(r->arena, result, of);
    node_add(r->arena, result, symbol);
    return result;
}

struct node *reading_operator(struct reading *r, const struct node *apply, const struct node *power)
{
    struct node *of = group(r, apply->kid[1]);
    struct node *exponent = of && power ? reading_formula(r, power) : NULL;
    if (!of || (power && !exponent))
        return NULL;
    if (power) {
        struct node *whole = make(r, NODE_POW, apply);
        node_add(r->arena, whole, of);
        node_add(r->arena, whole, exponent);
        of = whole;
    }
    return derivative(r, apply, of, apply->kid[0]->kid[1]);
}

/* w(t + 1) = w(t) - …: the time in parentheses tells the new value from the old one. */
static struct node *read_time(struct reading *r, const struct node *apply)
{
    const struct node *time = lexicon_time(apply);
    if (!time ||
        (!r->lexicon->time_calls && time->kind == NODE_SYMBOL && !reading_is_new(time->name) &&
         !reading_is_old(time->name)) ||
        (time->kind == NODE_ADD && !r->lexicon->time_calls))
        return NULL;
    struct node *symbol = reading_formula(r, apply->kid[0]);
    if (symbol && symbol->kind == NODE_SYMBOL &&
        (time->kind == NODE_ADD || reading_is_new(time->name)) && !strchr(symbol->name, '^'))
        symbol->name = arena_print(r->arena, "%s^new", symbol->name);
    return symbol;
}

static struct node *read_apply(struct reading *r, const struct node *apply)
{
    struct node *timed = read_time(r, apply);
    if (timed || r->wrong)
        return timed;
    if (reading_is_softmax(apply->kid[0]))
        return reading_softmax(r, apply, NULL);
    struct node *call = read_call(r, apply);
    if (call || r->wrong)
        return call;
    const struct node *head = apply->kid[0];
    if (reading_is_operator(head))
        return reading_operator(r, apply, NULL);
    struct node *a = reading_formula(r, head);
    return a ? reading_product(r, a, group(r, apply->kid[1])) : NULL;
}

static struct node *quotient(struct reading *r, const struct node *where, struct node *a,
                             struct node *b)
{
    if (!a || !b)
        return NULL;
    struct node *result = make(r, NODE_DIV, where);
    node_add(r->arena, result, a);
    node_add(r->arena, result, b);
    return result;
}

/* What stands in parentheses behind a factor, with its powers; null if the whole is no such product. */
static struct node *tail_of(struct reading *r, const struct node *node)
{
    if (node->kind == NODE_SCRIPTS) {
        struct node *inner = tail_of(r, node->kid[0]);
        struct node *tail = inner ? make(r, NODE_SCRIPTS, node) : NULL;
        for (size_t n = 0; tail && n < 3; n++)
            node_add(r->arena, tail, n ? node->kid[n] : inner);
        return tail;
    }
    if (node->kind != NODE_APPLY || read_call(r, node) || r->wrong)
        return NULL;
    struct node *bracket = make(r, NODE_BRACKET, node);
    bracket->name = "(";
    node_add(r->arena, bracket, node->kid[1]);
    return bracket;
}

static struct node *read_quotient(struct reading *r, const struct node *div)
{
    const struct node *a = div->kid[0], *b = div->kid[1];
    if (a->kind == NODE_DIFF && b->kind == NODE_DIFF) {
        if (a->n == 0)
            return reading_fail(r, a, "the derivative of what?");
        return derivative(r, div, reading_formula(r, a->kid[0]), b);
    }
    if (a->kind == NODE_MUL && a->kid[0]->kind == NODE_DIFF && a->kid[0]->n &&
        b->kind == NODE_DIFF) {
        struct node *of = reading_formula(r, a->kid[0]->kid[0]);
        for (size_t n = 1; of && n < a->n; n++)
            of = reading_product(r, of, reading_formula(r, a->kid[n]));
        return of ? derivative(r, div, of, b) : NULL;
    }
    /* a/b (c)^2 with a factor b is a/b times (c)^2, as in 1/2 (y - O)^2. */
    const struct node *tail = div->slash ? tail_of(r, b) : NULL;
    if (r->wrong)
        return NULL;
    if (tail) {
        while (b->kind == NODE_SCRIPTS)
            b = b->kid[0];
        struct node first = *div;
        struct node *kids[] = {div->kid[0], b->kid[0]};
        first.kid = kids;
        struct node *front = read_quotient(r, &first);
        return front ? reading_product(r, front, reading_formula(r, tail)) : NULL;
    }
    return quotient(r, div, reading_formula(r, a), reading_formula(r, b));
}

static bool in_brackets(const struct node *node)
{
    return node->kind == NODE_BRACKET ||
           (node->kind == NODE_SCRIPTS && node->kid[0]->kind == NODE_BRACKET);
}

static struct node *read_product(struct reading *r, const struct node *mul)
{
    struct node *result = NULL;
    for (size_t n = 0; n < mul->n; n++) {
        const struct node *kid = mul->kid[n];
        struct node *factor = NULL;
        if (reading_is_operator(kid) && n + 1 < mul->n) {
            /* d/dW (…) applies to the brackets, d/dW a b to all that follows. */
            const size_t stop = in_brackets(mul->kid[n + 1]) ? n + 2 : mul->n;
            struct node *of = NULL;
            const struct node *by = kid->kid[1];
            for (n++; n < stop; n++) {
                struct node *next = reading_formula(r, mul->kid[n]);
                of = of ? reading_product(r, of, next) : next;
                if (!of)
                    return NULL;
            }
            n--;
            factor = derivative(r, kid, of, by);
        } else if (kid->kind == NODE_NUMBER && strcmp(kid->name, "1") == 0 && n + 1 < mul->n &&
                   mul->kid[n + 1]->kind == NODE_BRACKET && mul->kid[n + 1]->name[0] == '{') {
            continue; /* 1{j = k} */
        } else {
            factor = reading_formula(r, kid);
        }
        result = result ? reading_product(r, result, factor) : factor;
        if (!result)
            return NULL;
    }
    return result;
}

static struct node *read_cases(struct reading *r, const struct node *cases)
{
    struct node *result = make(r, NODE_CASES, cases);
    for (size_t n = 0; n < cases->n; n++) {
        const struct node *row = cases->kid[n];
        if (row->n == 0)
            continue;
        const struct node *value = row->kid[0];
        if (value->n != 1 || !value->kid[0])
            return reading_fail(r, row, "a case begins with its value");
        node_add(r->arena, result, reading_formula(r, value->kid[0]));
        struct node *all = make(r, NODE_AND, row);
        bool otherwise = false;
        for (size_t m = 1; m < row->n; m++) {
            otherwise = otherwise || row->kid[m]->sep == SEP_OTHERWISE;
            if (row->kid[m]->n)
                node_add(r->arena, all, reading_condition(r, row->kid[m]));
        }
        if (r->wrong)
            return NULL;
        if (!otherwise && all->n == 0)
            return reading_fail(r, row, "a case without its condition");
        node_add(r->arena, result, all->n ? all->n == 1 ? all->kid[0] : all : NULL);
    }
    return result->n ? result : reading_fail(r, cases, "cases without a case");
}

struct node *reading_condition(struct reading *r, const struct node *chain)
{
    if (chain->n < 2 || !chain->kid[0])
        return reading_fail(r, chain, "a condition is wanted here");
    struct node *all = make(r, NODE_AND, chain);
    for (size_t n = 1; n < chain->n; n++) {
        struct node *relation = make(r, NODE_RELATION, chain);
        relation->rel = chain->kid[n]->rel;
        struct node *a = reading_formula(r, chain->kid[n - 1]);
        struct node *b = a ? reading_formula(r, chain->kid[n]) : NULL;
        if (!b)
            return NULL;
        node_add(r->arena, relation, a);
        node_add(r->arena, relation, b);
        node_add(r->arena, all, relation);
    }
    return all->n == 1 ? all->kid[0] : all;
}

static struct node *read_kids(struct reading *r, const struct node *written)
{
    struct node *result = make(r, written->kind, written);
    result->name = written->name;
    for (size_t n = 0; n < written->n; n++) {
        struct node *kid = reading_formula(r, written->kid[n]);
        if (!kid)
            return NULL;
        node_add(r->arena, result, kid);
    }
    return written->kind == NODE_ADD ? reading_dots(r, result) : result;
}

struct node *reading_formula(struct reading *r, const struct node *written)
{
    if (r->wrong)
        return NULL;
    switch (written->kind) {
    case NODE_NUMBER:
        return read_kids(r, written);
    case NODE_SYMBOL:
    case NODE_SCRIPTS:
        return reading_scripts(r, written);
    case NODE_APPLY:
        return read_apply(r, written);
    case NODE_BRACKET:
        return read_bracket(r, written);
    case NODE_SUMSIGN:
        return reading_sum(r, written);
    case NODE_INDICATOR:
        return read_indicator(r, written->kid[0]);
    case NODE_MUL:
        return read_product(r, written);
    case NODE_DIV:
        return read_quotient(r, written);
    case NODE_CASES:
        return read_cases(r, written);
    case NODE_ADD:
    case NODE_NEG:
    case NODE_CALL:
    case NODE_DOTS:
        return read_kids(r, written);
    case NODE_DIFF:
        return reading_fail(r, written, "a differential that is no part of a derivative");
    default:
        return reading_fail(r, written, "a formula is wanted here");
    }
}
