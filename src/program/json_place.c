/* json_place.c: follows a path through text that is known to be JSON; so nothing is checked here. */
#include "program/json_place.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_space(const char *s)
{
    return s + strspn(s, " \t\r\n");
}

static const char *skip_string(const char *s)
{
    for (s++; *s && *s != '"'; s++)
        if (*s == '\\' && s[1])
            s++;
    return *s ? s + 1 : s;
}

static const char *skip_value(const char *s)
{
    size_t depth = 0;
    do {
        if (*s == '"') {
            s = skip_string(s);
        } else if (strchr("{[]},:", *s)) {
            depth += *s == '{' || *s == '[';
            depth -= *s == '}' || *s == ']';
            s++;
        } else {
            s += strcspn(s, "{}[],:\" \t\r\n");
        }
        s = skip_space(s);
    } while (depth > 0 && *s);
    return s;
}

/* The value of a step from the object or array at s, NULL if it has none. */
static const char *follow(const char *s, const char *step, size_t length)
{
    const bool object = *s == '{';
    const size_t wanted = object ? 0 : (size_t)strtoul(step, NULL, 10);
    if (!object && *s != '[')
        return NULL;
    s = skip_space(s + 1);
    for (size_t n = 0; *s && *s != '}' && *s != ']'; n++) {
        bool found = n == wanted;
        if (object) {
            const char *end = skip_string(s);
            found = (size_t)(end - s) == length + 2 && memcmp(s + 1, step, length) == 0;
            s = skip_space(skip_space(end) + 1); /* the colon */
        }
        if (found)
            return s;
        s = skip_value(s);
        if (*s == ',')
            s = skip_space(s + 1);
    }
    return NULL;
}

struct json_place json_place(const char *text, const char *path)
{
    struct json_place place = {1, 1};
    const char *value = skip_space(text), *next = value;
    while (*path && next) {
        const size_t length = strcspn(path, "/");
        next = follow(value, path, length);
        value = next ? next : value;
        path += length + (path[length] == '/');
    }
    for (; text < value; text++)
        if (*text == '\n')
            place = (struct json_place){place.line + 1, 1};
        else
            place.column += ((unsigned char)*text & 0xC0) != 0x80;
    return place;
}
