/* source.h: a document as bytes, and where in it something stands. */
#ifndef BACKPROOF_SOURCE_H
#define BACKPROOF_SOURCE_H

#include <stddef.h>

#include "arena.h"

enum { SOURCE_MAX = 1 << 20 }; /* bytes in a document */

struct source {
    const char *name;
    const char *text; /* UTF-8, a 0 after it */
    size_t length;
    size_t *line; /* where each line begins */
    size_t lines;
};

/* Where something stands: line and column from 1, the column in characters. */
struct place {
    size_t line, column;
};

/* Reads a file; "-" is standard input. NULL, or what is wrong: it cannot be opened or read, is
 * larger than SOURCE_MAX, or holds a byte that no text has; then *place says where, or line is 0. */
const char *source_read(struct source *source, const char *path, struct arena *arena,
                        struct place *place);

/* The same for bytes in memory, which must outlive the source and have a 0 after them. */
const char *source_text(struct source *source, const char *name, const char *text, size_t length,
                        struct arena *arena, struct place *place);

/* The length of the UTF-8 sequence at text, 0 if there is none. Not taken: overlong forms,
 * surrogates, beyond U+10FFFF. */
size_t utf8_length(const unsigned char *text, size_t left);

struct place source_place(const struct source *source, size_t offset);

#endif
