/* world.c: draws points, and remembers the values that were computed at them. */
#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "random.h"

enum { DEPTH_LIMIT = 600 }; /* of definitions inside definitions */

struct memo_entry {
    struct entry entry;
    size_t direction;
    enum { MEMO_FREE, MEMO_BUSY, MEMO_DONE, MEMO_NONE } state;
    struct value value;
    const char *trouble; /* why there is none */
};

struct memo {
    struct memo_entry **slot; /* a hash table with open addressing */
    size_t room, used;
};

static void *checked(void *p)
{
    if (!p) {
        message_no_memory();
        exit(STATUS_BAD);
    }
    return p;
}

bool world_fail(struct world *world, const char *trouble)
{
    if (!world->trouble)
        world->trouble = trouble;
    return false;
}

void value_init(struct value *value)
{
    arb_init(value->v);
    arb_init(value->d);
}

void value_clear(struct value *value)
{
    arb_clear(value->v);
    arb_clear(value->d);
}

void world_init(struct world *world, const struct model *model, size_t section)
{
    *world = (struct world){.model = model, .section = section, .precision = 128, .directions = 1};
    world->memo = checked(calloc(1, sizeof *world->memo));
    world->direction = checked(calloc(1, sizeof *world->direction));
}

void world_forget(struct world *world)
{
    struct memo *memo = world->memo;
    for (size_t n = 0; n < memo->room; n++)
        if (memo->slot[n]) {
            value_clear(&memo->slot[n]->value);
            free(memo->slot[n]);
        }
    free(memo->slot);
    *memo = (struct memo){0};
    world->directions = 1;
}

void world_clear(struct world *world)
{
    world_forget(world);
    free(world->memo);
    free(world->direction);
}

static uint64_t mix(uint64_t hash, uint64_t with)
{
    struct random r = {hash ^ (with * UINT64_C(0x9E3779B97F4A7C15))};
    return random_bits(&r);
}

static uint64_t entry_hash(const struct entry *entry)
{
    uint64_t hash = entry->id;
    for (size_t n = 0; n < ARITY_MAX; n++)
        hash = mix(hash, (uint64_t)entry->index[n]);
    return hash;
}

static bool same_entry(const struct entry *a, const struct entry *b)
{
    return a->id == b->id && memcmp(a->index, b->index, sizeof a->index) == 0;
}

size_t world_direction(struct world *world, const struct entry *entry)
{
    for (size_t n = 1; n < world->directions; n++)
        if (same_entry(&world->direction[n], entry))
            return n;
    const size_t size = (world->directions + 1) * sizeof *world->direction;
    world->direction = checked(realloc(world->direction, size));
    world->direction[world->directions] = *entry;
    return world->directions++;
}

static void grow(struct memo *memo)
{
    struct memo old = *memo;
    memo->room = old.room ? 2 * old.room : 64;
    memo->slot = checked(calloc(memo->room, sizeof *memo->slot));
    for (size_t n = 0; n < old.room; n++) {
        if (!old.slot[n])
            continue;
        size_t at = mix(entry_hash(&old.slot[n]->entry), old.slot[n]->direction) % memo->room;
        while (memo->slot[at])
            at = (at + 1) % memo->room;
        memo->slot[at] = old.slot[n];
    }
    free(old.slot);
}

static struct memo_entry *memo_find(struct memo *memo, const struct entry *entry, size_t direction)
{
    if (2 * memo->used >= memo->room)
        grow(memo);
    size_t at = mix(entry_hash(entry), direction) % memo->room;
    while (memo->slot[at] &&
           !(memo->slot[at]->direction == direction && same_entry(&memo->slot[at]->entry, entry)))
        at = (at + 1) % memo->room;
    if (!memo->slot[at]) {
        memo->slot[at] = checked(calloc(1, sizeof **memo->slot));
        memo->slot[at]->entry = *entry;
        memo->slot[at]->direction = direction;
        value_init(&memo->slot[at]->value);
        memo->used++;
    }
    return memo->slot[at];
}

long world_hundredths(const struct world *world, const struct entry *entry)
{
    uint64_t hash = world->seed;
    for (const char *c = world->model->symbol[entry->id - 1].name; *c; c++)
        hash = mix(hash, (unsigned char)*c);
    for (size_t n = 0; n < ARITY_MAX; n++)
        hash = mix(hash, (uint64_t)entry->index[n]);
    const long size = world->draw == DRAW_UNIT ? (long)(5 + hash % 91) : (long)(20 + hash % 171);
    return world->draw == DRAW_ANY && (hash >> 32) % 2 ? -size : size;
}

bool world_seen(const struct world *world, const struct entry *entry)
{
    const struct memo *memo = world->memo;
    if (!memo->room)
        return false;
    size_t at = mix(entry_hash(entry), 0) % memo->room;
    while (memo->slot[at] &&
           !(memo->slot[at]->direction == 0 && same_entry(&memo->slot[at]->entry, entry)))
        at = (at + 1) % memo->room;
    return memo->slot[at] != NULL;
}

struct bounds world_span(const struct world *world, unsigned id, size_t place)
{
    const struct memo *memo = world->memo;
    struct bounds span = {.seen = false};
    for (size_t n = 0; n < memo->room; n++) {
        const struct memo_entry *one = memo->slot[n];
        if (!one || one->entry.id != id)
            continue;
        const long index = one->entry.index[place];
        span.low = !span.seen || index < span.low ? index : span.low;
        span.high = !span.seen || index > span.high ? index : span.high;
        span.seen = true;
    }
    return span;
}

long world_chosen(const struct world *world, const struct bounds *range)
{
    return range->low + (long)(world->seed % (uint64_t)(range->high - range->low + 1));
}

/* Labels: positive parts of 1, or a single 1; or 0 and 1 for a label without index. */
static bool draw_label(const struct world *world, const struct entry *entry, arb_t v)
{
    if (entry->id != world->label || world->assumption == ASSUME_NOTHING)
        return false;
    const struct symbol *s = &world->model->symbol[entry->id - 1];
    if (world->assumption == ASSUME_ONE_HOT) {
        arb_set_si(v, entry->index[0] == world->hot);
        return true;
    }
    if (world->assumption == ASSUME_BINARY) {
        arb_set_si(v, world->hot);
        return true;
    }
    const struct bounds b = s->position[0];
    struct entry each = *entry;
    long total = 0;
    for (each.index[0] = b.low; each.index[0] <= b.high; each.index[0]++)
        total += labs(world_hundredths(world, &each));
    arb_set_si(v, labs(world_hundredths(world, entry)));
    arb_div_si(v, v, total ? total : 1, world->precision);
    return true;
}

static void draw_free(const struct world *world, const struct entry *entry, arb_t v)
{
    const struct symbol *s = &world->model->symbol[entry->id - 1];
    if (s->size && s->arity == 0) {
        arb_set_si(v, s->value);
    } else if (!draw_label(world, entry, v)) {
        arb_set_si(v, world_hundredths(world, entry));
        arb_div_si(v, v, 100, world->precision);
    }
}

const struct definition *world_definition(struct world *world, const struct entry *entry,
                                          struct binding *bound, const struct binding **bindings)
{
    const struct model *m = world->model;
    const struct symbol *s = &m->symbol[entry->id - 1];
    for (size_t k = s->definitions; k--;) {
        const struct definition *d = &m->definition[s->definition[k]];
        if (d->section > world->section ||
            (d->claim > world->line && s->arity == 0 && model_is_number(d->right)))
            continue;
        bool match = true;
        *bindings = NULL;
        for (size_t n = 0; match && n < s->arity; n++) {
            const struct node *index = d->left->kid[n];
            if (index->kind == NODE_NUMBER) {
                match = strtol(index->name, NULL, 10) == entry->index[n];
            } else {
                bound[n] = (struct binding){index->name, entry->index[n], NULL, *bindings};
                *bindings = &bound[n];
            }
        }
        if (match && (!d->condition || evaluate_condition(world, d->condition, *bindings) == 1))
            return d;
    }
    return NULL;
}

/* The new value of an updated weight: the old one minus the rate times the derivative of the loss. */
static bool updated(struct world *world, const struct entry *entry, struct value *value, bool *is)
{
    const struct symbol *s = &world->model->symbol[entry->id - 1];
    const char *tag = strchr(s->name, '^');
    *is = tag && strcmp(tag, "^new") == 0 && world->loss && world->rate;
    if (!*is)
        return true;
    const size_t length = (size_t)(tag - s->name);
    struct entry old = *entry, loss = {world->loss, {0}}, rate = {world->rate, {0}};
    old.id = 0;
    for (size_t n = 0; n < world->model->symbols; n++) {
        const struct symbol *t = &world->model->symbol[n];
        if (t->arity == s->arity && strlen(t->name) == length &&
            strncmp(t->name, s->name, length) == 0)
            old.id = (unsigned)n + 1;
    }
    *is = old.id != 0;
    if (!*is)
        return true;
    struct value slope, step;
    value_init(&slope);
    value_init(&step);
    const bool good = world_entry(world, &loss, world_direction(world, &old), &slope) &&
                      world_entry(world, &rate, 0, &step) && world_entry(world, &old, 0, value);
    arb_submul(value->v, step.v, slope.d, world->precision);
    arb_zero(value->d);
    value_clear(&slope);
    value_clear(&step);
    return good;
}

/* The derivative of a symbol that a wrong line claims to know: the sum over the entries of what it is
 * by, each with the value of that line. */
static bool believed(struct world *world, const struct entry *entry, size_t direction,
                     struct value *value)
{
    const struct belief *b = world->belief;
    const struct node *of = b->derivative->kid[0], *by = b->derivative->kid[1];
    const struct entry along = world->direction[direction];
    const size_t stride = world->model->symbols + 1;
    if (of->id != entry->id || (along.id != by->id && !world->depends[by->id * stride + along.id]))
        return true;
    const struct symbol *s = &world->model->symbol[by->id - 1];
    struct binding bound[2 * ARITY_MAX];
    const struct binding *bindings = world->outer;
    size_t bounds = 0;
    for (size_t n = 0; n < of->n; n++)
        if (of->kid[n]->kind == NODE_SYMBOL) {
            bound[bounds] = (struct binding){of->kid[n]->name, entry->index[n], NULL, bindings};
            bindings = &bound[bounds++];
        }
    if (s->arity > 1 && along.id != by->id)
        return true;
    struct value factor, inner;
    value_init(&factor);
    value_init(&inner);
    arb_zero(value->d);
    const bool single = s->arity == 0 || along.id == by->id || by->kid[0]->kind == NODE_NUMBER;
    long low = single ? 0 : s->position[0].low, high = single ? 0 : s->position[0].high;
    /* In d h_j/d u_j both have the same index. */
    for (size_t n = 0; !single && n < bounds; n++)
        if (strcmp(bound[n].name, by->kid[0]->name) == 0)
            low = high = bound[n].index;
    bool good = true;
    for (long k = low; good && k <= high; k++) {
        struct entry e = {by->id, {0}};
        const struct binding *all = bindings;
        struct binding mine[ARITY_MAX];
        for (size_t n = 0; n < s->arity; n++) {
            e.index[n] = along.id == by->id ? along.index[n] : k;
            if (by->kid[n]->kind == NODE_NUMBER)
                e.index[n] = strtol(by->kid[n]->name, NULL, 10);
            else {
                mine[n] = (struct binding){by->kid[n]->name, e.index[n], NULL, all};
                all = &mine[n];
            }
        }
        const struct belief *kept = world->belief;
        world->belief = NULL;
        good = evaluate(world, b->right, all, 0, &factor);
        world->belief = kept;
        if (along.id == by->id)
            arb_set_si(inner.d, same_entry(&along, &e));
        else
            good = good && world_entry(world, &e, direction, &inner);
        arb_addmul(value->d, factor.v, inner.d, world->precision);
    }
    value_clear(&factor);
    value_clear(&inner);
    return good;
}

/* The vector that an entry of another depends on through its own index, as O_k on X_k, and through
 * sums over all; 0 if there is none. */
static unsigned coupled(const struct world *world, const struct node *node, const char *letter)
{
    if (!node)
        return 0;
    if (node->kind == NODE_SYMBOL)
        return node->n == 1 && node->id && node->kid[0]->kind == NODE_SYMBOL &&
                       strcmp(node->kid[0]->name, letter) == 0 &&
                       world->model->symbol[node->id - 1].definitions
                   ? node->id
                   : 0;
    for (size_t n = 0; n < node->n; n++) {
        const unsigned id = coupled(world, node->kid[n], letter);
        if (id)
            return id;
    }
    return 0;
}

static bool compute(struct world *world, const struct entry *entry, size_t direction,
                    struct value *value)
{
    struct binding bound[ARITY_MAX];
    const struct binding *bindings;
    bool is_update;
    if (!updated(world, entry, value, &is_update))
        return false;
    if (is_update)
        return true;
    const struct definition *d = world_definition(world, entry, bound, &bindings);
    if (!d) {
        draw_free(world, entry, value->v);
        arb_zero(value->d);
        return true;
    }
    const unsigned diagonal = world->diagonal;
    const long own = world->own;
    world->diagonal = 0;
    if (world->slip == SLIP_DIAGONAL && direction && d->left->n == 1 &&
        d->left->kid[0]->kind == NODE_SYMBOL) {
        world->diagonal = coupled(world, d->right, d->left->kid[0]->name);
        world->own = entry->index[0];
    }
    const bool good = evaluate(world, d->right, bindings, direction, value);
    world->diagonal = diagonal;
    world->own = own;
    if (!good)
        return false;
    return !world->belief || !direction || believed(world, entry, direction, value);
}

bool world_entry(struct world *world, const struct entry *entry, size_t direction,
                 struct value *value)
{
    const size_t stride = world->model->symbols + 1;
    const struct entry *along = &world->direction[direction];
    if (direction && same_entry(along, entry) &&
        !(entry->id == world->diagonal && entry->index[0] != world->own)) {
        const bool good = world_entry(world, entry, 0, value);
        arb_one(value->d);
        return good;
    }
    /* What does not depend on the direction has a value only. */
    if (direction && (!world->depends[entry->id * stride + along->id] ||
                      (entry->id == world->diagonal && entry->index[0] != world->own)))
        direction = 0;
    struct memo_entry *memo = memo_find(world->memo, entry, direction);
    if (memo->state == MEMO_FREE) {
        if (world->depth > DEPTH_LIMIT) {
            world->trouble = "the definitions go too deep";
            return false;
        }
        memo->state = MEMO_BUSY;
        world->depth++;
        const bool good = compute(world, entry, direction, &memo->value);
        world->depth--;
        memo->state = good ? MEMO_DONE : MEMO_NONE;
        memo->trouble = world->trouble;
    } else if (memo->state == MEMO_BUSY) {
        world->trouble = "a symbol is defined by way of itself";
        return false;
    }
    if (memo->state == MEMO_NONE) {
        if (!world->trouble)
            world->trouble = memo->trouble;
        return false;
    }
    arb_set(value->v, memo->value.v);
    if (direction)
        arb_set(value->d, memo->value.d);
    else
        arb_zero(value->d);
    return true;
}
