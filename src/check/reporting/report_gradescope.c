/* report_gradescope.c */
#include "check/reporting/report_gradescope.h"

#include <stdlib.h>

#include "check/reporting/report_claim.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

static json_t *text_of(struct report_memory *memory)
{
    char *text = report_memory_end(memory);
    json_t *string = json_string(text);
    free(text);
    return string;
}

static json_t *claim_name(const json_t *file, const json_t *claim)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_plain(memory.to, report_name_of(file));
    putc(':', memory.to);
    report_place(memory.to, claim);
    putc(' ', memory.to);
    report_line(memory.to, report_formula(claim));
    return text_of(&memory);
}

static bool is_judged(const json_t *claim)
{
    return report_verdict(claim) != VERDICT_UNSURE && report_verdict(claim) != VERDICT_UNREAD;
}

static json_t *claim_output(const json_t *claim, bool carried, const struct report_options *options)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_headline(memory.to, claim, options);
    putc('\n', memory.to);
    report_details(memory.to, claim, options, "  ");
    if (carried)
        fprintf(
            memory.to,
            "Follow-through mark: the line follows from the mistake in line %" JSON_INTEGER_FORMAT
            " and costs no point of its own.\n",
            report_number(claim, "carried_from"));
    if (!is_judged(claim))
        fputs("Not judged: no point can be won or lost here; a person has to look at it.\n",
              memory.to);
    return text_of(&memory);
}

static json_t *test(json_t *name, json_t *output, int score, int max_score, bool passed)
{
    return json_pack("{s:i, s:i, s:s, s:o, s:s, s:o, s:s, s:s}", "score", score, "max_score",
                     max_score, "status", passed ? "passed" : "failed", "name", name, "name_format",
                     "text", "output", output, "output_format", "text", "visibility", "visible");
}

static json_t *claim_test(const json_t *file, const json_t *claim,
                          const struct report_options *options)
{
    const enum verdict_kind verdict = report_verdict(claim);
    const bool carried = verdict == VERDICT_WRONG && report_number(claim, "carried_from") > 0;
    const bool passed = verdict == VERDICT_RIGHT || verdict == VERDICT_RIGHT_IF || carried;
    return test(claim_name(file, claim), claim_output(claim, carried, options), passed,
                is_judged(claim), passed);
}

static json_t *error_test(const json_t *file)
{
    struct report_memory name, output;
    report_memory_begin(&name);
    report_plain(name.to, report_name_of(file));
    report_memory_begin(&output);
    report_line(output.to, report_error(file));
    return test(text_of(&name), text_of(&output), 0, 0, false);
}

/* What concerns a file as a whole: its error, or its warnings and its summary. */
static void describe(FILE *out, const json_t *file)
{
    const char *error = report_error(file);
    size_t n;
    json_t *warning;
    json_array_foreach(json_object_get(file, "warnings"), n, warning)
    {
        report_plain(out, report_name_of(file));
        putc(':', out);
        report_warning(out, warning);
    }
    report_plain(out, report_name_of(file));
    fputs(": ", out);
    if (error)
        report_line(out, error);
    else
        report_summary(out, json_object_get(file, "summary"));
    putc('\n', out);
}

void report_gradescope(FILE *out, const json_t *result, const struct report_options *options)
{
    json_t *tests = json_array(), *root = json_object();
    struct report_memory output;
    size_t n, k;
    json_t *file, *claim;
    report_memory_begin(&output);
    json_array_foreach(json_object_get(result, "files"), n, file)
    {
        describe(output.to, file);
        json_array_foreach(json_object_get(file, "claims"), k,
                           claim) if (report_verdict(claim) != VERDICT_DEFINITION &&
                                      report_verdict(claim) != VERDICT_ASSUMPTION)
            report_append(tests, claim_test(file, claim, options));
        if (report_error(file))
            report_append(tests, error_test(file));
    }
    if (json_array_size(tests) == 0)
        report_put(root, "score", json_integer(0)); /* without tests, a score must stand here */
    report_put(root, "output", text_of(&output));
    report_put(root, "output_format", json_string("text"));
    report_put(root, "visibility", json_string("visible"));
    report_put(root, "tests", tests);
    report_dump(out, root);
}
