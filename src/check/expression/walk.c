/* walk.c: the parts of an expression, and what goes through them. */
#include "check/expression/walk.h"

#include <string.h>

/* The place of each part, null ones left out: the only list of what an expression consists of. */
enum { FIXED_MAX = 4 };

/* One case for each kind of expression, so that the compiler names one that is missing. */
static size_t fixed_parts(struct expr *e, const struct expr **place[FIXED_MAX])
{
    const struct expr **all[FIXED_MAX] = {NULL};
    switch (e->kind) {
    case EXPR_DIV:
        all[0] = &e->as.quotient.numerator;
        all[1] = &e->as.quotient.denominator;
        break;
    case EXPR_NEG:
        all[0] = &e->as.negative.operand;
        break;
    case EXPR_POW:
        all[0] = &e->as.power.base;
        all[1] = &e->as.power.exponent;
        break;
    case EXPR_SUM:
        all[0] = &e->as.sum.body;
        all[1] = &e->as.sum.low;
        all[2] = &e->as.sum.high;
        all[3] = &e->as.sum.condition;
        break;
    case EXPR_DERIVATIVE:
        all[0] = &e->as.derivative.of;
        all[1] = &e->as.derivative.by;
        break;
    case EXPR_INDICATOR:
        all[0] = &e->as.indicator.condition;
        break;
    case EXPR_COMPARISON:
        all[0] = &e->as.comparison.left;
        all[1] = &e->as.comparison.right;
        break;
    case EXPR_ENTRY:
        all[0] = &e->as.entry.array;
        break;
    case EXPR_EACH:
        all[0] = &e->as.each.body;
        all[1] = &e->as.each.low;
        all[2] = &e->as.each.high;
        break;
    case EXPR_NUMBER:
    case EXPR_SYMBOL:
    case EXPR_ADD:
    case EXPR_MUL:
    case EXPR_CALL:
    case EXPR_PRIME:
    case EXPR_CASES:
    case EXPR_LIST:
    case EXPR_ARRAY:
    case EXPR_AND:
    case EXPR_DOTS:
        break;
    }
    size_t n = 0;
    for (size_t k = 0; k < FIXED_MAX; k++)
        if (all[k] && *all[k])
            place[n++] = all[k];
    return n;
}

/* The list of parts that some kinds have; null for the others. One case for each kind, as above. */
static const struct expr_list *listed_parts(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_ADD:
    case EXPR_MUL:
    case EXPR_LIST:
    case EXPR_AND:
        return &e->as.list;
    case EXPR_SYMBOL:
        return &e->as.symbol.index;
    case EXPR_CALL:
    case EXPR_PRIME:
        return &e->as.call.argument;
    case EXPR_ARRAY:
        return &e->as.array.entry;
    case EXPR_ENTRY:
    case EXPR_EACH:
    case EXPR_NUMBER:
    case EXPR_DIV:
    case EXPR_NEG:
    case EXPR_POW:
    case EXPR_SUM:
    case EXPR_DERIVATIVE:
    case EXPR_CASES:
    case EXPR_INDICATOR:
    case EXPR_COMPARISON:
    case EXPR_DOTS:
        break;
    }
    return NULL;
}

static size_t branch_parts(const struct expr *e)
{
    size_t parts = 0;
    for (size_t n = 0; n < e->as.cases.n; n++)
        parts += e->as.cases.branch[n].condition ? 2 : 1;
    return parts;
}

/* Part n of cases: in which branch, and whether it is the condition. */
static size_t branch_of(const struct expr *e, size_t n, bool *condition)
{
    *condition = false;
    for (size_t k = 0; k < e->as.cases.n; k++) {
        const size_t parts = e->as.cases.branch[k].condition ? 2 : 1;
        *condition = n == 1;
        if (n < parts)
            return k;
        n -= parts;
    }
    return e->as.cases.n;
}

size_t expr_parts(const struct expr *e)
{
    const struct expr_list *list = listed_parts(e);
    if (list)
        return list->n;
    if (e->kind == EXPR_CASES)
        return branch_parts(e);
    const struct expr **place[FIXED_MAX];
    return fixed_parts((struct expr *)e, place); /* only looked at */
}

const struct expr *expr_part(const struct expr *e, size_t n)
{
    const struct expr_list *list = listed_parts(e);
    if (list)
        return n < list->n ? list->item[n] : NULL;
    if (e->kind == EXPR_CASES) {
        bool condition;
        const size_t k = branch_of(e, n, &condition);
        if (k == e->as.cases.n)
            return NULL;
        return condition ? e->as.cases.branch[k].condition : e->as.cases.branch[k].value;
    }
    const struct expr **place[FIXED_MAX];
    return n < fixed_parts((struct expr *)e, place) ? *place[n] : NULL;
}

bool expr_walk(const struct expr *e, enum walk (*visit)(const struct expr *e, void *with),
               void *with)
{
    if (!e)
        return false;
    const enum walk way = visit(e, with);
    if (way != WALK_CONTINUE)
        return way == WALK_ABORT;
    const struct expr **place[FIXED_MAX];
    const struct expr_list *list = listed_parts(e);
    const bool cases = e->kind == EXPR_CASES;
    const size_t parts = list    ? list->n
                         : cases ? branch_parts(e)
                                 : fixed_parts((struct expr *)e, place); /* only looked at */
    for (size_t n = 0; n < parts; n++)
        if (expr_walk(list ? list->item[n] : cases ? expr_part(e, n) : *place[n], visit, with))
            return true;
    return false;
}

struct find {
    bool (*test)(const struct expr *e, const void *with);
    const void *with;
    const struct expr *found;
};

static enum walk try_one(const struct expr *e, void *with)
{
    struct find *f = with;
    if (!f->test(e, f->with))
        return WALK_CONTINUE;
    f->found = e;
    return WALK_ABORT;
}

const struct expr *expr_find(const struct expr *e,
                             bool (*test)(const struct expr *e, const void *with), const void *with)
{
    struct find f = {test, with, NULL};
    expr_walk(e, try_one, &f);
    return f.found;
}

bool expr_any(const struct expr *e, bool (*test)(const struct expr *e, const void *with),
              const void *with)
{
    return expr_find(e, test, with) != NULL;
}

struct expr *expr_shallow(struct arena *arena, const struct expr *e)
{
    struct expr *copy = arena_new(arena, sizeof *copy);
    *copy = *e;
    struct expr_list *list = (struct expr_list *)listed_parts(copy); /* of the copy */
    if (list) {
        list->item = NULL;
        list->n = 0;
        for (size_t n = 0; n < expr_parts(e); n++)
            expr_append(arena, copy, expr_part(e, n));
    } else if (e->kind == EXPR_CASES) {
        struct expr_branch *branch = arena_new(arena, e->as.cases.n * sizeof *branch);
        if (e->as.cases.n)
            memcpy(branch, e->as.cases.branch, e->as.cases.n * sizeof *branch);
        copy->as.cases.branch = branch;
    }
    return copy;
}

void expr_set_part(struct expr *e, size_t n, const struct expr *part)
{
    const struct expr_list *list = listed_parts(e);
    if (list) {
        list->item[n] = part;
    } else if (e->kind == EXPR_CASES) {
        bool condition;
        struct expr_branch *branch = (struct expr_branch *)e->as.cases.branch; /* of a copy */
        branch += branch_of(e, n, &condition);
        *(condition ? &branch->condition : &branch->value) = part;
    } else {
        const struct expr **place[FIXED_MAX];
        fixed_parts(e, place);
        *place[n] = part;
    }
    e->depth = 0;
    for (size_t k = 0; k < expr_parts(e); k++)
        if (expr_part(e, k)->depth >= e->depth)
            e->depth = expr_part(e, k)->depth + 1;
}

const struct expr *expr_map(struct arena *arena, const struct expr *e,
                            const struct expr *(*change)(struct arena *arena, const struct expr *e,
                                                         void *with),
                            void *with)
{
    if (!e)
        return NULL;
    struct expr *copy = NULL;
    const size_t parts = expr_parts(e);
    for (size_t n = 0; n < parts; n++) {
        const struct expr *old = expr_part(e, n);
        const struct expr *new = expr_map(arena, old, change, with);
        if (new == old)
            continue;
        copy = copy ? copy : expr_shallow(arena, e);
        expr_set_part(copy, n, new);
    }
    return change(arena, copy ? copy : e, with);
}

const struct expr *expr_rewrite(struct arena *arena, const struct expr *e,
                                const struct expr *(*change)(struct arena *arena,
                                                             const struct expr *e, enum walk *way,
                                                             void *with),
                                void *with)
{
    if (!e)
        return NULL;
    enum walk way = WALK_CONTINUE;
    e = change(arena, e, &way, with);
    struct expr *copy = NULL;
    const size_t parts = way == WALK_CONTINUE ? expr_parts(e) : 0;
    for (size_t n = 0; n < parts; n++) {
        const struct expr *old = expr_part(e, n);
        const struct expr *new = expr_rewrite(arena, old, change, with);
        if (new == old)
            continue;
        copy = copy ? copy : expr_shallow(arena, e);
        expr_set_part(copy, n, new);
    }
    return copy ? copy : e;
}

const struct expr *expr_replace(struct arena *arena, const struct expr *tree,
                                const struct expr *target, const struct expr *with)
{
    if (!tree || tree == target)
        return tree ? with : NULL;
    for (size_t n = 0; n < expr_parts(tree); n++) {
        const struct expr *old = expr_part(tree, n);
        const struct expr *new = expr_replace(arena, old, target, with);
        if (new == old)
            continue;
        struct expr *copy = expr_shallow(arena, tree);
        expr_set_part(copy, n, new);
        return copy;
    }
    return tree;
}
