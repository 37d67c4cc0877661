/* test_understood.c: what is said before the verdicts, and of claims beside their verdict. */
#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "check/check.h"

static json_t *checked(const char *text)
{
    json_t *file = check_text("d.md", text, strlen(text), 1);
    cr_assert(file != NULL);
    return file;
}

/* The texts of a list, with bars between them; "-" if there is none. */
static void expect_part(const char *text, const char *key, const char *expected)
{
    char found[400] = "";
    json_t *file = checked(text), *part;
    size_t n;
    json_array_foreach(json_object_get(json_object_get(file, "understood"), key), n, part)
    {
        strcat(found, n ? "|" : "");
        strncat(found, json_string_value(part), 100);
    }
    if (!*found)
        strcpy(found, "-");
    cr_expect(strcmp(found, expected) == 0, "%s of:\n%s\nis %s, expected %s", key, text, found,
              expected);
    json_decref(file);
}

static const char network[] = "$u = v x + c$, $p = \\sigma(u)$, $D = \\frac{1}{2} (p - r)^2$\n\n"
                              "$\\frac{\\partial D}{\\partial p} = p - r$\n\n";

Test(understood, loss_labels_and_rate)
{
    expect_part(network, "loss", "D");
    expect_part(network, "labels", "r");
    expect_part(network, "learning_rate", "-");
    expect_part(network, "ranges", "-");
    expect_part("a = b c\nda/db = c\n", "loss", "-");
    expect_part("L = -y log(q) - (1-y) log(1-q)\nq = sigma(m z)\nm <- m - eta dL/dm\n", "labels",
                "y");
    expect_part("L = -y log(q) - (1-y) log(1-q)\nq = sigma(m z)\nm <- m - eta dL/dm\n",
                "learning_rate", "eta");
}

Test(understood, ranges_that_nobody_gives)
{
    expect_part("D = sum_i (p_i - r_i)^2\ndD/dp_i = 2 (p_i - r_i)\n", "ranges", "i = 0..2");
    expect_part("D = sum_{i=1}^{4} (p_i - r_i)^2\ndD/dp_i = 2 (p_i - r_i)\n", "ranges", "-");
}

static const json_t *claim_at(const json_t *file, json_int_t line)
{
    size_t n;
    json_t *claim;
    json_array_foreach(json_object_get(file, "claims"), n,
                       claim) if (json_integer_value(json_object_get(claim, "line")) ==
                                  line) return claim;
    cr_assert_fail("no claim in line %d", (int)line);
    return NULL;
}

static json_int_t number(const json_t *claim, const char *key)
{
    return json_integer_value(json_object_get(claim, key));
}

Test(understood, what_a_claim_rests_on)
{
    json_t *file = checked("$p = 2 u$\n\n$p = \\frob{u}$\n\n$\\frac{dp}{du} = 3$\n");
    const json_t *claim = claim_at(file, 5);
    cr_expect(strcmp(json_string_value(json_object_get(claim, "verdict")), "unread") == 0);
    cr_expect(number(claim, "rests_on") == 3, "rests on line %d", (int)number(claim, "rests_on"));
    cr_expect(!json_object_get(claim_at(file, 1), "rests_on"));
    json_decref(file);
}

Test(understood, where_a_claim_ends)
{
    json_t *file = checked("Say $$p =\n   2 u $$\nthen $dp/du = 2$.\n");
    const json_t *two = claim_at(file, 1), *one = claim_at(file, 3);
    cr_expect(number(two, "column") == 7 && number(two, "end_line") == 2 &&
                  number(two, "end_column") == 7,
              "ends at %d:%d", (int)number(two, "end_line"), (int)number(two, "end_column"));
    cr_expect(number(one, "column") == 7 && number(one, "end_line") == 3 &&
                  number(one, "end_column") == 16,
              "ends at %d:%d", (int)number(one, "end_line"), (int)number(one, "end_column"));
    json_decref(file);
}

Test(understood, a_blank_at_the_end_is_no_part_of_a_claim)
{
    json_t *file = checked("\\begin{equation}\np \\bowtie 2 u\n\\end{equation}\n");
    const json_t *claim = claim_at(file, 2);
    cr_expect(number(claim, "end_line") == 2 && number(claim, "end_column") == 14, "ends at %d:%d",
              (int)number(claim, "end_line"), (int)number(claim, "end_column"));
    json_decref(file);
}
