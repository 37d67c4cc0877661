/* arena.c: blocks in a list, filled from the front. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"

enum { BLOCK = 1 << 16 };

struct arena_block {
    struct arena_block *before;
    size_t used, size;
    max_align_t bytes[];
};

static void *no_memory(void)
{
    message_no_memory();
    exit(STATUS_BAD);
}

void *arena_new(struct arena *arena, size_t size)
{
    const size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX / 4)
        return no_memory();
    size = (size + unit - 1) / unit * unit;
    struct arena_block *block = arena->last;
    if (!block || block->size - block->used < size) {
        const size_t room = size > BLOCK ? size : BLOCK;
        block = malloc(sizeof *block + room);
        if (!block)
            return no_memory();
        *block = (struct arena_block){arena->last, 0, room};
        arena->last = block;
    }
    void *p = (char *)block->bytes + block->used;
    block->used += size;
    return memset(p, 0, size);
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_new(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    const int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *text = arena_new(arena, length < 0 ? 1 : (size_t)length + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void *arena_grow(struct arena *arena, void *array, size_t n, size_t size)
{
    if (n & (n - 1))
        return array;
    void *larger = arena_new(arena, 2 * (n ? n : 1) * size);
    if (n)
        memcpy(larger, array, n * size);
    return larger;
}

void arena_free(struct arena *arena)
{
    while (arena->last) {
        struct arena_block *before = arena->last->before;
        free(arena->last);
        arena->last = before;
    }
}
