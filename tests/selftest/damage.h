/* damage.h: the mistakes of the catalogue, made on purpose. */
#ifndef BACKPROOF_TESTS_DAMAGE_H
#define BACKPROOF_TESTS_DAMAGE_H

#include "mistakes.h"

enum { DAMAGES_MAX = 400 };

struct damage {
    const char *code; /* what should be named */
    const char *also; /* what may be named as well, or null */
    const struct node *right;
};

struct damages {
    struct damage damage[DAMAGES_MAX];
    size_t n;
};

/* All damage that can be done to the right side of a claim. */
void damage_claim(struct judging *j, const struct claim *claim, struct damages *damages);

#endif
