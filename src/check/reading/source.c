/* source.c: reads a document whole, and sees that it is text. */
#include "check/reading/source.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Where each line of the document begins; false at a byte that no text has. */
static bool find_lines(struct source *s, size_t length, struct arena *arena, size_t *wrong_at)
{
    s->line = arena_grow(arena, NULL, 0, sizeof *s->line);
    s->lines = 1;
    for (size_t at = 0; at < length; at++) {
        const unsigned char byte = (unsigned char)s->document[at];
        if (byte < 0x20 && (byte == 0 || !strchr("\t\n\r\f\v", byte))) {
            *wrong_at = at;
            return false;
        }
        if (byte == '\n') {
            s->line = arena_grow(arena, s->line, s->lines, sizeof *s->line);
            s->line[s->lines++] = at + 1;
        }
    }
    return true;
}

static struct place place_of(const struct source *source, size_t byte)
{
    size_t low = 0, high = source->lines;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (source->line[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    const size_t start = source->line[low];
    return (struct place){low + 1, 1 + utf8_count(source->document + start, byte - start), 0, 0};
}

struct reason source_text(struct source *source, const char *name, const char *text, size_t length,
                          struct arena *arena, struct place *place)
{
    *source = (struct source){.name = name, .text = "", .document = text};
    *place = (struct place){0, 0, 0, 0};
    size_t wrong_at = 0;
    if (length > SOURCE_MAX)
        return (struct reason){REASON_TOO_LARGE, NULL};
    if (!find_lines(source, length, arena, &wrong_at)) {
        *place = place_of(source, wrong_at);
        return (struct reason){REASON_CONTROL_CHARACTER, NULL};
    }
    const struct prepared p = prepare(name, text, length, arena);
    if (p.wrong) {
        *place = place_of(source, p.wrong_at);
        return (struct reason){REASON_NOT_NOTEBOOK, NULL};
    }
    source->text = p.text.text;
    source->length = p.text.length;
    source->from = p.text.from;
    source->cells = p.cells;
    source->latex = p.latex;
    source->stray = p.stray;
    return (struct reason){REASON_NONE, NULL};
}

struct reason source_read(struct source *source, const char *path, struct arena *arena,
                          struct place *place)
{
    *place = (struct place){0, 0, 0, 0};
    *source = (struct source){.name = path, .text = "", .document = ""};
    FILE *stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!stream)
        return (struct reason){REASON_NOT_OPENED, arena_print(arena, "%s", strerror(errno))};
    size_t capacity = 1 << 12, length = 0;
    char *text = arena_new(arena, capacity);
    errno = 0;
    for (size_t got; length <= SOURCE_MAX; length += got) {
        if (length + 1 == capacity) {
            text = memcpy(arena_new(arena, 2 * capacity), text, length);
            capacity *= 2;
        }
        got = fread(text + length, 1, capacity - length - 1, stream);
        if (got == 0)
            break;
    }
    const char *error = ferror(stream) ? arena_print(arena, "%s", strerror(errno)) : NULL;
    if (stream != stdin)
        fclose(stream);
    text[length] = '\0';
    return error ? (struct reason){REASON_NOT_LOADED, error}
                 : source_text(source, path, text, length, arena, place);
}

struct place source_place(const struct source *source, size_t offset)
{
    const size_t byte = source->from[offset];
    struct place place = place_of(source, byte);
    for (size_t n = source->cells.n; n-- && !place.cell;) {
        if (source->cells.cell[n].start > byte)
            continue;
        place.cell = source->cells.cell[n].number;
        place.cell_line = 1;
        for (size_t at = offset; at-- && source->from[at] >= source->cells.cell[n].start;)
            place.cell_line += source->text[at] == '\n';
    }
    return place;
}

const char *source_excerpt(const struct source *source, size_t start, size_t end,
                           struct arena *arena)
{
    end = end < source->length ? end : source->length;
    start = start < end ? start : end;
    if (source->stray) /* the document is no UTF-8 */
        return arena_text(arena, source->text + start, end - start);
    const size_t first = source->from[start], last = source->from[end];
    return arena_text(arena, source->document + first, last > first ? last - first : 0);
}
