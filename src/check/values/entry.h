/* entry.h: one entry of a symbol, such as W_12. */
#ifndef BACKPROOF_ENTRY_H
#define BACKPROOF_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "check/model/symbols.h"

enum { ARITY_MAX = 4 }; /* indices below a name: w_{ij}^{(l)} of sample n has four */

/* id as in the table of symbols; 0 stands for none. Indices beyond the symbol's arity are 0. */
struct entry {
    unsigned id;
    long index[ARITY_MAX];
};

bool entry_same(const struct entry *a, const struct entry *b);

uint64_t entry_hash(const struct entry *entry);

/* One bit for an entry, which others may share: a set of entries without this bit does not hold the entry. */
uint64_t entry_bit(const struct entry *entry);

/* As a reader writes it: "W_12". */
const char *entry_print(const struct entry *entry, const struct symbols *symbols,
                        struct arena *arena);

#endif
