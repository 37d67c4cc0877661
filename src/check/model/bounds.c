/* bounds.c: asks what a letter ranges over; nothing is changed here. */
#include "check/model/bounds.h"

#include <stdlib.h>
#include <string.h>

#include "check/expression/walk.h"

/* Whole numbers of nine digits and sums of them fit a long of 32 bits. */
enum { DIGITS_MAX = 9, WHOLE_MAX = 2000000000 };

bool ranges_number(const struct model *m, const struct expr *e, long *value)
{
    long part;
    if (!e)
        return false;
    switch (e->kind) {
    case EXPR_NUMBER: {
        char *end;
        *value = strtol(e->as.number, &end, 10);
        return *end == '\0' && strlen(e->as.number) <= DIGITS_MAX;
    }
    case EXPR_SYMBOL: {
        const struct symbol *s = symbols_get(&m->symbols, e->as.symbol.id);
        *value = s ? s->value : 0;
        return s && s->size;
    }
    case EXPR_NEG:
        if (!ranges_number(m, e->as.negative.operand, &part))
            return false;
        *value = -part;
        return true;
    case EXPR_ADD:
        *value = 0;
        for (size_t n = 0; n < e->as.list.n; n++) {
            if (!ranges_number(m, e->as.list.item[n], &part))
                return false;
            *value += part;
        }
        return labs(*value) < WHOLE_MAX;
    default:
        return false;
    }
}

void bounds_set(struct bounds *to, struct bounds range)
{
    if (!to->known && range.known)
        *to = range;
}

static void narrow(struct bounds *b, struct bounds to)
{
    if (!to.known && !to.seen)
        return;
    b->low = !b->known || to.low > b->low ? to.low : b->low;
    b->high = !b->known || to.high < b->high ? to.high : b->high;
    b->known = true;
}

/* --- places --- */

struct look {
    const struct model *model;
    const char *letter;
    struct letter_range *to;
};

static void look_at(const struct look *l, struct bounds range)
{
    bounds_set(&l->to->range, range);
    narrow(&l->to->meet, range);
}

/* An entry of what is written out in brackets says how many there are. */
static void look_at_entry(const struct look *l, const struct expr *e)
{
    const struct expr *array = e->as.entry.array;
    const long columns = (long)array->as.array.columns,
               rows = (long)array->as.array.entry.n / columns, base = e->as.entry.base;
    if (expr_is_letter(e->as.entry.row, l->letter))
        look_at(l, (struct bounds){.known = true, .low = base, .high = base + rows - 1});
    if (expr_is_letter(e->as.entry.column, l->letter))
        look_at(l, (struct bounds){.known = true, .low = base, .high = base + columns - 1});
}

static enum walk look(const struct expr *e, void *with)
{
    const struct look *l = with;
    if (e->kind == EXPR_SUM && strcmp(e->as.sum.index, l->letter) == 0)
        return WALK_PRUNE;
    if (e->kind == EXPR_ENTRY)
        look_at_entry(l, e);
    struct bounds each = {.known = true};
    if (e->kind == EXPR_EACH && expr_is_letter(e->as.each.index, l->letter) &&
        ranges_number(l->model, e->as.each.low, &each.low) &&
        ranges_number(l->model, e->as.each.high, &each.high))
        look_at(l, each);
    const struct symbol *s =
        e->kind == EXPR_SYMBOL ? symbols_get(&l->model->symbols, e->as.symbol.id) : NULL;
    for (size_t n = 0; s && n < s->arity; n++)
        if (expr_is_letter(e->as.symbol.index.item[n], l->letter))
            look_at(l, s->position[n]);
    return WALK_CONTINUE;
}

void letter_range_add(struct letter_range *to, const struct model *m, const char *letter,
                      const struct expr *e)
{
    struct look l = {m, letter, to};
    expr_walk(e, look, &l);
}

/* --- conditions --- */

struct ends {
    const struct model *model;
    const char *letter;
    struct bounds range;
    bool low, high; /* which ends were found */
};

static enum walk find_ends(const struct expr *e, void *with)
{
    struct ends *ends = with;
    if (e->kind == EXPR_AND)
        return WALK_CONTINUE;
    if (e->kind != EXPR_COMPARISON)
        return WALK_PRUNE;
    const bool left = expr_is_letter(e->as.comparison.left, ends->letter);
    const bool right = expr_is_letter(e->as.comparison.right, ends->letter);
    const struct expr *limit = left ? e->as.comparison.right : e->as.comparison.left;
    long value;
    if (left == right || !ranges_number(ends->model, limit, &value))
        return WALK_PRUNE;
    const enum relation relation = e->as.comparison.relation;
    const bool less = relation == REL_LE || relation == REL_LT;
    const bool greater = relation == REL_GE || relation == REL_GT;
    const long step = relation == REL_GT || relation == REL_LT;
    if (left ? greater : less) {
        ends->range.low = value + step;
        ends->low = true;
    } else if (left ? less : greater) {
        ends->range.high = value - step;
        ends->high = true;
    }
    return WALK_PRUNE;
}

bool bounds_of_condition(const struct model *m, const struct expr *condition, const char *letter,
                         struct bounds *range)
{
    struct ends ends = {.model = m, .letter = letter, .range = {.known = true}};
    expr_walk(condition, find_ends, &ends);
    *range = ends.range;
    return ends.low && ends.high;
}

/* --- letters --- */

struct outside {
    const struct model *model;
    struct arena *arena;
    const char *letter;
    long value;
    const char *entry; /* found */
};

/* A symbol below which the letter stands and whose range does not have this value. */
static enum walk find_outside(const struct expr *e, void *with)
{
    struct outside *o = with;
    if (e->kind == EXPR_SUM && strcmp(e->as.sum.index, o->letter) == 0)
        return WALK_PRUNE;
    const struct symbol *s =
        e->kind == EXPR_SYMBOL ? symbols_get(&o->model->symbols, e->as.symbol.id) : NULL;
    for (size_t n = 0; s && n < s->arity; n++) {
        const struct bounds b = s->position[n];
        const struct expr *index = e->as.symbol.index.item[n];
        if (!expr_is_letter(index, o->letter) || (!b.known && !b.seen) ||
            (o->value >= b.low && o->value <= b.high))
            continue;
        struct expr *entry = expr_shallow(o->arena, e);
        expr_set_part(entry, n, expr_whole(o->arena, index->where, o->value));
        o->entry = expr_print(o->arena, entry);
        return WALK_ABORT;
    }
    return WALK_CONTINUE;
}

/* A range that is guessed from numbers ends where that of any other symbol of the line does. */
static void cut(struct letter_range *found, struct outside *o, const struct expr *first,
                const struct expr *second)
{
    struct bounds *range = &found->range;
    const struct bounds meet = found->meet;
    if (meet.low <= range->low && meet.high >= range->high)
        return;
    o->value = meet.low > range->low ? meet.low - 1 : meet.high + 1;
    if (!expr_walk(first, find_outside, o))
        expr_walk(second, find_outside, o);
    range->absent = o->entry;
    range->low = meet.low;
    range->high = meet.high;
}

struct bounds ranges_letter(const struct model *m, struct arena *arena, const char *letter,
                            const struct expr *first, const struct expr *second,
                            const struct expr *condition)
{
    struct bounds b;
    if (bounds_of_condition(m, condition, letter, &b))
        return b;
    struct letter_range found = {.range = {.known = false}};
    letter_range_add(&found, m, letter, first);
    letter_range_add(&found, m, letter, second);
    if (found.range.guessed && found.meet.low <= found.meet.high) {
        struct outside o = {.model = m, .arena = arena, .letter = letter};
        cut(&found, &o, first, second);
    }
    if (found.range.known)
        return found.range;
    const unsigned char c = (unsigned char)letter[0];
    if (c < 128 && letter[1] == '\0' && m->ranges.letter[c].known)
        return m->ranges.letter[c];
    b = (struct bounds){.known = false, .low = 0, .high = DEFAULT_SIZE - 1};
    if (found.meet.known &&
        m->ranges.listed) { /* to reach the entries that stand in the document */
        b.low = found.meet.low < b.low ? found.meet.low : b.low;
        b.high = found.meet.high > b.high ? found.meet.high : b.high;
    }
    return b;
}

const struct bounds *ranges_chosen(const struct model *m, const char *letter)
{
    for (size_t n = 0; n < m->ranges.chosen.n; n++)
        if (strcmp(m->ranges.chosen.name[n], letter) == 0)
            return &m->ranges.chosen_range[n];
    return NULL;
}
