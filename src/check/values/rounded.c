/* rounded.c */
#include "check/values/rounded.h"

#include <stdlib.h>
#include <string.h>

long rounded_places(const char *number)
{
    const char *dot = strchr(number, '.'), *e = strpbrk(number, "eE");
    const long behind = dot ? (long)strspn(dot + 1, "0123456789") : 0;
    return behind - (e ? strtol(e + 1, NULL, 10) : 0);
}

/* Without zeros in front, and behind the point. */
static size_t significant(const char *number)
{
    size_t digits = 0;
    for (; *number && !strchr("eE", *number); number++)
        if (*number != '.' && (digits || *number != '0'))
            digits++;
    return digits;
}

/* 0.2 and 0.20 are the same number. */
static bool same_number(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || strtod(a, NULL) == strtod(b, NULL);
}

static const char *text_of(const struct expr *number)
{
    return (number->kind == EXPR_NEG ? number->as.negative.operand : number)->as.number;
}

/* It is this number, or one of its entries is. */
static bool has_number(const struct expr *e, const char *number)
{
    if (e->kind != EXPR_ENTRY)
        return expr_is_number(e) && same_number(text_of(e), number);
    const struct expr_list *entries = &e->as.entry.array->as.array.entry;
    for (size_t n = 0; n < entries->n; n++)
        if (has_number(entries->item[n], number))
            return true;
    return false;
}

/* The document gives it to a symbol. */
static bool is_given(const struct model *m, const char *number)
{
    for (size_t n = 0; n < m->definitions; n++)
        if (has_number(m->definition[n].right, number) &&
            m->claim[m->definition[n].claim].statement->rel != REL_ABOUT)
            return true;
    return false;
}

/* It was a result before. */
static bool was_shown(const struct environment *env, const char *number, size_t claim)
{
    for (size_t n = 0; n < env->n_shown && env->shown[n].claim < claim; n++)
        if (same_number(text_of(env->shown[n].number), number))
            return true;
    return false;
}

bool rounded_is(const struct environment *env, const struct digits *digits, const char *number)
{
    static const size_t fewest[] = {
        [ROUND_RESULTS] = 3, [ROUND_GIVEN] = 3, [ROUND_ALL] = 2, [ROUND_EACH] = 1};
    if (digits->rounding == ROUND_NOTHING || !strchr(number, '.'))
        return false;
    const size_t few = fewest[digits->rounding];
    if (is_given(env->model, number))
        return digits->rounding == ROUND_GIVEN && significant(number) >= few &&
               rounded_places(number) >= digits->places;
    return significant(number) >= few || was_shown(env, number, digits->claim);
}

void rounded_widen(arb_t ball, long places, long precision)
{
    arb_t half, unit;
    arb_init(half);
    arb_init(unit);
    arb_set_ui(unit, 10);
    arb_pow_ui(unit, unit, (unsigned long)labs(places), precision);
    arb_one(half);
    arb_mul_2exp_si(half, half, -1);
    if (places < 0)
        arb_mul(half, half, unit, precision);
    else
        arb_div(half, half, unit, precision);
    arb_add_error(ball, half);
    arb_clear(unit);
    arb_clear(half);
}

bool rounded_is_shorter(const arb_t value, long places, long precision)
{
    arb_t unit, scaled;
    arb_init(unit);
    arb_init(scaled);
    arb_set_ui(unit, 10);
    arb_pow_ui(unit, unit, (unsigned long)places, precision);
    arb_mul(scaled, value, unit, precision);
    const bool shorter = arb_contains_int(scaled) && mag_cmp_2exp_si(arb_radref(scaled), -20) < 0;
    arb_clear(scaled);
    arb_clear(unit);
    return shorter;
}

/* The last number shown for the entry before the claim; or null. */
static const struct shown *shown_for(const struct evaluation *ev, const struct entry *entry)
{
    const struct environment *env = ev->environment;
    const struct shown *last = NULL;
    for (size_t n = 0; n < env->n_shown && env->shown[n].claim < ev->point->digits.claim; n++)
        if (entry_same(&env->shown[n].entry, entry))
            last = &env->shown[n];
    return last;
}

void rounded_symbol(const struct evaluation *ev, const struct entry *entry, arb_t ball)
{
    const long precision = ev->point->precision;
    const struct shown *shown = shown_for(ev, entry);
    if (!shown) {
        rounded_widen(ball, ev->point->digits.places, precision);
        return;
    }
    const bool negative = shown->number->kind == EXPR_NEG;
    const char *text = text_of(shown->number);
    arb_t number;
    arb_init(number);
    if (arb_set_str(number, text, precision) == 0) {
        if (negative)
            arb_neg(number, number);
        rounded_widen(number, rounded_places(text), precision);
        arb_union(ball, ball, number, precision);
    }
    arb_clear(number);
}
