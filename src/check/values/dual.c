/* dual.c: the rules of differentiation, one for each operation. */
#include "check/values/dual.h"

/* Whole exponents below 2^12 are multiplied out, which holds for a base of any sign; larger ones would
 * only make numbers that nobody compares. */
enum { WHOLE_EXPONENT_BITS = 12 };

void dual_init(struct dual *x)
{
    arb_init(x->value);
    arb_init(x->tangent);
}

void dual_clear(struct dual *x)
{
    arb_clear(x->value);
    arb_clear(x->tangent);
}

void dual_set(struct dual *x, const struct dual *to)
{
    arb_set(x->value, to->value);
    arb_set(x->tangent, to->tangent);
}

void dual_set_whole(struct dual *x, long to)
{
    arb_set_si(x->value, to);
    arb_zero(x->tangent);
}

void dual_add(struct dual *x, const struct dual *y, long precision)
{
    arb_add(x->value, x->value, y->value, precision);
    arb_add(x->tangent, x->tangent, y->tangent, precision);
}

/* (x y)' = x' y + x y' */
void dual_multiply(struct dual *x, const struct dual *y, long precision)
{
    arb_mul(x->tangent, x->tangent, y->value, precision);
    arb_addmul(x->tangent, x->value, y->tangent, precision);
    arb_mul(x->value, x->value, y->value, precision);
}

/* (x/y)' = (x' - (x/y) y') / y */
void dual_divide(struct dual *x, const struct dual *y, long precision)
{
    arb_div(x->value, x->value, y->value, precision);
    arb_submul(x->tangent, x->value, y->tangent, precision);
    arb_div(x->tangent, x->tangent, y->value, precision);
}

void dual_negate(struct dual *x)
{
    arb_neg(x->value, x->value);
    arb_neg(x->tangent, x->tangent);
}

/* (b^k)' = k b^(k - 1) b' */
static void whole_power(struct dual *power, const struct dual *base, long k, long precision)
{
    fmpz_t e;
    fmpz_init_set_si(e, k - 1);
    arb_pow_fmpz(power->tangent, base->value, e, precision);
    arb_mul_si(power->tangent, power->tangent, k, precision);
    arb_mul(power->tangent, power->tangent, base->tangent, precision);
    fmpz_set_si(e, k);
    arb_pow_fmpz(power->value, base->value, e, precision);
    if (k == 0) /* 0 times b^-1 may be 0 times infinity */
        arb_zero(power->tangent);
    fmpz_clear(e);
}

/* b^e = exp(e log b), (b^e)' = b^e (e b'/b + e' log b) */
static void real_power(struct dual *power, const struct dual *base, const struct dual *exponent,
                       long precision)
{
    arb_t logarithm, rate;
    arb_init(logarithm);
    arb_init(rate);
    arb_log(logarithm, base->value, precision);
    arb_div(rate, base->tangent, base->value, precision);
    arb_mul(rate, rate, exponent->value, precision);
    arb_addmul(rate, exponent->tangent, logarithm, precision);
    arb_mul(power->value, exponent->value, logarithm, precision);
    arb_exp(power->value, power->value, precision);
    arb_mul(power->tangent, power->value, rate, precision);
    arb_clear(rate);
    arb_clear(logarithm);
}

/* x = k for a small whole number; false if it is none. */
static bool is_small_whole(const arb_t x, long *k)
{
    mag_t size;
    fmpz_t whole;
    mag_init(size);
    fmpz_init(whole);
    arb_get_mag(size, x);
    const bool good = arb_is_exact(x) && mag_cmp_2exp_si(size, WHOLE_EXPONENT_BITS) < 0 &&
                      arb_get_unique_fmpz(whole, x);
    *k = good ? fmpz_get_si(whole) : 0;
    fmpz_clear(whole);
    mag_clear(size);
    return good;
}

void dual_power(struct dual *power, const struct dual *base, const struct dual *exponent,
                long precision)
{
    long k;
    if (arb_is_zero(exponent->tangent) && is_small_whole(exponent->value, &k))
        whole_power(power, base, k, precision);
    else
        real_power(power, base, exponent, precision);
}
