/* model.h: what a document defines, the ranges of its indices, and what it claims.
 *
 * After a heading a symbol may be defined anew: that opens a new section, in which the new definition
 * holds and everything else carries over.
 */
#ifndef BACKPROOF_MODEL_H
#define BACKPROOF_MODEL_H

#include "statements.h"

enum claim_kind { CLAIM_DEFINITION, CLAIM_EQUATION, CLAIM_UPDATE, CLAIM_UNREAD };

struct claim {
    enum claim_kind kind;
    const struct statement *statement;
    struct node *left, *right, *condition; /* condition may be null */
    size_t section;
    const char *reason; /* of CLAIM_UNREAD, or null: of the statement */
    struct node *old;   /* of CLAIM_UPDATE: the symbol before the update */
};

struct definition {
    const struct node *left; /* a symbol; its indices are letters or numbers */
    const struct node *right;
    const struct node *condition;
    size_t section, claim;
    struct names parameters; /* of a function */
};

/* A name with a number of indices. */
struct symbol {
    const char *name;
    size_t arity;
    size_t *definition; /* numbers of its definitions, oldest first */
    size_t definitions;
    size_t in_definitions, in_claims; /* where it occurs: how many of each */
    size_t last_claim;
    bool size;               /* the limit of a sum: a whole number */
    bool rate;               /* occurs in an update besides what is updated */
    long value;              /* of a size */
    struct bounds *position; /* the range of each index */
    long *literal;           /* its indices wherever it stands: arity numbers each time */
    size_t literals;
    bool listed; /* only those entries stand in the document */
};

/* The values an index takes. */
struct bounds {
    bool known, seen; /* from a sum or a condition; from numbers that were seen */
    bool guessed;     /* known only from the numbers that were seen */
    long low, high;
    const char *absent; /* of a letter: an entry it would reach that stands nowhere, or null */
};

struct warning {
    size_t at;
    const char *text;
};

struct model {
    struct arena *arena;
    const struct statements *statements;
    struct claim *claim;
    size_t claims;
    struct definition *definition;
    size_t definitions;
    struct symbol *symbol; /* node->id is one more than the place in this list */
    size_t symbols;
    size_t *section; /* where each begins: bytes of the source */
    size_t sections;
    struct warning *warning;
    size_t warnings;
    struct bounds letter[128]; /* what a letter ranges over if nothing better is known */
    bool sigma_is_called;      /* the logistic function is used */
    bool listed;               /* so is some symbol */
    struct names chosen;       /* indices that stand for one value, as the c in -log p_c */
    struct bounds *chosen_range;
    struct names assumed; /* letters whose range nobody gives */
};

enum {
    SYMBOLS_MAX = 1024,
    INDEX_MAX = 5000, /* values of an index */
    DEFAULT_SIZE = 3, /* values of an index whose range a document leaves open */
    NAMED_SIZE = 5    /* of an n that is the limit of a sum */
};

void model_make(struct model *model, const struct statements *statements, struct arena *arena);

/* The definition of a function in a section, or null. */
const struct definition *model_function(const struct model *model, const char *name,
                                        size_t section);

const struct symbol *model_symbol(const struct model *model, const struct node *node);

/* The number of a symbol for node->id; it is added if need be. */
unsigned model_intern(struct model *model, const char *name, size_t arity);

/* Adds a warning, unless it was given before. */
void model_warn(struct model *model, size_t at, const char *text);

/* A number, with or without a sign: a value that is given to a symbol from there on. */
bool model_is_number(const struct node *node);

/* Of signatures.c: tells functions from values that are written with what they depend on. */
void signatures_settle(struct model *model);

/* Of layers.c: tells w_ij from w_jk where the letters stand for layers. */
void layers_settle(struct model *model);

/* Of arities.c: takes runs of digits below a name apart where they are several indices. */
void arities_settle(struct model *model);

/* Of doubts.c: warns of what was read, but may be meant otherwise. */
void doubts_warn(struct model *model);

/* Of literals.c: notes which entries stand in the document; and whether one does. */
void literals_find(struct model *model);
bool literals_have(const struct symbol *symbol, const long *index);

/* Of ranges.c: the ranges of all indices. */
void ranges_find(struct model *model);

/* The range of a letter in a formula: from the symbols it stands below, `first` looked at first. */
struct bounds ranges_letter(const struct model *model, const char *letter, const struct node *first,
                            const struct node *second, const struct node *condition);

/* The range of an index that stands for one value, or null if the letter is no such. */
const struct bounds *ranges_chosen(const struct model *model, const char *letter);

/* A whole number made of numbers and sizes; false if it is not one. */
bool ranges_number(const struct model *model, const struct node *node, long *value);

#endif
