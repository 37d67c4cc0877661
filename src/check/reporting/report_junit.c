/* report_junit.c */
#include "check/reporting/report_junit.h"

#include <stdlib.h>
#include <string.h>

#include "check/reporting/report_claim.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

struct counts {
    json_int_t tests, failures, errors, skipped;
};

/* Escapes what XML gives a meaning and leaves out what XML 1.0 cannot carry: control characters,
 * U+FFFE and U+FFFF. In an attribute, line breaks and tabs stay only if they are escaped too. */
static void xml(FILE *out, const char *text, bool attribute)
{
    static const char special[] = "<>&\"'";
    static const char *const escaped[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        const char *found = strchr(special, *text);
        if (found)
            fputs(escaped[found - special], out);
        else if (c == '\r' || (attribute && (c == '\n' || c == '\t')))
            fprintf(out, "&#%d;", c);
        else if (strncmp(text, "\xEF\xBF\xBE", 3) == 0 || strncmp(text, "\xEF\xBF\xBF", 3) == 0)
            text += 2;
        else if (c >= 0x20 || c == '\n' || c == '\t')
            putc(c, out);
    }
}

/* Writes text and frees it. */
static void xml_free(FILE *out, char *text, bool attribute)
{
    xml(out, text, attribute);
    free(text);
}

static char *sentence(const json_t *claim)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_sentence(memory.to, claim);
    return report_memory_end(&memory);
}

/* The sentence and all that is known. */
static char *story(const json_t *claim, const struct report_options *options)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_sentence(memory.to, claim);
    putc('\n', memory.to);
    report_details(memory.to, claim, options, "");
    return report_memory_end(&memory);
}

static char *case_name(const json_t *claim)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_place(memory.to, claim);
    putc(' ', memory.to);
    report_line(memory.to, report_formula(claim));
    return report_memory_end(&memory);
}

static void write_claim(FILE *out, const json_t *file, const json_t *claim,
                        const struct report_options *options)
{
    const enum verdict_kind verdict = report_verdict(claim);
    const char *mistake = report_string(claim, "mistake");
    fputs("    <testcase name=\"", out);
    xml_free(out, case_name(claim), true);
    fputs("\" classname=\"", out);
    xml(out, report_name_of(file), true);
    const bool skipped = verdict == VERDICT_UNSURE || verdict == VERDICT_UNREAD;
    if (verdict == VERDICT_DEFINITION || verdict == VERDICT_ASSUMPTION ||
        (verdict == VERDICT_RIGHT && !json_object_get(claim, "proof"))) {
        fputs("\"/>\n", out);
        return;
    }
    fputs("\">\n", out);
    if (verdict == VERDICT_WRONG) {
        fputs("      <failure type=\"", out);
        xml(out, mistake ? mistake : "none", true);
        fputs("\" message=\"", out);
        xml_free(out, sentence(claim), true);
        fputs("\">", out);
    } else {
        fputs(skipped ? "      <skipped>" : "      <system-out>", out);
    }
    xml_free(out, story(claim, options), false);
    fprintf(out, "</%s>\n    </testcase>\n",
            verdict == VERDICT_WRONG ? "failure"
            : skipped                ? "skipped"
                                     : "system-out");
}

static void write_error(FILE *out, const json_t *file)
{
    const char *error = report_error(file);
    fputs("    <testcase name=\"", out);
    xml(out, report_name_of(file), true);
    fputs("\" classname=\"", out);
    xml(out, report_name_of(file), true);
    fputs("\">\n      <error type=\"file\" message=\"", out);
    xml(out, error, true);
    fputs("\"/>\n    </testcase>\n", out);
}

static void write_warnings(FILE *out, const json_t *warnings)
{
    size_t n;
    json_t *warning;
    if (json_array_size(warnings) == 0)
        return;
    fputs("    <system-out>", out);
    json_array_foreach(warnings, n, warning)
    {
        struct report_memory memory;
        report_memory_begin(&memory);
        report_warning(memory.to, warning);
        xml_free(out, report_memory_end(&memory), false);
    }
    fputs("</system-out>\n", out);
}

static struct counts count(const json_t *file)
{
    struct counts counts = {0};
    size_t n;
    json_t *claim;
    json_array_foreach(json_object_get(file, "claims"), n, claim)
    {
        counts.tests++;
        counts.failures += report_verdict(claim) == VERDICT_WRONG;
        counts.skipped +=
            report_verdict(claim) == VERDICT_UNSURE || report_verdict(claim) == VERDICT_UNREAD;
    }
    counts.errors = report_error(file) != NULL;
    counts.tests += counts.errors;
    return counts;
}

static void write_counts(FILE *out, const struct counts *counts)
{
    fprintf(out,
            " tests=\"%" JSON_INTEGER_FORMAT "\" failures=\"%" JSON_INTEGER_FORMAT
            "\" errors=\"%" JSON_INTEGER_FORMAT "\"",
            counts->tests, counts->failures, counts->errors);
}

static void write_file(FILE *out, const json_t *file, const struct report_options *options)
{
    const struct counts counts = count(file);
    size_t n;
    json_t *claim;
    fputs("  <testsuite name=\"", out);
    xml(out, report_name_of(file), true);
    putc('"', out);
    write_counts(out, &counts);
    fprintf(out, " skipped=\"%" JSON_INTEGER_FORMAT "\">\n", counts.skipped);
    json_array_foreach(json_object_get(file, "claims"), n, claim)
        write_claim(out, file, claim, options);
    if (report_error(file))
        write_error(out, file);
    write_warnings(out, json_object_get(file, "warnings"));
    fputs("  </testsuite>\n", out);
}

void report_junit(FILE *out, const json_t *result, const struct report_options *options)
{
    const json_t *files = json_object_get(result, "files");
    struct counts total = {0};
    size_t n;
    json_t *file;
    json_array_foreach(files, n, file)
    {
        const struct counts counts = count(file);
        total.tests += counts.tests;
        total.failures += counts.failures;
        total.errors += counts.errors;
    }
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"backproof\"", out);
    write_counts(out, &total);
    fputs(">\n", out);
    json_array_foreach(files, n, file) write_file(out, file, options);
    fputs("</testsuites>\n", out);
}
