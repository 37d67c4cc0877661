/* writing.h: what writing the Coq file of one document shares: the symbols that its lines rest on, as cells.
 *
 * A cell is a symbol of the document as one function in Coq. A symbol that is computed from itself one layer or step
 * before is a cell for each layer (levels.h), so that no cell is computed from itself. Formulas are written twice: as a
 * reader sees them, and as data on which the proofs are computed; Coq compares the two.
 */
#ifndef BACKPROOF_CERTIFICATE_WRITING_H
#define BACKPROOF_CERTIFICATE_WRITING_H

#include <stdio.h>

#include "check/judging/points.h"

enum {
    CELL_ARITY = 4,   /* indices of a cell */
    BOUND_MAX = 48,   /* letters in scope */
    FIRST_NUMBER = 2, /* of the cells in Coq; 1 is the parameter of a function */
    CELLS_MAX = 200,  /* in a section: more take too long */
    SLOPES_MAX = 256, /* in a section */
    ENTRIES_MAX = 700 /* of one cell */
};

/* A letter in scope: an index, or a parameter of a function. */
struct bound {
    const char *letter, *name; /* in the document, in Coq */
    bool parameter;
};

/* One formula of a cell: for the entries with these indices, where the condition holds. */
struct cell_formula {
    struct expr_list index; /* letters and numbers, without the level */
    const struct expr *right, *condition;
};

enum cell_state { CELL_NEW, CELL_BUSY, CELL_READY, CELL_BROKEN };

struct coq_cell {
    unsigned
        id; /* in the model; 0: a formula that is differentiated, or the entries nobody defines */
    bool levelled;
    long level;
    const char *name;  /* in Coq */
    const char *maker; /* of a cell with formulas: the function of what it is computed from */
    size_t arity;
    struct bounds range[CELL_ARITY];
    enum cell_state state;
    const char *why;              /* of CELL_BROKEN */
    struct cell_formula *formula; /* the one in force comes first; none: the cell is free */
    size_t formulas;
    size_t rest;  /* the cell of entries that have no formula; 0: all have one */
    bool derived; /* a derivative stands in its formula */
    size_t *use;  /* the cells in its formulas, by number */
    size_t uses;
    unsigned char slope[SLOPES_MAX]; /* 1 for each slope in its formulas, by number */
    const struct definition **value; /* numbers that the document gives to it, or to entries */
    size_t values;
};

/* A derivative: of a cell by a cell. */
struct slope {
    size_t of, by;
    const char *name, *function; /* dSE_dW, SE_by_W */
    size_t *path;                /* the cells in between, each after those it is computed from */
    size_t n_path;
};

struct own_function {
    const struct definition *definition;
    const char *name;
};

/* The letters in scope. */
struct letters_in_scope {
    struct bound bound[BOUND_MAX];
    size_t bounds;
};

struct writing {
    const struct model *model;
    struct judging *judging;
    struct arena *arena;
    size_t section;
    FILE *out;
    bool data;       /* formulas are written as data */
    const char *why; /* the first thing that could not be stated; or null */
    struct bound bound[BOUND_MAX];
    size_t bounds;
    struct coq_cell **cell; /* in the order in which they were met */
    size_t cells;
    size_t *order; /* of the cells, each after those it is computed from */
    size_t n_order;
    struct slope *slope;
    size_t slopes;
    struct own_function *function;
    size_t functions;
    struct names taken;    /* names in Coq */
    struct coq_cell *user; /* whose formula is being written, or null */
    unsigned char *place;  /* for each id: 1 + the place of its level among its indices; 0: none */
    size_t depth;          /* of definitions inside each other */
};

/* Notes why something cannot be stated, unless there is a reason; false. */
bool writing_fail(struct writing *w, const char *why);

/* What is written between begin and end, and where to before. */
struct coq_text {
    char *text;
    size_t size;
    FILE *before;
};
/* From here on w->out is a text of its own. */
void coq_text_begin(struct writing *w, struct coq_text *c);
/* The text, in the arena; w->out is what it was. */
char *coq_text_end(struct writing *w, struct coq_text *c);

/* A name that Coq takes and that nothing has yet, near to the wanted one; it is taken then. */
const char *coq_name(struct writing *w, const char *wanted);
/* The name of an index or a parameter: the letter itself, unless something has that name. */
const char *coq_letter(struct writing *w, const char *letter);

/* Begins with no letter in scope; gives back those that were, to be put back by coq_scope_end. */
struct letters_in_scope coq_scope_begin(struct writing *w);
void coq_scope_end(struct writing *w, const struct letters_in_scope *before);

/* Brings a letter into scope; take it out again by setting w->bounds back. */
void writing_bind(struct writing *w, const char *letter, bool parameter);
/* The innermost with the name of a symbol without indices, or null. */
const struct bound *writing_bound(const struct writing *w, const struct expr *symbol);

#endif
