/* test_spans.c: where mathematics stands in a document, and where its parts begin. */
#include <criterion/criterion.h>

#include "printed.h"

static void expect_spans(const char *name, const char *const cases[][2], size_t n)
{
    for (size_t k = 0; k < n; k++)
        expect_printed(cases[k][0], printed_spans(name, cases[k][0]), cases[k][1]);
}
#define EXPECT_SPANS(name, cases) expect_spans(name, cases, sizeof(cases) / sizeof *(cases))

Test(spans, delimiters)
{
    static const char *const cases[][2] = {
        {"$a = b$", "inline 1-6"},
        {"so $a = b$ and $c$", "inline 4-9, inline 16-17"},
        {"$`a = b`$", "inline 2-7"},
        {"$$a = b$$", "row 2-7"},
        {"\\(a = b\\)", "inline 2-7"},
        {"\\[a = b\\]", "row 2-7"},
        {"```math\na = b\n```\n", "row 8-13"},
        {"~~~math\na = b\n~~~\n", "row 8-13"},
        {"\\begin{equation*}a = b\\end{equation*}", "row 17-22"},
        {"\\begin{alignat}{2}a &= b\\end{alignat}", "row 18-24"},
        {"\\$5 and $a = b$", "inline 9-14"},
        {"$a\\$b$", "inline 1-5"},
    };
    EXPECT_SPANS("test.md", cases);
}

Test(spans, what_is_left_out)
{
    static const char *const cases[][2] = {
        {"$a$ `$b = c$` $d$", "inline 1-2, inline 15-16"},
        {"$a$\n```c\n$b = c$\n```\n$d$", "inline 1-2, inline 22-23"},
        {"$a$ \\begin{verbatim}$b$\\end{verbatim} $c$", "inline 1-2, inline 39-40"},
        {"\\section{A}\n$a$ % $b$\n$c$", "heading 2 0-11, inline 13-14, inline 23-24"},
        {"$a$ % $b$", "inline 1-2, inline 7-8"}, /* Markdown has no such comment */
    };
    EXPECT_SPANS("test.md", cases);
}

Test(spans, rows)
{
    static const char *const cases[][2] = {
        {"$$a = b \\\\ c = d$$", "row 2-8, row 11-16 follows"},
        {"$$a = b \\\\[2mm] & c = d$$", "row 2-8, row 18-23 follows"},
        {"$$a = \\begin{cases} b \\\\ c \\end{cases} \\\\ d = e$$", "row 2-39, row 42-47 follows"},
        {"$$a = {b \\\\ c}$$", "row 2-14"},
        {"$$\na = b\nc = d\n$$", "row 2-2, row 3-8 follows, row 9-14 follows, row 15-15 follows"},
        {"$$\na = b\n+ c\n$$", "row 3-13"},
        {"$$\n\\sum_{i=1}\n^n i\n$$", "row 3-19"},
        {"```math\na = b \\\n```", "row 8-15"},
    };
    EXPECT_SPANS("test.md", cases);
}

Test(spans, broken)
{
    static const char *const cases[][2] = {
        {"$a$ and $b = c\n\nmore", "inline 1-2, broken 8-14"},
        {"it costs $5\n\nmore $a$", "inline 19-20"},
        {"$$a = b\n\n$c$", "broken 0-8, inline 10-11"},
        {"\\[a = b\n\n\\[c = d\n\n$e$", "broken 0-8, broken 9-17, inline 19-20"},
        {"$a$\n```math\nb = c\n", "inline 1-2, broken 4-18"},
    };
    EXPECT_SPANS("test.md", cases);
}

Test(spans, headings)
{
    static const char *const cases[][2] = {
        {"# A\n### B\n$a$", "heading 1 0-3, heading 3 4-9, inline 11-12"},
        {"\\section{A}\n\\subsubsection*{B}\n$a$", "heading 2 0-11, heading 4 12-30, inline 32-33"},
        {"###### A\n$a$", "heading 6 0-8, inline 10-11"},
        {"####### A\n$a$", "inline 11-12"},
        {"Part 2\n$a$", "heading 1 0-6, inline 8-9"},
        {"**Exercise 1**\n$a$", "heading 1 0-14, inline 16-17"},
        {"2.1 The loss\n$a$", "heading 2 0-12, inline 14-15"},
        {"Partial sums\n$a$", "inline 14-15"},
        {"2 is $a$", "inline 6-7"},
        {"**A loss:**\n$a$", "heading 7 0-11, inline 13-14"},
        {"**A** is $a$", "inline 10-11"},
        {"\\begin{frame}{A}\n$a$", "heading 2 0-16, inline 18-19"},
        {"\\begin{exercise}\n$a$", "heading 6 0-16, inline 18-19"},
        {"\\paragraph{A} $a$", "heading 5 0-17, inline 15-16"},
        {"---\n$a$", "heading 9 0-3, inline 5-6"},
        {"Soru 2: $a$", "heading 1 0-11, inline 9-10"},
    };
    EXPECT_SPANS("test.md", cases);
}

Test(spans, plain_text)
{
    static const char *const cases[][2] = {
        {"words\na = b\nmore words\n", "line 6-11"},
        {"a <- b\na ← b\n", "line 0-6, line 7-14"},
        {"1) a = b\n- a = b\n> a = b\n", "line 3-8, line 11-16, line 19-24"},
        {"a = b   (3)\n", "line 0-8"},
        {"a = b  (x)\n", "line 0-7"},
        {"a = b (x)\n", "line 0-9"},
        {"a = f(3)\n", "line 0-8"},
        {"a = b\n  + c\n  = d\n", "line 0-11, line 14-17 follows"},
        {"a = b # c = d\n", "line 0-6"},
        {"| step | a = b | c = d |\n", "line 9-15, line 17-23"},
        {"- a = b * c\n- So we go on\n", "line 2-11"},
        {"w -> w - g\na -> b\n", "line 0-10"},
        {"a ＝ b\n", "line 0-7"},
        {"Task 1\na = b\n", "heading 1 0-6, line 7-12"},
        {"\xEF\xBB\xBF"
         "a = b",
         "line 1-6"}, /* the mark is one blank */
        {"a\xC2\xA0= b\xE2\x80\x83\xE2\x80\x83(3)\n", "line 0-7"},
    };
    EXPECT_SPANS("test.txt", cases);
}
