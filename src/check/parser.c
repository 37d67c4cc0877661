/* parser.c: the actions of grammar.y, which put trees together as they were written. */
#include "parser.h"

#include <string.h>

#include "grammar.tab.h"

bool parser_read(struct parser *parser, const struct tokens *tokens, size_t start,
                 struct arena *arena)
{
    *parser = (struct parser){.arena = arena, .tokens = tokens, .wrong_at = start};
    if (tokens->n > TOKENS_MAX)
        parser_fail(parser, (struct range){start, start}, "the formula is too long");
    else if (grammar_yyparse(parser) == 2 && !parser->wrong)
        parser_fail(parser, (struct range){parser->wrong_at, 0}, "it is nested too deeply");
    if (!parser->wrong && parser->tree->depth > DEPTH_MAX)
        parser_fail(parser, (struct range){start, start}, "it is nested too deeply");
    return !parser->wrong;
}

void parser_fail(struct parser *parser, struct range where, const char *reason)
{
    if (parser->wrong)
        return;
    parser->wrong = reason;
    parser->wrong_at = where.at;
}

struct node *parser_node(struct parser *parser, enum node_kind kind, struct range where)
{
    return node_new(parser->arena, kind, where.at, where.end);
}

struct node *parser_leaf(struct parser *parser, enum node_kind kind, const struct token *token)
{
    struct node *node = node_new(parser->arena, kind, token->at, token->end);
    node->name = token->text;
    return node;
}

void parser_add(struct parser *parser, struct node *node, struct node *kid)
{
    node_add(parser->arena, node, kid);
}

struct node *parser_one(struct parser *parser, enum node_kind kind, struct node *kid,
                        struct range where)
{
    struct node *node = parser_node(parser, kind, where);
    parser_add(parser, node, kid);
    return node;
}

struct node *parser_join(struct parser *parser, enum node_kind kind, struct node *a, struct node *b)
{
    if (a->kind == kind) {
        parser_add(parser, a, b);
        return a;
    }
    return node_pair(parser->arena, kind, a, b);
}

/* A part in braces or parentheses that holds one formula and nothing else, as that formula. */
struct node *parser_plain(struct node *node)
{
    if (node->kind == NODE_BRACKET && node->name[0] == '\0' && node->n == 1 && node->kid[0] &&
        node->kid[0]->kind == NODE_ITEMS && node->kid[0]->n == 1 &&
        node->kid[0]->kid[0]->kind == NODE_CHAIN && node->kid[0]->kid[0]->n == 1 &&
        node->kid[0]->kid[0]->kid[0])
        return node->kid[0]->kid[0]->kid[0];
    return node;
}

/* dA / dB … : the stroke binds the two differentials only, so that in 2 dA/dB (x) the 2 and the x are
 * factors. */
struct node *parser_quotient(struct parser *parser, struct node *a, struct node *b, bool slash)
{
    struct node *last = slash && a->kind == NODE_MUL ? a->kid[a->n - 1] : a;
    if (slash && last->kind == NODE_DIFF && b->kind == NODE_DIFF) {
        struct node *rest = NULL;
        if (b->n && b->kid[0]->kind == NODE_APPLY) {
            rest = b->kid[0];
            b->kid[0] = rest->kid[0];
        }
        struct node *quotient = node_pair(parser->arena, NODE_DIV, last, b);
        if (rest) {
            rest->kid[0] = quotient;
            quotient = rest;
        }
        if (last == a)
            return quotient;
        a->kid[a->n - 1] = quotient;
        a->end = b->end;
        return a;
    }
    struct node *node = node_pair(parser->arena, NODE_DIV, a, b);
    node->slash = slash;
    return node;
}

struct node *parser_limit(struct parser *parser, struct node *sum, size_t which, struct node *limit)
{
    while (sum->n < 3)
        parser_add(parser, sum, NULL);
    if (sum->kid[which])
        parser_fail(parser, (struct range){limit->at, limit->end}, "a second limit of the sum");
    sum->kid[which] = limit;
    if (limit->depth >= sum->depth)
        sum->depth = limit->depth + 1;
    return sum;
}

struct node *parser_sum(struct parser *parser, struct node *sum, struct node *body)
{
    while (sum->n < 3)
        parser_add(parser, sum, NULL);
    sum->kid[0] = body;
    sum->end = body->end;
    if (body->depth >= sum->depth)
        sum->depth = body->depth + 1;
    return sum;
}

struct node *parser_script(struct parser *parser, struct node *base, struct node *sub,
                           struct node *sup)
{
    struct node *node = base;
    const size_t which = sub ? 1 : 2;
    if (base->kind != NODE_SCRIPTS || base->kid[which] || (sub && base->kid[2] == NULL)) {
        node = node_new(parser->arena, NODE_SCRIPTS, base->at, base->end);
        parser_add(parser, node, base);
        parser_add(parser, node, NULL);
        parser_add(parser, node, NULL);
    }
    node->kid[which] = sub ? sub : sup;
    node->end = node->kid[which]->end;
    if (node->kid[which]->depth >= node->depth)
        node->depth = node->kid[which]->depth + 1;
    return node;
}

/* A prime is kept as a superscript by the name of '. */
struct node *parser_prime(struct parser *parser, struct node *base, struct range where)
{
    struct node *prime = parser_node(parser, NODE_SYMBOL, where);
    prime->name = "'";
    return parser_script(parser, base, NULL, prime);
}

/* Brackets as in W[i][j] add to the subscript. */
struct node *parser_index(struct parser *parser, struct node *base, const struct token *index,
                          struct range where)
{
    struct node *sub = parser_node(parser, NODE_BRACKET, where);
    sub->name = "";
    const char *text = index->text;
    for (size_t at = 0; text[at];) {
        const size_t skip = strspn(text + at, ", \t\r\n");
        const size_t length = strcspn(text + at + skip, ", \t\r\n");
        if (length) {
            struct node *leaf = parser_node(parser, NODE_SYMBOL, where);
            leaf->name = arena_text(parser->arena, text + at + skip, length);
            if (strspn(leaf->name, "0123456789") == length)
                leaf->kind = NODE_NUMBER;
            parser_add(parser, sub, leaf);
        }
        at += skip + length;
    }
    if (base->kind == NODE_SCRIPTS && base->kid[1] && base->kid[1]->kind == NODE_BRACKET &&
        base->kid[1]->n && base->kid[1]->kid[0]->kind != NODE_ITEMS) {
        for (size_t n = 0; n < sub->n; n++)
            parser_add(parser, base->kid[1], sub->kid[n]);
        base->end = where.end;
        return base;
    }
    return parser_script(parser, base, sub, NULL);
}

struct node *parser_apply(struct parser *parser, struct node *head, struct node *args,
                          struct range where)
{
    struct node *node = parser_node(parser, NODE_APPLY, where);
    parser_add(parser, node, head);
    parser_add(parser, node, args);
    return node;
}

struct node *parser_bracket(struct parser *parser, const char *name, struct node *args,
                            struct range where)
{
    struct node *node = parser_one(parser, NODE_BRACKET, args, where);
    node->name = name;
    return node;
}

struct node *parser_call(struct parser *parser, const char *name, struct node *arg,
                         struct range where)
{
    struct node *node = parser_one(parser, NODE_CALL, arg, where);
    node->name = name;
    return node;
}

struct node *parser_otherwise(struct parser *parser, struct range where)
{
    struct node *node = parser_node(parser, NODE_CHAIN, where);
    node->sep = SEP_OTHERWISE;
    return node;
}
