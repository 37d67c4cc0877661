/* csv.h: reads text tables line by line, strictly.
 *
 * Fields are separated by commas and may stand in double quotes ("" is a quote inside them), or by
 * tabs, then without quotes. Lines end in LF or CR LF; a UTF-8 byte order mark may come first; empty
 * lines may come last. A quoted field does not go on over the end of its line.
 */
#ifndef BACKPROOF_CSV_H
#define BACKPROOF_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum {
    CSV_ROWS_MAX = 1000000, /* lines after the first */
    CSV_LINE_MAX = 1 << 20, /* bytes in a line */
};

struct csv_field {
    char *text;    /* valid until the next line is read */
    size_t column; /* where it begins: characters from 1 */
};

struct csv {
    const char *name; /* for messages */
    char separator;
    FILE *stream;     /* where bytes come from, or else: */
    const char *text; /* what is left of the built-in text */
    size_t line;      /* number of the current line, from 1 */
    size_t fields;    /* in the current line */
    struct csv_field *field;
    size_t end; /* the column after the last character */
    char *buffer;
    size_t length, buffer_size, field_size;
};

enum csv_state { CSV_LINE, CSV_END, CSV_BAD };

/* Opens a file, for "-" standard input; separator is ',' or '\t'. False after a message. csv_close is due in any case. */
bool csv_open(struct csv *csv, const char *path, char separator);

/* Reads from a string instead; name is what messages call it. Both must outlive csv. */
void csv_open_text(struct csv *csv, const char *name, const char *text);

/* Reads the next line into field[0 .. fields - 1]. CSV_BAD after a message: unreadable, too long or
 * too many lines, bytes that are not UTF-8, control characters, quotes astray, an empty line before
 * another one. */
enum csv_state csv_next(struct csv *csv);

/* The current line has exactly this many fields; else false after a message. */
bool csv_expect_fields(const struct csv *csv, size_t fields);

/* A field as a finite decimal number; else false after a message. */
bool csv_number(const struct csv *csv, const struct csv_field *field, double *number);

void csv_close(struct csv *csv);

/* What may be meant by a text that is not what was expected here, to end a message with: a blank beside
 * the comma, semicolons between columns, a decimal comma; "" if nothing comes to mind. */
const char *csv_hint(const char *text);

/* The same syntax for numbers from elsewhere; finite decimals only. NULL or what is wrong. */
const char *csv_parse_number(const char *text, double *number);

#endif
