/* statements.h: the equations of a document, each with the conditions it stands under.
 */
#ifndef BACKPROOF_STATEMENTS_H
#define BACKPROOF_STATEMENTS_H

#include "check/expression/expression.h"
#include "check/meaning/lexicon.h"
#include "check/reading/formulas.h"
#include "check/vocabulary/reasons.h"

/* What the words around a formula make of it. */
enum remark {
    REMARK_NONE,     /* a claim, or a definition */
    REMARK_QUESTION, /* asked, not claimed */
    REMARK_OTHER, /* what could be taken as well: both meanings are possible, the older one comes first */
    REMARK_ANEW, /* "another loss is": both are possible, the newer one comes first */
    REMARK_LEGEND, /* says where something is, such as "where k = M is the last layer": defines nothing */
    REMARK_ZERO,    /* = 0, of a slope, and nothing says that it is set to it */
    REMARK_OPTIMUM, /* = 0, of a slope that is set to it */
    REMARK_ONE_HOT, /* part of "y_c = 1 and y_k = 0": an assumption */
    REMARK_SYMMETRY /* A = A^T: an assumption, or a claim where A has a formula */
};

/* What is said of labels: holds from there on. */
enum stated { STATED_SUM_ONE, STATED_ONE_HOT, STATED_BINARY, STATED_SYMMETRIC /* a matrix is */ };

struct stated_words {
    enum stated what;
    const char *name; /* of the labels; null for those of the loss */
    size_t at;        /* where the sentence begins that says so */
};

/* left rel right; or, with a reason, something that could not be read. */
struct statement {
    size_t at, end;          /* bytes of the source */
    const struct expr *left; /* as understood */
    const struct expr *right;
    enum relation rel;            /* REL_EQ or REL_ASSIGN; REL_IN for y in {0, 1} */
    const struct expr *condition; /* may be null */
    struct reason wrong;          /* REASON_NONE if it was read */
    size_t wrong_at;
    bool link;          /* goes on from the statement before: = c in a = b = c */
    enum remark remark; /* one that is unread for it defines nothing that could hide a definition */
    bool of_cases;      /* the words near it speak of some values of an index, such as equal ones */
    bool of_positive;   /* the words near it speak of positive numbers */
    bool beside_case;   /* near it stands a formula such as i != j, and no more */
    bool found_anew;    /* REMARK_ANEW: not the words, but judging says so */
    bool written_out;   /* it is about vectors and matrices, and stands here in their entries */
    bool loosely;       /* and its shapes fit only if signs are left out, or could be others */
    bool squared; /* and they fit only if lengths are equal that need not be: a matrix is square */
    bool each;    /* and the derivative of a vector by a vector fits only entry by entry */
    bool turned;  /* and its left side is a transpose: it gives no new value */
    bool like_slip;  /* found_anew, and it differs from the formula before by a common mistake */
    size_t sentence; /* where the sentence around it begins: a byte of the source */
};

/* x \in \mathbb{R}^n says that x has more than one row. */
struct shape_said {
    const struct expr *symbol;
    bool rows, columns;
};

struct statements {
    struct statement *statement;
    size_t n;
    struct heading *heading;
    size_t headings;
    const struct expr **range; /* conditions such as j = 0, …, 3 that stand anywhere */
    size_t ranges;
    struct stated_words *stated; /* in words: "y is one-hot" */
    size_t n_stated;
    struct shape_said *shape;
    size_t shapes;
    struct names quadratic; /* the A of x^T A x */
    struct names
        kinds; /* sentences: which names were read as vectors and matrices (check/matrices) */
    bool sums_repeated; /* the words say that an index that stands twice is summed over */
    struct lexicon lexicon;
};

/* The statements of a document, as understood in the light of all of it. They live in the arena, which holds the
 * formulas as well. Each formula with a relation gives a statement or more, if only one that could not be read. */
struct statements *statements_read(const struct source *source, struct arena *arena);

/* The same from formulas that were read before, and with a lexicon that may be another one. */
struct statements *statements_of(const struct source *source, const struct formulas *formulas,
                                 const struct lexicon *lexicon, struct arena *arena);

#endif
