/* source.h: a document as bytes, and where in it something stands. */
#ifndef BACKPROOF_SOURCE_H
#define BACKPROOF_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "check/reading/prepare.h"
#include "check/vocabulary/reasons.h"

enum { SOURCE_MAX = 1 << 20 }; /* bytes in a document */

/* A document, and what is read of it. Offsets are bytes of the text that is read, everywhere but in this file. */
struct source {
    const char *name;
    const char *text; /* what is read (prepare.h): UTF-8, a 0 after it */
    size_t length;
    const size_t *from;   /* for each byte of the text and its end: the byte of the document */
    const char *document; /* as it was written */
    size_t *line;         /* where each line of the document begins */
    size_t lines;
    struct cells cells; /* of a notebook */
    bool latex;         /* a LaTeX source */
    size_t stray;       /* one more than the first byte of the document that is no UTF-8; or 0 */
};

/* Where something stands in the document: line and column from 1, the column in characters. In a notebook also the
 * number of the cell and the line in it, from 1; elsewhere these are 0. */
struct place {
    size_t line, column;
    size_t cell, cell_line;
};

/* Reads a file; "-" is standard input. REASON_NONE, or what is wrong: it cannot be opened or read, is
 * larger than SOURCE_MAX, or holds a byte that no text has, or is no notebook although its name says so; then *place says where, else its line is 0. */
struct reason source_read(struct source *source, const char *path, struct arena *arena,
                          struct place *place);

/* The same for bytes in memory, which must outlive the source and have a 0 after them. */
struct reason source_text(struct source *source, const char *name, const char *text, size_t length,
                          struct arena *arena, struct place *place);

/* Where a byte of the text stands; offset may be up to the length of the source. */
struct place source_place(const struct source *source, size_t offset);

/* What stands in the document from one place of the text to another. */
const char *source_excerpt(const struct source *source, size_t start, size_t end,
                           struct arena *arena);

#endif
