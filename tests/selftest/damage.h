/* damage.h: the mistakes of the catalogue, made on purpose. */
#ifndef BACKPROOF_TESTS_DAMAGE_H
#define BACKPROOF_TESTS_DAMAGE_H

#include "check/judging/judging.h"
#include "check/judging/mistakes.h"

enum { DAMAGES_MAX = 400 };

struct damage {
    enum mistake mistake; /* what should be named */
    enum mistake also;    /* what may be named as well, or MISTAKE_NONE */
    const struct expr *right;
};

struct damages {
    struct damage damage[DAMAGES_MAX];
    size_t n;
};

/* All damage that can be done to the right side of a claim; the damaged sides live in the arena. */
void damage_claim(const struct judging *j, struct arena *arena, const struct claim *claim,
                  struct damages *damages);

#endif
