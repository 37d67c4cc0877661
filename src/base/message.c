/* message.c: one line on standard error for each message. */
#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message is put together before it is cleaned and written; longer ones are cut. */
struct line {
    char text[8192];
    size_t length;
};

__attribute__((format(printf, 2, 0))) static void add_list(struct line *line, const char *format,
                                                           va_list list)
{
    const size_t room = sizeof line->text - line->length;
    const int n = vsnprintf(line->text + line->length, room, format, list);
    if (n > 0)
        line->length += (size_t)n < room ? (size_t)n : room - 1;
}

__attribute__((format(printf, 2, 3))) static void add(struct line *line, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    add_list(line, format, list);
    va_end(list);
}

static void say(struct line *line)
{
    for (size_t n = 0; n < line->length; n++)
        if ((unsigned char)line->text[n] < 0x20 || line->text[n] == 0x7f)
            line->text[n] = '?';
    fprintf(stderr, "%s\n", line->text);
}

void message(const char *format, ...)
{
    struct line line = {.length = 0};
    va_list list;
    add(&line, "backproof: ");
    va_start(list, format);
    add_list(&line, format, list);
    va_end(list);
    say(&line);
}

void message_file(const char *file, const char *format, ...)
{
    struct line line = {.length = 0};
    va_list list;
    add(&line, "%s: ", file);
    va_start(list, format);
    add_list(&line, format, list);
    va_end(list);
    say(&line);
}

void message_at(const char *file, size_t at_line, size_t at_column, const char *format, ...)
{
    struct line line = {.length = 0};
    va_list list;
    add(&line, "%s:%zu:%zu: ", file, at_line, at_column);
    va_start(list, format);
    add_list(&line, format, list);
    va_end(list);
    say(&line);
}

int message_usage(const char *command, const char *format, ...)
{
    const char *space = command ? " " : "";
    struct line line = {.length = 0};
    va_list list;
    command = command ? command : "";
    add(&line, "backproof%s%s: ", space, command);
    va_start(list, format);
    add_list(&line, format, list);
    va_end(list);
    add(&line, ". Try 'backproof%s%s --help'.", space, command);
    say(&line);
    return STATUS_BAD;
}

int message_no_memory(void)
{
    message("not enough memory");
    return 0;
}

struct quotation quote(const char *text)
{
    struct quotation q;
    const size_t longest = sizeof q.text - sizeof "...";
    const size_t length = strlen(text);
    if (length <= longest) {
        memcpy(q.text, text, length + 1);
        return q;
    }
    size_t cut = longest;
    while (cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80)
        cut--;
    memcpy(q.text, text, cut);
    memcpy(q.text + cut, "...", sizeof "...");
    return q;
}
