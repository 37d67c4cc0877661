/* damage.c: one kind of damage to a right side for each mistake of the catalogue. */
#include "damage.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/assumptions.h"
#include "check/judging/rewrites.h"
#include "check/model/dependence.h"

struct work {
    const struct judging *j;
    struct arena *arena;
    const struct environment *environment; /* of the claim's section */
    const struct claim *claim;
    const struct expr *right;
    const struct expr *step; /* of an update: the term that is subtracted; else the right side */
    const struct expr *by;   /* what is differentiated by, or null */
    enum mistake also;
    struct damages *out;
};

static void add(struct work *w, enum mistake mistake, const struct expr *right)
{
    if (right && w->out->n < DAMAGES_MAX)
        w->out->damage[w->out->n++] = (struct damage){mistake, w->also, right};
}

/* The right side with one of its parts replaced. A number alone may be a value that is put in: no damage for certain. */
static void put(struct work *w, enum mistake mistake, const struct expr *at,
                const struct expr *with)
{
    const struct expr *right = expr_replace(w->arena, w->right, at, with);
    if (!expr_is_constant(right) || expr_is_constant(w->right))
        add(w, mistake, right);
}

static void numbers(struct work *w)
{
    static const char *const factors[] = {"2", "1/2", "3"};
    for (size_t n = 0; n < sizeof factors / sizeof *factors; n++)
        put(w, MISTAKE_FACTOR, w->step,
            expr_product(w->arena, expr_number(w->arena, w->step->where, factors[n]), w->step));
    put(w, w->claim->kind == CLAIM_UPDATE ? MISTAKE_UPDATE_SIGN : MISTAKE_SIGN, w->step,
        rewrites_negative(w->arena, w->step));
}

static void signs(struct work *w, const struct expr *e)
{
    if (e->kind != EXPR_ADD || (w->claim->kind == CLAIM_UPDATE && e == w->right))
        return;
    for (size_t k = 0; k < e->as.list.n; k++)
        put(w, MISTAKE_SIGN, e,
            expr_replace(w->arena, e, e->as.list.item[k],
                         rewrites_negative(w->arena, e->as.list.item[k])));
}

/* A number at one term of a sum that is a factor of the whole: not below a stroke, in a power, or in a function. */
static void terms(struct work *w, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_MUL:
        for (size_t k = 0; k < e->as.list.n; k++)
            terms(w, e->as.list.item[k]);
        break;
    case EXPR_NEG:
        terms(w, e->as.negative.operand);
        break;
    case EXPR_SUM:
        terms(w, e->as.sum.body);
        break;
    case EXPR_ADD:
        for (size_t k = 0; k < e->as.list.n; k++)
            put(w, MISTAKE_FACTOR, e->as.list.item[k],
                expr_product(w->arena, expr_whole(w->arena, e->where, 2), e->as.list.item[k]));
        break;
    default:
        break;
    }
}

/* S and 1 - S side by side. */
static bool is_slope(const struct expr *product, size_t k)
{
    const struct expr_list *factors = &product->as.list;
    const struct expr *s = factors->item[k],
                      *rest = k + 1 < factors->n ? factors->item[k + 1] : NULL;
    if (!rest || s->kind != EXPR_SYMBOL || rest->kind != EXPR_ADD || rest->as.list.n != 2)
        return false;
    const struct expr *one = rest->as.list.item[0], *less = rest->as.list.item[1];
    return one->kind == EXPR_NUMBER && strcmp(one->as.number, "1") == 0 && less->kind == EXPR_NEG &&
           expr_same(less->as.negative.operand, s);
}

static size_t derivatives(const struct expr *product)
{
    size_t found = 0;
    for (size_t n = 0; n < product->as.list.n; n++)
        found += product->as.list.item[n]->kind == EXPR_DERIVATIVE;
    return found;
}

/* S (1 - S) becomes 1 - S^2, and (1 - S)^2. */
static void wrong_slopes(struct work *w, const struct expr *e, size_t k, const struct expr *less)
{
    const struct expr *s = e->as.list.item[k], *rest = e->as.list.item[k + 1];
    const struct expr *square = rewrites_plus(
        w->arena, expr_whole(w->arena, s->where, 1),
        rewrites_negative(w->arena, expr_power(w->arena, s, expr_whole(w->arena, s->where, 2))));
    put(w, MISTAKE_WRONG_SLOPE, e, expr_product(w->arena, less, square));
    put(w, MISTAKE_WRONG_SLOPE, e,
        expr_product(w->arena, less,
                     expr_power(w->arena, rest, expr_whole(w->arena, s->where, 2))));
}

static void slopes(struct work *w, const struct expr *e)
{
    for (size_t k = 0; e->kind == EXPR_MUL && k < e->as.list.n; k++) {
        const struct expr *factor = e->as.list.item[k];
        w->also = derivatives(e) ? MISTAKE_NO_CHAIN : MISTAKE_NONE; /* it is a link as well */
        const struct expr *prime =
            is_slope(e, k) && e->as.list.n > 2
                ? rewrites_prime(w->j->model, w->arena, factor, w->claim->section)
                : NULL;
        if (prime) {
            const struct expr *less =
                rewrites_without(w->arena, rewrites_without(w->arena, e, k + 1), k);
            struct expr *wrong =
                expr_call(w->arena, prime->where, EXPR_PRIME, prime->as.call.function);
            expr_append(w->arena, wrong, factor);
            put(w, MISTAKE_MISSING_SLOPE, e, less);
            wrong_slopes(w, e, k, less);
            put(w, MISTAKE_SLOPE_AT_VALUE, e, expr_product(w->arena, less, wrong));
        }
        if (factor->kind == EXPR_PRIME)
            put(w, MISTAKE_MISSING_SLOPE, e, rewrites_without(w->arena, e, k));
    }
    w->also = MISTAKE_NONE;
}

/* The newest definition of a symbol, or null. */
static const struct expr *defined_as(const struct work *w, const struct expr *symbol)
{
    const struct model *m = w->j->model;
    const struct symbol *s =
        symbol->kind == EXPR_SYMBOL ? symbols_get(&m->symbols, symbol->as.symbol.id) : NULL;
    return s && s->definitions ? m->definition[s->definition[s->definitions - 1]].right : NULL;
}

static bool depends_on_weight(const struct work *w, const struct expr *symbol)
{
    return w->by &&
           dependence_formula(w->j->model, w->environment->depends, symbol, w->by->as.symbol.id);
}

/* An error term: a line without it is about the output, and may as well be called so. */
static bool is_error(const struct work *w, const struct expr *symbol)
{
    const struct expr *right = defined_as(w, symbol);
    return right && (right->kind == EXPR_DERIVATIVE || depends_on_weight(w, symbol));
}

static void factors(struct work *w, const struct expr *e)
{
    const struct expr *left = w->claim->left;
    for (size_t k = 0; e->kind == EXPR_MUL && k < e->as.list.n; k++) {
        const struct expr *factor = e->as.list.item[k];
        const bool in_slope = is_slope(e, k) || (k && is_slope(e, k - 1));
        const bool plain = factor->kind == EXPR_SYMBOL && !in_slope &&
                           factor->as.symbol.id != w->environment->rate;
        const bool input =
            plain && rewrites_is_input(w->j->model, w->environment->depends, w->by, factor);
        w->also = is_error(w, factor) ? MISTAKE_GRADIENT_OF_OUTPUT : MISTAKE_NONE;
        if (plain && derivatives(e) == 0)
            put(w, input ? MISTAKE_MISSING_INPUT : MISTAKE_MISSING_FACTOR, e,
                rewrites_without(w->arena, e, k));
        w->also = MISTAKE_NONE;
        const bool link = factor->kind == EXPR_DERIVATIVE && derivatives(e) > 1;
        const bool first = link && left->kind == EXPR_DERIVATIVE &&
                           expr_same(left->as.derivative.of, factor->as.derivative.of);
        if (link && !first)
            put(w, MISTAKE_NO_CHAIN, e, rewrites_without(w->arena, e, k));
        if (plain)
            put(w, MISTAKE_EXTRA_FACTOR, e, expr_product(w->arena, e, factor));
    }
}

static void sums(struct work *w, const struct expr *e)
{
    if (e->kind != EXPR_SUM || expr_has_index(w->claim->left, e->as.sum.index) ||
        !expr_has_index(e->as.sum.body, e->as.sum.index))
        return;
    put(w, MISTAKE_MISSING_SUM, e, e->as.sum.body);
}

/* The whole once more for each value of a letter that the left side has. */
static void more_sums(struct work *w)
{
    const struct expr_list none = {0}, *index = w->by ? &w->by->as.symbol.index : &none;
    for (size_t k = 0; k < index->n; k++) {
        const char *letter =
            index->item[k]->kind == EXPR_SYMBOL ? index->item[k]->as.symbol.name.base : NULL;
        if (!letter || !expr_has_index(w->step, letter))
            continue;
        const struct bounds range = ranges_letter(w->j->model, w->arena, letter, w->claim->left,
                                                  w->right, w->claim->condition);
        if (range.known)
            put(w, MISTAKE_EXTRA_SUM, w->step, rewrites_sum(w->arena, letter, range, w->step));
    }
}

static bool is_defined(const struct expr *e, const void *symbols)
{
    const struct symbol *s = e->kind == EXPR_SYMBOL ? symbols_get(symbols, e->as.symbol.id) : NULL;
    return e->kind == EXPR_DERIVATIVE || (s && s->definitions);
}

static bool is_same(const struct expr *e, const void *other)
{
    return expr_same(e, other);
}

/* A term of weights and constants alone, beside others: what a penalty on the weights gives. */
static void penalties(struct work *w, const struct expr *e)
{
    const struct expr *left = w->claim->left;
    const unsigned by = w->by ? w->by->as.symbol.id : 0;
    if (e->kind != EXPR_ADD || left->kind != EXPR_DERIVATIVE || !by ||
        left->as.derivative.of->kind != EXPR_SYMBOL ||
        left->as.derivative.of->as.symbol.id !=
            dependence_loss(w->j->model, w->environment->depends, w->claim->section, by, NULL) ||
        defined_as(w, left->as.derivative.of)->kind != EXPR_ADD)
        return;
    for (size_t k = 0; k < e->as.list.n; k++) {
        const struct expr *term = e->as.list.item[k];
        if (!expr_any(term, is_same, w->by) || expr_any(term, is_defined, &w->j->model->symbols))
            continue;
        struct expr *rest = expr_list(w->arena, e->where, EXPR_ADD);
        for (size_t n = 0; n < e->as.list.n; n++)
            if (n != k)
                expr_append(w->arena, rest, e->as.list.item[n]);
        put(w, MISTAKE_MISSING_PENALTY, e, rest->as.list.n == 1 ? rest->as.list.item[0] : rest);
    }
}

/* Its definition has a sum below. */
static bool is_softmax_output(const struct work *w, const struct expr *symbol)
{
    const struct expr *right = defined_as(w, symbol);
    return right && right->kind == EXPR_DIV &&
           (right->as.quotient.denominator->kind == EXPR_SUM ||
            right->as.quotient.denominator->kind == EXPR_ADD);
}

/* O_k - l_k becomes -l_k (1 - O_k), which the diagonal alone would give. */
static void diagonal(struct work *w, const struct expr *e)
{
    const struct label label = assumptions_label(w->j->model, w->claim->section);
    if (e->kind != EXPR_ADD || e->as.list.n != 2 || !label.id || label.best != ASSUME_SUM_ONE)
        return;
    const struct expr *output = e->as.list.item[0], *less = e->as.list.item[1];
    if (less->kind != EXPR_NEG || less->as.negative.operand->kind != EXPR_SYMBOL ||
        less->as.negative.operand->as.symbol.id != label.id || !is_softmax_output(w, output))
        return;
    const struct expr *rest = rewrites_plus(w->arena, expr_number(w->arena, e->where, "1"),
                                            rewrites_negative(w->arena, output));
    put(w, MISTAKE_DIAGONAL_ONLY, e, expr_product(w->arena, less, rest));
}

static void indices(struct work *w, const struct expr *symbol)
{
    if (symbol->kind != EXPR_SYMBOL)
        return;
    const struct expr_list *own = &symbol->as.symbol.index;
    const enum mistake swapped =
        w->claim->statement->written_out ? MISTAKE_TRANSPOSE : MISTAKE_INDEX_SWAP;
    const struct expr *turned = rewrites_turned(w->arena, symbol);
    if (turned)
        put(w, swapped, symbol, turned);
    const bool layered = strcmp(symbol->as.symbol.name.layer, LAYER_INDEX) == 0;
    if (own->n != 1 || layered || own->item[0]->kind != EXPR_SYMBOL ||
        w->claim->left->kind != EXPR_DERIVATIVE)
        return;
    const struct expr_list *others = &w->claim->left->as.derivative.by->as.symbol.index;
    for (size_t k = 0; k < others->n; k++)
        if (others->item[k]->kind == EXPR_SYMBOL && !expr_same(others->item[k], own->item[0]))
            put(w, swapped, symbol,
                rewrites_index(w->arena, symbol, 0, others->item[k]->as.symbol.name.base));
}

/* A symbol that the document updates, after its update. */
static void updated(struct work *w, const struct expr *symbol)
{
    if (symbol->kind != EXPR_SYMBOL || !symbol->as.symbol.id ||
        symbol->as.symbol.name.tag != TAG_NONE ||
        (w->claim->kind == CLAIM_UPDATE && symbol->as.symbol.id == w->claim->old->as.symbol.id))
        return;
    struct symbol_name name = symbol->as.symbol.name;
    name.tag = TAG_NEW;
    const unsigned id = symbols_find(&w->j->model->symbols, &name, symbol->as.symbol.index.n);
    if (!id)
        return;
    struct expr *later = expr_shallow(w->arena, symbol);
    later->as.symbol.name = name;
    later->as.symbol.id = id;
    put(w, MISTAKE_UPDATED_WEIGHTS, symbol, later);
}

/* The derivative of what the loss is made from. */
static void output(struct work *w)
{
    const struct expr *left = w->claim->left;
    if (left->kind != EXPR_DERIVATIVE || w->claim->kind != CLAIM_EQUATION)
        return;
    const struct expr *loss = left->as.derivative.of, *by = left->as.derivative.by;
    const struct expr *right = defined_as(w, loss);
    if (!right || loss->as.symbol.index.n)
        return;
    const struct terms inside = rewrites_parts(right);
    for (size_t n = 0; n < inside.n; n++) {
        const struct expr *part = inside.item[n];
        if (!defined_as(w, part) || part->as.symbol.index.n || !depends_on_weight(w, part) ||
            part->as.symbol.id == by->as.symbol.id)
            continue;
        w->also = MISTAKE_MISSING_FACTOR; /* of a square, the derivative is the root times that */
        add(w, MISTAKE_GRADIENT_OF_OUTPUT, expr_derivative(w->arena, part->where, part, by));
        w->also = MISTAKE_NONE;
    }
}

/* What is subtracted in old - step, or null. */
static const struct expr *step_of(const struct claim *claim)
{
    const struct expr *step = NULL;
    if (claim->right->kind != EXPR_ADD || claim->right->as.list.n != 2)
        return NULL;
    for (size_t n = 0; n < claim->right->as.list.n; n++)
        if (!expr_same(claim->right->as.list.item[n], claim->old))
            step = claim->right->as.list.item[n];
    return step;
}

void damage_claim(const struct judging *j, struct arena *arena, const struct claim *claim,
                  struct damages *damages)
{
    const bool update = claim->kind == CLAIM_UPDATE;
    struct work w = {.j = j,
                     .arena = arena,
                     .environment = &j->environment[claim->section],
                     .claim = claim,
                     .right = claim->right,
                     .step = update ? step_of(claim) : claim->right,
                     .by = update                                 ? claim->old
                           : claim->left->kind == EXPR_DERIVATIVE ? claim->left->as.derivative.by
                                                                  : NULL,
                     .out = damages};
    damages->n = 0;
    if (!w.step)
        return;
    const struct expr *blocked = NULL;
    numbers(&w);
    terms(&w, w.step);
    more_sums(&w);
    output(&w);
    const struct terms all = rewrites_parts(claim->right);
    for (size_t n = 0; n < all.n; n++) {
        const struct expr *part = all.item[n];
        if (part->kind == EXPR_DERIVATIVE) /* nothing is updated in what it is by */
            blocked = part->as.derivative.by;
        signs(&w, part);
        penalties(&w, part);
        slopes(&w, part);
        factors(&w, part);
        sums(&w, part);
        diagonal(&w, part);
        indices(&w, part);
        if (part != blocked)
            updated(&w, part);
    }
}
