/* prose.c: the few words of the text around formulas that bear on them. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "statements.h"

static bool ends_in(const char *text, size_t from, size_t to, const char *const *words)
{
    while (to > from && strchr(" \t\n\r$(\\[*,:.0123456789", text[to - 1]))
        to--;
    for (; *words; words++) {
        const size_t length = strlen(*words);
        if (to - from >= length && strncasecmp(text + to - length, *words, length) == 0 &&
            (to - from == length || !isalpha((unsigned char)text[to - length - 1])))
            return true;
    }
    return false;
}

bool prose_ends_in_word(const char *text, size_t from, size_t to)
{
    static const char *const words[] = {"if",       "for",  "when", "case",  "where",
                                        "whenever", "with", "fall", "falls", "für",
                                        "wenn",     "si",   "pour", "cas",   NULL};
    return ends_in(text, from, to, words);
}

bool prose_ends_in_case(const char *text, size_t from, size_t to)
{
    static const char *const words[] = {"if",  "for",   "when", "case", "at",   "für",
                                        "bei", "falls", "wenn", "si",   "pour", NULL};
    return ends_in(text, from, to, words);
}

/* Between a claim and a condition in a formula of its own stands nothing but "for", "if", "when". */
bool prose_joined_by_word(const char *text, size_t from, size_t to)
{
    size_t letters = 0, ends = 0;
    for (size_t at = from; at < to; at++) {
        letters += isalpha((unsigned char)text[at]) != 0;
        ends += strchr("\n.;:", text[at]) != NULL;
    }
    return letters < 9 && ends == 0 && prose_ends_in_word(text, from, to);
}

/* "For $j = k$ we get", and then a formula: few words, and no full stop. */
bool prose_leads_on(const char *text, size_t from, size_t to)
{
    return to - from < 40 && !memchr(text + from, '.', to - from);
}
