/* mistakes_ratio.c */
#include "check/judging/mistakes_ratio.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

/* Fractions that somebody may write by mistake: halves to twelfths (1/(2 n) for three samples and two
 * outputs), of a numerator below 2^7. */
enum { DENOMINATOR_MAX = 12, NUMERATOR_BITS = 7 };

/* --- the ratio of the two sides --- */

/* x = p/q for small whole numbers; false if it is none. */
static bool is_small_fraction(const arb_t x, long precision, long *p, long *q)
{
    arb_t multiple;
    fmpz_t whole;
    arb_init(multiple);
    fmpz_init(whole);
    bool good = false;
    for (long d = 1; d <= DENOMINATOR_MAX && !good; d++) {
        arb_mul_si(multiple, x, d, precision);
        good = arb_get_unique_fmpz(whole, multiple) && fmpz_bits(whole) <= NUMERATOR_BITS;
        *p = good ? fmpz_get_si(whole) : 0;
        *q = d;
    }
    fmpz_clear(whole);
    arb_clear(multiple);
    return good && *p != 0;
}

/* Both sides at a sample, of an update without the old value; false if one has no value. */
static bool both_sides(const struct search *s, struct sample *sample,
                       const struct binding *bindings, struct dual *left, struct dual *right)
{
    if (!points_value(s->j, sample, s->e->left, bindings, left) ||
        !points_value(s->j, sample, s->e->right, bindings, right))
        return false;
    if (!s->old)
        return true;
    struct dual old;
    dual_init(&old);
    const bool good = points_value(s->j, sample, s->old, bindings, &old);
    arb_sub(left->value, left->value, old.value, sample->point.precision);
    arb_sub(right->value, right->value, old.value, sample->point.precision);
    dual_clear(&old);
    return good;
}

/* right / left at the first assignment where both have values other than 0. */
static bool small_ratio(const struct search *s, const struct setting *setting, long *p, long *q)
{
    struct sample *sample = points_sample(s->j, s->e, 0, setting);
    const long precision = sample->point.precision;
    struct binding bound[LETTERS_MAX];
    struct dual left, right;
    arb_t ratio;
    dual_init(&left);
    dual_init(&right);
    arb_init(ratio);
    bool found = false, good = false;
    for (size_t n = 0; n < s->a->n && !found; n++) {
        if (!both_sides(s, sample, assignments_bind(s->a, n, bound), &left, &right))
            break;
        arb_div(ratio, right.value, left.value, precision);
        found = arb_is_finite(ratio) && !arb_contains_zero(right.value);
        good = found && is_small_fraction(ratio, precision, p, q);
    }
    arb_clear(ratio);
    dual_clear(&right);
    dual_clear(&left);
    return good;
}

/* The right side divided by p/q; of an update, its steps. */
static const struct expr *divided(const struct search *s, long p, long q)
{
    struct arena *arena = s->arena;
    const struct expr *right = s->e->right;
    if (!s->old && p == -1 && q == 1)
        return rewrites_negative(arena, right);
    const char *inverse =
        p < 0 ? arena_print(arena, "%ld/%ld", -q, -p) : arena_print(arena, "%ld/%ld", q, p);
    const struct expr *number = expr_number(arena, right->where, inverse);
    if (!s->old)
        return expr_product(arena, number, right);
    const struct expr *step = rewrites_plus(arena, right, rewrites_negative(arena, s->old));
    return rewrites_plus(arena, s->old, expr_product(arena, step, number));
}

/* A size, such as the n of a sum, whose value was chosen. */
static bool is_chosen_size(const struct symbol *s)
{
    return s->size && s->value > 1 && s->definitions == 0;
}

/* The size in this line that p/q is, or is one over; 0 if it is a number like any other. */
static unsigned size_of(const struct search *s, long p, long q)
{
    const struct environment *env = s->environment;
    for (unsigned id = 1; id <= env->model->symbols.n; id++) {
        const struct symbol *symbol = symbols_get(&env->model->symbols, id);
        if (is_chosen_size(symbol) &&
            ((p == symbol->value && q == 1) || (p == 1 && q == symbol->value)) &&
            (dependence_formula(env->model, env->depends, s->e->left, id) ||
             dependence_formula(env->model, env->depends, s->e->right, id)))
            return id;
    }
    return 0;
}

/* The value that was chosen for a size is a part of p or q. */
static bool hides_size(const struct search *s, long p, long q)
{
    const struct symbols *symbols = &s->environment->model->symbols;
    for (size_t n = 0; n < symbols->n; n++)
        if (is_chosen_size(&symbols->symbol[n]) &&
            (p % symbols->symbol[n].value == 0 || q % symbols->symbol[n].value == 0))
            return true;
    return false;
}

static enum ratio_kind kind_of(struct search *s)
{
    const long p = s->ratio.p, q = s->ratio.q;
    if (p == -1 && q == 1)
        return RATIO_SIGN;
    const unsigned size = size_of(s, p, q);
    if (size) {
        s->ratio.size = symbols_name(&s->environment->model->symbols, size, s->arena);
        return RATIO_SIZE;
    }
    return hides_size(s, p, q) ? RATIO_UNCLEAR : RATIO_NUMBER;
}

static bool has_sum_one(const struct search *s)
{
    return s->label->id && s->label->best == ASSUME_SUM_ONE;
}

static struct setting sum_one(const struct search *s)
{
    return assumptions_setting(&s->setting, *s->label, ASSUME_SUM_ONE, s->setting.labels.hot);
}

void ratio_find(struct search *s)
{
    struct ratio *r = &s->ratio;
    bool good = small_ratio(s, &s->setting, &r->p, &r->q);
    if (!good && has_sum_one(s)) {
        const struct setting sum = sum_one(s);
        good = small_ratio(s, &sum, &r->p, &r->q);
    }
    if (!good || (r->p == 1 && r->q == 1))
        return;
    r->right = divided(s, r->p, r->q);
    if (!search_agree(s, s->e->left, r->right, INJECT_NOTHING))
        return;
    r->plainly = s->now_plainly;
    r->kind = kind_of(s);
    if (r->kind != RATIO_NUMBER)
        return;
    s->factor = r->q == 1 ? arena_print(s->arena, "%ld", r->p)
                          : arena_print(s->arena, "%ld/%ld", r->p, r->q);
    s->plainly = r->plainly; /* what needs an assumption explains it no better */
}

bool ratio_is_given(const struct search *s)
{
    const struct model *m = s->environment->model;
    for (size_t n = 0; s->factor && n < m->definitions; n++) {
        const struct expr *right = m->definition[n].right;
        if (right->kind != EXPR_NUMBER)
            continue;
        const char *number = right->as.number;
        if (strcmp(number, s->factor) == 0 ||
            (strncmp(s->factor, "1/", 2) == 0 && strcmp(number, s->factor + 2) == 0))
            return true;
    }
    return false;
}

bool ratio_is_all(const struct search *s)
{
    struct binding bound[LETTERS_MAX];
    struct dual first, second;
    dual_init(&first);
    dual_init(&second);
    bool all = s->a->n == 1;
    if (all) {
        const struct binding *bindings = assignments_bind(s->a, 0, bound);
        struct sample *a = points_sample(s->j, s->e, 0, &s->setting);
        struct sample *b = points_sample(s->j, s->e, 1, &s->setting);
        all = points_value(s->j, a, s->e->left, bindings, &first) &&
              points_value(s->j, b, s->e->left, bindings, &second) &&
              arb_overlaps(first.value, second.value);
    }
    dual_clear(&second);
    dual_clear(&first);
    return all;
}

/* --- what it is called --- */

/* The agreement was that of the ratio. */
static void found(struct search *s, enum mistake mistake, const struct expr *answer,
                  const char *detail)
{
    s->now_plainly = s->ratio.plainly;
    search_found(s, mistake, answer, detail);
}

void simple_sign(struct search *s)
{
    if (s->ratio.kind == RATIO_SIGN && !s->old)
        found(s, MISTAKE_SIGN, s->ratio.right, NULL);
}

void simple_update_sign(struct search *s)
{
    if (s->ratio.kind == RATIO_SIGN && s->old)
        found(s, MISTAKE_UPDATE_SIGN, rewrites_downhill(s->arena, s->e->right, s->old), NULL);
}

static const char *one_over_size(const struct search *s)
{
    return arena_print(s->arena, "1/%s", s->ratio.size);
}

void simple_missing_size(struct search *s)
{
    if (s->ratio.kind == RATIO_SIZE && s->ratio.p > 1)
        found(s, MISTAKE_MISSING_FACTOR, NULL, one_over_size(s));
}

void simple_extra_size(struct search *s)
{
    if (s->ratio.kind == RATIO_SIZE && s->ratio.p == 1)
        found(s, MISTAKE_EXTRA_FACTOR, NULL, one_over_size(s));
}

void simple_factor(struct search *s)
{
    if (s->ratio.kind == RATIO_NUMBER)
        found(s, MISTAKE_FACTOR, s->old ? NULL : s->ratio.right,
              arena_print(s->arena, "the right side is %s", s->factor));
}

/* --- one sign inside --- */

static bool try_sign(struct search *s, const struct expr *sum, const struct expr *term)
{
    struct arena *arena = s->arena;
    const struct expr *flipped = expr_replace(arena, sum, term, rewrites_negative(arena, term));
    const struct expr *bare = term->kind == EXPR_NEG ? term->as.negative.operand : term;
    return search_rewrite(s, MISTAKE_SIGN, search_replace(s, sum, flipped),
                          arena_print(arena, "the sign of %s", search_print(s, bare)));
}

void test_sign(struct search *s)
{
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *sum = parts.item[n];
        if (sum->kind != EXPR_ADD || (s->old && sum == s->e->right))
            continue;
        for (size_t k = 0; k < sum->as.list.n; k++)
            if (try_sign(s, sum, sum->as.list.item[k]))
                return;
    }
}

/* --- a number at one term --- */

/* The right side is a straight line in a factor at the term: where it is the left side. False if that is no small
 * fraction. */
static bool scale_of_term(const struct search *s, const struct expr *term,
                          const struct setting *setting, long *p, long *q)
{
    struct arena *arena = s->arena;
    const struct expr *none =
        search_replace(s, term, expr_product(arena, expr_whole(arena, term->where, 0), term));
    struct sample *sample = points_sample(s->j, s->e, 0, setting);
    const long precision = sample->point.precision;
    struct binding bound[LETTERS_MAX];
    struct dual left, right, without;
    dual_init(&left);
    dual_init(&right);
    dual_init(&without);
    bool found = false, good = false;
    for (size_t n = 0; n < s->a->n && !found; n++) {
        const struct binding *bindings = assignments_bind(s->a, n, bound);
        if (!points_value(s->j, sample, s->e->left, bindings, &left) ||
            !points_value(s->j, sample, s->e->right, bindings, &right) ||
            !points_value(s->j, sample, none, bindings, &without))
            break;
        found = !arb_overlaps(right.value, without.value);
        arb_sub(left.value, left.value, without.value, precision);
        arb_sub(right.value, right.value, without.value, precision);
        arb_div(left.value, left.value, right.value, precision);
        good = found && is_small_fraction(left.value, precision, p, q);
    }
    dual_clear(&without);
    dual_clear(&right);
    dual_clear(&left);
    return good;
}

/* A term that is p/q of what it should be is wrong by that factor; -1 is a sign. */
static bool try_scale(struct search *s, const struct expr *term)
{
    struct arena *arena = s->arena;
    long p, q;
    bool good = scale_of_term(s, term, &s->setting, &p, &q);
    if (!good && has_sum_one(s)) {
        const struct setting sum = sum_one(s);
        good = scale_of_term(s, term, &sum, &p, &q);
    }
    if (!good || (q == 1 && (p == 1 || p == -1)))
        return false;
    const struct expr *scale = expr_number(arena, term->where, arena_print(arena, "%ld/%ld", p, q));
    const struct expr *right = search_replace(s, term, expr_product(arena, scale, term));
    const char *factor = p == 1    ? arena_print(arena, "%ld", q)
                         : p == -1 ? arena_print(arena, "-%ld", q)
                         : p < 0   ? arena_print(arena, "-%ld/%ld", q, -p)
                                   : arena_print(arena, "%ld/%ld", q, p);
    if (!search_rewrite(s, MISTAKE_FACTOR, right,
                        arena_print(arena, "the term %s is %s", search_print(s, term), factor)))
        return false;
    s->factor = factor;
    return true;
}

void test_factor(struct search *s)
{
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n && s->ratio.kind == RATIO_NONE; n++)
        for (size_t k = 0; parts.item[n]->kind == EXPR_ADD && k < parts.item[n]->as.list.n; k++) {
            const struct expr *term = parts.item[n]->as.list.item[k];
            if (!(s->old && expr_same(term, s->old)) && try_scale(s, term))
                return;
        }
}
