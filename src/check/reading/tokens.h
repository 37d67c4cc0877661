/* tokens.h: a span of mathematics as tokens, the same for LaTeX, Unicode and ASCII spellings. */
#ifndef BACKPROOF_TOKENS_H
#define BACKPROOF_TOKENS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "check/reading/source.h"
#include "check/reading/spans.h"

enum { TOKENS_MAX = 20000 }; /* in a formula; a page of dense mathematics has about 1,000 */

struct token {
    int kind;         /* of grammar.y */
    const char *text; /* of a number or a name; lives in the arena */
    size_t at, end;   /* bytes of the source */
};

struct tokens {
    struct token *token;
    size_t n;
};

/* Appends the tokens of a span; of more than TOKENS_MAX all but the first TOKENS_MAX + 1 are left out. */
void tokens_read(struct tokens *tokens, const struct source *source, const struct span *span,
                 struct arena *arena);

struct habits;

/* The tokens of a formula when what depends on neighbours is decided: which d is a differential, which bar
 * closes, which wide space separates, and what signs.h says. */
struct tokens tokens_resolve(const struct tokens *tokens, const struct habits *habits,
                             struct arena *arena);

/* Kinds of token: + - times and /; = and the like. */
bool tokens_is_operator(int kind);
bool tokens_is_relation(int kind);

/* The name of a kind as in grammar.y (where it is implemented), brackets in quotation marks: "'('". */
const char *token_name(int kind);

/* One line, without its end: "NAME:W@0-1 SUB@1-2 NAME:ij@2-4", with the bytes of the source. */
void tokens_print(FILE *out, const struct tokens *tokens);

#endif
