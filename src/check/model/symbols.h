/* symbols.h: the table of a document's symbols. */
#ifndef BACKPROOF_SYMBOLS_H
#define BACKPROOF_SYMBOLS_H

#include <limits.h>

#include "check/expression/expression.h"
#include "check/model/ranges.h"

/* In the list of entries that stand in the document: a letter, which stands for any value. */
#define INDEX_ANY LONG_MIN

/* A symbol that nobody defines is a function of another: z_j of w_ij (connections.h). */
struct connection {
    unsigned id;                /* of the other */
    const struct expr *of, *by; /* both as they were written: which entries go with which */
    long step;                  /* by how much the other is behind (steps.h) */
};

struct connections {
    struct connection *item;
    size_t n;
};

/* A name with a number of indices. */
struct symbol {
    struct symbol_name name;
    size_t arity;
    size_t *definition; /* numbers of its definitions, oldest first */
    size_t definitions;
    size_t in_definitions, in_claims; /* where it occurs: how many of each */
    bool bounded;                     /* a logarithm or a root needs it positive (domains.h) */
    bool size;                        /* the limit of a sum: a whole number */
    long value;                       /* of a size */
    struct bounds *position;          /* the range of each index: arity of them */
    long *literal;                    /* its indices wherever it stands: arity numbers each time */
    size_t literals;
    struct connections by;    /* what it is a function of, if nobody defines it */
    struct connections chain; /* what it is one of as the chain rule speaks of it, defined or not */
    bool listed;              /* only those entries stand in the document */
};

struct symbols {
    struct symbol *symbol; /* id n is at n - 1 */
    size_t n;
};

enum { SYMBOLS_MAX = 1024 }; /* who depends on whom is a table of its square: 1 MiB */

/* The symbol with this id; null for 0. */
const struct symbol *symbols_get(const struct symbols *symbols, unsigned id);

/* The id of a name with a number of indices; 0 if there is none. */
unsigned symbols_find(const struct symbols *symbols, const struct symbol_name *name, size_t arity);

/* As it is printed, without indices. */
const char *symbols_name(const struct symbols *symbols, unsigned id, struct arena *arena);

/* The entry stands in the document, or the symbol is not listed; index has arity numbers. */
bool symbols_have_entry(const struct symbol *symbol, const long *index);

/* The values that an index takes: those of its range, or the ones assumed where nothing tells. */
struct bounds symbols_range(const struct symbol *symbol, size_t place);

/* For model_make: adds a name, unless it is there. Of more than SYMBOLS_MAX the rest is left out. */
void symbols_add(struct symbols *symbols, struct arena *arena, const struct symbol_name *name,
                 size_t arity);

#endif
