/* dependence.c: the table of what depends on what, closed under "by way of". */
#include "check/model/dependence.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/abstract.h"
#include "check/model/connections.h"
#include "check/model/steps.h"

struct row {
    const struct model *model;
    size_t section;
    unsigned char *on;       /* for each id */
    const struct expr *left; /* of the definition that is looked at */
};

/* What the body of a function takes from outside: its parameters are not meant. */
static void note_function(const struct row *row, const struct definition *f)
{
    for (size_t n = 0; n < row->model->symbols.n; n++) {
        const struct symbol *s = &row->model->symbols.symbol[n];
        const bool parameter =
            symbol_name_is_plain(&s->name) && names_have(&f->parameters, s->name.base);
        if (!(s->arity == 0 && parameter) &&
            dependence_formula(row->model, NULL, f->right, (unsigned)n + 1))
            steps_note(&row->on[n + 1], 0);
    }
}

static enum walk note(const struct expr *e, void *with)
{
    const struct row *row = with;
    if (e->kind == EXPR_SYMBOL) {
        if (e->as.symbol.id)
            steps_note(&row->on[e->as.symbol.id], steps_between(row->left, e));
        return WALK_PRUNE;
    }
    if (e->kind == EXPR_CALL || e->kind == EXPR_PRIME) {
        const struct definition *f = model_function(row->model, e->as.call.function, row->section);
        const unsigned unknown = abstract_function(row->model, e->as.call.function);
        if (f)
            note_function(row, f);
        if (unknown)
            steps_note(&row->on[unknown], 0);
    }
    return WALK_CONTINUE;
}

/* What rests on one that is `step` behind rests on all that one rests on. Counted from 255 for "not at all", as bytes, so
 * that a compiler does many at once. */
static void add_row(unsigned char *to, const unsigned char *from, size_t stride, unsigned step)
{
    enum { NEVER = 255 };
    for (size_t on = 1; on < stride; on++) {
        const unsigned behind = (unsigned char)(from[on] - 1), now = (unsigned char)(to[on] - 1);
        const unsigned sum = behind == NEVER         ? NEVER
                             : behind + step < NEVER ? behind + step
                                                     : NEVER - 1;
        to[on] = (unsigned char)((sum < now ? sum : now) + 1);
    }
}

unsigned char *dependence_of(const struct model *m, size_t section, struct arena *arena)
{
    const size_t symbols = m->symbols.n, stride = symbols + 1;
    unsigned char *table = arena_new(arena, stride * stride);
    for (size_t id = 1; id <= symbols; id++) {
        const struct symbol *s = symbols_get(&m->symbols, (unsigned)id);
        struct row row = {m, section, table + id * stride, NULL};
        const struct connections *open = connections_at(m, s, section);
        for (size_t n = 0; n < open->n; n++)
            steps_note(&row.on[open->item[n].id], open->item[n].step);
        for (size_t n = 0; n < s->definitions; n++) {
            row.left = m->definition[s->definition[n]].left;
            if (model_in_force(m, &m->definition[s->definition[n]], section))
                expr_walk(m->definition[s->definition[n]].right, note, &row);
        }
    }
    for (size_t via = 1; via <= symbols; via++)
        for (size_t id = 1; id <= symbols; id++)
            if (table[id * stride + via])
                add_row(table + id * stride, table + via * stride, stride,
                        table[id * stride + via] - 1u);
    return table;
}

struct question {
    const struct model *model;
    const unsigned char *depends;
    unsigned id;
};

static enum walk ask(const struct expr *e, void *with)
{
    const struct question *q = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const unsigned id = e->as.symbol.id;
    const size_t stride = q->model->symbols.n + 1;
    return id && (id == q->id || (q->depends && q->depends[id * stride + q->id])) ? WALK_ABORT
                                                                                  : WALK_PRUNE;
}

bool dependence_formula(const struct model *m, const unsigned char *depends, const struct expr *e,
                        unsigned id)
{
    struct question q = {m, depends, id};
    return expr_walk(e, ask, &q);
}

/* --- the loss --- */

static bool is_derivative(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE;
}

/* Something is differentiated that is this symbol. */
static bool differentiates(const struct expr *e, const void *id)
{
    return e->kind == EXPR_DERIVATIVE && e->as.derivative.of->kind == EXPR_SYMBOL &&
           e->as.derivative.of->as.symbol.id == *(const unsigned *)id;
}

static bool differentiated_anywhere(const struct model *m, unsigned id)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD && (expr_any(m->claim[n].left, differentiates, &id) ||
                                                 expr_any(m->claim[n].right, differentiates, &id)))
            return true;
    return false;
}

/* The symbol without indices that a definition in force gives a value without derivatives; or 0. */
static unsigned number_defined(const struct model *m, const struct definition *d, size_t section)
{
    const struct expr *left = d->left;
    return left->kind == EXPR_SYMBOL && left->as.symbol.index.n == 0 &&
                   model_in_force(m, d, section) && !expr_any(d->right, is_derivative, NULL)
               ? left->as.symbol.id
               : 0;
}

bool dependence_is_loss(const struct model *m, const unsigned char *depends, size_t section,
                        unsigned loss, unsigned id)
{
    const size_t stride = m->symbols.n + 1;
    bool defined = false, used = false;
    for (size_t n = 0; n < m->definitions; n++) {
        const unsigned number = number_defined(m, &m->definition[n], section);
        defined = defined || (number && number == loss);
        used = used || (number && depends[number * stride + loss]);
    }
    return defined && !used && depends[loss * stride + id];
}

/* delta, dw1 where there is a w1: what is computed on the way back is no loss, unless it is differentiated. */
static bool is_named_as_slope(const struct model *m, unsigned id)
{
    const char *base = symbols_get(&m->symbols, id)->name.base;
    if (strncmp(base, "delta", 5) == 0)
        return true;
    for (unsigned other = 1; *base == 'd' && other <= m->symbols.n; other++)
        if (strcmp(symbols_get(&m->symbols, other)->name.base, base + 1) == 0)
            return true;
    return false;
}

/* How much speaks for a loss: above all that it is differentiated; that no step is made of it. */
static int rank_loss(const struct model *m, const unsigned char *depends, unsigned loss,
                     const struct expr *step)
{
    const bool in_step = step && dependence_formula(m, depends, step, loss);
    return 2 * differentiated_anywhere(m, loss) + !in_step;
}

unsigned dependence_loss(const struct model *m, const unsigned char *depends, size_t section,
                         unsigned id, const struct expr *step)
{
    unsigned best = 0;
    int best_rank = 0;
    for (size_t n = 0; n < m->definitions; n++) {
        const unsigned loss = number_defined(m, &m->definition[n], section);
        if (!loss || !dependence_is_loss(m, depends, section, loss, id) ||
            (is_named_as_slope(m, loss) && !differentiated_anywhere(m, loss)))
            continue;
        const int rank = rank_loss(m, depends, loss, step);
        if (!best || rank >= best_rank) {
            best = loss;
            best_rank = rank;
        }
    }
    return best;
}
