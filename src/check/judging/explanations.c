/* explanations.c */
#include "check/judging/explanations.h"

#include <string.h>

#include "check/model/dependence.h"
#include "check/values/calls.h"

/* Names in a row: "h_j, o". */
struct units {
    const char *name;
    size_t n;
    bool logistic; /* all of them */
};

/* The left side differentiates through this symbol. */
static bool passes(const struct search *s, unsigned id)
{
    const struct environment *env = s->environment;
    const size_t stride = env->model->symbols.n + 1;
    const struct terms parts = rewrites_parts(s->e->left);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *e = parts.item[n];
        if (e->kind == EXPR_DERIVATIVE &&
            env->depends[id * stride + e->as.derivative.by->as.symbol.id] &&
            dependence_formula(env->model, env->depends, e->as.derivative.of, id))
            return true;
    }
    return false;
}

/* It is defined as an activation of something, in a section up to that of the line. */
static bool is_unit(const struct search *s, const struct definition *d)
{
    return d->left->kind == EXPR_SYMBOL && d->left->as.symbol.id &&
           model_in_force(s->environment->model, d, s->e->section) && d->right->kind == EXPR_CALL &&
           d->right->as.call.argument.n == 1 &&
           call_is_activation(s->environment, d->right->as.call.function);
}

/* The units that lie between the two ends of a derivative. */
static struct units find_units(const struct search *s)
{
    const struct model *m = s->environment->model;
    struct evaluation ev = points_evaluation(s->j, points_sample(s->j, s->e, 0, &s->setting));
    struct units units = {.logistic = !call_differs(&ev, "sigma")};
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (!is_unit(s, d) || !passes(s, d->left->as.symbol.id))
            continue;
        const char *name = search_print(s, d->left);
        units.name = units.n++ ? arena_print(s->j->arena, "%s, %s", units.name, name) : name;
        units.logistic = units.logistic && strcmp(d->right->as.call.function, "sigma") == 0;
    }
    return units;
}

static const char *about_missing(struct arena *arena, struct units units)
{
    if (units.n == 0 || !units.logistic)
        return NULL;
    return units.n == 1
               ? arena_print(arena,
                             "the derivative of the activation is missing (%s(1 - %s) for the "
                             "logistic function %s)",
                             units.name, units.name, units.name)
               : arena_print(arena,
                             "the derivative of an activation is missing (u(1 - u) for each of "
                             "the logistic units u = %s)",
                             units.name);
}

const char *explanation_of_units(const struct search *s)
{
    struct arena *arena = s->j->arena;
    if (s->mistake == MISTAKE_MISSING_SLOPE)
        return about_missing(arena, find_units(s));
    if (s->mistake != MISTAKE_SLOPE_AT_VALUE)
        return NULL;
    const struct units units = find_units(s);
    return units.n == 1 ? arena_print(arena,
                                      "the derivative of the activation is taken at %s; it "
                                      "belongs at the sum that goes into %s",
                                      units.name, units.name)
                        : NULL;
}
