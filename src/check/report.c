/* report.c: the names of the formats, and the small things that all of them need. */
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "report_parts.h"

typedef void writer(FILE *out, const json_t *result, const struct report_options *options);

static const struct {
    const char *name;
    writer *write;
} formats[] = {
    [REPORT_TEXT] = {"text", report_text},
    [REPORT_JSON] = {"json", report_json},
    [REPORT_JUNIT] = {"junit", report_junit},
    [REPORT_SARIF] = {"sarif", report_sarif},
    [REPORT_GRADESCOPE] = {"gradescope", report_gradescope},
};

bool report_format_named(const char *name, enum report_format *format)
{
    for (size_t n = 0; n < sizeof formats / sizeof *formats; n++)
        if (strcmp(formats[n].name, name) == 0) {
            *format = (enum report_format)n;
            return true;
        }
    return false;
}

void report_write(FILE *out, const json_t *result, enum report_format format,
                  const struct report_options *options)
{
    struct report_options fitting = *options;
    fitting.colour = options->colour && format == REPORT_TEXT;
    formats[format].write(out, result, &fitting);
}

static void no_memory(void)
{
    message_no_memory();
    exit(STATUS_BAD);
}

const char *report_string(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

json_int_t report_number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

const char *report_name_of(const json_t *file)
{
    const char *name = report_string(file, "file");
    return name ? name : "?";
}

const char *const report_verdicts[REPORT_VERDICTS] = {"definition", "right", "right-if", "wrong",
                                                      "unread"};

enum report_verdict report_verdict(const json_t *claim)
{
    const char *name = report_string(claim, "verdict");
    for (enum report_verdict v = DEFINITION; name && v < REPORT_VERDICTS; v++)
        if (strcmp(report_verdicts[v], name) == 0)
            return v;
    return UNREAD;
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

void report_summary(FILE *out, const json_t *summary)
{
    for (enum report_verdict v = RIGHT; v < REPORT_VERDICTS; v++)
        fprintf(out, "%s%" JSON_INTEGER_FORMAT " %s", v == RIGHT ? "" : ", ",
                report_number(summary, report_verdicts[v]), report_verdicts[v]);
}

void *report_room(size_t count, size_t size)
{
    void *room = calloc(count + 1, size);
    if (!room)
        no_memory();
    return room;
}

void report_put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        no_memory();
}

void report_append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        no_memory();
}

void report_dump(FILE *out, json_t *value)
{
    if (!value)
        no_memory();
    json_dumpf(value, out, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    putc('\n', out);
    json_decref(value);
}
