/* evaluate.c: one function for each kind of formula. */
#include "check/values/evaluate.h"

#include <stdlib.h>
#include <string.h>

#include "check/model/dependence.h"
#include "check/values/calls.h"
#include "check/values/conditions.h"
#include "check/values/definitions.h"
#include "check/values/rounded.h"
#include "check/vocabulary/functions.h"

/* What a formula is evaluated with, besides itself. */
struct scope {
    const struct query *query;
    const struct binding *bindings;
};

static bool part(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    return evaluate(ev, in.query, e, in.bindings, out);
}

static bool number(struct evaluation *ev, const char *text, struct dual *out)
{
    const long precision = ev->point->precision;
    arb_zero(out->tangent);
    const char *slash = strchr(text, '/');
    if (slash) {
        arb_set_si(out->value, strtol(text, NULL, 10));
        arb_div_si(out->value, out->value, strtol(slash + 1, NULL, 10), precision);
        return true;
    }
    if (strlen(text) > 60) /* more than the 38 digits that 128 bits hold */
        return evaluation_fail(ev, REASON_DIGITS);
    const char *e = strpbrk(text, "eE");
    if (e &&
        labs(strtol(e + 1, NULL, 10)) > 400) /* beyond what a double holds: a slip of the pen */
        return evaluation_fail(ev, REASON_NUMBER_SIZE);
    if (arb_set_str(out->value, text, precision) != 0)
        return evaluation_fail(ev, REASON_NUMBER);
    if (rounded_is(ev->environment, &ev->point->digits, text))
        rounded_widen(out->value, rounded_places(text), precision);
    return true;
}

/* A name without indices that nobody defines may be a constant, or a function without its argument. */
static bool is_undefined(const struct evaluation *ev, const struct expr *symbol, const char *name)
{
    return expr_is_letter(symbol, name) &&
           symbols_get(&ev->environment->model->symbols, symbol->as.symbol.id)->definitions == 0;
}

static bool symbol(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    const bool bare = e->as.symbol.index.n == 0;
    const struct binding *bound = bare ? bindings_find(in.bindings, e) : NULL;
    if (bound && bound->value) {
        dual_set(out, bound->value);
        return true;
    }
    if (bound) {
        dual_set_whole(out, bound->index);
        return true;
    }
    if (!e->as.symbol.id)
        return ev->environment->model->symbols.n < SYMBOLS_MAX
                   ? evaluation_fail_about(ev, REASON_UNDEFINED, e->as.symbol.name.base)
                   : evaluation_fail(ev, REASON_MANY_NAMES);
    if (bare && is_undefined(ev, e, "pi")) {
        arb_const_pi(out->value, ev->point->precision);
        arb_zero(out->tangent);
        return true;
    }
    if (bare && ev->environment->model->sigma_is_called && is_undefined(ev, e, "sigma"))
        return evaluation_fail(ev, REASON_SIGMA_ALONE);
    struct entry entry;
    return index_entry(ev, in.query, e, in.bindings, &entry) &&
           definition_value(ev, in.query, &entry, out);
}

static bool arithmetic(struct evaluation *ev, struct scope in, const struct expr *e,
                       void (*operation)(struct dual *, const struct dual *, long),
                       struct dual *out)
{
    const struct expr_list *list = &e->as.list;
    if (list->n == 0)
        return evaluation_fail(ev, REASON_NO_FORMULA);
    struct dual item;
    dual_init(&item);
    bool good = part(ev, in, list->item[0], out);
    for (size_t n = 1; good && n < list->n; n++) {
        good = part(ev, in, list->item[n], &item);
        operation(out, &item, ev->point->precision);
    }
    dual_clear(&item);
    return good;
}

static bool quotient(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    struct dual denominator;
    dual_init(&denominator);
    const bool good = part(ev, in, e->as.quotient.numerator, out) &&
                      part(ev, in, e->as.quotient.denominator, &denominator);
    dual_divide(out, &denominator, ev->point->precision);
    dual_clear(&denominator);
    return good;
}

static bool negative(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    const bool good = part(ev, in, e->as.negative.operand, out);
    dual_negate(out);
    return good;
}

static bool power(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    struct dual base, exponent;
    dual_init(&base);
    dual_init(&exponent);
    const bool good =
        part(ev, in, e->as.power.base, &base) && part(ev, in, e->as.power.exponent, &exponent);
    if (good)
        dual_power(out, &base, &exponent, ev->point->precision);
    dual_clear(&exponent);
    dual_clear(&base);
    return good;
}

/* Max and min jump where the greatest argument changes, other functions of this kind at 0. */
static void note_kink(const struct evaluation *ev, const struct expr *e,
                      const struct dual *argument, size_t n)
{
    const struct function *f = function_named(e->as.call.function);
    if (!f || !f->kinked ||
        model_function(ev->environment->model, f->name, ev->environment->section))
        return;
    if (n == 1 && f->most == 1) {
        kinks_note(ev->kinks, e, arb_is_positive(argument[0].value) ? 1 : 0, 2);
        return;
    }
    size_t best = 0;
    for (size_t k = 1; k < n; k++)
        if (strcmp(f->name, "max") == 0 ? arb_gt(argument[k].value, argument[best].value)
                                        : arb_lt(argument[k].value, argument[best].value))
            best = k;
    kinks_note(ev->kinks, e, (unsigned)best, (unsigned)n);
}

static bool call(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    const struct expr_list *list = &e->as.call.argument;
    struct dual argument[ARGUMENTS_MAX];
    if (list->n > ARGUMENTS_MAX || list->n == 0)
        return evaluation_fail(ev, REASON_MANY_ARGUMENTS);
    bool good = true;
    for (size_t n = 0; n < list->n; n++) {
        dual_init(&argument[n]);
        good = good && part(ev, in, list->item[n], &argument[n]);
    }
    if (good)
        note_kink(ev, e, argument, list->n);
    good = good && call_value(ev, in.query, e->as.call.function, argument, list->n, out);
    for (size_t n = 0; n < list->n; n++)
        dual_clear(&argument[n]);
    return good;
}

static bool prime(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    struct dual x;
    arb_t f;
    dual_init(&x);
    arb_init(f);
    bool good = part(ev, in, e->as.call.argument.item[0], &x);
    if (good && !arb_is_zero(x.tangent))
        good = evaluation_fail(ev, REASON_SECOND_DERIVATIVE);
    if (good)
        note_kink(ev, e, &x, 1);
    good = good && call_slope(ev, in.query, e->as.call.function, x.value, f, out->value);
    arb_zero(out->tangent);
    arb_clear(f);
    dual_clear(&x);
    return good;
}

static bool sum(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    long low, high;
    if (!e->as.sum.low || !e->as.sum.high)
        return evaluation_fail(ev, REASON_SUM_OPEN);
    if (!index_value(ev, e->as.sum.low, in.bindings, &low) ||
        !index_value(ev, e->as.sum.high, in.bindings, &high))
        return evaluation_fail(ev, REASON_INDEX_VALUE);
    if (high - low >= INDEX_MAX)
        return evaluation_fail(ev, REASON_SUM_LONG);
    dual_set_whole(out, 0);
    struct dual term;
    dual_init(&term);
    bool good = true;
    for (long k = low; good && k <= high; k++) {
        const struct binding inner = binding_index(e->as.sum.index, k, in.bindings);
        if (e->as.sum.condition &&
            condition_holds(ev, in.query, e->as.sum.condition, &inner) != TRUTH_YES)
            continue;
        good = evaluate(ev, in.query, e->as.sum.body, &inner, &term);
        dual_add(out, &term, ev->point->precision);
    }
    dual_clear(&term);
    return good;
}

/* The derivative is the tangent of what is differentiated: a number, of which there is no tangent. */
static bool differentiate(struct evaluation *ev, struct scope in, const struct expr *of,
                          const struct entry *by, struct dual *out)
{
    const struct query along = query_along(in.query, by);
    struct dual inner;
    dual_init(&inner);
    const bool good = evaluate(ev, &along, of, in.bindings, &inner);
    if (arb_is_finite(inner.value))
        arb_set(out->value, inner.tangent);
    else
        arb_indeterminate(out->value); /* what has no value has no derivative */
    arb_zero(out->tangent);
    dual_clear(&inner);
    return good;
}

static bool derivative(struct evaluation *ev, struct scope in, const struct expr *e,
                       struct dual *out)
{
    const struct environment *env = ev->environment;
    const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
    struct entry entry;
    if (by->kind != EXPR_SYMBOL || !by->as.symbol.id || by->as.symbol.index.n > ARITY_MAX)
        return evaluation_fail(ev, REASON_DERIVATIVE_BY);
    if (!index_entry(ev, in.query, by, in.bindings, &entry))
        return false;
    if (in.query->along.id && dependence_formula(env->model, env->depends, of, in.query->along.id))
        return evaluation_fail(ev, REASON_SECOND_DERIVATIVE);
    if (of->kind == EXPR_SYMBOL && of->as.symbol.id && of->as.symbol.id != entry.id &&
        symbols_get(&env->model->symbols, of->as.symbol.id)->definitions == 0 &&
        symbols_get(&env->model->symbols, of->as.symbol.id)->by.n == 0)
        return evaluation_fail_about(ev, REASON_NEVER_DEFINED, of->as.symbol.name.base);
    if (!expr_is_constant(of) && !dependence_formula(env->model, env->depends, of, entry.id))
        ev->independent = e;
    return definition_is_assumed(in.query, of, entry.id)
               ? definition_assumed(ev, in.query, &entry, in.bindings, out)
               : differentiate(ev, in, of, &entry, out);
}

static bool cases(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    for (size_t n = 0; n < e->as.cases.n; n++) {
        const struct expr_branch *branch = &e->as.cases.branch[n];
        const enum truth holds = branch->condition
                                     ? condition_holds(ev, in.query, branch->condition, in.bindings)
                                     : TRUTH_YES;
        if (holds == TRUTH_UNKNOWN)
            return evaluation_fail(ev, REASON_CONDITION);
        if (holds == TRUTH_YES)
            return part(ev, in, branch->value, out);
    }
    return evaluation_fail(ev, REASON_NO_CASE);
}

static bool indicator(struct evaluation *ev, struct scope in, const struct expr *e,
                      struct dual *out)
{
    const enum truth holds = condition_holds(ev, in.query, e->as.indicator.condition, in.bindings);
    dual_set_whole(out, holds == TRUTH_YES);
    return holds != TRUTH_UNKNOWN || evaluation_fail(ev, REASON_CONDITION);
}

/* The number of a row or a column, from 0; there is only one where its index is null. */
static bool place(const struct evaluation *ev, struct scope in, const struct expr *index, long base,
                  size_t *value)
{
    long one = base;
    if (index && !index_value(ev, index, in.bindings, &one))
        return false;
    *value = (size_t)(one - base);
    return one >= base;
}

static bool entry(struct evaluation *ev, struct scope in, const struct expr *e, struct dual *out)
{
    const struct expr *array = e->as.entry.array;
    const size_t columns = array->as.array.columns, rows = array->as.array.entry.n / columns;
    size_t row, column;
    if (!place(ev, in, e->as.entry.row, e->as.entry.base, &row) ||
        !place(ev, in, e->as.entry.column, e->as.entry.base, &column) || row >= rows ||
        column >= columns)
        return evaluation_fail(ev, REASON_INDEX_VALUE);
    return part(ev, in, array->as.array.entry.item[row * columns + column], out);
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
bool evaluate(struct evaluation *ev, const struct query *query, const struct expr *e,
              const struct binding *bindings, struct dual *out)
{
    const struct scope in = {query, bindings};
    if (++ev->steps > STEPS_MAX)
        return evaluation_fail(ev, REASON_LINE_STEPS);
    switch (e->kind) {
    case EXPR_NUMBER:
        return number(ev, e->as.number, out);
    case EXPR_SYMBOL:
        return symbol(ev, in, e, out);
    case EXPR_ADD:
        return arithmetic(ev, in, e, dual_add, out);
    case EXPR_MUL:
        return arithmetic(ev, in, e, dual_multiply, out);
    case EXPR_DIV:
        return quotient(ev, in, e, out);
    case EXPR_NEG:
        return negative(ev, in, e, out);
    case EXPR_POW:
        return power(ev, in, e, out);
    case EXPR_CALL:
        return call(ev, in, e, out);
    case EXPR_PRIME:
        return prime(ev, in, e, out);
    case EXPR_SUM:
        return sum(ev, in, e, out);
    case EXPR_DERIVATIVE:
        return derivative(ev, in, e, out);
    case EXPR_CASES:
        return cases(ev, in, e, out);
    case EXPR_INDICATOR:
        return indicator(ev, in, e, out);
    case EXPR_ENTRY:
        return entry(ev, in, e, out);
    case EXPR_EACH:
        return part(ev, in, e->as.each.body, out);
    case EXPR_LIST:
        return evaluation_fail(ev, REASON_LIST);
    case EXPR_ARRAY:
        return evaluation_fail(ev, REASON_ARRAY);
    case EXPR_DOTS:
        return evaluation_fail(ev, REASON_DOTS);
    case EXPR_COMPARISON:
    case EXPR_AND:
        break;
    }
    return evaluation_fail(ev, REASON_NO_FORMULA);
}
