/* notes.c */
#include "check/reading/notes.h"

#include <ctype.h>
#include <string.h>

#include "check/reading/spellings.h"
#include "check/vocabulary/functions.h"
#include "check/vocabulary/words.h"
#include "grammar.tab.h"

/* Tokens in a note: more are a text. */
enum { NOTE_MAX = 40 };

/* What stands in parentheses, word by word. */
struct content {
    size_t words;     /* of two letters or more */
    size_t known;     /* of them: names of the document */
    bool hyphen;      /* words are joined by one */
    const char *word; /* the first of them */
    size_t length;    /* its length */
    bool leads;       /* the first is one that notes begin with: from, by, see */
    bool formula;     /* something else than words and numbers stands there */
};

/* The bytes of a letter at the beginning of a text: of Latin and Cyrillic ones, which no formula has as such; 0 if there
 * is none. */
static size_t letter(const char *text, size_t length)
{
    const unsigned char c = length ? (unsigned char)text[0] : 0;
    const unsigned char next = length > 1 ? (unsigned char)text[1] : 0;
    if (isalpha(c))
        return 1;
    const bool product = c == 0xC3 && (next == 0x97 || next == 0xB7);
    return ((c >= 0xC3 && c <= 0xC9) || (c >= 0xD0 && c <= 0xD3)) && next >= 0x80 && !product ? 2
                                                                                              : 0;
}

/* Past a command that says nothing about what is in its braces, \text and the like; 0 if it is another. */
static size_t past_text(const char *text, size_t at, size_t end)
{
    static const char *const commands[] = {"\\text{",   "\\textrm{", "\\mbox{", "\\textit{",
                                           "\\mathrm{", "\\eqref{",  "\\ref{",  "\\rm ",
                                           "\\textbf{", "\\ ",       "\\,",     "\\quad",
                                           "\\;",       "\\tiny ",   "\\small "};
    for (size_t n = 0; n < sizeof commands / sizeof *commands; n++) {
        const size_t length = strlen(commands[n]);
        if (end - at >= length && memcmp(text + at, commands[n], length) == 0)
            return at + length;
    }
    return 0;
}

static bool is_known(const struct habits *h, const char *word, size_t length)
{
    return habits_have_name(h, word, length) || spelling_greek(word, length) ||
           function_spelt(word, length);
}

/* A hyphen joins two words; else it is a minus sign. */
static bool is_hyphen(const char *text, size_t at, size_t end)
{
    return at > 0 && at + 1 < end && isalpha((unsigned char)text[at - 1]) &&
           isalpha((unsigned char)text[at + 1]);
}

static struct content content_of(const struct habits *h, size_t at, size_t end)
{
    const char *text = h->source->text;
    struct content c = {.words = 0};
    bool first = true;
    while (at < end) {
        const size_t begin = at;
        size_t letters = 0;
        for (size_t step; (step = letter(text + at, end - at)); letters++)
            at += step;
        if (letters > 1) {
            if (first)
                c.leads = word_meaning(text + begin, at - begin, PLACE_NOTE) == WORD_NOTE;
            if (first && word_meaning(text + begin, at - begin, PLACE_TEXT) == WORD_IF)
                c.formula = true; /* a condition */
            c.known += is_known(h, text + begin, letters);
            if (!c.words++) {
                c.word = text + begin;
                c.length = at - begin;
            }
            first = false;
        } else if (letters == 0 && text[at] == '\\') {
            const size_t next = past_text(text, at, end);
            c.formula = c.formula || !next;
            at = next ? next : end;
        } else if (letters == 0 && text[at] == '-') {
            c.hyphen = c.hyphen || is_hyphen(text, at, end);
            c.formula = c.formula || !is_hyphen(text, at, end);
            at++;
        } else if (letters == 0) {
            c.formula = c.formula ||
                        !(isalnum((unsigned char)text[at]) || strchr(" \t\n.,:;#{}~'", text[at]));
            at++;
        }
    }
    return c;
}

static bool ends_here(int kind)
{
    return kind == 0 || kind == COMMA || kind == QUAD || kind == ROW || kind == STOP ||
           kind == WHERE || kind == IF || kind == RBRACE || tokens_is_relation(kind);
}

static size_t closing(const struct tokens *t, size_t at)
{
    int depth = 0;
    for (; at < t->n; at++) {
        const int kind = t->token[at].kind;
        depth += (kind == LPAR || kind == LBRACK) - (kind == RPAR || kind == RBRACK);
        if (depth == 0)
            break;
    }
    return at;
}

/* Blanks between the parenthesis and what stands before it. */
static size_t gap_before(const struct tokens *t, size_t at)
{
    if (at == 0 || t->token[at - 1].kind == QUAD || t->token[at - 1].kind == COMMA)
        return 2;
    return t->token[at].at - t->token[at - 1].end;
}

/* Words that nobody takes for a factor: they begin as notes do, or they are several. */
static bool is_note(const struct content *c, size_t gap)
{
    return c->leads || (c->words > 1 && gap > 0) || (gap > 1 && c->length > 2);
}

/* Brackets that no function and no script takes. */
static bool may_be_note(const struct tokens *t, size_t at)
{
    const int before = at ? t->token[at - 1].kind : 0;
    return (t->token[at].kind == LPAR || t->token[at].kind == LBRACK) && before != FUNCTION &&
           before != SUP && before != SUB && before != SUM;
}

void notes_resolve(struct tokens *t, const struct habits *h)
{
    for (size_t n = 0; n < t->n; n++) {
        if (!may_be_note(t, n))
            continue;
        const size_t close = closing(t, n);
        if (close == t->n)
            return;
        if (close - n > NOTE_MAX)
            continue;
        const struct content c = content_of(h, t->token[n].end, t->token[close].at);
        const bool known = !c.leads && (c.hyphen ? c.known > 0 : c.known == c.words);
        const size_t gap = gap_before(t, n);
        if (c.formula || !c.words || known || (c.words == 1 && !c.leads && (c.length < 3 || !gap)))
            continue;
        const int after = close + 1 < t->n ? t->token[close + 1].kind : 0;
        const bool note = is_note(&c, gap) && (n == 0 || ends_here(after));
        for (size_t k = n; k <= close; k++)
            t->token[k].kind = 0;
        if (!note)
            t->token[n].kind = WORDS_HERE;
        n = close;
    }
}

/* Letters of a word that could not be a product of names. */
enum { LOOSE_MIN = 4 };

/* Ends the factor before a word. */
static bool is_factor_before(int kind)
{
    return kind == NAME || kind == NUMBER || kind == RPAR || kind == RBRACE || kind == RBRACK ||
           kind == PRIME;
}

/* Stands behind a name, but not behind a word. */
static bool goes_on(int kind)
{
    return kind == SUB || kind == SUP || kind == SLASH || kind == PRIME || kind == LPAR;
}

/* A word that stands once in the document, with no sign between it and the factor before it: it is no name. */
static bool is_loose(const struct tokens *t, size_t n, const struct habits *h)
{
    const struct token *token = &t->token[n];
    const size_t length = token->kind == NAME ? strlen(token->text) : 0;
    const bool joined = n > 0 && t->token[n - 1].kind == DIFF && t->token[n - 1].end == token->at;
    const size_t first = joined ? n - 1 : n;
    if (length + joined < LOOSE_MIN || first == 0 || token->end - token->at != length ||
        spelling_greek(token->text, length) || letter(h->source->text + token->at, 1) == 0)
        return false;
    const struct token *before = &t->token[first - 1];
    const int after = n + 1 < t->n ? t->token[n + 1].kind : 0;
    return is_factor_before(before->kind) && before->end < t->token[first].at && !goes_on(after) &&
           habits_count(h, token->text) == 1;
}

void notes_find_words(struct tokens *t, const struct habits *h)
{
    for (size_t n = 0; n < t->n; n++)
        if (is_loose(t, n, h))
            t->token[n] = (struct token){WORDS_HERE, NULL, t->token[n].at, t->token[n].end};
}
