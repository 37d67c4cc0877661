/* differentials.c */
#include "check/model/differentials.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/rewrite.h"

struct differentials {
    const struct expr *loss;
    struct names names; /* all that stand in the document */
};

/* Names of a loss, that of one sample first: what a batch adds to it is a factor that dX does not have. */
static const char *const losses[] = {"L", "ell", "loss", "Loss", "E", "C", "J", "cost"};

static const struct expr *find_loss(const struct statements *all)
{
    for (size_t k = 0; k < sizeof losses / sizeof *losses; k++)
        for (size_t n = 0; n < all->n; n++) {
            const struct statement *s = &all->statement[n];
            if (s->wrong.code == REASON_NONE && s->rel == REL_EQ && !s->link &&
                expr_is_letter(s->left, losses[k]))
                return s->left;
        }
    return NULL;
}

static bool is_of_loss(const struct expr *e, const void *with)
{
    (void)with;
    for (size_t k = 0; e->kind == EXPR_DERIVATIVE && k < sizeof losses / sizeof *losses; k++)
        if (expr_is_letter(e->as.derivative.of, losses[k]))
            return true;
    return false;
}

/* One that is never defined, of which the derivative by something stands there; or null. */
static const struct expr *open_loss(const struct statements *all)
{
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        const bool read = s->wrong.code == REASON_NONE;
        const struct expr *left = read ? expr_find(s->left, is_of_loss, NULL) : NULL;
        const struct expr *right = read ? expr_find(s->right, is_of_loss, NULL) : NULL;
        if (left || right)
            return (left ? left : right)->as.derivative.of;
    }
    return NULL;
}

struct collection {
    struct names *names;
    struct arena *arena;
};

static enum walk collect(const struct expr *e, void *with)
{
    const struct collection *c = with;
    if (e->kind == EXPR_SYMBOL)
        names_add(c->arena, c->names, e->as.symbol.name.base);
    return WALK_CONTINUE;
}

static const struct expr *change(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    const struct differentials *d = with;
    if (e->kind != EXPR_SYMBOL)
        return e;
    *way = WALK_PRUNE;
    const char *base = e->as.symbol.name.base;
    if (base[0] != 'd' || !base[1] || !names_have(&d->names, base + 1))
        return e;
    struct expr *by = expr_shallow(arena, e);
    by->as.symbol.name.base = base + 1;
    return expr_derivative(arena, e->where, d->loss, by);
}

const struct statements *differentials_apply(const struct statements *statements,
                                             struct arena *arena)
{
    struct differentials d = {.loss = find_loss(statements)};
    d.loss = d.loss ? d.loss : open_loss(statements);
    if (!d.loss || choices_option(&statements->lexicon.choices, CHOICE_DIFFERENTIALS, "", 1) == 1)
        return statements;
    struct collection c = {&d.names, arena};
    for (size_t n = 0; n < statements->n; n++)
        if (statements->statement[n].wrong.code == REASON_NONE) {
            expr_walk(statements->statement[n].left, collect, &c);
            expr_walk(statements->statement[n].right, collect, &c);
        }
    return rewrite_statements(statements, arena, REWRITE_SIDES, change, &d);
}
