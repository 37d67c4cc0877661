/* arena.h: memory that lives as long as one document is being checked, and is given back in one go.
 *
 * When memory runs out the program ends with a message and status 2; no caller has to look.
 */
#ifndef BACKPROOF_ARENA_H
#define BACKPROOF_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_block *last;
};

/* size bytes, all zero, aligned for anything. */
void *arena_new(struct arena *arena, size_t size);

/* A copy of length bytes of text, and a 0 after them. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/* A text put together as by printf. */
char *arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Room for n + 1 entries of this size in an array that grows by one entry at a time: the array
 * itself or, when n is 0 or a power of two, a copy of twice the size. */
void *arena_grow(struct arena *arena, void *array, size_t n, size_t size);

void arena_free(struct arena *arena);

#endif
