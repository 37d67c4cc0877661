/* tree.h: formulas as trees.
 *
 * The parser makes the kinds up to NODE_TEXT; reading.h turns the first group into the second. Every
 * node knows where in the source it stands.
 */
#ifndef BACKPROOF_TREE_H
#define BACKPROOF_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

enum node_kind {
    /* As written: what these mean depends on the rest of the document. */
    NODE_SCRIPTS, /* kid 0 with a subscript (kid 1) or a superscript (kid 2); either may be null */
    NODE_APPLY,   /* kid 0, then kids 1 … in parentheses: a call, or a product */
    NODE_BRACKET, /* name is the bracket: ( [ { ; the kids are chains */
    NODE_DIFF,    /* d or ∂ before kid 0, or alone */
    NODE_ITEMS,   /* the kids are chains, with separators between them */
    NODE_CHAIN,   /* kid 0 rel kid 1 rel …; kid 0 may be null */
    NODE_DOTS,
    NODE_SUMSIGN,   /* sum over kid 0; kids 1 and 2 are its limits as scripts, or null */
    NODE_INDICATOR, /* 1{…}: kid 0 is the condition */

    /* As understood. */
    NODE_NUMBER, /* name is a decimal or a fraction of whole numbers */
    NODE_SYMBOL, /* name, and an index for each kid */
    NODE_ADD,    /* of all kids */
    NODE_MUL,
    NODE_DIV,
    NODE_NEG,
    NODE_POW,
    NODE_CALL,       /* function `name` of the kids */
    NODE_PRIME,      /* derivative of function `name` at kid 0 */
    NODE_SUM,        /* of kid 0; name is the index; kids 1 and 2 its range (may be null); kid 3 a
                      * condition (may be null) */
    NODE_DERIVATIVE, /* of kid 0 by kid 1, a symbol */
    NODE_CASES, /* kids: value, condition, value, condition …; a null condition is "otherwise" */
    NODE_VECTOR,
    NODE_RELATION, /* kid 0 rel kid 1: a condition */
    NODE_AND       /* of conditions */
};

enum relation {
    REL_NONE,
    REL_EQ,
    REL_ASSIGN, /* := or an arrow to the left */
    REL_NE,
    REL_LT,
    REL_GT,
    REL_LE,
    REL_GE,
    REL_IN,
    REL_ADD,  /* a += b */
    REL_TAKE, /* a -= b */
    REL_ABOUT /* about equal, proportional: not judged */
};

/* What stands before an item. */
enum separator { SEP_NONE, SEP_COMMA, SEP_IF, SEP_WHERE, SEP_OTHERWISE };

struct node {
    enum node_kind kind;
    enum relation rel;  /* before this node in a chain; of a NODE_RELATION */
    enum separator sep; /* before this item */
    bool slash;         /* a quotient written with a stroke */
    const char *name;
    struct node **kid;
    size_t n;
    size_t at, end; /* bytes of the source */
    size_t rel_at;  /* of the relation before it */
    unsigned id;    /* of a symbol, once the model knows it */
    unsigned depth; /* levels below this one */
};

enum { DEPTH_MAX = 400 }; /* levels in a formula */

struct node *node_new(struct arena *arena, enum node_kind kind, size_t at, size_t end);

/* Adds a kid, which may be null. */
void node_add(struct arena *arena, struct node *node, struct node *kid);

/* A node of two kids that covers both. */
struct node *node_pair(struct arena *arena, enum node_kind kind, struct node *a, struct node *b);

/* A copy of all of it. */
struct node *node_copy(struct arena *arena, const struct node *node);

bool node_same(const struct node *a, const struct node *b);

/* True if a letter stands as an index somewhere, not bound by a sum. */
bool node_has_index(const struct node *node, const char *letter);

/* The formula in plain text, as it was understood; name of an index set is left out. */
char *node_print(struct arena *arena, const struct node *node);

#endif
