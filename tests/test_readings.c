/* test_readings.c: what `backproof check` says beside its verdicts: warnings about how a document was
 * read, all values of a counter-example, and sentences in the document's own names.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "runner.h"

/* Checks the text; each of the parts, up to a null, must stand in the JSON; with `not`, none may. */
static void expect_parts(const char *text, const char *const *part, bool not )
{
    json_t *file = check_text("test", text, strlen(text), 1);
    char *said = json_dumps(file, 0);
    cr_assert(said != NULL);
    for (; *part; part++)
        cr_expect((strstr(said, *part) != NULL) != not, "%s: '%s' is %s in: %s", text, *part,
                  not ? "" : "not", said);
    free(said);
    json_decref(file);
}

static void expect_part(const char *text, const char *part)
{
    expect_parts(text, (const char *const[]){part, NULL}, false);
}

static void expect_no_part(const char *text, const char *part)
{
    expect_parts(text, (const char *const[]){part, NULL}, true);
}

Test(readings, a_counterexample_has_values_where_ranges_are_guessed)
{
    static const char *const parts[] = {"\"w_00\": ", "\"w_22\": ", "\"x_0\": ", "\"x_2\": ",
                                        "\"v_0\": ",  "\"v_2\": ",  "\"t\": ",   NULL};
    expect_parts(
        "y_j = σ(Σ_i w_ij x_i)\no = Σ_j v_j y_j\nE = 1/2 (t − o)²\n∂E/∂v_j = (t − o) y_j\n", parts,
        false);
    /* An output with a number: the second place of gamma is known by that number alone. */
    static const char *const gammas[] = {"\"gamma_00\": ", "\"gamma_30\": ", NULL};
    expect_parts("H_j = σ(z_j)\nO_0 = Σ_{j=0}^3 H_j γ_j0\ndO_0/dH_j = γ_j0\n"
                 "dO_0/dz_j = γ_j0 H_j\n",
                 gammas, false);
}

Test(readings, a_counterexample_has_the_sizes_that_were_chosen)
{
    static const char sum[] = "s = Σ_{i=1}^K w_i x_i\nE = (t - s)^2\ndE/dw_i = 2 (t - s) x_i\n";
    expect_part(sum, "\"K\": \"5\"");
    expect_no_part("p = Σ_{i=1}^K u_i\ns = Σ_{i=1}^n w_i x_i\nds/dw_i = -x_i\n", "\"K\": ");
    expect_part("p = Σ_{i=1}^K u_i\ns = Σ_{i=1}^n w_i x_i\nds/dw_i = x_i/n\n", "1/n is too much");
}

static const char numbered[] = "s = w_0 + w_1 x_1 + w_2 x_2\nE = (t - s)^2\n";

static void expect_numbered(const char *line, const char *part, bool not )
{
    char text[512];
    snprintf(text, sizeof text, "%s%s\n", numbered, line);
    expect_parts(text, (const char *const[]){part, NULL}, not );
}

Test(readings, an_entry_that_stands_nowhere_is_not_invented)
{
    expect_numbered("dE/dw_i = -2 (t - s) x_i",
                    "x_0 stands nowhere in this document; judged for i = 1, 2", false);
    expect_numbered("dE/dw_i = 2 (t - s) x_i", "\"x_0\"", true);
    expect_numbered("dE/dw_i = 2 (t - s) x_i", "\"mistake\": \"sign\"", false);
    expect_numbered("dE/dw_i = -2 (t - s) x_i, i = 1, 2", "stands nowhere", true);
    expect_numbered("x_0 = 1\ndE/dw_i = -2 (t - s) x_i", "stands nowhere", true);
    expect_numbered("dE/dw_i = -2 (t - w_0 - Σ_k w_k x_k) x_i", "sum_{k=1..2} w_k x_k", false);
    /* Gaps as well, and what is wrong for every index that is left stays unread. */
    expect_part("s = w_1 x_1 + w_3 x_3\nds/dw_i = x_i\n", "judged for i = 1, 3");
    expect_part("s = w_1 x_1 + w_2 x_2\nu = x_5\nds/dw_1 = x_1\nds/dw_i = x_5 w_i/w_i\n",
                "\"verdict\": \"wrong\"");
    expect_part("s = w_1 x_2\nds/dw_i = x_i\n", "each other case of the line lacks an entry");
}

Test(readings, a_given_range_is_not_cut_to_make_a_line_right)
{
    static const char swapped[] = "O_0 = Σ_{j=0}^3 H_j γ_j0\ndO_0/dH_j = γ_{0j}\n";
    expect_part(swapped, "\"mistake\": \"index-swap\"");
    expect_part("O_0 = Σ_{j=0}^3 H_j γ_j0\ndO_0/dγ_jk = H_j\n",
                "gamma_01 stands nowhere in this document; judged for k = 0");
    expect_no_part("O_0 = Σ_{j=0}^3 H_j γ_j0\ndO_0/dγ_jk = H_j\n", "nothing says which values");
}

Test(readings, a_prime_on_a_defined_name_is_doubted)
{
    expect_part("o = w x\nE = (t - o)^2\nE' = 2(t - o)\n",
                "E' is taken for a new symbol; if it is a derivative, write dE/do");
    expect_part("z_j = w_j x\na_j = σ(z_j)\na_j' = a_j (1 - a_j)\n", "write da_j/dz_j");
    expect_no_part("o = w x\nE = (t - o)^2\ny' = 2(t - o)\n", "is taken for a new symbol");
    expect_no_part("o = w x\nE = (t - o)^2\nw' = w + 2 α (t - o) x\n", "is taken for a new symbol");
}

Test(readings, vectors_that_are_read_as_numbers_are_doubted)
{
    static const char vectors[] = "h = σ(W x + b)\no = Σ_{i=1}^3 v_i h_i\nE = (t - o)^2\n"
                                  "dE/dW_ij = -2 (t - o) v_i h_i (1 - h_i) x_j\n";
    expect_part(vectors, "W is read as a number here; write the sum with its indices");
    expect_part(vectors, "by the definitions that could be read, E does not depend on W_ij");
    expect_part("h = σ(z)\no = Σ_{i=1}^3 v_i h_i\ndo/dv_i = h_i\n",
                "h is read as a number here; write it with its indices");
    expect_no_part("L_n = (t_n - w x_n)^2\nL = Σ_{n=1}^4 L_n\ndL/dL_n = 1\n", "as a number");
}

Test(readings, a_range_in_brackets_is_a_range)
{
    static const char *const lines[] = {"dE/dw_i = -2 (t - s) x_i (i = 1, 2)",
                                        "dE/dw_i = -2 x_i (t - s)   (i = 1, ..., 2)",
                                        "dE/dw_i = -2 (t - s) x_i (i = 1..2)",
                                        "dE/dw_i = -2 (t - s) x_i \\quad (i = 1, 2)",
                                        "dE/dw_i = -2 (t - s) x_i \\text{ (i = 1, 2)}",
                                        "dE/dw_i = -2 (t - s) x_i \\text{ for i = 1, \\dots, 2}"};
    for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
        expect_numbered(lines[n], "\"read_as\": \"dE/dw_i = -2 ", false);
    for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
        expect_numbered(lines[n], ", if i >= 1, i <= 2\", \"verdict\": \"right\"", false);
}

Test(readings, explanations_speak_of_the_units_of_the_document)
{
    static const char deep[] = "u = w x\na = σ(u)\no = σ(v a)\nE = (t - o)^2\n"
                               "dE/dw = -2 (t - o) v x\n";
    expect_part("a = σ(w x)\nE = (t - a)^2\ndE/dw = -2 (t - a) x\n",
                "is missing (a(1 - a) for the logistic function a)");
    expect_part("a = σ(w x)\nE = (t - a)^2\ndE/dw = dE/da da/dw = -2 (t - a) x\n",
                "is missing (a(1 - a) for the logistic function a)");
    expect_part(deep, "(u(1 - u) for each of the logistic units u = a, o)");
    expect_no_part("a = tanh(w x)\nE = (t - a)^2\ndE/dw = -2 (t - a) x\n", "logistic");
    expect_no_part("σ(z) = tanh(z)\na = σ(w x)\nE = (t - a)^2\ndE/dw = -2 (t - a) x\n", "logistic");
    expect_part("u = w x\na = σ(u)\nda/du = σ'(a)\n",
                "is taken at a; it belongs at the sum that goes into a");
}

Test(readings, the_answer_to_an_update_that_goes_uphill_is_known)
{
    static const char up[] = "o = w x\nE = (t - o)^2\nw ← w + η dE/dw\n";
    expect_part(up, "\"answer\": \"w - eta dE/dw\"");
    expect_part("o = w x\nE = (t - o)^2\nw ← -2 η (t - o) x + w\n",
                "\"answer\": \"2 eta (t - o) x + w\"");
}

/* Some hundred lines that differ each in its own way take more work than there is for them. */
Test(readings, when_it_is_no_longer_looked_for_why_lines_are_wrong_that_is_said)
{
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    cr_assert(to != NULL);
    fputs("H_j = sigma(sum_{i=0..9} I_i W_ij)\nO = sum_{j=0..9} H_j g_j\nE = (y - O)^2\n"
          "dE/dy = 2 (y - O)\n",
          to);
    for (int n = 1; n <= 300; n++)
        fprintf(to, "dE/dg_j = -2 (y - O) H_j + %d sum_{i=0..9} (I_i - %d)\n", n, n);
    fclose(to);
    expect_part(text, "so many lines differ that from here on it is not looked for why");
    text[strlen(text) / 50] = '\0';
    expect_no_part(text, "so many lines differ");
    free(text);
}
