/* report_claim.c: what is said of one claim, in words and lines for people. */
#include <stdlib.h>
#include <string.h>

#include "report_parts.h"

enum { WIDTH_MAX = 96 };

static const char *const colours[REPORT_VERDICTS] = {
    [RIGHT] = "\33[32m", [RIGHT_IF] = "\33[33m", [WRONG] = "\33[31m", [UNREAD] = "\33[33m"};

void report_sentence(FILE *out, const json_t *claim)
{
    const char *explanation = report_string(claim, "explanation");
    const char *assumption = report_string(claim, "assumption");
    switch (report_verdict(claim)) {
    case RIGHT_IF:
        fputs("right if ", out);
        report_line(out, assumption ? assumption : "something is assumed");
        break;
    case WRONG:
        report_line(out, explanation ? explanation : "the two sides differ");
        break;
    case UNREAD:
        report_line(out, explanation ? explanation : "it could not be read");
        break;
    default:
        fputs(report_verdicts[report_verdict(claim)], out);
    }
}

void report_headline(FILE *out, const json_t *claim, const struct report_options *options)
{
    const enum report_verdict verdict = report_verdict(claim);
    const char *mistake = report_string(claim, "mistake");
    const char *assumption = report_string(claim, "assumption");
    const char *colour = options->colour ? colours[verdict] : NULL;
    fprintf(out, "%s%s%s", colour ? colour : "", report_verdicts[verdict], colour ? "\33[0m" : "");
    if (verdict == RIGHT_IF && assumption) {
        fputs(": ", out);
        report_line(out, assumption);
    }
    if (verdict != WRONG && verdict != UNREAD)
        return;
    fputs(": ", out);
    if (verdict == WRONG && mistake) {
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

void report_details(FILE *out, const json_t *claim, const struct report_options *options,
                    const char *indent)
{
    const json_int_t from = report_number(claim, "carried_from");
    detail(out, indent, "label ", report_string(claim, "label"));
    reading(out, claim, options->colour, indent);
    if (report_verdict(claim) == RIGHT_IF)
        detail(out, indent, "", report_string(claim, "explanation"));
    difference(out, claim, indent);
    detail(out, indent, "holds where ", report_string(claim, "holds_where"));
    if (from > 0)
        fprintf(out,
                "%scarried from line %" JSON_INTEGER_FORMAT
                ": it follows correctly from that line\n",
                indent, from);
    detail(out, indent, "factor ", report_string(claim, "factor"));
    if (options->show_answers)
        detail(out, indent, "answer: ", report_string(claim, "answer"));
}
