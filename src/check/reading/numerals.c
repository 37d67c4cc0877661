/* numerals.c */
#include "check/reading/numerals.h"

#include <stdlib.h>
#include <string.h>

#include "check/vocabulary/functions.h"
#include "grammar.tab.h"

static const char digits[] = "0123456789";

static int kind_at(const struct tokens *t, size_t at)
{
    return at < t->n ? t->token[at].kind : 0;
}

static bool touch(const struct tokens *t, size_t n)
{
    return t->token[n].end == t->token[n + 1].at;
}

static bool is_whole(const struct token *number)
{
    return number->text[strspn(number->text, digits)] == '\0';
}

/* How many commas hold the digits from n on together: 2 for 1,2,3. A comma is one byte, and so no other sign that
 * separates. */
static size_t commas_from(const struct tokens *t, size_t n)
{
    size_t commas = 0;
    for (; kind_at(t, n) == NUMBER && kind_at(t, n + 1) == COMMA && kind_at(t, n + 2) == NUMBER &&
           touch(t, n) && touch(t, n + 1) && is_whole(&t->token[n]);
         n += 2)
        commas++;
    return commas;
}

/* 1,000 and 12,345,678: groups of three digits; the last may have a decimal point. */
static bool are_groups(const struct tokens *t, size_t n, size_t commas)
{
    const char *first = t->token[n].text;
    if (strlen(first) > 3 || *first == '0')
        return false;
    for (size_t k = 1; k <= commas; k++) {
        const char *text = t->token[n + 2 * k].text;
        const size_t whole = strspn(text, digits);
        if (whole != 3 || (text[whole] && (k < commas || text[whole] != '.')))
            return false;
    }
    return true;
}

/* The bracket around a token, or t->n. */
static size_t opening(const struct tokens *t, size_t n)
{
    int depth = 0;
    while (n-- > 0) {
        const int kind = t->token[n].kind;
        depth += (kind == RPAR || kind == RBRACK || kind == RBRACE || kind == RCURLY) -
                 (kind == LPAR || kind == LBRACK || kind == LBRACE || kind == LCURLY);
        if (depth < 0)
            return n;
    }
    return t->n;
}

/* The brackets from `open` on hold one number with a comma and nothing else, as (0,5) does; or a list of several
 * entries. */
enum inside { INSIDE_OTHER, INSIDE_NUMBER, INSIDE_LIST };

static enum inside inside_of(const struct tokens *t, size_t open)
{
    int depth = 1;
    size_t commas = 0, other = 0, n = open + 1;
    for (; n < t->n; n++) {
        const int kind = t->token[n].kind;
        depth += (kind == LPAR || kind == LBRACK || kind == LBRACE || kind == LCURLY) -
                 (kind == RPAR || kind == RBRACK || kind == RBRACE || kind == RCURLY);
        if (depth == 0)
            break;
        commas += depth == 1 && kind == COMMA;
        other += kind != NUMBER && kind != COMMA;
    }
    return commas > 1 ? INSIDE_LIST : other ? INSIDE_OTHER : INSIDE_NUMBER;
}

/* i = 1,2: what stands left of it is a single small letter, as indices are, and the values are next to each other. */
static bool is_range(const struct tokens *t, size_t n)
{
    const struct token *name = n > 1 ? &t->token[n - 2] : NULL;
    const bool letter = name && (t->token[n - 1].kind == EQ || t->token[n - 1].kind == IN) &&
                        name->kind == NAME && name->text[1] == '\0' &&
                        strchr("cijklmnpqrst", name->text[0]);
    const bool alone =
        letter && (n == 2 || (t->token[n - 3].kind != SUB && t->token[n - 3].kind != SUP));
    return alone &&
           strtol(t->token[n].text, NULL, 10) + 1 == strtol(t->token[n + 2].text, NULL, 10);
}

/* sigma(0,5): a function of a single number. */
static bool takes_one(const struct tokens *t, size_t open)
{
    const struct token *head = open > 0 ? &t->token[open - 1] : NULL;
    const struct function *f = head && head->kind == FUNCTION ? function_named(head->text) : NULL;
    return f && f->most == 1;
}

/* The commas from n on separate the entries of a list, whatever the decimal sign of the document is. */
static bool is_list(const struct tokens *t, size_t n, size_t commas)
{
    const size_t open = opening(t, n);
    if (kind_at(t, n - 1) == SUB || (open < t->n && kind_at(t, open - 1) == SUB))
        return true;
    if (commas > 1)
        return !are_groups(t, n, commas);
    if (is_range(t, n))
        return true;
    if (open == t->n || t->token[open].kind == LBRACE)
        return false;
    const enum inside inside = inside_of(t, open);
    const bool small = t->token[n].text[0] == '0' && t->token[n + 2].text[1];
    return inside == INSIDE_LIST || (inside == INSIDE_NUMBER && !takes_one(t, open) &&
                                     !(small && t->token[open].kind == LPAR));
}

static const char *braces_comma(const struct token *number)
{
    return strstr(number->text, "{,}");
}

static bool braces_are_groups(const char *text)
{
    const size_t first = strspn(text, digits);
    if (first > 3 || *text == '0')
        return false;
    for (text += first; *text; text += 6)
        if (strncmp(text, "{,}", 3) != 0 || strspn(text + 3, digits) != 3)
            return false;
    return true;
}

bool numeral_has_decimal_comma(const struct tokens *t, size_t n)
{
    if (braces_comma(&t->token[n]))
        return !braces_are_groups(t->token[n].text);
    const size_t commas = commas_from(t, n);
    return commas == 1 && is_whole(&t->token[n + 2]) && !is_list(t, n, 1) && !are_groups(t, n, 1) &&
           !(n > 1 && kind_at(t, n - 1) == COMMA && kind_at(t, n - 2) == NUMBER && touch(t, n - 1));
}

bool numeral_has_decimal_point(const struct tokens *t, size_t n)
{
    const char *point = strchr(t->token[n].text, '.');
    return point && !(strlen(point) == 4 && point > t->token[n].text &&
                      t->token[n].text[0] != '0' && point - t->token[n].text <= 3);
}

/* The digits of a number with commas: as a decimal number, or as a whole one. */
static const char *without_commas(const char *text, bool decimal, struct arena *arena)
{
    char *copy = arena_text(arena, text, strlen(text)), *to = copy;
    for (; *text; text++)
        if (*text == ',' && decimal)
            *to++ = '.';
        else if (!strchr(",{}", *text))
            *to++ = *text;
    *to = '\0';
    return copy;
}

/* What the number is read as: NUMBER or NUMBER_UNCLEAR. */
static int settle(const struct habits *h, bool groups, bool decimal)
{
    if (groups)
        return h->decimal == DECIMAL_POINT || h->decimal == DECIMAL_COMMA ? NUMBER : NUMBER_UNCLEAR;
    return decimal && h->decimal == DECIMAL_COMMA ? NUMBER : NUMBER_UNCLEAR;
}

static void join(struct tokens *t, size_t n, size_t commas, const struct habits *h,
                 struct arena *arena)
{
    struct token *first = &t->token[n];
    const char *text = first->text;
    for (size_t k = 1; k <= commas; k++)
        text = arena_print(arena, "%s,%s", text, first[2 * k].text);
    const bool groups = are_groups(t, n, commas);
    /* 1,000.5 shows itself what its comma is. */
    const bool shown = groups && (commas > 1 || strchr(text, '.'));
    first->kind = shown ? NUMBER : settle(h, groups, commas == 1);
    first->text = without_commas(text, !shown && h->decimal == DECIMAL_COMMA, arena);
    first->end = first[2 * commas].end;
    for (size_t k = 1; k <= 2 * commas; k++)
        first[k].kind = 0;
}

/* Number n and what is joined with it; the last token of it. */
static size_t resolve(struct tokens *t, size_t n, const struct habits *h, struct arena *arena)
{
    struct token *token = &t->token[n];
    const size_t commas = commas_from(t, n);
    if (braces_comma(token)) {
        const bool groups = braces_are_groups(token->text);
        token->kind = groups ? settle(h, true, false) : NUMBER;
        token->text = without_commas(token->text, !groups || h->decimal == DECIMAL_COMMA, arena);
    } else if (commas) {
        if (!is_list(t, n, commas))
            join(t, n, commas, h, arena);
    } else if (h->decimal == DECIMAL_COMMA && strchr(token->text, '.') &&
               !numeral_has_decimal_point(t, n)) {
        token->kind = NUMBER_UNCLEAR; /* 1.000 where the comma is the decimal sign */
    }
    return n + 2 * commas;
}

void numerals_resolve(struct tokens *t, const struct habits *h, struct arena *arena)
{
    for (size_t n = 0; n < t->n; n++)
        if (t->token[n].kind == NUMBER)
            n = resolve(t, n, h, arena);
}
