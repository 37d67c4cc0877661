/* memo.h: the entries that were computed at one point, so that each is computed once.
 *
 * A memo belongs to one point and one injected mistake: under another, all values are others.
 */
#ifndef BACKPROOF_MEMO_H
#define BACKPROOF_MEMO_H

#include "check/values/dual.h"
#include "check/values/entry.h"
#include "check/vocabulary/reasons.h"

struct memo_key {
    struct entry entry;
    struct entry along; /* of the tangent; id 0: only the value is known */
    bool assumed;       /* computed with an assumed derivative */
};

enum memo_state {
    MEMO_NEW,  /* asked for the first time */
    MEMO_BUSY, /* being computed: to ask for it again is a circle */
    MEMO_VALUE,
    MEMO_NONE /* there is none, for a reason */
};

struct memo_slot {
    struct memo_key key;
    uint64_t hash; /* of the key */
    enum memo_state state;
    struct dual number;
    uint64_t reached;     /* of the value: what it was computed from (entry_bit) */
    struct reason reason; /* of MEMO_NONE */
};

/* All zero is an empty memo; memo_clear is due. */
struct memo {
    struct memo_slot **slot; /* a hash table with open addressing, at most half full */
    size_t room, used;
};

/* The slot of a key, made if there is none. It stays where it is until the memo is cleared. */
struct memo_slot *memo_get(struct memo *memo, const struct memo_key *key);

/* The value of an entry was asked for. */
bool memo_has(const struct memo *memo, const struct entry *entry);

/* The least and the greatest index at a place below a symbol, of the entries that were asked for; seen if
 * there are any. */
struct bounds memo_span(const struct memo *memo, unsigned id, size_t place);

void memo_clear(struct memo *memo);

#endif
