/* levels.c */
#include "check/certificate/levels.h"

#include <string.h>

#include "check/expression/walk.h"

enum { TERMS_MAX = 200 };

/* The definition that is looked at, and what was found. */
struct search {
    struct writing *w;
    const struct expr *left;
    bool changed;
};

static bool is_computed_from(const struct writing *w, unsigned id, unsigned from)
{
    const size_t stride = w->model->symbols.n + 1;
    return w->judging->environment[w->section].depends[id * stride + from];
}

static void set_place(struct search *s, unsigned id, size_t place)
{
    if (!s->w->place[id]) {
        s->w->place[id] = (unsigned char)(place + 1);
        s->changed = true;
    }
}

static const char *letter_at(const struct expr *symbol, size_t n)
{
    const struct expr *index = symbol->as.symbol.index.item[n];
    return index->kind == EXPR_SYMBOL && index->as.symbol.index.n == 0 ? index->as.symbol.name.base
                                                                       : NULL;
}

static bool is_this_letter(const struct expr *e, const void *with)
{
    return expr_is_letter(e, with);
}

/* h_2 from h_1: the same symbol at another number, and its other indices are the same. */
static void note_step(struct search *s, const struct expr *e)
{
    const struct expr_list *a = &s->left->as.symbol.index, *b = &e->as.symbol.index;
    size_t place = 0, others = 0;
    if (s->left->as.symbol.id != e->as.symbol.id || a->n != b->n)
        return;
    for (size_t n = 0; n < a->n; n++) {
        long x, y;
        if (expr_same(a->item[n], b->item[n]))
            continue;
        if (ranges_number(s->w->model, a->item[n], &x) &&
            ranges_number(s->w->model, b->item[n], &y) && x != y)
            place = n + 1;
        else
            others++;
    }
    if (place && !others)
        set_place(s, s->left->as.symbol.id, place - 1);
}

/* Both are computed from each other, and the index of one is a letter of the other's, moved. */
static void note_shift(struct search *s, const struct expr *e)
{
    note_step(s, e);
    const unsigned id = s->left->as.symbol.id, other = e->as.symbol.id;
    if (!is_computed_from(s->w, id, other) || !is_computed_from(s->w, other, id))
        return;
    for (size_t p = 0; p < s->left->as.symbol.index.n; p++) {
        const char *letter = letter_at(s->left, p);
        for (size_t q = 0; letter && q < e->as.symbol.index.n; q++)
            if (e->as.symbol.index.item[q]->kind == EXPR_ADD &&
                expr_any(e->as.symbol.index.item[q], is_this_letter, letter)) {
                set_place(s, id, p);
                set_place(s, other, q);
            }
    }
}

/* What speaks of a level by a letter of its left side has levels as well. */
static void note_use(struct search *s, const struct expr *e)
{
    const size_t place = s->w->place[e->as.symbol.id];
    if (!place || place > e->as.symbol.index.n)
        return;
    for (size_t p = 0; p < s->left->as.symbol.index.n; p++) {
        const char *letter = letter_at(s->left, p);
        if (letter && expr_any(e->as.symbol.index.item[place - 1], is_this_letter, letter))
            set_place(s, s->left->as.symbol.id, p);
    }
}

static enum walk note(const struct expr *e, void *with)
{
    struct search *s = with;
    if (e->kind == EXPR_SYMBOL && e->as.symbol.id && e->as.symbol.index.n) {
        note_shift(s, e);
        note_use(s, e);
    }
    return WALK_CONTINUE;
}

void levels_find(struct writing *w)
{
    const struct model *m = w->model;
    w->place = arena_new(w->arena, m->symbols.n + 2);
    struct search s = {.w = w, .changed = true};
    for (size_t round = 0; s.changed && round < m->symbols.n + 2; round++) {
        s.changed = false;
        for (size_t n = 0; n < m->definitions; n++) {
            s.left = m->definition[n].left;
            if (s.left->kind == EXPR_SYMBOL && s.left->as.symbol.id &&
                model_in_force(m, &m->definition[n], w->section))
                expr_walk(m->definition[n].right, note, &s);
        }
    }
}

struct letter_search {
    const struct writing *w;
    const char *letter;
};

static bool is_level(const struct expr *e, const void *with)
{
    const struct letter_search *s = with;
    if (e->kind != EXPR_SYMBOL || !e->as.symbol.id)
        return false;
    const size_t place = s->w->place[e->as.symbol.id];
    return place && place <= e->as.symbol.index.n &&
           expr_any(e->as.symbol.index.item[place - 1], is_this_letter, s->letter);
}

bool levels_letter(const struct writing *w, const struct expr *e, const char *letter)
{
    const struct letter_search s = {w, letter};
    return expr_any(e, is_level, &s);
}

struct replacement {
    const char *letter;
    long value;
};

static const struct expr *replace(struct arena *arena, const struct expr *e, enum walk *way,
                                  void *with)
{
    const struct replacement *r = with;
    if (e->kind == EXPR_SUM && strcmp(e->as.sum.index, r->letter) == 0)
        *way = WALK_PRUNE;
    return expr_is_letter(e, r->letter) ? expr_whole(arena, e->where, r->value) : e;
}

const struct expr *levels_at(struct writing *w, const struct expr *e, const char *letter,
                             long value)
{
    struct replacement r = {letter, value};
    return e ? expr_rewrite(w->arena, e, replace, &r) : NULL;
}

static bool holds(enum relation relation, long a, long b)
{
    switch (relation) {
    case REL_EQ:
    case REL_IN:
        return a == b;
    case REL_NE:
        return a != b;
    case REL_LT:
        return a < b;
    case REL_LE:
        return a <= b;
    case REL_GT:
        return a > b;
    default:
        return a >= b;
    }
}

static bool is_order(enum relation relation)
{
    return relation == REL_EQ || relation == REL_IN || relation == REL_NE || relation == REL_LT ||
           relation == REL_LE || relation == REL_GT || relation == REL_GE;
}

int levels_condition(const struct writing *w, const struct expr *c)
{
    long a, b;
    int all = 1;
    for (size_t n = 0; c->kind == EXPR_AND && n < c->as.list.n; n++) {
        const int one = levels_condition(w, c->as.list.item[n]);
        all = one == 0 || all == 0 ? 0 : one < 0 ? -1 : all;
    }
    if (c->kind == EXPR_AND)
        return all;
    if (c->kind != EXPR_COMPARISON || !ranges_number(w->model, c->as.comparison.left, &a) ||
        !ranges_number(w->model, c->as.comparison.right, &b) ||
        !is_order(c->as.comparison.relation))
        return -1;
    return holds(c->as.comparison.relation, a, b);
}

const struct expr *levels_terms(struct writing *w, const struct expr *e)
{
    long low, high;
    if (!ranges_number(w->model, e->as.sum.low, &low) ||
        !ranges_number(w->model, e->as.sum.high, &high) || high < low || high - low > TERMS_MAX) {
        writing_fail(w, "a sum over layers whose ends are no numbers");
        return NULL;
    }
    struct expr *all = expr_list(w->arena, e->where, EXPR_ADD);
    for (long k = low; k <= high; k++) {
        const struct expr *condition = levels_at(w, e->as.sum.condition, e->as.sum.index, k);
        const int holds = condition ? levels_condition(w, condition) : 1;
        if (holds < 0) {
            writing_fail(w, "a sum over layers with a condition");
            return NULL;
        }
        if (holds > 0)
            expr_append(w->arena, all, levels_at(w, e->as.sum.body, e->as.sum.index, k));
    }
    if (all->as.list.n == 0)
        expr_append(w->arena, all, expr_whole(w->arena, e->where, 0));
    return all;
}
