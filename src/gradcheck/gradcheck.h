/* gradcheck.h: every derivative of R4-R10 and C5-C13 in the code against two numerical ones.
 *
 * A check at random points is evidence, not a proof. It sees a fault above the tolerances below at
 * the points drawn; the updates R7, R11, C10 and C14 are no derivatives and are not looked at.
 */
#ifndef BACKPROOF_GRADCHECK_H
#define BACKPROOF_GRADCHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/random.h"

/* Step and tolerance of the central difference (f(x + h) - f(x - h)) / 2h of the code's own
 * functions. Its error, h^2 times a third derivative and rounding over h, is least about here. */
#define GRADCHECK_CENTRAL_STEP 1e-5
#define GRADCHECK_CENTRAL_TOLERANCE 1e-6

/* Step and tolerance of the complex step Im f(x + ih) / h, on the homework's formulas written down
 * a second time. Nothing is subtracted, so h may be so small that its square vanishes. */
#define GRADCHECK_COMPLEX_STEP 1e-30
#define GRADCHECK_COMPLEX_TOLERANCE 1e-10

/* Relative errors are relative to the larger of the two values compared, but at least to this, so
 * that a derivative near 0 is held to an absolute error. */
#define GRADCHECK_FLOOR 1e-2

enum {
    GRADCHECK_ENTRIES = 48, /* of the largest Jacobian: dH/dW, 4 times 12 */
    GRADCHECK_NUMBERS = 64, /* of the largest point */
};

/* A quantity of the homework as it lies in a point: a number (rows = columns = 0), a vector
 * (columns = 0) or a matrix. */
struct gradcheck_field {
    const char *name;
    int first; /* the index of its first number in the point */
    int rows, columns;
};

/* An equation is the Jacobian of `of` by `by`. Points come as numbers in the order of a struct that
 * only check_regression.c or check_classification.c knows, real ones and, the same, complex ones. */
struct gradcheck_equation {
    const char *label, *derivative;
    const struct gradcheck_field *of, *by;
    bool relative_step;                         /* the step is a fraction of the variable */
    void (*forward)(void *point);               /* sets `of` by the code to be checked */
    void (*exact)(void *complex_point);         /* the same by the homework's formula */
    void (*value)(void *point, double *values); /* the code's derivatives, row-major, of by by */
};

struct gradcheck_network {
    const char *name;
    int numbers;                                      /* of a point */
    void (*draw)(struct random *random, void *point); /* in general position */
    const struct gradcheck_equation *equation;
    int equations;
};

extern const struct gradcheck_network gradcheck_regression, gradcheck_classification;

/* One partial derivative, three times. */
struct gradcheck_entry {
    double code, central, complex_step;
};

/* All of one equation at one point. */
struct gradcheck_table {
    int entries;
    struct gradcheck_entry entry[GRADCHECK_ENTRIES];
};

struct gradcheck_error {
    double absolute, relative;
};

/* What became of an equation. */
struct gradcheck_result {
    const struct gradcheck_equation *equation;
    uint64_t points, entries;            /* compared so far */
    double worst_central, worst_complex; /* relative errors, NaN if any was */
    uint64_t worst_number;               /* which point was the worst, from 1 */
    double worst_excess;                 /* how bad that one is: wrong above 1 */
    struct gradcheck_table worst;        /* its values */
};

/* Uniform in [-2, 2) without (-0.1, 0.1): at 0 wrong formulas hide. */
double gradcheck_draw(struct random *random);

/* How many numbers a field has. */
int gradcheck_count(const struct gradcheck_field *field);

/* The error of the code's value against another; both are NaN if one of the values is. */
struct gradcheck_error gradcheck_compare(double code, double other);

/* The errors of an entry in units of the tolerances: the larger of the two, infinite on NaN. */
double gradcheck_excess(const struct gradcheck_entry *entry);

/* False if the entry is beyond a tolerance or not a number. */
bool gradcheck_entry_ok(const struct gradcheck_entry *entry);

/* The worst entry of a table. If all values of the code, or all of one of the numerical
 * derivatives, are 0, then nothing was checked, and the answer is infinite too. */
double gradcheck_table_excess(const struct gradcheck_table *table);

/* Works out the table of an equation at a point. */
void gradcheck_evaluate(const struct gradcheck_network *network,
                        const struct gradcheck_equation *equation, const void *point,
                        struct gradcheck_table *table);

/* A result before the first point; then one table more. */
struct gradcheck_result gradcheck_begin(const struct gradcheck_equation *equation);
void gradcheck_add(struct gradcheck_result *result, const struct gradcheck_table *table);

/* True if at least one point was looked at and none was wrong. */
bool gradcheck_ok(const struct gradcheck_result *result);

/* All equations of a network, at points drawn from a seed: fills one result for each. True if all
 * are right. */
bool gradcheck_run(const struct gradcheck_network *network, uint64_t points, uint64_t seed,
                   struct gradcheck_result *result);

#endif
