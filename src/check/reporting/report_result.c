/* report_result.c */
#include "check/reporting/report_result.h"

#include <stdlib.h>

#include "base/message.h"

static void no_memory(void)
{
    message_no_memory();
    exit(STATUS_BAD);
}

const char *report_string(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

const char *report_error(const json_t *file)
{
    const char *error = report_string(file, "error");
    const json_t *claims = json_object_get(file, "claims");
    return !error && claims && json_array_size(claims) == 0 ? "no equation was found in it" : error;
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

enum verdict_kind report_verdict(const json_t *claim)
{
    return verdict_named(report_string(claim, "verdict"));
}

const char *report_formula(const json_t *claim)
{
    const char *read_as = report_string(claim, "read_as");
    const char *text = read_as ? read_as : report_string(claim, "source");
    return text ? text : "";
}

void report_place(FILE *out, const json_t *thing)
{
    fprintf(out, "%" JSON_INTEGER_FORMAT ":%" JSON_INTEGER_FORMAT, report_number(thing, "line"),
            report_number(thing, "column"));
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

void report_put_string(json_t *object, const char *key, const char *text)
{
    if (text)
        report_put(object, key, json_string(text));
}

void report_dump(FILE *out, json_t *value)
{
    if (!value)
        no_memory();
    json_dumpf(value, out, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    putc('\n', out);
    json_decref(value);
}
