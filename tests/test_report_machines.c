/* test_report_machines.c: what check writes for other programs: JUnit, SARIF, Gradescope. The results are made by hand
 * (results.h); that they fit the published schemas is for tests/schemas/validate.sh to say.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/judging/mistakes.h"
#include "results.h"

Test(report, junit)
{
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written(result, REPORT_JUNIT);
    expect_tame("junit", text);
    expect_has("totals", text,
               "<testsuites name=\"backproof\" tests=\"10\" failures=\"3\" errors=\"1\">");
    expect_has("counts", text,
               "<testsuite name=\"f.md\" tests=\"8\" failures=\"2\" errors=\"0\" skipped=\"2\">");
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
    expect_has("one warning", text, "    <system-out>1:1: warning: a&lt;b&gt;");
    free(text);
    json_decref(result);
}

static void expect_sarif_results(const json_t *run)
{
    static const struct {
        const char *rule, *level;
        int line;
    } expected[] = {
        {"right-if", "note", 12},  {"missing-sum", "error", 41}, {"none", "error", 42},
        {"unsure", "warning", 44}, {"unread", "warning", 50},    {"warning", "note", 60},
        {"warning", "note", 9},    {"sign", "error", 1},         {"warning", "note", 1}};
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
        expect_integer(expected[n].rule, json_object_get(place, "region"), "startLine",
                       expected[n].line);
        expect_string(expected[n].rule, json_object_get(place, "artifactLocation"), "uri",
                      n < 7 ? "sub%20dir/f.md" : "my%20100%25%20%C3%A9%3C%22%26%27%1B%3A1%0A.md");
    }
    expect_string("hostile", json_object_get(json_array_get(results, 8), "message"), "text",
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
    /* right-if, unsure, unread and warnings come behind the mistakes */
    cr_expect(json_array_size(json_object_get(driver, "rules")) == MISTAKES + 4, "other rules");
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

/* A region ends where the claim does. */
Test(report, sarif_region)
{
    json_t *c = claim(4, 7, "wrong", "a = b");
    json_object_set_new(c, "end_line", json_integer(5));
    json_object_set_new(c, "end_column", json_integer(12));
    json_t *result = result_of(file_of("f.md", must(json_pack("[o]", c))), NULL, NULL);
    char *text = written(result, REPORT_SARIF);
    expect_has("region", text,
               "\"startLine\": 4,\n                  \"startColumn\": 7,\n"
               "                  \"endLine\": 5,\n                  \"endColumn\": 12\n");
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
        {"f.md:44:7 c = d", "failed", "\nNot judged: ", 0, 0},
        {"f.md:50:2 \\frac{a}{b} = c", "failed", "\nNot judged: ", 0, 0},
        {"g.md", "failed", "cannot be opened", 0, 0},
    };
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written(result, REPORT_GRADESCOPE);
    json_t *json = parsed(text), *tests = json_object_get(json, "tests");
    expect_tame("gradescope", text);
    cr_expect(json_array_size(tests) == 8, "%zu tests", json_array_size(tests));
    for (size_t n = 0; n < sizeof expected / sizeof *expected; n++) {
        const json_t *test = json_array_get(tests, n);
        const char *output = json_string_value(json_object_get(test, "output"));
        expect_string("name", test, "name", expected[n].name);
        expect_string(expected[n].name, test, "status", expected[n].status);
        expect_string(expected[n].name, test, "visibility", "visible");
        expect_integer(expected[n].name, test, "score", expected[n].score);
        expect_integer(expected[n].name, test, "max_score", expected[n].max_score);
        expect_has(expected[n].name, output ? output : "", expected[n].output);
    }
    const char *all = json_string_value(json_object_get(json, "output"));
    expect_has("output", all ? all : "",
               "f.md: 1 right, 1 right-if, 1 wrong (1 more carried), 1 unsure, 1 unread; "
               "judged 3 of 6 equations\ng.md: cannot be opened: No such");
    cr_expect(!json_object_get(json, "score"), "a score for all is there");
    json_decref(json);
    free(text);
    json_decref(result);
}

/* A file that only defines has no tests; then the score is said. */
Test(report, gradescope_without_tests)
{
    json_t *claims = must(json_pack("[o]", claim(1, 1, "definition", "a = 1")));
    json_t *result = result_of(file_of("f.md", claims), NULL, NULL);
    char *text = written(result, REPORT_GRADESCOPE);
    json_t *json = parsed(text);
    expect_integer("no tests", json, "score", 0);
    json_decref(json);
    free(text);
    json_decref(result);
}
