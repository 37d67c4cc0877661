/* numbers.c */
#include "check/judging/numbers.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

/* --- what is shown --- */

static const struct expr *bare_number(const struct expr *e)
{
    if (e->kind == EXPR_NEG)
        e = e->as.negative.operand;
    return e->kind == EXPR_NUMBER ? e : NULL;
}

/* The expression, or the entry of what stands in brackets that the bindings tell; or null. */
static const struct expr *entry_shown(const struct expr *e, const struct binding *bindings)
{
    if (e->kind != EXPR_ENTRY)
        return e;
    const struct expr *array = e->as.entry.array;
    const struct expr *place[2] = {e->as.entry.row, e->as.entry.column};
    size_t n = 0;
    for (size_t k = 0; k < 2; k++) {
        const struct binding *bound = place[k] ? bindings_find_index(bindings, place[k]) : NULL;
        if (place[k] && !bound)
            return NULL;
        n = n * (k ? array->as.array.columns : 1) +
            (bound ? (size_t)(bound->index - e->as.entry.base) : 0);
    }
    return n < array->as.array.entry.n ? array->as.array.entry.item[n] : NULL;
}

/* The number that it is, without its sign; or null. */
static const struct expr *number_shown(const struct expr *e, const struct binding *bindings)
{
    const struct expr *entry = entry_shown(e, bindings);
    return entry ? bare_number(entry) : NULL;
}

static double value_of(const struct expr *number)
{
    const double value = strtod(bare_number(number)->as.number, NULL);
    return number->kind == EXPR_NEG ? -value : value;
}

/* By more than half a unit of the last digit that both have. */
static bool differ(const struct expr *a, const struct expr *b)
{
    const long of_a = rounded_places(bare_number(a)->as.number),
               of_b = rounded_places(bare_number(b)->as.number);
    double unit = 1;
    for (long n = of_a < of_b ? of_a : of_b; n > 0; n--)
        unit /= 10;
    return fabs(value_of(a) - value_of(b)) > 0.501 * unit;
}

static bool is_decimal(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_NUMBER && strchr(e->as.number, '.');
}

/* The symbol at the head of the chain in which a claim stands. */
static const struct expr *head_of(const struct model *m, size_t claim)
{
    while (claim > 0 && m->claim[claim].statement->link && m->claim[claim - 1].left)
        claim--;
    const struct expr *head = m->claim[claim].left;
    return head && head->kind == EXPR_SYMBOL && head->as.symbol.id ? head : NULL;
}

/* The entry that a symbol is, whose indices are numbers or letters that the bindings tell; id 0 if one is neither. */
static struct entry entry_of(const struct model *m, const struct expr *symbol,
                             const struct binding *bindings)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    struct entry entry = {.id = symbol->as.symbol.id};
    for (size_t n = 0; n < index->n && entry.id; n++) {
        const struct binding *bound = bindings_find_index(bindings, index->item[n]);
        if (bound && n < ARITY_MAX)
            entry.index[n] = bound->index;
        else if (n >= ARITY_MAX || !ranges_number(m, index->item[n], &entry.index[n]))
            entry.id = 0;
    }
    return entry;
}

/* The entry whose value is shown: that at the head of the chain, or of numbers in brackets the kth one of it; id 0 if
 * that is not known. */
static struct entry head_entry(const struct model *m, size_t claim, size_t k)
{
    const struct expr *head = head_of(m, claim), *right = m->claim[claim].right;
    if (!head)
        return (struct entry){.id = 0};
    if (right->kind != EXPR_ENTRY)
        return entry_of(m, head, NULL);
    const long columns = (long)right->as.entry.array->as.array.columns;
    const struct binding row =
        binding_index(right->as.entry.row ? right->as.entry.row->as.symbol.name.base : "",
                      right->as.entry.base + (long)k / columns, NULL);
    const struct binding both =
        binding_index(right->as.entry.column ? right->as.entry.column->as.symbol.name.base : "",
                      right->as.entry.base + (long)k % columns, &row);
    return entry_of(m, head, &both);
}

void numbers_note_shown(const struct model *m, struct environment *environment, size_t environments,
                        struct arena *arena)
{
    struct shown *shown = NULL;
    size_t n_shown = 0;
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind != CLAIM_EQUATION || !expr_any(c->right, is_decimal, NULL))
            continue;
        const struct expr_list one = {(const struct expr **)&c->right, 1}; /* only looked at */
        const bool array = c->right->kind == EXPR_ENTRY;
        const struct expr_list *all = array ? &c->right->as.entry.array->as.array.entry : &one;
        for (size_t k = 0; k < all->n; k++)
            if (bare_number(all->item[k]) && expr_any(all->item[k], is_decimal, NULL)) {
                shown = arena_grow(arena, shown, n_shown, sizeof *shown);
                shown[n_shown++] = (struct shown){head_entry(m, n, k), n, all->item[k]};
            }
    }
    for (size_t n = 0; n < environments; n++) {
        environment[n].shown = shown;
        environment[n].n_shown = n_shown;
    }
}

/* --- comparing --- */

/* A relu of what is free is 0 at many points, and has no value of its own. */
static bool rests_on_free(const struct judging *j, const struct equation *e,
                          const struct expr *side)
{
    const struct symbols *symbols = &j->model->symbols;
    for (unsigned id = 1; id <= symbols->n; id++)
        if (!symbols_get(symbols, id)->definitions && !symbols_get(symbols, id)->size &&
            dependence_formula(j->model, j->environment[e->section].depends, side, id))
            return true;
    return false;
}

bool numbers_fixed(struct judging *j, const struct equation *e, const struct expr *side,
                   const struct assignments *a, const struct setting *s)
{
    struct binding bound[LETTERS_MAX];
    struct dual one, other;
    dual_init(&one);
    dual_init(&other);
    bool fixed = a->n > 0;
    for (size_t n = 0; n < a->n && fixed; n++) {
        const struct binding *bindings = assignments_bind(a, n, bound);
        fixed = points_value(j, points_sample(j, e, 0, s), side, bindings, &one) &&
                points_value(j, points_sample(j, e, 1, s), side, bindings, &other) &&
                arb_overlaps(one.value, other.value) &&
                !(arb_contains_zero(one.value) && rests_on_free(j, e, side));
    }
    dual_clear(&other);
    dual_clear(&one);
    return fixed;
}

struct coarsest {
    const struct environment *environment;
    struct digits digits;
    long places;
};

static enum walk visit_decimal(const struct expr *e, void *with)
{
    struct coarsest *c = with;
    if (e->kind == EXPR_NUMBER && rounded_is(c->environment, &c->digits, e->as.number)) {
        const long places = rounded_places(e->as.number);
        c->places = places < c->places ? places : c->places;
    }
    return WALK_CONTINUE;
}

/* The fewest digits behind the point of what is rounded in the equation. */
static long places_of(const struct judging *j, const struct equation *e,
                      const struct assignments *a)
{
    struct coarsest c = {&j->environment[e->section], {ROUND_RESULTS, 0, e->claim}, LONG_MAX};
    struct binding bound[LETTERS_MAX];
    for (size_t n = 0; n < a->n; n++) {
        const struct expr *number = number_shown(e->right, assignments_bind(a, n, bound));
        const long places = number ? rounded_places(number->as.number) : LONG_MAX;
        c.places = places < c.places ? places : c.places;
    }
    if (c.places != LONG_MAX)
        return c.places;
    expr_walk(e->left, visit_decimal, &c);
    expr_walk(e->right, visit_decimal, &c);
    return c.places == LONG_MAX ? 0 : c.places;
}

/* The number that was shown last for what the left side is, if that is a name; or null. */
static const struct shown *shown_before(const struct judging *j, const struct equation *e,
                                        const struct binding *bindings)
{
    const struct environment *env = &j->environment[e->section];
    const struct shown *last = NULL;
    if (e->left->kind != EXPR_SYMBOL)
        return NULL;
    const struct entry entry = entry_of(j->model, e->left, bindings);
    for (size_t n = 0; entry.id && n < env->n_shown && env->shown[n].claim < e->claim; n++)
        if (entry_same(&env->shown[n].entry, &entry))
            last = &env->shown[n];
    return last;
}

/* b = 0.7, where b was 0.6 before: each may be rounded, but both are the same number. */
static bool is_restated(const struct judging *j, const struct equation *e,
                        const struct assignments *a)
{
    struct binding bound[LETTERS_MAX];
    for (size_t n = 0; n < a->n; n++) {
        const struct binding *bindings = assignments_bind(a, n, bound);
        const struct shown *before =
            number_shown(e->right, bindings) ? shown_before(j, e, bindings) : NULL;
        if (before && differ(before->number, entry_shown(e->right, bindings)))
            return true;
    }
    return false;
}

/* Both sides meet, with rounded numbers, for all assignments. A number that is the right side is rounded in any case: it
 * may be so many halves of its last digit off. */
static bool meet(struct judging *j, const struct equation *e, const struct assignments *a,
                 const struct setting *s, int halves)
{
    struct sample *sample = points_sample(j, e, 0, s);
    struct binding bound[LETTERS_MAX];
    struct dual left, right;
    dual_init(&left);
    dual_init(&right);
    bool good = true;
    for (size_t n = 0; n < a->n && good; n++) {
        const struct binding *bindings = assignments_bind(a, n, bound);
        const struct expr *number = number_shown(e->right, bindings);
        good = points_value(j, sample, e->left, bindings, &left) &&
               points_value(j, sample, e->right, bindings, &right);
        if (good && number) {
            const bool rounded =
                rounded_is(&j->environment[e->section], &s->digits, number->as.number);
            for (int k = rounded; k < halves; k++)
                rounded_widen(right.value, rounded_places(number->as.number),
                              sample->point.precision);
        }
        good = good && arb_overlaps(left.value, right.value);
    }
    dual_clear(&right);
    dual_clear(&left);
    return good;
}

/* 0.1 - 0.05 0.002 = 0.09993: with the numbers as they stand the result would be shorter; they were rounded. */
static bool shows_more(struct judging *j, const struct equation *e, const struct assignments *a,
                       const struct setting *s)
{
    struct sample *sample = points_sample(j, e, 0, s);
    struct binding bound[LETTERS_MAX];
    struct dual left;
    dual_init(&left);
    bool more = false;
    for (size_t n = 0; n < a->n && !more; n++) {
        const struct binding *bindings = assignments_bind(a, n, bound);
        const struct expr *number = number_shown(e->right, bindings);
        more = number && rounded_places(number->as.number) > 0 &&
               points_value(j, sample, e->left, bindings, &left) &&
               rounded_is_shorter(left.value, rounded_places(number->as.number) - 1,
                                  sample->point.precision);
    }
    dual_clear(&left);
    return more;
}

enum numbers numbers_compare(struct judging *j, const struct equation *e,
                             const struct assignments *a, const struct setting *setting, bool about,
                             long *places)
{
    const bool decimals =
        expr_any(e->left, is_decimal, NULL) || expr_any(e->right, is_decimal, NULL);
    if ((!decimals && !about) || !numbers_fixed(j, e, e->left, a, setting) ||
        !numbers_fixed(j, e, e->right, a, setting))
        return NUMBERS_NONE;
    *places = places_of(j, e, a);
    struct setting s = *setting;
    s.digits = (struct digits){ROUND_RESULTS, *places, e->claim};
    if (meet(j, e, a, &s, 1))
        return is_restated(j, e, a) ? NUMBERS_OPEN : NUMBERS_MEET;
    if (meet(j, e, a, &s, 2))
        return NUMBERS_CUT;
    s.digits.rounding = ROUND_GIVEN;
    if (meet(j, e, a, &s, 1))
        return NUMBERS_OPEN;
    s.digits.rounding = ROUND_ALL;
    if (meet(j, e, a, &s, 1))
        return NUMBERS_OPEN;
    s.digits.rounding = ROUND_EACH;
    return shows_more(j, e, a, setting) && meet(j, e, a, &s, 1) ? NUMBERS_OPEN : NUMBERS_DIFFER;
}
