/* source.c: reads a document whole, and sees that it is text. */
#include "source.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

size_t utf8_length(const unsigned char *text, size_t left)
{
    static const struct {
        unsigned char first, last, second_low, second_high;
        size_t length;
    } forms[] = {
        {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    for (size_t n = 0; n < sizeof forms / sizeof *forms; n++) {
        if (text[0] < forms[n].first || text[0] > forms[n].last || left < forms[n].length)
            continue;
        bool good = forms[n].length < 2 ||
                    (text[1] >= forms[n].second_low && text[1] <= forms[n].second_high);
        for (size_t m = 2; m < forms[n].length; m++)
            good = good && (text[m] & 0xC0) == 0x80;
        return good ? forms[n].length : 0;
    }
    return 0;
}

const char *source_text(struct source *source, const char *name, const char *text, size_t length,
                        struct arena *arena, struct place *place)
{
    *source = (struct source){.name = name, .text = text, .length = length};
    *place = (struct place){0, 0};
    if (length > SOURCE_MAX)
        return "is larger than 1 MiB; a derivation is a text of some pages";
    source->line = arena_grow(arena, NULL, 0, sizeof *source->line);
    source->lines = 1;
    for (size_t at = 0; at < length;) {
        const unsigned char byte = (unsigned char)text[at];
        const size_t step = utf8_length((const unsigned char *)text + at, length - at);
        if (step == 0 || byte == 0 || (byte < 0x20 && !strchr("\t\n\r\f", byte))) {
            *place = source_place(source, at);
            return step == 0 ? "a byte that is not UTF-8 text" : "a control character; is it text?";
        }
        at += step;
        if (byte == '\n') {
            source->line = arena_grow(arena, source->line, source->lines, sizeof *source->line);
            source->line[source->lines++] = at;
        }
    }
    return NULL;
}

const char *source_read(struct source *source, const char *path, struct arena *arena,
                        struct place *place)
{
    *place = (struct place){0, 0};
    *source = (struct source){.name = path, .text = ""};
    FILE *stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!stream)
        return arena_print(arena, "cannot be opened: %s", strerror(errno));
    size_t room = 1 << 12, length = 0;
    char *text = arena_new(arena, room);
    errno = 0;
    for (size_t got; length <= SOURCE_MAX; length += got) {
        if (length + 1 == room) {
            text = memcpy(arena_new(arena, 2 * room), text, length);
            room *= 2;
        }
        got = fread(text + length, 1, room - length - 1, stream);
        if (got == 0)
            break;
    }
    const char *wrong =
        ferror(stream) ? arena_print(arena, "cannot be read: %s", strerror(errno)) : NULL;
    if (stream != stdin)
        fclose(stream);
    text[length] = '\0';
    return wrong ? wrong : source_text(source, path, text, length, arena, place);
}

struct place source_place(const struct source *source, size_t offset)
{
    size_t low = 0, high = source->lines;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (source->line[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    struct place place = {low + 1, 1};
    for (size_t at = source->line[low]; at < offset; at++)
        place.column += ((unsigned char)source->text[at] & 0xC0) != 0x80;
    return place;
}
