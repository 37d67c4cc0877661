/* test_documents.c: what check makes of documents: their verdicts, and what passes between its rooms.
 *
 * Beside each document FILE of tests/derivations stands FILE.expected, the table of `--dump verdicts`; beside
 * those of tests/golden stand FILE.tokens, FILE.tree, FILE.model and FILE.verdicts. `make expected` writes
 * them anew.
 */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "check/dump.h"

static const char derivations[] = "tests/derivations", golden[] = "tests/golden";

/* --- tables --- */

static char *file_text(const char *path)
{
    char *text = NULL;
    size_t length = 0;
    FILE *from = fopen(path, "r"), *to = open_memstream(&text, &length);
    cr_assert(from != NULL && to != NULL, "%s is missing; write it with `make expected`", path);
    for (int c; (c = getc(from)) != EOF;)
        putc(c, to);
    fclose(from);
    fclose(to);
    return text;
}

static char *dumped(const char *path, enum dump_stage stage)
{
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    cr_assert(to != NULL);
    dump(to, path, stage, 1);
    fclose(to);
    return text;
}

/* Line by line, so that the first difference is shown. */
static void compare_tables(const char *path, const char *expected, const char *found)
{
    size_t line = 1;
    while (*expected || *found) {
        const size_t one = strcspn(expected, "\n"), other = strcspn(found, "\n");
        const bool same = one == other && strncmp(expected, found, one) == 0;
        cr_expect(same, "%s:%zu:\nexpected %.*s\nfound    %.*s", path, line, (int)one, expected,
                  (int)other, found);
        if (!same)
            return;
        expected += one + (expected[one] != '\0');
        found += other + (found[other] != '\0');
        line++;
    }
}

static void compare_document(const char *folder, const char *name, const char *extension,
                             enum dump_stage stage)
{
    char path[512], table[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(table, sizeof table, "%s/%s.%s", folder, name, extension);
    char *expected = file_text(table), *found = dumped(path, stage);
    compare_tables(table, expected, found);
    free(expected);
    free(found);
}

/* Calls `each` for every document of a folder; how many there are. */
static size_t for_documents(const char *folder, void (*each)(const char *name))
{
    static const char *const documents[] = {".md", ".tex", ".txt"};
    size_t found = 0;
    DIR *dir = opendir(folder);
    cr_assert(dir != NULL);
    for (const struct dirent *entry; (entry = readdir(dir));) {
        const char *end = strrchr(entry->d_name, '.');
        for (size_t n = 0; end && n < sizeof documents / sizeof *documents; n++)
            if (strcmp(end, documents[n]) == 0) {
                each(entry->d_name);
                found++;
            }
    }
    closedir(dir);
    return found;
}

static void compare_verdicts(const char *name)
{
    compare_document(derivations, name, "expected", DUMP_VERDICTS);
}

Test(documents, get_the_verdicts_that_are_expected)
{
    const size_t found = for_documents(derivations, compare_verdicts);
    cr_expect(found >= 94, "only %zu documents were found", found);
}

static void compare_stages(const char *name)
{
    compare_document(golden, name, "tokens", DUMP_TOKENS);
    compare_document(golden, name, "tree", DUMP_TREE);
    compare_document(golden, name, "model", DUMP_MODEL);
    compare_document(golden, name, "verdicts", DUMP_VERDICTS);
}

Test(documents, are_at_each_stage_what_is_expected)
{
    const size_t found = for_documents(golden, compare_stages);
    cr_expect(found >= 5, "only %zu documents were found", found);
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "-";
}

/* --- one line each --- */

static const char network[] = "H_j = sigma(sum_{i=0..2} I_i W_ij)\n"
                              "O_0 = sum_{j=0..3} H_j gamma_j0\n"
                              "SE = (y - O_0)^2\n"
                              "dSE/dy = 2 (y - O_0)\n";

/* Checks the network and one more line; the verdict on the last claim, and its mistake. */
static json_t *check_line(const char *line, json_t **file)
{
    char text[1024];
    snprintf(text, sizeof text, "%s%s\n", network, line);
    *file = check_text("test", text, strlen(text), 1);
    const json_t *claims = json_object_get(*file, "claims");
    return json_array_get(claims, json_array_size(claims) - 1);
}

static void expect_line(const char *line, const char *verdict, const char *mistake)
{
    json_t *file;
    const json_t *claim = check_line(line, &file);
    cr_expect(strcmp(text_of(claim, "verdict"), verdict) == 0 &&
                  strcmp(text_of(claim, "mistake"), mistake) == 0,
              "%s: expected %s %s, found %s %s (%s; read as %s)", line, verdict, mistake,
              text_of(claim, "verdict"), text_of(claim, "mistake"), text_of(claim, "explanation"),
              text_of(claim, "read_as"));
    json_decref(file);
}

Test(documents, one_formula_in_many_spellings)
{
    static const char *const lines[] = {
        "dSE/dgamma_j0 = -2 (y - O_0) H_j",
        "dSE/dgamma[j][0] = -2*(y - O_0)*H[j]",
        "dSE/dgamma[j, 0] = -2 * (y - O_0) * H[j]",
        "d SE / d gamma_{j,0} = -2 (y - O_0) H_j",
        "∂SE/∂γ_j0 = −2·(y − O_0)·H_j",
        "∂SE/∂γ_{j0} = −2 (y − O₀) Hⱼ",
        "\\frac{\\partial SE}{\\partial \\gamma_{j0}} = -2 (y - O_0) H_j",
        "\\frac{d SE}{d \\gamma_{j0}} = -2 \\left( y - O_0 \\right) \\cdot H_j",
        "\\dfrac{\\partial\\,SE}{\\partial\\gamma_{j0}} = -2\\,\\bigl(y-O_0\\bigr)\\,H_{j}",
        "\\frac{\\partial \\mathrm{SE}}{\\partial \\gamma_{j0}} = -2 (y - O_0) \\times H_j",
        "\\frac{\\partial SE(y, O_0)}{\\partial \\gamma_{j0}} = (y - O_0) \\cdot -2 H_j",
        "\\frac{\\partial}{\\partial \\gamma_{j0}} SE = -2 (y - O_0) H_j",
        "R6: dSE/dgamma_j0 = -2 (y - O_0) H_j",
        "dSE/dgamma_j0 = 2 H_j (O_0 - y) # swapped twice",
        "dSE/dgamma_j0 = -2 (y - sum(k, 0, 3, H_k gamma_k0)) H_j",
        "dSE/dgamma_j0 = -2 (y - (H_0 gamma_00 + H_1 gamma_10 + ... + H_3 gamma_30)) H_j",
        "dSE/dgamma_j0 = -2 (y - Σ_{k=0}^3 H_k γ_k0) H_j",
        "dSE/dgamma_j0 = -2 y H_j + 2 O_0 H_j, j = 0, ..., 3",
    };
    for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
        expect_line(lines[n], "right", "-");
}

Test(documents, what_is_not_fully_read_is_not_judged)
{
    static const char *const lines[] = {
        "dSE/dgamma_j0 = -2 (y - O_0 H_j",
        "dSE/dgamma_j0 = -2 (y - O_0) H_j )",
        "dSE/dgamma_j0 = \\frac{-2 (y - O_0) H_j}{",
        "dSE/dgamma_j0 = -2 (y - O_0) \\odot H_j",
        "dSE/dgamma_j0 = -2 (y - O_0) H^T",
        "dSE/dgamma_j0 = \\int H_j",
        "dSE/dgamma_j0 = -2 (y - O_0) H_j + ...",
        "d^2 SE/dO_0^2 = 2",
        "dSE/dgamma_j0 = sum H_j",
        "dXE/dgamma_j0 = -2 (y - O_0) H_j",
        "dSE/dgamma_j0 = -2 (y - P_0) H_j",
        "sech(y)^2 = 1 - tanh(y)^2",
    };
    for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
        expect_line(lines[n], "unread", "-");
}

Test(documents, a_reading_stops_where_it_says)
{
    json_t *file;
    const json_t *claim = check_line("dSE/dO_0 = -2 (y - O_0) @ 3", &file);
    cr_expect(strstr(text_of(claim, "explanation"), "line 5, column 25"), "%s",
              text_of(claim, "explanation"));
    json_decref(file);
}

Test(documents, a_nan_or_a_zero_denominator_is_no_agreement)
{
    expect_line("dSE/dO_0 = -2 (y - O_0)/(y - y)", "unread", "-");
    expect_line("dSE/dO_0 = log(-1 - y^2)", "unread", "-");
    expect_line("dSE/dO_0 = -2 (y - O_0) + 1/10^30", "wrong", "none");
    expect_line("dSE/dO_0 = -2 (y - O_0) 1.0000000000000000000000001", "wrong", "none");
}

Test(documents, a_sum_of_a_thousand_million_terms_is_refused)
{
    expect_line("dSE/dO_0 = sum_{n=1..1000000000} n", "unread", "-");
    expect_line("dSE/dO_0 = sum_{n=1..4000} sum_{m=1..4000} n m", "unread", "-");
}

Test(documents, a_function_that_is_defined_wrongly_is_pointed_out)
{
    static const char text[] = "tanh(z) = 2 sigma(z) - 1\na = tanh(w)\nda/dw = 0.5 (1 - a^2)\n";
    json_t *file = check_text("test", text, strlen(text), 1);
    const json_t *warning = json_array_get(json_object_get(file, "warnings"), 0);
    cr_expect(strstr(text_of(warning, "text"), "not what tanh usually is"), "%s",
              text_of(warning, "text"));
    json_decref(file);
}

Test(documents, points_on_a_kink_are_avoided_and_it_is_said)
{
    static const char text[] = "h = max(0, w x)\nL = (h - t)^2\n"
                               "dL/dw = {2 (h - t) x if w x > 0, 0 otherwise}\n"
                               "dL/dh = 2 (h - t)\n";
    json_t *file = check_text("test", text, strlen(text), 1);
    const json_t *warning = json_array_get(json_object_get(file, "warnings"), 0);
    cr_expect(strstr(text_of(warning, "text"), "jumps"), "%s", text_of(warning, "text"));
    const json_t *claims = json_object_get(file, "claims");
    const json_t *last = json_array_get(claims, json_array_size(claims) - 1);
    cr_expect(strcmp(text_of(last, "verdict"), "right") == 0);
    json_decref(file);
}

/* --- documents that once brought the program down --- */

Test(documents, old_troubles_do_not_come_back)
{
    static const char regressions[] = "tests/fuzz/regressions";
    size_t documents = 0;
    DIR *dir = opendir(regressions);
    cr_assert(dir != NULL);
    for (const struct dirent *entry; (entry = readdir(dir));) {
        char path[512];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", regressions, entry->d_name);
        json_t *file = check_file(path, 1);
        cr_expect(json_object_get(file, "summary") != NULL, "%s", entry->d_name);
        json_decref(file);
        documents++;
    }
    closedir(dir);
    cr_expect(documents > 0);
}
