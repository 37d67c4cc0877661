/* reasons.h: why something could not be read or judged: a code for the program, a sentence for people.
 *
 * Nothing in the program looks at a sentence. A reason may name what it is about: a sign as it is written, or
 * a symbol.
 */
#ifndef BACKPROOF_REASONS_H
#define BACKPROOF_REASONS_H

#include "base/arena.h"

enum reason_code {
    REASON_NONE,
    /* reading */
    REASON_TOO_LARGE, /* of files, with what the system says */
    REASON_NOT_OPENED,
    REASON_NOT_LOADED,
    REASON_NOT_UTF8,
    REASON_CONTROL_CHARACTER,
    REASON_NOT_NOTEBOOK,
    REASON_TOO_LONG, /* of formulas */
    REASON_TOO_DEEP,
    REASON_SECOND_LIMIT,
    REASON_SIGN_MISSING,
    REASON_END_MISSING,
    REASON_UNKNOWN_SIGN,
    REASON_NUMBER_UNCLEAR, /* 0,5 or 1,000 */
    REASON_STOP,
    REASON_WORDS,
    REASON_DOTTED, /* np.sum */
    REASON_CLOSING_BRACKET,
    REASON_STOPPED,
    REASON_NO_END, /* dollar signs or environments that are not closed */
    REASON_EMPTY,  /* between its signs, or behind its label */
    REASON_MANY_FORMULAS,
    /* meaning */
    REASON_LIST_GAP,
    REASON_CONDITION_WANTED,
    REASON_ONE_CONDITION,
    REASON_INDEX_HERE, /* brackets behind a name stand alone */
    REASON_EMPTY_BRACKETS,
    REASON_RELATION_HERE,
    REASON_PRIME,
    REASON_LIST_BEHIND,
    REASON_EMPTY_LIST,
    REASON_FACTOR_WANTED,
    REASON_GRADIENT, /* a nabla without what it is by */
    REASON_BY_WHAT,
    REASON_BY_NO_NAME,
    REASON_OF_WHAT,
    REASON_SECOND_DERIVATIVE_READ, /* d^2 L; SECOND_DERIVATIVE is one that comes up in judging */
    REASON_DIFFERENTIAL,
    REASON_CASE_VALUE,
    REASON_CASE_CONDITION,
    REASON_NO_CASES,
    REASON_FORMULA_WANTED,
    REASON_INDEX_WHOLE,
    REASON_INDEX_UNCLEAR,
    REASON_INDEX_BEHIND,
    REASON_MANY_SCRIPTS,
    REASON_TWO_POWERS,
    REASON_MATRIX_SIGN, /* in a document that is read as one of numbers */
    REASON_SIZES,       /* vectors and matrices that do not fit each other */
    REASON_NORM,
    REASON_POWER_OF_E,
    REASON_SUM_INDEX,
    REASON_SUM_NO_INDEX,
    REASON_SUM_UPPER,
    REASON_SUM_LIMITS,
    REASON_SUM_CALL,
    REASON_DOTS_ENDS,
    REASON_DOTS_PATTERN,
    REASON_ENTRIES,
    REASON_SOFTMAX,
    REASON_ENTRY,
    REASON_CHANCE,
    REASON_ONE_ARGUMENT, /* of max: the largest of one */
    REASON_LOST_POWER,
    REASON_NOTHING_BEFORE,
    REASON_ABOUT,
    REASON_ARROW,
    REASON_LEFTOVER, /* a formula that may belong to the equation before it */
    REASON_ASIDE,    /* an equation that is said for a special case, such as x = 0 */
    REASON_QUESTION,
    REASON_OTHER,       /* an alternative that is only mentioned */
    REASON_PHRASE,      /* words for a value: \text{the error} */
    REASON_SHAPES,      /* says how large a matrix is */
    REASON_MATRICES,    /* the order of a product of matrices counts */
    REASON_LEGEND,      /* says what is called how */
    REASON_WHICH_ENTRY, /* says which entry of a label is 1 */
    /* model */
    REASON_SOLUTION,       /* follows from a slope that is set to 0 */
    REASON_FUNCTION_ALONE, /* one that nobody defines, without its argument */
    /* values */
    REASON_INDEX_VALUE,
    REASON_DIGITS,
    REASON_NUMBER_SIZE,
    REASON_NUMBER,
    REASON_MANY_NAMES,
    REASON_SIGMA_ALONE,
    REASON_MANY_INDICES, /* below one name */
    REASON_MANY_ARGUMENTS,
    REASON_SECOND_DERIVATIVE,
    REASON_SUM_LONG,
    REASON_SUM_OPEN,
    REASON_DERIVATIVE_BY,
    REASON_NEVER_DEFINED,
    REASON_CONDITION,
    REASON_NO_CASE,
    REASON_LINE_STEPS,
    REASON_LIST,
    REASON_ARRAY,
    REASON_DOTS,
    REASON_NO_FORMULA, /* a condition where a value is wanted */
    REASON_KINK,
    REASON_FUNCTION_UNKNOWN,
    REASON_FUNCTION_ARGUMENTS,
    REASON_FUNCTION_CIRCULAR,
    REASON_SYMBOL_CIRCULAR, /* met when a value is computed */
    REASON_DEFINITIONS_DEEP,
    REASON_NO_VALUE,
    REASON_ABSENT, /* an entry, where only those that stand in the document count */
    /* judging */
    REASON_SAYS_NOTHING,
    REASON_NOT_EACH,
    REASON_MANY_LETTERS,
    REASON_RANGE_LONG,
    REASON_RANGE_EMPTY,
    REASON_NO_CASE_LEFT, /* of the line's indices */
    REASON_CONDITION_NEVER,
    REASON_DOCUMENT_STEPS,
    REASON_UNDEFINED,
    REASON_INDEPENDENT, /* "E does not depend on w" */
    REASON_NOT_FOR_ALL,
    REASON_CIRCULAR, /* the verdict on a definition */
    REASON_STATIONARY,
    REASON_PUT_IN, /* numbers whose symbols are not known */
    REASON_NO_LOSS,
    REASON_NO_RATE,
    REASONS
};

struct reason {
    enum reason_code code;
    const char *about; /* for the %s of the sentence; null if it has none */
};

/* A sentence without a full stop, in plain words: what, and what to do. */
const char *reason_text(struct arena *arena, struct reason reason);

#endif
