/* memo.c */
#include "check/values/memo.h"

#include <stdlib.h>

#include "base/message.h"

static void *checked(void *p)
{
    if (!p) {
        message_no_memory();
        exit(STATUS_BAD);
    }
    return p;
}

static uint64_t key_hash(const struct memo_key *key)
{
    const uint64_t hash = entry_hash(&key->entry) ^ key->assumed;
    return key->along.id ? hash * 31 + entry_hash(&key->along) : hash;
}

static bool key_same(const struct memo_key *a, const struct memo_key *b)
{
    return a->assumed == b->assumed && entry_same(&a->entry, &b->entry) &&
           entry_same(&a->along, &b->along);
}

/* Where the key is, or where it belongs; there must be room, which is a power of two. */
static size_t place_of(const struct memo *memo, const struct memo_key *key, uint64_t hash)
{
    const size_t mask = memo->room - 1;
    size_t at = (size_t)hash & mask;
    while (memo->slot[at] && (memo->slot[at]->hash != hash || !key_same(&memo->slot[at]->key, key)))
        at = (at + 1) & mask;
    return at;
}

static void grow(struct memo *memo)
{
    const struct memo old = *memo;
    memo->room = old.room ? 2 * old.room : 64;
    memo->slot = checked(calloc(memo->room, sizeof(struct memo_slot *)));
    for (size_t n = 0; n < old.room; n++)
        if (old.slot[n])
            memo->slot[place_of(memo, &old.slot[n]->key, old.slot[n]->hash)] = old.slot[n];
    free(old.slot);
}

struct memo_slot *memo_get(struct memo *memo, const struct memo_key *key)
{
    if (2 * memo->used >= memo->room)
        grow(memo);
    const uint64_t hash = key_hash(key);
    struct memo_slot **slot = &memo->slot[place_of(memo, key, hash)];
    if (!*slot) {
        *slot = checked(calloc(1, sizeof **slot));
        (*slot)->key = *key;
        (*slot)->hash = hash;
        dual_init(&(*slot)->number);
        memo->used++;
    }
    return *slot;
}

bool memo_has(const struct memo *memo, const struct entry *entry)
{
    const struct memo_key key = {.entry = *entry};
    return memo->room && memo->slot[place_of(memo, &key, key_hash(&key))];
}

struct bounds memo_span(const struct memo *memo, unsigned id, size_t place)
{
    struct bounds span = {.seen = false};
    for (size_t n = 0; n < memo->room; n++) {
        if (!memo->slot[n] || memo->slot[n]->key.entry.id != id)
            continue;
        const long index = memo->slot[n]->key.entry.index[place];
        span.low = !span.seen || index < span.low ? index : span.low;
        span.high = !span.seen || index > span.high ? index : span.high;
        span.seen = true;
    }
    return span;
}

void memo_clear(struct memo *memo)
{
    for (size_t n = 0; n < memo->room; n++)
        if (memo->slot[n]) {
            dual_clear(&memo->slot[n]->number);
            free(memo->slot[n]);
        }
    free(memo->slot);
    *memo = (struct memo){0};
}
