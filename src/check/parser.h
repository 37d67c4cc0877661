/* parser.h: from tokens to a tree as written; the actions of grammar.y. */
#ifndef BACKPROOF_PARSER_H
#define BACKPROOF_PARSER_H

#include "tokens.h"

/* Where a part of a formula stands: bytes of the source. */
struct range {
    size_t at, end;
};
#define YYLLOC_DEFAULT(now, rhs, n)                                                                \
    do {                                                                                           \
        (now).at = (n) ? YYRHSLOC(rhs, 1).at : YYRHSLOC(rhs, 0).end;                               \
        (now).end = (n) ? YYRHSLOC(rhs, n).end : YYRHSLOC(rhs, 0).end;                             \
    } while (0)
#define YYINITDEPTH 3000
#define YYMAXDEPTH 3000

struct parser {
    struct arena *arena;
    const struct tokens *tokens;
    size_t next;
    struct node *tree; /* NODE_ITEMS */
    const char *wrong; /* why it could not be read, or null */
    size_t wrong_at;   /* where reading stopped */
};

/* Reads tokens into parser->tree; false if they could not be read, with the reason and the place. */
bool parser_read(struct parser *parser, const struct tokens *tokens, size_t start,
                 struct arena *arena);

/* The actions. */
struct node *parser_node(struct parser *parser, enum node_kind kind, struct range where);
struct node *parser_leaf(struct parser *parser, enum node_kind kind, const struct token *token);
struct node *parser_one(struct parser *parser, enum node_kind kind, struct node *kid,
                        struct range where);
struct node *parser_join(struct parser *parser, enum node_kind kind, struct node *a,
                         struct node *b);
struct node *parser_quotient(struct parser *parser, struct node *a, struct node *b, bool slash);
struct node *parser_sum(struct parser *parser, struct node *sum, struct node *body);
struct node *parser_limit(struct parser *parser, struct node *sum, size_t which,
                          struct node *limit);
struct node *parser_script(struct parser *parser, struct node *base, struct node *sub,
                           struct node *sup);
struct node *parser_prime(struct parser *parser, struct node *base, struct range where);
struct node *parser_index(struct parser *parser, struct node *base, const struct token *index,
                          struct range where);
struct node *parser_apply(struct parser *parser, struct node *head, struct node *args,
                          struct range where);
struct node *parser_bracket(struct parser *parser, const char *name, struct node *args,
                            struct range where);
struct node *parser_call(struct parser *parser, const char *name, struct node *arg,
                         struct range where);
struct node *parser_otherwise(struct parser *parser, struct range where);
struct node *parser_plain(struct node *node);
void parser_add(struct parser *parser, struct node *node, struct node *kid);
void parser_fail(struct parser *parser, struct range where, const char *reason);

#endif
