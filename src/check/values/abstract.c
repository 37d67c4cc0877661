/* abstract.c: a + b x + sin(c x + d), with a, b, c, d drawn for each function and point. */
#include "check/values/abstract.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/abstract.h"
#include "check/model/connections.h"
#include "check/model/steps.h"
#include "check/values/definitions.h"

/* The coefficients of a function: the constants, and two for each argument. */
enum coefficient { OFFSET, PHASE, PER_ARGUMENT };

/* What is added up for the two parts of a function. */
struct parts {
    struct dual line, wave;
};

/* A function by its name, or the entry of a symbol that is one. */
struct drawn {
    const struct evaluation *evaluation;
    const char *function;
    const struct entry *entry;
};

static void coefficient(const struct drawn *f, size_t number, arb_t out)
{
    const struct evaluation *ev = f->evaluation;
    if (f->function)
        point_coefficient(ev->point, f->function, number, out);
    else
        point_coefficient_of(ev->point, &ev->environment->model->symbols, f->entry, number, out);
}

static void parts_begin(struct parts *p, const struct drawn *f)
{
    dual_init(&p->line);
    dual_init(&p->wave);
    coefficient(f, OFFSET, p->line.value);
    coefficient(f, PHASE, p->wave.value);
}

static void add_scaled(struct dual *to, const struct dual *x, const arb_t by, long precision)
{
    arb_addmul(to->value, x->value, by, precision);
    arb_addmul(to->tangent, x->tangent, by, precision);
}

static void parts_add(struct parts *p, const struct drawn *f, size_t number, const struct dual *x)
{
    const long precision = f->evaluation->point->precision;
    arb_t by;
    arb_init(by);
    coefficient(f, PER_ARGUMENT + 2 * number, by);
    add_scaled(&p->line, x, by, precision);
    coefficient(f, PER_ARGUMENT + 2 * number + 1, by);
    add_scaled(&p->wave, x, by, precision);
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
    const struct drawn f = {ev, function, NULL};
    struct parts p;
    parts_begin(&p, &f);
    for (size_t k = 0; k < n; k++)
        parts_add(&p, &f, k, &argument[k]);
    const struct model *m = ev->environment->model;
    parts_end(&p, ev, symbols_get(&m->symbols, abstract_function(m, function)), out);
    return true;
}

/* A name in any layer. */
static bool is_layered(const struct symbol *s)
{
    return strcmp(s->name.layer, LAYER_INDEX) == 0 && s->arity > 0;
}

static const struct connections *connections_of(const struct evaluation *ev, const struct symbol *s)
{
    return connections_at(ev->environment->model, s, ev->environment->section);
}

/* The step of what other number `one` is a function of, and of what that rests on, leads to connection n as well: E is one
 * of net, and net of w, so that E is none of w besides. Of h_t and o_t, which is from h_t, o_t is the nearest, although
 * h_t is from h_{t-1}. */
static bool leads_to(const struct evaluation *ev, const struct symbol *s, size_t one, size_t n)
{
    const size_t stride = ev->environment->model->symbols.n + 1;
    const unsigned char *depends = ev->environment->depends;
    const struct connections *all = connections_of(ev, s);
    const struct connection *by = &all->item[one], *other = &all->item[n];
    const long behind = (long)depends[by->id * stride + other->id] - 1;
    const bool back = s->arity > 0 || depends[other->id * stride + by->id] || by->id == other->id;
    return behind >= 0 && (!back || by->step + behind <= other->step);
}

static bool is_nearest(const struct evaluation *ev, const struct symbol *s, size_t n)
{
    for (size_t k = 0; k < connections_of(ev, s)->n; k++)
        if (k != n && leads_to(ev, s, k, n))
            return false;
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

/* What the letter of an index of the function is at its entry: true if it has this index, with *value. */
static bool letter_at(const struct expr *index, long at, const char *letter, long *value)
{
    struct step_index read;
    if (!steps_read(index, &read) || !read.letter || strcmp(read.letter, letter) != 0)
        return false;
    *value = at - read.offset;
    return true;
}

/* The index, where it is bound by those of the function, has this value there. */
static bool fits_index(const struct expr *index, long at, const struct expr *of,
                       const struct entry *entry)
{
    struct step_index read;
    long value;
    steps_read(index, &read);
    if (!read.letter)
        return read.offset == at;
    for (size_t n = 0; n < of->as.symbol.index.n; n++)
        if (letter_at(of->as.symbol.index.item[n], entry->index[n], read.letter, &value))
            return value + read.offset == at;
    return true;
}

/* The function has a number below it where its entry has another. */
static bool is_of_other_entry(const struct expr *of, const struct entry *entry)
{
    struct step_index read;
    for (size_t n = 0; n < of->as.symbol.index.n; n++)
        if (steps_read(of->as.symbol.index.item[n], &read) && !read.letter &&
            read.offset != entry->index[n])
            return true;
    return false;
}

/* Entry `of` of the symbol is a function of entry `by` of the other. */
static bool connects(const struct symbol *s, const struct connection *c, const struct entry *of,
                     const struct entry *by)
{
    if (s->arity == 0)
        return true;
    if (is_of_other_entry(c->of, of))
        return false;
    for (size_t n = 0; n < c->by->as.symbol.index.n; n++)
        if (!fits_index(c->by->as.symbol.index.item[n], by->index[n], c->of, of))
            return false;
    return true;
}

/* Some nearest connection of the symbol is with this entry of another. */
static bool is_argument(const struct evaluation *ev, const struct symbol *s, const struct entry *of,
                        const struct entry *by)
{
    const struct connections *all = connections_of(ev, s);
    for (size_t n = 0; n < all->n; n++)
        if (all->item[n].id == by->id && is_nearest(ev, s, n) && connects(s, &all->item[n], of, by))
            return true;
    return false;
}

static bool add_entries(struct evaluation *ev, const struct query *query, const struct entry *of,
                        unsigned by, size_t *number, struct parts *p)
{
    const struct symbols *symbols = &ev->environment->model->symbols;
    const struct symbol *s = symbols_get(symbols, by), *whole = symbols_get(symbols, of->id);
    const struct drawn f = {ev, NULL, of};
    struct entry entry = {.id = by};
    if (s->arity > ARITY_MAX)
        return evaluation_fail(ev, REASON_MANY_INDICES);
    for (size_t n = 0; n < s->arity; n++)
        entry.index[n] = symbols_range(s, n).low;
    if (is_layered(s) && !is_layered(whole)) /* of the last; what is before acts by way of it */
        entry.index[0] = symbols_range(s, 0).high;
    struct dual x;
    dual_init(&x);
    bool good = true, more = true;
    do {
        ++*number;
        if (is_argument(ev, whole, of, &entry)) {
            good = definition_value(ev, query, &entry, &x);
            parts_add(p, &f, *number, &x);
        }
        more = good && next_entry(&entry, s);
    } while (more && ++ev->steps < STEPS_MAX);
    dual_clear(&x);
    return good && (!more || evaluation_fail(ev, REASON_LINE_STEPS));
}

static bool is_first_of(const struct connections *all, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (all->item[k].id == all->item[n].id)
            return false;
    return true;
}

bool abstract_value(struct evaluation *ev, const struct query *query, const struct entry *entry,
                    struct dual *out)
{
    const struct symbol *s = symbols_get(&ev->environment->model->symbols, entry->id);
    const struct connections *all = connections_of(ev, s);
    const struct drawn f = {ev, NULL, entry};
    struct parts p;
    size_t number = 0;
    bool good = true;
    parts_begin(&p, &f);
    for (size_t n = 0; good && n < all->n; n++)
        if (is_first_of(all, n))
            good = add_entries(ev, query, entry, all->item[n].id, &number, &p);
    parts_end(&p, ev, s, out);
    return good;
}
