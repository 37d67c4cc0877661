/* notebook.c: goes through the JSON by itself, since every character must know its byte in the file. */
#include "check/reading/notebook.h"

#include <ctype.h>
#include <string.h>

enum { LEVELS_MAX = 200 }; /* of arrays and objects; notebooks have about ten */

struct scan {
    const char *json;
    size_t at, end;
    struct draft *text;
    struct cells *cells;
    size_t number; /* of cells so far */
};

/* What an object told of itself. */
struct members {
    bool markdown, is_cell;
    size_t source; /* where the value of "source" begins, or 0 */
};

static bool value(struct scan *s, unsigned level);

static void blanks(struct scan *s)
{
    while (s->at < s->end && isspace((unsigned char)s->json[s->at]))
        s->at++;
}

static bool sign(struct scan *s, char c)
{
    blanks(s);
    if (s->at >= s->end || s->json[s->at] != c)
        return false;
    s->at++;
    return true;
}

static int hexadecimal(const char *digits)
{
    int code = 0;
    for (int n = 0; n < 4; n++) {
        if (!isxdigit((unsigned char)digits[n]))
            return -1;
        code = 16 * code + (isdigit((unsigned char)digits[n])
                                ? digits[n] - '0'
                                : tolower((unsigned char)digits[n]) - 'a' + 10);
    }
    return code;
}

static void put_code(struct draft *out, unsigned code, size_t from)
{
    char bytes[4];
    size_t n = 0;
    if (code < 0x80) {
        bytes[n++] = (char)code;
    } else if (code < 0x800) {
        bytes[n++] = (char)(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        bytes[n++] = (char)(0xE0 | code >> 12);
        bytes[n++] = (char)(0x80 | (code >> 6 & 0x3F));
    } else {
        bytes[n++] = (char)(0xF0 | code >> 18);
        bytes[n++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[n++] = (char)(0x80 | (code >> 6 & 0x3F));
    }
    if (code >= 0x80)
        bytes[n++] = (char)(0x80 | (code & 0x3F));
    draft_put(out, bytes, n, from);
}

/* \uXXXX, or two of them for a character beyond the first plane. */
static bool escaped_code(struct scan *s, struct draft *out, size_t from)
{
    int code = s->end - s->at >= 5 ? hexadecimal(s->json + s->at + 1) : -1;
    if (code < 0)
        return false;
    s->at += 5;
    if (code >= 0xD800 && code < 0xDC00 && s->end - s->at >= 6 && s->json[s->at] == '\\' &&
        s->json[s->at + 1] == 'u') {
        const int low = hexadecimal(s->json + s->at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            s->at += 6;
        }
    }
    if (code >= 0xD800 && code < 0xE000)
        code = 0xFFFD;
    if (out && code)
        put_code(out, (unsigned)code, from);
    return true;
}

/* A string; its characters go to out, which may be null. */
static bool string(struct scan *s, struct draft *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/ \f\n\r\t";
    if (!sign(s, '"'))
        return false;
    while (s->at < s->end && s->json[s->at] != '"') {
        const size_t from = s->at;
        if (s->json[s->at] != '\\') {
            if (out)
                draft_put(out, s->json + s->at, 1, from);
            s->at++;
            continue;
        }
        s->at++;
        const char *letter =
            s->at < s->end && s->json[s->at] ? strchr(letters, s->json[s->at]) : NULL;
        if (letter) {
            if (out)
                draft_put(out, &meant[letter - letters], 1, from);
            s->at++;
        } else if (s->at >= s->end || s->json[s->at] != 'u' || !escaped_code(s, out, from)) {
            return false;
        }
    }
    return sign(s, '"');
}

/* A string that is compared only. */
static bool word(struct scan *s, const char **start, size_t *length)
{
    blanks(s);
    const size_t at = s->at;
    if (!string(s, NULL))
        return false;
    *start = s->json + at + 1;
    *length = s->at - at - 2;
    return true;
}

static bool is(const char *start, size_t length, const char *text)
{
    return strlen(text) == length && memcmp(start, text, length) == 0;
}

/* "source" is a string or a list of strings. */
static bool source(struct scan *s, struct draft *out)
{
    blanks(s);
    if (s->at < s->end && s->json[s->at] == '"')
        return string(s, out);
    if (!sign(s, '['))
        return false;
    if (sign(s, ']'))
        return true;
    do {
        if (!string(s, out))
            return false;
    } while (sign(s, ','));
    return sign(s, ']');
}

static bool member(struct scan *s, struct members *m, unsigned level)
{
    const char *key, *text;
    size_t length, size;
    if (!word(s, &key, &length) || !sign(s, ':'))
        return false;
    blanks(s);
    if (is(key, length, "cell_type") && s->at < s->end && s->json[s->at] == '"') {
        if (!word(s, &text, &size))
            return false;
        m->is_cell = true;
        m->markdown = is(text, size, "markdown");
        return true;
    }
    if (is(key, length, "source") && s->at < s->end && strchr("\"[", s->json[s->at]))
        m->source = s->at;
    return value(s, level + 1);
}

static bool object(struct scan *s, unsigned level)
{
    struct members m = {.source = 0};
    if (!sign(s, '}')) {
        do {
            if (!member(s, &m, level))
                return false;
        } while (sign(s, ','));
        if (!sign(s, '}'))
            return false;
    }
    s->number += m.is_cell;
    if (!m.markdown || !m.source)
        return true;
    struct cells *cells = s->cells;
    cells->cell = arena_grow(s->text->arena, cells->cell, cells->n, sizeof *cells->cell);
    cells->cell[cells->n++] = (struct cell){s->number, m.source};
    struct scan again = *s;
    again.at = m.source;
    if (!source(&again, s->text))
        return false;
    draft_put(s->text, "\n\n", 2, again.at);
    return true;
}

static bool value(struct scan *s, unsigned level)
{
    if (level > LEVELS_MAX)
        return false;
    blanks(s);
    if (s->at >= s->end)
        return false;
    const char c = s->json[s->at];
    if (c == '"')
        return string(s, NULL);
    if (c == '{') {
        s->at++;
        return object(s, level);
    }
    if (c == '[') {
        s->at++;
        if (sign(s, ']'))
            return true;
        do {
            if (!value(s, level + 1))
                return false;
        } while (sign(s, ','));
        return sign(s, ']');
    }
    const size_t start = s->at; /* a number, true, false, null */
    while (s->at < s->end &&
           (isalnum((unsigned char)s->json[s->at]) || strchr("+-.", s->json[s->at])))
        s->at++;
    return s->at > start;
}

bool notebook_text(const char *json, size_t length, struct arena *arena, struct draft *text,
                   struct cells *cells, size_t *wrong_at)
{
    *text = draft_new(arena);
    *cells = (struct cells){0};
    struct scan s = {.json = json, .end = length, .text = text, .cells = cells};
    const bool good = value(&s, 0) && s.number > 0;
    *wrong_at = s.at < length ? s.at : length;
    draft_end(text, length);
    return good;
}
