/* test_check.c: `backproof check` as a user meets it: messages, statuses, reports, options. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "runner.h"

static const char folder[] = "tests/derivations";

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
    expect_message(&room, "latin1", "latin1: ", "no equation was found");
    room_write(&room, "overlong", "x\xC0\xAF", 3);
    expect_message(&room, "overlong", "overlong: ", "no equation was found");
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
        {"a = 2 b\nda/db = 2\nda/db = 3\n", 1},
        {"a = 2 b\nda/db = (3\n", 2},
        {"a = 2 b\nda/db = 2\nda/db = (3\n", 2},
        {"a = 2 b\nda/db = 2\nda/db = 3\nda/db = (3\n", 1},
        {"a = 2 b\nda/db = 3\n", 2},
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
        r = run_shell(&room, "\"$BACKPROOF\" check - <file");
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
    room_write_text(&room, "wrong", "a = 2 b\nda/db = 2\nda/db = 1\n");
    struct result r = run(&room, "check good absent wrong good");
    cr_expect(r.status == 1, "exit status %d", r.status);
    cr_expect(strstr(r.out, "good:2:1: right"), "%s", r.out);
    cr_expect(strstr(r.out, "wrong:3:1: wrong"), "%s", r.out);
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
    struct result r = run_shell(&room, "echo 'a = 2 b' >f; \"$BACKPROOF\" check f >/dev/full");
    cr_expect(r.status == 2, "a full disk: exit status %d", r.status);
    free_result(&r);
    room_close(&room);
}

Test(check, reports_fit_their_published_schemas)
{
    struct room room;
    char top[600];
    cr_assert(getcwd(top, sizeof top) != NULL);
    room_open(&room);
    room_write_text(&room, "a <b> & 'c' %41.md",
                    "$a = 2 b \\text{ü}$, $\\frac{da}{db} = \"3$\n\n$\\frac{da}{db} = 3 < 4$");
    char line[2560];
    snprintf(
        line, sizeof line,
        "for f in junit sarif gradescope json; do \"$BACKPROOF\" check --format $f \"%s\"/%s/*.md "
        "\"%s\"/%s/*.tex "
        "absent 'a <b> & '\\''c'\\'' %%41.md' >r.$f 2>err || [ $? = 1 ] || exit 9; done; "
        "\"%s\"/tests/schemas/validate.sh r.junit r.sarif r.gradescope r.json",
        top, folder, top, folder, top);
    struct result r = run_shell(&room, line);
    cr_expect(r.status == 0, "exit status %d: %s%s", r.status, r.out, r.err);
    free_result(&r);
    r = run_shell(&room, "sed 's/<testcase/<testcast/' r.junit >bad.junit");
    free_result(&r);
    snprintf(line, sizeof line,
             "\"%s\"/tests/schemas/validate.sh bad.junit r.sarif r.gradescope r.json", top);
    r = run_shell(&room, line);
    cr_expect(r.status == 1, "a damaged report: exit status %d", r.status);
    free_result(&r);
    r = run_shell(&room, "sed 's/\"verdict\": \"wrong\"/\"verdict\": \"bad\"/' r.json >bad.json");
    free_result(&r);
    snprintf(line, sizeof line,
             "\"%s\"/tests/schemas/validate.sh r.junit r.sarif r.gradescope bad.json", top);
    r = run_shell(&room, line);
    cr_expect(r.status == 1, "a damaged JSON: exit status %d", r.status);
    free_result(&r);
    room_close(&room);
}

Test(check, a_file_name_that_is_not_utf8_is_shown)
{
    struct room room;
    room_open(&room);
    struct result r = run_shell(&room, "\"$BACKPROOF\" check \"$(printf 'x\\377y')\"");
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
