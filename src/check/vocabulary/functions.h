/* functions.h: the built-in functions, in one table: how they are spelt, and how they are computed. */
#ifndef BACKPROOF_FUNCTIONS_H
#define BACKPROOF_FUNCTIONS_H

#include "base/arb_compat.h"
#include <stdbool.h>
#include <stddef.h>

struct function {
    const char *name; /* as in expressions and as printed */
    const char *const
        *spelling;      /* others, as a name or a LaTeX command without its stroke; ends in null */
    size_t least, most; /* arguments */
    bool activation;    /* a document may use it for the units of a layer; slips are about these */
    bool definable;     /* a document may well use the name for something of its own */
    bool fixed;  /* whoever defines it otherwise is told so: sigma is many things, tanh is not */
    bool kinked; /* the slope jumps somewhere */
    /* f at x and the slope there, to `precision` bits; of one argument. False at a kink. Null for max and
     * min, whose value is one of their arguments. */
    bool (*value)(arb_t f, arb_t slope, const arb_t x, long precision);
};

/* By its name; null if there is none. */
const struct function *function_named(const char *name);

/* By any spelling, with the name to be used in expressions; length bytes. */
const struct function *function_spelt(const char *text, size_t length);

/* All of them, one after the other; null after the last. */
const struct function *function_number(size_t n);

#endif
