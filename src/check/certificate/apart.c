/* apart.c: hypotheses that keep formulas away from kinks, from division by 0 and from logarithms that are none. */
#include <string.h>

#include "check/certificate/calls.h"
#include "check/certificate/formula.h"
#include "check/certificate/givens.h"
#include "check/certificate/levels.h"
#include "check/expression/walk.h"

enum { LETTERS_APART = 8, NEEDS_MAX = 100, INSTANCES_MAX = 64, DEEP_MAX = 30 };

/* A formula that must not be 0, or must be positive, for all values of the letters where the conditions hold. */
struct need {
    const struct expr *formula, *condition[LETTERS_APART];
    size_t conditions;
    struct scope_letter letter[LETTERS_APART];
    size_t letters;
    bool positive;
};

struct needs {
    struct writing *w;
    bool all;        /* also what divides, and logarithms */
    struct need now; /* the letters and conditions in scope */
    struct need need[NEEDS_MAX];
    size_t n;
    size_t depth;
    bool lost; /* something could not be said */
};

static bool is_name(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SYMBOL;
}

static void add(struct needs *s, const struct expr *formula, bool positive)
{
    if (!expr_any(formula, is_name, NULL))
        return;
    for (size_t n = 0; n < s->n; n++)
        if (s->need[n].positive == positive && s->need[n].letters == s->now.letters &&
            s->need[n].conditions == s->now.conditions && expr_same(s->need[n].formula, formula))
            return;
    if (s->n == NEEDS_MAX) {
        s->lost = true;
        return;
    }
    s->need[s->n] = s->now;
    s->need[s->n].formula = formula;
    s->need[s->n++].positive = positive;
}

static void push_letter(struct needs *s, const char *letter, struct bounds range)
{
    if (s->now.letters < LETTERS_APART)
        s->now.letter[s->now.letters++] = (struct scope_letter){letter, range};
    else
        s->lost = true;
}

static void push_condition(struct needs *s, const struct expr *condition)
{
    if (condition && s->now.conditions == LETTERS_APART)
        s->lost = true; /* without it more would be taken for granted than is meant */
    else if (condition)
        s->now.condition[s->now.conditions++] = condition;
}

static void collect(struct needs *s, const struct expr *e);

static void collect_sum(struct needs *s, const struct expr *e)
{
    const struct need kept = s->now;
    struct bounds r = {.known = true};
    if (!ranges_number(s->w->model, e->as.sum.low, &r.low) ||
        !ranges_number(s->w->model, e->as.sum.high, &r.high)) {
        s->lost = true;
        return;
    }
    if (levels_letter(s->w, e->as.sum.body, e->as.sum.index)) {
        const struct expr *terms = levels_terms(s->w, e);
        if (terms)
            collect(s, terms);
        s->lost = s->lost || !terms;
        return;
    }
    push_letter(s, e->as.sum.index, r);
    push_condition(s, e->as.sum.condition);
    collect(s, e->as.sum.body);
    s->now = kept;
}

static void collect_call(struct needs *s, const struct expr *e)
{
    struct expr *call = expr_shallow(s->w->arena, e);
    call->kind = EXPR_CALL;
    const struct expr *inlined = calls_inlined(s->w, call);
    if (inlined != call) {
        collect(s, inlined);
        for (size_t n = 0; n < expr_parts(e); n++)
            collect(s, expr_part(e, n));
        return;
    }
    const struct expr *kink = calls_kink(s->w, e);
    if (kink)
        add(s, kink, false);
    if (s->all && strcmp(e->as.call.function, "log") == 0 && e->as.call.argument.n == 1)
        add(s, e->as.call.argument.item[0], true);
    for (size_t n = 0; n < e->as.call.argument.n; n++)
        collect(s, e->as.call.argument.item[n]);
}

static void collect_cases(struct needs *s, const struct expr *e)
{
    for (size_t n = 0; n < e->as.cases.n; n++) {
        const struct need kept = s->now;
        const struct expr *kink = formula_kink(s->w, e, n);
        if (kink)
            add(s, kink, false);
        else
            push_condition(s, e->as.cases.branch[n].condition);
        collect(s, e->as.cases.branch[n].value);
        s->now = kept;
    }
}

static void collect(struct needs *s, const struct expr *e)
{
    long value;
    if (s->depth > DEEP_MAX || s->lost)
        return;
    s->depth++;
    switch (e->kind) {
    case EXPR_SYMBOL:
    case EXPR_NUMBER:
        break;
    case EXPR_SUM:
        collect_sum(s, e);
        break;
    case EXPR_CALL:
    case EXPR_PRIME:
        collect_call(s, e);
        break;
    case EXPR_CASES:
        collect_cases(s, e);
        break;
    case EXPR_DERIVATIVE:
        collect(s, e->as.derivative.of);
        break;
    default:
        if (s->all && e->kind == EXPR_DIV)
            add(s, e->as.quotient.denominator, false);
        if (s->all && e->kind == EXPR_POW &&
            ranges_number(s->w->model, e->as.power.exponent, &value) && value < 0)
            add(s, e->as.power.base, false);
        for (size_t n = 0; n < expr_parts(e); n++)
            collect(s, expr_part(e, n));
    }
    s->depth--;
}

static void collect_cell(struct needs *s, const struct coq_cell *c)
{
    for (size_t n = 0; n < c->formulas; n++) {
        const struct need none = {0};
        s->now = none;
        for (size_t k = 0; k < c->formula[n].index.n; k++)
            if (c->formula[n].index.item[k]->kind == EXPR_SYMBOL)
                push_letter(s, c->formula[n].index.item[k]->as.symbol.name.base, c->range[k]);
        push_condition(s, c->formula[n].condition);
        collect(s, c->formula[n].right);
    }
}

/* --- whether they can hold --- */

/* Only the letters that stand in it are said. */
static void drop_letters(struct need *n)
{
    size_t to = 0;
    for (size_t k = 0; k < n->letters; k++) {
        bool used = expr_has_index(n->formula, n->letter[k].letter);
        for (size_t c = 0; c < n->conditions; c++)
            used = used || expr_has_index(n->condition[c], n->letter[k].letter);
        if (used)
            n->letter[to++] = n->letter[k];
    }
    n->letters = to;
}

static size_t instances(const struct need *n)
{
    size_t all = 1;
    for (size_t k = 0; k < n->letters; k++)
        all *= (size_t)(n->letter[k].range.high - n->letter[k].range.low + 1);
    return all;
}

/* The value of letter k in an instance. */
static long instance_value(const struct need *n, size_t code, size_t k)
{
    for (size_t i = 0; i < k; i++)
        code /= (size_t)(n->letter[i].range.high - n->letter[i].range.low + 1);
    const struct bounds r = n->letter[k].range;
    return r.low + (long)(code % (size_t)(r.high - r.low + 1));
}

static const struct expr *instance(struct writing *w, const struct need *n, size_t code,
                                   const struct expr *e)
{
    for (size_t k = 0; k < n->letters; k++)
        e = levels_at(w, e, n->letter[k].letter, instance_value(n, code, k));
    return e;
}

static bool applies(struct writing *w, const struct need *n, size_t code)
{
    for (size_t c = 0; c < n->conditions; c++)
        if (levels_condition(w, instance(w, n, code, n->condition[c])) == 0)
            return false;
    return true;
}

static bool holds_at(struct writing *w, struct sample *sample, const struct need *n)
{
    bool good = true;
    struct dual value;
    dual_init(&value);
    for (size_t code = 0; good && code < instances(n); code++)
        if (applies(w, n, code))
            good =
                points_value(w->judging, sample, instance(w, n, code, n->formula), NULL, &value) &&
                arb_is_finite(value.value) &&
                (n->positive ? arb_is_positive(value.value) : !arb_contains_zero(value.value));
    dual_clear(&value);
    return good;
}

/* All of them hold at one of the points that are drawn: they are not taken for granted in vain. */
static bool can_hold(struct needs *s, const struct equation *e)
{
    for (int draw = 0; draw < DRAWS; draw++)
        for (size_t point = 0; point < 3; point++) {
            const struct setting setting = {.draw = (enum draw)draw};
            struct sample *sample = points_sample(s->w->judging, e, point, &setting);
            bool all = true;
            for (size_t n = 0; all && n < s->n; n++)
                all = holds_at(s->w, sample, &s->need[n]);
            if (all)
                return true;
        }
    return s->n == 0;
}

/* --- saying them --- */

static char *conditions_text(struct writing *w, const struct need *n)
{
    struct coq_text c;
    coq_text_begin(w, &c);
    for (size_t k = 0; k < n->conditions; k++) {
        formula_condition(w, n->condition[k]);
        fputs(" = true -> ", w->out);
    }
    return coq_text_end(w, &c);
}

static void say(struct writing *w, struct given *g, const struct need *n)
{
    const char *all = "";
    w->bounds = 0;
    for (size_t k = 0; k < n->letters; k++) {
        writing_bind(w, n->letter[k].letter, false);
        all = arena_print(w->arena, "%sall %s = %ld to %ld, ", all, w->bound[k].name,
                          n->letter[k].range.low, n->letter[k].range.high);
    }
    const char *name =
        given_hypothesis(w, g,
                         arena_print(w->arena, n->positive ? "%s%s0 < %s" : "%s%s%s <> 0", all,
                                     conditions_text(w, n), formula_text(w, n->formula, false)));
    w->bounds = 0;
    for (size_t code = 0; code < instances(n); code++) {
        if (!applies(w, n, code))
            continue;
        const char *proof = name;
        for (size_t k = 0; k < n->letters; k++)
            proof = arena_print(w->arena, "%s (%ld)%%Z (inside (%ld) (%ld) (%ld) eq_refl)", proof,
                                instance_value(n, code, k), n->letter[k].range.low,
                                n->letter[k].range.high, instance_value(n, code, k));
        for (size_t k = 0; k < n->conditions; k++)
            proof = arena_print(w->arena, "%s eq_refl", proof);
        given_item(w, g,
                   arena_print(w->arena, "%s %s", n->positive ? "Positive" : "Nonzero",
                               formula_text(w, instance(w, n, code, n->formula), true)),
                   arena_print(w->arena, "(%s)", proof));
    }
}

bool given_apart(struct writing *w, struct given *g, const unsigned char *below,
                 const struct equation *e, const struct assignments *a, bool all)
{
    struct needs *s = arena_new(w->arena, sizeof *s);
    s->w = w;
    s->all = all;
    for (size_t n = 0; n < w->cells; n++)
        if (below[n])
            collect_cell(s, w->cell[n]);
    s->now = (struct need){0};
    for (size_t n = 0; n < a->letters; n++)
        push_letter(s, a->letter[n], a->range[n]);
    push_condition(s, e->condition);
    collect(s, e->left);
    collect(s, e->right);
    for (size_t n = 0; n < s->n; n++) {
        drop_letters(&s->need[n]);
        s->lost = s->lost || instances(&s->need[n]) > INSTANCES_MAX;
    }
    if (s->lost || !can_hold(s, e))
        return false;
    for (size_t n = 0; n < s->n; n++)
        say(w, g, &s->need[n]);
    return true;
}
