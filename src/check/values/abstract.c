/* abstract.c: a + b x + sin(c x + d), with a, b, c, d drawn for each function and point. */
#include "check/values/abstract.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/abstract.h"
#include "check/values/definitions.h"

/* The coefficients of a function: the constants, and two for each argument. */
enum coefficient { OFFSET, PHASE, PER_ARGUMENT };

/* What is added up for the two parts of a function. */
struct parts {
    struct dual line, wave;
};

static void coefficient(const struct evaluation *ev, const char *function, size_t number, arb_t out)
{
    point_coefficient(ev->point, function, number, out);
}

static void parts_begin(struct parts *p, const struct evaluation *ev, const char *function)
{
    dual_init(&p->line);
    dual_init(&p->wave);
    coefficient(ev, function, OFFSET, p->line.value);
    coefficient(ev, function, PHASE, p->wave.value);
}

static void add_scaled(struct dual *to, const struct dual *x, const arb_t by, long precision)
{
    arb_addmul(to->value, x->value, by, precision);
    arb_addmul(to->tangent, x->tangent, by, precision);
}

static void parts_add(struct parts *p, const struct evaluation *ev, const char *function,
                      size_t number, const struct dual *x)
{
    arb_t by;
    arb_init(by);
    coefficient(ev, function, PER_ARGUMENT + 2 * number, by);
    add_scaled(&p->line, x, by, ev->point->precision);
    coefficient(ev, function, PER_ARGUMENT + 2 * number + 1, by);
    add_scaled(&p->wave, x, by, ev->point->precision);
    arb_clear(by);
}

/* line + sin(wave); or 1/2 + 2/5 sin(wave), which lies between 0 and 1. */
static void parts_end(struct parts *p, const struct evaluation *ev, const struct symbol *symbol,
                      struct dual *out)
{
    const long precision = ev->point->precision;
    arb_t sine, cosine;
    arb_init(sine);
    arb_init(cosine);
    arb_sin_cos(sine, cosine, p->wave.value, precision);
    arb_mul(cosine, cosine, p->wave.tangent, precision);
    if (point_domain(ev->point, symbol) == DRAW_ANY) {
        arb_add(out->value, p->line.value, sine, precision);
        arb_add(out->tangent, p->line.tangent, cosine, precision);
    } else {
        arb_mul_si(out->value, sine, 4, precision);
        arb_add_si(out->value, out->value, 5, precision);
        arb_div_si(out->value, out->value, 10, precision);
        arb_mul_si(out->tangent, cosine, 4, precision);
        arb_div_si(out->tangent, out->tangent, 10, precision);
    }
    arb_clear(cosine);
    arb_clear(sine);
    dual_clear(&p->wave);
    dual_clear(&p->line);
}

bool abstract_call(const struct evaluation *ev, const char *function, const struct dual *argument,
                   size_t n, struct dual *out)
{
    struct parts p;
    parts_begin(&p, ev, function);
    for (size_t k = 0; k < n; k++)
        parts_add(&p, ev, function, k, &argument[k]);
    const struct model *m = ev->environment->model;
    parts_end(&p, ev, symbols_get(&m->symbols, abstract_function(m, function)), out);
    return true;
}

/* A name in any layer. */
static bool is_layered(const struct symbol *s)
{
    return strcmp(s->name.layer, LAYER_INDEX) == 0 && s->arity > 0;
}

struct same_layer {
    unsigned id;
    const struct expr *layer;
};

static bool is_in_layer(const struct expr *e, const void *with)
{
    const struct same_layer *w = with;
    return e->kind == EXPR_SYMBOL && e->as.symbol.id == w->id && e->as.symbol.index.n &&
           expr_same(e->as.symbol.index.item[0], w->layer);
}

/* a^l is computed from z^l, although z^l is from a^{l-1}; so is h_t from o_t, which is from h_{t-1}. */
static bool is_from_same_layer(const struct model *m, unsigned id, unsigned from)
{
    const struct symbol *s = symbols_get(&m->symbols, id);
    for (size_t n = 0; s->arity && n < s->definitions; n++) {
        const struct definition *d = &m->definition[s->definition[n]];
        const struct same_layer with = {from, d->left->as.symbol.index.item[0]};
        if (expr_any(d->right, is_in_layer, &with))
            return true;
    }
    return false;
}

/* The symbol number n of those is computed from no other of them by way of which the rest is reached. */
static bool is_nearest(const struct evaluation *ev, const struct symbol *s, size_t n)
{
    const struct model *m = ev->environment->model;
    const size_t stride = m->symbols.n + 1;
    for (size_t k = 0; k < s->n_by; k++) {
        const unsigned one = s->by[k], other = s->by[n];
        const bool back = ev->environment->depends[other * stride + one];
        if (k != n && ev->environment->depends[one * stride + other] &&
            (!back || is_from_same_layer(m, one, other)))
            return false;
    }
    return true;
}

/* The next entry within the ranges of a symbol, the last index first; false after the last one. */
static bool next_entry(struct entry *entry, const struct symbol *s)
{
    for (size_t n = s->arity; n--;) {
        if (entry->index[n] < symbols_range(s, n).high) {
            entry->index[n]++;
            return true;
        }
        entry->index[n] = symbols_range(s, n).low;
    }
    return false;
}

static bool add_entries(struct evaluation *ev, const struct query *query, const char *function,
                        unsigned by, size_t *number, struct parts *p)
{
    const struct symbol *s = symbols_get(&ev->environment->model->symbols, by);
    struct entry entry = {.id = by};
    if (s->arity > ARITY_MAX)
        return evaluation_fail(ev, REASON_MANY_INDICES);
    for (size_t n = 0; n < s->arity; n++)
        entry.index[n] = symbols_range(s, n).low;
    if (is_layered(s)) /* of the last one; what is before acts by way of it */
        entry.index[0] = symbols_range(s, 0).high;
    struct dual x;
    dual_init(&x);
    bool good, more = true;
    do {
        good = definition_value(ev, query, &entry, &x);
        parts_add(p, ev, function, ++*number, &x);
        more = good && next_entry(&entry, s);
    } while (more && ++ev->steps < STEPS_MAX);
    dual_clear(&x);
    return good && (!more || evaluation_fail(ev, REASON_LINE_STEPS));
}

bool abstract_value(struct evaluation *ev, const struct query *query, const struct symbol *s,
                    struct dual *out)
{
    struct parts p;
    size_t number = 0;
    bool good = true;
    parts_begin(&p, ev, s->name.base);
    for (size_t n = 0; good && n < s->n_by; n++)
        if (is_nearest(ev, s, n))
            good = add_entries(ev, query, s->name.base, s->by[n], &number, &p);
    parts_end(&p, ev, s, out);
    return good;
}
