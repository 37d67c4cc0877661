/* lexer.h: what the scanner of lexer.l works on. */
#ifndef BACKPROOF_LEXER_H
#define BACKPROOF_LEXER_H

#include "tokens.h"

struct lexer {
    struct tokens *tokens;
    struct arena *arena;
    size_t at;        /* bytes of the source that were scanned */
    bool plain;       /* a line of plain text */
    int cases;        /* depth of cases environments */
    bool inner;       /* in $…$ inside \text{…} */
    size_t range_end; /* of i = 1, 2 inside \text{…} */
};

/* Appends a token of the length given that ends where the scanner is. */
void lexer_put(struct lexer *lexer, int kind, const char *text, size_t length);

/* A command such as \alpha, or a name such as alpha or SE in plain letters. */
void lexer_command(struct lexer *lexer, const char *name, size_t length);
void lexer_name(struct lexer *lexer, const char *name, size_t length);

/* A letter of Unicode's mathematical alphabets, as word processors write them. */
void lexer_letter(struct lexer *lexer, const char *text, size_t length);

/* How many of the letters after an underscore without braces are its subscript. */
size_t lexer_subscript(const struct lexer *lexer, const char *text, size_t length);

/* x_1, x² with Unicode's own small digits and letters. */
void lexer_small(struct lexer *lexer, const char *text, size_t length);

#endif
