/* ranges.c: spreads what is known of indices until nothing changes. */
#include "check/model/ranges.h"

#include <stdlib.h>
#include <string.h>

#include "check/model/bounds.h"
#include "check/model/claims.h"
#include "check/model/literals.h"

/* A range moves on by one definition in a round at least; more rounds than layers of any network on paper. */
enum { ROUNDS_MAX = 50 };

/* A pass over the trees of a model that is being made. */
struct pass {
    struct model *model;
    struct arena *arena;
    bool changed;
};

static void walk_claim(struct pass *p, const struct claim *c,
                       enum walk (*visit)(const struct expr *e, void *with))
{
    expr_walk(c->left, visit, p);
    expr_walk(c->right, visit, p);
}

static struct symbol *symbol_of(const struct pass *p, const struct expr *e)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.id
               ? &p->model->symbols.symbol[e->as.symbol.id - 1]
               : NULL;
}

/* --- sizes --- */

/* The number that the document gives a symbol, if it is no less than the least; false if it gives another thing
 * than a number. */
static bool given_value(const struct model *m, const struct symbol *s, unsigned id, long least,
                        long *value)
{
    *value = s->value;
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind != EXPR_SYMBOL || d->left->as.symbol.id != id)
            continue;
        long number;
        if (d->right->kind != EXPR_NUMBER || !ranges_number(m, d->right, &number))
            return false;
        if (number >= least)
            *value = number;
    }
    return true;
}

/* Limits that are names, such as the n of i = 1 … n, are sizes. */
static enum walk note_limit(const struct pass *p, const struct expr *e, long least)
{
    struct symbol *s = symbol_of(p, e);
    if (s && s->arity)
        return WALK_PRUNE; /* n_l: the l counts layers */
    if (!s)
        return WALK_CONTINUE;
    long value;
    if (!s->size && given_value(p->model, s, e->as.symbol.id, least, &value)) {
        s->size = true;
        s->value = value;
    }
    return WALK_PRUNE;
}

static enum walk note_size(const struct expr *e, void *with)
{
    return note_limit(with, e, 0);
}

/* Where a range ends: with the n = 0 from which an induction starts nothing would be in it. */
static enum walk note_end(const struct expr *e, void *with)
{
    return note_limit(with, e, 1);
}

static enum walk note_sum_sizes(const struct expr *e, void *with)
{
    if (e->kind == EXPR_SUM) {
        expr_walk(e->as.sum.low, note_size, with);
        expr_walk(e->as.sum.high, note_end, with);
    }
    if (e->kind == EXPR_EACH)
        expr_walk(e->as.each.high, note_end, with);
    return WALK_CONTINUE;
}

/* --- ranges that are given --- */

static void spread_entries(struct pass *p, const struct expr *left, const struct expr *right);

/* j = 0, …, 3 somewhere in the text: its letter, and the sizes at its ends. */
static void note_range(struct pass *p, const struct expr *range)
{
    if (range->kind == EXPR_COMPARISON && (range->as.comparison.right->kind == EXPR_ENTRY ||
                                           range->as.comparison.right->kind == EXPR_EACH)) {
        note_sum_sizes(range->as.comparison.right, p);
        spread_entries(p, range->as.comparison.left, range->as.comparison.right);
        return;
    }
    const struct expr *first = range;
    for (size_t n = 0; range->kind == EXPR_AND && n < range->as.list.n; n++) {
        const struct expr *one = range->as.list.item[n];
        if (one->kind == EXPR_COMPARISON)
            expr_walk(one->as.comparison.right, note_size, p);
        first = range->as.list.item[0];
    }
    const struct expr *letter = first->kind == EXPR_COMPARISON ? first->as.comparison.left : NULL;
    if (!letter || letter->kind != EXPR_SYMBOL || strlen(letter->as.symbol.name.base) != 1)
        return;
    const unsigned char c = (unsigned char)letter->as.symbol.name.base[0];
    struct bounds b;
    if (c < 128 && bounds_of_condition(p->model, range, letter->as.symbol.name.base, &b))
        bounds_set(&p->model->ranges.letter[c], b);
}

struct gift {
    struct pass *pass;
    const char *letter;
    struct bounds range;
};

static enum walk give(const struct expr *e, void *with)
{
    const struct gift *g = with;
    if (e->kind == EXPR_SUM && strcmp(e->as.sum.index, g->letter) == 0)
        return WALK_PRUNE;
    struct symbol *s = symbol_of(g->pass, e);
    for (size_t n = 0; s && n < s->arity; n++)
        if (expr_is_letter(e->as.symbol.index.item[n], g->letter) && !s->position[n].known) {
            s->position[n] = g->range;
            g->pass->changed = true;
        }
    return WALK_CONTINUE;
}

/* Each place in the formula below which the letter stands has this range, unless it has one. */
static void give_range(struct pass *p, const char *letter, struct bounds range,
                       const struct expr *e)
{
    struct gift g = {p, letter, range};
    if (range.known)
        expr_walk(e, give, &g);
}

/* What stands "for j = 1, …, 4" beside an equation holds for its own letters. */
static void spread_condition(struct pass *p, const struct claim *c)
{
    for (char c_letter = 'a'; c->condition && c_letter <= 'z'; c_letter++) {
        const char letter[2] = {c_letter, '\0'};
        struct bounds range;
        if (!bounds_of_condition(p->model, c->condition, letter, &range))
            continue;
        give_range(p, letter, range, c->left);
        give_range(p, letter, range, c->right);
    }
}

/* --- numbers that stand below symbols --- */

static void note_number(struct pass *p, const struct expr *index, struct bounds *b)
{
    long value;
    if (b->known || index->kind != EXPR_NUMBER || !ranges_number(p->model, index, &value))
        return;
    b->low = !b->seen || value < b->low ? value : b->low;
    b->high = !b->seen || value > b->high ? value : b->high;
    b->seen = true;
}

static bool is_dots(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DOTS;
}

/* Numbers below symbols; a list such as l = [l_0, l_1, l_2] has them all. */
static enum walk note_numbers(const struct expr *e, void *with)
{
    struct pass *p = with;
    struct symbol *s = symbol_of(p, e);
    for (size_t n = 0; s && n < s->arity; n++)
        note_number(p, e->as.symbol.index.item[n], &s->position[n]);
    if (e->kind != EXPR_LIST || e->as.list.n < 2 || expr_any(e, is_dots, NULL))
        return WALK_CONTINUE;
    for (size_t n = 0; n < e->as.list.n; n++)
        expr_walk(e->as.list.item[n], note_numbers, p);
    for (size_t n = 0; n < e->as.list.n; n++) {
        struct symbol *entry = symbol_of(p, e->as.list.item[n]);
        if (entry && entry->arity == 1)
            entry->position[0].known |= entry->position[0].seen;
    }
    return WALK_PRUNE;
}

/* Several numbers seen at a place are its range, if nothing better is known. */
static void guess(struct model *m)
{
    for (size_t n = 0; n < m->symbols.n; n++)
        for (size_t k = 0; k < m->symbols.symbol[n].arity; k++) {
            struct bounds *b = &m->symbols.symbol[n].position[k];
            if (!b->known && b->seen && b->high > b->low)
                b->known = b->guessed = true;
        }
}

/* --- spreading --- */

/* Sums with limits tell; sums without are told by what is known of their letter. */
static enum walk spread_sum(const struct expr *e, void *with)
{
    struct pass *p = with;
    if (e->kind != EXPR_SUM)
        return WALK_CONTINUE;
    const char *letter = e->as.sum.index;
    struct bounds range = {.known = true};
    if (!ranges_number(p->model, e->as.sum.low, &range.low) ||
        !ranges_number(p->model, e->as.sum.high, &range.high)) {
        struct letter_range found = {.range = {.known = false}};
        letter_range_add(&found, p->model, letter, e->as.sum.body);
        range = found.range;
    }
    give_range(p, letter, range, e->as.sum.body);
    const unsigned char c = (unsigned char)letter[0];
    if (letter[1] == '\0' && c < 128 && e->as.sum.low)
        bounds_set(&p->model->ranges.letter[c], range);
    return WALK_CONTINUE;
}

/* The letters on the left of a definition connect both sides. */
static void spread_entries(struct pass *p, const struct expr *left, const struct expr *right)
{
    for (size_t n = 0; left->kind == EXPR_SYMBOL && n < left->as.symbol.index.n; n++) {
        const struct expr *index = left->as.symbol.index.item[n];
        if (index->kind != EXPR_SYMBOL)
            continue;
        const char *letter = index->as.symbol.name.base;
        struct letter_range found = {.range = {.known = false}};
        letter_range_add(&found, p->model, letter, left);
        letter_range_add(&found, p->model, letter, right);
        give_range(p, letter, found.range, left);
        give_range(p, letter, found.range, right);
    }
}

static void spread_definition(struct pass *p, const struct definition *d)
{
    expr_walk(d->right, spread_sum, p);
    spread_entries(p, d->left, d->right);
}

static bool only_claims(const struct claim *c)
{
    return c->kind == CLAIM_EQUATION || c->kind == CLAIM_UPDATE;
}

/* What follows from the definitions, then from the claims. */
static void spread_all(struct pass *p)
{
    const struct model *m = p->model;
    p->changed = true;
    for (int round = 0; p->changed && round < ROUNDS_MAX; round++) {
        p->changed = false;
        for (size_t n = 0; n < m->definitions; n++)
            spread_definition(p, &m->definition[n]);
    }
    for (size_t n = 0; n < m->claims; n++)
        if (only_claims(&m->claim[n]))
            walk_claim(p, &m->claim[n], spread_sum);
}

/* --- indices that stand for one value --- */

struct scope {
    struct pass *pass;
    const struct definition *definition;
    const struct names *bound; /* by the left side and by sums */
};

static void note_chosen(const struct scope *s, const char *letter)
{
    struct ranges *r = &s->pass->model->ranges;
    const struct bounds range =
        ranges_letter(s->pass->model, s->pass->arena, letter, s->definition->right, NULL, NULL);
    if (range.low > range.high)
        return; /* there is no value that it could stand for */
    r->chosen_range =
        arena_grow(s->pass->arena, r->chosen_range, r->chosen.n, sizeof *r->chosen_range);
    r->chosen_range[r->chosen.n] = range;
    names_add(s->pass->arena, &r->chosen, letter);
}

/* Letters below symbols of a definition that neither its left side nor a sum binds. */
static enum walk find_chosen(const struct expr *e, void *with)
{
    const struct scope *s = with;
    struct model *m = s->pass->model;
    if (e->kind == EXPR_SUM) {
        struct names bound = {NULL, 0};
        for (size_t n = 0; n < s->bound->n; n++)
            names_add(s->pass->arena, &bound, s->bound->name[n]);
        names_add(s->pass->arena, &bound, e->as.sum.index);
        struct scope inner = {s->pass, s->definition, &bound};
        expr_walk(e->as.sum.body, find_chosen, &inner);
        return WALK_PRUNE;
    }
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++) {
        const struct expr *index = e->as.symbol.index.item[n];
        if (index->kind != EXPR_SYMBOL || index->as.symbol.index.n)
            continue;
        const char *letter = index->as.symbol.name.base;
        const struct symbol *size = symbols_get(&m->symbols, index->as.symbol.id);
        if (!names_have(s->bound, letter) && !names_have(&m->ranges.chosen, letter) &&
            !(size && size->size))
            note_chosen(s, letter);
    }
    return WALK_CONTINUE;
}

static void find_all_chosen(struct pass *p)
{
    for (size_t n = 0; n < p->model->definitions; n++) {
        const struct definition *d = &p->model->definition[n];
        struct names bound = {NULL, 0};
        for (size_t k = 0; d->left->kind == EXPR_SYMBOL && k < d->left->as.symbol.index.n; k++)
            if (d->left->as.symbol.index.item[k]->kind == EXPR_SYMBOL)
                names_add(p->arena, &bound, d->left->as.symbol.index.item[k]->as.symbol.name.base);
        struct scope s = {p, d, &bound};
        expr_walk(d->right, find_chosen, &s);
    }
}

/* --- sums without limits --- */

static enum walk note_assumed(const struct expr *e, void *with)
{
    const struct pass *p = with;
    if (e->kind != EXPR_SUM || e->as.sum.low)
        return WALK_CONTINUE;
    const struct bounds b =
        ranges_letter(p->model, p->arena, e->as.sum.index, e->as.sum.body, NULL, NULL);
    if (!b.known)
        names_add(p->arena, &p->model->ranges.assumed, e->as.sum.index);
    return WALK_CONTINUE;
}

/* Sums without limits get those that were found. */
static const struct expr *fill_sum(struct arena *arena, const struct expr *e, enum walk *way,
                                   void *with)
{
    const struct pass *p = with;
    (void)way;
    if (e->kind != EXPR_SUM || e->as.sum.low)
        return e;
    const struct bounds b =
        ranges_letter(p->model, arena, e->as.sum.index, e->as.sum.body, NULL, NULL);
    return expr_sum(arena, e->where, e->as.sum.index, expr_whole(arena, e->where, b.low),
                    expr_whole(arena, e->where, b.high), e->as.sum.condition, e->as.sum.body);
}

/* --- all of it --- */

static void walk_claims(struct pass *p, enum walk (*visit)(const struct expr *e, void *with))
{
    for (size_t n = 0; n < p->model->claims; n++)
        if (p->model->claim[n].kind != CLAIM_UNREAD)
            walk_claim(p, &p->model->claim[n], visit);
}

/* What is given first holds: ranges in the text, then conditions of definitions, then sums; then numbers that were
 * seen; what is guessed from these comes last. */
void ranges_find(struct model *m, struct arena *arena)
{
    struct pass p = {.model = m, .arena = arena};
    walk_claims(&p, note_sum_sizes);
    for (size_t n = 0; n < m->statements->ranges; n++)
        note_range(&p, m->statements->range[n]);
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_DEFINITION)
            spread_condition(&p, &m->claim[n]);
    for (size_t n = 0; n < m->definitions; n++)
        expr_walk(m->definition[n].right, spread_sum, &p);
    walk_claims(&p, note_numbers);
    literals_find(m, arena);
    spread_all(&p);
    for (size_t n = 0; n < m->claims; n++)
        if (only_claims(&m->claim[n]))
            spread_condition(&p, &m->claim[n]);
    guess(m);
    spread_all(&p);
    find_all_chosen(&p);
    walk_claims(&p, note_assumed);
    claims_rewrite(m, arena, fill_sum, &p);
}
