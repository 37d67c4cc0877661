/* fitting.h: the shape of a formula, from those of its names; whether its parts fit each other.
 *
 * A length is a number of rows or columns: LENGTH_ONE, or one that is only known to be equal to others. A formula
 * fits if no length greater than one has to be one. Two lengths that were two and have to be equal are counted: in
 * W x with a W of m rows and n columns nothing has to, in x W^T much may.
 */
#ifndef BACKPROOF_FITTING_H
#define BACKPROOF_FITTING_H

#include "check/matrices/variables.h"

enum { LENGTH_ONE = 0 };
enum {
    LENGTHS_MAX = 2 * VARIABLES_MAX + 60
}; /* two for each variable, and those of unit matrices */

/* Which lengths are equal: each points to an equal one, or to itself. Those behind those of the variables are of
 * unit matrices, and of what is written out in brackets, whose size is known. */
struct lengths {
    unsigned short equal[LENGTHS_MAX];
    unsigned short size[LENGTHS_MAX]; /* how many entries; 0: any number */
    size_t n;
};

struct shape {
    unsigned rows, columns;
};

/* How the derivative of a vector by a vector is laid out. */
enum jacobian {
    JACOBIAN_ROWS,    /* entry ij: of i, by j */
    JACOBIAN_COLUMNS, /* entry ij: of j, by i */
    JACOBIAN_EACH,    /* entry i: of i, by i */
    JACOBIANS
};

/* What may be meant in more than one way; the same for all of a formula. */
struct layout {
    bool transposed;        /* the derivative of a number by x has the shape of x^T */
    enum jacobian jacobian; /* of a vector by a vector */
    bool down;              /* a list that may lie either way is a column */
    bool inner;             /* two columns side by side: the number, not the column */
    bool total; /* the right side is a column, and the number is the sum of its entries */
};

struct fitting {
    const struct variables *variables;
    struct lengths *lengths; /* are made equal as they have to */
    struct layout layout;
    unsigned merged; /* lengths that were made equal */
    unsigned loose;  /* what is written in no strict way, such as a number and a vector added */
};

struct lengths lengths_of(const struct variables *variables);

/* Forgets all lengths but those of the variables. */
void lengths_forget(struct lengths *lengths, const struct variables *variables);

/* The shape of e; false if its parts do not fit. */
bool fitting_shape(struct fitting *fitting, const struct expr *e, struct shape *shape);

/* Makes both equal; false if one is one and the other is not. */
bool fitting_equal(struct fitting *fitting, unsigned a, unsigned b);

/* How two factors of a product belong together. */
enum product {
    PRODUCT_SCALED,
    PRODUCT_EACH,
    PRODUCT_INNER,
    PRODUCT_OUTER,
    PRODUCT_MATRIX,
    PRODUCT_NONE
};
enum product fitting_product(const struct fitting *fitting, struct shape a, struct shape b);

bool shape_is_number(struct shape shape);

#endif
