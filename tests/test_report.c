/* test_report.c: what check writes for people and editors, and as it is: text, gcc, JSON. The results are made by hand
 * (results.h).
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "results.h"

Test(report, names)
{
    static const char *const names[] = {"text", "json", "junit", "sarif", "gradescope", "gcc"};
    enum report_format format = REPORT_TEXT;
    for (int n = 0; n < 6; n++) {
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
                "homework.md: understood as\n"
                "  loss            SE, CE\n"
                "  assumed ranges  k = 0..2\n"
                "  chosen          e is a number\n"
                "  chosen          d is a name\n"
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
                "homework.md:44:7: unsure: it differs as read, but holds if d is one name\n"
                "  read as: c = d\n"
                "homework.md:50:2: unread: a brace is not closed\n"
                "  as written: \\frac{a}{b} = c\n"
                "homework.md:55:1: assumption\n"
                "  read as: sum(l) = 1\n"
                "homework.md:60:1: warning: late\n"
                "1 right, 1 right-if, 1 wrong (1 more carried), 1 unsure, 1 unread; "
                "judged 3 of 6 equations\n");
    free(text);
    json_decref(result);
}

/* No counter-example, and a carried line stands where it comes from alone. */
Test(report, brief)
{
    json_t *file = all_verdicts("f.md"), *claims = json_object_get(file, "claims");
    json_object_set_new(json_array_get(claims, 3), "carried_from", json_integer(42));
    json_t *result = result_of(file, NULL, NULL);
    const struct report_options options = {.brief = true};
    char *text = written_with_options(result, REPORT_TEXT, &options);
    expect_not("counter-example", text, "left side");
    expect_not("carried", text, "f.md:41:5");
    expect_has("where it comes from", text,
               "f.md:42:1: wrong: [none] the two sides differ\n  read as: a = b\n"
               "  carried on in line 41\n");
    expect_has("summary", text, "1 wrong (1 more carried)");
    free(text);
    text = written_with_options(result, REPORT_JUNIT, &options);
    expect_has("for people only", text, "left side");
    free(text);
    json_decref(result);
}

/* Each carried line is folded into the one that it comes from. */
Test(report, brief_of_two)
{
    json_t *claims = must(json_array());
    for (int line = 1; line <= 4; line++) {
        json_t *c = claim(line, 1, "wrong", "a = b");
        if (line > 2)
            json_object_set_new(c, "carried_from", json_integer(line - 2));
        json_array_append_new(claims, c);
    }
    json_t *result = result_of(file_of("f.md", claims), NULL, NULL);
    const struct report_options options = {.brief = true};
    char *text = written_with_options(result, REPORT_TEXT, &options);
    expect_text(
        "two", text,
        "f.md:1:1: wrong: the two sides differ\n  read as: a = b\n"
        "  carried on in line 3\n"
        "f.md:2:1: wrong: the two sides differ\n  read as: a = b\n"
        "  carried on in line 4\n"
        "0 right, 0 right-if, 2 wrong (2 more carried), 0 unread; judged 2 of 4 equations\n");
    free(text);
    json_decref(result);
}

/* Things of one line stand by their columns, wherever they come from. */
Test(report, order)
{
    json_t *claims =
        must(json_pack("[o, o]", claim(2, 1, "right", "a = b"), claim(2, 30, "right", "b = a")));
    json_t *file = file_of("f.md", claims);
    json_object_set_new(file, "warnings",
                        must(json_pack("[{s:i, s:i, s:s}]", "line", 2, "column", 20, "text", "c")));
    json_t *result = result_of(file, NULL, NULL);
    char *text = written(result, REPORT_TEXT);
    expect_has("order", text,
               "f.md:2:1: right\n  read as: a = b\nf.md:2:20: warning: c\nf.md:2:30: right\n");
    free(text);
    json_decref(result);
}

Test(report, gcc)
{
    json_t *result = result_of(all_verdicts("f.md"), unreadable("g.md"), hostile_file());
    char *text = written_with(result, REPORT_GCC, true, true);
    expect_tame("gcc", text);
    expect_has("gcc", text,
               "f.md:9:3: warning: w_ij is near W_ij\n"
               "f.md:12:1: note: right if sum(l) = 1\n"
               "f.md:41:5: error: [missing-sum] a sum over k is missing\n"
               "f.md:42:1: error: [none] the two sides differ\n"
               "f.md:44:7: warning: it differs as read, but holds if d is one name\n"
               "f.md:50:2: warning: a brace is not closed\n"
               "f.md:60:1: warning: late\nmy 100");
    expect_not("answers", text, secret);
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
    json_t *result = result_of(file_of("f", claims), NULL, NULL);
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
    for (int format = REPORT_JSON; format <= REPORT_GCC; format++) {
        text = written_with(result, (enum report_format)format, true, false);
        expect_not("colour", text, "\33");
        expect_not("colour", text, "u001B");
        expect_not("colour", text, "[2m"); /* XML leaves the escape out */
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
               "1 right, 1 right-if, 1 wrong (1 more carried), 1 unsure, 1 unread; "
               "judged 3 of 6 equations\n\nb.md: understood as\n");
    expect_has("table", text,
               "judged 3 of 6 equations\n\n"
               "file        definition  assumption  right  right-if  wrong  unsure  unread\n"
               "\xC3\xA9.md                 1           1      1         1      2       1       1\n"
               "missing.md  error\n"
               "b.md                 1           1      1         1      2       1       1\n"
               "total                2           2      2         2      4       2       2\n");
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
