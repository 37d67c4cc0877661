/* report_sarif.c */
#include "check/reporting/report_sarif.h"

#include <stdlib.h>
#include <string.h>

#include "base/version.h"
#include "check/judging/mistakes.h"
#include "check/reporting/report_claim.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

static const char schema[] =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/* What is reported besides the mistakes, whose rules come first. */
static const struct rule {
    const char *id, *level, *text;
} others[] = {
    {"right-if", "note", "The equation holds only under an assumption on the data."},
    {"unsure", "warning",
     "The two sides differ as they were read, but the reading is not certain."},
    {"unread", "warning", "The equation could not be read or judged."},
    {"warning", "note", "Something in the document is unusual, but was read."},
};

enum { RULES = MISTAKES + sizeof others / sizeof *others };

static struct rule rule_number(size_t n)
{
    if (n >= MISTAKES)
        return others[n - MISTAKES];
    const enum mistake mistake = (enum mistake)n;
    return (struct rule){mistake_code(mistake), "error", mistake_summary(mistake)};
}

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

static void put_place(json_t *region, const char *key, json_int_t number)
{
    if (number > 0)
        report_put(region, key, json_integer(number));
}

/* The list of one location that results and notifications have; it begins at line:column, a line of 0 is none, and
 * ends where `thing` says. */
static json_t *locations(const json_t *file, json_int_t line, json_int_t column,
                         const json_t *thing)
{
    char *where = uri(report_name_of(file));
    json_t *physical = json_pack("{s:{s:s}}", "artifactLocation", "uri", where);
    free(where);
    if (line > 0) {
        json_t *region = json_pack("{s:I}", "startLine", line);
        put_place(region, "startColumn", column);
        put_place(region, "endLine", report_number(thing, "end_line"));
        put_place(region, "endColumn", report_number(thing, "end_column"));
        report_put(physical, "region", region);
    }
    return json_pack("[{s:o}]", "physicalLocation", physical);
}

static json_t *result_of(const char *rule, const char *level, json_t *text, const json_t *file,
                         const json_t *thing)
{
    json_t *object = json_pack("{s:s}", "ruleId", rule);
    for (size_t n = 0; n < RULES; n++)
        if (strcmp(rule_number(n).id, rule) == 0)
            report_put(object, "ruleIndex", json_integer((json_int_t)n));
    report_put(object, "level", json_string(level));
    report_put(object, "message", text);
    report_put(
        object, "locations",
        locations(file, report_number(thing, "line"), report_number(thing, "column"), thing));
    return object;
}

static void add_results(json_t *results, const json_t *file, const struct report_options *options)
{
    size_t n;
    json_t *thing;
    json_array_foreach(json_object_get(file, "claims"), n, thing)
    {
        const enum verdict_kind verdict = report_verdict(thing);
        const char *mistake = report_string(thing, "mistake");
        if (verdict == VERDICT_DEFINITION || verdict == VERDICT_ASSUMPTION ||
            verdict == VERDICT_RIGHT)
            continue;
        const char *rule = verdict != VERDICT_WRONG ? verdict_name(verdict)
                           : mistake                ? mistake
                                                    : "none";
        const char *level = verdict == VERDICT_WRONG      ? "error"
                            : verdict == VERDICT_RIGHT_IF ? "note"
                                                          : "warning";
        report_append(results, result_of(rule, level, message_claim(thing, options), file, thing));
    }
    json_array_foreach(json_object_get(file, "warnings"), n, thing)
        report_append(results, result_of("warning", "note",
                                         message_line(report_string(thing, "text")), file, thing));
}

static json_t *tool(void)
{
    json_t *list = json_array();
    for (size_t n = 0; n < RULES; n++) {
        const struct rule rule = rule_number(n);
        report_append(list,
                      json_pack("{s:s, s:{s:s}, s:{s:s}}", "id", rule.id, "shortDescription",
                                "text", rule.text, "defaultConfiguration", "level", rule.level));
    }
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
        const char *error = report_error(file);
        if (!error)
            continue;
        json_t *notification = json_pack("{s:s}", "level", "error");
        report_put(notification, "message", message_line(error));
        report_put(notification, "locations",
                   locations(file, report_number(file, "error_line"),
                             report_number(file, "error_column"), NULL));
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
