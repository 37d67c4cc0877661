/* report_text.c */
#include "check/reporting/report_text.h"

#include <stdlib.h>
#include <string.h>

#include "check/reporting/report_claim.h"
#include "check/reporting/report_order.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

static void write_warning(FILE *out, const json_t *file, const json_t *warning)
{
    report_plain(out, report_name_of(file));
    putc(':', out);
    report_warning(out, warning);
}

/* What was understood: a line for each thing that there is, under a heading. */
static void write_understood(FILE *out, const json_t *file)
{
    static const struct {
        const char *key, *label, *between; /* between several: null for a line of its own */
    } parts[] = {{"loss", "loss", ", "},
                 {"labels", "labels", ", "},
                 {"learning_rate", "learning rate", ", "},
                 {"ranges", "assumed ranges", ", "},
                 {"shapes", "shapes", "; "},
                 {"choices", "chosen", NULL}};
    const json_t *understood = json_object_get(file, "understood");
    if (json_object_size(understood) == 0)
        return;
    report_plain(out, report_name_of(file));
    fputs(": understood as\n", out);
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) {
        const json_t *list = json_object_get(understood, parts[n].key);
        const size_t size = json_array_size(list);
        for (size_t k = 0; k < size; k++) {
            const bool first = k == 0 || !parts[n].between, last = k + 1 == size;
            if (first)
                fprintf(out, "  %-15s ", parts[n].label);
            report_line(out, json_string_value(json_array_get(list, k)));
            fputs(last || !parts[n].between ? "\n" : parts[n].between, out);
        }
    }
}

static bool is_carried(const json_t *claim)
{
    return report_number(claim, "carried_from") > 0;
}

/* "carried on in lines 71, 75": the lines that are folded into the one where the mistake is. */
static void write_folded(FILE *out, const json_t *claims, const json_t *from)
{
    size_t n, found = 0;
    json_t *claim;
    json_array_foreach(claims, n,
                       claim) if (is_carried(claim) && report_number(claim, "carried_from") ==
                                                           report_number(from, "line"))
        fprintf(out, "%s%" JSON_INTEGER_FORMAT, found++ ? ", " : "  carried on in line ",
                report_number(claim, "line"));
    fputs(found ? "\n" : "", out);
}

static void write_claim(FILE *out, const json_t *file, const json_t *claim,
                        const struct report_options *options)
{
    if (options->brief && is_carried(claim))
        return;
    report_plain(out, report_name_of(file));
    putc(':', out);
    report_place(out, claim);
    fputs(": ", out);
    report_headline(out, claim, options);
    putc('\n', out);
    report_details(out, claim, options, "  ");
    if (options->brief && report_verdict(claim) == VERDICT_WRONG)
        write_folded(out, json_object_get(file, "claims"), claim);
}

/* "in Coq: 25 proved, 3 refuted, 1 not stated", and what that rests on. */
static void write_certificate(FILE *out, const json_t *certificate)
{
    static const char *const states[] = {"proved", "refuted", "not stated", "not proved",
                                         "disagrees"};
    const char *axioms = report_string(certificate, "axioms");
    const char *between = "in Coq: ";
    if (!certificate)
        return;
    for (size_t n = 0; n < sizeof states / sizeof *states; n++) {
        const json_int_t count = report_number(certificate, states[n]);
        if (count <= 0)
            continue;
        fprintf(out, "%s%" JSON_INTEGER_FORMAT " %s", between, count, states[n]);
        between = ", ";
    }
    fputs(between[0] == ',' ? "\n" : "in Coq: nothing to prove\n", out);
    if (axioms) {
        fputs("  which rests on ", out);
        report_line(out, axioms);
        putc('\n', out);
    }
}

static void write_file(FILE *out, const json_t *file, const struct report_options *options)
{
    const struct report_order order = report_order_of(file);
    write_understood(out, file);
    for (size_t n = 0; n < order.n; n++)
        if (order.thing[n].claim)
            write_claim(out, file, order.thing[n].json, options);
        else
            write_warning(out, file, order.thing[n].json);
    report_order_free(&order);
    report_summary(out, json_object_get(file, "summary"));
    putc('\n', out);
    write_certificate(out, json_object_get(file, "certificate"));
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

/* Verdicts that most documents do not have get a column only if some file has one. */
static bool has_column(enum verdict_kind v, const json_int_t total[VERDICTS])
{
    return total[v] || (v != VERDICT_ASSUMPTION && v != VERDICT_UNSURE);
}

/* A row of counts; numbers too long for their column push the rest aside. */
static void write_counts(FILE *out, const json_int_t count[VERDICTS],
                         const json_int_t total[VERDICTS])
{
    for (enum verdict_kind v = 0; v < VERDICTS; v++)
        if (has_column(v, total))
            fprintf(out, "  %*" JSON_INTEGER_FORMAT, (int)strlen(verdict_name(v)), count[v]);
    putc('\n', out);
}

static void write_row(FILE *out, const json_t *file, size_t width, const json_int_t total[VERDICTS])
{
    const json_t *summary = json_object_get(file, "summary");
    json_int_t count[VERDICTS];
    char *name = shown_name(file);
    write_name(out, name, width);
    free(name);
    if (report_error(file)) {
        fputs("  error\n", out);
        return;
    }
    for (enum verdict_kind v = 0; v < VERDICTS; v++)
        count[v] = report_number(summary, verdict_name(v));
    write_counts(out, count, total);
}

static void write_table(FILE *out, const json_t *files)
{
    json_int_t total[VERDICTS] = {0};
    size_t n, width = strlen("total");
    json_t *file;
    json_array_foreach(files, n, file)
    {
        char *name = shown_name(file);
        width = report_width(name) > width ? report_width(name) : width;
        free(name);
        const json_t *summary = json_object_get(file, "summary");
        for (enum verdict_kind v = 0; v < VERDICTS; v++)
            total[v] += report_number(summary, verdict_name(v));
    }
    write_name(out, "file", width);
    for (enum verdict_kind v = 0; v < VERDICTS; v++)
        if (has_column(v, total))
            fprintf(out, "  %s", verdict_name(v));
    putc('\n', out);
    json_array_foreach(files, n, file) write_row(out, file, width, total);
    write_name(out, "total", width);
    write_counts(out, total, total);
}

void report_text(FILE *out, const json_t *result, const struct report_options *options)
{
    const json_t *files = json_object_get(result, "files");
    const bool several = json_array_size(files) > 1;
    size_t n;
    json_t *file;
    json_array_foreach(files, n, file)
    {
        if (report_error(file))
            continue;
        write_file(out, file, options);
        if (several)
            putc('\n', out);
    }
    if (several)
        write_table(out, files);
}
