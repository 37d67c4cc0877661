/* entry.c */
#include "check/values/entry.h"

#include <string.h>

bool entry_same(const struct entry *a, const struct entry *b)
{
    return a->id == b->id && memcmp(a->index, b->index, sizeof a->index) == 0;
}

uint64_t entry_hash(const struct entry *entry)
{
    uint64_t hash = entry->id;
    for (size_t n = 0; n < ARITY_MAX; n++)
        hash = hash * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)entry->index[n];
    hash *= UINT64_C(0x9E3779B97F4A7C15);
    return hash ^
           hash >> 32; /* a table takes the lower bits, and the upper ones are mixed better */
}

uint64_t entry_bit(const struct entry *entry)
{
    return UINT64_C(1) << entry_hash(entry) % 64;
}

const char *entry_print(const struct entry *entry, const struct symbols *symbols,
                        struct arena *arena)
{
    const struct symbol *s = symbols_get(symbols, entry->id);
    return symbol_name_print(arena, &s->name, entry->index, s->arity);
}
