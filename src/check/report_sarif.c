/* report_sarif.c: SARIF 2.1.0, for code scanning and editors: a result for each claim that is wrong,
 * right-if or unread, and for each warning.
 */
#include <stdlib.h>
#include <string.h>

#include "report_parts.h"
#include "version.h"

static const char schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/* The codes of the mistakes, and of what else is reported. */
static const struct {
    const char *id, *level, *text;
} rules[] = {
    {"sign", "error", "A sign is the wrong way round."},
    {"factor", "error", "A constant factor is wrong."},
    {"missing-sigma-prime", "error", "The derivative of the activation is missing."},
    {"sigma-prime-of-H", "error", "The derivative of the activation is taken at its own value."},
    {"missing-sum", "error", "A sum over all terms through which a quantity acts is missing."},
    {"diagonal-only", "error", "Only the diagonal of the softmax's derivative is taken."},
    {"index-swap", "error", "Indices are mixed up."},
    {"missing-input", "error", "The input of the layer is missing as a factor."},
    {"extra-factor", "error", "A factor is too much."},
    {"missing-factor", "error", "A factor is missing."},
    {"updated-weights", "error", "The gradient is taken at weights that are updated already."},
    {"gradient-of-output", "error", "The output is differentiated, not the loss."},
    {"no-chain", "error", "A link of the chain rule is missing."},
    {"update-sign", "error", "The step goes uphill."},
    {"none", "error", "The two sides differ, and no common mistake explains it."},
    {"right-if", "note", "The equation holds only under an assumption on the data."},
    {"unread", "warning", "The equation could not be read or judged."},
    {"warning", "note", "Something in the document is unusual, but was read."},
};

/* A plain text message: braces would be places for arguments unless doubled, "](" would make a
 * link, and lines are not to be indented. */
static json_t *message(char *text)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    for (const char *c = text; *c; c++) {
        if (*c == '{' || *c == '}')
            putc(*c, memory.to);
        putc(*c, memory.to);
        if (c[0] == ']' && c[1] == '(')
            putc(' ', memory.to);
        if (*c == '\n')
            c += strspn(c + 1, " ");
    }
    free(text);
    text = report_memory_end(&memory);
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    json_t *object = json_pack("{s:s%}", "text", text, length);
    free(text);
    return object;
}

static json_t *message_line(const char *text)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_line(memory.to, text ? text : "");
    return message(report_memory_end(&memory));
}

static json_t *message_claim(const json_t *claim, const struct report_options *options)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    report_sentence(memory.to, claim);
    fflush(memory.to);
    fputs(memory.length && memory.text[memory.length - 1] == '.' ? "\n" : ".\n", memory.to);
    report_details(memory.to, claim, options, "");
    return message(report_memory_end(&memory));
}

/* A path as a URI: relative to wherever the reader looks, or file:// if it begins with a slash. */
static char *uri(const char *path)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    struct report_memory memory;
    report_memory_begin(&memory);
    fputs(*path == '/' ? "file://" : "", memory.to);
    for (; *path; path++)
        if (strchr(plain, *path))
            putc(*path, memory.to);
        else
            fprintf(memory.to, "%%%02X", (unsigned)(unsigned char)*path);
    return report_memory_end(&memory);
}

/* The list of one location that results and notifications have; a line of 0 is none. */
static json_t *locations(const json_t *file, json_int_t line, json_int_t column)
{
    char *where = uri(report_name_of(file));
    json_t *physical = json_pack("{s:{s:s}}", "artifactLocation", "uri", where);
    free(where);
    if (line > 0) {
        json_t *region = json_pack("{s:I}", "startLine", line);
        if (column > 0)
            report_put(region, "startColumn", json_integer(column));
        report_put(physical, "region", region);
    }
    return json_pack("[{s:o}]", "physicalLocation", physical);
}

static json_t *result_of(const char *rule, const char *level, json_t *text, const json_t *file,
                         const json_t *thing)
{
    json_t *object = json_pack("{s:s}", "ruleId", rule);
    for (size_t n = 0; n < sizeof rules / sizeof *rules; n++)
        if (strcmp(rules[n].id, rule) == 0)
            report_put(object, "ruleIndex", json_integer((json_int_t)n));
    report_put(object, "level", json_string(level));
    report_put(object, "message", text);
    report_put(object, "locations",
               locations(file, report_number(thing, "line"), report_number(thing, "column")));
    return object;
}

static void add_results(json_t *results, const json_t *file, const struct report_options *options)
{
    size_t n;
    json_t *thing;
    json_array_foreach(json_object_get(file, "claims"), n, thing)
    {
        const enum report_verdict verdict = report_verdict(thing);
        const char *mistake = report_string(thing, "mistake");
        if (verdict == DEFINITION || verdict == RIGHT)
            continue;
        const char *rule = verdict != WRONG ? report_verdicts[verdict] : mistake ? mistake : "none";
        const char *level = verdict == WRONG ? "error" : verdict == UNREAD ? "warning" : "note";
        report_append(results, result_of(rule, level, message_claim(thing, options), file, thing));
    }
    json_array_foreach(json_object_get(file, "warnings"), n, thing)
        report_append(results, result_of("warning", "note",
                                         message_line(report_string(thing, "text")), file, thing));
}

static json_t *tool(void)
{
    json_t *list = json_array();
    for (size_t n = 0; n < sizeof rules / sizeof *rules; n++)
        report_append(list, json_pack("{s:s, s:{s:s}, s:{s:s}}", "id", rules[n].id,
                                      "shortDescription", "text", rules[n].text,
                                      "defaultConfiguration", "level", rules[n].level));
    return json_pack("{s:{s:s, s:s, s:o}}", "driver", "name", "backproof", "version",
                     BACKPROOF_VERSION, "rules", list);
}

/* What became of the run: files that could not be read are told here, they have no results. */
static json_t *invocation(const json_t *files)
{
    json_t *notifications = json_array();
    size_t n;
    json_t *file;
    json_array_foreach(files, n, file)
    {
        const char *error = report_string(file, "error");
        if (!error)
            continue;
        json_t *notification = json_pack("{s:s}", "level", "error");
        report_put(notification, "message", message_line(error));
        report_put(notification, "locations",
                   locations(file, report_number(file, "error_line"),
                             report_number(file, "error_column")));
        report_append(notifications, notification);
    }
    json_t *object =
        json_pack("{s:b}", "executionSuccessful", (int)(json_array_size(notifications) == 0));
    report_put(object, "toolExecutionNotifications", notifications);
    return object;
}

void report_sarif(FILE *out, const json_t *result, const struct report_options *options)
{
    const json_t *files = json_object_get(result, "files");
    json_t *results = json_array();
    size_t n;
    json_t *file;
    json_array_foreach(files, n, file) add_results(results, file, options);
    json_t *run =
        json_pack("{s:o, s:[o], s:s, s:o}", "tool", tool(), "invocations", invocation(files),
                  "columnKind", "unicodeCodePoints", "results", results);
    report_dump(out,
                json_pack("{s:s, s:s, s:[o]}", "$schema", schema, "version", "2.1.0", "runs", run));
}
