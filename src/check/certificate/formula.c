/* formula.c */
#include "check/certificate/formula.h"

#include <stdlib.h>
#include <string.h>

#include "check/certificate/calls.h"
#include "check/certificate/cells.h"
#include "check/certificate/levels.h"
#include "check/certificate/slopes.h"
#include "check/expression/walk.h"

enum { POWER_MAX = 60 };

static void open(struct writing *w, bool yes)
{
    fputs(yes ? "(" : "", w->out);
}

static void close(struct writing *w, bool yes)
{
    fputs(yes ? ")" : "", w->out);
}

/* --- numbers and symbols --- */

/* 0.25 as 25 / 100. */
static void put_decimal(struct writing *w, const char *text)
{
    char digits[20];
    size_t n = 0;
    long ten = 1;
    for (const char *c = text; *c; c++) {
        if (*c == '.')
            continue;
        if (n + 1 == sizeof digits || *c < '0' || *c > '9') {
            writing_fail(w, "a number with very many digits");
            return;
        }
        digits[n++] = *c;
        ten *= c > strchr(text, '.') ? 10 : 1;
    }
    digits[n] = '\0';
    fprintf(w->out, w->data ? "(Div (Num %ld) (Num %ld))" : "(%ld / %ld)", strtol(digits, NULL, 10),
            ten);
}

static void put_number(struct writing *w, const char *text)
{
    const char *slash = strchr(text, '/');
    if (strpbrk(text, "eE") || strlen(text) > 17)
        writing_fail(w, "a number that is very long, or has an exponent");
    else if (slash)
        fprintf(w->out, w->data ? "(Div (Num %ld) (Num %ld))" : "(%ld / %ld)",
                strtol(text, NULL, 10), strtol(slash + 1, NULL, 10));
    else if (strchr(text, '.'))
        put_decimal(w, text);
    else
        fprintf(w->out, w->data ? "(Num %ld)" : "%ld", strtol(text, NULL, 10));
}

void formula_entry(struct writing *w, const char *name, const struct expr_list *index)
{
    fprintf(w->out, "%s%s", name, w->data ? "'a" : "");
    for (size_t n = 0; n < index->n; n++) {
        fputs(n ? ", " : ".[", w->out);
        formula_index(w, index->item[n]);
    }
    fputs(index->n ? "]" : "", w->out);
}

static void put_symbol(struct writing *w, const struct expr *e)
{
    const struct bound *bound = writing_bound(w, e);
    const struct symbol *s = symbols_get(&w->model->symbols, e->as.symbol.id);
    if (bound && bound->parameter) {
        fputs(bound->name, w->out);
        return;
    }
    if (bound) {
        fprintf(w->out, w->data ? "(Num %s)" : "(IZR %s)", bound->name);
        return;
    }
    if (s && s->size && s->arity == 0) {
        fprintf(w->out, w->data ? "(Num %ld)" : "%ld", s->value);
        return;
    }
    if (s && !s->definitions && expr_is_letter(e, "pi")) {
        writing_fail(w, "the number pi");
        return;
    }
    const size_t cell = cells_of(w, e);
    if (cell == NO_CELL)
        return;
    for (size_t n = 0; n < w->bounds; n++)
        if (w->bound[n].parameter) {
            writing_fail(w, "a name of the document inside a function");
            return;
        }
    const struct expr_list index = cells_index(w, e);
    formula_entry(w, w->cell[cell]->name, &index);
}

/* --- arithmetic --- */

static const struct expr *without_minus(const struct expr *e)
{
    return e->kind == EXPR_NEG ? e->as.negative.operand : e;
}

static void put_add(struct writing *w, const struct expr *e, int place)
{
    const struct expr_list *list = &e->as.list;
    if (w->data)
        for (size_t n = list->n; n-- > 1;)
            fputs(list->item[n]->kind == EXPR_NEG ? "(Sub " : "(Add ", w->out);
    open(w, !w->data && place > PLACE_ANY);
    for (size_t n = 0; n < list->n; n++) {
        const bool minus = n && list->item[n]->kind == EXPR_NEG;
        if (n)
            fputs(w->data ? " " : minus ? " - " : " + ", w->out);
        formula_put(w, n ? without_minus(list->item[n]) : list->item[n],
                    n ? PLACE_FACTOR : PLACE_TERM);
        fputs(w->data && n ? ")" : "", w->out);
    }
    close(w, !w->data && place > PLACE_ANY);
}

static void put_mul(struct writing *w, const struct expr *e, int place)
{
    const struct expr_list *list = &e->as.list;
    for (size_t n = 1; w->data && n < list->n; n++)
        fputs("(Mul ", w->out);
    open(w, !w->data && place > PLACE_FACTOR);
    for (size_t n = 0; n < list->n; n++) {
        if (n)
            fputs(w->data ? " " : " * ", w->out);
        formula_put(w, list->item[n], n ? PLACE_OPERAND : PLACE_FACTOR);
        fputs(w->data && n ? ")" : "", w->out);
    }
    close(w, !w->data && place > PLACE_FACTOR);
}

static void put_two(struct writing *w, const char *data, const struct expr *a, const char *sign,
                    const struct expr *b, int place)
{
    if (w->data)
        fprintf(w->out, "(%s ", data);
    else
        open(w, place > PLACE_FACTOR);
    formula_put(w, a, PLACE_FACTOR);
    fputs(w->data ? " " : sign, w->out);
    formula_put(w, b, PLACE_OPERAND);
    close(w, w->data || place > PLACE_FACTOR);
}

static void put_neg(struct writing *w, const struct expr *e, int place)
{
    if (w->data)
        fputs("(Opp ", w->out);
    else
        open(w, place > PLACE_ANY);
    fputs(w->data ? "" : "- ", w->out);
    formula_put(w, e->as.negative.operand, PLACE_OPERAND);
    close(w, w->data || place > PLACE_ANY);
}

static void put_whole_power(struct writing *w, const struct expr *base, long n, int place)
{
    if (w->data) {
        fputs("(Pow ", w->out);
        formula_put(w, base, PLACE_ANY);
        fprintf(w->out, " %ld%%nat)", n);
        return;
    }
    open(w, place > PLACE_OPERAND);
    formula_put(w, base, PLACE_BASE);
    fprintf(w->out, " ^ %ld", n);
    close(w, place > PLACE_OPERAND);
}

static void put_power(struct writing *w, const struct expr *e, int place)
{
    long n;
    if (!ranges_number(w->model, e->as.power.exponent, &n) || n > POWER_MAX || n < -POWER_MAX) {
        writing_fail(w, "a power that is no whole number");
        return;
    }
    if (n >= 0) {
        put_whole_power(w, e->as.power.base, n, place);
        return;
    }
    if (w->data)
        fputs("(Div (Num 1) ", w->out);
    else
        open(w, place > PLACE_FACTOR);
    fputs(w->data ? "" : "1 / ", w->out);
    put_whole_power(w, e->as.power.base, -n, PLACE_OPERAND);
    close(w, w->data || place > PLACE_FACTOR);
}

/* --- sums and cases --- */

static void put_summed(struct writing *w, const struct expr *e)
{
    if (!e->as.sum.condition) {
        formula_put(w, e->as.sum.body, PLACE_FACTOR);
        return;
    }
    fputs(w->data ? "Ite (" : "(if ", w->out);
    formula_condition(w, e->as.sum.condition);
    fputs(w->data ? ") (" : " then ", w->out);
    formula_put(w, e->as.sum.body, PLACE_ANY);
    fputs(w->data ? ") (Num 0)" : " else 0)", w->out);
}

static void put_sum(struct writing *w, const struct expr *e, int place)
{
    if (!e->as.sum.low || !e->as.sum.high) {
        writing_fail(w, "a sum without limits");
        return;
    }
    if (levels_letter(w, e->as.sum.body, e->as.sum.index)) {
        const struct expr *terms = levels_terms(w, e);
        if (terms)
            formula_put(w, terms, place);
        return;
    }
    const char *name = coq_letter(w, e->as.sum.index);
    open(w, w->data || place > PLACE_TERM);
    fprintf(w->out, w->data ? "Sum " : "Σ %s = ", name);
    formula_index(w, e->as.sum.low);
    fputs(w->data ? " " : " to ", w->out);
    formula_index(w, e->as.sum.high);
    fprintf(w->out, w->data ? " (fun %s => " : ", ", name);
    writing_bind(w, e->as.sum.index, false);
    put_summed(w, e);
    w->bounds -= w->bounds > 0;
    fputs(w->data ? "))" : "", w->out);
    close(w, !w->data && place > PLACE_TERM);
}

static bool is_on_indices(const struct writing *w, const struct expr *c)
{
    for (size_t n = 0; c->kind == EXPR_AND && n < c->as.list.n; n++)
        if (!is_on_indices(w, c->as.list.item[n]))
            return false;
    return c->kind == EXPR_AND ||
           (c->kind == EXPR_COMPARISON && formula_is_index(w, c->as.comparison.left));
}

/* Each order as a question 0 < z: a > b is 0 < a - b; a < b is 0 < b - a; a >= b is not 0 < b - a; a <= b is not
 * 0 < a - b. */
static bool is_order(const struct expr *c)
{
    const enum relation r = c->as.comparison.relation;
    return c->kind == EXPR_COMPARISON && (r == REL_GT || r == REL_GE || r == REL_LT || r == REL_LE);
}

static bool is_turned(const struct expr *c)
{
    return c->as.comparison.relation == REL_LT || c->as.comparison.relation == REL_GE;
}

static bool is_negated(const struct expr *c)
{
    return c->as.comparison.relation == REL_LE || c->as.comparison.relation == REL_GE;
}

static const struct expr *difference(struct writing *w, const struct expr *c)
{
    const bool turned = is_turned(c);
    const struct expr *a = turned ? c->as.comparison.right : c->as.comparison.left;
    const struct expr *b = turned ? c->as.comparison.left : c->as.comparison.right;
    if (b->kind == EXPR_NUMBER && strcmp(b->as.number, "0") == 0)
        return a;
    if (a->kind == EXPR_NUMBER && strcmp(a->as.number, "0") == 0)
        return expr_negative(w->arena, b->where, b);
    struct expr *sum = expr_list(w->arena, a->where, EXPR_ADD);
    expr_append(w->arena, sum, a);
    expr_append(w->arena, sum, expr_negative(w->arena, b->where, b));
    return sum;
}

const struct expr *formula_kink(struct writing *w, const struct expr *e, size_t n)
{
    if (e->kind != EXPR_CASES || n >= e->as.cases.n || !e->as.cases.branch[n].condition)
        return NULL;
    const struct expr *c = e->as.cases.branch[n].condition;
    return !is_on_indices(w, c) && is_order(c) ? difference(w, c) : NULL;
}

static void put_cases(struct writing *w, const struct expr *e, size_t n)
{
    if (n == e->as.cases.n) {
        fputs(w->data ? "(Num 0)" : "0", w->out);
        return;
    }
    const struct expr_branch *b = &e->as.cases.branch[n];
    if (!b->condition) {
        formula_put(w, b->value, w->data ? PLACE_ANY : PLACE_BASE);
        return;
    }
    const bool index = is_on_indices(w, b->condition);
    const bool negated = !index && is_negated(b->condition);
    if (!index && !is_order(b->condition)) {
        writing_fail(w, "cases of this kind");
        return;
    }
    fputs(index ? (w->data ? "(Ite (" : "(if ") : w->data ? "(IfPos (" : "(if Rlt_dec 0 (", w->out);
    if (index)
        formula_condition(w, b->condition);
    else
        formula_put(w, difference(w, b->condition), PLACE_ANY);
    fputs(w->data ? ") (" : index ? " then " : ") then ", w->out);
    if (!negated)
        formula_put(w, b->value, PLACE_ANY);
    else
        put_cases(w, e, n + 1);
    fputs(w->data ? ") (" : " else ", w->out);
    if (!negated)
        put_cases(w, e, n + 1);
    else
        formula_put(w, b->value, PLACE_ANY);
    fputs(w->data ? "))" : ")", w->out);
}

/* 1{condition} as a case. */
static void put_indicator(struct writing *w, const struct expr *e)
{
    const struct expr_branch branch[] = {
        {expr_whole(w->arena, e->where, 1), e->as.indicator.condition},
        {expr_whole(w->arena, e->where, 0), NULL}};
    put_cases(w, expr_cases(w->arena, e->where, branch, 2), 0);
}

/* One entry of an array that is written out, chosen by its indices. */
static void put_chosen(struct writing *w, const struct expr *e)
{
    const struct expr *array = e->as.entry.array;
    const size_t columns = array->as.array.columns;
    for (size_t n = 0; n < array->as.array.entry.n; n++) {
        const long at[] = {e->as.entry.base + (long)(n / columns),
                           e->as.entry.base + (long)(n % columns)};
        const struct expr *index[] = {e->as.entry.row, e->as.entry.column};
        fputs(w->data ? "(Ite (true" : "(if (true", w->out);
        for (int k = 0; k < 2; k++)
            if (index[k]) {
                fputs(" && (", w->out);
                formula_index(w, index[k]);
                fprintf(w->out, " =? %ld)%%Z", at[k]);
            }
        fputs(w->data ? ") (" : ") then ", w->out);
        formula_put(w, array->as.array.entry.item[n], PLACE_ANY);
        fputs(w->data ? ") " : " else ", w->out);
    }
    fputs(w->data ? "(Num 0)" : "0", w->out);
    for (size_t n = 0; n < array->as.array.entry.n; n++)
        fputs(")", w->out);
}

void formula_put(struct writing *w, const struct expr *e, int place)
{
    if (w->why)
        return;
    switch (e->kind) {
    case EXPR_NUMBER:
        put_number(w, e->as.number);
        break;
    case EXPR_SYMBOL:
        put_symbol(w, e);
        break;
    case EXPR_ADD:
        put_add(w, e, place);
        break;
    case EXPR_MUL:
        put_mul(w, e, place);
        break;
    case EXPR_DIV:
        put_two(w, "Div", e->as.quotient.numerator, " / ", e->as.quotient.denominator, place);
        break;
    case EXPR_NEG:
        put_neg(w, e, place);
        break;
    case EXPR_POW:
        put_power(w, e, place);
        break;
    case EXPR_CALL:
    case EXPR_PRIME:
        calls_put(w, e);
        break;
    case EXPR_SUM:
        put_sum(w, e, place);
        break;
    case EXPR_DERIVATIVE:
        slopes_put(w, e);
        break;
    case EXPR_CASES:
        put_cases(w, e, 0);
        break;
    case EXPR_INDICATOR:
        put_indicator(w, e);
        break;
    case EXPR_ENTRY:
        put_chosen(w, e);
        break;
    case EXPR_EACH:
        formula_put(w, e->as.each.body, place);
        break;
    default:
        writing_fail(w, "a list, or a vector that is not written out in its entries");
    }
}

char *formula_text(struct writing *w, const struct expr *e, bool data)
{
    struct coq_text c;
    const bool before = w->data;
    w->data = data;
    coq_text_begin(w, &c);
    formula_put(w, e, PLACE_ANY);
    char *text = coq_text_end(w, &c);
    w->data = before;
    return text;
}
