/* utf8.h: text as characters (Unicode code points), not as bytes. */
#ifndef BACKPROOF_UTF8_H
#define BACKPROOF_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The length of the UTF-8 sequence at the beginning of `left` bytes, 1 to 4; 0 if there is none. Not taken:
 * overlong forms, surrogates, beyond U+10FFFF. */
size_t utf8_length(const char *text, size_t left);

/* The character at the beginning of text, whose sequence has been seen to be good. */
int32_t utf8_code(const char *text);

/* How many characters begin in `length` bytes of good UTF-8. */
size_t utf8_count(const char *text, size_t length);

enum utf8_form {
    UTF8_PLAIN,
    UTF8_MARK,  /* stands on the character before it */
    UTF8_SPACE, /* of any width, 0 included: no ink */
    UTF8_RAISED,
    UTF8_LOWERED
};
enum utf8_form utf8_form(int32_t code);

/* The characters that a character stands for: "h" for the italic h, "y" and a circumflex for ŷ, "n" for a
 * raised n; the character itself if there is nothing simpler. The text ends in a 0. */
struct utf8_simple {
    char text[4 * 32 + 1]; /* the longest decomposition, of U+FDFA, has 18 characters */
};
struct utf8_simple utf8_simple(int32_t code);

#endif
