/* test_report.c: the five formats of `backproof check`, from results made here. That the XML and the
 * JSON fit the published schemas is for tests/schemas/validate.sh to say.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

static const char hostile[] = "a<b>&\"c\"'d' {0} [x](1) \33[31m\1\x7F\xC2\x9B \xEF\xBF\xBE "
                              "\xCE\xB3\xE2\x88\x82\n\r\t\\frac{1}{2} \n";
static const char secret[] = "SECRET-1729";

static json_t *must(json_t *value)
{
    cr_assert(value, "the test could not make a value");
    return value;
}

static json_t *claim(int line, int column, const char *verdict, const char *read_as)
{
    json_t *c = must(json_pack("{s:i, s:i, s:s}", "line", line, "column", column, "source",
                               "\\frac{a}{b}\n = c"));
    if (read_as)
        json_object_set_new(c, "read_as", must(json_string(read_as)));
    json_object_set_new(c, "verdict", must(json_string(verdict)));
    return c;
}

static void set(json_t *object, const char *key, const char *text)
{
    json_object_set_new(object, key, must(json_string(text)));
}

static json_t *wrong_claim(void)
{
    json_t *c = claim(41, 5, "wrong", "dSE/dW_ij = -2 (y - O_0)");
    set(c, "mistake", "missing-sum");
    set(c, "factor", "1/2");
    json_object_set_new(c, "carried_from", json_integer(9));
    set(c, "holds_where", "k is the correct class");
    set(c, "explanation", "a sum over k is missing");
    set(c, "answer", secret);
    set(c, "label", "R10");
    json_object_set_new(c, "counterexample",
                        must(json_pack("{s:{s:s, s:s}, s:{s:i, s:i}, s:s, s:s, s:s}", "values",
                                       "W_00", "-1.2", "I_0", "0.73", "indices", "j", 0, "k", 2,
                                       "left", "-0.3318", "right", "0.3318", "ratio", "-1")));
    return c;
}

static json_t *file_of(const char *name, json_t *claims, int definition, int right, int right_if,
                       int wrong, int unread)
{
    return must(json_pack("{s:s, s:o, s:{s:i, s:i, s:i, s:i, s:i}}", "file", name, "claims", claims,
                          "summary", "definition", definition, "right", right, "right-if", right_if,
                          "wrong", wrong, "unread", unread));
}

/* One claim of each verdict, a second wrong one that is not carried, and two warnings. */
static json_t *all_verdicts(const char *name)
{
    json_t *claims = must(json_array());
    json_t *right_if = claim(12, 1, "right-if", "dCE/dX_k = O_k - l_k");
    json_t *unread = claim(50, 2, "unread", NULL);
    json_t *plain = claim(42, 1, "wrong", "a = b");
    set(right_if, "assumption", "sum(l) = 1");
    set(right_if, "explanation", "the labels have to sum to 1");
    set(right_if, "answer", secret);
    set(unread, "explanation", "a brace is not closed");
    set(plain, "mistake", "none");
    json_array_append_new(claims, claim(3, 1, "definition", "H_j = sigma(z_j)"));
    json_array_append_new(claims, claim(9, 3, "right", "dSE/dO_0 = -2 (y - O_0)"));
    json_array_append_new(claims, right_if);
    json_array_append_new(claims, wrong_claim());
    json_array_append_new(claims, plain);
    json_array_append_new(claims, unread);
    json_t *file = file_of(name, claims, 1, 1, 1, 2, 1);
    json_object_set_new(
        file, "warnings",
        must(json_pack("[{s:i, s:i, s:s}, {s:i, s:i, s:s}]", "line", 60, "column", 1, "text",
                       "late", "line", 9, "column", 3, "text", "w_ij is near W_ij")));
    return file;
}

static json_t *unreadable(const char *name)
{
    json_t *file = file_of(name, must(json_array()), 0, 0, 0, 0, 0);
    set(file, "error", "cannot be opened: No such file or directory");
    return file;
}

/* Everything hostile at once: names, sources, readings, messages. */
static json_t *hostile_file(void)
{
    json_t *c = claim(1, 1, "wrong", hostile), *claims = must(json_array());
    static const char *const keys[] = {"source", "explanation", "holds_where", "factor", "label"};
    for (size_t n = 0; n < sizeof keys / sizeof *keys; n++)
        set(c, keys[n], hostile);
    set(c, "mistake", "sign");
    json_object_set_new(c, "counterexample",
                        must(json_pack("{s:{s:s}, s:{}, s:s, s:s}", "values", hostile, hostile,
                                       "indices", "left", hostile, "right", hostile)));
    json_array_append_new(claims, c);
    json_t *file = file_of("my 100% \xC3\xA9<\"&'\33:1\n.md", claims, 0, 0, 0, 1, 0);
    json_object_set_new(
        file, "warnings",
        must(json_pack("[{s:i, s:i, s:s}]", "line", 1, "column", 1, "text", hostile)));
    return file;
}

static json_t *result_of(json_t *one, json_t *two, json_t *three)
{
    json_t *files = must(json_array()), *list[] = {one, two, three};
    for (size_t n = 0; n < 3 && list[n]; n++)
        json_array_append_new(files, list[n]);
    return must(json_pack("{s:o}", "files", files));
}

static char *written_with(const json_t *result, enum report_format format, bool colour,
                          bool show_answers)
{
    const struct report_options options = {.colour = colour, .show_answers = show_answers};
    FILE *file = tmpfile();
    cr_assert(file, "no temporary file can be made");
    report_write(file, result, format, &options);
    const long length = ftell(file);
    cr_assert(!ferror(file) && length >= 0, "writing failed");
    char *text = calloc((size_t)length + 1, 1);
    cr_assert(text, "not enough memory");
    rewind(file);
    const size_t read = fread(text, 1, (size_t)length, file);
    fclose(file);
    cr_assert(read == (size_t)length, "read %zu bytes of %ld", read, length);
    return text;
}

static char *written(const json_t *result, enum report_format format)
{
    return written_with(result, format, false, false);
}

static json_t *parsed(const char *text)
{
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(json, "line %d: %s in:\n%s", error.line, error.text, text);
    const size_t length = strlen(text);
    cr_expect(length > 1 && strcmp(text + length - 2, "}\n") == 0, "the last line is not ended");
    return json;
}

static void expect_has(const char *name, const char *text, const char *part)
{
    cr_expect(strstr(text, part), "%s: '%s' is missing in:\n%s", name, part, text);
}

static void expect_not(const char *name, const char *text, const char *part)
{
    cr_expect(!strstr(text, part), "%s: '%s' stands in:\n%s", name, part, text);
}

static void expect_text(const char *name, const char *text, const char *expected)
{
    cr_expect(strcmp(text, expected) == 0, "%s: expected:\n%s\nfound:\n%s", name, expected, text);
}

static void expect_string(const char *name, const json_t *object, const char *key,
                          const char *expected)
{
    const char *found = json_string_value(json_object_get(object, key));
    cr_expect(found && strcmp(found, expected) == 0, "%s: %s is '%s', expected '%s'", name, key,
              found ? found : "(missing)", expected);
}

static void expect_number(const char *name, const json_t *object, const char *key, int expected)
{
    const json_t *found = json_object_get(object, key);
    cr_expect(json_is_integer(found) && json_integer_value(found) == expected,
              "%s: %s is %d, expected %d", name, key, (int)json_integer_value(found), expected);
}

/* No byte that commands a terminal, and no U+0080 to U+009F. */
static void expect_tame(const char *name, const char *text)
{
    for (const char *c = text; *c; c++) {
        const unsigned char byte = (unsigned char)*c;
        cr_expect((byte >= 0x20 && byte != 0x7F) || byte == '\n', "%s: byte 0x%02X at %zu", name,
                  byte, (size_t)(c - text));
        cr_expect(byte != 0xC2 || (unsigned char)c[1] >= 0xA0, "%s: a C1 control character", name);
    }
}

Test(report, names)
{
    static const char *const names[] = {"text", "json", "junit", "sarif", "gradescope"};
    enum report_format format = REPORT_TEXT;
    for (int n = 0; n < 5; n++) {
        cr_expect(report_format_named(names[n], &format), "%s: not known", names[n]);
        cr_expect((int)format == n, "%s: is format %d, expected %d", names[n], (int)format, n);
    }
    cr_expect(!report_format_named("xml", &format) && !report_format_named("", &format) &&
                  !report_format_named("JSON", &format),
              "a format that does not exist was found");
}

Test(report, text)
{
    json_t *result = result_of(all_verdicts("homework.md"), NULL, NULL);
    char *text = written(result, REPORT_TEXT);
    expect_text("text", text,
                "homework.md:3:1: definition\n"
                "  read as: H_j = sigma(z_j)\n"
                "homework.md:9:3: warning: w_ij is near W_ij\n"
                "homework.md:9:3: right\n"
                "  read as: dSE/dO_0 = -2 (y - O_0)\n"
                "homework.md:12:1: right-if: sum(l) = 1\n"
                "  read as: dCE/dX_k = O_k - l_k\n"
                "  the labels have to sum to 1\n"
                "homework.md:41:5: wrong: [missing-sum] a sum over k is missing\n"
                "  label R10\n"
                "  read as: dSE/dW_ij = -2 (y - O_0)\n"
                "  at W_00 = -1.2, I_0 = 0.73; j = 0, k = 2:\n"
                "  left side  -0.3318\n"
                "  right side  0.3318   (ratio -1)\n"
                "  holds where k is the correct class\n"
                "  carried from line 9: it follows correctly from that line\n"
                "  factor 1/2\n"
                "homework.md:42:1: wrong: [none] the two sides differ\n"
                "  read as: a = b\n"
                "homework.md:50:2: unread: a brace is not closed\n"
                "  as written: \\frac{a}{b} = c\n"
                "homework.md:60:1: warning: late\n"
                "1 right, 1 right-if, 2 wrong, 1 unread\n");
    free(text);
    json_decref(result);
}

/* A long point is wrapped between values, in order, and loses none. */
Test(report, text_wraps)
{
    json_t *c = wrong_claim(), *claims = must(json_pack("[o]", c));
    json_t *values = json_object_get(json_object_get(c, "counterexample"), "values");
    char name[32], part[64];
    json_object_clear(values);
    for (int n = 40; n > 0; n--) {
        snprintf(name, sizeof name, "\xCE\xB3_%d", n);
        set(values, name, "-0.125");
    }
    json_t *result = result_of(file_of("f", claims, 0, 0, 0, 1, 0), NULL, NULL);
    char *text = written(result, REPORT_TEXT);
    const char *at = strstr(text, "\n  at \xCE\xB3_40 = -0.125, ");
    cr_assert(at, "the point is missing in:\n%s", text);
    for (int n = 40; n > 0 && at; n--) {
        snprintf(part, sizeof part, " \xCE\xB3_%d = -0.125%s", n,
                 n > 1 ? "," : "; j = 0, k = 2:\n");
        at = strstr(at, part);
        cr_expect(at, "'%s' is missing or out of order in:\n%s", part, text);
    }
    int lines = 0;
    for (char *save, *line = strtok_r(text, "\n", &save); line;
         line = strtok_r(NULL, "\n", &save)) {
        size_t width = 0;
        for (const char *p = line; *p; p++)
            width += ((unsigned char)*p & 0xC0) != 0x80;
        cr_expect(width <= 96, "%zu characters: %s", width, line);
        lines += strncmp(line, "     \xCE\xB3", 7) == 0;
    }
    cr_expect(lines == 6, "%d lines go on, expected 6", lines);
    free(text);
    json_decref(result);
}

Test(report, text_colour)
{
    json_t *result = result_of(all_verdicts("f.md"), NULL, NULL);
    char *text = written_with(result, REPORT_TEXT, true, false);
    expect_has("green", text, "f.md:9:3: \33[32mright\33[0m\n");
    expect_has("yellow", text, ": \33[33mright-if\33[0m: sum(l) = 1\n");
    expect_has("yellow", text, ": \33[33munread\33[0m: a brace is not closed\n");
    expect_has("red", text, ": \33[31mwrong\33[0m: [missing-sum] a");
    expect_has("dim", text, "  \33[2mread as: a = b\33[0m\n");
    free(text);
    for (int format = REPORT_JSON; format <= REPORT_GRADESCOPE; format++) {
        text = written_with(result, (enum report_format)format, true, false);
        expect_not("colour", text, "\33");
        expect_not("colour", text, "u001b");
        free(text);
    }
    json_decref(result);
}

Test(report, text_several_files)
{
    json_t *result =
        result_of(all_verdicts("\xC3\xA9.md"), unreadable("missing.md"), all_verdicts("b.md"));
    char *text = written(result, REPORT_TEXT);
    expect_has("summary", text,
               "\xC3\xA9.md:60:1: warning: late\n"
               "1 right, 1 right-if, 2 wrong, 1 unread\n\nb.md:3:1: definition\n");
    expect_has("table", text,
               "1 right, 1 right-if, 2 wrong, 1 unread\n\n"
               "file        definition  right  right-if  wrong  unread\n"
               "\xC3\xA9.md                 1      1         1      2       1\n"
               "missing.md  error\n"
               "b.md                 1      1         1      2       1\n"
               "total                2      2         2      4       2\n");
    expect_not("the message is for standard error", text, "cannot be opened");
    free(text);
    json_decref(result);
}

/* The result itself, in its own order, but for the answers. */
Test(report, json)
{
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written_with(result, REPORT_JSON, false, true);
    json_t *json = parsed(text);
    cr_expect(json_equal(json, result), "with answers, something changed:\n%s", text);
    json_decref(json);
    free(text);
    text = written(result, REPORT_JSON);
    json = parsed(text);
    json_t *claims = json_object_get(json_array_get(json_object_get(result, "files"), 0), "claims");
    json_object_del(json_array_get(claims, 2), "answer");
    json_object_del(json_array_get(claims, 3), "answer");
    cr_expect(json_equal(json, result), "without answers, something else changed:\n%s", text);
    expect_has("order of keys", text,
               "\"line\": 41,\n          \"column\": 5,\n          \"source\": ");
    expect_has("order of values", text, "\"W_00\": \"-1.2\",\n              \"I_0\": \"0.73\"\n");
    json_decref(json);
    free(text);
    json_decref(result);
}

Test(report, answers)
{
    json_t *result = result_of(all_verdicts("f.md"), NULL, NULL);
    for (int format = REPORT_TEXT; format <= REPORT_GRADESCOPE; format++) {
        char *hidden = written_with(result, (enum report_format)format, false, false);
        char *again = written_with(result, (enum report_format)format, false, false);
        char *shown = written_with(result, (enum report_format)format, false, true);
        expect_not("hidden", hidden, secret);
        expect_not("hidden", hidden, "answer");
        expect_has("shown", shown, secret);
        expect_text("again", again, hidden);
        free(hidden);
        free(again);
        free(shown);
    }
    json_decref(result);
}

Test(report, hostile_text)
{
    json_t *result = result_of(hostile_file(), hostile_file(), NULL);
    char *text = written(result, REPORT_TEXT);
    expect_tame("text", text);
    expect_has("one line", text,
               "my 100% \xC3\xA9<\"&'?:1?.md:1:1: wrong: [sign] a<b>&\"c\"'d' {0} [x](1) "
               "?[31m??? \xEF\xBF\xBE \xCE\xB3\xE2\x88\x82 \\frac{1}{2}\n  label a<b");
    free(text);
    json_decref(result);
}

Test(report, junit)
{
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written(result, REPORT_JUNIT);
    expect_tame("junit", text);
    expect_has("totals", text,
               "<testsuites name=\"backproof\" tests=\"8\" failures=\"3\" errors=\"1\">");
    expect_has("counts", text,
               "<testsuite name=\"f.md\" tests=\"6\" failures=\"2\" errors=\"0\" skipped=\"1\">");
    expect_has("counts", text,
               "<testsuite name=\"g.md\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">");
    expect_has("right", text,
               "<testcase name=\"9:3 dSE/dO_0 = -2 (y - O_0)\" classname=\"f.md\"/>\n");
    expect_has("wrong", text,
               "<failure type=\"missing-sum\" message=\"a sum over k is missing\">a sum");
    expect_has("unread", text, "<skipped>a brace is not closed\nas written: ");
    expect_has("right-if", text, "<system-out>right if sum(l) = 1\n");
    expect_has("error", text, "<error type=\"file\" message=\"cannot be opened: No such");
    expect_has("warning", text, "9:3: warning: w_ij is near W_ij\n");
    expect_has("name", text, "<testsuite name=\"my 100% \xC3\xA9&lt;&quot;&amp;&apos;:1&#10;.md\"");
    expect_has("reading", text,
               "<testcase name=\"1:1 a&lt;b&gt;&amp;&quot;c&quot;&apos;d&apos; {0}");
    expect_not("U+FFFE", text, "\xEF\xBF\xBE");
    free(text);
    json_decref(result);
}

static void expect_sarif_results(const json_t *run)
{
    static const struct {
        const char *rule, *level;
        int line;
    } expected[] = {{"right-if", "note", 12},  {"missing-sum", "error", 41}, {"none", "error", 42},
                    {"unread", "warning", 50}, {"warning", "note", 60},      {"warning", "note", 9},
                    {"sign", "error", 1},      {"warning", "note", 1}};
    const json_t *results = json_object_get(run, "results");
    const json_t *driver = json_object_get(json_object_get(run, "tool"), "driver");
    const size_t count = sizeof expected / sizeof *expected;
    cr_assert(json_array_size(results) == count, "%zu results", json_array_size(results));
    for (size_t n = 0; n < count; n++) {
        const json_t *r = json_array_get(results, n);
        const json_t *place =
            json_object_get(json_array_get(json_object_get(r, "locations"), 0), "physicalLocation");
        const json_t *index = json_object_get(r, "ruleIndex");
        const json_t *rule =
            json_array_get(json_object_get(driver, "rules"), (size_t)json_integer_value(index));
        expect_string(expected[n].rule, r, "ruleId", expected[n].rule);
        expect_string(expected[n].rule, r, "level", expected[n].level);
        expect_string(expected[n].rule, rule, "id", expected[n].rule);
        expect_number(expected[n].rule, json_object_get(place, "region"), "startLine",
                      expected[n].line);
        expect_string(expected[n].rule, json_object_get(place, "artifactLocation"), "uri",
                      n < 6 ? "sub%20dir/f.md" : "my%20100%25%20%C3%A9%3C%22%26%27%1B%3A1%0A.md");
    }
    expect_string("hostile", json_object_get(json_array_get(results, 7), "message"), "text",
                  "a<b>&\"c\"'d' {{0}} [x] (1) ?[31m??? \xEF\xBF\xBE \xCE\xB3\xE2\x88\x82 "
                  "\\frac{{1}}{{2}}");
}

Test(report, sarif)
{
    json_t *result = result_of(all_verdicts("sub dir/f.md"), unreadable("/g h.md"), hostile_file());
    char *text = written(result, REPORT_SARIF);
    json_t *sarif = parsed(text), *run = json_array_get(json_object_get(sarif, "runs"), 0);
    expect_tame("sarif", text);
    expect_string("run", run, "columnKind", "unicodeCodePoints");
    const json_t *driver = json_object_get(json_object_get(run, "tool"), "driver");
    expect_string("driver", driver, "name", "backproof");
    cr_expect(json_array_size(json_object_get(driver, "rules")) == 18, "other rules");
    expect_sarif_results(run);
    const json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
    const json_t *told = json_object_get(invocation, "toolExecutionNotifications");
    cr_expect(json_is_false(json_object_get(invocation, "executionSuccessful")), "all went well?");
    cr_assert(json_array_size(told) == 1, "%zu notifications", json_array_size(told));
    expect_string("error", json_object_get(json_array_get(told, 0), "message"), "text",
                  "cannot be opened: No such file or directory");
    expect_has("absolute", text, "\"uri\": \"file:///g%20h.md\"");
    json_decref(sarif);
    free(text);
    json_decref(result);
}

Test(report, gradescope)
{
    static const struct {
        const char *name, *status, *output;
        int score, max_score;
    } expected[] = {
        {"f.md:9:3 dSE/dO_0 = -2 (y - O_0)", "passed", "right\n  read as: dSE", 1, 1},
        {"f.md:12:1 dCE/dX_k = O_k - l_k", "passed", "right-if: sum(l) = 1\n", 1, 1},
        {"f.md:41:5 dSE/dW_ij = -2 (y - O_0)", "passed",
         "Follow-through mark: the line follows from the mistake in line 9 ", 1, 1},
        {"f.md:42:1 a = b", "failed", "wrong: [none] the two sides differ\n", 0, 1},
        {"f.md:50:2 \\frac{a}{b} = c", "failed", "\nNot judged: ", 0, 0},
        {"g.md", "failed", "cannot be opened", 0, 0},
    };
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written(result, REPORT_GRADESCOPE);
    json_t *json = parsed(text), *tests = json_object_get(json, "tests");
    expect_tame("gradescope", text);
    cr_expect(json_array_size(tests) == 7, "%zu tests", json_array_size(tests));
    for (size_t n = 0; n < sizeof expected / sizeof *expected; n++) {
        const json_t *test = json_array_get(tests, n);
        const char *output = json_string_value(json_object_get(test, "output"));
        expect_string("name", test, "name", expected[n].name);
        expect_string(expected[n].name, test, "status", expected[n].status);
        expect_string(expected[n].name, test, "visibility", "visible");
        expect_number(expected[n].name, test, "score", expected[n].score);
        expect_number(expected[n].name, test, "max_score", expected[n].max_score);
        expect_has(expected[n].name, output ? output : "", expected[n].output);
    }
    const char *all = json_string_value(json_object_get(json, "output"));
    expect_has("output", all ? all : "",
               "f.md: 1 right, 1 right-if, 2 wrong, 1 unread\ng.md: cannot be opened: No such");
    cr_expect(!json_object_get(json, "score"), "a score for all is there");
    json_decref(json);
    free(text);
    json_decref(result);
}

/* A file that only defines has no tests; then the score is said. */
Test(report, gradescope_without_tests)
{
    json_t *claims = must(json_pack("[o]", claim(1, 1, "definition", "a = 1")));
    json_t *result = result_of(file_of("f.md", claims, 1, 0, 0, 0, 0), NULL, NULL);
    char *text = written(result, REPORT_GRADESCOPE);
    json_t *json = parsed(text);
    expect_number("no tests", json, "score", 0);
    json_decref(json);
    free(text);
    json_decref(result);
}
