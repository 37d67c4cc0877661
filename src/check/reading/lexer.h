/* lexer.h: what the rules of lexer.l do: they put tokens. For lexer.l and tokens.c.
 *
 * The rules see the bytes of one span. A character of Unicode for which there is no rule is replaced by the
 * characters it stands for, one by one, which are scanned in their turn; their tokens keep its place in the
 * source.
 */
#ifndef BACKPROOF_LEXER_H
#define BACKPROOF_LEXER_H

#include <stdint.h>

#include "check/reading/tokens.h"

struct lexer {
    struct tokens *tokens; /* appended to */
    struct arena *arena;
    size_t at;         /* bytes of the source that were scanned */
    bool plain;        /* a line of plain text */
    bool bold;         /* within ** and **, in such a line */
    int cases;         /* depth of cases and matrices */
    uint64_t arrays;   /* for each of them, innermost last, whether it is a matrix */
    bool inner;        /* in $…$ inside \text{…} */
    size_t range_end;  /* of i = 1, 2 inside \text{…} */
    size_t words;      /* where \text{…} begins, */
    size_t silent;     /* the tokens before it, */
    bool spoken;       /* and whether a word stands in it */
    bool replaced;     /* what is scanned stands for one character of the source: */
    size_t from, till; /* its place */
};

/* Scans length bytes of text, which need no 0 after them. */
void lexer_scan(struct lexer *lexer, const char *text, size_t length);

/* Appends a token of the length given that ends where the scanner is. The text must live in the arena or
 * for ever; it may be null. */
void lexer_put(struct lexer *lexer, int kind, const char *text, size_t length);

/* The kind of the nth token from the end, 0 being the last; 0 if there are not so many. */
int lexer_last(const struct lexer *lexer, size_t n);

/* The token that begins cases or a matrix, and the one that ends what was begun last. */
int lexer_begin(struct lexer *lexer, bool matrix);
int lexer_end(struct lexer *lexer);

/* Before a number of the length given, which was scanned: separates it from another entry of a matrix. */
void lexer_separate(struct lexer *lexer, size_t length);

/* A command such as \alpha, without its backslash; a name such as alpha or SE in plain letters; a word in
 * \text{…}. Of length bytes, which end where the scanner is. */
void lexer_command(struct lexer *lexer, const char *name, size_t length);
void lexer_name(struct lexer *lexer, const char *name, size_t length);
void lexer_text_word(struct lexer *lexer, const char *word, size_t length);

/* A name with an accent: \hat y, \bar{W}, \hat\alpha. If what is below the accent is no name but another command, as in
 * \hat\mathbf y, nothing is put: the length of the accent's own command. Else 0. */
size_t lexer_accent(struct lexer *lexer, const char *text, size_t length);

/* 10\,000: 10000 */
void lexer_thousands(struct lexer *lexer, const char *text, size_t length);

/* How many of some letters side by side, perhaps with digits behind them, are one token: after an underscore without
 * braces at least one. followed: another underscore stands behind them, so that in y_kp_k the p is a name. */
size_t lexer_letters(const struct lexer *lexer, const char *text, size_t length, bool followed);

/* Puts these. */
void lexer_word(struct lexer *lexer, const char *text, size_t length);

/* One character that no rule knows. */
void lexer_unicode(struct lexer *lexer, const char *text, size_t length);

/* A run of characters that are raised or lowered in themselves, such as ⁿ and ₁. */
void lexer_small(struct lexer *lexer, const char *text, size_t length);

#endif
