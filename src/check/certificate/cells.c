/* cells.c */
#include "check/certificate/cells.h"

#include <stdlib.h>
#include <string.h>

#include "check/certificate/formula.h"
#include "check/certificate/levels.h"
#include "check/expression/walk.h"
#include "check/judging/updates.h"

enum { OWN_FORMULAS_MAX = 40, DEEP_MAX = 60 };

bool cells_general(const struct cell_formula *f)
{
    for (size_t n = 0; n < f->index.n; n++)
        if (f->index.item[n]->kind != EXPR_SYMBOL)
            return false;
    return !f->condition;
}

size_t cells_entries(const struct coq_cell *cell)
{
    size_t n = 1;
    for (size_t k = 0; k < cell->arity; k++)
        n *= (size_t)(cell->range[k].high - cell->range[k].low + 1);
    return n;
}

char *cells_entries_text(struct writing *w, const struct coq_cell *c)
{
    static const char *const list[] = {"", "i1", "i1; i2", "i1; i2; i3", "i1; i2; i3; i4"};
    char *text = arena_text(w->arena, c->arity ? "(" : "[[]]", c->arity ? 1 : 4);
    for (size_t n = 0; n < c->arity; n++)
        text = arena_print(w->arena, "%s%s (fun i%zu : Z => ", text,
                           n + 1 == c->arity ? "map" : "flat_map", n + 1);
    if (c->arity)
        text = arena_print(w->arena, "%s[%s]%%Z", text, list[c->arity]);
    for (size_t n = c->arity; n--;)
        text = arena_print(w->arena, "%s) (range (%ld) (%ld))", text, c->range[n].low,
                           c->range[n].high);
    return c->arity ? arena_print(w->arena, "%s)", text) : text;
}

static size_t add_cell(struct writing *w, const char *name, size_t arity)
{
    w->cell = arena_grow(w->arena, w->cell, w->cells, sizeof *w->cell);
    struct coq_cell *c = arena_new(w->arena, sizeof *c);
    c->name = coq_name(w, name);
    c->arity = arity;
    w->cell[w->cells] = c;
    return w->cells++;
}

static void put_in_order(struct writing *w, size_t cell)
{
    w->order = arena_grow(w->arena, w->order, w->n_order, sizeof *w->order);
    w->order[w->n_order++] = cell;
}

static void note_use(struct writing *w, size_t cell)
{
    struct coq_cell *user = w->user;
    for (size_t n = 0; user && n < user->uses; n++)
        if (user->use[n] == cell)
            return;
    if (!user)
        return;
    user->use = arena_grow(w->arena, user->use, user->uses, sizeof *user->use);
    user->use[user->uses++] = cell;
}

/* --- which formulas a cell has --- */

static const char *letter_of(const struct expr *e)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0 ? e->as.symbol.name.base : NULL;
}

static void add_formula(struct writing *w, struct coq_cell *c, const struct cell_formula *f)
{
    if (c->formulas == OWN_FORMULAS_MAX) {
        writing_fail(w, "it has too many formulas");
        return;
    }
    c->formula = arena_grow(w->arena, c->formula, c->formulas, sizeof *c->formula);
    c->formula[c->formulas++] = *f;
}

/* The definition at the level of a cell; false if it says nothing there. */
static bool at_level(struct writing *w, const struct coq_cell *c, const struct definition *d,
                     struct cell_formula *f)
{
    const size_t place = c->levelled ? w->place[c->id] : 0;
    const struct expr_list *index = &d->left->as.symbol.index;
    struct expr *rest = expr_list(w->arena, d->left->where, EXPR_LIST);
    *f = (struct cell_formula){.right = d->right, .condition = d->condition};
    for (size_t n = 0; n < index->n; n++)
        if (n + 1 != place)
            expr_append(w->arena, rest, index->item[n]);
    f->index = rest->as.list;
    if (place) {
        const struct expr *level = index->item[place - 1];
        const char *letter = letter_of(level);
        long number;
        if (!letter)
            return ranges_number(w->model, level, &number) && number == c->level;
        f->right = levels_at(w, f->right, letter, c->level);
        f->condition = levels_at(w, f->condition, letter, c->level);
    }
    const int holds = f->condition ? levels_condition(w, f->condition) : 1;
    if (holds == 1)
        f->condition = NULL;
    return holds != 0;
}

static void note_value(struct writing *w, struct coq_cell *c, const struct definition *d)
{
    c->value = arena_grow(w->arena, c->value, c->values, sizeof *c->value);
    c->value[c->values++] = d;
}

static bool is_one_entry(const struct cell_formula *f)
{
    for (size_t n = 0; n < f->index.n; n++)
        if (f->index.item[n]->kind == EXPR_SYMBOL)
            return false;
    return !f->condition;
}

/* Numbers that are given hold from where they stand on; everything else holds in the whole section. */
static void find_formulas(struct writing *w, struct coq_cell *c)
{
    const struct symbol *s = symbols_get(&w->model->symbols, c->id);
    for (size_t k = s->definitions; k--;) {
        const struct definition *d = &w->model->definition[s->definition[k]];
        if (d->left->kind != EXPR_SYMBOL || !model_in_force(w->model, d, w->section))
            continue;
        struct cell_formula f;
        if (!at_level(w, c, d, &f))
            continue;
        if (expr_is_constant(d->right) && is_one_entry(&f)) {
            note_value(w, c, d);
            continue;
        }
        add_formula(w, c, &f);
        if (cells_general(&f))
            break;
    }
    if (c->values && c->formulas)
        writing_fail(w, arena_print(w->arena, "%s has a formula and is given a number", c->name));
    if (c->values && c->levelled)
        writing_fail(w, arena_print(w->arena, "%s is given a number in one layer", c->name));
}

/* A weight after an update: the old one minus the rate times the derivative of the loss. */
static bool is_updated(struct writing *w, struct coq_cell *c)
{
    static const char *const letter[] = {"i", "j", "k", "l"};
    const struct extent nowhere = {0, 0};
    const struct environment *env = &w->judging->environment[w->section];
    const struct symbol *s = symbols_get(&w->model->symbols, c->id);
    struct symbol_name name = s->name;
    if (name.tag != TAG_NEW || !env->loss || !env->rate || c->levelled || s->arity > CELL_ARITY)
        return false;
    name.tag = TAG_NONE;
    const unsigned old = symbols_find(&w->model->symbols, &name, s->arity);
    if (!old)
        return false;
    struct expr *before = expr_symbol(w->arena, nowhere, name);
    before->as.symbol.id = old;
    for (size_t n = 0; n < s->arity; n++)
        expr_append(w->arena, before, expr_symbol(w->arena, nowhere, symbol_name_plain(letter[n])));
    const struct update u = {.loss = env->loss, .rate = env->rate};
    const struct expr *slope = update_slope(w->model, w->arena, &u, before);
    add_formula(
        w, c,
        &(struct cell_formula){.index = before->as.symbol.index,
                               .right = update_truth(w->model, w->arena, &u, before, slope)});
    return true;
}

/* --- reading them --- */

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE;
}

/* Writes a formula to nowhere, to see what it uses. */
static void read_formula(struct writing *w, struct coq_cell *c, const struct cell_formula *f)
{
    struct coq_text unseen;
    struct coq_cell *user = w->user;
    const struct letters_in_scope scope = coq_scope_begin(w);
    w->user = c;
    for (size_t n = 0; n < f->index.n; n++)
        if (f->index.item[n]->kind == EXPR_SYMBOL)
            writing_bind(w, f->index.item[n]->as.symbol.name.base, false);
    coq_text_begin(w, &unseen);
    if (f->condition)
        formula_condition(w, f->condition);
    formula_put(w, f->right, 0);
    coq_text_end(w, &unseen);
    coq_scope_end(w, &scope);
    w->user = user;
    c->derived = c->derived || expr_any(f->right, is_slope, NULL);
}

/* The entries that no formula is for are free. */
static void add_rest(struct writing *w, struct coq_cell *c, size_t number)
{
    const size_t rest = add_cell(w, arena_print(w->arena, "%s_free", c->name), c->arity);
    memcpy(w->cell[rest]->range, c->range, sizeof c->range);
    w->cell[rest]->state = CELL_READY;
    put_in_order(w, rest);
    c->rest = rest;
    struct coq_cell *user = w->user;
    w->user = w->cell[number];
    note_use(w, rest);
    w->user = user;
}

static void read_cell(struct writing *w, size_t number)
{
    struct coq_cell *c = w->cell[number];
    const char *before = w->why;
    const bool data = w->data;
    w->why = NULL;
    w->data = false;
    c->state = CELL_BUSY;
    if (++w->depth > DEEP_MAX)
        writing_fail(w, "definitions stand inside each other too deep");
    if (cells_entries(c) > ENTRIES_MAX)
        writing_fail(w, arena_print(w->arena, "%s has too many entries", c->name));
    if (c->id && !is_updated(w, c))
        find_formulas(w, c);
    if (c->id && !c->formulas && symbols_get(&w->model->symbols, c->id)->by.n)
        writing_fail(w, arena_print(w->arena, "%s is a function that nobody defines", c->name));
    for (size_t n = 0; n < c->formulas && !w->why; n++)
        read_formula(w, c, &c->formula[n]);
    if (c->formulas && !cells_general(&c->formula[c->formulas - 1]) && !w->why)
        add_rest(w, c, number);
    if (c->formulas && !c->derived)
        c->maker = coq_name(w, arena_print(w->arena, "%s_of", c->name));
    w->depth--;
    c->why = w->why;
    c->state = w->why ? CELL_BROKEN : CELL_READY;
    put_in_order(w, number);
    w->why = before;
    w->data = data;
}

static size_t use(struct writing *w, size_t number)
{
    struct coq_cell *c = w->cell[number];
    if (c->state == CELL_NEW)
        read_cell(w, number);
    if (c->state == CELL_BUSY)
        writing_fail(w, arena_print(w->arena, "%s is computed from itself", c->name));
    if (c->state == CELL_BROKEN)
        writing_fail(w, c->why);
    note_use(w, number);
    return w->why ? NO_CELL : number;
}

/* --- finding them --- */

struct expr_list cells_index(struct writing *w, const struct expr *symbol)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    const size_t place = w->place[symbol->as.symbol.id];
    if (!place || place > index->n)
        return *index;
    struct expr *rest = expr_list(w->arena, symbol->where, EXPR_LIST);
    for (size_t n = 0; n < index->n; n++)
        if (n + 1 != place)
            expr_append(w->arena, rest, index->item[n]);
    return rest->as.list;
}

static const char *wanted_name(struct writing *w, unsigned id)
{
    static const char *const tag[] = {"", "_new", "_p"};
    const struct symbol_name *name = &symbols_get(&w->model->symbols, id)->name;
    const bool layer = *name->layer && strcmp(name->layer, LAYER_INDEX) != 0;
    return arena_print(w->arena, "%s%s%s%s", name->base, layer ? "_" : "", layer ? name->layer : "",
                       tag[name->tag]);
}

static size_t new_cell(struct writing *w, unsigned id, bool levelled, long level)
{
    const struct symbol *s = symbols_get(&w->model->symbols, id);
    const char *name = wanted_name(w, id);
    if (levelled)
        name = arena_print(w->arena, level < 0 ? "%s_m%ld" : "%s_%ld", name, labs(level));
    const size_t number = add_cell(w, name, s->arity - levelled);
    struct coq_cell *c = w->cell[number];
    c->id = id;
    c->levelled = levelled;
    c->level = level;
    for (size_t n = 0, to = 0; n < s->arity && to < CELL_ARITY; n++)
        if (n + 1 != w->place[id])
            c->range[to++] = symbols_range(s, n);
    return number;
}

size_t cells_of(struct writing *w, const struct expr *symbol)
{
    const unsigned id = symbol->as.symbol.id;
    if (!id || w->cells >= CELLS_MAX) {
        writing_fail(w, id ? "it rests on too many symbols" : "a name that has no meaning");
        return NO_CELL;
    }
    const size_t place = w->place[id];
    long level = 0;
    if (place && (place > symbol->as.symbol.index.n ||
                  !ranges_number(w->model, symbol->as.symbol.index.item[place - 1], &level))) {
        writing_fail(w, "a layer or a step that is no number");
        return NO_CELL;
    }
    if (symbols_get(&w->model->symbols, id)->arity - (place != 0) > CELL_ARITY) {
        writing_fail(w, "a symbol with more than four indices");
        return NO_CELL;
    }
    for (size_t n = 0; n < w->cells; n++)
        if (w->cell[n]->id == id && w->cell[n]->level == level)
            return use(w, n);
    return use(w, new_cell(w, id, place != 0, level));
}

/* The letters in scope that stand in a formula, as its indices. */
static struct expr_list letters_of(struct writing *w, const struct expr *formula)
{
    struct expr *list = expr_list(w->arena, formula->where, EXPR_LIST);
    for (size_t n = 0; n < w->bounds; n++)
        if (expr_has_index(formula, w->bound[n].letter) ||
            (w->bound[n].parameter && writing_fail(w, "a derivative inside a function")))
            expr_append(
                w->arena, list,
                expr_symbol(w->arena, formula->where, symbol_name_plain(w->bound[n].letter)));
    return list->as.list;
}

size_t cells_of_formula(struct writing *w, const struct expr *formula)
{
    const struct expr_list index = letters_of(w, formula);
    if (index.n > CELL_ARITY || w->cells >= CELLS_MAX) {
        writing_fail(w, "a derivative of a formula with many indices");
        return NO_CELL;
    }
    for (size_t n = 0; n < w->cells; n++)
        if (!w->cell[n]->id && w->cell[n]->formulas && w->cell[n]->arity == index.n &&
            expr_same(w->cell[n]->formula[0].right, formula))
            return use(w, n);
    const size_t number = add_cell(w, "formula", index.n);
    struct coq_cell *c = w->cell[number];
    for (size_t n = 0; n < index.n; n++)
        c->range[n] = ranges_letter(w->model, w->arena, index.item[n]->as.symbol.name.base, formula,
                                    NULL, NULL);
    add_formula(w, c, &(struct cell_formula){.index = index, .right = formula});
    return use(w, number);
}

/* --- who is computed from whom --- */

static void mark(const struct writing *w, size_t cell, unsigned char *seen)
{
    if (seen[cell])
        return;
    seen[cell] = 1;
    for (size_t n = 0; n < w->cell[cell]->uses; n++)
        mark(w, w->cell[cell]->use[n], seen);
}

unsigned char *cells_below(struct writing *w, const size_t *cell, size_t n)
{
    unsigned char *seen = arena_new(w->arena, w->cells + 1);
    for (size_t k = 0; k < n; k++)
        mark(w, cell[k], seen);
    return seen;
}

bool cells_depend(struct writing *w, size_t cell, size_t on)
{
    unsigned char *seen = arena_new(w->arena, w->cells + 1);
    for (size_t n = 0; n < w->cell[cell]->uses; n++)
        mark(w, w->cell[cell]->use[n], seen);
    return seen[on];
}
