/* functions.c: functions and their slopes: those that are built in, and those of the document. */
#include <string.h>

#include "world.h"

/* Values and slopes of the functions that are built in: f at x, and f' at x. */
static bool built_in(struct world *w, const char *name, const arb_t x, arb_t f, arb_t slope)
{
    const long p = w->precision;
    if (strcmp(name, "exp") == 0) {
        arb_exp(f, x, p);
        arb_set(slope, f);
    } else if (strcmp(name, "log") == 0) {
        arb_log(f, x, p);
        arb_inv(slope, x, p);
    } else if (strcmp(name, "sigma") == 0) {
        arb_neg(f, x);
        arb_exp(f, f, p);
        arb_add_ui(f, f, 1, p);
        arb_inv(f, f, p);
        arb_sub_ui(slope, f, 1, p);
        arb_mul(slope, slope, f, p);
        arb_neg(slope, slope);
    } else if (strcmp(name, "tanh") == 0) {
        arb_tanh(f, x, p);
        arb_mul(slope, f, f, p);
        arb_sub_ui(slope, slope, 1, p);
        arb_neg(slope, slope);
    } else if (strcmp(name, "sin") == 0) {
        arb_sin_cos(f, slope, x, p);
    } else if (strcmp(name, "cos") == 0) {
        arb_sin_cos(slope, f, x, p);
        arb_neg(slope, slope);
    } else if (strcmp(name, "sinh") == 0) {
        arb_sinh_cosh(f, slope, x, p);
    } else if (strcmp(name, "cosh") == 0) {
        arb_sinh_cosh(slope, f, x, p);
    } else if (strcmp(name, "sqrt") == 0) {
        arb_sqrt(f, x, p);
        arb_mul_2exp_si(slope, f, 1);
        arb_inv(slope, slope, p);
    } else if (strcmp(name, "softplus") == 0) {
        arb_exp(f, x, p);
        arb_add_ui(slope, f, 1, p);
        arb_div(slope, f, slope, p);
        arb_log1p(f, f, p);
    } else if (strcmp(name, "relu") == 0 || strcmp(name, "abs") == 0) {
        if (arb_contains_zero(x))
            return world_fail(w, "a kink lies at this point");
        const bool negative = arb_is_negative(x);
        const long below = name[0] == 'r' ? 0 : -1;
        arb_set_si(slope, negative ? below : 1);
        arb_mul(f, x, slope, p);
    } else {
        return world_fail(w, "a function that is not known");
    }
    return true;
}

/* The definition of a function with its parameters set to the values given. */
static bool own_function(struct world *w, const struct definition *f, const struct value *arg,
                         size_t args, struct value *out)
{
    struct binding bound[8];
    const struct binding *bindings = NULL;
    if (args != f->parameters.n || args > 8)
        return world_fail(w,
                          "a function with another number of arguments than it was defined with");
    for (size_t n = 0; n < args; n++) {
        bound[n] = (struct binding){f->parameters.name[n], 0, &arg[n], bindings};
        bindings = &bound[n];
    }
    if (w->depth > 100)
        return world_fail(w, "a function is defined by way of itself");
    w->depth += 10;
    const bool good = evaluate(w, f->right, bindings, 0, out);
    w->depth -= 10;
    return good;
}

/* f at x and its slope there. */
bool functions_slope(struct world *w, const char *name, const arb_t x, arb_t f, arb_t slope)
{
    const struct definition *own = model_function(w->model, name, w->section);
    if (!own)
        return built_in(w, name, x, f, slope);
    struct value in, out;
    value_init(&in);
    value_init(&out);
    arb_set(in.v, x);
    arb_one(in.d);
    const bool good = own_function(w, own, &in, 1, &out);
    arb_set(f, out.v);
    arb_set(slope, out.d);
    value_clear(&in);
    value_clear(&out);
    return good;
}

bool functions_activation(const struct world *w, const char *name)
{
    return strcmp(name, "sigma") == 0 || strcmp(name, "tanh") == 0 || strcmp(name, "relu") == 0 ||
           model_function(w->model, name, w->section);
}

static bool one_argument(struct world *w, const char *name, const struct value *x,
                         struct value *out)
{
    arb_t slope;
    arb_init(slope);
    bool good = functions_slope(w, name, x->v, out->v, slope);
    if (good && w->slip == SLIP_NO_SIGMA_PRIME && functions_activation(w, name)) {
        arb_one(slope);
    } else if (good && w->slip == SLIP_SIGMA_PRIME_OF_H && functions_activation(w, name)) {
        arb_t again;
        arb_init(again);
        good = functions_slope(w, name, out->v, again, slope);
        arb_clear(again);
    }
    arb_mul(out->d, slope, x->d, w->precision);
    arb_clear(slope);
    return good;
}

static bool extreme(struct world *w, const char *name, const struct value *arg, size_t n,
                    struct value *out)
{
    size_t best = 0;
    const bool max = strcmp(name, "max") == 0;
    for (size_t k = 1; k < n; k++) {
        if (arb_overlaps(arg[k].v, arg[best].v))
            return world_fail(w, "a kink lies at this point");
        if (max ? arb_gt(arg[k].v, arg[best].v) : arb_lt(arg[k].v, arg[best].v))
            best = k;
    }
    arb_set(out->v, arg[best].v);
    arb_set(out->d, arg[best].d);
    return true;
}

bool functions_call(struct world *w, const char *name, const struct value *arg, size_t args,
                    struct value *out)
{
    const struct definition *own = model_function(w->model, name, w->section);
    if (!own && (strcmp(name, "max") == 0 || strcmp(name, "min") == 0))
        return extreme(w, name, arg, args, out);
    if (args == 1)
        return one_argument(w, name, &arg[0], out);
    return own ? own_function(w, own, arg, args, out)
               : world_fail(w, "a function that is not known");
}

bool functions_unusual(struct world *w, const char *name)
{
    static const char *const usual[] = {"tanh", "relu", "softplus"};
    for (size_t n = 0; n < sizeof usual / sizeof *usual; n++)
        if (strcmp(name, usual[n]) == 0)
            return functions_own(w, name);
    return false;
}

bool functions_own(struct world *w, const char *name)
{
    bool same = true;
    arb_t x, own, built, slope;
    arb_init(x);
    arb_init(own);
    arb_init(built);
    arb_init(slope);
    for (long n = -3; same && n <= 3; n += 2) {
        arb_set_si(x, n);
        arb_div_si(x, x, 4, w->precision);
        w->trouble = NULL;
        same = !functions_slope(w, name, x, own, slope) || !built_in(w, name, x, built, slope) ||
               arb_overlaps(own, built);
    }
    arb_clear(slope);
    arb_clear(built);
    arb_clear(own);
    arb_clear(x);
    return !same;
}
