/* report_text.c: the report for people: a line for each claim and what belongs to it below, in the
 * order of the document; with several files, a table of them.
 */
#include <stdlib.h>
#include <string.h>

#include "report_parts.h"

/* A warning and its number, so that sorting keeps the order of those in one place. */
struct warning {
    const json_t *json;
    size_t number;
};

/* Negative, 0 or positive: whether one thing stands before another. */
static int compare(const json_t *one, const json_t *other)
{
    const json_int_t a = report_number(one, "line"), b = report_number(other, "line");
    const json_int_t c = report_number(one, "column"), d = report_number(other, "column");
    return a != b ? (a > b) - (a < b) : (c > d) - (c < d);
}

static int compare_warnings(const void *one, const void *other)
{
    const struct warning *a = one, *b = other;
    const int order = compare(a->json, b->json);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static void write_place(FILE *out, const json_t *file, const json_t *thing)
{
    report_plain(out, report_name_of(file));
    fprintf(out, ":%" JSON_INTEGER_FORMAT ":%" JSON_INTEGER_FORMAT ": ",
            report_number(thing, "line"), report_number(thing, "column"));
}

static void write_warning(FILE *out, const json_t *file, const json_t *warning)
{
    const char *text = report_string(warning, "text");
    write_place(out, file, warning);
    fputs("warning: ", out);
    report_line(out, text ? text : "");
    putc('\n', out);
}

static void write_claim(FILE *out, const json_t *file, const json_t *claim,
                        const struct report_options *options)
{
    write_place(out, file, claim);
    report_headline(out, claim, options);
    putc('\n', out);
    report_details(out, claim, options, "  ");
}

static struct warning *sorted_warnings(const json_t *list)
{
    const size_t count = json_array_size(list);
    struct warning *warnings = report_room(count, sizeof *warnings);
    for (size_t n = 0; n < count; n++)
        warnings[n] = (struct warning){json_array_get(list, n), n};
    qsort(warnings, count, sizeof *warnings, compare_warnings);
    return warnings;
}

static void write_file(FILE *out, const json_t *file, const struct report_options *options)
{
    const json_t *list = json_object_get(file, "warnings");
    const size_t count = json_array_size(list);
    struct warning *warnings = sorted_warnings(list);
    size_t n, next = 0;
    json_t *claim;
    json_array_foreach(json_object_get(file, "claims"), n, claim)
    {
        for (; next < count && compare(warnings[next].json, claim) <= 0; next++)
            write_warning(out, file, warnings[next].json);
        write_claim(out, file, claim, options);
    }
    for (; next < count; next++)
        write_warning(out, file, warnings[next].json);
    free(warnings);
    report_summary(out, json_object_get(file, "summary"));
    putc('\n', out);
}

static char *shown_name(const json_t *file)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_plain(memory.to, report_name_of(file));
    return report_memory_end(&memory);
}

static void write_name(FILE *out, const char *name, size_t width)
{
    const size_t own = report_width(name);
    fprintf(out, "%s%*s", name, own < width ? (int)(width - own) : 0, "");
}

/* A row of counts; numbers too long for their column push the rest aside. */
static void write_counts(FILE *out, const json_int_t count[REPORT_VERDICTS])
{
    for (enum report_verdict v = DEFINITION; v < REPORT_VERDICTS; v++)
        fprintf(out, "  %*" JSON_INTEGER_FORMAT, (int)strlen(report_verdicts[v]), count[v]);
    putc('\n', out);
}

static void write_row(FILE *out, const json_t *file, size_t width,
                      json_int_t total[REPORT_VERDICTS])
{
    const json_t *summary = json_object_get(file, "summary");
    json_int_t count[REPORT_VERDICTS];
    char *name = shown_name(file);
    write_name(out, name, width);
    free(name);
    if (report_string(file, "error")) {
        fputs("  error\n", out);
        return;
    }
    for (enum report_verdict v = DEFINITION; v < REPORT_VERDICTS; v++)
        total[v] += count[v] = report_number(summary, report_verdicts[v]);
    write_counts(out, count);
}

static void write_table(FILE *out, const json_t *files)
{
    json_int_t total[REPORT_VERDICTS] = {0};
    size_t n, width = strlen("total");
    json_t *file;
    json_array_foreach(files, n, file)
    {
        char *name = shown_name(file);
        width = report_width(name) > width ? report_width(name) : width;
        free(name);
    }
    write_name(out, "file", width);
    for (enum report_verdict v = DEFINITION; v < REPORT_VERDICTS; v++)
        fprintf(out, "  %s", report_verdicts[v]);
    putc('\n', out);
    json_array_foreach(files, n, file) write_row(out, file, width, total);
    write_name(out, "total", width);
    write_counts(out, total);
}

void report_text(FILE *out, const json_t *result, const struct report_options *options)
{
    const json_t *files = json_object_get(result, "files");
    const bool several = json_array_size(files) > 1;
    size_t n;
    json_t *file;
    json_array_foreach(files, n, file)
    {
        if (report_string(file, "error"))
            continue;
        write_file(out, file, options);
        if (several)
            putc('\n', out);
    }
    if (several)
        write_table(out, files);
}
