/* habits.c */
#include "check/reading/habits.h"

#include <stdlib.h>
#include <string.h>

#include "check/reading/numerals.h"
#include "check/reading/signs.h"
#include "grammar.tab.h"

static void note_decimals(struct habits *h, const struct tokens *t)
{
    bool comma = h->decimal == DECIMAL_COMMA || h->decimal == DECIMAL_BOTH;
    bool point = h->decimal == DECIMAL_POINT || h->decimal == DECIMAL_BOTH;
    for (size_t n = 0; n < t->n; n++)
        if (t->token[n].kind == NUMBER) {
            comma = comma || numeral_has_decimal_comma(t, n);
            point = point || numeral_has_decimal_point(t, n);
        }
    h->decimal = comma && point ? DECIMAL_BOTH
                 : comma        ? DECIMAL_COMMA
                 : point        ? DECIMAL_POINT
                                : DECIMAL_UNKNOWN;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names, and not the words of a remark in parentheses: outside of those, or with a script. */
static void note_names(struct habits *h, const struct tokens *t, struct arena *arena)
{
    int depth = 0;
    for (size_t n = 0; n < t->n; n++) {
        const int kind = t->token[n].kind, next = n + 1 < t->n ? t->token[n + 1].kind : 0;
        depth += (kind == LPAR || kind == LBRACK) - (kind == RPAR || kind == RBRACK);
        if (kind != NAME || t->token[n].text[1] == '\0' ||
            (depth > 0 && next != SUB && next != SUP && next != INDEX))
            continue;
        h->name = arena_grow(arena, h->name, h->names, sizeof *h->name);
        h->name[h->names++] = t->token[n].text;
    }
}

static bool is_delta(const struct tokens *t, size_t at)
{
    return t->token[at].kind == NAME && strcmp(t->token[at].text, "Delta") == 0;
}

/* \Delta = d - o: a symbol by itself, so that \Delta w is a product and no change of w. */
static bool is_delta_alone(const struct tokens *t, size_t at)
{
    return at + 1 < t->n && is_delta(t, at) && tokens_is_relation(t->token[at + 1].kind);
}

/* \Delta w = ...: a change of w. */
static bool begins_with_change(const struct tokens *t)
{
    return t->n > 1 && is_delta(t, 0) && t->token[1].kind == NAME;
}

struct habits habits_of(const struct source *source, const struct tokens *formula, size_t n,
                        struct arena *arena)
{
    struct habits h = {.source = source};
    bool changes = false;
    for (size_t k = 0; k < n; k++) {
        note_decimals(&h, &formula[k]);
        note_names(&h, &formula[k], arena);
        changes = changes || begins_with_change(&formula[k]);
        for (size_t at = 0; at < formula[k].n; at++) {
            h.delta_is_name = h.delta_is_name || is_delta_alone(&formula[k], at);
            if (sign_is_sigma(&formula[k], at) && !sign_may_be_sum(&formula[k], at))
                h.sigma_is_name = true;
        }
    }
    h.delta_is_name = h.delta_is_name && !changes;
    if (h.names)
        qsort(h.name, h.names, sizeof *h.name, by_text);
    return h;
}

/* The first of the names that is not before the word. */
static size_t lower_bound(const struct habits *h, const char *word, size_t length)
{
    size_t from = 0, to = h->names;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (strncmp(h->name[middle], word, length) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

bool habits_have_name(const struct habits *h, const char *word, size_t length)
{
    const size_t n = lower_bound(h, word, length);
    return n < h->names && strncmp(h->name[n], word, length) == 0 && h->name[n][length] == '\0';
}

size_t habits_count(const struct habits *h, const char *word)
{
    const size_t first = lower_bound(h, word, strlen(word));
    size_t n = first;
    while (n < h->names && strcmp(h->name[n], word) == 0)
        n++;
    return n - first;
}
