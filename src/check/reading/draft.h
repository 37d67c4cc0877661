/* draft.h: a text under change, of which every byte knows the byte of the document it comes from.
 *
 * What prepare.h does to a document (cells of a notebook, macros, marks of Markdown) makes a new draft of an
 * old one, and positions still point into what the person wrote.
 */
#ifndef BACKPROOF_DRAFT_H
#define BACKPROOF_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { DRAFT_MAX = 4 << 20 }; /* bytes: four times the largest document */

struct draft {
    struct arena *arena;
    char *text;   /* a 0 after it */
    size_t *from; /* for each byte, and for the end: the byte of the document */
    size_t length, room;
    bool full; /* something was left out since DRAFT_MAX was reached */
};

/* An empty draft. */
struct draft draft_new(struct arena *arena);

/* The document itself. */
struct draft draft_of(struct arena *arena, const char *text, size_t length);

/* Appends bytes that all stand for the byte `from` of the document. */
void draft_put(struct draft *draft, const char *text, size_t length, size_t from);

/* Appends the bytes from start to end of another draft, with their origin. */
void draft_copy(struct draft *draft, const struct draft *old, size_t start, size_t end);

/* Appends blanks in their place: as many, with the ends of lines kept. */
void draft_blank(struct draft *draft, const struct draft *old, size_t start, size_t end);

/* The end of the last byte is where the document ends. */
void draft_end(struct draft *draft, size_t from);

/* The word stands at this place. */
bool draft_at(const struct draft *draft, size_t at, const char *word);

#endif
