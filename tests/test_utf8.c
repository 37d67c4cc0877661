/* test_utf8.c: characters, and what each stands for. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"

Test(utf8, lengths_of_good_and_bad_sequences)
{
    static const struct {
        const char *text;
        size_t left, length;
    } cases[] = {
        {"a", 1, 1},
        {"\xC3\xA9", 2, 2},
        {"\xE2\x88\x82", 3, 3},
        {"\xF0\x9D\x91\x8A", 4, 4},
        {"\xF4\x8F\xBF\xBF", 4, 4}, /* the last there is */
        {"", 0, 0},
        {"\xC3\xA9", 1, 0},         /* cut off */
        {"\xE2\x88\x82", 2, 0},     /* cut off */
        {"\x80", 1, 0},             /* the middle of one */
        {"\xC0\x80", 2, 0},         /* overlong */
        {"\xE0\x9F\xBF", 3, 0},     /* overlong */
        {"\xED\xA0\x80", 3, 0},     /* half of a surrogate pair */
        {"\xF4\x90\x80\x80", 4, 0}, /* beyond the last */
        {"\xC3\x28", 2, 0},
        {"\xFF", 1, 0},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
        cr_expect(utf8_length(cases[n].text, cases[n].left) == cases[n].length, "case %zu: %zu", n,
                  utf8_length(cases[n].text, cases[n].left));
}

Test(utf8, codes_and_counts)
{
    cr_expect(utf8_code("a") == 'a' && utf8_code("\xE2\x88\x82") == 0x2202);
    cr_expect(utf8_count("", 0) == 0 && utf8_count("a\xC3\xA9\xE2\x88\x82", 6) == 3);
    cr_expect(utf8_count("a\xC3\xA9", 1) == 1);
}

Test(utf8, forms)
{
    static const struct {
        const char *text;
        enum utf8_form form;
    } cases[] = {
        {"x", UTF8_PLAIN},
        {" ", UTF8_SPACE},
        {"\xC2\xA0", UTF8_SPACE},     /* no-break space */
        {"\xE2\x80\x8B", UTF8_SPACE}, /* of width 0 */
        {"\xEF\xBB\xBF", UTF8_SPACE}, /* the mark at the beginning of some files */
        {"\xCC\x82", UTF8_MARK},      /* circumflex on the letter before */
        {"²", UTF8_RAISED},
        {"⁻", UTF8_RAISED},
        {"ⁿ", UTF8_RAISED},
        {"₀", UTF8_LOWERED},
        {"ₐ", UTF8_LOWERED},
        {"ⱼ", UTF8_LOWERED},
        {"ŷ", UTF8_PLAIN},
        {"𝑊", UTF8_PLAIN},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
        cr_expect(utf8_form(utf8_code(cases[n].text)) == cases[n].form, "'%s' is of form %d",
                  cases[n].text, (int)utf8_form(utf8_code(cases[n].text)));
}

Test(utf8, characters_stand_for_simpler_ones)
{
    static const char *const cases[][2] = {
        {"x", "x"},   {"∂", "∂"},   {"𝑊", "W"},  {"ℎ", "h"},        {"𝛿", "δ"},
        {"ϵ", "ε"},   {"²", "2"},   {"ⱼ", "j"},  {"＝", "="},       {"ŷ", "y\xCC\x82"},
        {"…", "..."}, {"½", "1⁄2"}, {"ﬁ", "fi"}, {"\xC2\xA0", " "},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        const struct utf8_simple simple = utf8_simple(utf8_code(cases[n][0]));
        cr_expect(strcmp(simple.text, cases[n][1]) == 0, "'%s' stands for '%s'", cases[n][0],
                  simple.text);
    }
}

/* The character with the longest decomposition fits. */
Test(utf8, the_longest_fits)
{
    const struct utf8_simple simple = utf8_simple(0xFDFA);
    cr_expect(utf8_count(simple.text, strlen(simple.text)) == 18);
}
