/* report_table.c */
#include "check/reporting/report_table.h"

#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

static void write_row(FILE *out, const char *verdict, const char *mistake)
{
    fprintf(out, "\t%s\t%s\t", verdict, mistake ? mistake : "-");
}

/* The next of the details; those after the first follow a semicolon. */
static void detail(FILE *out, size_t *written, const char *label, const char *text)
{
    if (!text)
        return;
    fputs((*written)++ ? "; " : "", out);
    fputs(label, out);
    report_line(out, text);
}

static void write_details(FILE *out, const json_t *claim)
{
    const json_int_t from = report_number(claim, "carried_from");
    size_t written = 0;
    detail(out, &written, "assumption ", report_string(claim, "assumption"));
    detail(out, &written, "factor ", report_string(claim, "factor"));
    detail(out, &written, "holds_where ", report_string(claim, "holds_where"));
    if (from > 0)
        fprintf(out, "%scarried_from %" JSON_INTEGER_FORMAT, written++ ? "; " : "", from);
    if (report_verdict(claim) == VERDICT_UNREAD)
        detail(out, &written, "", report_string(claim, "explanation"));
    fputs(written ? "" : "-", out);
}

void report_table(FILE *out, const json_t *file)
{
    const char *error = report_error(file);
    size_t n;
    json_t *thing;
    json_array_foreach(json_object_get(file, "claims"), n, thing)
    {
        const char *read_as = report_string(thing, "read_as");
        report_place(out, thing);
        write_row(out, verdict_name(report_verdict(thing)), report_string(thing, "mistake"));
        write_details(out, thing);
        putc('\t', out);
        report_line(out, read_as ? read_as : "-");
        putc('\n', out);
    }
    json_array_foreach(json_object_get(json_object_get(file, "understood"), "ranges"), n, thing)
    {
        putc('-', out);
        write_row(out, "assumed", NULL);
        fputs("-\t", out);
        report_line(out, json_string_value(thing));
        putc('\n', out);
    }
    json_array_foreach(json_object_get(file, "warnings"), n, thing)
    {
        report_place(out, thing);
        write_row(out, "warning", NULL);
        fputs("-\t", out);
        report_line(out, report_string(thing, "text"));
        putc('\n', out);
    }
    if (error) {
        fprintf(out, "%" JSON_INTEGER_FORMAT ":%" JSON_INTEGER_FORMAT,
                report_number(file, "error_line"), report_number(file, "error_column"));
        write_row(out, "error", NULL);
        fputs("-\t", out);
        report_line(out, error);
        putc('\n', out);
    }
}
