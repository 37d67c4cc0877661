/* point.c: draws numbers. */
#include "check/values/point.h"

#include <stdlib.h>

#include "base/random.h"

static uint64_t mix(uint64_t hash, uint64_t with)
{
    struct random r = {hash ^ (with * UINT64_C(0x9E3779B97F4A7C15))};
    return random_bits(&r);
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = mix(hash, (unsigned char)*text);
    return hash;
}

/* The parts of a name in a row, as W:ij^new, so that no two names draw the same numbers. */
static uint64_t mix_name(uint64_t hash, const struct symbol_name *name)
{
    hash = mix_text(hash, name->base);
    if (*name->letters)
        hash = mix_text(mix_text(hash, ":"), name->letters);
    if (*name->layer)
        hash = mix_text(mix_text(hash, "^"), name->layer);
    if (name->tag != TAG_NONE)
        hash = mix_text(hash, name->tag == TAG_NEW ? "^new" : "^'");
    return hash;
}

bool point_same(const struct point *a, const struct point *b)
{
    return a->seed == b->seed && a->draw == b->draw && a->wide == b->wide &&
           a->section == b->section && a->line == b->line && a->precision == b->precision &&
           a->labels.assumption == b->labels.assumption && a->labels.id == b->labels.id &&
           a->labels.hot == b->labels.hot && a->labels.place == b->labels.place &&
           a->digits.rounding == b->digits.rounding && a->digits.places == b->digits.places &&
           a->digits.claim == b->digits.claim;
}

enum draw point_domain(const struct point *point, const struct symbol *symbol)
{
    switch (point->draw) {
    case DRAW_BOUNDED_POSITIVE:
        return symbol->bounded ? DRAW_POSITIVE : DRAW_ANY;
    case DRAW_BOUNDED_UNIT:
        return symbol->bounded ? DRAW_UNIT : DRAW_ANY;
    default:
        return point->draw;
    }
}

/* From 0.05 to 0.95, or from 0.2 to 1.9: away from 0 and not much above 1, so that no term of a sum is lost
 * beside the others and no exponential is. */
static long hundredths(const struct point *point, const struct symbols *symbols,
                       const struct entry *entry)
{
    const struct symbol *symbol = symbols_get(symbols, entry->id);
    const enum draw domain = point_domain(point, symbol);
    uint64_t hash = mix_name(point->seed, &symbol->name);
    for (size_t n = 0; n < ARITY_MAX; n++)
        hash = mix(hash, (uint64_t)entry->index[n]);
    if (domain == DRAW_UNIT)
        return (long)(5 + hash % 91);
    const long size = (long)(20 + hash % 171) * (point->wide ? 10 : 1);
    return domain == DRAW_ANY && (hash >> 32) % 2 ? -size : size;
}

/* The entry of a symmetric matrix in its lower half. */
static struct entry lower_half(const struct symbols *symbols, struct entry entry)
{
    const size_t arity = symbols_get(symbols, entry.id)->arity;
    const long row = arity > 1 ? entry.index[arity - 2] : 0;
    if (arity > 1 && row < entry.index[arity - 1]) {
        entry.index[arity - 2] = entry.index[arity - 1];
        entry.index[arity - 1] = row;
    }
    return entry;
}

/* Labels: positive parts of 1, or a single 1; or 0 and 1 for a label without index. */
static void draw_label(const struct point *point, const struct symbols *symbols,
                       const struct entry *entry, arb_t number)
{
    if (point->labels.assumption == ASSUME_ONE_HOT) {
        arb_set_si(number, entry->index[point->labels.place] == point->labels.hot);
        return;
    }
    if (point->labels.assumption == ASSUME_BINARY) {
        arb_set_si(number, point->labels.hot);
        return;
    }
    const size_t place = point->labels.place;
    const struct bounds range = symbols_range(symbols_get(symbols, entry->id), place);
    struct entry each = *entry;
    long total = 0;
    for (each.index[place] = range.low; each.index[place] <= range.high; each.index[place]++)
        total += labs(hundredths(point, symbols, &each));
    arb_set_si(number, labs(hundredths(point, symbols, entry)));
    arb_div_si(number, number, total ? total : 1, point->precision);
}

void point_draw(const struct point *point, const struct symbols *symbols, const struct entry *entry,
                arb_t number)
{
    const struct symbol *s = symbols_get(symbols, entry->id);
    if (s->size && s->arity == 0) {
        arb_set_si(number, s->value);
    } else if (point->labels.assumption == ASSUME_SYMMETRIC && point->labels.id == entry->id) {
        const struct entry lower = lower_half(symbols, *entry);
        arb_set_si(number, hundredths(point, symbols, &lower));
        arb_div_si(number, number, 100, point->precision);
    } else if (point->labels.assumption != ASSUME_NOTHING && point->labels.id == entry->id) {
        draw_label(point, symbols, entry, number);
    } else {
        arb_set_si(number, hundredths(point, symbols, entry));
        arb_div_si(number, number, 100, point->precision);
    }
}

/* From -1.9 to 1.9, and not near 0. */
static void draw_coefficient(const struct point *point, uint64_t hash, arb_t number)
{
    const long size = (long)(20 + hash % 171);
    arb_set_si(number, (hash >> 32) % 2 ? -size : size);
    arb_div_si(number, number, 100, point->precision);
}

void point_coefficient(const struct point *point, const char *function, size_t n, arb_t number)
{
    draw_coefficient(point, mix(mix_text(mix_text(point->seed, function), "()"), n), number);
}

void point_coefficient_of(const struct point *point, const struct symbols *symbols,
                          const struct entry *entry, size_t n, arb_t number)
{
    uint64_t hash = mix_text(mix_name(point->seed, &symbols_get(symbols, entry->id)->name), "()");
    for (size_t k = 0; k < ARITY_MAX; k++)
        hash = mix(hash, (uint64_t)entry->index[k]);
    draw_coefficient(point, mix(hash, n), number);
}

long point_chosen(const struct point *point, const struct bounds *range)
{
    return range->low + (long)(point->seed % (uint64_t)(range->high - range->low + 1));
}
