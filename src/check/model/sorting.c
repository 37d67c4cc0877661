/* sorting.c */
#include "check/model/sorting.h"

#include <string.h>

#include "check/expression/walk.h"

/* --- slopes that are set to 0 --- */

static bool has_heading(const struct model *m, size_t from, size_t to)
{
    for (size_t n = 0; n < m->statements->headings; n++)
        if (m->statements->heading[n].at > from && m->statements->heading[n].at < to)
            return true;
    return false;
}

static bool is_slope_by(const struct expr *e, const void *with)
{
    const struct expr *symbol = with;
    return e->kind == EXPR_DERIVATIVE && expr_same_head(e->as.derivative.by, symbol);
}

/* The chain that ends at statement n differentiates by the symbol. */
static bool is_about(const struct statements *all, size_t n, const struct expr *symbol)
{
    while (n > 0 && all->statement[n].link)
        n--;
    return all->statement[n].wrong.code == REASON_NONE &&
           expr_any(all->statement[n].left, is_slope_by, symbol);
}

bool sorting_is_solution(const struct model *m, const struct claim *c)
{
    if (c->left->kind != EXPR_SYMBOL || c->statement->rel != REL_EQ || c->statement->link)
        return false;
    for (size_t n = (size_t)(c->statement - m->statements->statement); n--;) {
        const struct statement *s = &m->statements->statement[n];
        if (has_heading(m, s->at, c->statement->at))
            return false;
        if ((s->remark == REMARK_OPTIMUM || s->remark == REMARK_ZERO) &&
            s->wrong.code == REASON_NONE && is_about(m->statements, n, c->left))
            return true;
    }
    return false;
}

/* --- labels --- */

static bool is_one(const struct expr *e)
{
    return e->kind == EXPR_NUMBER && strcmp(e->as.number, "1") == 0;
}

/* The y of sum_k y_k, or null. */
static const struct expr *summed_symbol(const struct expr *e)
{
    if (e->kind != EXPR_SUM || e->as.sum.condition || e->as.sum.body->kind != EXPR_SYMBOL)
        return NULL;
    return expr_has_index(e->as.sum.body, e->as.sum.index) ? e->as.sum.body : NULL;
}

static const struct expr *sums_to_one(const struct claim *c)
{
    return is_one(c->right)  ? summed_symbol(c->left)
           : is_one(c->left) ? summed_symbol(c->right)
                             : NULL;
}

static bool is_defined(const struct model *m, const struct expr *symbol)
{
    return symbols_get(&m->symbols, symbol->as.symbol.id)->definitions > 0;
}

static void add(struct model *m, enum stated what, unsigned id, size_t at, struct arena *arena)
{
    m->stated = arena_grow(arena, m->stated, m->n_stated, sizeof *m->stated);
    m->stated[m->n_stated++] = (struct labels_stated){what, id, at};
}

static void assume(struct model *m, struct claim *c, enum stated what, const struct expr *symbol,
                   struct arena *arena)
{
    c->kind = CLAIM_ASSUMPTION;
    const size_t from = c->statement->sentence;
    add(m, what, symbol->as.symbol.id, from ? from : c->statement->at, arena);
}

static void sort(struct model *m, struct claim *c, struct arena *arena)
{
    const struct expr *summed = c->kind == CLAIM_EQUATION ? sums_to_one(c) : NULL;
    if (summed && summed->as.symbol.id && !is_defined(m, summed)) {
        assume(m, c, STATED_SUM_ONE, summed, arena);
    } else if (c->kind == CLAIM_EQUATION && c->statement->remark == REMARK_ONE_HOT) {
        if (!is_defined(m, c->left))
            assume(m, c, STATED_ONE_HOT, c->left, arena);
    } else if (c->kind == CLAIM_EQUATION && c->statement->remark == REMARK_SYMMETRY) {
        if (!is_defined(m, c->left))
            assume(m, c, STATED_SYMMETRIC, c->left, arena);
    } else if (c->kind == CLAIM_EQUATION && c->statement->rel == REL_IN) {
        if (c->left->kind == EXPR_SYMBOL && c->left->as.symbol.id && !is_defined(m, c->left)) {
            assume(m, c, STATED_BINARY, c->left, arena);
        } else {
            c->kind = CLAIM_UNREAD;
            c->reason = (struct reason){REASON_LEGEND, NULL};
            c->left = c->right = c->condition = NULL;
        }
    }
}

/* The symbol with one index, or with none, that has the name; 0 if there is none. */
static unsigned named(const struct model *m, const char *name, size_t arity)
{
    for (size_t n = 0; n < m->symbols.n; n++)
        if (m->symbols.symbol[n].arity == arity &&
            strcmp(m->symbols.symbol[n].name.base, name) == 0)
            return (unsigned)n + 1;
    return 0;
}

void sorting_labels(struct model *m, struct arena *arena)
{
    for (size_t n = 0; n < m->claims; n++)
        sort(m, &m->claim[n], arena);
    for (size_t n = 0; n < m->statements->n_stated; n++) {
        const struct stated_words *s = &m->statements->stated[n];
        const size_t arity = s->what == STATED_SYMMETRIC ? 2 : s->what == STATED_ONE_HOT;
        const unsigned id = s->name ? named(m, s->name, arity) : 0;
        add(m, s->what, id, s->at, arena);
    }
}
