/* habits.h: how the author of a document writes signs that are written in more than one way.
 *
 * Found from the tokens of all formulas, before any of them is parsed.
 */
#ifndef BACKPROOF_HABITS_H
#define BACKPROOF_HABITS_H

#include "check/reading/tokens.h"

enum decimal_sign {
    DECIMAL_UNKNOWN, /* no number shows it */
    DECIMAL_POINT,
    DECIMAL_COMMA,
    DECIMAL_BOTH /* numbers with both: none with a comma is certain */
};

struct habits {
    const struct source *source;
    const char *
        *name; /* of two letters or more that stand somewhere outside of parentheses; sorted */
    size_t names;
    enum decimal_sign decimal;
    bool sigma_is_name; /* a capital sigma stands where no sum sign could */
    bool
        delta_is_name; /* a capital delta is given a value by itself, and no formula begins with that of \Delta w */
};

/* Of n formulas, as the lexer gives their tokens. The source and the tokens' texts must live as long as the habits. */
struct habits habits_of(const struct source *source, const struct tokens *formula, size_t n,
                        struct arena *arena);

/* How often the word is one of the names. */
size_t habits_count(const struct habits *habits, const char *word);

/* The word is one of the names. */
bool habits_have_name(const struct habits *habits, const char *word, size_t length);

#endif
