/* givens.c */
#include "check/certificate/givens.h"

#include <string.h>

#include "check/certificate/cells.h"
#include "check/certificate/formula.h"

struct given given_nothing(struct writing *w)
{
    return (struct given){.hypotheses = arena_text(w->arena, "", 0),
                          .items = arena_text(w->arena, "", 0),
                          .intro = arena_text(w->arena, "", 0)};
}

const char *given_hypothesis(struct writing *w, struct given *g, const char *text)
{
    const char *name = arena_print(w->arena, "G'%zu", g->n++);
    g->hypotheses = arena_print(w->arena, "%s\n  (%s) ->", g->hypotheses, text);
    g->intro = arena_print(w->arena, "%s %s", g->intro, name);
    return name;
}

void given_item(struct writing *w, struct given *g, const char *item, const char *proof)
{
    if (g->terms == GIVEN_TERMS_MAX) {
        writing_fail(w, "too much is taken for granted");
        return;
    }
    g->items = arena_print(w->arena, "%s%s%s", g->items, g->terms ? "; " : "", item);
    g->term = arena_grow(w->arena, g->term, g->terms, sizeof *g->term);
    g->term[g->terms++] = arena_text(w->arena, proof, strlen(proof));
}

char *given_proof(struct writing *w, const struct given *g)
{
    char *proof = arena_text(w->arena, "Logic.I", 7);
    for (size_t n = g->terms; n--;)
        proof = arena_print(w->arena, "(conj %s %s)", g->term[n], proof);
    return proof;
}

/* --- numbers --- */

/* The number is in force where the claim stands: it comes before; of an entry also the first one after it. */
static bool is_in_force(const struct coq_cell *c, size_t n, const struct equation *e)
{
    const struct definition *d = c->value[n];
    for (size_t k = 0; k < c->values; k++) {
        const struct definition *other = c->value[k];
        if (k == n || !expr_same(other->left, d->left))
            continue;
        const bool before = other->claim <= e->line, later_too = d->claim > e->line;
        if (before && (later_too || other->claim > d->claim))
            return false;
        if (!before && later_too && other->claim < d->claim)
            return false;
    }
    return d->claim <= e->line || c->arity > 0;
}

const struct expr *given_number(const struct coq_cell *c, const struct equation *e)
{
    for (size_t n = 0; c->arity == 0 && n < c->values; n++)
        if (is_in_force(c, n, e))
            return c->value[n]->right;
    return NULL;
}

void given_numbers(struct writing *w, struct given *g, const unsigned char *below,
                   const struct equation *e)
{
    w->bounds = 0;
    for (size_t n = 0; n < w->cells; n++)
        for (size_t k = 0; below[n] && k < w->cell[n]->values; k++) {
            const struct definition *d = w->cell[n]->value[k];
            if (!is_in_force(w->cell[n], k, e))
                continue;
            const char *index = "";
            for (size_t i = 0; i < d->left->as.symbol.index.n; i++) {
                long value;
                if (!ranges_number(w->model, d->left->as.symbol.index.item[i], &value))
                    writing_fail(w, "a number that is given to an unusual entry");
                else
                    index = arena_print(w->arena, "%s%s%ld", index, i ? "; " : "", value);
            }
            struct coq_text c;
            coq_text_begin(w, &c);
            formula_entry(w, w->cell[n]->name, &d->left->as.symbol.index);
            const char *entry = coq_text_end(w, &c);
            const char *name = given_hypothesis(
                w, g, arena_print(w->arena, "%s = %s", entry, formula_text(w, d->right, false)));
            given_item(w, g,
                       arena_print(w->arena, "Node %zu [%s]%%Z %s", n + FIRST_NUMBER, index,
                                   formula_text(w, d->right, true)),
                       name);
        }
}

/* --- assumptions --- */

/* The symbol that a text begins with, such as l in "l is one-hot"; 0 if there is none. */
static unsigned symbol_at(struct writing *w, const char *text, size_t length, size_t least)
{
    const char *name = arena_text(w->arena, text, length);
    for (unsigned id = 1; id <= w->model->symbols.n; id++)
        if (symbols_get(&w->model->symbols, id)->arity >= least &&
            strcmp(symbols_name(&w->model->symbols, id, w->arena), name) == 0)
            return id;
    return 0;
}

static size_t cell_of_symbol(struct writing *w, unsigned id)
{
    const struct extent nowhere = {0, 0};
    struct expr *e = expr_symbol(w->arena, nowhere, symbols_get(&w->model->symbols, id)->name);
    e->as.symbol.id = id;
    return w->place[id] ? NO_CELL : cells_of(w, e);
}

/* L.[n, m] with m in its place, or without the other index. */
static char *at(struct writing *w, const char *name, const char *suffix, size_t arity, size_t place,
                const char *own, const char *other)
{
    if (arity == 1)
        return arena_print(w->arena, "%s%s.[%s]", name, suffix, own);
    return arena_print(w->arena, "%s%s.[%s, %s]", name, suffix, place ? other : own,
                       place ? own : other);
}

/* A letter of a hypothesis, which is no symbol's name and not the other one. */
static const char *own_letter(struct writing *w, const char *wanted, const char *other)
{
    const char *name = coq_letter(w, wanted);
    return strcmp(name, other) == 0 ? coq_letter(w, arena_print(w->arena, "%s_i", name)) : name;
}

static bool sum_is_one(struct writing *w, struct given *g, size_t cell, size_t place)
{
    const struct coq_cell *c = w->cell[cell];
    const struct bounds r = c->range[place], o = c->range[!place];
    const char *m = own_letter(w, "m", ""), *k = own_letter(w, "n", m);
    if (c->arity > 2 || r.high <= r.low)
        return false;
    const char *sum = arena_print(w->arena, "(Σ %s = %ld to %ld, %s) = 1", m, r.low, r.high,
                                  at(w, c->name, "", c->arity, place, m, k));
    if (c->arity == 2)
        sum = arena_print(w->arena, "all %s = %ld to %ld, %s", k, o.low, o.high, sum);
    const char *name = given_hypothesis(w, g, sum);
    for (long n = c->arity == 2 ? o.low : 0; n <= (c->arity == 2 ? o.high : 0); n++) {
        const char *other = arena_print(w->arena, "%ld", n);
        const char *last = arena_print(w->arena, "%ld", r.high);
        const char *index = c->arity == 1 ? last
                            : place       ? arena_print(w->arena, "%s; %s", other, last)
                                          : arena_print(w->arena, "%s; %s", last, other);
        const char *proof =
            c->arity == 1 ? name
                          : arena_print(w->arena, "(%s (%ld)%%Z (inside %ld %ld %ld eq_refl))",
                                        name, n, o.low, o.high, n);
        given_item(w, g,
                   arena_print(w->arena,
                               "Node %zu [%s]%%Z (Sub (Num 1) (Sum %ld %ld (fun %s => %s)))",
                               cell + FIRST_NUMBER, index, r.low, r.high - 1, m,
                               at(w, c->name, "'a", c->arity, place, m, other)),
                   arena_print(w->arena, "(last_of %ld %ld (fun %s => %s) eq_refl %s)", r.low,
                               r.high, m, at(w, c->name, "", c->arity, place, m, other), proof));
    }
    return true;
}

/* One-hot at `hot`: a name of the line's own letters, or a class of which nothing is known. */
static bool is_one_hot(struct writing *w, struct given *g, size_t cell, const char *hot)
{
    const struct coq_cell *c = w->cell[cell];
    const struct bounds r = c->range[0];
    if (c->arity != 1)
        return false;
    const char *m = own_letter(w, "m", hot);
    const char *name = given_hypothesis(
        w, g,
        arena_print(w->arena, "all %s = %ld to %ld, %s.[%s] = if (%s =? %s)%%Z then 1 else 0", m,
                    r.low, r.high, c->name, m, m, hot));
    for (long k = r.low; k <= r.high; k++)
        given_item(w, g,
                   arena_print(w->arena, "Node %zu [%ld]%%Z (Ite (%ld =? %s)%%Z (Num 1) (Num 0))",
                               cell + FIRST_NUMBER, k, k, hot),
                   arena_print(w->arena, "(%s %ld%%Z (inside %ld %ld %ld eq_refl))", name, k, r.low,
                               r.high, k));
    return true;
}

static bool is_symmetric(struct writing *w, struct given *g, size_t cell)
{
    const struct coq_cell *c = w->cell[cell];
    const struct bounds r = c->range[0];
    if (c->arity != 2 || r.low != c->range[1].low || r.high != c->range[1].high)
        return false;
    const char *m = own_letter(w, "m", ""), *k = own_letter(w, "n", m);
    const char *name = given_hypothesis(
        w, g,
        arena_print(w->arena, "all %s = %ld to %ld, all %s = %ld to %ld, %s.[%s, %s] = %s.[%s, %s]",
                    m, r.low, r.high, k, r.low, r.high, c->name, m, k, c->name, k, m));
    for (long i = r.low; i <= r.high; i++)
        for (long j = r.low; j < i; j++)
            given_item(w, g,
                       arena_print(w->arena, "Node %zu [%ld; %ld]%%Z %s'a.[%ld, %ld]",
                                   cell + FIRST_NUMBER, i, j, c->name, j, i),
                       arena_print(w->arena,
                                   "(%s %ld%%Z (inside %ld %ld %ld eq_refl) %ld%%Z (inside %ld %ld "
                                   "%ld eq_refl))",
                                   name, i, r.low, r.high, i, j, r.low, r.high, j));
    return true;
}

static bool is_binary(struct writing *w, struct given *g, size_t cell)
{
    if (w->cell[cell]->arity != 0)
        return false;
    g->hot = true;
    g->hot_range = (struct bounds){.known = true, .low = 0, .high = 1};
    const char *name =
        given_hypothesis(w, g, arena_print(w->arena, "%s = IZR hot", w->cell[cell]->name));
    given_item(w, g, arena_print(w->arena, "Node %zu [] (Num hot)", cell + FIRST_NUMBER), name);
    return true;
}

bool given_assumption(struct writing *w, struct given *g, const char *words)
{
    const char *is = strstr(words, " is ");
    if (strncmp(words, "sum(", 4) == 0) {
        const char *end = strchr(words, ')');
        const unsigned id = end ? symbol_at(w, words + 4, (size_t)(end - words) - 4, 1) : 0;
        const size_t cell = id ? cell_of_symbol(w, id) : NO_CELL;
        return cell != NO_CELL && sum_is_one(w, g, cell, w->cell[cell]->arity == 2);
    }
    const unsigned id = is ? symbol_at(w, words, (size_t)(is - words), 0) : 0;
    const size_t cell = id ? cell_of_symbol(w, id) : NO_CELL;
    if (cell == NO_CELL)
        return false;
    if (strcmp(is, " is symmetric") == 0)
        return is_symmetric(w, g, cell);
    if (strcmp(is, " is 0 or 1") == 0)
        return is_binary(w, g, cell);
    if (strcmp(is, " is one-hot") == 0) {
        g->hot = true;
        g->hot_range = w->cell[cell]->range[0];
        return is_one_hot(w, g, cell, "hot");
    }
    const char *letter = strncmp(is, " is one-hot at ", 15) == 0 ? is + 15 : NULL;
    return letter && is_one_hot(w, g, cell, coq_letter(w, letter));
}
