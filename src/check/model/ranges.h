/* ranges.h: what values indices take.
 *
 * A range belongs to a place below a symbol (the second index of W), not to a letter: sums say it, and it spreads
 * through the definitions from one symbol to the next.
 */
#ifndef BACKPROOF_RANGES_H
#define BACKPROOF_RANGES_H

#include "check/expression/expression.h"
#include "check/meaning/names.h"

enum {
    INDEX_MAX =
        5000, /* values of an index: a sum over two of them is 25 million terms, some minutes */
    DEFAULT_SIZE =
        3, /* values of an index whose range a document leaves open: the least that tells apart what is
                       * right for two by chance */
    NAMED_SIZE =
        5 /* of an n that is the limit of a sum: a number that no homework has as a factor */
};

/* The values an index takes. */
struct bounds {
    bool known, seen; /* from a sum or a condition; from numbers that were seen */
    bool guessed;     /* known only from the numbers that were seen */
    long low, high;
    const char *absent; /* of a letter: an entry it would reach that stands nowhere, or null */
};

/* What letters range over, as far as the document tells. */
struct ranges {
    struct bounds letter[128]; /* what a letter ranges over if nothing better is known */
    struct names chosen;       /* indices that stand for one value, as the c in -log p_c */
    struct bounds *chosen_range;
    struct names assumed; /* letters whose range nobody gives */
    bool listed;          /* some symbol has only the entries that stand in the document */
};

struct model;

/* The range of a letter in a formula: from the condition, else from the symbols it stands below, `first` looked at
 * first, else from the letter itself; if nothing tells, not known, and DEFAULT_SIZE values. Any of the three may be
 * null. */
struct bounds ranges_letter(const struct model *model, struct arena *arena, const char *letter,
                            const struct expr *first, const struct expr *second,
                            const struct expr *condition);

/* The range of an index that stands for one value, or null if the letter is no such. */
const struct bounds *ranges_chosen(const struct model *model, const char *letter);

/* A whole number made of numbers and sizes; false if it is not one. e may be null. */
bool ranges_number(const struct model *model, const struct expr *e, long *value);

/* For model_make: finds the ranges, and gives sums without limits those that were found. Claims, definitions and
 * symbols must be there. */
void ranges_find(struct model *model, struct arena *arena);

#endif
