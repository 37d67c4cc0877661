/* expression.h: formulas as understood: a typed tree in which every part has a name.
 *
 * Made by the room meaning from trees as written (reading/written.h); never changed afterwards: whoever
 * wants another tree makes a new one (walk.h). Everything lives in the arena of the document. Every
 * expression knows where in the source it stands.
 */
#ifndef BACKPROOF_EXPRESSION_H
#define BACKPROOF_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "check/vocabulary/relations.h"

struct extent {
    size_t at, end; /* bytes of the source; end is the byte after the last */
};

enum expr_kind {
    EXPR_NUMBER,
    EXPR_SYMBOL,
    EXPR_ADD, /* of all items */
    EXPR_MUL,
    EXPR_DIV,
    EXPR_NEG,
    EXPR_POW,
    EXPR_CALL,
    EXPR_PRIME, /* the derivative of a function of one argument, at a value */
    EXPR_SUM,
    EXPR_DERIVATIVE,
    EXPR_CASES,
    EXPR_INDICATOR,  /* 1 where the condition holds, else 0 */
    EXPR_LIST,       /* [a, b, c], {0, 1, 2} */
    EXPR_ARRAY,      /* a column, a row or a matrix in brackets, row by row */
    EXPR_ENTRY,      /* one entry of an ARRAY */
    EXPR_EACH,       /* a column or a row whose entries a pattern gives, as x_1, ..., x_n */
    EXPR_COMPARISON, /* a relation as a condition */
    EXPR_AND,        /* of conditions */
    EXPR_DOTS        /* dots whose pattern was not found: no value */
};

/* What the sign above a name makes of it. */
enum tag { TAG_NONE, TAG_NEW /* after an update step */, TAG_PRIME };

/* What tells one symbol from another, besides its number of indices. No text is null; an absent one is
 * empty. */
struct symbol_name {
    const char *base; /* "W", "y_hat", "net_h": with the subscripts that are a part of the name */
    const char *
        layer; /* what stands above as a part of the name: "1" in a^1, "(1)" in a^{(1)}; or LAYER_INDEX */
    const char *letters; /* "ij" of a w_ij that is another symbol than w_jk */
    enum tag tag;
};

/* The layer of a symbol that stands for it in any layer: its first index is the number of the layer. */
#define LAYER_INDEX "*"

struct expr_list {
    const struct expr **item;
    size_t n;
};

struct expr_symbol {
    struct symbol_name name;
    unsigned id; /* in the symbol table, from 1; 0 until the model knows it */
    struct expr_list index;
};

struct expr_branch {
    const struct expr *value, *condition; /* a null condition is "otherwise" */
};

struct expr {
    enum expr_kind kind;
    struct extent where;
    unsigned depth; /* levels below this one */
    bool square;    /* of LIST: in square brackets */
    union {
        const char *number; /* a decimal, or a fraction of whole numbers */
        struct expr_symbol symbol;
        struct expr_list list; /* of ADD, MUL, LIST, AND */
        struct {
            struct expr_list entry; /* rows times columns of them */
            size_t columns;
            bool either; /* one row, which may as well be a column */
        } array;
        struct {
            const struct expr *array; /* an ARRAY */
            const struct expr *row,
                *column; /* letters, no parts; counted from base; null if there is only one */
            long base;
        } entry;
        struct {
            const char *letter; /* free in the body; takes these values: */
            const struct expr *low, *high;
            const struct expr *body; /* of a column, whose entries are rows, it may be such a row */
            const struct expr *index; /* of one entry: that letter, no part; else null */
            bool across;              /* a row, no column */
        } each;
        struct {
            const struct expr *numerator, *denominator;
        } quotient;
        struct {
            const struct expr *operand;
        } negative;
        struct {
            const struct expr *base, *exponent;
        } power;
        struct {
            const char *function;
            struct expr_list argument; /* of PRIME: one */
        } call;                        /* of CALL and PRIME */
        struct {
            const char *index;
            const struct expr *low, *high; /* both null: no limits are given */
            const struct expr *condition;  /* may be null */
            const struct expr *body;
        } sum;
        struct {
            const struct expr *of, *by; /* by is a SYMBOL */
        } derivative;
        struct {
            const struct expr_branch *branch;
            size_t n;
        } cases;
        struct {
            const struct expr *condition;
        } indicator;
        struct {
            enum relation relation;
            const struct expr *left, *right;
        } comparison;
    } as;
};

enum { DEPTH_MAX = 400 }; /* levels in a formula */

/* --- making (expression.c); an extent covers the parts as well --- */

struct expr *expr_number(struct arena *arena, struct extent where, const char *text);
struct expr *expr_whole(struct arena *arena, struct extent where, long value);
struct expr *expr_symbol(struct arena *arena, struct extent where, struct symbol_name name);
/* ADD, MUL, LIST, AND with no item yet. */
struct expr *expr_list(struct arena *arena, struct extent where, enum expr_kind kind);
/* Adds an item to a list that is being made (of ADD, MUL, LIST, AND), an entry to an ARRAY, an index to a
 * symbol, an argument to a CALL. Nothing but the maker of an expression may call it. */
void expr_append(struct arena *arena, struct expr *to, const struct expr *item);
struct expr *expr_quotient(struct arena *arena, const struct expr *a, const struct expr *b);
struct expr *expr_negative(struct arena *arena, struct extent where, const struct expr *operand);
struct expr *expr_power(struct arena *arena, const struct expr *base, const struct expr *exponent);
/* CALL or PRIME without its arguments yet. */
struct expr *expr_call(struct arena *arena, struct extent where, enum expr_kind kind,
                       const char *function);
struct expr *expr_sum(struct arena *arena, struct extent where, const char *index,
                      const struct expr *low, const struct expr *high, const struct expr *condition,
                      const struct expr *body);
struct expr *expr_derivative(struct arena *arena, struct extent where, const struct expr *of,
                             const struct expr *by);
struct expr *expr_cases(struct arena *arena, struct extent where, const struct expr_branch *branch,
                        size_t n);
struct expr *expr_indicator(struct arena *arena, struct extent where, const struct expr *condition);
struct expr *expr_comparison(struct arena *arena, const struct expr *left, enum relation relation,
                             const struct expr *right);
/* An ARRAY with no entries yet (expr_append): row by row, a multiple of `columns` in the end. */
struct expr *expr_array(struct arena *arena, struct extent where, size_t columns);
/* An entry of an ARRAY; row or column is null where the array has only one. */
struct expr *expr_entry(struct arena *arena, const struct expr *array, const struct expr *row,
                        const struct expr *column, long base);
/* All entries that a pattern gives (expr_entry_of_each: one of them). */
struct expr *expr_each(struct arena *arena, const char *letter, const struct expr *low,
                       const struct expr *high, const struct expr *body, bool across);
/* The entry with this letter as its index, of an EACH whose body has the letter in place of its own. */
struct expr *expr_entry_of_each(struct arena *arena, const struct expr *each,
                                const struct expr *letter, const struct expr *body);
struct expr *expr_dots(struct arena *arena, struct extent where);

/* a b, with the factors of a product side by side. */
struct expr *expr_product(struct arena *arena, const struct expr *a, const struct expr *b);

/* --- asking --- */

bool symbol_name_same(const struct symbol_name *a, const struct symbol_name *b);

/* The same formula, wherever it stands; ids are not compared. Both may be null. */
bool expr_same(const struct expr *a, const struct expr *b);

/* The same kind, name, relation: whatever they hold besides their parts. Neither may be null. */
bool expr_same_head(const struct expr *a, const struct expr *b);

/* A name without layer, letters and tag. */
struct symbol_name symbol_name_plain(const char *base);
bool symbol_name_is_plain(const struct symbol_name *name);

/* A symbol without indices that has this plain name, such as the letter of an index. */
bool expr_is_letter(const struct expr *e, const char *letter);

/* A number, with or without a sign. */
bool expr_is_number(const struct expr *e);

/* Numbers and built-in functions of them, or an entry of such: no name of the document, and no dots. */
bool expr_is_constant(const struct expr *e);

/* True if a letter stands as an index, or in a condition, somewhere and no sum binds it there. */
bool expr_has_index(const struct expr *e, const char *letter);

/* The formula in plain text, as it was understood (print.c). */
char *expr_print(struct arena *arena, const struct expr *e);
/* A name as it is printed; with n indices, such as W_12^new for {1, 2}. */
char *symbol_name_print(struct arena *arena, const struct symbol_name *name, const long *index,
                        size_t n);

#endif
