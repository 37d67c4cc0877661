/* test_claims_json.c: what a check says of a document, member by member: places, counts, what is carried, what was
 * understood. Everything that is shown to people and programs comes from here.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "results.h"

/* Letters of two bytes stand before and in the formulas; one line is carried, two claims share a row's display. */
static const char document[] =
    "# Example\n"
    "\n"
    "é $ŷ = \\sigma(u) $, $u = a x + b$, $E = (t - ŷ)^2$\n"
    "\n"
    "$$\\frac{\\partial E}{\\partial ŷ} = 2 (t - ŷ)$$\n"
    "\n"
    "ä: $\\frac{\\partial E}{\\partial u} = 2 (t - ŷ) ŷ (1 - ŷ)$\n"
    "\n"
    "$$\n"
    "\\begin{align}\n"
    "\\frac{\\partial E}{\\partial a} &= \\frac{\\partial E}{\\partial u}\n"
    "  x \\\\\n"
    "&= 3 (ŷ - t) ŷ (1 - ŷ) x\n"
    "\\end{align}\n"
    "$$\n"
    "\n"
    "$\\frac{\\partial E}{\\partial b} = (1 $\n";

static json_t *checked(const char *text)
{
    return must(check_text("f.md", text, strlen(text), 1));
}

static const json_t *claim_number(const json_t *file, size_t n)
{
    const json_t *claims = json_object_get(file, "claims");
    cr_assert(n < json_array_size(claims), "there are %zu claims", json_array_size(claims));
    return json_array_get(claims, n);
}

static void expect_none(const json_t *object, const char *key)
{
    cr_expect(!json_object_get(object, key), "%s is there", key);
}

Test(report, where_claims_stand)
{
    static const struct {
        int line, column, end_line, end_column;
        const char *verdict, *read_as;
    } expected[] = {
        {3, 4, 3, 17, "definition", "y_hat = sigma(u)"},
        {3, 22, 3, 33, "definition", "u = a x + b"},
        {3, 37, 3, 50, "definition", "E = (t - y_hat)^2"},
        {5, 3, 5, 44, "wrong", "dE/dy_hat = 2 (t - y_hat)"},
        {7, 5, 7, 56, "wrong", "dE/du = 2 (t - y_hat) y_hat (1 - y_hat)"},
        {11, 1, 12, 4, "right", "dE/da = dE/du x"},
        {13, 2, 13, 25, "wrong", "dE/du x = 3 (y_hat - t) y_hat (1 - y_hat) x"},
        {17, 2, 17, 36, "unread", NULL},
    };
    json_t *file = checked(document);
    const size_t n = sizeof expected / sizeof *expected;
    cr_assert(json_array_size(json_object_get(file, "claims")) == n);
    for (size_t k = 0; k < n; k++) {
        const json_t *c = claim_number(file, k);
        const char *name = expected[k].read_as ? expected[k].read_as : "unread";
        expect_integer(name, c, "line", expected[k].line);
        expect_integer(name, c, "column", expected[k].column);
        expect_integer(name, c, "end_line", expected[k].end_line);
        expect_integer(name, c, "end_column", expected[k].end_column);
        expect_string(name, c, "verdict", expected[k].verdict);
        if (expected[k].read_as)
            expect_string(name, c, "read_as", expected[k].read_as);
        else
            expect_none(c, "read_as");
        expect_none(c, "cell");
    }
    expect_string("source", claim_number(file, 6), "source", "= 3 (ŷ - t) ŷ (1 - ŷ) x");
    json_decref(file);
}

/* What is known of a wrong line, of one that is carried, and of one that was not read, and of no other. */
Test(report, what_is_known_of_claims)
{
    json_t *file = checked(document);
    const json_t *sign = claim_number(file, 3), *carried = claim_number(file, 4);
    const json_t *right = claim_number(file, 5), *factor = claim_number(file, 6);
    expect_string("wrong", sign, "mistake", "sign");
    expect_none(sign, "carried_from");
    expect_none(sign, "factor");
    expect_string("carried", carried, "mistake", "sign");
    expect_integer("carried", carried, "carried_from", 5);
    expect_string("factor", factor, "factor", "3/2");
    expect_none(factor, "carried_from");
    const json_t *counterexample = json_object_get(sign, "counterexample");
    const json_t *values = json_object_get(counterexample, "values");
    cr_expect(json_object_size(values) == 4 && json_is_string(json_object_get(values, "t")));
    expect_string("wrong", counterexample, "ratio", "-1");
    const char *left = json_string_value(json_object_get(counterexample, "left"));
    const char *other = json_string_value(json_object_get(counterexample, "right"));
    cr_assert(left && other);
    cr_expect(strtod(left, NULL) == -strtod(other, NULL), "%s and %s", left, other);
    static const char *const keys[] = {"mistake", "explanation", "counterexample", "answer"};
    for (size_t n = 0; n < sizeof keys / sizeof *keys; n++)
        expect_none(right, keys[n]);
    expect_string("unread", claim_number(file, 7), "explanation",
                  "')' is missing here (line 17, column 36)");
    json_decref(file);
}

Test(report, counts)
{
    static const struct {
        const char *key;
        int number;
    } expected[] = {{"definition", 3}, {"assumption", 0}, {"right", 1},  {"right-if", 0},
                    {"wrong", 3},      {"unsure", 0},     {"unread", 1}, {"carried", 1},
                    {"judged", 3},     {"equations", 5}};
    json_t *file = checked(document);
    for (size_t n = 0; n < sizeof expected / sizeof *expected; n++)
        expect_integer("summary", json_object_get(file, "summary"), expected[n].key,
                       expected[n].number);
    json_decref(file);
}

/* What is unsure is an equation that was not judged. */
Test(report, counts_of_what_is_unsure)
{
    json_t *file = checked("z = a f(x)\ndz/da = f(x)\ndz/dx = a f(1 - x)\n");
    const json_t *summary = json_object_get(file, "summary");
    expect_integer("summary", summary, "unsure", 1);
    expect_integer("summary", summary, "judged", 1);
    expect_integer("summary", summary, "equations", 2);
    json_decref(file);
}

/* A name may have any bytes; those that are not UTF-8 are question marks. */
Test(report, names_of_files)
{
    json_t *file = must(check_text("x\377\303\251", "a = b\n", 6, 1));
    expect_string("name", file, "file", "x?é");
    json_decref(file);
}

/* An assumption that a line needs, its conditions, and the indices of a counter-example, as numbers. */
Test(report, conditions_and_indices)
{
    json_t *file = checked("O = b\n"
                           "L = -sum_{i=0..1} l_i log(p_i)\n"
                           "p_k = e^{z_k}/sum_{s=0..1} e^{z_s}\n"
                           "dL/dz_k = p_k - l_k\n"
                           "dp_k/dz_j = p_k p_j, if j != k\n");
    const json_t *right_if = claim_number(file, 3), *wrong = claim_number(file, 4);
    expect_string("right-if", right_if, "verdict", "right-if");
    expect_string("right-if", right_if, "assumption", "sum(l) = 1");
    expect_none(right_if, "mistake");
    expect_integer("summary", json_object_get(file, "summary"), "judged", 2);
    expect_string("condition", wrong, "read_as", "dp_k/dz_j = p_k p_j, if j != k");
    const json_t *indices = json_object_get(json_object_get(wrong, "counterexample"), "indices");
    cr_expect(json_object_size(indices) == 2 && json_is_integer(json_object_get(indices, "j")) &&
              json_is_integer(json_object_get(indices, "k")));
    json_decref(file);
}

/* What a claim rests on is named by its line; a warning has its place. */
Test(report, what_lines_rest_on)
{
    json_t *file = checked("# One\n\n$q = \\frac{g x$\n\n$z = 2 q$\n\n"
                           "$\\frac{\\partial z}{\\partial q} = q$\n");
    const json_t *last = claim_number(file, 2);
    expect_string("unread", last, "verdict", "unread");
    expect_integer("unread", last, "rests_on", 3);
    expect_string("unread", last, "explanation",
                  "it rests on q, whose definition could not be read (line 3)");
    expect_none(file, "warnings");
    json_decref(file);
    file = checked("y = |a b|\ndy/db = 2\nh = max(0, b)\n");
    const json_t *warnings = json_object_get(file, "warnings");
    cr_assert(json_array_size(warnings) == 1, "%zu warnings", json_array_size(warnings));
    const json_t *warning = json_array_get(warnings, 0);
    expect_integer("warning", warning, "line", 1);
    expect_integer("warning", warning, "column", 5);
    expect_string("warning", warning, "text",
                  "the slope of abs jumps; points where it does are not drawn");
    json_decref(file);
}

Test(report, what_was_understood)
{
    json_t *file = checked("p = sigma(w x)\n"
                           "E = (t - p)^2\n"
                           "dE/dw = -2 (t - p) p (1 - p) x\n"
                           "w_new = w - eta dE/dw\n");
    const json_t *understood = json_object_get(file, "understood");
    static const char *const expected[][2] = {
        {"loss", "E"}, {"labels", "t"}, {"learning_rate", "eta"}};
    for (size_t n = 0; n < 3; n++) {
        const json_t *list = json_object_get(understood, expected[n][0]);
        const char *text = json_string_value(json_array_get(list, 0));
        cr_expect(json_array_size(list) == 1 && text && strcmp(text, expected[n][1]) == 0,
                  "%s is %s", expected[n][0], text ? text : "missing");
    }
    expect_none(understood, "choices");
    json_decref(file);
}

/* Cells of a notebook are named, with the line in the cell. */
Test(report, cells)
{
    static const char text[] =
        "{\"nbformat\": 4, \"cells\": [\n"
        "{\"cell_type\": \"markdown\", \"source\": [\"$y = 2 w$\\n\"]},\n"
        "{\"cell_type\": \"markdown\", \"source\": [\"text\\n\", \"$dy/dw = 2$\"]}]}";
    json_t *file = must(check_text("f.ipynb", text, strlen(text), 1));
    const json_t *last = claim_number(file, 1);
    expect_string("cell", last, "verdict", "right");
    expect_integer("cell", last, "cell", 2);
    expect_integer("cell", last, "cell_line", 2);
    json_decref(file);
}
