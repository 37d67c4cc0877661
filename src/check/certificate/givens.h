/* givens.h: what a theorem takes for granted, as hypotheses that are printed, and as data for its proof.
 *
 * These are numbers that the document gives, what it assumes of labels, and that nothing stands on a kink, is divided
 * by 0, or is the logarithm of what is not positive.
 */
#ifndef BACKPROOF_CERTIFICATE_GIVENS_H
#define BACKPROOF_CERTIFICATE_GIVENS_H

#include "check/certificate/writing.h"

enum { GIVEN_TERMS_MAX = 1500 };

struct given {
    char *hypotheses; /* as a reader sees them, each with an arrow behind it */
    char *items;      /* as data, with "; " between */
    char *intro;      /* names of the hypotheses */
    char **term;      /* of each item: its proof */
    size_t terms, n;  /* items, hypotheses */
    bool hot;         /* they are about a class, called hot, in this range: */
    struct bounds hot_range;
};

/* The range of a letter that is in scope. */
struct scope_letter {
    const char *letter;
    struct bounds range;
};

/* Nothing is taken for granted yet. */
struct given given_nothing(struct writing *w);

/* A hypothesis; returns its name. */
const char *given_hypothesis(struct writing *w, struct given *g, const char *text);
/* One fact as data, with its proof. */
void given_item(struct writing *w, struct given *g, const char *item, const char *proof);

/* Numbers that the document gives to the cells in `below` before the claim of the equation. */
void given_numbers(struct writing *w, struct given *g, const unsigned char *below,
                   const struct equation *e);

/* The number that the document gives to a symbol without indices before the claim of the equation; or null. */
const struct expr *given_number(const struct coq_cell *cell, const struct equation *e);

/* What keeps the equation, and the cells in `below`, away from kinks; with `all` also from what is divided by 0 or has no
 * logarithm. False if that cannot hold at a point where the equation was judged: it must not be taken for granted. */
bool given_apart(struct writing *w, struct given *g, const unsigned char *below,
                 const struct equation *e, const struct assignments *a, bool all);

/* An assumption in the words of a verdict, "sum(l) = 1"; false if it is not known here. */
bool given_assumption(struct writing *w, struct given *g, const char *words);

/* The proof of all items, as one term. */
char *given_proof(struct writing *w, const struct given *g);

#endif
