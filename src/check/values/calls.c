/* calls.c */
#include "check/values/calls.h"

#include <string.h>

#include "check/model/abstract.h"
#include "check/values/abstract.h"
#include "check/values/evaluate.h"
#include "check/vocabulary/functions.h"

static const struct definition *own_function(const struct environment *env, const char *name)
{
    return model_function(env->model, name, env->section);
}

static bool is_abstract(const struct environment *env, const char *name)
{
    return abstract_function(env->model, name) != 0;
}

/* The definition of a function with its parameters set to the values given, which bring tangents of their own along
 * with those that the query asks for. */
static bool own_value(struct evaluation *ev, const struct query *query,
                      const struct definition *function, const struct dual *argument, size_t n,
                      struct dual *out)
{
    struct binding bound[ARGUMENTS_MAX];
    const struct binding *bindings = NULL;
    if (n != function->parameters.n || n > ARGUMENTS_MAX)
        return evaluation_fail(ev, REASON_FUNCTION_ARGUMENTS);
    for (size_t k = 0; k < n; k++) {
        bound[k] = binding_parameter(function->parameters.name[k], &argument[k], bindings);
        bindings = &bound[k];
    }
    if (ev->depth > FUNCTIONS_DEEP)
        return evaluation_fail(ev, REASON_FUNCTION_CIRCULAR);
    ev->depth += FUNCTION_DEPTH;
    const bool good = evaluate(ev, query, function->right, bindings, out);
    ev->depth -= FUNCTION_DEPTH;
    return good;
}

static bool built_in(struct evaluation *ev, const char *name, const arb_t x, arb_t f, arb_t slope)
{
    const struct function *function = function_named(name);
    if (!function || !function->value)
        return evaluation_fail(ev, REASON_FUNCTION_UNKNOWN);
    return function->value(f, slope, x, ev->point->precision) || evaluation_fail(ev, REASON_KINK);
}

bool call_slope(struct evaluation *ev, const struct query *query, const char *name, const arb_t x,
                arb_t f, arb_t slope)
{
    const struct definition *own = own_function(ev->environment, name);
    if (!own && !is_abstract(ev->environment, name))
        return built_in(ev, name, x, f, slope);
    struct dual in, out;
    dual_init(&in);
    dual_init(&out);
    arb_set(in.value, x);
    arb_one(in.tangent);
    const struct query value = query_value(query); /* the slope comes with the argument */
    const bool good =
        own ? own_value(ev, &value, own, &in, 1, &out) : abstract_call(ev, name, &in, 1, &out);
    arb_set(f, out.value);
    arb_set(slope, out.tangent);
    dual_clear(&out);
    dual_clear(&in);
    return good;
}

bool call_is_activation(const struct environment *env, const char *name)
{
    const struct function *function = function_named(name);
    return (function && function->activation) || own_function(env, name) || is_abstract(env, name);
}

static bool slope_at_value(struct evaluation *ev, const struct query *query, const char *name,
                           const arb_t f, arb_t slope)
{
    arb_t again;
    arb_init(again);
    const bool good = call_slope(ev, query, name, f, again, slope);
    arb_clear(again);
    return good;
}

/* Puts in the place of an activation's slope what an injected mistake makes of it, where the value is f. */
static bool inject_slope(struct evaluation *ev, const struct query *query, const char *name,
                         const arb_t f, arb_t slope)
{
    const long precision = ev->point->precision;
    switch (query->injected) {
    case INJECT_NO_SLOPE:
        arb_one(slope);
        return true;
    case INJECT_SLOPE_AT_VALUE:
        return slope_at_value(ev, query, name, f, slope);
    case INJECT_SLOPE_LOGISTIC:
        arb_sub_ui(slope, f, 1, precision);
        arb_mul(slope, slope, f, precision);
        arb_neg(slope, slope);
        return true;
    case INJECT_SLOPE_TANH:
        arb_mul(slope, f, f, precision);
        arb_sub_ui(slope, slope, 1, precision);
        arb_neg(slope, slope);
        return true;
    case INJECT_SLOPE_SQUARE:
        arb_sub_ui(slope, f, 1, precision);
        arb_mul(slope, slope, slope, precision);
        return true;
    case INJECT_NOTHING:
    case INJECT_DIAGONAL:
        break;
    }
    return true;
}

/* f(x)' = f'(x) x', or what an injected mistake makes of it. */
static bool one_argument(struct evaluation *ev, const struct query *query, const char *name,
                         const struct dual *x, struct dual *out)
{
    const struct definition *own = own_function(ev->environment, name);
    const bool about = query->injected != INJECT_NOTHING && query->injected != INJECT_DIAGONAL &&
                       call_is_activation(ev->environment, name);
    if (own && !about)
        return own_value(ev, query, own, x, 1, out);
    arb_t slope;
    arb_init(slope);
    bool good = call_slope(ev, query, name, x->value, out->value, slope);
    if (good && about)
        good = inject_slope(ev, query, name, out->value, slope);
    arb_mul(out->tangent, slope, x->tangent, ev->point->precision);
    arb_clear(slope);
    return good;
}

/* max(0, x) is the activation of a unit, too: who forgets its slope takes that of x. */
static void forget_slope(const struct dual *argument, size_t n, struct dual *out)
{
    for (size_t k = 0; n == 2 && k < n; k++)
        if (arb_is_zero(argument[1 - k].tangent))
            arb_set(out->tangent, argument[k].tangent);
}

/* The largest or the smallest of the arguments; where two are alike, the slope is not known. */
static bool extreme(struct evaluation *ev, const struct query *query, bool largest,
                    const struct dual *argument, size_t n, struct dual *out)
{
    size_t best = 0;
    for (size_t k = 1; k < n; k++) {
        if (arb_overlaps(argument[k].value, argument[best].value))
            return evaluation_fail(ev, REASON_KINK);
        if (largest == !!arb_gt(argument[k].value, argument[best].value))
            best = k;
    }
    dual_set(out, &argument[best]);
    if (query->injected == INJECT_NO_SLOPE)
        forget_slope(argument, n, out);
    return true;
}

bool call_value(struct evaluation *ev, const struct query *query, const char *name,
                const struct dual *argument, size_t n, struct dual *out)
{
    const struct definition *own = own_function(ev->environment, name);
    const bool max = strcmp(name, "max") == 0, min = strcmp(name, "min") == 0;
    if (!own && (max || min))
        return extreme(ev, query, max, argument, n, out);
    if (n == 1)
        return one_argument(ev, query, name, argument, out);
    if (own)
        return own_value(ev, query, own, argument, n, out);
    return is_abstract(ev->environment, name) ? abstract_call(ev, name, argument, n, out)
                                              : evaluation_fail(ev, REASON_FUNCTION_UNKNOWN);
}

bool call_differs(struct evaluation *ev, const char *name)
{
    const struct query query = {.injected = INJECT_NOTHING};
    bool same = true;
    arb_t x, own, usual, slope;
    arb_init(x);
    arb_init(own);
    arb_init(usual);
    arb_init(slope);
    for (long quarters = -3; same && quarters <= 3;
         quarters += 2) { /* none at 0, where relu bends */
        arb_set_si(x, quarters);
        arb_div_si(x, x, 4, ev->point->precision);
        same = !call_slope(ev, &query, name, x, own, slope) ||
               !built_in(ev, name, x, usual, slope) || arb_overlaps(own, usual);
    }
    arb_clear(slope);
    arb_clear(usual);
    arb_clear(own);
    arb_clear(x);
    return !same;
}
