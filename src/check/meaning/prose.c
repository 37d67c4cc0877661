/* prose.c: looks for words of the table in vocabulary/words.h. */
#include "check/meaning/prose.h"

#include <ctype.h>
#include <string.h>

#include "check/vocabulary/words.h"

/* Letters of "whenever", the longest word that joins a claim and its condition; and bytes of a remark such as
 * "we get therefore", which leads from a condition to its claim. */
enum { JOINING_MAX = 8, LEADING_MAX = 39 };

/* Bytes that a sentence may have before a formula, and behind it; letters of "from which it follows that". */
enum { SENTENCE_MAX = 600, GOING_ON_MAX = 24 };

/* Bytes of the words near a formula, formulas among them: some lines before it, and the one behind it. */
enum { NEAR_BEFORE = 400, NEAR_BEHIND = 120 };

/* --- sentences --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

/* A full stop with a blank behind it, but not that of "e.g.". */
static bool is_full_stop(const char *text, size_t at)
{
    const bool short_word = at > 1 && (text[at - 2] == '.' || text[at - 2] == ' ') &&
                            isalpha((unsigned char)text[at - 1]);
    size_t next = at + 1;
    while (text[next] && is_blank(text[next]))
        next++;
    return is_blank(text[at + 1]) && !short_word && !islower((unsigned char)text[next]);
}

/* An empty line, a heading, a new point of a list. */
static bool begins_anew(const char *line)
{
    static const char *const beginnings[] = {"\n", "#", "- ", "* ", "\\item", "\\section", "\\sub"};
    for (size_t n = 0; n < sizeof beginnings / sizeof *beginnings; n++)
        if (strncmp(line, beginnings[n], strlen(beginnings[n])) == 0)
            return true;
    return isdigit((unsigned char)line[0]) && strchr(".)", line[1]);
}

/* The byte ends a sentence, or the line that begins behind it does. */
static bool ends_sentence(const char *text, size_t at)
{
    if (text[at] == '?' || text[at] == '!')
        return is_blank(text[at + 1]);
    if (text[at] == '.')
        return is_full_stop(text, at);
    return text[at] == '\n' && begins_anew(text + at + 1 + strspn(text + at + 1, " \t\r>"));
}

/* The last sign of a formula; its full stop or question mark may be that of the sentence. */
static char last_sign(const char *text, const struct formula *f)
{
    size_t at = f->end;
    while (at > f->start && is_blank(text[at - 1]))
        at--;
    return at > f->start ? text[at - 1] : '\0';
}

static bool is_display(const struct formula *f)
{
    return f->kind != SPAN_INLINE;
}

/* A display, or one with words behind it that begin with a capital letter, ends a sentence. */
static bool ends_with_display(const char *text, const struct formula *f, size_t to)
{
    if (!is_display(f))
        return false;
    size_t at = f->end;
    while (at < to && !isalpha((unsigned char)text[at]) && (unsigned char)text[at] < 0x80)
        at += text[at] == '\\' && at + 1 < to ? 2 : 1;
    return last_sign(text, f) == '.' || f->kind == SPAN_LINE ||
           (at < to && isupper((unsigned char)text[at]));
}

static size_t sentence_begin(const char *text, const struct formulas *formulas, size_t n)
{
    const size_t first = formulas->formula[n].start;
    const size_t least = first > SENTENCE_MAX ? first - SENTENCE_MAX : 0;
    size_t at = first;
    for (;; n--) {
        const struct formula *before = n ? &formulas->formula[n - 1] : NULL;
        const size_t gap = before && before->end > least ? before->end : least;
        for (; at > gap; at--)
            if (ends_sentence(text, at - 1))
                return at;
        if (gap == least || ends_with_display(text, before, formulas->formula[n].start))
            return gap;
        at = before->start;
    }
}

static size_t sentence_end(const char *text, size_t length, const struct formulas *formulas,
                           size_t n)
{
    size_t at = formulas->formula[n].end;
    const size_t most = length - at > SENTENCE_MAX ? at + SENTENCE_MAX : length;
    for (;; n++) {
        const struct formula *next = n + 1 < formulas->n ? &formulas->formula[n + 1] : NULL;
        const size_t gap = next && next->start < most ? next->start : most;
        if (last_sign(text, &formulas->formula[n]) == '?' ||
            ends_with_display(text, &formulas->formula[n], gap))
            return at;
        for (; at < gap; at++)
            if (ends_sentence(text, at))
                return at + 1;
        if (gap == most)
            return gap;
        at = next->end > at ? next->end : at;
    }
}

static void blank_out(char *text, size_t from, size_t to, const struct formulas *formulas, size_t n)
{
    while (n > 0 && formulas->formula[n - 1].end > from)
        n--;
    for (; n < formulas->n && formulas->formula[n].start < to; n++)
        for (size_t at = formulas->formula[n].start; at < formulas->formula[n].end; at++)
            if (at >= from && at < to)
                text[at - from] = ' ';
}

/* The text between two places, of which formula n stands at one or between them. */
static struct sentence words_between(const char *all, size_t from, size_t to,
                                     const struct formulas *formulas, size_t n, struct arena *arena)
{
    char *text = arena_new(arena, to - from + 1);
    memcpy(text, all + from, to - from);
    blank_out(text, from, to, formulas, n);
    return (struct sentence){.from = from, .to = to, .text = text};
}

struct sentence prose_sentence(const struct source *source, const struct formulas *formulas,
                               size_t n, struct arena *arena)
{
    const char *all = source->text;
    struct sentence s =
        words_between(all, sentence_begin(all, formulas, n),
                      sentence_end(all, source->length, formulas, n), formulas, n, arena);
    s.question = s.to > s.from && all[s.to - 1] == '?';
    return s;
}

static bool begins_heading(const char *line)
{
    return *line == '#' || strncmp(line, "\\section", 8) == 0 || strncmp(line, "\\sub", 4) == 0;
}

/* Some words down from a byte, but not beyond a heading. */
static size_t end_near(const char *text, size_t length, size_t at)
{
    const size_t most = length - at > NEAR_BEHIND ? at + NEAR_BEHIND : length;
    while (at < most && !(text[at] == '\n' && begins_heading(text + at + 1)))
        at++;
    return at;
}

/* Some lines up from a byte, but not beyond a heading. */
static size_t begin_near(const char *text, size_t at)
{
    for (size_t signs = 0; at > 0 && signs < NEAR_BEFORE; at--) {
        if (text[at - 1] == '\n' && begins_heading(text + at))
            break;
        signs += ((unsigned char)text[at - 1] & 0xC0) != 0x80;
    }
    return at;
}

static bool is_equation(const char *text, const struct formula *f)
{
    return memchr(text + f->start, '=', f->end - f->start);
}

/* The last empty line between two places, or the first of them. */
static size_t paragraph_begin(const char *text, size_t from, size_t to)
{
    for (size_t at = to; at > from; at--)
        if (text[at - 1] == '\n') {
            size_t back = at - 1;
            while (back > from && (text[back - 1] == ' ' || text[back - 1] == '\r'))
                back--;
            if (back > from && text[back - 1] == '\n')
                return at;
        }
    return from;
}

/* A paragraph behind a sentence such as "this is $a = b$, and for the correct class it becomes $a = c$": these words are
 * for the formula behind them, where those that begin a sentence may be for all that follows. Where that paragraph
 * begins, else `from`. */
static size_t behind_own_case(const struct source *source, const struct formulas *formulas,
                              size_t n, size_t from, struct arena *arena)
{
    const char *text = source->text;
    const size_t begin = paragraph_begin(text, from, formulas->formula[n].start);
    while (n > 0 && formulas->formula[n - 1].end > begin)
        n--;
    if (begin == from || n == 0 || formulas->formula[n - 1].end <= from)
        return from;
    const struct sentence s = prose_sentence(source, formulas, n - 1, arena);
    const size_t words = s.from + phrase_within(s.text, s.to - s.from, PHRASE_CASE);
    if (words == s.to || formulas->formula[n - 1].start < words)
        return from;
    for (; n > 0 && formulas->formula[n - 1].start >= s.from; n--)
        if (formulas->formula[n - 1].end <= words && is_equation(text, &formulas->formula[n - 1]))
            return begin;
    return from;
}

static bool is_letter(const struct written *node)
{
    return node && node->kind == WRITTEN_NAME && islower((unsigned char)node->as.text[0]) &&
           node->as.text[1] == '\0';
}

/* i \ne j, i = j: nothing but a condition on two indices. */
static bool is_case(const struct formula *f)
{
    const struct written *items = f->parsed.tree;
    const struct written *chain = items && items->as.list.n == 1 ? items->as.list.item[0] : NULL;
    if (!chain || chain->as.list.n != 2 || !chain->as.list.item[0])
        return false;
    const struct written *right = chain->as.list.item[1];
    return (right->relation == REL_NE || right->relation == REL_EQ) &&
           is_letter(chain->as.list.item[0]) && is_letter(right);
}

bool prose_of_cases(const struct source *source, const struct formulas *formulas, size_t n,
                    struct arena *arena)
{
    const struct formula *f = &formulas->formula[n];
    const size_t from =
        behind_own_case(source, formulas, n, begin_near(source->text, f->start), arena);
    const size_t to = end_near(source->text, source->length, f->end);
    const struct sentence near = words_between(source->text, from, to, formulas, n, arena);
    return prose_says(&near, PHRASE_CASE);
}

bool prose_of_positive(const struct source *source, const struct formulas *formulas, size_t n)
{
    const struct formula *f = &formulas->formula[n];
    const size_t from = begin_near(source->text, f->start);
    const size_t to = end_near(source->text, source->length, f->end);
    return phrase_has(source->text + from, to - from, PHRASE_POSITIVE);
}

bool prose_beside_case(const struct source *source, const struct formulas *formulas, size_t n)
{
    const size_t from = begin_near(source->text, formulas->formula[n].start);
    while (n > 0 && formulas->formula[n - 1].start >= from)
        if (is_case(&formulas->formula[--n]))
            return true;
    return false;
}

struct sentence prose_sentence_between(const struct source *source, size_t from, size_t to,
                                       size_t at, struct arena *arena)
{
    size_t begin = at, end = at;
    while (begin > from && !ends_sentence(source->text, begin - 1))
        begin--;
    while (end < to && !ends_sentence(source->text, end))
        end++;
    return (struct sentence){
        .from = begin, .to = end, .text = arena_text(arena, source->text + begin, end - begin)};
}

bool prose_says_before(const struct sentence *s, size_t at, enum phrase phrase)
{
    return at > s->from && phrase_has(s->text, at - s->from, phrase);
}

bool prose_says(const struct sentence *s, enum phrase phrase)
{
    return phrase_has(s->text, s->to - s->from, phrase);
}

/* --- words at their places --- */

/* Signs that stand between a word and the formula it is about do not count. */
static size_t without_signs(const char *text, size_t from, size_t to)
{
    while (to > from && strchr(" \t\n\r$()\\[*,:.0123456789", text[to - 1]))
        to--;
    return to;
}

/* "Case A:", "case (ii)": the letter, or the Roman number, is no word. */
static size_t without_label(const char *text, size_t from, size_t to)
{
    const size_t end = to;
    while (to > from && end - to < 3 && strchr("ivxIVX", text[to - 1]))
        to--;
    if (to == end && to > from && isalpha((unsigned char)text[to - 1]))
        to--;
    return to > from && strchr(" (", text[to - 1]) ? without_signs(text, from, to) : end;
}

static bool ends_in(const char *text, size_t from, size_t to, enum word_place place)
{
    const size_t end = without_signs(text, from, to);
    return word_ends(text + from, end - from, place) ||
           word_ends(text + from, without_label(text, from, end) - from, place);
}

bool prose_ends_in_word(const char *text, size_t from, size_t to)
{
    return ends_in(text, from, to, PLACE_BEFORE);
}

bool prose_colon_behind(const char *text, size_t at)
{
    const char *behind = text + at;
    behind += strncmp(behind, "\\)", 2) == 0 ? 2 : *behind == '$';
    return behind[strspn(behind, "}*_ ")] == ':';
}

bool prose_ends_in_case(const char *text, size_t from, size_t to)
{
    return ends_in(text, from, to, PLACE_VALUE);
}

bool prose_joined_by_word(const char *text, size_t from, size_t to)
{
    size_t letters = 0, ends = 0;
    for (size_t at = from; at < to; at++) {
        letters += isalpha((unsigned char)text[at]) != 0;
        ends += strchr("\n.;:", text[at]) != NULL;
    }
    return letters <= JOINING_MAX && ends == 0 && prose_ends_in_word(text, from, to);
}

bool prose_leads_on(const char *text, size_t from, size_t to)
{
    return to - from <= LEADING_MAX && !memchr(text + from, '.', to - from);
}

/* The length of \[, \end{align} and the like at a place, or 0. */
static size_t delimiter(const char *text)
{
    if (strncmp(text, "\\[", 2) == 0 || strncmp(text, "\\]", 2) == 0)
        return 2;
    if (strncmp(text, "\\end{", 5) != 0 && strncmp(text, "\\begin{", 7) != 0)
        return 0;
    return strcspn(text, "}");
}

/* What a byte counts for as part of a word: signs of scripts such as Chinese and Korean are a syllable each. */
static size_t weight(char c)
{
    const unsigned char byte = (unsigned char)c;
    return byte >= 0xE3 ? 3 : byte >= 0xC3 || isalpha(byte);
}

bool prose_goes_on(const char *text, size_t from, size_t to)
{
    size_t letters = 0;
    for (size_t at = from; at < to;) {
        const size_t skip = delimiter(text + at);
        if (!skip && strchr("#.\\", text[at]))
            return false;
        /* "the lowest point ($= 4$)" is about the words */
        if (text[at] == '(' && letters)
            return false;
        letters += skip ? 0 : weight(text[at]);
        at += skip ? skip : 1;
    }
    return letters <= GOING_ON_MAX;
}
