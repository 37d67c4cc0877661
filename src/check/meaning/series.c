/* series.c */
#include "check/meaning/series.h"

#include <ctype.h>

static bool has_dots(const struct written *node)
{
    if (!node)
        return false;
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_dots(written_part(node, n)))
            return true;
    return node->kind == WRITTEN_DOTS;
}

static const struct written *below(const struct written *node)
{
    return node->kind == WRITTEN_SCRIPTS && node->as.scripts.base->kind == WRITTEN_NAME
               ? written_inner(node->as.scripts.below)
               : NULL;
}

/* x_1 stands in it, for this x. */
static bool has_numbered(const struct written *node, const char *name)
{
    if (!node)
        return false;
    const struct written *number = below(node);
    if (number && number->kind == WRITTEN_NUMBER && written_is_name(node->as.scripts.base, name))
        return true;
    for (size_t n = 0; n < written_parts(node); n++)
        if (has_numbered(written_part(node, n), name))
            return true;
    return false;
}

static void note_capitals(const struct written *node, const struct written *list, bool last[128])
{
    if (!node)
        return;
    const struct written *letter = below(node);
    if (letter && letter->kind == WRITTEN_NAME && letter->as.text[1] == '\0' &&
        isupper((unsigned char)letter->as.text[0]) &&
        has_numbered(list, node->as.scripts.base->as.text))
        last[(unsigned char)letter->as.text[0] % 128] = true;
    for (size_t n = 0; n < written_parts(node); n++)
        note_capitals(written_part(node, n), list, last);
}

void series_note_last(const struct written *list, bool last[128])
{
    if (has_dots(list))
        note_capitals(list, list, last);
}
