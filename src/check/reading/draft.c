/* draft.c */
#include "check/reading/draft.h"

#include <string.h>

/* Bytes at first: most drafts are an argument of a macro. */
enum { ROOM_FIRST = 64 };

struct draft draft_new(struct arena *arena)
{
    struct draft d = {.arena = arena, .room = ROOM_FIRST};
    d.text = arena_new(arena, d.room + 1);
    d.from = arena_new(arena, (d.room + 1) * sizeof *d.from);
    return d;
}

struct draft draft_of(struct arena *arena, const char *text, size_t length)
{
    struct draft d = {.arena = arena, .room = length, .length = length};
    d.text = arena_text(arena, text, length);
    d.from = arena_new(arena, (length + 1) * sizeof *d.from);
    for (size_t n = 0; n <= length; n++)
        d.from[n] = n;
    return d;
}

static bool grow(struct draft *d, size_t length)
{
    if (length > DRAFT_MAX - d->length) {
        d->full = true;
        return false;
    }
    size_t room = d->room ? d->room : ROOM_FIRST;
    while (room < d->length + length)
        room *= 2;
    if (room == d->room)
        return true;
    char *text = arena_new(d->arena, room + 1);
    size_t *from = arena_new(d->arena, (room + 1) * sizeof *from);
    memcpy(text, d->text, d->length);
    memcpy(from, d->from, d->length * sizeof *from);
    d->text = text;
    d->from = from;
    d->room = room;
    return true;
}

void draft_put(struct draft *d, const char *text, size_t length, size_t from)
{
    if (!grow(d, length))
        return;
    for (size_t n = 0; n < length; n++) {
        d->text[d->length] = text[n];
        d->from[d->length++] = from;
    }
}

void draft_copy(struct draft *d, const struct draft *old, size_t start, size_t end)
{
    if (end <= start || !grow(d, end - start))
        return;
    memcpy(d->text + d->length, old->text + start, end - start);
    memcpy(d->from + d->length, old->from + start, (end - start) * sizeof *d->from);
    d->length += end - start;
}

void draft_blank(struct draft *d, const struct draft *old, size_t start, size_t end)
{
    for (size_t at = start; at < end; at++)
        draft_put(d, old->text[at] == '\n' ? "\n" : " ", 1, old->from[at]);
}

void draft_end(struct draft *d, size_t from)
{
    d->text[d->length] = '\0';
    d->from[d->length] = from;
}

bool draft_at(const struct draft *d, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return at <= d->length && d->length - at >= length && memcmp(d->text + at, word, length) == 0;
}
