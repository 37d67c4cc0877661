/* build.h: the actions of grammar.y, which put trees together; for grammar.y and parser.c alone. */
#ifndef BACKPROOF_BUILD_H
#define BACKPROOF_BUILD_H

#include "check/reading/parser.h"

/* Where a part of a formula stands: bytes of the source. */
struct range {
    size_t at, end;
};
#define YYLLOC_DEFAULT(now, rhs, n)                                                                \
    do {                                                                                           \
        (now).at = (n) ? YYRHSLOC(rhs, 1).at : YYRHSLOC(rhs, 0).end;                               \
        (now).end = (n) ? YYRHSLOC(rhs, n).end : YYRHSLOC(rhs, 0).end;                             \
    } while (0)

/* Symbols on Bison's stack. A level of nesting takes 3 to 5 of them, so that this is a little more than
 * WRITTEN_DEPTH_MAX levels; all of it is there from the start, 3000 * 34 bytes. */
#define YYINITDEPTH 3000
#define YYMAXDEPTH 3000

/* A formula on its way from tokens to a tree. */
struct parser {
    struct arena *arena;
    const struct tokens *tokens;
    size_t next; /* number of the token to be read next */
    struct written *tree;
    struct reason wrong; /* the first that was found */
    size_t wrong_at;
};

/* Notes why the formula cannot be read, unless a reason was noted before. */
void build_fail(struct parser *parser, struct range where, enum reason_code code,
                const char *about);

/* A node without parts. */
struct written *build_node(struct parser *parser, enum written_kind kind, struct range where);

/* NUMBER, NAME, FUNCTION. */
struct written *build_text(struct parser *parser, enum written_kind kind,
                           const struct token *token);

/* NEG, ABS, DIFF, INDICATOR. */
struct written *build_operand(struct parser *parser, enum written_kind kind,
                              struct written *operand, struct range where);

/* ADD, MUL of a and b; an a of the same kind is gone on with. */
struct written *build_join(struct parser *parser, enum written_kind kind, struct written *a,
                           struct written *b);

/* a sign b, where the sign is one of products: b knows if it is a star. */
struct written *build_times(struct parser *parser, struct written *a, const struct token *sign,
                            struct written *b);

/* a/b with a stroke; b's parentheses stay outside where both are differentials. */
struct written *build_slash(struct parser *parser, struct written *a, struct written *b);

/* \frac{a}{b}, from where its command stands. */
struct written *build_fraction(struct parser *parser, struct written *a, struct written *b,
                               struct range where);

/* The quotient of the differentials of two formulas, which stand at those places. */
struct written *build_derivative(struct parser *parser, struct written *of, struct range of_where,
                                 struct written *by, struct range by_where, struct range where);

/* A limit of a sum that has no body yet. */
struct written *build_limit(struct parser *parser, struct written *sum, struct written *below,
                            struct written *above);
struct written *build_sum(struct written *sum, struct written *body);

/* One of below and above is null. */
struct written *build_script(struct parser *parser, struct written *base, struct written *below,
                             struct written *above);
/* n primes; where the first stands. */
struct written *build_primes(struct parser *parser, struct written *base, size_t n,
                             struct range where);
struct written *build_index(struct parser *parser, struct written *base, const struct token *index,
                            struct range where);

/* \nabla f(x): by the one argument that is named. */
struct written *build_gradient(struct parser *parser, struct written *of, struct range of_where,
                               struct range where);
struct written *build_inner(struct parser *parser, struct written *args, struct range where);
struct written *build_apply(struct parser *parser, struct written *head, struct written *argument,
                            struct range where);
struct written *build_group(struct parser *parser, enum bracket bracket, struct written *items,
                            struct range where);

/* A chain with one side more; chain may be null: it begins with this, and where it all stands. */
struct written *build_side(struct parser *parser, struct written *chain, enum relation relation,
                           struct range relation_where, struct written *side, struct range where);

/* A list with one item more, which may be null. */
struct written *build_item(struct parser *parser, struct written *items, enum separator separator,
                           struct range separator_where, struct written *item);

#endif
