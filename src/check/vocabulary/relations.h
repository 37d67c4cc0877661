/* relations.h: the signs that stand between two sides. */
#ifndef BACKPROOF_RELATIONS_H
#define BACKPROOF_RELATIONS_H

#include <stdbool.h>

enum relation {
    REL_NONE,
    REL_EQ,
    REL_ASSIGN, /* := or an arrow to the left */
    REL_NE,
    REL_LT,
    REL_GT,
    REL_LE,
    REL_GE,
    REL_IN,
    REL_ADD,    /* a += b */
    REL_TAKE,   /* a -= b */
    REL_ABOUT,  /* about equal, proportional */
    REL_BECOMES /* an arrow to the right: an update, a limit, a map */
};

/* As it is printed: "=", "<-", "!=" and so on. */
const char *relation_text(enum relation relation);

/* It gives its left side the value of its right one in a step: a += b, a -= b, a -> a - b. */
bool relation_steps(enum relation relation);

/* It says that its sides are equal, now or after a step. */
bool relation_equates(enum relation relation);

#endif
