/* lexicon.h: what a document's names mean, as far as that shows without understanding a formula:
 * which are functions, which letters are indices, which letters stand together as one name.
 *
 * A plain value, made from all formulas as written; whoever elaborates a formula takes it as const.
 */
#ifndef BACKPROOF_LEXICON_H
#define BACKPROOF_LEXICON_H

#include "check/meaning/choices.h"
#include "check/meaning/names.h"
#include "check/reading/formulas.h"

struct lexicon {
    struct names functions; /* defined with an argument list: f(x) = …, f_1(x) = … */
    struct names unknown;   /* used as functions, and never defined */
    struct names general;   /* of these, those whose derivatives occur: f'(x) */
    struct names entries;   /* functions of a vector, given entry by entry (meaning/entries.h) */
    struct names
        dependent; /* entries with what they depend on behind them, always or on a left side: p_k(z) */
    struct names whole;    /* names of several letters that stand for one thing */
    struct names defined;  /* names on a left side */
    struct names indexed;  /* names with an index below them, somewhere */
    struct names together; /* names that stand in a formula that is more than the name */
    struct names sampled;  /* names with an index letter in parentheses above them: x^{(i)} */
    struct names
        layered; /* names with a number or letter above them where it is no power: a^1_j = …, dE/dw^l */
    struct names made_of;     /* "s h" for a name s whose definition has an h in it */
    struct names chances;     /* P, of which P(y|x) stands somewhere (meaning/chances.h) */
    struct names activations; /* g of g^{[l]}(z) (meaning/activations.h) */
    struct names split;       /* two letters, as Ax, that are a product beyond doubt */
    struct names squares;     /* sigma, whose square is defined: \sigma^2 = … */
    struct names stepped;     /* w in w_{t+1} = w_t - … */
    bool letter[128];         /* letters that stand alone */
    bool index[128];          /* letters that stand alone below a name or a sum */
    bool bound[128];          /* of these, those that a sum or a condition is about */
    bool last[128];           /* capital letters below the last of a series: x_1, …, x_N */
    bool delta_pair;          /* delta is defined with two indices */
    bool time;                /* w^{t+1} occurs */
    bool time_letter[128];    /* the t, or k, of it */
    bool layer_letter
        [128];          /* letters above layered names that have an index below: the l of a^l_j */
    bool layers_beside; /* a^{l-1} or a^{l+1} stands on a left side or below a derivative */
    bool time_calls;    /* w(t+1) occurs on a left side */
    struct choices choices; /* what may be meant otherwise, with what is taken */
};

/* The name is defined, and that name stands in its definition. */
bool lexicon_made_of(const struct lexicon *lexicon, const char *name, const char *of,
                     struct arena *arena);

/* softmax(z) = [0.7; 0.3]: a value of a function, which defines none. */
bool lexicon_value_of_call(const struct written *left, const struct written *right);

/* What all formulas of a document say together. Names live as long as the formulas. */
struct lexicon lexicon_of(const struct formulas *formulas, struct arena *arena);

/* --- letters: which are indices --- */

enum letter_use {
    LETTER_INDEX,  /* below a name: i, j, k … */
    LETTER_SAMPLE, /* in parentheses above a name that is given for each sample: x^{(i)} */
    LETTER_STEP    /* of a step of training: w^{t+1} */
};

/* Most documents use the letter so. */
bool is_usual_letter(char letter, enum letter_use use);

/* The letter is an index in a document: a usual one, or one that stands below a name somewhere and is not taken for
 * a part of it (CHOICE_BELOW). */
bool is_index_letter(const struct lexicon *lexicon, char letter);

/* --- names --- */

/* The name is a function of the document, defined or not, or sigma where nobody defines it: then it is the logistic function. */
bool is_function_name(const struct lexicon *lexicon, const char *name);

/* The name of the function that the head of parentheses would be: f, or f_1 where the subscript is no index; null if
 * it can be none. */
const char *lexicon_function(const struct lexicon *lexicon, const struct written *head,
                             struct arena *arena);

/* The name that a formula as written is about: SE in SE(y, O_0), O in O_k; or null. */
const char *lexicon_head(const struct written *node);

/* Formulas with commas between them, each of which is about a name or a list of such, and none a call: [y_0, y_1], O. */
bool lexicon_plain_names(const struct written *items);

/* The t, or t + 1, of w(t) and w(t + 1), the word of w(new); null if it is no such. */
const struct written *lexicon_time(const struct written *apply);

#endif
