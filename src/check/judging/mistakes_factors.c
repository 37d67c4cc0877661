/* mistakes_factors.c */
#include "check/judging/mistakes_factors.h"

#include <string.h>

#include "check/expression/walk.h"

/* --- missing --- */

bool factors_try_missing(struct search *s, enum mistake mistake, const struct expr *factor)
{
    for (size_t n = 0; n < s->sites; n++) {
        const struct expr *more = expr_product(s->arena, s->site[n], factor);
        const struct expr *right = search_replace(s, s->site[n], more);
        if (search_agree(s, s->e->left, right, INJECT_NOTHING)) {
            search_found(s, mistake, right, search_print(s, factor));
            return true;
        }
    }
    return false;
}

bool factors_may_miss(const struct search *s, const struct expr *symbol)
{
    const struct symbol_name *name = &symbol->as.symbol.name;
    return symbol->as.symbol.id && !*name->layer && name->tag == TAG_NONE &&
           search_letters_fit(s, symbol);
}

static void try_symbols(struct search *s, enum mistake mistake, bool inputs)
{
    const struct environment *env = s->environment;
    for (size_t n = 0; n < s->candidates->symbols.n; n++) {
        const struct expr *symbol = s->candidates->symbols.item[n];
        if (factors_may_miss(s, symbol) &&
            rewrites_is_input(env->model, env->depends, s->by, symbol) == inputs)
            factors_try_missing(s, mistake, symbol);
    }
}

void test_missing_input(struct search *s)
{
    try_symbols(s, MISTAKE_MISSING_INPUT, true);
}

/* Symbols; and sums of two terms that stand somewhere in the document, such as y - O. */
void test_missing_factor(struct search *s)
{
    try_symbols(s, MISTAKE_MISSING_FACTOR, false);
    const struct terms *sums = &s->candidates->sums;
    for (size_t n = 0; n < sums->n; n++)
        if (sums->item[n]->as.list.n == 2 && search_letters_fit(s, sums->item[n]) &&
            factors_try_missing(s, MISTAKE_MISSING_FACTOR, sums->item[n]))
            return;
}

/* --- too many --- */

static bool is_variable(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SYMBOL || e->kind == EXPR_DOTS;
}

/* Numbers and nothing else: what is wrong about those is a factor. */
static bool is_constant(const struct expr *e)
{
    return !expr_any(e, is_variable, NULL);
}

static bool try_less(struct search *s, const struct expr *part, const struct expr *less,
                     const char *factor)
{
    return search_rewrite(s, MISTAKE_EXTRA_FACTOR, search_replace(s, part, less), factor);
}

/* One factor less; or two that stand side by side, as H (1 - H). */
static bool try_less_of_product(struct search *s, const struct expr *product)
{
    struct arena *arena = s->arena;
    const struct expr_list *factor = &product->as.list;
    for (size_t k = 0; k < factor->n; k++)
        if (!is_constant(factor->item[k]) &&
            try_less(s, product, rewrites_without(arena, product, k),
                     search_print(s, factor->item[k])))
            return true;
    for (size_t k = 0; factor->n > 2 && k + 1 < factor->n; k++) {
        const struct expr *less =
            rewrites_without(arena, rewrites_without(arena, product, k + 1), k);
        const struct expr *both = expr_product(arena, factor->item[k], factor->item[k + 1]);
        if (try_less(s, product, less, search_print(s, both)))
            return true;
    }
    return false;
}

void test_extra_factor(struct search *s)
{
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *part = parts.item[n];
        if (part->kind == EXPR_DIV && !is_constant(part->as.quotient.denominator))
            try_less(s, part, part->as.quotient.numerator,
                     search_print(s, expr_quotient(s->arena, expr_whole(s->arena, part->where, 1),
                                                   part->as.quotient.denominator)));
        if (part->kind == EXPR_MUL && try_less_of_product(s, part))
            return;
        if (part->kind == EXPR_POW && part->as.power.exponent->kind == EXPR_NUMBER &&
            strcmp(part->as.power.exponent->as.number, "2") == 0)
            try_less(s, part, part->as.power.base, search_print(s, part->as.power.base));
    }
}
