/* test_program.c: bad input and bad usage through the real program: one message, status 2, no file.
 * That good input gives good results is tested in test_training.c and test_data.c.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "runner.h"

/* Runs a command that must fail with status 2, exactly one message, nothing on standard output and
 * no file more than before. */
static void expect_refused(const struct room *room, const char *name, const char *arguments,
                           const char *begin, const char *part)
{
    const int before = room_count(room);
    struct result r = run(room, arguments);
    cr_expect(r.status == 2, "%s: exit status %d, expected 2", name, r.status);
    cr_expect(is_one_line(r.err, begin, part), "%s: expected one line '%s...%s...', got: %s", name,
              begin, part, r.err);
    cr_expect(*r.out == '\0', "%s: standard output has: %s", name, r.out);
    cr_expect(room_count(room) == before, "%s: a file was left behind", name);
    free_result(&r);
}

struct bad_file {
    const char *name;
    const char *text;
    size_t length; /* 0: up to the NUL */
    const char *at, *part;
};

static void expect_bad_files(const char *network, const struct bad_file *bad, size_t count)
{
    struct room room;
    char command[128];
    room_open(&room);
    snprintf(command, sizeof command, "train %s --data bad.csv --output o.tsv --weights w",
             network);
    for (size_t n = 0; n < count; n++) {
        char begin[64];
        snprintf(begin, sizeof begin, "bad.csv:%s: ", bad[n].at);
        room_write(&room, "bad.csv", bad[n].text,
                   bad[n].length ? bad[n].length : strlen(bad[n].text));
        expect_refused(&room, bad[n].name, command, begin, bad[n].part);
    }
    room_close(&room);
}

static const struct bad_file bad_layout[] = {
    {"empty", "", 0, "1:1", "the file is empty"},
    {"only a byte order mark", "\xEF\xBB\xBF", 0, "1:1", "the file is empty"},
    {"only empty lines", "\n\r\n", 0, "1:1", "the file is empty"},
    {"header only", "a,b,y\n", 0, "2:1", "no rows"},
    {"header only, no newline", "a,b,y", 0, "2:1", "no rows"},
    {"two columns", "a,b\n1,2\n", 0, "1:4", "at least 3 columns"},
    {"column missing", "a,b,y\n1,2,3\n4,5\n", 0, "3:4", "expected 3 columns, found 2"},
    {"column too many", "a,b,y\n1,2,3,4\n", 0, "2:7", "expected 3 columns, found 4"},
    {"column without name", "a,,y\n1,2,3\n", 0, "1:3", "no name"},
    {"no header", "1,2,3\n4,5,6\n", 0, "1:1", "names the columns"},
    {"name twice", "a,b,a\n1,2,3\n", 0, "1:5", "second column named 'a'"},
    {"empty line", "a,b,y\n1,2,3\n\n4,5,6\n", 0, "3:1", "empty line"},
    {"empty line first", "\na,b,y\n1,2,3\n", 0, "1:1", "empty line"},
    {"open quote", "a,b,y\n1,\"2,3\n", 0, "2:3", "not closed"},
    {"lone quote", "a,b,y\n1,2,\"", 0, "2:5", "not closed"},
    {"text after quote", "a,b,y\n1,\"2\"x,3\n", 0, "2:6", "after the closing quote"},
    {"quote inside", "a,b,y\n1,2\"x\",3\n", 0, "2:4", "quote inside"},
    {"tabs", "a\tb\ty\n1\t2\t3\n", 0, "1:2", "separated by commas"},
    {"carriage return inside", "a,b,y\r1,2,3\n", 0, "1:6", "control character 0x0D"},
    {"NUL", "a,b,y\n1,2,\0003\n", 13, "2:5", "NUL byte"},
    {"not UTF-8", "a,b,y\n1,\xFF,3\n", 0, "2:3", "byte 0xFF is not UTF-8"},
    {"UTF-8 overlong", "a,\xC0\x80,y\n", 0, "1:3", "not UTF-8"},
    {"UTF-8 overlong of 3", "a,\xE0\x80\x80,y\n", 0, "1:3", "not UTF-8"},
    {"UTF-8 surrogate", "a,\xED\xA0\x80,y\n", 0, "1:3", "not UTF-8"},
    {"UTF-8 beyond", "a,\xF4\x90\x80\x80,y\n", 0, "1:3", "not UTF-8"},
    {"UTF-8 cut", "a,b,\xC3\n", 0, "1:5", "not UTF-8"},
    {"columns are characters", "\xC3\xA9\xE2\x82\xAC,b,y\n1,2,3\n\xC3\xA9,4,5,6\n", 0, "3:7",
     "found 4"},
    {"semicolons", "a;b;y\n1;2;3\n", 0, "1:6", "found 1; columns are separated by commas"},
    {"semicolons, quotes", "\"a\";\"b\"\n", 0, "1:4", "quote; columns are separated by commas"},
    {"columns after a mark",
     "\xEF\xBB\xBF"
     "a,,y\n",
     0, "1:3", "no name"},
};

Test(program, bad_layout)
{
    expect_bad_files("regression", bad_layout, sizeof bad_layout / sizeof *bad_layout);
}

static const struct bad_file bad_numbers[] = {
    {"text", "a,b,y\n1,two,3\n", 0, "2:3", "'two' is not a decimal number"},
    {"text in the target", "a,b,y\n1,2,three\n", 0, "2:5", "'three' is not a decimal number"},
    {"unit", "a,b,y\n1,2kg,3\n", 0, "2:3", "'2kg' is not a decimal number"},
    {"space", "a,b,y\n1, 2,3\n", 0, "2:3", "number; take out the blank beside the comma"},
    {"space after", "a,b,y\n1,2 ,3\n", 0, "2:3", "number; take out the blank beside the comma"},
    {"decimal comma", "a,b,y\n1,\"2,5\",3\n", 0, "2:3", "number; a decimal point is expected"},
    {"hexadecimal", "a,b,y\n1,0x10,3\n", 0, "2:3", "not a decimal number"},
    {"sign only", "a,b,y\n1,-,3\n", 0, "2:3", "not a decimal number"},
    {"empty field", "a,b,y\n1,,3\n", 0, "2:3", "empty field"},
    {"empty quoted field", "a,b,y\n1,\"\",3\n", 0, "2:3", "empty field"},
    {"empty last field", "a,b,y\n1,2,\n", 0, "2:5", "empty field"},
    {"NaN", "a,b,y\n1,2,3\n4,NaN,6\n", 0, "3:3", "not a finite number"},
    {"NaN with payload", "a,b,y\nnan(7),2,3\n", 0, "2:1", "not a finite number"},
    {"Inf", "a,b,y\n1,2,-Inf\n", 0, "2:5", "not a finite number"},
    {"infinity", "a,b,y\ninfinity,2,3\n", 0, "2:1", "not a finite number"},
    {"overflow", "a,b,y\n1,2,1e999\n", 0, "2:5", "out of the range"},
    {"underflow", "a,b,y\n1,2,1e-999\n", 0, "2:5", "out of the range"},
    {"too large", "a,b,y\n-1e151,2,1\n", 0, "2:1", "out of range"},
    {"constant feature", "a,b,y\n0.1,2,3\n0.1,4,5\n0.1,5,6\n", 0, "1:1", "feature 'a' is constant"},
    {"other constant feature", "x,a,b,y\n0,1,2,3\n1,2,2,4\n", 0, "1:5", "feature 'b' is constant"},
    {"constant target", "a,b,y\n1,2,3\n2,1,3\n", 0, "1:5", "target 'y' is constant"},
    {"one row", "a,b,y\n1,2,3\n", 0, "1:1", "is constant"},
};

Test(program, bad_numbers)
{
    expect_bad_files("regression", bad_numbers, sizeof bad_numbers / sizeof *bad_numbers);
}

static const struct bad_file bad_classes[] = {
    {"one class", "a,b,s\n1,2,x\n2,1,x\n", 0, "1:5", "expected 3 classes in 's', found 1"},
    {"two classes", "a,b,s\n1,2,x\n2,1,z\n", 0, "1:5", "expected 3 classes in 's', found 2"},
    {"fourth class", "a,b,s\n1,2,x\n2,1,z\n3,3,u\n4,4,v\n", 0, "5:5", "a fourth class 'v'"},
    {"blank before a class", "a,b,s\n1,2,x\n2,1,z\n3,3,u\n4,4, x\n", 0, "5:5",
     "take out the blank beside the comma"},
    {"empty class", "a,b,s\n1,2,x\n2,1,\n", 0, "3:5", "empty field"},
    {"text in a feature", "a,b,s\n1,x,x\n", 0, "2:3", "not a decimal number"},
    {"constant feature", "a,b,s\n1,2,x\n1,3,z\n1,4,u\n", 0, "1:1", "feature 'a' is constant"},
};

Test(program, bad_classes)
{
    expect_bad_files("classification", bad_classes, sizeof bad_classes / sizeof *bad_classes);
}

/* A file of a head and then the same text again and again. */
static void write_repeated(const struct room *room, const char *head, const char *text,
                           size_t times)
{
    char *bytes;
    size_t length;
    FILE *stream = open_memstream(&bytes, &length);
    cr_assert(stream, "no memory");
    fputs(head, stream);
    for (size_t n = 0; n < times; n++)
        fputs(text, stream);
    fclose(stream);
    room_write(room, "bad.csv", bytes, length);
    free(bytes);
}

Test(program, limits)
{
    struct room room;
    room_open(&room);
    write_repeated(&room, "a,b,y\n1,2,", "3", (1 << 20) + 1);
    expect_refused(&room, "long line", "train regression --data bad.csv",
                   "bad.csv:2:1: ", "longer than 1048576 bytes");
    write_repeated(&room, "a,b,", "y", 128);
    expect_refused(&room, "long name", "train regression --data bad.csv",
                   "bad.csv:1:5: ", "too long");
    write_repeated(&room, "a,b,s\n1,2,", "y", 128);
    expect_refused(&room, "long class", "train classification --data bad.csv",
                   "bad.csv:2:5: ", "too long");
    write_repeated(&room, "a,b,y\n", "1,2,3\n", 1000001);
    expect_refused(&room, "many rows", "train regression --data bad.csv",
                   "bad.csv:1000002:1: ", "more than 1000000 rows");
    room_close(&room);
}

struct bad_command {
    const char *name, *arguments, *begin, *part;
};

static void expect_bad_commands(const struct bad_command *bad, size_t count)
{
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < count; n++)
        expect_refused(&room, bad[n].name, bad[n].arguments, bad[n].begin, bad[n].part);
    room_close(&room);
}

/* A device whose reads fail even for root stands for a file without permission to read. */
static const struct bad_command bad_paths[] = {
    {"missing", "train regression --data no.csv", "no.csv: ", "No such file"},
    {"directory", "train regression --data .", ".: ", "Is a directory"},
    {"not a directory", "train regression --data /dev/null/x", "/dev/null/x: ", "Not a directory"},
    {"unreadable", "train regression --data /proc/self/mem", "/proc/self/mem: ", "cannot be read"},
    {"empty device", "train regression --data /dev/null", "/dev/null:1:1: ", "the file is empty"},
    {"endless NULs", "train regression --data /dev/zero", "/dev/zero:1:1: ", "NUL byte"},
    {"no name", "train regression --data ''", ": ", "No such file"},
    {"newline in name", "train regression --data 'a\nb'", "a?b: ", "No such file"},
    {"missing weights", "predict --weights no.w", "no.w: ", "No such file"},
    {"weights directory", "predict --weights .", ".: ", "Is a directory"},
    {"no weights file", "predict --weights /dev/null", "/dev/null:1:1: ", "not a file that"},
    {"output directory", "train regression --output .", ".: ", "Is a directory"},
    {"output in no directory", "train regression --output no/o.tsv", "no/o.tsv: ", "No such file"},
    {"output with slash", "train regression --output o/", "o/: ", "cannot be written"},
    {"output without name", "train regression --output ''", ": ", "cannot be written"},
    {"output below a file", "train regression --output /dev/null/o", "/dev/null/o: ", "Not a dir"},
    {"output in /proc", "train regression --output /proc/o.tsv", "/proc/o.tsv: ", "cannot be writ"},
    {"weights on a directory", "train regression --weights .", ".: ", "Is a directory"},
    {"full stdout", "train regression >/dev/full", "standard output: ", "No space left"},
    {"full stdout, curve", "train regression --output - >/dev/full",
     "standard output: ", "No space"},
    {"full stdout, help", "train --help >/dev/full", "standard output: ", "No space left"},
    {"full stdout, version", "--version >/dev/full", "standard output: ", "No space left"},
    {"closed stdout", "train regression >&-", "standard output: ", "Bad file descriptor"},
};

Test(program, bad_paths)
{
    expect_bad_commands(bad_paths, sizeof bad_paths / sizeof *bad_paths);
}

/* A device that is always full. Root gets one of its own: a program at fault, as the mutants are,
 * could put a file in the place of the machine's /dev/full. Others cannot write to /dev. */
Test(program, full_device)
{
    struct room room;
    room_open(&room);
    struct result r = run_shell(
        &room, "if test $(id -u) = 0; then mknod full c 1 7; else ln -s /dev/full full; fi; "
               "LC_ALL=C dd if=/dev/zero of=full count=1 conv=notrunc 2>&1 | grep -q 'No space'");
    const bool usable = r.status == 0;
    free_result(&r);
    if (usable) {
        expect_refused(&room, "full output", "train regression --output full",
                       "full: ", "No space left");
        expect_refused(&room, "full weights", "train regression --weights full",
                       "full: ", "No space left");
        r = run_shell(&room, "test -c full");
        cr_expect(r.status == 0, "the device was replaced by a file");
        free_result(&r);
    }
    room_close(&room);
    if (!usable)
        cr_skip_test("no device that is always full can be made here");
}

Test(program, unreadable_for_others)
{
    struct room room;
    if (geteuid() == 0)
        cr_skip_test("root reads every file");
    room_open(&room);
    room_write_text(&room, "bad.csv", "a,b,y\n1,2,3\n2,3,5\n");
    struct result r = run_shell(&room, "chmod 0 bad.csv");
    free_result(&r);
    expect_refused(&room, "unreadable", "train regression --data bad.csv",
                   "bad.csv: ", "Permission denied");
    room_close(&room);
}

static void expect_usage(const char *command, const struct bad_command *bad, size_t count)
{
    struct room room;
    char begin[64], hint[64];
    snprintf(begin, sizeof begin, "backproof%s%s: ", *command ? " " : "", command);
    snprintf(hint, sizeof hint, ". Try 'backproof%s%s --help'.\n", *command ? " " : "", command);
    room_open(&room);
    room_write_text(&room, "in", "a,b,y\n1,2,3\n2,3,5\n");
    for (size_t n = 0; n < count; n++) {
        char arguments[256];
        snprintf(arguments, sizeof arguments, "%s %s", command, bad[n].arguments);
        expect_refused(&room, bad[n].name, arguments, begin, bad[n].part);
        expect_refused(&room, bad[n].name, arguments, begin, hint);
    }
    room_close(&room);
}

static const struct bad_command bad_train[] = {
    {"no network", "", NULL, "expected regression or classification"},
    {"other network", "regresion", NULL, "found 'regresion'"},
    {"operand too many", "regression x", NULL, "unexpected argument 'x'"},
    {"unknown option", "regression --speed 3", NULL, "unknown option '--speed'"},
    {"unknown letter", "regression -x", NULL, "unknown option '-x'"},
    {"value missing", "regression --alpha", NULL, "option '--alpha' wants a value"},
    {"value too many", "regression --help=3", NULL, "option '--help=3' takes no value"},
    {"alpha 0", "regression --alpha 0", NULL, "above 0, not '0'"},
    {"alpha -0", "regression --alpha=-0", NULL, "above 0, not '-0'"},
    {"alpha negative", "regression --alpha -1", NULL, "above 0, not '-1'"},
    {"alpha NaN", "regression --alpha nan", NULL, "finite number above 0, not 'nan'"},
    {"alpha Inf", "regression --alpha inf", NULL, "finite number above 0, not 'inf'"},
    {"alpha 1e999", "regression --alpha 1e999", NULL, "finite number above 0, not '1e999'"},
    {"alpha text", "regression --alpha fast", NULL, "not 'fast'"},
    {"alpha and more", "regression --alpha 0.1x", NULL, "not '0.1x'"},
    {"alpha empty", "regression --alpha ''", NULL, "not ''"},
    {"epochs 0", "regression --epochs 0", NULL, "from 1 to 1000000, not '0'"},
    {"epochs negative", "regression --epochs -5", NULL, "from 1 to 1000000, not '-5'"},
    {"epochs absurd", "regression --epochs 1000001", NULL, "from 1 to 1000000, not '1000001'"},
    {"epochs 2^64", "regression --epochs 18446744073709551616", NULL, "from 1 to 1000000"},
    {"epochs 2^64 + 1", "regression --epochs 18446744073709551617", NULL, "from 1 to 1000000"},
    {"epochs fraction", "regression --epochs 1.5", NULL, "not '1.5'"},
    {"epochs empty", "regression --epochs ''", NULL, "not ''"},
    {"seed negative", "regression --seed -1", NULL, "not '-1'"},
    {"seed too large", "regression --seed 18446744073709551616", NULL, "to 18446744073709551615"},
    {"seed text", "regression --seed abc", NULL, "not 'abc'"},
    {"seed and from", "regression --seed 1 --from in", NULL, "--seed and --from"},
    {"same output", "regression --output o --weights o", NULL, "the same file"},
    {"same through ./", "regression --output in --weights ./in", NULL, "the same file"},
    {"over the data", "regression --data in --output in", NULL, "--output would overwrite --data"},
    {"weights over data", "regression --data in --weights in", NULL, "overwrite --data"},
    {"curve over from", "regression --from in --output in", NULL, "overwrite --from"},
};

static const struct bad_command bad_gradcheck[] = {
    {"no network", "", NULL, "expected regression or classification"},
    {"other network", "regresion", NULL, "found 'regresion'"},
    {"operand too many", "regression x", NULL, "unexpected argument 'x'"},
    {"unknown option", "regression --alpha 3", NULL, "unknown option '--alpha'"},
    {"points 0", "regression --points 0", NULL, "from 1 to 1000000, not '0'"},
    {"points absurd", "regression --points 1000001", NULL, "from 1 to 1000000, not '1000001'"},
    {"points 2^64 + 1", "regression --points 18446744073709551617", NULL, "from 1 to 1000000"},
    {"points fraction", "regression --points 1.5", NULL, "not '1.5'"},
    {"points negative", "regression --points -1", NULL, "not '-1'"},
    {"seed text", "regression --seed abc", NULL, "--seed wants a whole number"},
    {"seed too large", "regression --seed 18446744073709551616", NULL, "to 18446744073709551615"},
};

/* What is just allowed; --help keeps the program from doing it. */
Test(program, the_largest_values_are_taken)
{
    static const char *const largest[] = {"gradcheck --points 1000000 --help",
                                          "gradcheck --points 1 --help",
                                          "gradcheck --seed 18446744073709551615 --help",
                                          "train --epochs 1000000 --help",
                                          "train --seed 18446744073709551615 --help",
                                          "train --alpha 1e300 --help",
                                          "train --alpha 1e-300 --help"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < sizeof largest / sizeof *largest; n++) {
        struct result r = run(&room, largest[n]);
        cr_expect(r.status == 0 && *r.err == '\0', "%s: %s", largest[n], r.err);
        free_result(&r);
    }
    room_close(&room);
}

static const struct bad_command bad_predict[] = {
    {"no weights", "", NULL, "--weights FILE is missing"},
    {"operand", "--weights in x", NULL, "unexpected argument 'x'"},
    {"unknown option", "--alpha 3", NULL, "unknown option '--alpha'"},
    {"over the weights", "--weights in --output in", NULL, "overwrite --weights"},
    {"over the data", "--weights w --data in --output in", NULL, "overwrite --data"},
};

static const struct bad_command bad_program[] = {
    {"nothing", "", NULL, "expected a command"},
    {"unknown command", "learn", NULL, "unknown command 'learn'"},
    {"unknown option", "--speed", NULL, "unknown option '--speed'"},
};

Test(program, bad_usage)
{
    expect_usage("train", bad_train, sizeof bad_train / sizeof *bad_train);
    expect_usage("gradcheck", bad_gradcheck, sizeof bad_gradcheck / sizeof *bad_gradcheck);
    expect_usage("predict", bad_predict, sizeof bad_predict / sizeof *bad_predict);
    expect_usage("", bad_program, sizeof bad_program / sizeof *bad_program);
}

/* Both commands that read weights refuse what test_weights.c spoils, and write nothing. */
Test(program, bad_weights)
{
    struct room room;
    room_open(&room);
    struct result r = run(&room, "train classification --epochs 2 --seed 3 --weights good.w");
    cr_assert(r.status == 0, "no weights to spoil: %s", r.err);
    free_result(&r);
    char *text = room_read(&room, "good.w");
    char *width = strstr(text, "Petal.Width");
    memcpy(width, "Petal.Depth", strlen("Petal.Depth"));
    room_write_text(&room, "depth.w", text);
    memcpy(width, "Petal.Length\"", strlen("Petal.Length\""));
    room_write_text(&room, "bad.w", text);
    free(text);
    expect_refused(&room, "not JSON", "predict --weights bad.w", "bad.w:13:", "not JSON: ");
    expect_refused(&room, "not JSON", "train classification --from bad.w --weights new.w",
                   "bad.w:13:", "not JSON: ");
    expect_refused(&room, "wrong command", "train regression --from good.w --weights good.w",
                   "good.w:4:14: ", "weights of classification, not of regression");
    expect_refused(&room, "other data", "predict --weights depth.w",
                   "iris.csv (built in):1:", "no column named 'Petal.Depth'");
    room_close(&room);
}

/* The number of epochs is counted on over all runs, and does not wrap round. */
Test(program, epochs_do_not_wrap)
{
    struct room room;
    room_open(&room);
    struct result r = run_shell(
        &room, "\"$BACKPROOF\" train regression --epochs 3 --weights w >r &&"
               " sed 's/\"epochs\": 3,/\"epochs\": 9007199254740990,/' w >most &&"
               " \"$BACKPROOF\" train regression --from most --epochs 1 --weights last >r &&"
               " grep -q '\"epochs\": 9007199254740991,' last && rm w r");
    cr_expect(r.status == 0 && *r.err == '\0', "not up to the last: %s", r.err);
    free_result(&r);
    expect_refused(&room, "one more", "train regression --from most --epochs 2 --weights most",
                   "most: 9007199254740990 epochs are done", "more than 9007199254740991");
    expect_refused(&room, "one more", "train regression --from last --epochs 1",
                   "last: 9007199254740991 epochs are done", "with --epochs 1 there");
    room_close(&room);
}

Test(program, help_and_version)
{
    static const char *const helps[] = {"--help", "train --help", "predict --help",
                                        "gradcheck --help"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < sizeof helps / sizeof *helps; n++) {
        struct result r = run(&room, helps[n]);
        cr_expect(r.status == 0, "%s: exit status %d", helps[n], r.status);
        cr_expect(strstr(r.out, "\nExample:\n  backproof "), "%s: no example: %s", helps[n], r.out);
        cr_expect(*r.err == '\0', "%s: standard error has: %s", helps[n], r.err);
        free_result(&r);
    }
    struct result r = run(&room, "--version");
    cr_expect(r.status == 0 && is_one_line(r.out, "backproof ", "."), "--version: %s", r.out);
    free_result(&r);
    room_close(&room);
}
