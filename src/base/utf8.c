/* utf8.c: what utf8proc knows of a character, in the few terms that are needed here. */
#include "base/utf8.h"

#include <stdbool.h>
#include <utf8proc.h>

size_t utf8_length(const char *text, size_t left)
{
    utf8proc_int32_t code;
    const utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                                     left < 4 ? (utf8proc_ssize_t)left : 4, &code);
    return length > 0 ? (size_t)length : 0;
}

int32_t utf8_code(const char *text)
{
    utf8proc_int32_t code;
    utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
    return code;
}

size_t utf8_count(const char *text, size_t length)
{
    size_t n = 0;
    for (size_t at = 0; at < length; at++)
        n += ((unsigned char)text[at] & 0xC0) != 0x80;
    return n;
}

enum utf8_form utf8_form(int32_t code)
{
    switch (utf8proc_get_property(code)->decomp_type) {
    case UTF8PROC_DECOMP_TYPE_SUPER:
        return UTF8_RAISED;
    case UTF8PROC_DECOMP_TYPE_SUB:
        return UTF8_LOWERED;
    default:
        break;
    }
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_MN:
        return UTF8_MARK;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CF:
        return UTF8_SPACE;
    default:
        return UTF8_PLAIN;
    }
}

struct utf8_simple utf8_simple(int32_t code)
{
    enum { CODES = 32 }; /* U+FDFA has 18 */
    utf8proc_int32_t codes[CODES];
    int last_boundary = 0;
    const utf8proc_ssize_t n = utf8proc_decompose_char(
        code, codes, CODES, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &last_boundary);
    struct utf8_simple simple = {0};
    char *to = simple.text;
    for (utf8proc_ssize_t k = 0; k < n && k < CODES; k++)
        to += utf8proc_encode_char(codes[k], (utf8proc_uint8_t *)to);
    return simple;
}
