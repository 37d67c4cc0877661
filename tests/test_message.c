/* test_message.c: one line for each message, whatever it quotes. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "capture.h"
#include "base/message.h"

static void expect_said(char *said, const char *expected)
{
    cr_expect(strcmp(said, expected) == 0, "'%s', expected '%s'", said, expected);
    free(said);
}

Test(message, lines)
{
    capture_begin();
    message("a %d", 1);
    expect_said(capture_end(), "backproof: a 1\n");
    capture_begin();
    message_file("f\n", "b\t%s\x7f\x1b", "\xC3\xA9");
    expect_said(capture_end(), "f?: b?\xC3\xA9??\n");
    capture_begin();
    message_at("f", 3, 14, "c");
    expect_said(capture_end(), "f:3:14: c\n");
    capture_begin();
    cr_expect(message_usage("train", "d") == STATUS_BAD && message_usage(NULL, "e") == STATUS_BAD);
    expect_said(capture_end(), "backproof train: d. Try 'backproof train --help'.\n"
                               "backproof: e. Try 'backproof --help'.\n");
    capture_begin();
    cr_expect(message_no_memory() == 0);
    expect_said(capture_end(), "backproof: not enough memory\n");
}

/* Longer ones are cut, and are still a line. */
Test(message, long_ones)
{
    static char text[20000];
    memset(text, 'x', sizeof text - 1);
    capture_begin();
    message("%s%s", text, text);
    char *said = capture_end();
    cr_expect(strlen(said) == 8192 && strchr(said, '\n') == said + 8191, "%zu", strlen(said));
    free(said);
}

/* Quotations of up to 60 bytes are whole; longer ones are cut between two characters. */
Test(message, quotations)
{
    char text[80], expected[80];
    for (size_t length = 0; length < 70; length++) {
        memset(text, 'a', length);
        text[length] = '\0';
        strcpy(expected, text);
        if (length > 60)
            strcpy(expected + 60, "...");
        cr_expect(strcmp(quote(text).text, expected) == 0, "%zu: %s", length, quote(text).text);
    }
    memset(text, 'a', 58);
    strcpy(text + 58, "\xE2\x82\xAC\xE2\x82\xAC");
    text[58] = '\0';
    strcpy(expected, text);
    strcpy(expected + 58, "...");
    strcpy(text + 58, "\xE2\x82\xAC\xE2\x82\xAC");
    cr_expect(strcmp(quote(text).text, expected) == 0, "%s", quote(text).text);
}
