/* words.h: the words of prose that bear on formulas, in one table, each with its language and its places.
 *
 * A language is added by rows of the table in words.c and nothing else.
 */
#ifndef BACKPROOF_WORDS_H
#define BACKPROOF_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum language { ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, TURKISH, DUTCH, POLISH };

enum word_meaning {
    WORD_NONE,
    WORD_IF,        /* a condition follows */
    WORD_OTHERWISE, /* what stands before holds in all other cases */
    WORD_WHERE,     /* another formula follows */
    WORD_PART,      /* of a document: a heading */
    WORD_NOTE,      /* a remark about the formula follows */
    WORD_NEW,       /* of a value after an update: w_new */
    WORD_OLD        /* of a value before it */
};

/* Where a word has its meaning; elsewhere the same letters are a name. */
enum word_place {
    PLACE_FORMULA = 1, /* bare, in a formula */
    PLACE_CAPITAL = 2, /* there also with a capital letter */
    PLACE_TEXT = 4,    /* in \text{…}; capitals do not matter */
    PLACE_BEFORE = 8,  /* last before a formula that is a condition: "if $j = k$"; nor here */
    PLACE_VALUE = 16,  /* last before a formula that sets a special value: "at $x = 0$"; nor here */
    PLACE_SCRIPT = 32, /* below or above a name: w^{new} */
    PLACE_HEADING = 64, /* at the beginning of a line, with a number behind it */
    PLACE_NOTE = 128    /* first in parentheses: "(from 3)"; capitals do not matter */
};

struct word {
    const char *text; /* in UTF-8 */
    enum language language;
    enum word_meaning meaning;
    unsigned places; /* of enum word_place */
};

/* All of them, one after the other; null after the last. */
const struct word *word_number(size_t n);

/* What a word of length bytes means in a formula (PLACE_FORMULA) or in \text{…} (PLACE_TEXT). */
enum word_meaning word_meaning(const char *text, size_t length, enum word_place place);

/* The text ends in a word that has its meaning at this place: PLACE_BEFORE or PLACE_VALUE. */
bool word_ends(const char *text, size_t length, enum word_place place);

/* The length of the heading's word that the text begins with; 0 if there is none. */
size_t word_begins(const char *text, size_t length);

/* Tells an updated value from an old one, below or above a name. */
bool word_is_new(const char *text);
bool word_is_old(const char *text);

#endif
