/* expression.c: making expressions, and asking them. */
#include "check/expression/expression.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/vocabulary/functions.h"

/* --- making --- */

static struct expr *make(struct arena *arena, enum expr_kind kind, struct extent where)
{
    struct expr *e = arena_new(arena, sizeof *e);
    e->kind = kind;
    e->where = where;
    return e;
}

/* Widens the extent and the depth for a part, which may be null. */
static void cover(struct expr *e, const struct expr *part)
{
    if (!part)
        return;
    if (part->where.at < e->where.at)
        e->where.at = part->where.at;
    if (part->where.end > e->where.end)
        e->where.end = part->where.end;
    if (part->depth >= e->depth)
        e->depth = part->depth + 1;
}

static struct extent extent_of(const struct expr *a, const struct expr *b)
{
    return (struct extent){a->where.at < b->where.at ? a->where.at : b->where.at,
                           a->where.end > b->where.end ? a->where.end : b->where.end};
}

struct expr *expr_number(struct arena *arena, struct extent where, const char *text)
{
    struct expr *e = make(arena, EXPR_NUMBER, where);
    e->as.number = text;
    return e;
}

struct expr *expr_whole(struct arena *arena, struct extent where, long value)
{
    return expr_number(arena, where, arena_print(arena, "%ld", value));
}

struct expr *expr_symbol(struct arena *arena, struct extent where, struct symbol_name name)
{
    struct expr *e = make(arena, EXPR_SYMBOL, where);
    e->as.symbol.name = name;
    return e;
}

struct expr *expr_list(struct arena *arena, struct extent where, enum expr_kind kind)
{
    return make(arena, kind, where);
}

void expr_append(struct arena *arena, struct expr *to, const struct expr *item)
{
    struct expr_list *list = to->kind == EXPR_SYMBOL ? &to->as.symbol.index
                             : to->kind == EXPR_CALL || to->kind == EXPR_PRIME
                                 ? &to->as.call.argument
                             : to->kind == EXPR_ARRAY ? &to->as.array.entry
                                                      : &to->as.list;
    list->item = arena_grow(arena, list->item, list->n, sizeof *list->item);
    list->item[list->n++] = item;
    cover(to, item);
}

struct expr *expr_quotient(struct arena *arena, const struct expr *a, const struct expr *b)
{
    struct expr *e = make(arena, EXPR_DIV, extent_of(a, b));
    e->as.quotient.numerator = a;
    e->as.quotient.denominator = b;
    cover(e, a);
    cover(e, b);
    return e;
}

struct expr *expr_negative(struct arena *arena, struct extent where, const struct expr *operand)
{
    struct expr *e = make(arena, EXPR_NEG, where);
    e->as.negative.operand = operand;
    cover(e, operand);
    return e;
}

struct expr *expr_power(struct arena *arena, const struct expr *base, const struct expr *exponent)
{
    struct expr *e = make(arena, EXPR_POW, extent_of(base, exponent));
    e->as.power.base = base;
    e->as.power.exponent = exponent;
    cover(e, base);
    cover(e, exponent);
    return e;
}

struct expr *expr_call(struct arena *arena, struct extent where, enum expr_kind kind,
                       const char *function)
{
    struct expr *e = make(arena, kind, where);
    e->as.call.function = function;
    return e;
}

struct expr *expr_sum(struct arena *arena, struct extent where, const char *index,
                      const struct expr *low, const struct expr *high, const struct expr *condition,
                      const struct expr *body)
{
    struct expr *e = make(arena, EXPR_SUM, where);
    e->as.sum.index = index;
    e->as.sum.low = low;
    e->as.sum.high = high;
    e->as.sum.condition = condition;
    e->as.sum.body = body;
    cover(e, low);
    cover(e, high);
    cover(e, condition);
    cover(e, body);
    return e;
}

struct expr *expr_derivative(struct arena *arena, struct extent where, const struct expr *of,
                             const struct expr *by)
{
    struct expr *e = make(arena, EXPR_DERIVATIVE, where);
    e->as.derivative.of = of;
    e->as.derivative.by = by;
    cover(e, of);
    cover(e, by);
    return e;
}

struct expr *expr_cases(struct arena *arena, struct extent where, const struct expr_branch *branch,
                        size_t n)
{
    struct expr *e = make(arena, EXPR_CASES, where);
    struct expr_branch *copy = arena_new(arena, n * sizeof *copy);
    for (size_t k = 0; k < n; k++) {
        copy[k] = branch[k];
        cover(e, branch[k].value);
        cover(e, branch[k].condition);
    }
    e->as.cases.branch = copy;
    e->as.cases.n = n;
    return e;
}

struct expr *expr_indicator(struct arena *arena, struct extent where, const struct expr *condition)
{
    struct expr *e = make(arena, EXPR_INDICATOR, where);
    e->as.indicator.condition = condition;
    cover(e, condition);
    return e;
}

struct expr *expr_comparison(struct arena *arena, const struct expr *left, enum relation relation,
                             const struct expr *right)
{
    struct expr *e = make(arena, EXPR_COMPARISON, extent_of(left, right));
    e->as.comparison.relation = relation;
    e->as.comparison.left = left;
    e->as.comparison.right = right;
    cover(e, left);
    cover(e, right);
    return e;
}

struct expr *expr_array(struct arena *arena, struct extent where, size_t columns)
{
    struct expr *e = make(arena, EXPR_ARRAY, where);
    e->as.array.columns = columns;
    return e;
}

struct expr *expr_entry(struct arena *arena, const struct expr *array, const struct expr *row,
                        const struct expr *column, long base)
{
    struct expr *e = make(arena, EXPR_ENTRY, array->where);
    e->as.entry.array = array;
    e->as.entry.row = row;
    e->as.entry.column = column;
    e->as.entry.base = base;
    cover(e, array);
    cover(e, row);
    cover(e, column);
    return e;
}

struct expr *expr_each(struct arena *arena, const char *letter, const struct expr *low,
                       const struct expr *high, const struct expr *body, bool across)
{
    struct expr *e = make(arena, EXPR_EACH, body->where);
    e->as.each.letter = letter;
    e->as.each.low = low;
    e->as.each.high = high;
    e->as.each.body = body;
    e->as.each.across = across;
    cover(e, low);
    cover(e, high);
    cover(e, body);
    return e;
}

struct expr *expr_entry_of_each(struct arena *arena, const struct expr *each,
                                const struct expr *letter, const struct expr *body)
{
    struct expr *e = expr_each(arena, letter->as.symbol.name.base, each->as.each.low,
                               each->as.each.high, body, each->as.each.across);
    e->as.each.index = letter;
    return e;
}

struct expr *expr_dots(struct arena *arena, struct extent where)
{
    return make(arena, EXPR_DOTS, where);
}

static void append_factors(struct arena *arena, struct expr *product, const struct expr *e)
{
    if (e->kind != EXPR_MUL)
        expr_append(arena, product, e);
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++)
        expr_append(arena, product, e->as.list.item[n]);
}

struct expr *expr_product(struct arena *arena, const struct expr *a, const struct expr *b)
{
    struct expr *product = expr_list(arena, extent_of(a, b), EXPR_MUL);
    append_factors(arena, product, a);
    append_factors(arena, product, b);
    return product;
}

/* --- asking --- */

struct symbol_name symbol_name_plain(const char *base)
{
    return (struct symbol_name){base, "", "", TAG_NONE};
}

bool symbol_name_is_plain(const struct symbol_name *name)
{
    return name->tag == TAG_NONE && !*name->layer && !*name->letters;
}

bool symbol_name_same(const struct symbol_name *a, const struct symbol_name *b)
{
    return a->tag == b->tag && strcmp(a->base, b->base) == 0 && strcmp(a->layer, b->layer) == 0 &&
           strcmp(a->letters, b->letters) == 0;
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
bool expr_same_head(const struct expr *a, const struct expr *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case EXPR_NUMBER:
        return strcmp(a->as.number, b->as.number) == 0;
    case EXPR_SYMBOL:
        return symbol_name_same(&a->as.symbol.name, &b->as.symbol.name);
    case EXPR_CALL:
    case EXPR_PRIME:
        return strcmp(a->as.call.function, b->as.call.function) == 0;
    case EXPR_SUM: /* which of its parts it has: their order alone does not tell */
        return strcmp(a->as.sum.index, b->as.sum.index) == 0 && !a->as.sum.low == !b->as.sum.low &&
               !a->as.sum.high == !b->as.sum.high && !a->as.sum.condition == !b->as.sum.condition;
    case EXPR_CASES:
        for (size_t n = 0; n < a->as.cases.n && n < b->as.cases.n; n++)
            if (!a->as.cases.branch[n].condition != !b->as.cases.branch[n].condition)
                return false;
        return a->as.cases.n == b->as.cases.n;
    case EXPR_COMPARISON:
        return a->as.comparison.relation == b->as.comparison.relation;
    case EXPR_ARRAY:
        return a->as.array.columns == b->as.array.columns;
    case EXPR_ENTRY:
        return expr_same(a->as.entry.row, b->as.entry.row) &&
               expr_same(a->as.entry.column, b->as.entry.column) &&
               a->as.entry.base == b->as.entry.base;
    case EXPR_EACH:
        return strcmp(a->as.each.letter, b->as.each.letter) == 0 &&
               a->as.each.across == b->as.each.across &&
               expr_same(a->as.each.index, b->as.each.index);
    case EXPR_ADD:
    case EXPR_MUL:
    case EXPR_DIV:
    case EXPR_NEG:
    case EXPR_POW:
    case EXPR_DERIVATIVE:
    case EXPR_INDICATOR:
    case EXPR_LIST:
    case EXPR_AND:
    case EXPR_DOTS:
        break;
    }
    return true;
}

bool expr_same(const struct expr *a, const struct expr *b)
{
    if (!a || !b || a == b)
        return a == b;
    if (!expr_same_head(a, b) || expr_parts(a) != expr_parts(b))
        return false;
    for (size_t n = 0; n < expr_parts(a); n++)
        if (!expr_same(expr_part(a, n), expr_part(b, n)))
            return false;
    return true;
}

bool expr_is_letter(const struct expr *e, const char *letter)
{
    if (!e || e->kind != EXPR_SYMBOL || e->as.symbol.index.n)
        return false;
    return symbol_name_is_plain(&e->as.symbol.name) && strcmp(e->as.symbol.name.base, letter) == 0;
}

bool expr_is_number(const struct expr *e)
{
    if (e && e->kind == EXPR_NEG)
        e = e->as.negative.operand;
    return e && e->kind == EXPR_NUMBER;
}

/* Of an entry, which one it is does not matter. */
static enum walk find_name(const struct expr *e, void *with)
{
    (void)with;
    const struct function *f = e->kind == EXPR_CALL ? function_named(e->as.call.function) : NULL;
    if (e->kind == EXPR_SYMBOL || e->kind == EXPR_DOTS || e->kind == EXPR_LIST ||
        e->kind == EXPR_ARRAY || e->kind == EXPR_EACH ||
        (e->kind == EXPR_CALL && !f && strcmp(e->as.call.function, "sigma") != 0))
        return WALK_ABORT;
    if (e->kind != EXPR_ENTRY)
        return WALK_CONTINUE;
    const struct expr_list *entries = &e->as.entry.array->as.array.entry;
    for (size_t n = 0; n < entries->n; n++)
        if (!expr_is_constant(entries->item[n]))
            return WALK_ABORT;
    return WALK_PRUNE;
}

bool expr_is_constant(const struct expr *e)
{
    return e && !expr_walk(e, find_name, NULL);
}

struct search {
    const char *letter;
    bool found;
};

static enum walk search_index(const struct expr *e, void *with)
{
    struct search *s = with;
    if (e->kind == EXPR_SUM && strcmp(e->as.sum.index, s->letter) == 0)
        return WALK_PRUNE;
    if (e->kind == EXPR_COMPARISON)
        s->found = expr_is_letter(e->as.comparison.left, s->letter) ||
                   expr_is_letter(e->as.comparison.right, s->letter);
    if (e->kind == EXPR_ENTRY)
        s->found = expr_is_letter(e->as.entry.row, s->letter) ||
                   expr_is_letter(e->as.entry.column, s->letter);
    if (e->kind == EXPR_EACH)
        s->found = expr_is_letter(e->as.each.index, s->letter);
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++)
        s->found = s->found || expr_is_letter(e->as.symbol.index.item[n], s->letter);
    return s->found ? WALK_ABORT : WALK_CONTINUE;
}

bool expr_has_index(const struct expr *e, const char *letter)
{
    struct search s = {letter, false};
    expr_walk(e, search_index, &s);
    return s.found;
}
