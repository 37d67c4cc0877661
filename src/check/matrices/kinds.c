/* kinds.c: a search from the most usual kinds on, one name after the other, then two at a time. */
#include "check/matrices/kinds.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/matrices/evidence_of_kinds.h"
#include "check/matrices/fits.h"

enum {
    MISFIT_COSTS = 20, /* more than what a letter can speak for */
    LOOSE_COSTS = 3,
    ROW_COSTS = 2, /* a column among rows */
    ROUNDS_MAX = 3,
    LETTERS_SAY = 3, /* less than this is no opinion of a letter */
    LOOKS_MAX = 1000000,
    PAIRS_MAX = 400, /* of names that are tried together; beyond that nothing is certain */
    FITS_MAX = 6000  /* tried for a document: some hundredths of a second */
};

/* How a statement fitted, for the kinds that its variables had: most are tried several times. */
enum { REMEMBERED = 8 };

struct memory {
    unsigned short *variable; /* those that stand in it */
    size_t n;
    struct remembered {
        uint64_t kinds;
        bool known, fits, total;
        unsigned loose;
    } fit[REMEMBERED];
};

struct search {
    const struct statements *statements;
    struct variables *variables;
    const bool *vectors;   /* of each statement, whether it counts */
    bool *defines;         /* and whether it defines a name */
    bool *fitted;          /* it fits with the kinds that were found */
    bool *alone;           /* and the kinds of its names rest on it alone */
    bool rows;             /* vectors are rows, if nothing speaks against it */
    struct memory *memory; /* of each statement */
    size_t tried, looked;  /* fits that were computed, and those that were remembered or computed */
    bool bounded;          /* the search ended before it was at its end: nothing is certain */
    bool trouble; /* something does not fit, or is written loosely; and what it is about: */
    bool involved[VARIABLES_MAX];
};

static bool is_same(const struct expr *e, const void *other)
{
    return expr_same(e, other);
}

bool kinds_defines(const struct statements *statements, size_t number)
{
    const struct statement *s = &statements->statement[number];
    if (s->wrong.code != REASON_NONE || s->left->kind != EXPR_SYMBOL ||
        (s->rel != REL_EQ && s->rel != REL_ASSIGN) || s->left->as.symbol.name.tag == TAG_NEW ||
        expr_any(s->right, is_same, s->left)) /* W <- W - … */
        return false;
    for (size_t n = 0; n < number; n++)
        if (statements->statement[n].wrong.code == REASON_NONE &&
            expr_same_head(s->left, statements->statement[n].left) &&
            statements->statement[n].left->as.symbol.index.n == s->left->as.symbol.index.n)
            return false;
    return true;
}

struct own {
    const struct search *search;
    size_t group;
};

static bool is_own(const struct expr *e, const void *with)
{
    const struct own *own = with;
    const size_t n =
        e->kind == EXPR_SYMBOL ? variables_number(own->search->variables, e) : SIZE_MAX;
    return n < own->search->variables->n && own->search->variables->variable[n].group == own->group;
}

/* h_t = tanh(W h_{t-1} + U x_t): what stands on the left stands on the right as well, and is what it makes of it. */
static void settle_recursive(struct search *s, const struct statement *one, size_t number)
{
    static const enum kind order[KINDS] = {KIND_COLUMN, KIND_SCALAR, KIND_ROW, KIND_MATRIX};
    unsigned least = UINT_MAX;
    enum kind best = s->variables->variable[number].kind;
    for (size_t k = 0; k < KINDS; k++) {
        variables_set(s->variables, number, order[k]);
        struct lengths lengths = lengths_of(s->variables);
        struct fitting f = {.variables = s->variables, .lengths = &lengths};
        struct shape shape;
        s->tried++;
        if (fitting_shape(&f, one->right, &shape) && f.loose < least &&
            kind_of(shape.rows != LENGTH_ONE, shape.columns != LENGTH_ONE) == order[k]) {
            least = f.loose;
            best = order[k];
        }
    }
    variables_set(s->variables, number, best);
}

/* The names on the left of definitions become what their right sides are, where those fit. */
static void follow_definitions(struct search *s)
{
    struct lengths lengths = lengths_of(s->variables);
    for (size_t n = 0; n < s->statements->n; n++) {
        const struct statement *one = &s->statements->statement[n];
        if (!s->defines[n])
            continue;
        struct variable *v = variables_of(s->variables, one->left);
        struct fitting f = {.variables = s->variables, .lengths = &lengths};
        struct shape shape;
        s->tried++;
        if (!v || v->settled || expr_is_constant(one->right) ||
            (one->right->kind == EXPR_ARRAY && one->right->as.array.either))
            continue;
        const struct own own = {s, v->group};
        if (expr_any(one->right, is_own, &own)) {
            settle_recursive(s, one, variables_number(s->variables, one->left));
            continue;
        }
        lengths_forget(&lengths, s->variables);
        if (!fitting_shape(&f, one->right, &shape))
            continue;
        const enum kind kind = kind_of(shape.rows != LENGTH_ONE, shape.columns != LENGTH_ONE);
        if (v->cost[kind] < COST_HIGH) /* a loss stays a number */
            variables_set(s->variables, variables_number(s->variables, one->left), kind);
    }
}

static enum walk involve(const struct expr *e, void *with)
{
    struct search *s = with;
    const size_t n = e->kind == EXPR_SYMBOL ? variables_number(s->variables, e) : s->variables->n;
    if (n < s->variables->n)
        s->involved[s->variables->variable[n].group] = true;
    return WALK_CONTINUE;
}

static void note_trouble(struct search *s, const struct statement *one)
{
    s->trouble = true;
    expr_walk(one->left, involve, s);
    expr_walk(one->right, involve, s);
}

/* What is defined becomes what it is by what stands in its definition. */
static void involve_definitions(struct search *s)
{
    for (size_t n = s->statements->n; n-- > 0;) {
        const struct statement *one = &s->statements->statement[n];
        const size_t v = s->defines[n] ? variables_number(s->variables, one->left) : 0;
        if (s->defines[n] && v < s->variables->n && s->involved[s->variables->variable[v].group])
            expr_walk(one->right, involve, s);
    }
}

struct listing {
    const struct search *search;
    struct memory *memory;
    struct arena *arena;
};

static enum walk list_variable(const struct expr *e, void *with)
{
    const struct listing *l = with;
    struct memory *m = l->memory;
    const size_t v = e->kind == EXPR_SYMBOL ? variables_number(l->search->variables, e)
                                            : l->search->variables->n;
    if (v >= l->search->variables->n)
        return WALK_CONTINUE;
    for (size_t n = 0; n < m->n; n++)
        if (m->variable[n] == v)
            return WALK_CONTINUE;
    m->variable = arena_grow(l->arena, m->variable, m->n, sizeof *m->variable);
    m->variable[m->n++] = (unsigned short)v;
    return WALK_CONTINUE;
}

static void list_variables(struct search *s, size_t n, struct arena *arena)
{
    struct listing l = {s, &s->memory[n], arena};
    expr_walk(s->statements->statement[n].left, list_variable, &l);
    expr_walk(s->statements->statement[n].right, list_variable, &l);
}

/* How statement n fits. */
static const struct remembered *fit_of(struct search *s, size_t n, const struct lengths *lengths)
{
    struct memory *m = &s->memory[n];
    uint64_t kinds = 14695981039346656037u; /* FNV-1a */
    for (size_t k = 0; k < m->n; k++)
        kinds = (kinds ^ (uint64_t)s->variables->variable[m->variable[k]].kind) * 1099511628211u;
    struct remembered *r = &m->fit[kinds % REMEMBERED];
    if (r->known && r->kinds == kinds)
        return r;
    s->tried++;
    const struct fit fit = fits_find(s->variables, lengths, &s->statements->statement[n]);
    *r = (struct remembered){kinds, true, fit.fits, fit.layout.total, fit.loose};
    return r;
}

/* What does not fit, or only loosely. */
static long fits_cost(struct search *s)
{
    follow_definitions(s);
    s->looked += s->statements->n;
    if (s->looked > LOOKS_MAX)
        s->tried = FITS_MAX;
    s->bounded = s->bounded || s->tried >= FITS_MAX;
    const struct lengths lengths = lengths_of(s->variables);
    long cost = 0;
    s->trouble = false;
    for (size_t n = 0; n < s->statements->n; n++) {
        const struct statement *one = &s->statements->statement[n];
        if (one->wrong.code != REASON_NONE || !s->vectors[n])
            continue;
        const struct remembered *fit = fit_of(s, n, &lengths);
        if (!fit->fits || fit->loose || fit->total)
            note_trouble(s, one);
        cost += fit->fits ? LOOSE_COSTS * (long)fit->loose + 3 * fit->total : MISFIT_COSTS;
    }
    return cost;
}

/* That, and what letters and signs speak against. */
static long cost_of(struct search *s)
{
    long cost = fits_cost(s);
    for (size_t n = 0; n < s->variables->n; n++) {
        const enum kind kind = s->variables->variable[n].kind;
        const struct variable *v = &s->variables->variable[n];
        if (s->variables->variable[v->group].defined && v->cost[kind] < COST_HIGH)
            continue; /* its formula says what it is, whatever its letter */
        const bool as_column = s->rows && kind == KIND_ROW;
        cost += v->cost[as_column ? KIND_COLUMN : kind];
        cost += s->rows && kind == KIND_COLUMN ? ROW_COSTS : 0;
    }
    return cost;
}

/* --- trying others --- */

struct kept {
    enum kind kind[VARIABLES_MAX];
};

static struct kept keep(const struct variables *v)
{
    struct kept k = {{KIND_SCALAR}};
    for (size_t n = 0; n < v->n; n++)
        k.kind[n] = v->variable[n].kind;
    return k;
}

static void restore(struct variables *v, const struct kept *k)
{
    for (size_t n = 0; n < v->n; n++)
        v->variable[n].kind = k->kind[n];
}

static bool is_open(const struct search *s, size_t n)
{
    if (!s->involved[n])
        return false;
    const struct variable *v = &s->variables->variable[n];
    return !v->settled && !v->defined && v->group == n;
}

/* Another kind for one name, and for a second one if there is one; true if that is better. */
static bool try(struct search *s, size_t first, enum kind kind, size_t second, enum kind other,
                long *least)
{
    const struct kept before = keep(s->variables);
    variables_set(s->variables, first, kind);
    if (second != first)
        variables_set(s->variables, second, other);
    const long cost = cost_of(s);
    if (cost < *least) {
        *least = cost;
        return true;
    }
    restore(s->variables, &before);
    return false;
}

static bool improve_one(struct search *s, size_t n, long *least)
{
    bool better = false;
    for (unsigned kind = 0; kind < KINDS && s->tried < FITS_MAX; kind++)
        if (s->variables->variable[n].kind != kind &&
            s->variables->variable[n].cost[kind] < COST_NEVER)
            better |= try(s, n, (enum kind)kind, n, (enum kind)kind, least);
    return better;
}

static bool improve_two(struct search *s, size_t n, size_t m, long *least)
{
    for (unsigned a = 0; a < KINDS; a++)
        for (unsigned b = 0; b < KINDS && s->tried < FITS_MAX; b++)
            if (s->variables->variable[n].kind != a && s->variables->variable[m].kind != b &&
                try(s, n, (enum kind)a, m, (enum kind)b, least))
                return true;
    return false;
}

/* One name after the other, then two at a time, as long as that helps; what it costs in the end. */
static long improve(struct search *s)
{
    const size_t n = s->variables->n;
    long least = cost_of(s);
    involve_definitions(s);
    bool better = s->trouble;
    for (int round = 0; better && round < ROUNDS_MAX; round++) {
        better = false;
        for (size_t k = 0; k < n; k++)
            if (is_open(s, k))
                better |= improve_one(s, k, &least);
        for (size_t k = 0; !better && k < n; k++)
            for (size_t m = k + 1; is_open(s, k) && m < n; m++)
                if (is_open(s, m))
                    better |= improve_two(s, k, m, &least);
    }
    return least;
}

/* All columns are rows: a document that writes x W does so everywhere. */
static void turn(struct search *s)
{
    struct variables *all = s->variables;
    for (size_t n = 0; n < all->n; n++)
        if (all->variable[n].kind == KIND_COLUMN && all->variable[n].cost[KIND_ROW] < COST_NEVER)
            all->variable[n].kind = KIND_ROW;
    s->rows = true;
    s->tried = s->looked = 0;
    memset(s->involved, 0, sizeof s->involved);
}

static void search(struct search *s)
{
    const struct kept first = keep(s->variables);
    const long columns = improve(s);
    cost_of(s); /* of what was found, not of what was tried last */
    if (s->trouble) {
        const struct kept found = keep(s->variables);
        restore(s->variables, &first);
        turn(s);
        if (improve(s) >= columns) {
            restore(s->variables, &found);
            s->rows = false;
        }
    }
    follow_definitions(s);
}

/* --- what could be otherwise --- */

static bool is_free(const struct search *s, size_t n)
{
    const struct variable *v = &s->variables->variable[n];
    return !v->settled && !v->defined && v->group == n;
}

static bool stand_together(const struct search *s, size_t a, size_t b)
{
    for (size_t n = 0; n < s->statements->n; n++) {
        bool has_a = false, has_b = false;
        for (size_t k = 0; k < s->memory[n].n; k++) {
            const size_t group = s->variables->variable[s->memory[n].variable[k]].group;
            has_a = has_a || group == a;
            has_b = has_b || group == b;
        }
        if (has_a && has_b)
            return true;
    }
    return false;
}

/* The only statement that fits with the kinds found, and not with those that are tried; all of them if there is none, or
 * several. */
static size_t only_misfit(struct search *s)
{
    const struct lengths lengths = lengths_of(s->variables);
    size_t only = s->statements->n;
    for (size_t n = 0; n < s->statements->n; n++)
        if (s->fitted[n] && !fit_of(s, n, &lengths)->fits) {
            if (only < s->statements->n)
                return s->statements->n;
            only = n;
        }
    return only;
}

static long letters_cost(const struct search *s, size_t a, size_t b)
{
    const struct variable *v = s->variables->variable;
    return (long)v[a].cost[v[a].kind] + (a == b ? 0 : (long)v[b].cost[v[b].kind]);
}

/* With other kinds for these two, which may be the same one, everything fits as well. If all but one statement does, and
 * the letters say little, that one says nothing of the kinds: it may be the slip. */
static bool fits_otherwise(struct search *s, size_t a, size_t b, long cost)
{
    const long said = letters_cost(s, a, b);
    const struct kept before = keep(s->variables);
    bool found = false;
    for (unsigned x = 0; x < KINDS && !found; x++)
        for (unsigned y = 0; y < KINDS && !found; y++) {
            const struct variable *v = s->variables->variable;
            if (x == before.kind[a] || (a != b && y == before.kind[b]) || (a == b && y != x) ||
                v[a].cost[x] >= COST_UNLIKELY || v[b].cost[y] >= COST_UNLIKELY)
                continue;
            variables_set(s->variables, a, (enum kind)x);
            variables_set(s->variables, b, (enum kind)y);
            const long other = fits_cost(s);
            found = other <= cost;
            if (!found && other <= cost + MISFIT_COSTS &&
                letters_cost(s, a, b) <= said + LETTERS_SAY) {
                const size_t only = only_misfit(s);
                if (only < s->statements->n)
                    s->alone[only] = true;
            }
            restore(s->variables, &before);
        }
    return found;
}

/* Notes which names could be something else, and all else would fit as well. */
static void find_open(struct search *s)
{
    struct variable *v = s->variables->variable;
    const struct kept found = keep(s->variables);
    const long cost = fits_cost(s);
    const struct lengths lengths = lengths_of(s->variables);
    for (size_t n = 0; n < s->statements->n; n++)
        s->fitted[n] = s->vectors[n] && s->statements->statement[n].wrong.code == REASON_NONE &&
                       fit_of(s, n, &lengths)->fits;
    size_t pairs = s->bounded || s->variables->n == VARIABLES_MAX ? PAIRS_MAX : 0;
    for (size_t a = 0; a < s->variables->n; a++)
        for (size_t b = a; is_free(s, a) && b < s->variables->n; b++) {
            if (!is_free(s, b) || (v[a].open && v[b].open) || (a != b && !stand_together(s, a, b)))
                continue;
            if (++pairs > PAIRS_MAX || fits_otherwise(s, a, b, cost))
                v[a].open = v[b].open = true;
        }
    restore(s->variables, &found);
    for (size_t n = 0; n < s->variables->n; n++)
        v[n].open = v[v[n].group].open;
}

void kinds_find(struct variables *variables, const struct statements *statements,
                const bool *vectors, bool *alone, struct arena *arena)
{
    struct search s = {.statements = statements,
                       .variables = variables,
                       .vectors = vectors,
                       .alone = alone,
                       .fitted = arena_new(arena, statements->n + 1),
                       .defines = arena_new(arena, statements->n + 1),
                       .memory = arena_new(arena, (statements->n + 1) * sizeof(struct memory))};
    for (size_t n = 0; n < variables->n; n++) {
        variables->variable[n].kind = evidence_cheapest(&variables->variable[n]);
        variables->variable[n].defined = variables->variable[n].open = false;
    }
    for (size_t n = 0; n < statements->n; n++) {
        if (statements->statement[n].wrong.code == REASON_NONE && vectors[n])
            list_variables(&s, n, arena);
        s.defines[n] = vectors[n] && kinds_defines(statements, n);
        struct variable *v =
            s.defines[n] ? variables_of(variables, statements->statement[n].left) : NULL;
        if (v && !expr_is_constant(statements->statement[n].right))
            v->defined = variables->variable[v->group].defined = true;
    }
    search(&s);
    find_open(&s);
}
