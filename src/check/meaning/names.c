/* names.c: a list that is searched from its front; the sets are small. */
#include "check/meaning/names.h"

#include <string.h>

/* More different names of one kind than any derivation has; a search stays short. */
enum { NAMES_MAX = 4096 };

bool names_have(const struct names *names, const char *name)
{
    for (size_t n = 0; n < names->n; n++)
        if (strcmp(names->name[n], name) == 0)
            return true;
    return false;
}

void names_add(struct arena *arena, struct names *names, const char *name)
{
    if (!name || names_have(names, name) || names->n == NAMES_MAX)
        return;
    names->name = arena_grow(arena, names->name, names->n, sizeof *names->name);
    names->name[names->n++] = name;
}
