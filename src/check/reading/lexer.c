/* lexer.c: names and commands, and the characters of Unicode. */
#include "check/reading/lexer.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/reading/spellings.h"
#include "check/vocabulary/functions.h"
#include "check/vocabulary/words.h"
#include "grammar.tab.h"

/* --- tokens --- */

static void put_at(struct lexer *lexer, int kind, const char *text, size_t at, size_t end)
{
    struct tokens *t = lexer->tokens;
    if (t->n > TOKENS_MAX) /* one too many says that there are too many */
        return;
    t->token = arena_grow(lexer->arena, t->token, t->n, sizeof *t->token);
    t->token[t->n++] = lexer->replaced ? (struct token){kind, text, lexer->from, lexer->till}
                                       : (struct token){kind, text, at, end};
}

void lexer_put(struct lexer *lexer, int kind, const char *text, size_t length)
{
    put_at(lexer, kind, text, lexer->at - length, lexer->at);
}

int lexer_last(const struct lexer *lexer, size_t n)
{
    const struct tokens *t = lexer->tokens;
    return n < t->n ? t->token[t->n - 1 - n].kind : 0;
}

int lexer_begin(struct lexer *lexer, bool matrix)
{
    lexer->cases++;
    lexer->arrays = lexer->arrays << 1 | matrix;
    return matrix ? MATRIX : CASES;
}

int lexer_end(struct lexer *lexer)
{
    const bool matrix = lexer->arrays & 1;
    lexer->cases--;
    lexer->arrays >>= 1;
    return matrix ? ENDMATRIX : ENDCASES;
}

/* 1 0 2 in a row of a matrix, with nothing but space between them. */
void lexer_separate(struct lexer *lexer, size_t length)
{
    const int before = lexer_last(lexer, 1);
    if ((lexer->arrays & 1) && lexer_last(lexer, 0) == NUMBER &&
        (before == MATRIX || before == ROW || before == COMMA || before == MINUS))
        put_at(lexer, COMMA, NULL, lexer->at - length, lexer->at - length);
}

/* --- names and commands --- */

static bool put_function(struct lexer *lexer, const char *name, size_t length, size_t whole)
{
    const struct function *function = function_spelt(name, length);
    if (function)
        lexer_put(lexer, FUNCTION, function->name, whole);
    return function != NULL;
}

/* Also for sigma, which is a built-in function only where the document has no other use for it. */
static bool put_greek(struct lexer *lexer, const char *name, size_t length, size_t whole)
{
    const char *letter = spelling_greek(name, length);
    if (letter)
        lexer_put(lexer, NAME, letter, whole);
    return letter != NULL;
}

static bool put_sign(struct lexer *lexer, const struct spelling *sign, size_t whole)
{
    if (sign && sign->kind)
        lexer_put(lexer, sign->kind, sign->kind == NAME ? sign->text : NULL, whole);
    return sign != NULL;
}

/* A word that is a sign keeps its letters until it is known that it is no name: "in", and n_{in}. */
static bool put_word(struct lexer *lexer, const struct spelling *word, size_t whole)
{
    if (word && word->kind)
        lexer_put(lexer, word->kind, word->kind == DIFF ? NULL : word->text, whole);
    return word != NULL;
}

static bool put_meaning(struct lexer *lexer, enum word_meaning meaning, size_t whole)
{
    if (meaning != WORD_IF && meaning != WORD_OTHERWISE && meaning != WORD_WHERE)
        return false;
    lexer_put(lexer,
              meaning == WORD_IF      ? IF
              : meaning == WORD_WHERE ? WHERE
                                      : OTHERWISE,
              NULL, whole);
    return true;
}

void lexer_command(struct lexer *lexer, const char *name, size_t length)
{
    const size_t whole = length + 1;
    if (length && name[length - 1] == '*')
        length--;
    if (spelling_is_transpose(name, length)) {
        lexer_put(lexer, NAME, "T", whole);
        return;
    }
    if (!put_greek(lexer, name, length, whole) && !put_function(lexer, name, length, whole) &&
        !put_sign(lexer, spelling_command(name, length), whole))
        lexer_put(lexer, BAD, NULL, whole);
}

void lexer_name(struct lexer *lexer, const char *name, size_t length)
{
    if (put_meaning(lexer, word_meaning(name, length, PLACE_FORMULA), length) ||
        put_word(lexer, spelling_word(name, length), length) ||
        put_greek(lexer, name, length, length) || put_function(lexer, name, length, length))
        return;
    char *text = arena_text(lexer->arena, name, length);
    if (*text != 'd') {
        lexer_put(lexer, NAME, text, length);
        return;
    }
    /* dSE, dgamma, d: the d may be a differential; it keeps its text until that is known. */
    const size_t end = lexer->at;
    lexer->at -= length - 1;
    lexer_put(lexer, DIFF, "d", 1);
    lexer->at = end;
    if (length > 1 && !put_greek(lexer, name + 1, length - 1, length - 1))
        lexer_put(lexer, NAME, text + 1, length - 1);
}

void lexer_text_word(struct lexer *lexer, const char *word, size_t length)
{
    put_meaning(lexer, word_meaning(word, length, PLACE_TEXT), length);
}

size_t lexer_accent(struct lexer *lexer, const char *text, size_t length)
{
    size_t command = 1;
    while (isalpha((unsigned char)text[command]))
        command++;
    size_t end = length;
    while (!isalpha((unsigned char)text[end - 1]))
        end--;
    size_t begin = end;
    while (isalpha((unsigned char)text[begin - 1]))
        begin--;
    if (text[begin - 1] == '\\' && !spelling_greek(text + begin, end - begin))
        return command;
    lexer_put(lexer, NAME,
              arena_print(lexer->arena, "%.*s_%s", (int)(end - begin), text + begin,
                          spelling_accent(text + 1, command - 1)),
              length);
    return 0;
}

void lexer_thousands(struct lexer *lexer, const char *text, size_t length)
{
    char *digits = arena_text(lexer->arena, text, length), *to = digits;
    for (size_t n = 0; n < length; n++)
        if (isdigit((unsigned char)text[n]))
            *to++ = text[n];
    *to = '\0';
    lexer_put(lexer, NUMBER, digits, length);
}

static size_t subscript(const struct lexer *lexer, const char *text, size_t length, bool followed)
{
    static const char indices[] = "ijklmnpqrst0123456789"; /* in x_iw the w is a factor */
    const bool index = strchr(indices, text[0]) != NULL;   /* LaTeX takes one letter in any case */
    size_t taken = 1;
    while (taken < length && strchr(indices, text[taken]) && (index || lexer->plain))
        taken++;
    if (followed && taken == length && taken > 1 && index)
        return taken - 1;
    if (lexer->plain && taken < length && islower((unsigned char)text[taken]))
        return length; /* delta_out */
    return taken;
}

size_t lexer_letters(const struct lexer *lexer, const char *text, size_t length, bool followed)
{
    const int last = lexer_last(lexer, 0);
    const bool below = last == FRAC || (last == NUMBER && lexer_last(lexer, 1) == FRAC);
    if (below && !lexer->plain) /* \frac2mw has one letter below */
        return 1;
    return last == SUB                    ? subscript(lexer, text, length, followed)
           : last == SUP && !lexer->plain ? 1
                                          : length;
}

void lexer_word(struct lexer *lexer, const char *text, size_t length)
{
    const int last = lexer_last(lexer, 0);
    if (last == SUB || (last == SUP && !lexer->plain))
        lexer_put(lexer, NAME, arena_text(lexer->arena, text, length), length);
    else
        lexer_name(lexer, text, length);
}

/* --- Unicode --- */

/* Scans what a character stands for; its tokens stand where it stands. */
static void replace(struct lexer *lexer, const char *text, size_t at, size_t end)
{
    struct lexer inner = *lexer;
    inner.inner = false;
    if (!lexer->replaced) {
        inner.replaced = true;
        inner.from = at;
        inner.till = end;
    }
    lexer_scan(&inner, text, strlen(text));
}

/* A sign that stands on what was read last: a hat on a letter, a stroke through an equals sign. False if
 * that is not known. */
static bool put_mark(struct lexer *lexer, int32_t code, size_t at, size_t end)
{
    struct tokens *t = lexer->tokens;
    struct token *last = t->n ? &t->token[t->n - 1] : NULL;
    const size_t from = lexer->replaced ? lexer->from : at;
    if (!last || (last->end != from && last->at != from))
        return false;
    if (code == 0x338 && last->kind == EQ) {
        last->kind = NE;
        last->end = lexer->replaced ? lexer->till : end;
        return true;
    }
    const char *suffix = spelling_mark(code);
    if (!suffix || !last->text || (last->kind != NAME && last->kind != DIFF))
        return false;
    const size_t length = strlen(last->text);
    if (length > 1 && !spelling_greek(last->text, length)) {
        /* in W and y with a hat, written Wy and a hat, the hat is on the y */
        if (last->end - last->at != length || !isalpha((unsigned char)last->text[length - 1]))
            return false;
        const char *letter = last->text + length - 1;
        last->text = arena_text(lexer->arena, last->text, length - 1);
        last->end--;
        put_at(lexer, NAME, arena_print(lexer->arena, "%s_%s", letter, suffix), at - 1, end);
        return true;
    }
    *last = (struct token){NAME, arena_print(lexer->arena, "%s_%s", last->text, suffix), last->at,
                           lexer->replaced ? lexer->till : end};
    return true;
}

/* One half in a single character: "1⁄2" with a stroke of its own. */
static bool put_fraction(struct lexer *lexer, const char *simple, size_t at, size_t end)
{
    static const char stroke[] = "⁄";
    const char *where = strstr(simple, stroke);
    if (!where || where == simple)
        return false;
    put_at(
        lexer, NUMBER,
        arena_print(lexer->arena, "%.*s/%s", (int)(where - simple), simple, where + strlen(stroke)),
        at, end);
    return true;
}

void lexer_unicode(struct lexer *lexer, const char *text, size_t length)
{
    const size_t at = lexer->at - length, end = lexer->at;
    const int32_t code = utf8_code(text);
    const enum utf8_form form = utf8_form(code);
    if (form == UTF8_SPACE || put_greek(lexer, text, length, length) ||
        put_function(lexer, text, length, length) ||
        (form == UTF8_MARK && put_mark(lexer, code, at, end)))
        return;
    const struct utf8_simple simple = utf8_simple(code);
    if (strlen(simple.text) == length && memcmp(simple.text, text, length) == 0)
        put_at(lexer, BAD, NULL, at, end);
    else if (!put_fraction(lexer, simple.text, at, end))
        replace(lexer, simple.text, at, end);
}

enum small { SMALL_LETTERS, SMALL_DIGITS, SMALL_SIGN };

static enum small small_kind(const char *simple)
{
    return strlen(simple) > 1                ? SMALL_SIGN
           : isalpha((unsigned char)*simple) ? SMALL_LETTERS
           : isdigit((unsigned char)*simple) ? SMALL_DIGITS
                                             : SMALL_SIGN;
}

/* The first of some small characters: letters side by side are one name, digits one number, as they are in
 * braces. Returns how many bytes were taken. */
static size_t put_small(struct lexer *lexer, const char *text, size_t length, size_t at)
{
    struct utf8_simple simple = utf8_simple(utf8_code(text));
    const enum small kind = small_kind(simple.text);
    size_t taken = utf8_length(text, length);
    if (kind == SMALL_SIGN) {
        replace(lexer, simple.text, at, at + taken);
        return taken;
    }
    const char *name = arena_text(lexer->arena, simple.text, 1);
    while (taken < length) {
        simple = utf8_simple(utf8_code(text + taken));
        if (small_kind(simple.text) != kind)
            break;
        name = arena_print(lexer->arena, "%s%s", name, simple.text);
        taken += utf8_length(text + taken, length - taken);
    }
    put_at(lexer, kind == SMALL_LETTERS ? NAME : NUMBER, name, at, at + taken);
    return taken;
}

/* How many of the bytes are of characters of this form. */
static size_t run_length(const char *text, size_t length, enum utf8_form form)
{
    size_t taken = 0;
    while (taken < length && utf8_form(utf8_code(text + taken)) == form)
        taken += utf8_length(text + taken, length - taken);
    return taken;
}

void lexer_small(struct lexer *lexer, const char *text, size_t length)
{
    const size_t start = lexer->at - length;
    for (size_t at = 0; at < length;) {
        const enum utf8_form form = utf8_form(utf8_code(text + at));
        if (form != UTF8_RAISED && form != UTF8_LOWERED) {
            const size_t one = utf8_length(text + at, length - at);
            put_at(lexer, BAD, NULL, start + at, start + at + one);
            at += one;
            continue;
        }
        const size_t run = run_length(text + at, length - at, form), stop = at + run;
        put_at(lexer, form == UTF8_RAISED ? SUP : SUB, NULL, start + at, start + at);
        put_at(lexer, LBRACE, NULL, start + at, start + at);
        while (at < stop)
            at += put_small(lexer, text + at, stop - at, start + at);
        put_at(lexer, RBRACE, NULL, start + stop, start + stop);
    }
}
