/* results.c */
#include "results.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char hostile[] = "a<b>&\"c\"'d' {0} [x](1) \33[31m\1\x7F\xC2\x9B \xEF\xBF\xBE "
                              "\xCE\xB3\xE2\x88\x82\n\r\t\\frac{1}{2} \n";
const char secret[] = "SECRET-1729";

json_t *must(json_t *value)
{
    cr_assert(value, "the test could not make a value");
    return value;
}

json_t *claim(int line, int column, const char *verdict, const char *read_as)
{
    json_t *c = must(json_pack("{s:i, s:i, s:s}", "line", line, "column", column, "source",
                               "\\frac{a}{b}\n = c"));
    if (read_as)
        json_object_set_new(c, "read_as", must(json_string(read_as)));
    json_object_set_new(c, "verdict", must(json_string(verdict)));
    return c;
}

void set(json_t *object, const char *key, const char *text)
{
    json_object_set_new(object, key, must(json_string(text)));
}

json_t *wrong_claim(void)
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

/* The summary counts the verdicts, as the program does. */
json_t *file_of(const char *name, json_t *claims)
{
    static const char *const names[] = {"definition", "assumption", "right", "right-if",
                                        "wrong",      "unsure",     "unread"};
    int count[7] = {0}, carried = 0;
    size_t n;
    json_t *c;
    json_array_foreach(claims, n, c)
    {
        carried += json_object_get(c, "carried_from") != NULL;
        for (int v = 0; v < 7; v++)
            count[v] += !strcmp(names[v], json_string_value(json_object_get(c, "verdict")));
    }
    json_t *summary = must(json_object());
    for (int v = 0; v < 7; v++)
        json_object_set_new(summary, names[v], json_integer(count[v]));
    const int judged = count[2] + count[3] + count[4] - carried;
    json_object_set_new(summary, "carried", json_integer(carried));
    json_object_set_new(summary, "judged", json_integer(judged));
    json_object_set_new(summary, "equations", json_integer(judged + carried + count[5] + count[6]));
    return must(json_pack("{s:s, s:o, s:o}", "file", name, "claims", claims, "summary", summary));
}

/* One claim of each verdict, a second wrong one that is not carried, and two warnings. */
json_t *all_verdicts(const char *name)
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
    json_t *unsure = claim(44, 7, "unsure", "c = d");
    set(unsure, "explanation", "it differs as read, but holds if d is one name");
    json_array_append_new(claims, unsure);
    json_array_append_new(claims, unread);
    json_array_append_new(claims, claim(55, 1, "assumption", "sum(l) = 1"));
    json_t *file = file_of(name, claims);
    json_object_set_new(file, "understood",
                        must(json_pack("{s:[s, s], s:[s], s:[s, s]}", "loss", "SE", "CE", "ranges",
                                       "k = 0..2", "choices", "e is a number", "d is a name")));
    json_object_set_new(
        file, "warnings",
        must(json_pack("[{s:i, s:i, s:s}, {s:i, s:i, s:s}]", "line", 60, "column", 1, "text",
                       "late", "line", 9, "column", 3, "text", "w_ij is near W_ij")));
    return file;
}

json_t *unreadable(const char *name)
{
    json_t *file = file_of(name, must(json_array()));
    set(file, "error", "cannot be opened: No such file or directory");
    return file;
}

/* Everything hostile at once: names, sources, readings, messages. */
json_t *hostile_file(void)
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
    json_t *file = file_of("my 100% \xC3\xA9<\"&'\33:1\n.md", claims);
    json_object_set_new(
        file, "warnings",
        must(json_pack("[{s:i, s:i, s:s}]", "line", 1, "column", 1, "text", hostile)));
    return file;
}

json_t *result_of(json_t *one, json_t *two, json_t *three)
{
    json_t *files = must(json_array()), *list[] = {one, two, three};
    for (size_t n = 0; n < 3 && list[n]; n++)
        json_array_append_new(files, list[n]);
    return must(json_pack("{s:o}", "files", files));
}

char *written_with_options(const json_t *result, enum report_format format,
                           const struct report_options *options)
{
    FILE *file = tmpfile();
    cr_assert(file, "no temporary file can be made");
    report_write(file, result, format, options);
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

char *written_with(const json_t *result, enum report_format format, bool colour, bool show_answers)
{
    const struct report_options options = {.colour = colour, .show_answers = show_answers};
    return written_with_options(result, format, &options);
}

char *written(const json_t *result, enum report_format format)
{
    return written_with(result, format, false, false);
}

json_t *parsed(const char *text)
{
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(json, "line %d: %s in:\n%s", error.line, error.text, text);
    const size_t length = strlen(text);
    cr_expect(length > 1 && strcmp(text + length - 2, "}\n") == 0, "the last line is not ended");
    return json;
}

void expect_has(const char *name, const char *text, const char *part)
{
    cr_expect(strstr(text, part), "%s: '%s' is missing in:\n%s", name, part, text);
}

void expect_not(const char *name, const char *text, const char *part)
{
    cr_expect(!strstr(text, part), "%s: '%s' stands in:\n%s", name, part, text);
}

void expect_text(const char *name, const char *text, const char *expected)
{
    cr_expect(strcmp(text, expected) == 0, "%s: expected:\n%s\nfound:\n%s", name, expected, text);
}

void expect_string(const char *name, const json_t *object, const char *key, const char *expected)
{
    const char *found = json_string_value(json_object_get(object, key));
    cr_expect(found && strcmp(found, expected) == 0, "%s: %s is '%s', expected '%s'", name, key,
              found ? found : "(missing)", expected);
}

void expect_integer(const char *name, const json_t *object, const char *key, int expected)
{
    const json_t *found = json_object_get(object, key);
    cr_expect(json_is_integer(found) && json_integer_value(found) == expected,
              "%s: %s is %d, expected %d", name, key, (int)json_integer_value(found), expected);
}

/* No byte that commands a terminal, and no U+0080 to U+009F. */
void expect_tame(const char *name, const char *text)
{
    for (const char *c = text; *c; c++) {
        const unsigned char byte = (unsigned char)*c;
        cr_expect((byte >= 0x20 && byte != 0x7F) || byte == '\n', "%s: byte 0x%02X at %zu", name,
                  byte, (size_t)(c - text));
        cr_expect(byte != 0xC2 || (unsigned char)c[1] >= 0xA0, "%s: a C1 control character", name);
    }
}
