/* warnings.h: what was read but may be meant otherwise, in one list for the whole document. */
#ifndef BACKPROOF_WARNINGS_H
#define BACKPROOF_WARNINGS_H

#include <stddef.h>

#include "base/arena.h"

struct warning {
    size_t at; /* byte of the source */
    const char *text;
};

struct warnings {
    struct arena *arena;
    struct warning *warning;
    size_t n;
};

/* Adds a warning, unless one with this text was given before. The text must live as long as the arena. */
void warnings_add(struct warnings *warnings, size_t at, const char *text);

#endif
