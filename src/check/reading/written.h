/* written.h: formulas as they are written, before anybody knows what the names mean.
 *
 * f(x) may be a call or a product, W^T a power or a transpose, y_o a name or an index: all of that stays
 * open here. The parser makes these trees; the room meaning decides, with the whole document known.
 *
 * Shapes, kind by kind ("script" is a NAME, NUMBER, GROUP, NEG, PLUS or DOTS):
 *
 *   f x, f(x)      APPLY of head f: a NAME, SCRIPTS, any factor. The argument is ITEMS if parentheses
 *                  stand there; only behind a FUNCTION may it be a factor: log O_k, log{O}, log f(x)
 *   p(y|x)         APPLY to ITEMS, the second of which is separated by GIVEN
 *   log(x), log[x] APPLY of head FUNCTION. Elsewhere there is no FUNCTION, but for the next two lines
 *   tanh'(x)       APPLY of head SCRIPTS, whose base is the FUNCTION and whose above is PRIME; tanh^{'}(x) too
 *   log^2(x)       SCRIPTS: its base is the APPLY of log to x, and 2 stands above it; log^2 x too
 *   x_i, x^2       SCRIPTS; x_i^2 and x^2_i are one node with both, x^a^b is a SCRIPTS in the base of another
 *   x', x^{'}      SCRIPTS with PRIME above; x'' and x^{''} are two levels, one in the base of the other
 *   w^{+}          SCRIPTS with PLUS above (or below); to be read as the word "new"
 *   W[i][j], W[i,j] SCRIPTS with INDICES below: NAMEs and NUMBERs. No other INDICES exist
 *   {x}, (x), [x]  GROUP of ITEMS, which may be none; underbraces are a GROUP in BRACES, without what labels them
 *   |x|            ABS of x, the bars included in its place; abs(x) is an APPLY of FUNCTION abs
 *   ||x||          NORM of x, the bars included
 *   <a, b>         APPLY of FUNCTION inner to ITEMS, if the angles are \langle and \rangle
 *   a b c          MUL of three; a + b - c is ADD of a, b and NEG c; no MUL is in a MUL, no ADD in an ADD, but in
 *                  brackets or behind a sum sign
 *   a b \odot c    HADAMARD of MUL a b and c: the sign reaches to the left over a product, to the right over a factor
 *   a/b            DIV with slash; \frac{a}{b} is DIV without, and its parts are out of their braces where each
 *                  holds a single formula
 *   dA/dB          DIV of DIFF A by DIFF B, without slash; 2 dA/dB (x) is APPLY or MUL around such a DIV; d/dB has a
 *                  DIFF whose operand is null
 *   \pdv A B, \nabla_B A, \partial_B A   the same DIV of DIFF A by DIFF B
 *   d^2 L          MUL of SCRIPTS, whose base is the DIFF without operand, and L
 *   \sum_a^b x y   SUM with body MUL; a and b are scripts, a GROUP if they are in braces
 *   1{j = k}       INDICATOR; its operand is ITEMS for 1{…}, 1(…), 1[…] and a script for 1_{…}, when the 1 is
 *                  \mathbb{1} or the like; with a plain 1 it is a MUL or SCRIPTS as any other
 *   UNREAD         a side of a chain that could not be read, with the reason; it stands nowhere else
 *   CASES          a list of ITEMS, one for each row; a row may have no items
 *   ARRAY          the same for the rows of a matrix, its entries being the items
 *   a = b = c      CHAIN of three sides; "= c" is CHAIN of null and c. A formula without a relation is a CHAIN of
 *                  one
 *   a, b if c      ITEMS: each is a CHAIN with its separator; empty ones are left out, but "otherwise" with nothing
 *                  behind it, which is a CHAIN of no sides
 */
#ifndef BACKPROOF_WRITTEN_H
#define BACKPROOF_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "check/vocabulary/reasons.h"
#include "check/vocabulary/relations.h"

enum written_kind {
    WRITTEN_NUMBER,
    WRITTEN_NAME,     /* one or more letters: one name, or several side by side */
    WRITTEN_SCRIPTS,  /* base with a subscript or a superscript */
    WRITTEN_PRIME,    /* the sign ' as a superscript */
    WRITTEN_PLUS,     /* the sign + alone as a superscript: a new value */
    WRITTEN_APPLY,    /* head, then parentheses: a call, or a product */
    WRITTEN_FUNCTION, /* the name of a built-in function, as the head of an APPLY */
    WRITTEN_GROUP,    /* in brackets, or in braces that are not printed */
    WRITTEN_INDICES,  /* [i][j] behind a name */
    WRITTEN_ADD,
    WRITTEN_MUL,
    WRITTEN_HADAMARD, /* a product entry by entry */
    WRITTEN_DIV,
    WRITTEN_NEG,
    WRITTEN_ABS,
    WRITTEN_NORM,
    WRITTEN_DIFF,      /* d or the curly d before a name, or alone */
    WRITTEN_SUM,       /* a sum sign with what follows it */
    WRITTEN_INDICATOR, /* 1{…} */
    WRITTEN_CASES,
    WRITTEN_ARRAY, /* a matrix, a column or a row in brackets */
    WRITTEN_DOTS,
    WRITTEN_UNREAD,
    WRITTEN_CHAIN, /* a rel b rel c … */
    WRITTEN_ITEMS  /* chains with separators between them */
};

/* What stands before an item. */
enum separator { SEP_NONE, SEP_COMMA, SEP_GIVEN /* p(y|x) */, SEP_IF, SEP_WHERE, SEP_OTHERWISE };

/* The brackets of a GROUP. */
enum bracket { BRACKET_BRACES /* not printed */, BRACKET_ROUND, BRACKET_SQUARE, BRACKET_CURLY };

struct written_list {
    struct written **item;
    size_t n;
};

struct written {
    enum written_kind kind;
    size_t at, end; /* bytes of the source */
    unsigned depth; /* levels below this one */
    /* As a side of a chain: the relation before it and where that stands. As an item: what separates it
     * from the one before. */
    enum relation relation;
    size_t relation_at;
    enum separator separator;
    bool
        starred; /* as a factor: the sign before it is *, which some write for a product entry by entry */
    union {
        const char *text; /* of NUMBER, NAME, FUNCTION */
        struct {
            struct written *base, *below, *above; /* below or above may be null */
        } scripts;
        struct {
            struct written *head, *argument; /* ITEMS in parentheses, or a factor without any */
        } apply;
        struct {
            enum bracket bracket;
            struct written *items; /* ITEMS */
        } group;
        struct written_list
            list; /* of INDICES, ADD, MUL, HADAMARD, CHAIN (whose first may be null), ITEMS, CASES and ARRAY (ITEMS) */
        struct {
            struct written *numerator, *denominator;
            bool slash; /* written with a stroke, not as a fraction */
        } quotient;
        struct written *operand; /* of NEG, ABS, NORM, INDICATOR; of DIFF, where it may be null */
        struct {
            struct written *body, *below, *above; /* the limits may be null */
        } sum;
        struct {
            struct reason wrong;
            size_t wrong_at; /* byte of the source where reading stopped */
            bool unclear;    /* what stands there may relate or separate */
        } unread;
    } as;
};

struct written *written_new(struct arena *arena, enum written_kind kind, size_t at, size_t end);

/* Adds to the list of a node of kind INDICES, ADD, MUL, HADAMARD, CHAIN, ITEMS, CASES or ARRAY; item may be null. */
void written_add(struct arena *arena, struct written *list, struct written *item);

/* Widens a node and its depth for a part that was put into it; the part may be null. */
void written_cover(struct written *node, const struct written *part);

bool written_same(const struct written *a, const struct written *b);

/* The parts of a node, null ones included, in the order in which they are written. */
size_t written_parts(const struct written *node);
struct written *written_part(const struct written *node, size_t n);

/* One formula in brackets of any kind, or the formula itself. */
const struct written *written_inner(const struct written *node);

/* The chain j < n in braces, as below a sum sign; null if it is anything else, which may be null. */
const struct written *written_less(const struct written *node);

/* A NAME with exactly this text. */
bool written_is_name(const struct written *node, const char *text);

/* One line, without its end: "(items@0-5 (chain@0-5 x@0-1 =@2 (div@4-5 1@4-5 2@4-5)))". Each node with the
 * bytes of the source that it covers, each side of a chain with the relation before it, each item with its
 * separator; "_" where a part is missing. Groups are called braces, round, square, curly. */
void written_print(FILE *out, const struct written *node);

#endif
