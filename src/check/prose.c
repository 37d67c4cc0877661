/* prose.c: the few words of the text around formulas that bear on them. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "statements.h"

/* Words that lead to a condition. */
bool prose_ends_in_word(const char *text, size_t from, size_t to)
{
    static const char *words[] = {"if",   "for",   "when", "case", "where", "whenever", "with",
                                  "fall", "falls", "für",  "wenn", "si",    "pour",     "cas"};
    while (to > from && strchr(" \t\n\r$(\\[*,:.0123456789", text[to - 1]))
        to--;
    for (size_t n = 0; n < sizeof words / sizeof *words; n++) {
        const size_t length = strlen(words[n]);
        if (to - from >= length && strncasecmp(text + to - length, words[n], length) == 0 &&
            (to - from == length || !isalpha((unsigned char)text[to - length - 1])))
            return true;
    }
    return false;
}

/* Between a claim and a condition in a formula of its own stands nothing but "for", "if", "when". */
bool prose_joined_by_word(const char *text, size_t from, size_t to)
{
    size_t letters = 0, lines = 0;
    for (size_t at = from; at < to; at++) {
        letters += isalpha((unsigned char)text[at]) != 0;
        lines += text[at] == '\n';
    }
    return letters < 9 && lines < 2 && prose_ends_in_word(text, from, to);
}

/* "For $j = k$ we get", and then a formula: few words, and no full stop. */
bool prose_leads_on(const char *text, size_t from, size_t to)
{
    return to - from < 40 && !memchr(text + from, '.', to - from);
}
