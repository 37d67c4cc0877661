/* mistakes_slopes.c */
#include "check/judging/mistakes_slopes.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/mistakes_factors.h"
#include "check/judging/updates.h"
#include "check/model/dependence.h"

static bool has_part(const struct expr *formula, enum expr_kind kind)
{
    const struct terms parts = rewrites_parts(formula);
    for (size_t n = 0; n < parts.n; n++)
        if (parts.item[n]->kind == kind)
            return true;
    return false;
}

/* --- something else was differentiated --- */

/* The definition is of this loss and takes the output, not as a mere summand (a part of the loss). */
static bool takes(const struct model *m, const struct definition *d, unsigned loss, unsigned output)
{
    if (d->left->kind != EXPR_SYMBOL || d->left->as.symbol.id != loss ||
        !dependence_formula(m, NULL, d->right, output))
        return false;
    for (size_t n = 0; d->right->kind == EXPR_ADD && n < d->right->as.list.n; n++) {
        const struct expr *term = d->right->as.list.item[n];
        if (term->kind == EXPR_SYMBOL && term->as.symbol.id == output)
            return false;
    }
    return true;
}

/* The document computes it, and a definition of the loss takes it. */
static bool is_output(const struct model *m, unsigned loss, unsigned id)
{
    if (!id || symbols_get(&m->symbols, id)->definitions == 0)
        return false;
    for (size_t n = 0; n < m->definitions; n++)
        if (takes(m, &m->definition[n], loss, id))
            return true;
    return false;
}

/* The line is about the derivative of the loss of its section; its id, or 0. */
static unsigned loss_of(const struct search *s)
{
    const struct environment *env = s->environment;
    const struct expr *slope = s->e->slope, *of = slope ? slope->as.derivative.of : NULL;
    if (!of || of->kind != EXPR_SYMBOL || !of->as.symbol.id)
        return 0;
    const unsigned loss = dependence_loss(env->model, env->depends, s->e->section,
                                          slope->as.derivative.by->as.symbol.id, NULL);
    return of->as.symbol.id == loss ? loss : 0;
}

void test_gradient_of_output(struct search *s)
{
    struct arena *arena = s->arena;
    const unsigned loss = loss_of(s);
    for (size_t n = 0; loss && n < s->candidates->symbols.n; n++) {
        const struct expr *output = s->candidates->symbols.item[n];
        if (!is_output(s->environment->model, loss, output->as.symbol.id) ||
            !search_letters_fit(s, output))
            continue;
        const struct expr *other =
            expr_derivative(arena, output->where, output, s->e->slope->as.derivative.by);
        const struct expr *left = expr_replace(arena, s->e->left, s->e->slope, other);
        if (search_agree(s, left, s->e->right, INJECT_NOTHING)) {
            search_found(s, MISTAKE_GRADIENT_OF_OUTPUT, NULL, search_print(s, output));
            return;
        }
    }
}

/* --- a link of the chain rule --- */

/* A derivative of the very thing that the left side differentiates: without it, the line is about
 * something else than that (gradient-of-output). */
static bool is_loss_link(const struct search *s, const struct expr *slope)
{
    return s->e->slope && expr_same(s->e->slope->as.derivative.of, slope->as.derivative.of);
}

void test_missing_link(struct search *s)
{
    if (!has_part(s->e->right, EXPR_DERIVATIVE))
        return;
    const struct terms *slopes = &s->candidates->slopes;
    for (size_t n = 0; n < slopes->n; n++)
        if (search_letters_fit(s, slopes->item[n]) && !is_loss_link(s, slopes->item[n]) &&
            factors_try_missing(s, MISTAKE_NO_CHAIN, slopes->item[n]))
            return;
}

void simple_missing_link(struct search *s)
{
    const bool named = s->ratio.kind == RATIO_SIGN || s->ratio.kind == RATIO_SIZE;
    if (!named && !has_part(s->e->right, EXPR_NUMBER))
        test_missing_link(s);
}

/* --- the derivative of an activation --- */

void test_missing_slope(struct search *s)
{
    if (has_part(s->e->left, EXPR_DERIVATIVE) &&
        search_agree(s, s->e->left, s->e->right, INJECT_NO_SLOPE)) {
        search_found(s, MISTAKE_MISSING_SLOPE, NULL, NULL);
        return;
    }
    for (size_t n = 0; n < s->candidates->symbols.n; n++) {
        const struct expr *symbol = s->candidates->symbols.item[n];
        const struct expr *prime =
            factors_may_miss(s, symbol)
                ? rewrites_prime(s->environment->model, s->arena, symbol, s->e->section)
                : NULL;
        if (prime && factors_try_missing(s, MISTAKE_MISSING_SLOPE, prime))
            return;
    }
}

void test_slope_at_value(struct search *s)
{
    if (s->by && search_agree(s, s->e->left, s->e->right, INJECT_SLOPE_AT_VALUE))
        search_found(s, MISTAKE_SLOPE_AT_VALUE, NULL, NULL);
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *part = parts.item[n];
        if (part->kind != EXPR_PRIME)
            continue;
        const struct expr *at = part->as.call.argument.item[0];
        const struct expr *prime =
            at->kind == EXPR_SYMBOL
                ? rewrites_prime(s->environment->model, s->arena, at, s->e->section)
                : NULL;
        if (prime)
            search_rewrite(s, MISTAKE_SLOPE_AT_VALUE, search_replace(s, part, prime), NULL);
    }
}

/* What is taken for the slope of another activation u: it is put in everywhere, or for one unit. */
static const struct slope_form {
    enum injected injected;
    const char *text; /* %s is the unit */
} slope_forms[] = {{INJECT_SLOPE_LOGISTIC, "%s (1 - %s), which is that of the logistic function"},
                   {INJECT_SLOPE_TANH, "1 - %s^2, which is that of tanh"},
                   {INJECT_SLOPE_SQUARE, "(1 - %s)^2"}};

static const char *form_text(const struct search *s, const struct slope_form *form,
                             const char *unit)
{
    const char *text = form->text;
    for (const char *gap; (gap = strstr(text, "%s"));)
        text = arena_print(s->arena, "%.*s%s%s", (int)(gap - text), text, unit, gap + 2);
    return text;
}

static const struct expr *form_of(struct arena *arena, enum injected form, const struct expr *unit)
{
    const struct expr *one = expr_whole(arena, unit->where, 1);
    const struct expr *rest = rewrites_plus(arena, one, rewrites_negative(arena, unit));
    if (form == INJECT_SLOPE_LOGISTIC)
        return expr_product(arena, unit, rest);
    if (form == INJECT_SLOPE_SQUARE)
        return expr_product(arena, rest, rest);
    return rewrites_plus(arena, one, rewrites_negative(arena, expr_product(arena, unit, unit)));
}

/* Some term of the line is right once its u (1 - u), say, is replaced by the slope of the unit. */
static bool try_slope_of(struct search *s, const struct slope_form *form, const struct expr *unit,
                         const struct expr *prime)
{
    struct arena *arena = s->arena;
    const struct expr *correction =
        expr_quotient(arena, prime, form_of(arena, form->injected, unit));
    for (size_t n = 0; n < s->sites; n++) {
        const struct expr *other = expr_product(arena, s->site[n], correction);
        if (search_rewrite(s, MISTAKE_WRONG_SLOPE, search_replace(s, s->site[n], other),
                           form_text(s, form, search_print(s, unit)))) {
            s->answer = NULL;
            return true;
        }
    }
    return false;
}

static bool try_form(struct search *s, const struct slope_form *form)
{
    for (size_t n = 0; n < s->candidates->symbols.n; n++) {
        const struct expr *unit = s->candidates->symbols.item[n];
        const struct expr *prime =
            factors_may_miss(s, unit)
                ? rewrites_prime(s->environment->model, s->arena, unit, s->e->section)
                : NULL;
        if (prime && try_slope_of(s, form, unit, prime))
            return true;
    }
    if (!has_part(s->e->left, EXPR_DERIVATIVE) ||
        !search_agree(s, s->e->left, s->e->right, form->injected))
        return false;
    search_found(s, MISTAKE_WRONG_SLOPE, NULL, form_text(s, form, "u"));
    return true;
}

void test_wrong_slope(struct search *s)
{
    for (size_t n = 0; n < sizeof slope_forms / sizeof *slope_forms; n++)
        if (try_form(s, &slope_forms[n]))
            return;
}

/* --- a part of the loss --- */

/* Everything free that the term depends on is varied, or a constant: nothing that is measured. */
static bool is_of_weights(const struct search *s, const struct expr *term)
{
    const struct environment *env = s->environment;
    for (unsigned id = 1; id <= env->model->symbols.n; id++) {
        const struct symbol *symbol = symbols_get(&env->model->symbols, id);
        const bool measured = !symbol->definitions && !symbol->size &&
                              !updates_rate_name(&symbol->name) &&
                              !assumptions_varied(env->model, id);
        if (measured && dependence_formula(env->model, env->depends, term, id))
            return false;
    }
    return true;
}

/* The only term of a loss that is of weights alone, and of those that the line is about; or null. */
static const struct expr *penalty_in(const struct search *s, const struct expr *loss)
{
    const struct environment *env = s->environment;
    const struct expr *found = NULL;
    for (size_t n = 0; loss->kind == EXPR_ADD && n < loss->as.list.n; n++) {
        const struct expr *term = loss->as.list.item[n];
        if (!is_of_weights(s, term) ||
            !dependence_formula(env->model, env->depends, term,
                                s->e->slope->as.derivative.by->as.symbol.id))
            continue;
        if (found)
            return NULL;
        found = term;
    }
    return found;
}

/* The line is right for the loss without its penalty on the weights. */
void test_missing_penalty(struct search *s)
{
    struct arena *arena = s->arena;
    const struct model *m = s->environment->model;
    const unsigned loss = loss_of(s);
    const struct symbol *symbol = symbols_get(&m->symbols, loss);
    for (size_t k = symbol ? symbol->definitions : 0; k--;) {
        const struct definition *d = &m->definition[symbol->definition[k]];
        const struct expr *slope = s->e->slope;
        const struct expr *penalty =
            model_in_force(m, d, s->e->section) ? penalty_in(s, d->right) : NULL;
        if (!penalty)
            continue;
        const struct expr *rest =
            rewrites_plus(arena, slope->as.derivative.of, rewrites_negative(arena, penalty));
        const struct expr *other =
            expr_derivative(arena, slope->where, rest, slope->as.derivative.by);
        if (search_agree(s, expr_replace(arena, s->e->left, slope, other), s->e->right,
                         INJECT_NOTHING))
            search_found(s, MISTAKE_MISSING_PENALTY, NULL, search_print(s, penalty));
    }
}

/* --- the wrong weights --- */

void test_updated_weights(struct search *s)
{
    const struct expr *old = rewrites_old(s->environment->model, s->arena, s->e->right);
    if (old != s->e->right)
        search_rewrite(s, MISTAKE_UPDATED_WEIGHTS, old, NULL);
}
