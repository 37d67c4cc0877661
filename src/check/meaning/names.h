/* names.h: a set of names, in the order in which they came. */
#ifndef BACKPROOF_NAMES_H
#define BACKPROOF_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct names {
    const char **name;
    size_t n;
};

bool names_have(const struct names *names, const char *name);

/* Adds a name, which must live as long as the arena, unless it is null or there already. */
void names_add(struct arena *arena, struct names *names, const char *name);

#endif
