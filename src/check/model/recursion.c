/* recursion.c */
#include "check/model/recursion.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/conditions.h"

struct step {
    const struct expr *left; /* a SYMBOL */
    size_t place;            /* of the index that is looked at */
};

/* t - 1, for the letter t. */
static bool is_before(const struct expr *index, const struct expr *letter)
{
    const struct expr_list *term = &index->as.list;
    return index->kind == EXPR_ADD && term->n == 2 && expr_same(term->item[0], letter) &&
           term->item[1]->kind == EXPR_NEG && expr_is_number(term->item[1]->as.negative.operand);
}

struct steps {
    const struct statements *all;
    const struct expr *letter;
};

/* The document gives the name for each step: its index there is a letter. */
static bool is_given_step_by_step(const struct statements *all, const struct expr *e, size_t place)
{
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        if (s->wrong.code == REASON_NONE && s->rel == REL_EQ && s->left->kind == EXPR_SYMBOL &&
            s->left->as.symbol.index.n == e->as.symbol.index.n &&
            symbol_name_same(&s->left->as.symbol.name, &e->as.symbol.name) &&
            s->left->as.symbol.index.item[place]->kind == EXPR_SYMBOL)
            return true;
    }
    return false;
}

/* h_{t-1}, where h_t is given. */
static bool is_step_before(const struct expr *e, const void *with)
{
    const struct steps *s = with;
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++)
        if (is_before(e->as.symbol.index.item[n], s->letter) && is_given_step_by_step(s->all, e, n))
            return true;
    return false;
}

/* It gives a name by others one step before, or by itself; *step says which index counts them. */
static bool is_recursive(const struct statements *all, const struct statement *s, struct step *step)
{
    for (size_t n = 0; s->left->kind == EXPR_SYMBOL && n < s->left->as.symbol.index.n; n++) {
        *step = (struct step){s->left, n};
        const struct steps steps = {all, s->left->as.symbol.index.item[n]};
        if (steps.letter->kind == EXPR_SYMBOL && expr_any(s->right, is_step_before, &steps))
            return true;
    }
    return false;
}

static bool is_same_name(const struct expr *e, const void *with)
{
    const struct step *s = with;
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == s->left->as.symbol.index.n &&
           symbol_name_same(&e->as.symbol.name, &s->left->as.symbol.name) &&
           e->as.symbol.index.item[s->place]->kind == EXPR_SYMBOL;
}

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE;
}

/* The statement is about a derivative, at a step of its own, of what these steps are. */
static const struct expr *letter_of_slope(const struct statement *s, const struct step *step)
{
    const struct expr *derivative = expr_find(s->left, is_slope, NULL);
    derivative = derivative ? derivative : expr_find(s->right, is_slope, NULL);
    const struct expr *own = derivative ? expr_find(s->left, is_same_name, step) : NULL;
    own = own || !derivative ? own : expr_find(s->right, is_same_name, step);
    const struct expr *letter = own ? own->as.symbol.index.item[step->place] : NULL;
    return letter && letter->kind == EXPR_SYMBOL &&
                   (expr_has_index(s->left, letter->as.symbol.name.base) ||
                    expr_has_index(s->right, letter->as.symbol.name.base))
               ? letter
               : NULL;
}

static bool is_letter(const struct expr *e, const void *letter)
{
    return expr_same(e, letter);
}

/* The letter that has to be at least 1, or null. */
static const struct expr *letter_from_one(const struct statements *all, size_t number)
{
    const struct statement *s = &all->statement[number];
    struct step step;
    if (s->wrong.code != REASON_NONE || s->rel != REL_EQ)
        return NULL;
    if (is_recursive(all, s, &step))
        return s->left->as.symbol.index.item[step.place];
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *d = &all->statement[n];
        if (d->wrong.code != REASON_NONE || d->rel != REL_EQ || !is_recursive(all, d, &step))
            continue;
        const struct expr *letter = letter_of_slope(s, &step);
        if (letter)
            return letter;
    }
    return NULL;
}

const struct statements *recursion_apply(const struct statements *statements, struct arena *arena)
{
    struct statements *new = arena_new(arena, sizeof *new);
    *new = *statements;
    new->statement = arena_new(arena, (statements->n + 1) * sizeof *new->statement);
    for (size_t n = 0; n < statements->n; n++) {
        struct statement *s = &new->statement[n];
        *s = statements->statement[n];
        const struct expr *letter = letter_from_one(statements, n);
        if (letter && !(s->condition && expr_any(s->condition, is_letter, letter)))
            s->condition = conditions_both(
                arena, s->condition,
                expr_comparison(arena, letter, REL_GE, expr_whole(arena, letter->where, 1)));
    }
    return new;
}
