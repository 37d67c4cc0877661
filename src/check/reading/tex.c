/* tex.c */
#include "check/reading/tex.h"

#include <ctype.h>

size_t tex_name_end(const struct draft *t, size_t at)
{
    const size_t start = at;
    while (at < t->length && (isalpha((unsigned char)t->text[at]) ||
                              (t->text[at] == '@' && at > start))) /* as in packages */
        at++;
    return at == start && at < t->length ? at + 1 : at;
}

size_t tex_skip_blanks(const struct draft *t, size_t at)
{
    while (at < t->length && isspace((unsigned char)t->text[at]))
        at++;
    return at;
}

size_t tex_group_end(const struct draft *t, size_t at, char open, char close)
{
    int depth = 0;
    for (; at < t->length; at++) {
        if (t->text[at] == '\\')
            at++;
        else if (t->text[at] == open)
            depth++;
        else if (t->text[at] == close && --depth == 0)
            return at + 1;
    }
    return 0;
}
