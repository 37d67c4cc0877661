/* test_check.c: `backproof check` on the documents of tests/derivations, and on hostile ones.
 *
 * Beside each document FILE stands FILE.expected: for each claim its line, verdict, mistake and one
 * detail (assumption, factor, place where it holds, or the line it is carried from).
 */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "runner.h"

static const char folder[] = "tests/derivations";

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "-";
}

/* What the fourth column of .expected says of a claim. */
static const char *detail_of(const json_t *claim, char *room, size_t size)
{
    if (json_object_get(claim, "carried_from")) {
        snprintf(room, size, "carried_from %d",
                 (int)json_integer_value(json_object_get(claim, "carried_from")));
        return room;
    }
    static const char *keys[] = {"assumption", "factor", "holds_where"};
    for (size_t n = 0; n < sizeof keys / sizeof *keys; n++)
        if (json_object_get(claim, keys[n]))
            return text_of(claim, keys[n]);
    return "-";
}

static void compare_claim(const char *name, const json_t *claim, char *line)
{
    char detail[64];
    char *field[4] = {0};
    line[strcspn(line, "\n")] = '\0';
    for (size_t n = 0; n < 4; n++) {
        field[n] = line;
        const size_t length = strcspn(line, "\t");
        line += length + (line[length] == '\t');
        field[n][length] = '\0';
    }
    const int at = (int)json_integer_value(json_object_get(claim, "line"));
    cr_expect(at == atoi(field[0]), "%s:%s: the claim was found at line %d", name, field[0], at);
    const char *verdict = text_of(claim, "verdict"), *mistake = text_of(claim, "mistake");
    cr_expect(strcmp(verdict, field[1]) == 0, "%s:%s: expected %s, found %s (%s)", name, field[0],
              field[1], verdict, text_of(claim, "explanation"));
    cr_expect(strcmp(mistake, field[2]) == 0, "%s:%s: expected mistake %s, found %s", name,
              field[0], field[2], mistake);
    const char *said = detail_of(claim, detail, sizeof detail);
    cr_expect(strcmp(said, field[3]) == 0, "%s:%s: expected '%s', found '%s'", name, field[0],
              field[3], said);
}

static void compare_document(const char *name)
{
    char path[512], line[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    json_t *file = check_file(path, 1);
    const json_t *claims = json_object_get(file, "claims");
    snprintf(path, sizeof path, "%s/%s.expected", folder, name);
    FILE *expected = fopen(path, "r");
    cr_assert(expected != NULL, "%s is missing", path);
    size_t n = 0;
    for (; fgets(line, sizeof line, expected); n++) {
        cr_expect(n < json_array_size(claims), "%s: a claim is missing: %s", name, line);
        if (n < json_array_size(claims))
            compare_claim(name, json_array_get(claims, n), line);
    }
    cr_expect(n == json_array_size(claims), "%s: %zu claims expected, %zu found", name, n,
              json_array_size(claims));
    fclose(expected);
    json_decref(file);
}

Test(check, documents_get_the_verdicts_that_are_expected)
{
    size_t documents = 0;
    DIR *dir = opendir(folder);
    cr_assert(dir != NULL);
    for (const struct dirent *entry; (entry = readdir(dir));) {
        const char *end = strrchr(entry->d_name, '.');
        if (!end || strcmp(end, ".expected") == 0 || entry->d_name[0] == '.')
            continue;
        compare_document(entry->d_name);
        documents++;
    }
    closedir(dir);
    cr_expect(documents >= 50, "only %zu documents were found", documents);
}

/* --- one line each --- */

static const char network[] = "H_j = sigma(sum_{i=0..2} I_i W_ij)\n"
                              "O_0 = sum_{j=0..3} H_j gamma_j0\n"
                              "SE = (y - O_0)^2\n";

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

Test(check, one_formula_in_many_spellings)
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

Test(check, what_is_not_fully_read_is_not_judged)
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

Test(check, a_reading_stops_where_it_says)
{
    json_t *file;
    const json_t *claim = check_line("dSE/dO_0 = -2 (y - O_0) @ 3", &file);
    cr_expect(strstr(text_of(claim, "explanation"), "line 4, column 25"), "%s",
              text_of(claim, "explanation"));
    json_decref(file);
}

Test(check, a_nan_or_a_zero_denominator_is_no_agreement)
{
    expect_line("dSE/dO_0 = -2 (y - O_0)/(y - y)", "unread", "-");
    expect_line("dSE/dO_0 = log(-1 - y^2)", "unread", "-");
    expect_line("dSE/dO_0 = -2 (y - O_0) + 1/10^30", "wrong", "none");
    expect_line("dSE/dO_0 = -2 (y - O_0) 1.0000000000000000000000001", "wrong", "none");
}

Test(check, a_sum_of_a_thousand_million_terms_is_refused)
{
    expect_line("dSE/dO_0 = sum_{n=1..1000000000} n", "unread", "-");
    expect_line("dSE/dO_0 = sum_{n=1..4000} sum_{m=1..4000} n m", "unread", "-");
}

/* --- through the program --- */

static void repeat(char *to, const char *part, size_t times)
{
    for (size_t n = 0; n < times; n++)
        memcpy(to + n * strlen(part), part, strlen(part));
    to[times * strlen(part)] = '\0';
}

static void expect_message(const struct room *room, const char *name, const char *begin,
                           const char *part)
{
    char command[300];
    snprintf(command, sizeof command, "check %s", name);
    struct result r = run(room, command);
    cr_expect(r.status == 2, "%s: exit status %d", name, r.status);
    cr_expect(is_one_line(r.err, begin, part), "%s: expected '%s...%s...', found: %s", name, begin,
              part, r.err);
    free_result(&r);
}

Test(check, hostile_files_get_one_message_and_status_2)
{
    struct room room;
    room_open(&room);
    char *large = malloc(3 << 20);
    cr_assert(large != NULL);
    room_write(&room, "empty", "", 0);
    expect_message(&room, "empty", "empty: ", "no equation");
    room_write(&room, "binary", "a = b\n\x01\x02", 8);
    expect_message(&room, "binary", "binary:2:1: ", "control character");
    room_write(&room, "nul", "a = b\nx\0y", 9);
    expect_message(&room, "nul", "nul:2:2: ", "control character");
    room_write(&room, "latin1", "gr\xFC\xDF", 4);
    expect_message(&room, "latin1", "latin1:1:3: ", "not UTF-8");
    room_write(&room, "overlong", "x\xC0\xAF", 3);
    expect_message(&room, "overlong", "overlong:1:2: ", "not UTF-8");
    repeat(large, "x = y + z\n", 200000);
    room_write_text(&room, "large", large);
    expect_message(&room, "large", "large: ", "larger than 1 MiB");
    repeat(large, "(", 100000);
    room_write_text(&room, "nested", strcat(large, " = 1"));
    expect_message(&room, "nested", "nested: ", "nothing in it could be judged");
    room_write_text(&room, "circle", "a = b + 1\nb = a - 1\nda/db = 1\n");
    expect_message(&room, "circle", "circle: ", "nothing in it could be judged");
    expect_message(&room, "absent", "absent: ", "cannot be opened");
    expect_message(&room, ".", ".: ", "cannot be read");
    expect_message(&room, "/dev/zero", "/dev/zero", "");
    free(large);
    room_close(&room);
}

Test(check, exit_status_says_what_was_found)
{
    static const struct {
        const char *text;
        int status;
    } files[] = {
        {"a = 2 b\nda/db = 2\n", 0},
        {"a = 2 b\nda/db = 3\n", 1},
        {"a = 2 b\nda/db = (3\n", 2},
        {"a = 2 b\nda/db = 2\nda/db = (3\n", 2},
        {"a = 2 b\nda/db = 3\nda/db = (3\n", 1},
        {"a = 2 b\n", 2},
        {"O = b\nL = -sum_{i=0..1} l_i log(p_i)\np_k = e^{z_k}/sum_{s=0..1} e^{z_s}\n"
         "dL/dz_k = p_k - l_k\n",
         0},
    };
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < sizeof files / sizeof *files; n++) {
        room_write_text(&room, "file", files[n].text);
        struct result r = run(&room, "check file");
        cr_expect(r.status == files[n].status, "%s: exit status %d", files[n].text, r.status);
        free_result(&r);
        r = run_shell(&room, "$BACKPROOF check - <file");
        cr_expect(r.status == files[n].status, "-: exit status %d", r.status);
        free_result(&r);
    }
    room_close(&room);
}

Test(check, a_bad_file_stops_no_other)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "good", "a = 2 b\nda/db = 2\n");
    room_write_text(&room, "wrong", "a = 2 b\nda/db = 1\n");
    struct result r = run(&room, "check good absent wrong good");
    cr_expect(r.status == 1, "exit status %d", r.status);
    cr_expect(strstr(r.out, "good:2:1: right"), "%s", r.out);
    cr_expect(strstr(r.out, "wrong:2:1: wrong"), "%s", r.out);
    cr_expect(is_one_line(r.err, "absent: ", "cannot be opened"), "%s", r.err);
    free_result(&r);
    room_close(&room);
}

Test(check, the_same_input_gives_the_same_bytes)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "wrong", "a = 2 b c\nda/db = c\n");
    static const char *const formats[] = {"text", "json", "junit", "sarif", "gradescope"};
    for (size_t n = 0; n < sizeof formats / sizeof *formats; n++) {
        char command[100];
        snprintf(command, sizeof command, "check wrong --format %s", formats[n]);
        struct result first = run(&room, command), again = run(&room, command);
        cr_expect(*first.out && strcmp(first.out, again.out) == 0, "%s", formats[n]);
        strcat(command, " --seed 2");
        struct result other = run(&room, command);
        if (n < 2)
            cr_expect(strcmp(first.out, other.out) != 0, "%s: the seed changes nothing",
                      formats[n]);
        cr_expect(first.status == 1 && again.status == 1 && other.status == 1);
        free_result(&first);
        free_result(&again);
        free_result(&other);
    }
    room_close(&room);
}

Test(check, answers_are_shown_only_on_request)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "wrong", "a = 2 b c\nda/db = -2 c\n");
    struct result hidden = run(&room, "check wrong --json");
    struct result shown = run(&room, "check wrong --json --show-answers");
    cr_expect(!strstr(hidden.out, "\"answer\""), "%s", hidden.out);
    cr_expect(strstr(shown.out, "\"answer\": \"2 c\""), "%s", shown.out);
    free_result(&hidden);
    free_result(&shown);
    room_close(&room);
}

Test(check, bad_usage_is_refused)
{
    static const char *const commands[] = {
        "check",          "check --format xml f", "check --seed -1 f", "check --seed 1x f",
        "check --frob f", "check --json=1 f"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < sizeof commands / sizeof *commands; n++) {
        struct result r = run(&room, commands[n]);
        cr_expect(r.status == 2, "%s: exit status %d", commands[n], r.status);
        cr_expect(is_one_line(r.err, "backproof check: ", "--help"), "%s: %s", commands[n], r.err);
        free_result(&r);
    }
    struct result r = run_shell(&room, "echo 'a = 2 b' >f; $BACKPROOF check f >/dev/full");
    cr_expect(r.status == 2, "a full disk: exit status %d", r.status);
    free_result(&r);
    room_close(&room);
}

/* --- documents that once brought the program down --- */

Test(check, old_troubles_do_not_come_back)
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

Test(check, reports_fit_their_published_schemas)
{
    struct room room;
    char top[600];
    cr_assert(getcwd(top, sizeof top) != NULL);
    room_open(&room);
    room_write_text(&room, "a <b> & 'c' %41.md",
                    "$a = 2 b \\text{ü}$, $\\frac{da}{db} = \"3$\n\n$\\frac{da}{db} = 3 < 4$");
    char line[2048];
    snprintf(
        line, sizeof line,
        "for f in junit sarif gradescope; do $BACKPROOF check --format $f %s/%s/*.md %s/%s/*.tex "
        "absent 'a <b> & '\\''c'\\'' %%41.md' >r.$f 2>err || [ $? = 1 ] || exit 9; done; "
        "%s/tests/schemas/validate.sh r.junit r.sarif r.gradescope",
        top, folder, top, folder, top);
    struct result r = run_shell(&room, line);
    cr_expect(r.status == 0, "exit status %d: %s%s", r.status, r.out, r.err);
    free_result(&r);
    r = run_shell(&room, "sed 's/<testcase/<testcast/' r.junit >bad.junit");
    free_result(&r);
    snprintf(line, sizeof line, "%s/tests/schemas/validate.sh bad.junit r.sarif r.gradescope", top);
    r = run_shell(&room, line);
    cr_expect(r.status == 1, "a damaged report: exit status %d", r.status);
    free_result(&r);
    room_close(&room);
}

Test(check, a_file_name_that_is_not_utf8_is_shown)
{
    struct room room;
    room_open(&room);
    struct result r = run_shell(&room, "$BACKPROOF check \"$(printf 'x\\377y')\"");
    cr_expect(r.status == 2 && is_one_line(r.err, "x?y: ", "cannot be opened"), "%s", r.err);
    free_result(&r);
    room_close(&room);
}

/* Copies the indented block behind a mark of the README to a file; without the indent. */
static void copy_block(FILE *readme, const char *mark, FILE *to)
{
    char line[512];
    bool found = false, inside = false;
    rewind(readme);
    while (fgets(line, sizeof line, readme)) {
        const bool indented = strncmp(line, "    ", 4) == 0;
        if (inside && !indented && *line != '\n')
            break;
        inside = inside || (found && indented);
        found = found || strncmp(line, mark, strlen(mark)) == 0;
        if (inside)
            fputs(indented ? line + 4 : line, to);
    }
}

static size_t trimmed(const char *text)
{
    size_t length = strlen(text);
    while (length && text[length - 1] == '\n')
        length--;
    return length;
}

Test(check, readme_shows_what_the_program_says)
{
    struct room room;
    char *document = NULL, *answer = NULL;
    size_t length = 0, answer_length = 0;
    FILE *readme = fopen("README.md", "r");
    FILE *first = open_memstream(&document, &length);
    FILE *second = open_memstream(&answer, &answer_length);
    cr_assert(readme && first && second);
    copy_block(readme, "<!-- the document -->", first);
    copy_block(readme, "<!-- the answer -->", second);
    fclose(readme);
    fclose(first);
    fclose(second);
    room_open(&room);
    room_write(&room, "mine.md", document, length);
    struct result r = run(&room, "check mine.md");
    cr_expect(length > 0 && r.status == 1);
    cr_expect(trimmed(answer) == trimmed(r.out) && strncmp(answer, r.out, trimmed(r.out)) == 0,
              "README.md shows:\n%s\nthe program says:\n%s", answer, r.out);
    free_result(&r);
    room_close(&room);
    free(document);
    free(answer);
}

Test(check, a_function_that_is_defined_wrongly_is_pointed_out)
{
    static const char text[] = "tanh(z) = 2 sigma(z) - 1\na = tanh(w)\nda/dw = 0.5 (1 - a^2)\n";
    json_t *file = check_text("test", text, strlen(text), 1);
    const json_t *warning = json_array_get(json_object_get(file, "warnings"), 0);
    cr_expect(strstr(text_of(warning, "text"), "not what tanh usually is"), "%s",
              text_of(warning, "text"));
    json_decref(file);
}

Test(check, points_on_a_kink_are_avoided_and_it_is_said)
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
