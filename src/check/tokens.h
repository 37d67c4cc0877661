/* tokens.h: a span of mathematics as tokens, the same for LaTeX, Unicode and ASCII spellings. */
#ifndef BACKPROOF_TOKENS_H
#define BACKPROOF_TOKENS_H

#include "spans.h"
#include "tree.h"

enum { TOKENS_MAX = 20000 }; /* in a formula */

struct token {
    int kind;         /* of grammar.y */
    const char *text; /* of a number or a name */
    size_t at, end;   /* bytes of the source */
};

struct tokens {
    struct token *token;
    size_t n;
};

/* Appends the tokens of a span. */
void tokens_read(struct tokens *tokens, const struct source *source, const struct span *span,
                 struct arena *arena);

/* Settles what depends on neighbours: which d is a differential, which wide space separates. */
void tokens_settle(struct tokens *tokens, struct arena *arena);

/* Kinds of token: + - times and /; = and the like. */
bool tokens_is_operator(int kind);
bool tokens_is_relation(int kind);

#endif
