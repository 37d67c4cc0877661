/* variables.h: the names of a document as vectors and matrices: which of them is what.
 *
 * A name without indices, and the same name with one, are two variables: x may be a vector whose entry is the number
 * x_i, or one of many numbers; x_i may itself be a vector, the i-th sample. W_1 and W_2 are two as well: of two layers.
 */
#ifndef BACKPROOF_VARIABLES_H
#define BACKPROOF_VARIABLES_H

#include "check/expression/expression.h"
#include "check/meaning/names.h"

enum kind { KIND_SCALAR, KIND_COLUMN, KIND_ROW, KIND_MATRIX, KINDS };

struct variable {
    struct symbol_name name; /* without its tag: a new value is what the old one is */
    size_t indices;
    const struct expr_list *numbers; /* the indices, if all are numbers; else null */
    enum kind kind;
    unsigned cost[KINDS]; /* how much speaks against it; COST_NEVER: the document says otherwise */
    bool settled;         /* the document says what it is */
    unsigned short rows, columns; /* how many, if it is written out in brackets; 0: not known */
    size_t
        group; /* the first variable that is the same in another layer: W^l, W^{l+1}; else its own number */
    bool open;    /* it could be of another kind, and all would fit as well */
    bool used;    /* it stands in a line that was written out in entries */
    bool defined; /* it is the left side of a definition, from whose right side its kind comes */
};

enum { COST_UNLIKELY = 29, COST_HIGH = 30, COST_NEVER = 1000 };

enum { VARIABLES_MAX = 120 }; /* in a document: more than anybody could tell apart */

struct variables {
    struct variable *variable;
    size_t n;
};

/* The variable of a SYMBOL, or null. */
struct variable *variables_of(const struct variables *variables, const struct expr *symbol);

/* Its number, from 0; variables->n if it is none. A symbol with an id is the variable of that number, from 1. */
size_t variables_number(const struct variables *variables, const struct expr *symbol);

bool kind_has_rows(enum kind kind);
bool kind_has_columns(enum kind kind);
enum kind kind_of(bool rows, bool columns);

/* The indices of a SYMBOL, if there are any and all are numbers; else null. */
const struct expr_list *variables_numbers(const struct expr *symbol);

/* All variables of its group become this. */
void variables_set(struct variables *variables, size_t number, enum kind kind);

/* "columns x, b", "matrices W": the names of those that are no numbers, a sentence for each kind. */
struct names variables_say(const struct variables *variables, struct arena *arena);

#endif
