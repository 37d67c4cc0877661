/* relation_signs.c */
#include "check/reading/relation_signs.h"

#include <ctype.h>
#include <string.h>

static size_t sign_at(const char *const *signs, const char *text, size_t at, size_t end)
{
    for (; *signs; signs++) {
        const size_t length = strlen(*signs);
        if (end - at >= length && memcmp(text + at, *signs, length) == 0)
            return length;
    }
    return 0;
}

static size_t past_blanks(const char *text, size_t at, size_t end)
{
    while (at < end && isspace((unsigned char)text[at]))
        at++;
    return at;
}

/* The word that ends at a place stands behind the arrow as well. */
static bool repeats(const char *text, size_t start, size_t arrow, size_t behind, size_t end)
{
    while (arrow > start && isspace((unsigned char)text[arrow - 1]))
        arrow--;
    size_t first = arrow;
    while (first > start && !isspace((unsigned char)text[first - 1]))
        first--;
    behind = past_blanks(text, behind, end);
    const size_t length = arrow - first;
    return length > 0 && end - behind > length && memcmp(text + first, text + behind, length) == 0;
}

bool relation_sign_within(const char *text, size_t start, size_t end)
{
    static const char *const equal[] = {"=", "＝",          "≔",      "≈",     "<-",
                                        "←", "\\leftarrow", "\\gets", "\\neq", "\\approx",
                                        "≠", "∝",           "≡",      NULL};
    static const char *const arrows[] = {"->",           "→", "↦", "⟶", "\\to ", "\\mapsto",
                                         "\\rightarrow", NULL};
    int braces = 0;
    for (size_t at = start; at < end; at++) {
        braces += (text[at] == '{') - (text[at] == '}');
        if (braces > 0)
            continue;
        if (sign_at(equal, text, at, end))
            return true;
        const size_t arrow = sign_at(arrows, text, at, end);
        if (arrow && repeats(text, start, at, at + arrow, end))
            return true;
    }
    return false;
}
