/* kinks.h: which sides of its kinks a document was evaluated on. */
#ifndef BACKPROOF_KINKS_H
#define BACKPROOF_KINKS_H

#include "check/expression/expression.h"

enum {
    KINKS_MAX = 32
}; /* places in formulas where a slope jumps: of more, the first are watched */

/* A place, and which of its sides were met: a bit for each. */
struct kink {
    const struct expr *at;
    unsigned met, all;
};

struct kinks {
    struct kink kink[KINKS_MAX];
    size_t n;
};

/* Side number `side` of `sides` was met at a place. kinks may be null. */
void kinks_note(struct kinks *kinks, const struct expr *at, unsigned side, unsigned sides);

/* Adds what others met. */
void kinks_add(struct kinks *to, const struct kinks *others);

/* Of each place all sides were met. */
bool kinks_complete(const struct kinks *kinks);

#endif
