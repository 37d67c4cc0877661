/* headings.c: each kind of heading by its shape. */
#include "check/reading/headings.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "check/vocabulary/words.h"

/* Bytes. A numbered heading that is longer is a sentence that begins with a number; a bold one that is longer is a
 * sentence that matters. */
enum { HEADING_MAX = 80, BOLD_MAX = 120 };

/* A line, or what is left of it. */
struct line {
    const char *text;
    size_t at, stop;
};

static bool begins(const struct line *l, const char *word)
{
    const size_t length = strlen(word);
    return l->stop - l->at >= length && memcmp(l->text + l->at, word, length) == 0;
}

static bool skip(struct line *l, const char *word)
{
    const bool there = begins(l, word);
    l->at += there ? strlen(word) : 0;
    return there;
}

static void skip_blanks(struct line *l)
{
    while (l->at < l->stop && isspace((unsigned char)l->text[l->at]))
        l->at++;
}

static struct line trimmed(const char *text, size_t at, size_t stop)
{
    while (stop > at && isspace((unsigned char)text[stop - 1]))
        stop--;
    return (struct line){text, at, stop};
}

/* --- LaTeX and HTML --- */

/* \begin{exercise}, \begin{Beispiel*}: a word of the table as the name of an environment. */
static bool is_part_environment(struct line l)
{
    const size_t from = l.at;
    while (l.at < l.stop && l.text[l.at] != '}' && l.text[l.at] != '*')
        l.at++;
    char name[24];
    const size_t length = l.at - from;
    if (length == 0 || length >= sizeof name)
        return false;
    memcpy(name, l.text + from, length);
    name[0] = (char)toupper((unsigned char)name[0]);
    return word_begins(name, length) == length;
}

static int command_level(struct line l)
{
    static const struct {
        const char *command;
        int level;
    } commands[] = {{"\\part", 1},       {"\\chapter", 1},      {"\\section", 2},
                    {"\\frametitle", 2}, {"\\subsection", 3},   {"\\subsubsection", 4},
                    {"\\paragraph", 5},  {"\\subparagraph", 6}, {"\\problem", 6},
                    {"\\exercise", 6},   {"\\question", 6}};
    static const char *const rules[] = {"\\hrule", "\\hrulefill", "\\newpage", "\\clearpage",
                                        "<hr"};
    for (size_t n = 0; n < sizeof commands / sizeof *commands; n++) {
        struct line after = l;
        if (skip(&after, commands[n].command) &&
            (after.at == after.stop || strchr("{*[ ", after.text[after.at])))
            return commands[n].level;
    }
    for (size_t n = 0; n < sizeof rules / sizeof *rules; n++)
        if (begins(&l, rules[n]))
            return HEADING_RULE;
    if (begins(&l, "\\begin{frame}"))
        return 2;
    if (skip(&l, "\\begin{"))
        return is_part_environment(l) ? 6 : 0;
    if ((skip(&l, "<h") || skip(&l, "<H")) && l.stop - l.at > 1 && l.text[l.at] >= '1' &&
        l.text[l.at] <= '6' && strchr("> ", l.text[l.at + 1]))
        return l.text[l.at] - '0';
    return 0;
}

/* --- words with numbers --- */

/* "Part 2", "Exercise 1: …", "Solution:" alone. */
static bool is_part(struct line l)
{
    const size_t word = word_begins(l.text + l.at, l.stop - l.at);
    if (!word)
        return false;
    l.at += word;
    if (l.at == l.stop || strchr(".:", l.text[l.at]))
        return l.stop - l.at <= 1;
    if (!skip(&l, " ") || l.at == l.stop)
        return false;
    const size_t from = l.at;
    while (l.at < l.stop && (isdigit((unsigned char)l.text[l.at]) ||
                             (l.text[l.at] == '.' && isdigit((unsigned char)l.text[l.at - 1]))))
        l.at++;
    if (l.at == from && isalpha((unsigned char)l.text[l.at]))
        l.at++;
    return l.at > from && (l.at == l.stop || strchr(".:)(]} *", l.text[l.at]));
}

static bool has_formula(struct line l)
{
    for (; l.at < l.stop; l.at++)
        if (strchr("$=\\", l.text[l.at]))
            return true;
    return false;
}

/* "3. …" without a formula; "b)", "(b)". */
static int numbered_level(struct line l)
{
    if (has_formula(l) || l.stop - l.at >= HEADING_MAX)
        return 0;
    struct line letter = l;
    skip(&letter, "(");
    if (letter.stop - letter.at > 1 && islower((unsigned char)letter.text[letter.at]) &&
        letter.text[letter.at + 1] == ')')
        return HEADING_POINT;
    const size_t from = l.at;
    int dots = 0;
    for (; l.at < l.stop && (isdigit((unsigned char)l.text[l.at]) || l.text[l.at] == '.'); l.at++)
        dots +=
            l.text[l.at] == '.' && l.at + 1 < l.stop && isdigit((unsigned char)l.text[l.at + 1]);
    const bool alone = l.at == l.stop && l.at > from && l.text[l.at - 1] == '.';
    const bool before = l.at < l.stop && (l.text[l.at] == ' ' || l.text[l.at] == ')');
    return l.at > from && (alone || before) ? dots + 1 : 0;
}

/* --- bold lines --- */

/* Where the bold text ends that the line begins with; l->stop if it is none. */
static size_t bold_end(struct line *l)
{
    static const struct {
        const char *open, *close;
    } marks[] = {
        {"**", "**"},          {"__", "__"},          {"\\textbf{", "}"}, {"{\\bf ", "}"},
        {"\\emph{", "}"},      {"\\underline{", "}"}, {"<b>", "</b>"},    {"<strong>", "</strong>"},
        {"{\\bfseries ", "}"}, {"\\textsc{", "}"},    {"\\textit{", "}"}};
    for (size_t n = 0; n < sizeof marks / sizeof *marks; n++) {
        if (!skip(l, marks[n].open))
            continue;
        int depth = 0;
        for (struct line at = *l; at.at < at.stop; at.at++) {
            if (depth == 0 && begins(&at, marks[n].close))
                return at.at;
            depth += (at.text[at.at] == '{') - (at.text[at.at] == '}');
        }
        return l->stop;
    }
    return l->stop;
}

/* All of the line, with no more than a sign or a line break behind it; or "**Example 2.** and text". */
static int bold_level(struct line l)
{
    const bool point = skip(&l, "- ") || skip(&l, "* ") || skip(&l, "\\item");
    skip_blanks(&l);
    skip(&l, "\\noindent");
    skip_blanks(&l);
    const bool soft = begins(&l, "\\emph") || begins(&l, "\\underline") || begins(&l, "\\text");
    const bool bold = begins(&l, "\\textbf");
    const size_t close = bold_end(&l);
    if (close == l.stop || close == l.at || close - l.at > BOLD_MAX)
        return 0;
    if (is_part((struct line){l.text, l.at, close}))
        return HEADING_PART;
    if (soft && !bold)
        return 0;
    size_t behind = close;
    while (behind < l.stop && strchr("*_}/<>bstrong.:\\ \t", l.text[behind]))
        behind++;
    return behind == l.stop ? (point ? HEADING_POINT : HEADING_BOLD) : 0;
}

/* --- Markdown --- */

/* --- or ***, and nothing else; a line of = is the heading above it. */
static int rule_level(struct line l)
{
    const char sign = l.text[l.at];
    size_t signs = 0;
    if (!strchr("-*_=", sign))
        return 0;
    for (; l.at < l.stop; l.at++) {
        if (l.text[l.at] != sign && l.text[l.at] != ' ')
            return 0;
        signs += l.text[l.at] == sign;
    }
    return signs < 3 ? 0 : sign == '=' ? 1 : HEADING_RULE;
}

int heading_level(const char *text, size_t at, size_t stop)
{
    const struct line l = trimmed(text, at, stop);
    if (l.at == l.stop)
        return 0;
    int level = 0;
    while (l.at + (size_t)level < l.stop && text[l.at + (size_t)level] == '#')
        level++;
    if (level && level <= 6)
        return level;
    level = command_level(l);
    if (!level)
        level = rule_level(l);
    if (!level && is_part(l))
        level = HEADING_PART;
    if (!level)
        level = bold_level(l);
    return level ? level : numbered_level(l);
}
