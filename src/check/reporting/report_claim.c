/* report_claim.c */
#include "check/reporting/report_claim.h"

#include <stdlib.h>
#include <string.h>

#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

enum { WIDTH_MAX = 96 }; /* columns of a line of values: a terminal of 100 shows it whole */

static const char *const colours[VERDICTS] = {[VERDICT_RIGHT] = "\33[32m",
                                              [VERDICT_RIGHT_IF] = "\33[33m",
                                              [VERDICT_WRONG] = "\33[31m",
                                              [VERDICT_UNSURE] = "\33[33m",
                                              [VERDICT_UNREAD] = "\33[33m"};

void report_sentence(FILE *out, const json_t *claim)
{
    const char *explanation = report_string(claim, "explanation");
    const char *assumption = report_string(claim, "assumption");
    switch (report_verdict(claim)) {
    case VERDICT_RIGHT_IF:
        fputs("right if ", out);
        report_line(out, assumption ? assumption : "something is assumed");
        break;
    case VERDICT_WRONG:
        report_line(out, explanation ? explanation : "the two sides differ");
        break;
    case VERDICT_UNSURE:
        report_line(out, explanation ? explanation : "it differs as read, which is not certain");
        break;
    case VERDICT_UNREAD:
        report_line(out, explanation ? explanation : "it could not be read");
        break;
    default:
        fputs(verdict_name(report_verdict(claim)), out);
    }
}

void report_headline(FILE *out, const json_t *claim, const struct report_options *options)
{
    const enum verdict_kind verdict = report_verdict(claim);
    const char *mistake = report_string(claim, "mistake");
    const char *assumption = report_string(claim, "assumption");
    const char *colour = options->colour ? colours[verdict] : NULL;
    fprintf(out, "%s%s%s", colour ? colour : "", verdict_name(verdict), colour ? "\33[0m" : "");
    if (verdict == VERDICT_RIGHT_IF && assumption) {
        fputs(": ", out);
        report_line(out, assumption);
    }
    if (verdict != VERDICT_WRONG && verdict != VERDICT_UNSURE && verdict != VERDICT_UNREAD)
        return;
    fputs(": ", out);
    if (verdict == VERDICT_WRONG && mistake) {
        putc('[', out);
        report_line(out, mistake);
        fputs("] ", out);
    }
    report_sentence(out, claim);
}

/* A line of a label and a text, if there is the text. */
static void detail(FILE *out, const char *indent, const char *label, const char *text)
{
    if (!text)
        return;
    fprintf(out, "%s%s", indent, label);
    report_line(out, text);
    putc('\n', out);
}

static void reading(FILE *out, const json_t *claim, bool colour, const char *indent)
{
    const char *read_as = report_string(claim, "read_as");
    const char *text = read_as ? read_as : report_string(claim, "source");
    if (!text)
        return;
    fprintf(out, "%s%s%s", indent, colour ? "\33[2m" : "", read_as ? "read as: " : "as written: ");
    report_line(out, text);
    fprintf(out, "%s\n", colour ? "\33[0m" : "");
}

/* "name = value" and what follows it. */
static char *assignment(const char *name, const json_t *value, const char *after)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_line(memory.to, name);
    fputs(" = ", memory.to);
    if (json_is_string(value))
        report_line(memory.to, json_string_value(value));
    else
        json_dumpf(value, memory.to, JSON_ENCODE_ANY);
    fputs(after, memory.to);
    return report_memory_end(&memory);
}

/* "at I_0 = 0.73, W_00 = -1.2; j = 0:", over as many lines as it takes. */
static void point(FILE *out, const json_t *counterexample, const char *indent)
{
    json_t *lists[] = {json_object_get(counterexample, "values"),
                       json_object_get(counterexample, "indices")};
    const size_t sizes[] = {json_object_size(lists[0]), json_object_size(lists[1])};
    if (sizes[0] + sizes[1] == 0)
        return;
    fprintf(out, "%sat", indent);
    const size_t start = strlen(indent) + strlen("at");
    size_t column = start;
    for (int l = 0; l < 2; l++) {
        size_t left = sizes[l];
        const char *name;
        json_t *value;
        json_object_foreach(lists[l], name, value)
        {
            const char *after = --left ? "," : l == 0 && sizes[1] ? ";" : ":";
            char *text = assignment(name, value, after);
            if (column > start && column + 1 + report_width(text) > WIDTH_MAX) {
                fprintf(out, "\n%s  ", indent);
                column = start;
            }
            fprintf(out, " %s", text);
            column += 1 + report_width(text);
            free(text);
        }
    }
    putc('\n', out);
}

/* A line for a side; digits stand below digits, a minus sign before them. */
static void side(FILE *out, const char *indent, const char *label, const char *value)
{
    fprintf(out, "%s%-10s %s", indent, label, *value == '-' ? "" : " ");
    report_line(out, value);
}

static void difference(FILE *out, const json_t *claim, const char *indent)
{
    const json_t *counterexample = json_object_get(claim, "counterexample");
    const char *left = report_string(counterexample, "left");
    const char *right = report_string(counterexample, "right");
    const char *ratio = report_string(counterexample, "ratio");
    point(out, counterexample, indent);
    if (!left || !right)
        return;
    side(out, indent, "left side", left);
    putc('\n', out);
    side(out, indent, "right side", right);
    if (ratio) {
        fputs("   (ratio ", out);
        report_line(out, ratio);
        putc(')', out);
    }
    putc('\n', out);
}

/* "proved in Coq: line_24_3", or why it is not. */
static void proof(FILE *out, const json_t *claim, const char *indent)
{
    const json_t *object = json_object_get(claim, "proof");
    const char *state = report_string(object, "state"), *why = report_string(object, "why");
    const char *theorem = report_string(object, "theorem");
    if (!state)
        return;
    fprintf(out, "%s%s in Coq", indent, state);
    fputs(why || theorem ? ": " : "", out);
    report_line(out, why ? why : theorem ? theorem : "");
    putc('\n', out);
}

void report_details(FILE *out, const json_t *claim, const struct report_options *options,
                    const char *indent)
{
    const json_int_t from = report_number(claim, "carried_from");
    detail(out, indent, "label ", report_string(claim, "label"));
    reading(out, claim, options->colour, indent);
    if (report_verdict(claim) == VERDICT_RIGHT_IF)
        detail(out, indent, "", report_string(claim, "explanation"));
    if (!options->brief)
        difference(out, claim, indent);
    detail(out, indent, "holds where ", report_string(claim, "holds_where"));
    if (from > 0)
        fprintf(out,
                "%scarried from line %" JSON_INTEGER_FORMAT
                ": it follows correctly from that line\n",
                indent, from);
    detail(out, indent, "factor ", report_string(claim, "factor"));
    proof(out, claim, indent);
    if (options->show_answers)
        detail(out, indent, "answer: ", report_string(claim, "answer"));
}

void report_warning(FILE *out, const json_t *warning)
{
    const char *text = report_string(warning, "text");
    report_place(out, warning);
    fputs(": warning: ", out);
    report_line(out, text ? text : "");
    putc('\n', out);
}

void report_summary(FILE *out, const json_t *summary)
{
    const json_int_t carried = report_number(summary, "carried");
    for (enum verdict_kind v = VERDICT_RIGHT; v < VERDICTS; v++) {
        const char *name = verdict_name(v);
        const json_int_t count = report_number(summary, name) - (v == VERDICT_WRONG ? carried : 0);
        if (v == VERDICT_UNSURE && !count)
            continue; /* most documents have none */
        fprintf(out, "%s%" JSON_INTEGER_FORMAT " %s", v == VERDICT_RIGHT ? "" : ", ", count, name);
        if (v == VERDICT_WRONG && carried)
            fprintf(out, " (%" JSON_INTEGER_FORMAT " more carried)", carried);
    }
    fprintf(out, "; judged %" JSON_INTEGER_FORMAT " of %" JSON_INTEGER_FORMAT " equations",
            report_number(summary, "judged"), report_number(summary, "equations"));
}
