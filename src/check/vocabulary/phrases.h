/* phrases.h: words and phrases anywhere in a sentence that say what its formulas are for, language by language.
 *
 * words.h has those that stand at fixed places. A language is added by rows of the table in phrases.c.
 */
#ifndef BACKPROOF_PHRASES_H
#define BACKPROOF_PHRASES_H

#include "check/vocabulary/words.h"

enum phrase {
    PHRASE_ASK,       /* begins a question */
    PHRASE_OR,        /* between two formulas, of which one is to be chosen */
    PHRASE_OTHER,     /* what could be taken as well, and is not */
    PHRASE_ANEW,      /* a symbol gets another meaning from here on */
    PHRASE_OPTIMUM,   /* a slope is set to 0 */
    PHRASE_ONE_HOT,   /* a single label is 1, the others are 0 */
    PHRASE_BINARY,    /* a label is 0 or 1 */
    PHRASE_SYMMETRIC, /* a matrix is */
    PHRASE_REPEATED,  /* an index that stands twice is summed over */
    PHRASE_MATRIX,    /* the names behind it are matrices */
    PHRASE_CASE,      /* what is said holds for some values of an index */
    PHRASE_POSITIVE,  /* a number is, or is not below 0 */
    PHRASE_NOT
};

/* Where a phrase with this meaning first begins in a text, as words of their own; its length if nowhere. Capitals do
 * not matter, nor what blanks stand between the words. */
size_t phrase_within(const char *text, size_t length, enum phrase meaning);

bool phrase_has(const char *text, size_t length, enum phrase meaning);

#endif
