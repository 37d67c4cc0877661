/* evidence_of_kinds.c */
#include "check/matrices/evidence_of_kinds.h"

#include <ctype.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/chances.h"
#include "check/vocabulary/matrix_operations.h"

struct collection {
    struct variables *variables;
    const struct statements *statements;
    struct arena *arena;
};

/* --- letters --- */

/* Kinds in the order number, column, row, matrix. */
static const unsigned of_matrix[KINDS] = {4, 2, 4, 0}, of_vector[KINDS] = {1, 0, 4, 3},
                      of_number[KINDS] = {0, 18, 18, 18}, of_count[KINDS] = {0, 4, 5, 3},
                      of_loss[KINDS] = {0, COST_HIGH, COST_HIGH, COST_HIGH},
                      of_entry[KINDS] = {0, 14, 16, 16}, of_sample[KINDS] = {2, 1, 8, 8},
                      of_other[KINDS] = {1, 1, 5, 0};

static bool is_among(const char *const *names, const char *base)
{
    for (; *names; names++)
        if (strcmp(*names, base) == 0)
            return true;
    return false;
}

/* What people call a loss, a rate, a matrix of weights or a vector. */
static const unsigned *usual(const char *base)
{
    static const char *const losses[] = {"L",    "J",    "C",   "E",  "ell", "loss",
                                         "Loss", "cost", "MSE", "CE", "SE",  NULL};
    static const char *const numbers[] = {
        "i",       "j",     "k",  "l",   "m",   "n",     "N",  "T",     "alpha", "eta", "lambda",
        "epsilon", "gamma", "mu", "rho", "tau", "sigma", "pi", "kappa", "lr",    NULL};
    static const char *const matrices[] = {"W", "U", "V", "A",     "X",     "H",   "Z",
                                           "Y", "P", "Q", "Theta", "Omega", "Phi", NULL};
    if (is_among(losses, base))
        return of_loss;
    if (is_among(numbers, base))
        return of_number;
    if (is_among(matrices, base))
        return of_matrix;
    static const char *const counts[] = {"M", "K", "D", "B", NULL};
    if (is_among(counts, base))
        return of_count;
    if (base[0] == 'd' && isupper((unsigned char)base[1]))
        return usual(base + 1);
    return isupper((unsigned char)base[0]) ? of_other : of_vector;
}

/* --- variables --- */

/* t, t - 1, t + 1 */
static bool is_time(const struct expr *index)
{
    const struct expr *letter = index->kind == EXPR_ADD ? index->as.list.item[0] : index;
    return expr_is_letter(letter, "t");
}

/* W^l is what W^{l+1} is; W^{[1]} and W^{[2]} may differ: the last layer often has one unit. */
static bool is_any_layer(const char *layer)
{
    return isalpha((unsigned char)layer[*layer == '(']);
}

static size_t group_of(const struct variables *all, size_t number)
{
    const struct variable *v = &all->variable[number];
    for (size_t n = 0; n < number && is_any_layer(v->name.layer); n++)
        if (strcmp(all->variable[n].name.base, v->name.base) == 0 &&
            all->variable[n].indices == v->indices && is_any_layer(all->variable[n].name.layer))
            return all->variable[n].group;
    return number;
}

/* x^{(i)}, x_t: one of many, each of which may be a vector. */
static bool is_sample(const struct statements *s, const struct expr *e)
{
    return names_have(&s->lexicon.sampled, e->as.symbol.name.base) ||
           is_time(e->as.symbol.index.item[0]);
}

static enum walk add(const struct expr *e, void *with)
{
    const struct collection *c = with;
    struct variables *all = c->variables;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    if (variables_of(all, e) || all->n == VARIABLES_MAX)
        return WALK_PRUNE;
    all->variable = arena_grow(c->arena, all->variable, all->n, sizeof *all->variable);
    struct variable *v = &all->variable[all->n++];
    *v = (struct variable){.name = e->as.symbol.name,
                           .indices = e->as.symbol.index.n,
                           .numbers = variables_numbers(e)};
    if (v->name.tag == TAG_NEW)
        v->name.tag = TAG_NONE;
    v->group = group_of(all, all->n - 1);
    const bool sample = v->indices == 1 && is_sample(c->statements, e);
    memcpy(v->cost,
           is_chance_name(&v->name) ? of_loss
           : usual(v->name.base) == of_loss || usual(v->name.base) == of_number
               ? usual(v->name.base)
           : sample                                                   ? of_sample
           : (v->indices && !v->numbers) || strchr(v->name.base, '(') ? of_entry
                                                                      : usual(v->name.base),
           sizeof v->cost);
    return WALK_PRUNE;
}

/* --- signs --- */

enum { SIGN_COSTS = COST_UNLIKELY }; /* nobody transposes a number */

static void never_a_number(const struct collection *c, const struct expr *e)
{
    struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(c->variables, e) : NULL;
    if (!v)
        return;
    if (v->cost[KIND_COLUMN] == COST_HIGH) /* C^T is no cost */
        memcpy(v->cost, of_other, sizeof v->cost);
    v->cost[KIND_SCALAR] += SIGN_COSTS;
}

/* What stands in brackets as an entry, unless the document says otherwise. */
static void always_a_number(const struct collection *c, const struct expr *e)
{
    struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(c->variables, e) : NULL;
    const bool block = v && usual(v->name.base) == of_matrix && v->indices == 0; /* [A, B; C, D] */
    if (block)
        v->cost[KIND_SCALAR] = COST_HIGH;
    for (size_t n = 0; v && !block && n < KINDS; n++)
        v->cost[n] = n == KIND_SCALAR ? 0 : v->cost[n] < COST_HIGH ? COST_HIGH : v->cost[n];
}

/* The limits of sums are numbers. */
static enum walk settle_number(const struct expr *e, void *with)
{
    const struct collection *c = with;
    struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(c->variables, e) : NULL;
    for (size_t n = 1; v && n < KINDS; n++)
        v->cost[n] = COST_NEVER;
    return WALK_CONTINUE;
}

const struct expr *quadratic_matrix(const struct expr *e, size_t n)
{
    if (e->kind != EXPR_MUL || n + 2 >= e->as.list.n)
        return NULL;
    const struct expr *row = e->as.list.item[n], *matrix = e->as.list.item[n + 1];
    const bool quadratic = row->kind == EXPR_CALL && matrix->kind == EXPR_SYMBOL &&
                           matrix_operation_named(row->as.call.function) == MATRIX_TRANSPOSE &&
                           expr_same(row->as.call.argument.item[0], e->as.list.item[n + 2]);
    return quadratic ? matrix : NULL;
}

/* K of r^T K r would stand before r^T r if it were a number. */
static void look_for_quadratic(const struct collection *c, const struct expr *e)
{
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++) {
        const struct expr *matrix = quadratic_matrix(e, n);
        struct variable *v = matrix ? variables_of(c->variables, matrix) : NULL;
        if (!v)
            continue;
        never_a_number(c, matrix);
        v->cost[KIND_COLUMN] += SIGN_COSTS;
        v->cost[KIND_ROW] += SIGN_COSTS;
    }
}

static enum walk look(const struct expr *e, void *with)
{
    const struct collection *c = with;
    look_for_quadratic(c, e);
    if (e->kind == EXPR_SUM) {
        expr_walk(e->as.sum.low, settle_number, with);
        expr_walk(e->as.sum.high, settle_number, with);
    }
    for (size_t n = 0; e->kind == EXPR_ARRAY && n < e->as.array.entry.n; n++)
        always_a_number(c, e->as.array.entry.item[n]);
    if (e->kind == EXPR_EACH && e->as.each.body->kind == EXPR_SYMBOL)
        always_a_number(c, e->as.each.body);
    if (e->kind == EXPR_SYMBOL)
        return WALK_PRUNE;
    const enum matrix_operation operation =
        e->kind == EXPR_CALL ? matrix_operation_named(e->as.call.function) : MATRIX_NONE;
    for (size_t n = 0; operation && n < e->as.call.argument.n; n++)
        never_a_number(c, e->as.call.argument.item[n]);
    return WALK_CONTINUE;
}

/* --- entries --- */

static bool are_layers_alike(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || (is_any_layer(a) && is_any_layer(b));
}

/* x_i stands in the document: then x is a vector; with W_{ij}, W is a matrix. What is summed over the samples is none. */
static void learn_from_entries(const struct collection *c, const struct variable *entry)
{
    for (size_t n = 0; n < c->variables->n; n++) {
        struct variable *whole = &c->variables->variable[n];
        if (strcmp(whole->name.base, entry->name.base) != 0 ||
            !are_layers_alike(whole->name.layer, entry->name.layer) ||
            whole->indices >= entry->indices)
            continue;
        const bool sampled = names_have(&c->statements->lexicon.sampled, whole->name.base);
        if (sampled && whole->indices + 1 < entry->indices)
            continue;
        if (sampled && whole->indices == 0)
            continue;
        const size_t more = entry->indices - whole->indices;
        whole->cost[KIND_SCALAR] += 4;
        whole->cost[more == 1 ? KIND_MATRIX : KIND_COLUMN] += 8;
    }
}

/* --- what is said --- */

static void learn_what_is_said(const struct collection *c, const struct shape_said *said)
{
    struct variable *v = variables_of(c->variables, said->symbol);
    if (!v || v->settled)
        return;
    const enum kind kind = kind_of(said->rows, said->columns);
    for (size_t n = 0; n < KINDS; n++)
        v->cost[n] = n == (size_t)kind ? 0 : COST_NEVER;
    v->settled = true;
}

/* x = [1; 2]; null if the right side is something else. *turned: with rows and columns exchanged. */
static const struct expr *brackets_of(const struct expr *e, bool *turned)
{
    *turned = false;
    if (e->kind == EXPR_CALL && matrix_operation_named(e->as.call.function) == MATRIX_TRANSPOSE) {
        e = e->as.call.argument.item[0];
        *turned = true;
    }
    return e->kind == EXPR_ARRAY || e->kind == EXPR_EACH ? e : NULL;
}

/* How many rows or columns there are; 0 for any number. */
static size_t size_of(const struct expr *e, bool across)
{
    if (e->kind == EXPR_EACH)
        return e->as.each.across == across ? 0 : size_of(e->as.each.body, across);
    if (e->kind != EXPR_ARRAY)
        return 1;
    return across ? e->as.array.columns : e->as.array.entry.n / e->as.array.columns;
}

/* Another example may give the same name another size: then it has none. */
static void learn_from_brackets(const struct collection *c, const struct statement *s)
{
    bool turned;
    const struct expr *array = s->left->kind == EXPR_SYMBOL ? brackets_of(s->right, &turned) : NULL;
    struct variable *v = array ? variables_of(c->variables, s->left) : NULL;
    if (!v)
        return;
    const size_t rows = size_of(array, turned), columns = size_of(array, !turned);
    const enum kind kind = kind_of(rows != 1, columns != 1);
    if (v->settled && v->cost[kind])
        return;
    if (array->kind == EXPR_ARRAY && array->as.array.either) {
        v->cost[KIND_SCALAR] = v->cost[KIND_MATRIX] = COST_NEVER;
        v->cost[KIND_COLUMN] = 0;
        return;
    }
    const bool same = !v->settled || (v->rows == rows && v->columns == columns);
    for (size_t n = 0; n < KINDS; n++)
        v->cost[n] = n == (size_t)kind ? 0 : COST_NEVER;
    v->settled = true;
    v->rows = same ? (unsigned short)rows : 0;
    v->columns = same ? (unsigned short)columns : 0;
}

enum kind evidence_cheapest(const struct variable *v)
{
    enum kind best = KIND_SCALAR;
    for (size_t n = 1; n < KINDS; n++)
        if (v->cost[n] < v->cost[best])
            best = (enum kind)n;
    return best;
}

/* x_1 is a number where x_i is: an entry. Where only numbers stand below W, they count layers. */
static void number_entries(struct variables *all)
{
    for (size_t n = 0; n < all->n; n++)
        for (size_t k = 0; all->variable[n].numbers && k < all->n; k++)
            if (!all->variable[k].numbers && all->variable[k].indices == all->variable[n].indices &&
                strcmp(all->variable[k].name.base, all->variable[n].name.base) == 0) {
                memcpy(all->variable[n].cost, all->variable[k].cost, sizeof all->variable[n].cost);
                all->variable[n].group = all->variable[k].group;
            }
}

/* What is known of one of a group is known of all. */
static void share_costs(struct variables *all)
{
    for (int twice = 0; twice < 2; twice++)
        for (size_t n = 0; n < all->n; n++) {
            struct variable *v = &all->variable[n], *first = &all->variable[v->group];
            for (size_t k = 0; k < KINDS; k++) {
                const unsigned most = v->cost[k] > first->cost[k] ? v->cost[k] : first->cost[k];
                v->cost[k] = first->cost[k] = most;
            }
            v->settled = first->settled = v->settled || first->settled;
        }
}

struct variables evidence_collect(const struct statements *statements, struct arena *arena)
{
    struct variables all = {NULL, 0};
    struct collection c = {&all, statements, arena};
    for (size_t n = 0; n < statements->n; n++)
        if (statements->statement[n].wrong.code == REASON_NONE) {
            expr_walk(statements->statement[n].left, add, &c);
            expr_walk(statements->statement[n].right, add, &c);
        }
    for (size_t n = 0; n < statements->n; n++)
        if (statements->statement[n].wrong.code == REASON_NONE) {
            expr_walk(statements->statement[n].left, look, &c);
            expr_walk(statements->statement[n].right, look, &c);
        }
    for (size_t n = 0; n < all.n; n++)
        if (all.variable[n].indices)
            learn_from_entries(&c, &all.variable[n]);
    for (size_t n = 0; n < statements->shapes; n++)
        learn_what_is_said(&c, &statements->shape[n]);
    for (size_t n = 0; n < statements->n; n++)
        if (statements->statement[n].wrong.code == REASON_NONE)
            learn_from_brackets(&c, &statements->statement[n]);
    number_entries(&all);
    share_costs(&all);
    return all;
}
