/* evaluate.c: the value of a formula and its derivative, in ball arithmetic. */
#include <stdlib.h>
#include <string.h>

#include "world.h"

/* In struct value, the rules of differentiation: (v, d) of each kind from those of its parts. */

bool evaluate_index(struct world *w, const struct node *node, const struct binding *bindings,
                    long *index)
{
    if (node->kind == NODE_SYMBOL && node->n == 0)
        for (const struct binding *b = bindings; b; b = b->outer)
            if (!b->value && strcmp(b->name, node->name) == 0) {
                *index = b->index;
                return true;
            }
    const struct bounds *chosen =
        node->kind == NODE_SYMBOL && node->n == 0 ? ranges_chosen(w->model, node->name) : NULL;
    if (chosen) {
        *index = world_chosen(w, chosen);
        return true;
    }
    if (node->kind == NODE_ADD) {
        long part;
        *index = 0;
        for (size_t n = 0; n < node->n; n++) {
            if (!evaluate_index(w, node->kid[n], bindings, &part))
                return false;
            *index += part;
        }
        return true;
    }
    if (node->kind == NODE_NEG && evaluate_index(w, node->kid[0], bindings, index)) {
        *index = -*index;
        return true;
    }
    return ranges_number(w->model, node, index) || world_fail(w, "an index has no value");
}

static bool is_index(struct world *w, const struct node *node, const struct binding *bindings,
                     long *i)
{
    const char *kept = w->trouble;
    const bool good = (node->kind == NODE_SYMBOL || node->kind == NODE_NUMBER ||
                       node->kind == NODE_ADD || node->kind == NODE_NEG) &&
                      evaluate_index(w, node, bindings, i);
    w->trouble = kept;
    return good;
}

static int relation_holds(enum relation rel, int less, int equal)
{
    switch (rel) {
    case REL_EQ:
        return equal;
    case REL_NE:
        return !equal;
    case REL_LT:
        return less;
    case REL_LE:
        return less || equal;
    case REL_GT:
        return !less && !equal;
    case REL_GE:
        return !less;
    default:
        return -1;
    }
}

static int in_set(struct world *w, const struct node *relation, const struct binding *bindings,
                  long a)
{
    const struct node *set = relation->kid[1];
    long b;
    if (set->kind != NODE_VECTOR)
        return is_index(w, set, bindings, &b) ? a == b : -1;
    for (size_t n = 0; n < set->n; n++)
        if (is_index(w, set->kid[n], bindings, &b) && a == b)
            return 1;
    return 0;
}

int evaluate_condition(struct world *w, const struct node *c, const struct binding *bindings)
{
    if (c->kind == NODE_AND) {
        int all = 1;
        for (size_t n = 0; n < c->n && all == 1; n++)
            all = evaluate_condition(w, c->kid[n], bindings);
        return all;
    }
    long a, b;
    if (is_index(w, c->kid[0], bindings, &a)) {
        if (c->rel == REL_IN)
            return in_set(w, c, bindings, a);
        if (is_index(w, c->kid[1], bindings, &b))
            return relation_holds(c->rel, a < b, a == b);
    }
    struct value x, y;
    value_init(&x);
    value_init(&y);
    int holds = -1;
    if (evaluate(w, c->kid[0], bindings, 0, &x) && evaluate(w, c->kid[1], bindings, 0, &y)) {
        if (arb_lt(x.v, y.v) || arb_gt(x.v, y.v))
            holds = relation_holds(c->rel, arb_lt(x.v, y.v), 0);
        else if (arb_is_exact(x.v) && arb_equal(x.v, y.v))
            holds = relation_holds(c->rel, 0, 1);
    }
    value_clear(&x);
    value_clear(&y);
    return holds;
}

static bool number(struct world *w, const struct node *node, struct value *out)
{
    arb_zero(out->d);
    const char *slash = strchr(node->name, '/');
    if (slash) {
        arb_set_si(out->v, strtol(node->name, NULL, 10));
        arb_div_si(out->v, out->v, strtol(slash + 1, NULL, 10), w->precision);
        return true;
    }
    if (strlen(node->name) > 60)
        return world_fail(w, "a number has too many digits");
    const char *e = strpbrk(node->name, "eE");
    if (e && labs(strtol(e + 1, NULL, 10)) > 400)
        return world_fail(w, "a number is too large or too small");
    return arb_set_str(out->v, node->name, w->precision) == 0 ||
           world_fail(w, "a number is not understood");
}

/* The entry stands in the document, or whether it does is not asked. */
static bool stands(struct world *w, const struct entry *entry)
{
    const struct symbol *s = &w->model->symbol[entry->id - 1];
    if (!w->listed || literals_have(s, entry->index))
        return true;
    struct arena *arena = w->model->arena;
    char *name = arena_text(arena, s->name, strlen(s->name));
    for (size_t n = 0; n < s->arity; n++)
        name = arena_print(arena, "%s%s%ld", name, n ? "" : "_", entry->index[n]);
    w->absent = name;
    return false;
}

static bool symbol(struct world *w, const struct node *node, const struct binding *bindings,
                   size_t direction, struct value *out)
{
    if (node->n == 0) {
        for (const struct binding *b = bindings; b; b = b->outer) {
            if (strcmp(b->name, node->name) != 0)
                continue;
            if (b->value) {
                arb_set(out->v, b->value->v);
                arb_set(out->d, b->value->d);
            } else {
                arb_set_si(out->v, b->index);
                arb_zero(out->d);
            }
            return true;
        }
        if (strcmp(node->name, "pi") == 0 && node->id &&
            w->model->symbol[node->id - 1].definitions == 0) {
            arb_const_pi(out->v, w->precision);
            arb_zero(out->d);
            return true;
        }
    }
    if (!node->id)
        return world_fail(w, "the document has too many names");
    if (node->n == 0 && strcmp(node->name, "sigma") == 0 && w->model->sigma_is_called &&
        w->model->symbol[node->id - 1].definitions == 0)
        return world_fail(w, "sigma stands here without its argument");
    if (node->n > ARITY_MAX)
        return world_fail(w, "a name has more indices than can be judged");
    struct entry entry = {.id = node->id};
    for (size_t n = 0; n < node->n; n++)
        if (!evaluate_index(w, node->kid[n], bindings, &entry.index[n]))
            return false;
    return stands(w, &entry) && world_entry(w, &entry, direction, out);
}

static bool call(struct world *w, const struct node *node, const struct binding *bindings,
                 size_t direction, struct value *out)
{
    enum { MOST = 8 };
    struct value arg[MOST];
    if (node->n > MOST || node->n == 0)
        return world_fail(w, "a function with too many arguments");
    bool good = true;
    for (size_t n = 0; n < node->n; n++) {
        value_init(&arg[n]);
        good = good && evaluate(w, node->kid[n], bindings, direction, &arg[n]);
    }
    good = good && functions_call(w, node->name, arg, node->n, out);
    for (size_t n = 0; n < node->n; n++)
        value_clear(&arg[n]);
    return good;
}

static bool prime(struct world *w, const struct node *node, const struct binding *bindings,
                  size_t direction, struct value *out)
{
    struct value x;
    arb_t f;
    value_init(&x);
    arb_init(f);
    bool good = evaluate(w, node->kid[0], bindings, direction, &x);
    if (good && !arb_is_zero(x.d))
        good = world_fail(w, "second derivatives are not judged");
    good = good && functions_slope(w, node->name, x.v, f, out->v);
    arb_zero(out->d);
    arb_clear(f);
    value_clear(&x);
    return good;
}

static bool sum(struct world *w, const struct node *node, const struct binding *bindings,
                size_t direction, struct value *out)
{
    long low, high;
    if (!evaluate_index(w, node->kid[1], bindings, &low) ||
        !evaluate_index(w, node->kid[2], bindings, &high))
        return false;
    if (high - low >= INDEX_MAX)
        return world_fail(w, "a sum has more terms than can be judged (5000)");
    arb_zero(out->v);
    arb_zero(out->d);
    struct value term;
    value_init(&term);
    bool good = true;
    for (long k = low; good && k <= high; k++) {
        const struct binding b = {node->name, k, NULL, bindings};
        if (node->kid[3] && evaluate_condition(w, node->kid[3], &b) != 1)
            continue;
        good = evaluate(w, node->kid[0], &b, direction, &term);
        arb_add(out->v, out->v, term.v, w->precision);
        arb_add(out->d, out->d, term.d, w->precision);
    }
    value_clear(&term);
    return good;
}

static bool derivative(struct world *w, const struct node *node, const struct binding *bindings,
                       size_t direction, struct value *out)
{
    const struct node *of = node->kid[0], *by = node->kid[1];
    struct entry entry = {.id = by->id};
    if (!by->id || by->n > ARITY_MAX)
        return world_fail(w, "a derivative by something that cannot be judged");
    for (size_t n = 0; n < by->n; n++)
        if (!evaluate_index(w, by->kid[n], bindings, &entry.index[n]))
            return false;
    if (!stands(w, &entry))
        return false;
    if (direction) {
        const unsigned along = w->direction[direction].id;
        if (dependence_formula(w->model, w->depends, of, along))
            return world_fail(w, "second derivatives are not judged");
    }
    if (of->kind == NODE_SYMBOL && of->id && of->id != by->id &&
        w->model->symbol[of->id - 1].definitions == 0)
        return world_fail(w, "the derivative of a symbol that is never defined");
    if (!dependence_formula(w->model, w->depends, of, by->id))
        w->independent = node;
    if (w->belief && node_same(of, w->belief->derivative->kid[0]) &&
        by->id == w->belief->derivative->kid[1]->id) {
        struct value believed;
        value_init(&believed);
        struct binding bound[ARITY_MAX];
        const struct binding *all = bindings;
        for (size_t n = 0; n < by->n; n++)
            if (w->belief->derivative->kid[1]->kid[n]->kind == NODE_SYMBOL) {
                bound[n] = (struct binding){w->belief->derivative->kid[1]->kid[n]->name,
                                            entry.index[n], NULL, all};
                all = &bound[n];
            }
        const struct belief *kept = w->belief;
        w->belief = NULL;
        const bool good = evaluate(w, kept->right, all, 0, &believed);
        w->belief = kept;
        arb_set(out->v, believed.v);
        arb_zero(out->d);
        value_clear(&believed);
        return good;
    }
    struct value inner;
    value_init(&inner);
    const bool good = evaluate(w, of, bindings, world_direction(w, &entry), &inner);
    if (arb_is_finite(inner.v))
        arb_set(out->v, inner.d);
    else
        arb_indeterminate(out->v); /* what has no value has no derivative */
    arb_zero(out->d);
    value_clear(&inner);
    return good;
}

static bool cases(struct world *w, const struct node *node, const struct binding *bindings,
                  size_t direction, struct value *out)
{
    for (size_t n = 0; n + 1 < node->n; n += 2) {
        const int holds = node->kid[n + 1] ? evaluate_condition(w, node->kid[n + 1], bindings) : 1;
        if (holds < 0)
            return world_fail(w, "a condition cannot be decided at this point");
        if (holds)
            return evaluate(w, node->kid[n], bindings, direction, out);
    }
    return world_fail(w, "no case applies at this point");
}

static bool power(struct world *w, const struct node *node, const struct binding *bindings,
                  size_t direction, struct value *out)
{
    struct value base, exponent;
    value_init(&base);
    value_init(&exponent);
    const long p = w->precision;
    bool good = evaluate(w, node->kid[0], bindings, direction, &base) &&
                evaluate(w, node->kid[1], bindings, direction, &exponent);
    if (good && arb_is_int(exponent.v) && arb_is_zero(exponent.d) &&
        arf_cmpabs_2exp_si(arb_midref(exponent.v), 12) < 0) {
        const long k = arf_get_si(arb_midref(exponent.v), ARF_RND_DOWN);
        fmpz_t e;
        fmpz_init_set_si(e, k - 1);
        arb_pow_fmpz(out->d, base.v, e, p);
        arb_mul_si(out->d, out->d, k, p);
        arb_mul(out->d, out->d, base.d, p);
        fmpz_set_si(e, k);
        arb_pow_fmpz(out->v, base.v, e, p);
        if (k == 0)
            arb_zero(out->d);
        fmpz_clear(e);
    } else if (good) {
        /* a^b = e^(b log a) */
        arb_t logarithm, rate;
        arb_init(logarithm);
        arb_init(rate);
        arb_log(logarithm, base.v, p);
        arb_div(rate, base.d, base.v, p);
        arb_mul(rate, rate, exponent.v, p);
        arb_addmul(rate, exponent.d, logarithm, p);
        arb_mul(out->v, exponent.v, logarithm, p);
        arb_exp(out->v, out->v, p);
        arb_mul(out->d, out->v, rate, p);
        arb_clear(logarithm);
        arb_clear(rate);
    }
    value_clear(&base);
    value_clear(&exponent);
    return good;
}

/* Sums, products and quotients: each kid in turn. */
static bool arithmetic(struct world *w, const struct node *node, const struct binding *bindings,
                       size_t direction, struct value *out)
{
    const long p = w->precision;
    struct value kid;
    value_init(&kid);
    bool good = evaluate(w, node->kid[0], bindings, direction, out);
    for (size_t n = 1; good && n < node->n; n++) {
        good = evaluate(w, node->kid[n], bindings, direction, &kid);
        if (node->kind == NODE_ADD) {
            arb_add(out->v, out->v, kid.v, p);
            arb_add(out->d, out->d, kid.d, p);
        } else if (node->kind == NODE_MUL) {
            arb_mul(out->d, out->d, kid.v, p);
            arb_addmul(out->d, out->v, kid.d, p);
            arb_mul(out->v, out->v, kid.v, p);
        } else { /* (a/b)' = (a' - (a/b) b') / b */
            arb_div(out->v, out->v, kid.v, p);
            arb_submul(out->d, out->v, kid.d, p);
            arb_div(out->d, out->d, kid.v, p);
        }
    }
    value_clear(&kid);
    if (node->kind == NODE_NEG) {
        arb_neg(out->v, out->v);
        arb_neg(out->d, out->d);
    }
    return good;
}

bool evaluate(struct world *w, const struct node *node, const struct binding *bindings,
              size_t direction, struct value *out)
{
    if (++w->steps > STEPS_MAX)
        return world_fail(w, "it takes more work than a line may (3 million steps)");
    switch (node->kind) {
    case NODE_NUMBER:
        return number(w, node, out);
    case NODE_SYMBOL:
        return symbol(w, node, bindings, direction, out);
    case NODE_ADD:
    case NODE_MUL:
    case NODE_DIV:
    case NODE_NEG:
        return arithmetic(w, node, bindings, direction, out);
    case NODE_POW:
        return power(w, node, bindings, direction, out);
    case NODE_CALL:
        return call(w, node, bindings, direction, out);
    case NODE_PRIME:
        return prime(w, node, bindings, direction, out);
    case NODE_SUM:
        return sum(w, node, bindings, direction, out);
    case NODE_DERIVATIVE:
        return derivative(w, node, bindings, direction, out);
    case NODE_CASES:
        return cases(w, node, bindings, direction, out);
    case NODE_INDICATOR: {
        const int holds = evaluate_condition(w, node->kid[0], bindings);
        arb_set_si(out->v, holds == 1);
        arb_zero(out->d);
        return holds >= 0 || world_fail(w, "a condition cannot be decided at this point");
    }
    case NODE_VECTOR:
        return world_fail(w, "a list of numbers is not a single number");
    case NODE_DOTS:
        return world_fail(w, "dots without a clear pattern");
    default:
        return world_fail(w, "a formula that cannot be judged");
    }
}
