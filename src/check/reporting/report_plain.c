/* report_plain.c */
#include "check/reporting/report_plain.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"

size_t report_width(const char *text)
{
    size_t width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

/* How many bytes of text are a control character: ASCII's or, in UTF-8, U+0080 to U+009F. */
static size_t control(const char *text)
{
    const unsigned char a = (unsigned char)text[0];
    if (a < 0x20 || a == 0x7F)
        return 1;
    return a == 0xC2 && (unsigned char)text[1] < 0xA0 ? 2 : 0;
}

void report_plain(FILE *out, const char *text)
{
    while (*text) {
        const size_t skip = control(text);
        putc(skip ? '?' : *text, out);
        text += skip ? skip : 1;
    }
}

void report_line(FILE *out, const char *text)
{
    static const char white[] = " \t\n\v\f\r";
    text += strspn(text, white);
    while (*text) {
        const size_t blank = strspn(text, white);
        const size_t skip = blank ? blank : control(text);
        if (!blank || text[blank])
            putc(blank ? ' ' : skip ? '?' : *text, out);
        text += skip ? skip : 1;
    }
}

static void no_memory(void)
{
    message_no_memory();
    exit(STATUS_BAD);
}

void report_memory_begin(struct report_memory *memory)
{
    memory->to = open_memstream(&memory->text, &memory->length);
    if (!memory->to)
        no_memory();
}

char *report_memory_end(struct report_memory *memory)
{
    const bool failed = ferror(memory->to);
    if (fclose(memory->to) != 0 || failed)
        no_memory();
    return memory->text;
}
