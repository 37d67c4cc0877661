/* functions.c: the table of built-in functions, and how each is computed. */
#include "check/vocabulary/functions.h"

#include <string.h>

static bool exp_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_exp(f, x, precision);
    arb_set(slope, f);
    return true;
}

static bool log_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_log(f, x, precision);
    arb_inv(slope, x, precision);
    return true;
}

/* f = 1 / (1 + e^-x), f' = f (1 - f) */
static bool sigma_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_neg(f, x);
    arb_exp(f, f, precision);
    arb_add_ui(f, f, 1, precision);
    arb_inv(f, f, precision);
    arb_sub_ui(slope, f, 1, precision);
    arb_mul(slope, slope, f, precision);
    arb_neg(slope, slope);
    return true;
}

/* f' = 1 - f^2 */
static bool tanh_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_tanh(f, x, precision);
    arb_mul(slope, f, f, precision);
    arb_sub_ui(slope, slope, 1, precision);
    arb_neg(slope, slope);
    return true;
}

static bool sin_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_sin_cos(f, slope, x, precision);
    return true;
}

static bool cos_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_sin_cos(slope, f, x, precision);
    arb_neg(slope, slope);
    return true;
}

static bool sinh_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_sinh_cosh(f, slope, x, precision);
    return true;
}

static bool cosh_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_sinh_cosh(slope, f, x, precision);
    return true;
}

/* f' = 1 / (2 f) */
static bool sqrt_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_sqrt(f, x, precision);
    arb_mul_2exp_si(slope, f, 1);
    arb_inv(slope, slope, precision);
    return true;
}

/* f = log(1 + e^x), f' = e^x / (1 + e^x) */
static bool softplus_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_exp(f, x, precision);
    arb_add_ui(slope, f, 1, precision);
    arb_div(slope, f, slope, precision);
    arb_log1p(f, f, precision);
    return true;
}

/* f' = 1 / (1 + x^2) */
static bool arctan_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_atan(f, x, precision);
    arb_mul(slope, x, x, precision);
    arb_add_ui(slope, slope, 1, precision);
    arb_inv(slope, slope, precision);
    return true;
}

/* f' = 2 e^(-x^2) / sqrt(pi) */
static bool erf_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    arb_hypgeom_erf(f, x, precision);
    arb_t root;
    arb_init(root);
    arb_const_sqrt_pi(root, precision);
    arb_mul(slope, x, x, precision);
    arb_neg(slope, slope);
    arb_exp(slope, slope, precision);
    arb_mul_2exp_si(slope, slope, 1);
    arb_div(slope, slope, root, precision);
    arb_clear(root);
    return true;
}

/* Two straight lines that meet at 0, with these slopes. */
static bool bent(arb_t f, arb_t slope, const arb_t x, long precision, long below, long above)
{
    if (arb_contains_zero(x))
        return false;
    arb_set_si(slope, arb_is_negative(x) ? below : above);
    arb_mul(f, x, slope, precision);
    return true;
}

static bool relu_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    return bent(f, slope, x, precision, 0, 1);
}

static bool abs_value(arb_t f, arb_t slope, const arb_t x, long precision)
{
    return bent(f, slope, x, precision, -1, 1);
}

#define SPELT(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }
enum { MANY = 64 }; /* arguments of max: more than anybody writes */

/* sigma is spelt as the Greek letter is: it is the logistic function where the document does not say
 * otherwise, which the room meaning decides. */
static const struct function table[] = {
    {.name = "exp", .least = 1, .most = 1, .value = exp_value},
    {.name = "log", .spelling = SPELT("ln"), .least = 1, .most = 1, .value = log_value},
    {.name = "sigma",
     .spelling = SPELT("sigmoid", "logistic", "sigm"),
     .least = 1,
     .most = 1,
     .activation = true,
     .definable = true,
     .value = sigma_value},
    {.name = "tanh",
     .least = 1,
     .most = 1,
     .activation = true,
     .definable = true,
     .fixed = true,
     .value = tanh_value},
    {.name = "relu",
     .spelling = SPELT("ReLU", "RELU"),
     .least = 1,
     .most = 1,
     .activation = true,
     .definable = true,
     .fixed = true,
     .kinked = true,
     .value = relu_value},
    {.name = "softplus",
     .least = 1,
     .most = 1,
     .definable = true,
     .fixed = true,
     .value = softplus_value},
    {.name = "arctan",
     .spelling = SPELT("atan"),
     .least = 1,
     .most = 1,
     .activation = true,
     .value = arctan_value},
    {.name = "erf", .least = 1, .most = 1, .definable = true, .fixed = true, .value = erf_value},
    {.name = "sin", .least = 1, .most = 1, .value = sin_value},
    {.name = "cos", .least = 1, .most = 1, .value = cos_value},
    {.name = "sinh", .least = 1, .most = 1, .value = sinh_value},
    {.name = "cosh", .least = 1, .most = 1, .value = cosh_value},
    {.name = "sqrt", .spelling = SPELT("√"), .least = 1, .most = 1, .value = sqrt_value},
    {.name = "abs", .least = 1, .most = 1, .kinked = true, .value = abs_value},
    {.name = "max", .least = 2, .most = MANY, .kinked = true},
    {.name = "min", .least = 2, .most = MANY, .kinked = true},
};

const struct function *function_number(size_t n)
{
    return n < sizeof table / sizeof *table ? &table[n] : NULL;
}

const struct function *function_named(const char *name)
{
    for (size_t n = 0; n < sizeof table / sizeof *table; n++)
        if (strcmp(table[n].name, name) == 0)
            return &table[n];
    return NULL;
}

static bool same(const char *name, const char *text, size_t length)
{
    return strlen(name) == length && memcmp(name, text, length) == 0;
}

const struct function *function_spelt(const char *text, size_t length)
{
    for (size_t n = 0; n < sizeof table / sizeof *table; n++) {
        if (same(table[n].name, text, length))
            return &table[n];
        for (const char *const *spelling = table[n].spelling; spelling && *spelling; spelling++)
            if (same(*spelling, text, length))
                return &table[n];
    }
    return NULL;
}
