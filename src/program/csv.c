/* csv.c: bytes, then lines, then fields; each fault is reported where it stands. */
#include "program/csv.h"

#include "base/message.h"
#include "base/utf8.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool csv_open(struct csv *csv, const char *path, char separator)
{
    *csv = (struct csv){.name = path, .separator = separator};
    if (strcmp(path, "-") == 0) {
        csv->name = "standard input";
        csv->stream = stdin;
        return true;
    }
    csv->stream = fopen(path, "rb");
    if (!csv->stream)
        message_file(path, "cannot be read: %s", strerror(errno));
    return csv->stream;
}

void csv_open_text(struct csv *csv, const char *name, const char *text)
{
    *csv = (struct csv){.name = name, .separator = ',', .text = text};
}

void csv_close(struct csv *csv)
{
    if (csv->stream && csv->stream != stdin)
        fclose(csv->stream);
    free(csv->buffer);
    free(csv->field);
    *csv = (struct csv){.name = csv->name};
}

static int next_byte(struct csv *csv)
{
    if (csv->stream)
        return getc(csv->stream);
    return *csv->text ? (unsigned char)*csv->text++ : EOF;
}

/* Makes room for one more element of the given size. */
static bool grow(void **array, size_t *size, size_t used, size_t element)
{
    if (used < *size)
        return true;
    const size_t wanted = *size ? 2 * *size : 64;
    void *moved = realloc(*array, wanted * element);
    if (!moved)
        return message_no_memory();
    *array = moved;
    *size = wanted;
    return true;
}

static bool append(struct csv *csv, char byte)
{
    void *buffer = csv->buffer;
    const bool grown = grow(&buffer, &csv->buffer_size, csv->length, 1);
    csv->buffer = buffer;
    if (grown)
        csv->buffer[csv->length++] = byte;
    return grown;
}

/* Only text gets further than this: UTF-8 without control characters, the separator excepted. */
static bool check_text(struct csv *csv)
{
    const unsigned char *s = (const unsigned char *)csv->buffer;
    size_t column = 1;
    for (size_t at = 0; at < csv->length; column++) {
        const size_t n = utf8_length(csv->buffer + at, csv->length - at);
        if (n == 0) {
            message_at(csv->name, csv->line, column, "byte 0x%02X is not UTF-8 text", s[at]);
            return false;
        }
        if (s[at] == 0) {
            message_at(csv->name, csv->line, column, "NUL byte: this is not a text file");
            return false;
        }
        if ((s[at] < 0x20 && s[at] != csv->separator) || s[at] == 0x7f) {
            message_at(csv->name, csv->line, column, "control character 0x%02X%s", s[at],
                       s[at] == '\t' ? " (tab): columns are separated by commas" : "");
            return false;
        }
        at += n;
    }
    csv->end = column;
    return true;
}

/* Reads the bytes of a line, without its end and without a byte order mark. */
static enum csv_state read_line(struct csv *csv)
{
    int byte = next_byte(csv);
    csv->length = 0;
    csv->line++;
    if (byte != EOF && csv->line > (size_t)CSV_ROWS_MAX + 1) {
        message_at(csv->name, csv->line, 1, "more than %d rows", CSV_ROWS_MAX);
        return CSV_BAD;
    }
    const bool ended = byte == EOF;
    for (; byte != EOF && byte != '\n'; byte = next_byte(csv)) {
        if (csv->length == CSV_LINE_MAX) {
            message_at(csv->name, csv->line, 1, "the line is longer than %d bytes", CSV_LINE_MAX);
            return CSV_BAD;
        }
        if (!append(csv, (char)byte))
            return CSV_BAD;
        if (byte == 0) /* check_text will say so; an endless file of them must not be read first */
            break;
    }
    if (csv->stream && ferror(csv->stream)) {
        message_file(csv->name, "cannot be read: %s", strerror(errno));
        return CSV_BAD;
    }
    if (ended)
        return CSV_END;
    if (csv->line == 1 && csv->length >= 3 && memcmp(csv->buffer, "\xEF\xBB\xBF", 3) == 0) {
        csv->length -= 3;
        memmove(csv->buffer, csv->buffer + 3, csv->length);
    }
    if (csv->length > 0 && csv->buffer[csv->length - 1] == '\r')
        csv->length--;
    if (!check_text(csv) || !append(csv, '\0'))
        return CSV_BAD;
    csv->length--;
    return CSV_LINE;
}

/* One step through the line, counting characters, not bytes. */
static void advance(char **s, size_t *column)
{
    ++*s;
    if (((unsigned char)**s & 0xC0) != 0x80)
        ++*column;
}

/* Takes a quoted field out of its quotes, in place; *s is at the first quote. */
static bool read_quoted(const struct csv *csv, char **s, size_t *column)
{
    const size_t begin = *column;
    char *out = *s;
    bool closed = false;
    advance(s, column);
    while (**s && !closed) {
        if (**s == '"' && (*s)[1] == '"')
            advance(s, column);
        else
            closed = **s == '"';
        if (!closed)
            *out++ = **s;
        advance(s, column);
    }
    if (!closed)
        message_at(csv->name, csv->line, begin, "the quote is not closed in this line");
    else if (**s && **s != csv->separator)
        message_at(csv->name, csv->line, *column, "text after the closing quote%s",
                   **s == ';' ? csv_hint(";") : "");
    else
        *out = '\0';
    return closed && (!**s || **s == csv->separator);
}

static bool read_plain(const struct csv *csv, char **s, size_t *column)
{
    while (**s && **s != csv->separator) {
        if (**s == '"' && csv->separator == ',') {
            message_at(csv->name, csv->line, *column, "a quote inside a field without quotes");
            return false;
        }
        advance(s, column);
    }
    return true;
}

static bool split(struct csv *csv)
{
    char *s = csv->buffer;
    size_t column = 1;
    bool more = true;
    for (csv->fields = 0; more; csv->fields++) {
        void *field = csv->field;
        const bool grown = grow(&field, &csv->field_size, csv->fields, sizeof *csv->field);
        csv->field = field;
        if (!grown)
            return false;
        csv->field[csv->fields] = (struct csv_field){s, column};
        const bool quoted = *s == '"' && csv->separator == ',';
        if (!(quoted ? read_quoted(csv, &s, &column) : read_plain(csv, &s, &column)))
            return false;
        more = *s;
        if (more) {
            *s = '\0';
            s++;
            column++;
        }
    }
    return true;
}

enum csv_state csv_next(struct csv *csv)
{
    size_t empty = 0;
    for (;;) {
        const enum csv_state state = read_line(csv);
        if (state != CSV_LINE)
            return state;
        if (csv->length > 0 && empty == 0)
            return split(csv) ? CSV_LINE : CSV_BAD;
        if (csv->length > 0) {
            message_at(csv->name, empty, 1, "an empty line before the end of the file");
            return CSV_BAD;
        }
        if (empty == 0)
            empty = csv->line;
    }
}

bool csv_expect_fields(const struct csv *csv, size_t fields)
{
    if (csv->fields == fields)
        return true;
    message_at(csv->name, csv->line, csv->fields > fields ? csv->field[fields].column : csv->end,
               "expected %zu column%s, found %zu", fields, fields == 1 ? "" : "s", csv->fields);
    return false;
}

const char *csv_hint(const char *text)
{
    const size_t length = strlen(text);
    if (strchr(text, ';'))
        return "; columns are separated by commas here, not by semicolons";
    if (length > 0 && (text[0] == ' ' || text[length - 1] == ' '))
        return "; take out the blank beside the comma";
    if (strchr(text, ','))
        return "; a decimal point is expected, not a comma";
    return "";
}

const char *csv_parse_number(const char *text, double *number)
{
    char *end;
    errno = 0;
    *number = strtod(text, &end);
    const bool consumed = end != text && *end == '\0';
    if (consumed && strpbrk(text, "nN"))
        return "is not a finite number"; /* nan, inf, infinity */
    if (!consumed || text[strspn(text, "+-.0123456789eE")] != '\0')
        return "is not a decimal number"; /* the rest of what strtod takes: spaces, hexadecimal */
    if (!isfinite(*number) || (errno == ERANGE && *number == 0.0))
        return "is out of the range of numbers";
    return NULL;
}

bool csv_number(const struct csv *csv, const struct csv_field *field, double *number)
{
    const char *wrong = csv_parse_number(field->text, number);
    if (*field->text == '\0')
        message_at(csv->name, csv->line, field->column, "empty field: expected a number");
    else if (wrong)
        message_at(csv->name, csv->line, field->column, "'%s' %s%s", quote(field->text).text, wrong,
                   csv_hint(field->text));
    return !wrong;
}
