/* point.h: a sample point: what decides the number that each free variable has.
 *
 * Free variables are drawn as decimals with two places, so that a reader can do the sum again. The same
 * point draws the same number for an entry whenever it is asked, in any order.
 */
#ifndef BACKPROOF_POINT_H
#define BACKPROOF_POINT_H

#include "base/arb_compat.h"

#include "check/model/model.h"
#include "check/values/entry.h"

/* What free variables are drawn from: all signs; above 0 or between 0 and 1, at first only those that a logarithm or
 * a root rests on, since the others shall come to both sides of every kink. */
enum draw { DRAW_ANY, DRAW_BOUNDED_POSITIVE, DRAW_BOUNDED_UNIT, DRAW_POSITIVE, DRAW_UNIT, DRAWS };

/* What is taken for granted about the labels of a loss, or a matrix. */
enum assumption {
    ASSUME_NOTHING,
    ASSUME_SUM_ONE,  /* positive, and 1 in sum */
    ASSUME_ONE_HOT,  /* one is 1, the others are 0 */
    ASSUME_BINARY,   /* a label without index is 0 or 1 */
    ASSUME_SYMMETRIC /* a matrix, no label: each entry is the one across the diagonal */
};

struct labels {
    enum assumption assumption;
    unsigned id;  /* the symbol that it is about */
    long hot;     /* of ONE_HOT: the index of the 1; of BINARY: the label itself */
    size_t place; /* of its indices, the one over which its entries are 1 in sum */
};

/* Which decimals stand for any number that rounds to them. Those that the document gives to a symbol are exact, but for
 * ROUND_GIVEN. */
enum rounding {
    ROUND_NOTHING,
    ROUND_RESULTS, /* what was a result before, or has three digits or more; so are computed symbols */
    ROUND_GIVEN, /* what is given to a symbol, too, with as many digits behind the point as the result */
    ROUND_ALL, /* of two digits as well */
    ROUND_EACH /* whatever has a point */
};

/* How the numbers of a worked example are read. */
struct digits {
    enum rounding rounding;
    long places;  /* behind the point, to which computed symbols are rounded that nothing shows */
    size_t claim; /* number of the one that is judged: what was shown before it counts */
};

/* Never changed once it is made. */
struct point {
    uint64_t seed;
    enum draw draw;
    bool
        wide; /* ten times as far from 0, beyond the margin of a hinge; not what lies between 0 and 1 */
    struct labels labels;
    size_t section; /* of the document: its definitions are in force, and those before it */
    size_t line;    /* number of a claim: numbers given to symbols after it are not in force */
    long precision; /* bits */
    struct digits digits;
};

enum { PRECISION = 128 }; /* bits to begin with: 84 of them must agree, and sums lose a few */

bool point_same(const struct point *a, const struct point *b);

/* The number of a free variable's entry. */
void point_draw(const struct point *point, const struct symbols *symbols, const struct entry *entry,
                arb_t number);

/* What a symbol is drawn from at a point: DRAW_ANY, DRAW_POSITIVE or DRAW_UNIT. */
enum draw point_domain(const struct point *point, const struct symbol *symbol);

/* Number n of the coefficients of a function that nobody defines: from -1.9 to 1.9, and not near 0. */
void point_coefficient(const struct point *point, const char *function, size_t n, arb_t number);

/* The same of the entry of a symbol that is such a function. */
void point_coefficient_of(const struct point *point, const struct symbols *symbols,
                          const struct entry *entry, size_t n, arb_t number);

/* The value of an index that stands for one value (ranges_chosen). */
long point_chosen(const struct point *point, const struct bounds *range);

#endif
