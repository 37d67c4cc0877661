/* test_verdicts.c: small documents, each with one line that a small fault in the checker would judge otherwise.
 *
 * The last claim of each has the verdict that stands beside it; what is said of it has one text in it, and
 * another not.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"

struct document {
    const char *text;
    const char *verdict; /* on its last claim */
    const char *has;     /* stands in what is said of it; or null */
    const char *has_not; /* does not; or null */
};

static void expect_documents(const struct document *document, size_t n)
{
    for (; n > 0; n--, document++) {
        json_t *file = check_text("test", document->text, strlen(document->text), 1);
        const json_t *claims = json_object_get(file, "claims");
        const json_t *last = json_array_get(claims, json_array_size(claims) - 1);
        const char *verdict = json_string_value(json_object_get(last, "verdict"));
        char *said = json_dumps(last, 0);
        cr_assert(verdict && said, "%s: nothing was found in it", document->text);
        cr_expect(strcmp(verdict, document->verdict) == 0, "%s: expected %s, found %s",
                  document->text, document->verdict, said);
        cr_expect(!document->has || strstr(said, document->has), "%s: '%s' is not in %s",
                  document->text, document->has, said);
        cr_expect(!document->has_not || !strstr(said, document->has_not), "%s: '%s' is in %s",
                  document->text, document->has_not, said);
        free(said);
        json_decref(file);
    }
}

#define EXPECT(documents) expect_documents(documents, sizeof(documents) / sizeof *(documents))

/* A network with a softmax and its loss. */
#define SOFTMAX "p_k = e^{z_k}/sum_{s=0..2} e^{z_s}\nL = -sum_{i=0..2} l_i log(p_i)\n"

Test(verdicts, agreement_is_more_than_chance)
{
    /* sqrt(x^2) is x at half of all points: no such line is right, whatever points are drawn. */
    static const char variables[] = "acdfghklmnpqrsuvwx";
    char text[2000] = "z = 3 b\ndz/db = 3\n";
    for (size_t n = 0; variables[n]; n++) {
        char line[80];
        snprintf(line, sizeof line, "y_%zu = sqrt(%c^2) b\ndy_%zu/db = %c\n", n, variables[n], n,
                 variables[n]);
        strcat(text, line);
    }
    json_t *file = check_text("test", text, strlen(text), 1);
    const json_t *summary = json_object_get(file, "summary");
    cr_expect(json_integer_value(json_object_get(summary, "right")) == 1, "%s", text);
    json_decref(file);
}

Test(verdicts, a_small_difference_beside_large_numbers_is_seen)
{
    static const struct document documents[] = {
        {"s = w x\nE = (t - s)^2\ndE/dt = 2 (t - s)\n"
         "dE/ds = -2 (t - s + 10^30 - 10^30) + 1/10^12\n",
         "wrong", NULL, NULL},
        {"s = w x\nE = (t - s)^2\ndE/dt = 2 (t - s)\n"
         "-2 (t - s + 10^30 - 10^30) + 1/10^12 = dE/ds\n",
         "wrong", NULL, NULL},
        {"s = w x\nE = (t - s)^2\ndE/ds = -2 (t - s + 10^30 - 10^30)\n", "right", NULL, NULL},
    };
    EXPECT(documents);
}

Test(verdicts, numbers_are_in_force_from_where_they_stand)
{
    static const struct document documents[] = {
        {"y = a x\nz = 3 x\ndz/dx = 3\ndy/dx = 2\na = 2\ndy/dx = a\n", "right", NULL, NULL},
        {"y = a x\nz = 3 x\ndz/dx = 3\ndy/dx = a\na = 2\ndy/dx = 2\n", "right", NULL, NULL},
        {"a = 2\ny = a x\nz = 3 x\ndz/dx = 3\ndy/dx = 2\n", "right", NULL, NULL},
    };
    EXPECT(documents);
    static const char early[] = "y = a x\nz = 3 x\ndz/dx = 3\ndy/dx = 2\na = 2\n";
    json_t *file = check_text("test", early, strlen(early), 1);
    cr_expect(json_integer_value(json_object_get(json_object_get(file, "summary"), "right")) == 1,
              "2 is the value of a before that is said");
    json_decref(file);
}

Test(verdicts, names_and_draws_differ)
{
    static const struct document documents[] = {
        {"y = log(u)\ndy/du = 1/u\n", "right", NULL, NULL},
        {"y = x' x\nz = 3 x\ndz/dx = 3\ndy/dx = x\n", "unsure", NULL, NULL},
        {"pi = 2 w\ny = pi x\ndy/dw = 2 x\n", "right", NULL, NULL},
        {"y = pi x\ndy/dx = 3.141592653589793\n", "right-if", "rounded", NULL},
    };
    EXPECT(documents);
}

Test(verdicts, what_is_not_known_is_not_judged)
{
    static const struct document documents[] = {
        {"a = σ(z)\ns = σ'(z)\nds/dz = 3\n", "unread", "second derivatives", NULL},
        {"b = a\nc = \\begin{cases} a & \\text{if } a = b \\\\ 2 a & "
         "\\text{otherwise}\\end{cases}\n"
         "dc/da = 1\n",
         "unread", NULL, NULL},
        {"b = a\nc = a \\mathbb{1}\\{a = b\\}\ndc/da = 1\n", "unread", NULL, NULL},
        {"o = w x\nE = (t - o)^2\ndE/do = -2 (t - o)\nb_new = b - η c\n", "unread",
         "no loss is defined", NULL},
    };
    EXPECT(documents);
}

Test(verdicts, an_updated_weight_has_the_value_of_its_update)
{
    static const struct document documents[] = {
        {"o = w x\nE = (t - o)^2\nw_new = w - η dE/dw\nw_new - w = 2 η (t - o) x\n", "right", NULL,
         NULL},
        {"o = w x\nE = (t - o)^2\nw_new = w - η dE/dw\nb_new = b - η c\n"
         "w_new - w = 2 η (t - o) x\n",
         "right", NULL, NULL},
    };
    EXPECT(documents);
}

Test(verdicts, assumptions_on_labels_are_the_weakest_that_do)
{
    static const struct document documents[] = {
        {SOFTMAX "dL/dz_k = p_k - l_k\n", "right-if", "sum(l) = 1", NULL},
        {SOFTMAX "dL/dz_k = p_k - l_k^2\n", "right-if", "one-hot", NULL},
        {SOFTMAX "sum_{k=0..2} l_k = 1\ndL/dz_k = p_k - l_k\n", "right", NULL, NULL},
        {SOFTMAX "sum_{k=0..2} l_k = 1\ndL/dz_k = p_k - l_k^2\n", "right-if", "one-hot", NULL},
        {SOFTMAX "dL/dl_0 = -log(p_0)\ndL/dz_k = p_k - l_k + l_1\n", "wrong", NULL, NULL},
        {SOFTMAX "dL/dz_k = p_k - l_k + l_1\n", "unsure", NULL, NULL}, /* not only for hot 0 */
        /* who differentiates by it does not take it for a label */
        {SOFTMAX "dL/dl_k = -log(p_k)\ndL/dz_k = p_k - l_k\n", "wrong", NULL, NULL},
        {"$p_k = e^{z_k}/\\sum_{s=0}^2 e^{z_s}$ and $L = -\\sum_{i=0}^2 l_i \\log p_i$.\n\n"
         "$\\partial L/\\partial z_k = p_k - l_k$\n\nThe labels $l_k$ are one-hot.\n",
         "right-if", NULL, NULL},
        {"$p_k = e^{z_k}/\\sum_{s=0}^2 e^{z_s}$ and $L = -\\sum_{i=0}^2 l_i \\log p_i$. "
         "The labels $l_k$ are one-hot.\n\n$\\partial L/\\partial z_k = p_k - l_k$\n",
         "right", NULL, NULL},
    };
    EXPECT(documents);
}

Test(verdicts, where_a_line_holds)
{
    static const struct document documents[] = {
        {SOFTMAX "dL/dl_0 = -log(p_0)\ndL/dz_k = p_k - 1\n", "wrong", NULL, "correct class"},
        {SOFTMAX "dL/dz_k = p_k - 1\n", "wrong", "k is the correct class", NULL},
        {SOFTMAX "dL/dz_k = p_k - 1, k = 1, 2\n", "unsure", NULL, "correct class"},
        {SOFTMAX "dp_k/dz_k = p_k (1 - p_k)\ndp_k/dz_j = p_k (1 - p_j)\n", "wrong", "j = k", NULL},
        {SOFTMAX "dp_k/dz_k = p_k (1 - p_k)\ndp_k/dz_j = p_k (1 - p_j), j != k\n", "wrong", NULL,
         "\"holds_where\""},
        {"x_k = 3 u_k\nsum_{j=0..2} delta_jk = 1\n", "right", NULL, NULL},
    };
    EXPECT(documents);
}

Test(verdicts, a_rounded_number_is_within_half_of_its_last_place)
{
    static const struct document documents[] = {
        {"a = 2\nb = 3\nc = a/b = 0.67\n", "right-if", "rounded to 2 digits", NULL},
        {"a = 2\nb = 3\nc = a/b = 0.66\n", "unsure", "cut off", NULL},
        {"a = 2\nb = 3\nc = a/b = 0.65\n", "wrong", NULL, NULL},
        {"a = 2\nb = 3\nc = a/b = 0.68\n", "wrong", NULL, NULL},
        {"y = w x\nw = 2\nx = 3\nx/w/1.1 = 1.36\n", "right-if", NULL, NULL},
        {"y = w x\nw = 2\nx = 3\ndy/dw = 3\nx/w/1.1 = 1.35\n", "unsure", "more digits", NULL},
        {"y = w x\nw = 2\nx = 3\ndy/dw = 3\nx/w/1.1 = 1.29\n", "wrong", NULL, NULL},
        {"w = 0.4\na = sigma(w) = 0.60\na - 1 = 0.60 - 1 = -0.40\na - 1 = 0.60 - 1 = -0.42\n",
         "wrong", NULL, NULL},
        {"w = 0.4\na = sigma(w) = 0.60\na - 1 = 0.60 - 1\n", "right-if", "2 digits", NULL},
        {"w = 0.4\na = sigma(w) = 0.60\na - 1 = a - 1 + 0 = 0.62 - 1\n", "wrong", NULL, NULL},
    };
    EXPECT(documents);
}

Test(verdicts, a_line_is_wrong_only_where_its_definitions_are_known)
{
    static const struct document documents[] = {
        {"a = x^3 w\nb = v u\ndb/dv = u\nda/dx = x^5 w\n", "unsure", "nothing else here", NULL},
        {"a = x^3 w\nda/dw = x^3\nda/dx = x^5 w\n", "wrong", NULL, NULL},
        {"a = w x^3\nda/dw = x^3\nda/dx = x^5\nda/dx = x^7\nda/dx = x^9\n", "unsure",
         "so do many lines", NULL},
        {"$a = w x$, $E = (t - a)^2$\n\n$dE/da = -2 (t - a)$\n\n$E = H^T$\n\n$dE/da = -3 (t - "
         "a)$\n",
         "unread", "rests on E", NULL},
        {"$a = w x$, $E = (t - a)^2$\n\n$dE/da = -2 (t - a)$\n\n$E = (t - a$\n\n"
         "$dE/da = -3 (t - a)$\n",
         "unread", "rests on E", NULL},
        {"$a = w x$, $E = (t - a)^2$\n\n$dE/da = -2 (t - a)$\n\n$dE/da = -3 (t - a)$\n", "wrong",
         "3/2", NULL},
        {"a = w x\nda/dw = x\nda/dx = w + q^2\n", "unread", "q is used here", NULL},
    };
    EXPECT(documents);
}

Test(verdicts, mistakes_have_the_name_that_is_true)
{
    static const struct document documents[] = {
        {"o = w x\nE = 1/2 (o - t)^2\ndE/do = o - t\ndE/dw = x\n", "wrong", "gradient-of-output",
         NULL},
        {"y = 1/2 x^2 w\ndy/dw = 1/2 x^2\ndy/dx = x^2 w\n", "wrong", "extra-factor", NULL},
        {"y = x w\ndy/dw = x/12\n", "wrong", "\"factor\": \"1/12\"", NULL},
        {"s = Σ_{i=1}^K w_i x_i\nds/dw_i = 2/3 x_i\n", "wrong", "\"factor\": \"2/3\"", NULL},
        {"s = Σ_{i=1}^K w_i x_i\nds/dw_i = 2/5 x_i\n", "unsure", NULL, "\"factor\""},
        {"s = Σ_{i=1}^K w_i x_i\nds/dw_i = 5/2 x_i\n", "unsure", NULL, "\"factor\""},
        {"w = 3\nx = 2\ny = w x\ndy/dw = 5\n", "unsure", NULL, "\"factor\""},
        {"a = 2\ny = a w x\ndy/dw = x\n", "unsure", NULL, "\"factor\""},
    };
    EXPECT(documents);
}

Test(verdicts, counterexamples_show_what_was_needed)
{
    static const struct document documents[] = {
        {"y = 10^20 x w\ndy/dw = 10^20 x\ndy/dx = 10^30 w/w\n", "wrong", "e+30\"", NULL},
        {"y = x - x + w\ndy/dw = 1\ndy/dx = w^2 + 3\n", "wrong", "\"left\": \"0\"", "\"ratio\""},
        {"y = x_1 w\nz = sum_{i=1..3} x_i\ndy/dx_1 = w\ndy/dw = x_1^3\n", "wrong", "\"x_1\"",
         "\"x_2\""},
        {"y = sum_{i=0..1} sum_{j=0..2} a_ij b_j\ndy/da_ij = b_j\ndy/db_j = sum_{i=0..1} a_ij^3\n",
         "wrong", "\"a_10\"", NULL},
    };
    EXPECT(documents);
}

/* How many of the claims have which verdict. */
struct counts {
    const char *text;
    int right, wrong, unsure, unread;
    const char *has, *has_not; /* in all that is said of the document; or null */
};

static int count(const json_t *file, const char *verdict)
{
    return (int)json_integer_value(json_object_get(json_object_get(file, "summary"), verdict));
}

static void expect_counts(const struct counts *c, size_t n)
{
    for (; n > 0; n--, c++) {
        json_t *file = check_text("test", c->text, strlen(c->text), 1);
        char *said = json_dumps(file, JSON_PRESERVE_ORDER);
        cr_assert(said);
        cr_expect(count(file, "right") == c->right && count(file, "wrong") == c->wrong &&
                      count(file, "unsure") == c->unsure && count(file, "unread") == c->unread,
                  "%s: expected %d right, %d wrong, %d unsure, %d unread, found %s", c->text,
                  c->right, c->wrong, c->unsure, c->unread, said);
        cr_expect(!c->has || strstr(said, c->has), "%s: '%s' is not in %s", c->text, c->has, said);
        cr_expect(!c->has_not || !strstr(said, c->has_not), "%s: '%s' is in %s", c->text,
                  c->has_not, said);
        free(said);
        json_decref(file);
    }
}

#define EXPECT_COUNTS(documents) expect_counts(documents, sizeof(documents) / sizeof *(documents))

/* A sum that ends before the +, or reaches over it. */
#define SCORE "$y = \\sum_{k=0}^{2} a_k + b_k c$ is the score.\n\n"

Test(verdicts, charity_takes_the_reading_under_which_most_holds)
{
    static const struct counts documents[] = {
        {"$y_i = \\sum_k a_k + b_k c$ is the score.\n\n$\\partial y_i/\\partial c = b_k$\n", 1, 0,
         0, 0, NULL, NULL},
        {SCORE "$\\partial y/\\partial c = \\sum_{k=0}^{2} b_k$\n", 1, 0, 0, 0, "(a_k + b_k c)",
         NULL},
        /* what is wrong under both leaves the reading as it is */
        {SCORE "$z = 3 u$ and $v = u^2$\n\n$dz/du = 3$\n\n$dz/du = 4$\n", 1, 1, 0, 0,
         "(a_k + b_k c)", NULL},
        /* one line for each reading: the one that differs may be meant otherwise */
        {SCORE "$dy/da_0 = 1$\n\n$dy/dc = \\sum_{k=0}^{2} b_k$\n\n$dy/dc = b_k$\n", 2, 0, 1, 0,
         "holds if a sum is read to end before", "holds if a sum is read to reach"},
        /* two lines against one */
        {SCORE "$dy/dc = \\sum_{k=0}^{2} b_k$\n\n$dy/dc = b_0 + b_1 + b_2$\n\n$dy/dc = b_k$\n", 2,
         1, 0, 0, NULL, "holds if"},
    };
    EXPECT_COUNTS(documents);
}

Test(verdicts, with_too_many_choices_nothing_is_wrong)
{
    char text[2000] = "z = 3 x\ndz/dx = 4\ndz/dx = 3\nu = a + b + c + f + g + h + k + m\n";
    int pairs = 26; /* two more than can be chosen: the rest of the document is read */
    for (const char *p = "abcfgh"; *p; p++)
        for (const char *q = "abcfgh"; *q; q++)
            if (p != q && pairs-- > 0) {
                char line[20];
                snprintf(line, sizeof line, "y = 2 %c%c\n", *p, *q);
                strcat(text, line);
            }
    json_t *file = check_text("test", text, strlen(text), 1);
    char *said = json_dumps(file, 0);
    cr_expect(count(file, "wrong") == 0 && strstr(said, "too many signs"), "%s", said);
    free(said);
    json_decref(file);
}

Test(verdicts, sections_have_definitions_of_their_own)
{
    static const struct counts documents[] = {
        {"# A\n\n$f(x) = x^2$, $y = f(u)$\n\n$dy/du = 2 u$\n\n# B\n\n$f(x) = x^3$, $z = f(v)$\n\n"
         "$dz/dv = 3 v^2$\n",
         2, 0, 0, 0, NULL, NULL},
        {"# A\n\n$y = u^2$\n\n$dy/du = 2 u$\n\n# B\n\n$dy/du = 2 u$\n\n# C\n\n$y = u^3$\n\n"
         "$dy/du = 3 u^2$\n",
         3, 0, 0, 0, NULL, NULL},
        {"# A\n\n$a = w x$\n\n$da/dw = x$\n\n$a = w x^2$\n\n$da/dw = x^2$\n", 2, 0, 1, 0,
         "has another formula before", NULL},
    };
    EXPECT_COUNTS(documents);
}

Test(verdicts, what_a_line_is_goes_by_what_stands_around_it)
{
    static const struct counts documents[] = {
        {"h_1 = 2 x\nh_2 = 3 x\ndh_1/dx = 2\ndh_2/dx = 3\n", 2, 0, 0, 0, NULL, NULL},
        {"h_1 = 2 x\nh_2 = h_1^2\ndh_2/dx = 4 h_1\n", 1, 0, 0, 0, NULL, NULL},
        {"o = w x\nE = (t - o)^2\ndE/do = -2 (t - o)\nJ = E + w^2\n"
         "w_new = w - η (-2 (t - o) x + 2 w)\n",
         2, 0, 0, 0, NULL, NULL},
        {"h_j = 2 z_j\no = sum_{j=0..2} H_j v_j\ndo/dv_j = H_j\n", 1, 0, 0, 0, NULL,
         "stands here only"},
        {"f(x) = σ(x)\ny = f(w)\ndf/dx = f(1 - f)\n", 1, 0, 0, 0, NULL, NULL},
        {SOFTMAX "sum_{k=0..2, k != 1} l_k = 1\ndL/dz_k = p_k - l_k\n", 0, 0, 0, 1, "sum(l) = 1",
         NULL},
        {SOFTMAX "sum_{k=0..2} p_k = 1\n", 1, 0, 0, 0, NULL, NULL},
        {"$E = (t - w)^2$\n\nWe set $dE/dw = 0$.\n\n# Next\n\n$w = 3 x$\n\n$dw/dx = 3$\n", 1, 0, 0,
         1, "set to 0 here", NULL},
        {"$E = (t - w)^2$\n\nWe set $dE/dw = 0$.\n\n$w = 3 x$\n", 0, 0, 0, 2, NULL, NULL},
        {"u_ij = a_i b_j\nu_jj = 3\ndu_ij/da_i = b_j\n", 1, 0, 0, 1, NULL, NULL},
        {"$$\\begin{aligned} a &= b^2 \\\\ + c &= d \\end{aligned}$$ and $da/db = 2 b$\n", 1, 0, 0,
         0, "\"c = d\"", NULL},
        {"y = |x| w\ndy/dw = sqrt(x^2)\ndy/dx = w x/|x|\n", 2, 0, 0, 0, "the slope of abs jumps",
         NULL},
        {"gr\xFC\xDF\ny = 2 x\ndy/dx = 2\n", 1, 0, 0, 0, "read as Latin-1", NULL},
    };
    EXPECT_COUNTS(documents);
}

Test(verdicts, formulas_are_read_as_they_are_meant)
{
    static const struct counts documents[] = {
        {"\\newcommand{\\q}{x}\\renewcommand{\\q}{u}\n$y = 2 \\q$\n\n$dy/du = 2$\n", 1, 0, 0, 0,
         NULL, NULL},
        {"z\xFC = 1\ny = 2 x\ndy/dx = 2\n", 1, 0, 0, 1, "z\xC3\xBC = 1", NULL},
        {"> $$\n> y = 2 x\n> $$\n\n> $dy/dx = 2$\n", 1, 0, 0, 0, NULL, NULL},
        {"$y = x^3$\n\n$dy/dx = 3 x^2$\n\n$\\frac{d}{dx} (x^2) x = 2 x^2$\n", 2, 0, 0, 0, NULL,
         NULL},
        {"u_k = 3 x_k\ndelta_k = 2 x_k\ndu_k/dx_j = 3 delta_kj\n", 1, 0, 0, 0, "1{k = j}", NULL},
        {"delta_jk = a_j b_k\ns = sum_{j=0..2} sum_{k=0..2} delta_jk\nds/da_j = sum_{k=0..2} b_k\n",
         1, 0, 0, 0, NULL, "1{"},
        {"y = a_1 b_1 + ... + a_4 b_5\n", 0, 0, 0, 1, "pattern", NULL},
        {"y = a_1 b_1 + ... + a_4 b_4\ndy/da_2 = b_2\n", 1, 0, 0, 0, "sum_{", NULL},
        {"y = wxuv\nz = w + x + u + v\ndy/dw = x u v\n", 1, 0, 0, 0, NULL, NULL},
        {"y_k = a_k + sum_k b_k c + d_k\n", 0, 0, 0, 0, "b_k c + d_k\"", NULL},
    };
    EXPECT_COUNTS(documents);
}

Test(verdicts, words_tell_what_is_claimed)
{
    static const struct counts documents[] = {
        {"$y = 2 x$. Why is $dy/dx = 3$?\n\n$dy/dx = 2$\n", 1, 0, 0, 1, "asked", NULL},
        {"$p_k = e^{z_k}/\\sum_{s=0}^2 e^{z_s}$ and $L = -\\sum_{i=0}^2 l_i \\log p_i$.\n\n"
         "For the class c, $l_c = 1$ and $l_k = 0$ for all others.\n\n"
         "$\\partial L/\\partial z_k = p_k - l_k$\n",
         1, 0, 0, 0, NULL, NULL},
        {"$p_k = e^{z_k}/\\sum_{s=0}^2 e^{z_s}$ and $L = -\\sum_{i=0}^2 l_i \\log p_i$.\n\n"
         "The labels are not one-hot.\n\n$\\partial L/\\partial z_k = p_k - l_k$\n",
         0, 0, 0, 0, "sum(l) = 1", NULL},
    };
    EXPECT_COUNTS(documents);
}

Test(verdicts, of_a_notebook_the_text_is_read)
{
    static const char notebook[] =
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"$y = 2 \\ud835\\udc64$\\n\"]}, "
        "{\"cell_type\": \"code\", \"source\": [\"$dy/dw = 5$\"]}, "
        "{\"cell_type\": \"markdown\", \"source\": \"$dy/dw = 2$\"}]}";
    json_t *file = check_text("a.ipynb", notebook, strlen(notebook), 1);
    char *said = json_dumps(file, 0);
    cr_expect(count(file, "right") == 1 && json_array_size(json_object_get(file, "claims")) == 2,
              "%s", said);
    free(said);
    json_decref(file);
}

Test(verdicts, what_is_not_known_is_named)
{
    static const struct document documents[] = {
        {"$a = w x$, $a = w \xE2\x8A\x97 x$", "unread", "'\xE2\x8A\x97' is not known", NULL},
        {"$a = w x$, $a = \\frob{w} x$", "unread", "frob' is not known", NULL},
        {"$a = w x$, $a = \\begin{frob} w \\end{frob}$", "unread", "begin{frob}' is not known",
         NULL},
        {"$a = @$", "unread", "'@' is not known", NULL},
    };
    EXPECT(documents);
}

/* A name such as dz, from which nothing else is computed, is no loss. */
Test(verdicts, a_slope_is_no_loss)
{
    static const struct document documents[] = {
        {"z = w*x + b\nJ = (z - y)**2\ndz = 2*(z - y)\nw := w - alpha*2*(z - y)*x\n", "right", NULL,
         NULL},
    };
    EXPECT(documents);
}

/* Capital letters in brackets are blocks, whose transposes stand inside. */
Test(verdicts, blocks_are_no_numbers)
{
    static const struct document documents[] = {
        {"$[a, b] = 0$, $\\begin{bmatrix} W & U \\end{bmatrix}^T = \\begin{bmatrix} W \\\\ U "
         "\\end{bmatrix}$",
         "unread", "shapes of its vectors", NULL},
    };
    EXPECT(documents);
}
