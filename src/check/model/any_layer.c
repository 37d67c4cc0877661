/* any_layer.c */
#include "check/model/any_layer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/conditions.h"
#include "check/meaning/rewrite.h"

enum {
    LAYERS = 3 /* first, last and one between: the least that tells them apart */,
    LAYERS_MAX = 9,
    NAMES_MAX = 40
};

/* What stands above a name as its layer: l, l - 1, L, 2. */
struct layer {
    char letter; /* 0 for a number */
    long number; /* that, or what is added to the letter */
};

struct layering {
    struct arena *arena;
    char any;    /* the letter of any layer: l */
    char last;   /* that of the last one: L; or 0 */
    long layers; /* how many there are */
    long first; /* the first that is defined by the one before it: 1, or 2 where a^1 is the input */
    bool beside; /* a layer beside any was met */
    struct presence {
        const char *base;
        long low, high;
        bool known;
        bool general;               /* something defines it in any layer: */
        const struct statement *by; /* that; null as long as it was not looked at */
    } name[NAMES_MAX];
    size_t names;
    struct names
        plain; /* names that stand somewhere without a layer, and not only behind a nabla */
};

/* The values of l for which all names of a statement are there. */
struct existence {
    struct layering *layering;
    const char *defines; /* the name that it defines, which says nothing of itself; or null */
    long shift;          /* what is taken from l */
    long low, high;
    bool has_any;
};

/* The text is "l", "(l)", "l-1", "(l+1)", "2", or so with "ell", which is l; false if it is anything else. */
static bool read_layer(const char *text, struct layer *layer)
{
    const bool bracket = *text == '(';
    text += bracket;
    layer->letter = 0;
    layer->number = 0;
    if (isalpha((unsigned char)*text)) {
        layer->letter = strncmp(text, "ell", 3) == 0 ? 'l' : *text;
        text += strncmp(text, "ell", 3) == 0 ? 3 : 1;
        if (*text != '+' && *text != '-')
            return strcmp(text, bracket ? ")" : "") == 0;
    }
    char *end;
    layer->number = strtol(text, &end, 10);
    return end != text && layer->number >= -LAYERS_MAX && layer->number <= LAYERS_MAX &&
           strcmp(end, bracket ? ")" : "") == 0;
}

static bool layer_of(const struct expr *e, struct layer *layer)
{
    return e->kind == EXPR_SYMBOL && *e->as.symbol.name.layer &&
           read_layer(e->as.symbol.name.layer, layer);
}

/* --- which letters --- */

static enum walk find_any(const struct expr *e, void *with)
{
    struct layering *to = with;
    struct layer layer;
    if (layer_of(e, &layer) && islower((unsigned char)layer.letter) && layer.number) {
        to->beside = true;
        to->any = layer.letter;
    }
    return WALK_CONTINUE;
}

static enum walk find_last(const struct expr *e, void *with)
{
    struct layering *to = with;
    struct layer layer;
    if (!layer_of(e, &layer))
        return WALK_CONTINUE;
    if (isupper((unsigned char)layer.letter))
        to->last = layer.letter;
    if (!layer.letter && layer.number > to->layers)
        to->layers = layer.number;
    return WALK_CONTINUE;
}

static enum walk find_plain(const struct expr *e, void *with)
{
    struct layering *to = with;
    if (e->kind == EXPR_SYMBOL && !*e->as.symbol.name.layer)
        names_add(to->arena, &to->plain, e->as.symbol.name.base);
    if (e->kind != EXPR_DERIVATIVE || e->as.derivative.by->as.symbol.index.n > 1 ||
        *e->as.derivative.by->as.symbol.name.layer)
        return WALK_CONTINUE;
    expr_walk(e->as.derivative.of, find_plain, with);
    return WALK_PRUNE;
}

static void walk_all(const struct statements *s, struct layering *to,
                     enum walk (*visit)(const struct expr *e, void *with))
{
    for (size_t n = 0; n < s->n; n++)
        if (s->statement[n].wrong.code == REASON_NONE) {
            expr_walk(s->statement[n].left, visit, to);
            expr_walk(s->statement[n].right, visit, to);
        }
}

static bool has_layer(const struct expr *e, const void *with)
{
    struct layer layer;
    (void)with;
    return layer_of(e, &layer);
}

/* a^1 = x: the input is the first layer, and the second is the first that is computed. */
static long first_computed(const struct statements *s)
{
    for (size_t n = 0; n < s->n; n++) {
        const struct statement *one = &s->statement[n];
        struct layer layer;
        if (one->wrong.code == REASON_NONE && one->rel == REL_EQ && layer_of(one->left, &layer) &&
            !layer.letter && layer.number == 1 && !expr_any(one->right, has_layer, NULL))
            return 2;
    }
    return 1;
}

/* --- one statement --- */

static const struct expr *index_of(const struct layering *to, const struct expr *symbol,
                                   struct layer layer, long shift)
{
    const struct extent where = symbol->where;
    if (!layer.letter)
        return expr_whole(to->arena, where, layer.number);
    if (layer.letter == to->last)
        return expr_whole(to->arena, where, to->layers + layer.number);
    const char letter[2] = {layer.letter, '\0'};
    const struct expr *any =
        expr_symbol(to->arena, where, symbol_name_plain(arena_text(to->arena, letter, 1)));
    const long number = layer.number - shift;
    if (!number)
        return any;
    struct expr *sum = expr_list(to->arena, where, EXPR_ADD);
    const struct expr *steps = expr_whole(to->arena, where, labs(number));
    expr_append(to->arena, sum, any);
    expr_append(to->arena, sum, number < 0 ? expr_negative(to->arena, where, steps) : steps);
    return sum;
}

static const struct presence *known_presence(const struct layering *to, const char *base)
{
    for (size_t n = 0; n < to->names; n++)
        if (to->name[n].known && strcmp(to->name[n].base, base) == 0)
            return &to->name[n];
    return NULL;
}

struct shifted {
    const struct layering *layering;
    long shift;
};

/* The gradient by a, without a layer, is the one by the output of the last. */
static const struct expr *by_last(struct arena *arena, const struct shifted *s,
                                  const struct expr *derivative)
{
    const struct expr *by = derivative->as.derivative.by;
    const struct presence *p = known_presence(s->layering, by->as.symbol.name.base);
    if (!s->layering->last || *by->as.symbol.name.layer || !p || p->high < s->layering->layers ||
        names_have(&s->layering->plain, by->as.symbol.name.base))
        return derivative;
    const char last[2] = {s->layering->last, '\0'};
    struct expr *symbol = expr_shallow(arena, by);
    symbol->as.symbol.name.layer = arena_text(arena, last, 1);
    return expr_derivative(arena, derivative->where, derivative->as.derivative.of, symbol);
}

static const struct expr *change(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    const struct shifted *s = with;
    struct layer layer;
    if (e->kind == EXPR_DERIVATIVE)
        return by_last(arena, s, e);
    if (e->kind == EXPR_SYMBOL)
        *way = WALK_PRUNE;
    if (!layer_of(e, &layer) ||
        (layer.letter && layer.letter != s->layering->any && layer.letter != s->layering->last))
        return e;
    struct symbol_name name = e->as.symbol.name;
    name.layer = LAYER_INDEX;
    struct expr *symbol = expr_symbol(arena, e->where, name);
    expr_append(arena, symbol, index_of(s->layering, e, layer, s->shift));
    for (size_t n = 0; n < e->as.symbol.index.n; n++)
        expr_append(arena, symbol, e->as.symbol.index.item[n]);
    return symbol;
}

/* first <= l <= last */
static const struct expr *between(const struct layering *to, const struct expr *at, long first,
                                  long last)
{
    const char text[2] = {to->any, '\0'};
    const struct expr *letter =
        expr_symbol(to->arena, at->where, symbol_name_plain(arena_text(to->arena, text, 1)));
    struct expr *both = expr_list(to->arena, at->where, EXPR_AND);
    expr_append(
        to->arena, both,
        expr_comparison(to->arena, letter, REL_GE, expr_whole(to->arena, at->where, first)));
    expr_append(to->arena, both,
                expr_comparison(to->arena, letter, REL_LE, expr_whole(to->arena, at->where, last)));
    return both;
}

/* --- in which layers a name is there --- */

static struct presence *presence_of(struct layering *to, const char *base)
{
    size_t n = 0;
    while (n < to->names && strcmp(to->name[n].base, base) != 0)
        n++;
    if (n == NAMES_MAX)
        return NULL;
    if (n == to->names)
        to->name[to->names++] = (struct presence){.base = base};
    return &to->name[n];
}

static void widen(struct presence *p, long low, long high)
{
    if (!p || low > high)
        return;
    p->low = p->known && p->low < low ? p->low : low;
    p->high = p->known && p->high > high ? p->high : high;
    p->known = true;
}

/* Narrows the values of l to those for which a name of the statement is there. */
static enum walk narrow(const struct expr *e, void *with)
{
    struct existence *span = with;
    struct layering *to = span->layering;
    struct layer layer;
    if (!layer_of(e, &layer) || layer.letter != to->any)
        return WALK_CONTINUE;
    span->has_any = true;
    const long number = layer.number - span->shift;
    const struct presence *p = presence_of(to, e->as.symbol.name.base);
    const bool itself = span->defines && strcmp(e->as.symbol.name.base, span->defines) == 0;
    const bool known = p && p->known && !itself;
    const bool open = p && p->general && !p->by; /* a^0 = x, and a^l = … further down */
    const long low = (known ? p->low : 0) - number;
    const long high = (known && !open ? p->high : to->layers) - number;
    span->low = low > span->low ? low : span->low;
    span->high = high < span->high ? high : span->high;
    return WALK_CONTINUE;
}

static enum walk learn(const struct expr *e, void *with)
{
    const struct existence *span = with;
    struct layering *to = span->layering;
    struct layer layer;
    if (!layer_of(e, &layer))
        return WALK_CONTINUE;
    struct presence *p = presence_of(to, e->as.symbol.name.base);
    const long number = layer.number - span->shift;
    if (layer.letter == to->any)
        widen(p, span->low + number, span->high + number);
    return WALK_CONTINUE;
}

/* z^{l+1} = …: with l - 1 for l, the index on the left is a letter. */
static long shift_of(const struct layering *to, const struct statement *s)
{
    struct layer layer;
    return layer_of(s->left, &layer) && layer.letter == to->any ? layer.number : 0;
}

static struct existence span_of(struct layering *to, const struct statement *s, bool definition)
{
    struct layer layer;
    struct existence span = {
        .layering = to, .shift = shift_of(to, s), .low = 1, .high = to->layers};
    if (definition && layer_of(s->left, &layer)) {
        span.defines = s->left->as.symbol.name.base;
        span.low = to->first;
    }
    expr_walk(s->left, narrow, &span);
    expr_walk(s->right, narrow, &span);
    return span;
}

static bool defines(const struct layering *to, const struct statement *s)
{
    struct layer layer;
    return s->wrong.code == REASON_NONE && s->rel == REL_EQ && layer_of(s->left, &layer) &&
           (layer.letter == to->any || layer.letter == to->last || !layer.letter);
}

static void find_general(struct layering *to, const struct statements *all)
{
    for (size_t n = 0; n < all->n; n++) {
        struct layer layer;
        if (!defines(to, &all->statement[n]))
            continue;
        layer_of(all->statement[n].left, &layer);
        struct presence *p = presence_of(to, all->statement[n].left->as.symbol.name.base);
        if (p && layer.letter == to->any)
            p->general = true;
    }
}

/* x = a^1: the input, the other way round. */
static void find_input(struct layering *to, const struct statement *s)
{
    struct layer layer;
    if (s->wrong.code == REASON_NONE && s->rel == REL_EQ && s->left->kind == EXPR_SYMBOL &&
        !layer_of(s->left, &layer) && layer_of(s->right, &layer) && !layer.letter)
        widen(presence_of(to, s->right->as.symbol.name.base), layer.number, layer.number);
}

/* Each definition says where its names are; what is defined by what comes after it is known then. */
static void find_presence(struct layering *to, const struct statements *all)
{
    find_general(to, all);
    for (size_t n = 0; n < all->n; n++)
        find_input(to, &all->statement[n]);
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        struct layer layer;
        if (!defines(to, s))
            continue;
        layer_of(s->left, &layer);
        struct presence *p = presence_of(to, s->left->as.symbol.name.base);
        if (layer.letter != to->any) {
            const long number = layer.number + (layer.letter ? to->layers : 0);
            widen(p, number, number);
            continue;
        }
        if (p && p->by)
            continue;
        const struct existence span = span_of(to, s, true);
        expr_walk(s->left, learn, (void *)&span);
        expr_walk(s->right, learn, (void *)&span);
        if (p)
            p->by = s;
    }
}

/* L where it stands as a number. */
static const struct expr *count(struct arena *arena, const struct expr *e, enum walk *way,
                                void *with)
{
    const struct layering *to = with;
    const char last[2] = {to->last, '\0'};
    (void)way;
    return to->last && expr_is_letter(e, last) ? expr_whole(arena, e->where, to->layers) : e;
}

static void apply(struct layering *to, const struct statement *from, struct statement *s)
{
    const struct presence *p =
        defines(to, from) ? presence_of(to, from->left->as.symbol.name.base) : NULL;
    const struct existence span = span_of(to, from, p && p->by == from);
    struct shifted with = {to, span.shift};
    s->left = expr_rewrite(to->arena, from->left, change, &with);
    s->right = expr_rewrite(to->arena, from->right, change, &with);
    if (!span.has_any)
        return;
    const struct expr *exists = between(to, from->left, span.low, span.high);
    s->condition = from->condition ? expr_rewrite(to->arena, from->condition, count, to) : NULL;
    s->condition = conditions_both(to->arena, s->condition, exists);
}

const struct statements *any_layer_apply(const struct statements *statements, struct arena *arena)
{
    struct layering to = {.arena = arena, .layers = LAYERS};
    walk_all(statements, &to, find_any);
    if (!to.beside)
        return statements;
    walk_all(statements, &to, find_last);
    walk_all(statements, &to, find_plain);
    to.first = first_computed(statements);
    find_presence(&to, statements);
    struct statements *new = arena_new(arena, sizeof *new);
    *new = *statements;
    new->statement = arena_new(arena, statements->n * sizeof *new->statement);
    for (size_t n = 0; n < statements->n; n++) {
        new->statement[n] = statements->statement[n];
        const char any[2] = {to.any, '\0'};
        if (statements->statement[n].wrong.code != REASON_NONE)
            continue;
        if (expr_is_letter(statements->statement[n].left, any)) /* for l = L */
            new->statement[n].wrong = (struct reason){REASON_LEGEND, NULL};
        else
            apply(&to, &statements->statement[n], &new->statement[n]);
    }
    return new;
}
