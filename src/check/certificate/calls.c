/* calls.c */
#include "check/certificate/calls.h"

#include <string.h>

#include "check/certificate/formula.h"
#include "check/expression/walk.h"
#include "check/model/abstract.h"

/* The functions of the library, of one argument. */
static const struct built_in {
    const char *name, *shown, *data;
} built_in[] = {
    {"exp", "exp", "Fn Exp"},        {"log", "ln", "Fn Ln"},   {"sigma", "sigma", "Fn Sigma"},
    {"tanh", "tanh", "Fn Tanh"},     {"relu", "relu", "Relu"}, {"softplus", "softplus", "Softplus"},
    {"abs", "absolute", "Absolute"},
};

static const struct built_in *built_in_named(const char *name)
{
    for (size_t n = 0; n < sizeof built_in / sizeof *built_in; n++)
        if (strcmp(built_in[n].name, name) == 0)
            return &built_in[n];
    return NULL;
}

static bool is_zero(const struct expr *e)
{
    return e->kind == EXPR_NUMBER && strcmp(e->as.number, "0") == 0;
}

/* --- functions of the document --- */

struct parameters {
    const struct definition *function;
    const struct expr_list *argument; /* or null */
    const char *sum;                  /* a letter of a sum inside it */
};

static size_t parameter_of(const struct definition *d, const struct expr *e)
{
    for (size_t n = 0; n < d->parameters.n; n++)
        if (expr_is_letter(e, d->parameters.name[n]))
            return n;
    return d->parameters.n;
}

/* A name of the document that is none of its parameters, nor the letter of a sum. */
static enum walk find_name(const struct expr *e, void *with)
{
    const struct parameters *p = with;
    if (e->kind == EXPR_SUM)
        return WALK_ABORT; /* letters of its own: it is written out where it is called */
    if (e->kind == EXPR_SYMBOL && parameter_of(p->function, e) == p->function->parameters.n)
        return WALK_ABORT;
    return e->kind == EXPR_SYMBOL ? WALK_PRUNE : WALK_CONTINUE;
}

static bool is_closed(const struct definition *d)
{
    struct parameters p = {.function = d};
    return !expr_walk(d->right, find_name, &p);
}

static bool has_letter(const struct expr *e, const void *with)
{
    return expr_is_letter(e, with);
}

static bool is_sum_over_argument(const struct expr *e, const void *with)
{
    const struct parameters *p = with;
    for (size_t n = 0; e->kind == EXPR_SUM && n < p->argument->n; n++)
        if (expr_any(p->argument->item[n], has_letter, e->as.sum.index))
            return true;
    return false;
}

static const struct expr *put_in(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    const struct parameters *p = with;
    (void)arena;
    const size_t n =
        e->kind == EXPR_SYMBOL ? parameter_of(p->function, e) : p->function->parameters.n;
    if (n == p->function->parameters.n)
        return e;
    *way = WALK_PRUNE;
    return p->argument->item[n];
}

const struct expr *calls_inlined(struct writing *w, const struct expr *call)
{
    const struct definition *d = model_function(w->model, call->as.call.function, w->section);
    struct parameters p = {.function = d, .argument = &call->as.call.argument};
    if (!d || call->kind != EXPR_CALL || p.argument->n != d->parameters.n)
        return call;
    if (expr_any(d->right, is_sum_over_argument, &p)) {
        writing_fail(w, "a function with a sum over the letter of its argument");
        return call;
    }
    return expr_rewrite(w->arena, d->right, put_in, &p);
}

static void put_body(struct writing *w, const struct definition *d, bool data)
{
    struct coq_text c;
    const bool before = w->data;
    const struct letters_in_scope scope = coq_scope_begin(w);
    w->data = data;
    coq_text_begin(w, &c);
    for (size_t n = 0; n < d->parameters.n; n++) {
        writing_bind(w, d->parameters.name[n], true);
        fprintf(w->out, " (%s : %s)", w->bound[n].name, data ? "ex" : "R");
    }
    fprintf(w->out, " : %s := ", data ? "ex" : "R");
    const char *text = expr_print(w->arena, d->right);
    const char *x = d->parameters.n == 1 ? d->parameters.name[0] : "";
    if (data && strcmp(text, arena_print(w->arena, "1/(1 + exp(-%s))", x)) == 0)
        fprintf(w->out, "Fn Sigma %s", w->bound[0].name);
    else
        formula_put(w, d->right, PLACE_ANY);
    coq_scope_end(w, &scope);
    w->data = before;
    char *all = coq_text_end(w, &c);
    fputs(all, w->out);
}

/* Its name in Coq, noted with those that it uses itself. */
static const char *function_name(struct writing *w, const struct definition *d)
{
    for (size_t n = 0; n < w->functions; n++)
        if (w->function[n].definition == d)
            return w->function[n].name;
    struct coq_text unseen;
    if (++w->depth > 20)
        writing_fail(w, "functions stand inside each other too deep");
    coq_text_begin(w, &unseen);
    if (!w->why)
        put_body(w, d, false);
    coq_text_end(w, &unseen);
    w->depth--;
    w->function = arena_grow(w->arena, w->function, w->functions, sizeof *w->function);
    w->function[w->functions] = (struct own_function){d, coq_name(w, d->left->as.call.function)};
    return w->function[w->functions++].name;
}

void calls_define(struct writing *w)
{
    for (size_t n = 0; n < w->functions; n++)
        for (int data = 0; data < 2; data++) {
            fprintf(w->out, "Definition %s%s", w->function[n].name, data ? "'e" : "");
            put_body(w, w->function[n].definition, data);
            fputs(".\n", w->out);
        }
}

static void put_arguments(struct writing *w, const struct expr_list *argument)
{
    for (size_t n = 0; n < argument->n; n++) {
        fputs(" (", w->out);
        formula_put(w, argument->item[n], PLACE_ANY);
        fputs(")", w->out);
    }
}

static void put_own(struct writing *w, const struct expr *e, const struct definition *d)
{
    const bool prime = e->kind == EXPR_PRIME;
    if (e->as.call.argument.n != d->parameters.n || (prime && d->parameters.n != 1)) {
        writing_fail(w, "a function with another number of arguments");
        return;
    }
    if (!is_closed(d)) {
        if (prime)
            writing_fail(w, "the slope of a function with other names in its formula");
        if (++w->depth > 20)
            writing_fail(w, "functions stand inside each other too deep");
        fputs("(", w->out);
        if (!w->why)
            formula_put(w, calls_inlined(w, e), PLACE_ANY);
        fputs(")", w->out);
        w->depth--;
        return;
    }
    const char *name = function_name(w, d);
    if (prime && w->data)
        fprintf(w->out, "(Prime (%s'e (At 1 [])) 1", name);
    else
        fprintf(w->out, "(%s%s%s", prime ? "Derive " : "", name, w->data ? "'e" : "");
    put_arguments(w, &e->as.call.argument);
    fputs(")", w->out);
}

/* --- functions of the library --- */

/* The other argument of max(0, x); or null. */
static const struct expr *beside_zero(const struct expr *e)
{
    const struct expr_list *a = &e->as.call.argument;
    if (strcmp(e->as.call.function, "max") != 0 || a->n != 2)
        return NULL;
    return is_zero(a->item[0]) ? a->item[1] : is_zero(a->item[1]) ? a->item[0] : NULL;
}

static bool is_extreme(const struct expr *e)
{
    return e->kind == EXPR_CALL && e->as.call.argument.n == 2 &&
           (strcmp(e->as.call.function, "max") == 0 || strcmp(e->as.call.function, "min") == 0);
}

static void put_built_in(struct writing *w, const struct expr *e)
{
    const struct built_in *f = built_in_named(e->as.call.function);
    const struct expr *one = e->kind == EXPR_CALL ? beside_zero(e) : NULL;
    if (one) {
        fputs(w->data ? "(Relu (" : "(relu (", w->out);
        formula_put(w, one, PLACE_ANY);
        fputs("))", w->out);
        return;
    }
    if (is_extreme(e)) {
        const bool max = strcmp(e->as.call.function, "max") == 0;
        fprintf(w->out, "(%s", w->data ? max ? "Larger" : "Smaller" : max ? "larger" : "smaller");
        put_arguments(w, &e->as.call.argument);
        fputs(")", w->out);
        return;
    }
    if (!f || e->as.call.argument.n != 1) {
        writing_fail(w, arena_print(w->arena, "the function %s", e->as.call.function));
        return;
    }
    if (e->kind == EXPR_PRIME && w->data)
        fprintf(w->out, "(Prime (%s (At 1 [])) 1", f->data);
    else
        fprintf(w->out, "(%s%s", e->kind == EXPR_PRIME ? "Derive " : "",
                w->data ? f->data : f->shown);
    put_arguments(w, &e->as.call.argument);
    fputs(")", w->out);
}

void calls_put(struct writing *w, const struct expr *e)
{
    const struct definition *own = model_function(w->model, e->as.call.function, w->section);
    if (own)
        put_own(w, e, own);
    else if (abstract_function(w->model, e->as.call.function))
        writing_fail(w, "a function that nobody defines");
    else
        put_built_in(w, e);
}

const struct expr *calls_kink(struct writing *w, const struct expr *e)
{
    const char *name = e->as.call.function;
    const struct expr_list *a = &e->as.call.argument;
    if (model_function(w->model, name, w->section))
        return NULL;
    if (is_extreme(e) && !beside_zero(e)) {
        struct expr *sum = expr_list(w->arena, e->where, EXPR_ADD);
        expr_append(w->arena, sum, a->item[0]);
        expr_append(w->arena, sum, expr_negative(w->arena, e->where, a->item[1]));
        return sum;
    }
    if (e->kind == EXPR_CALL && beside_zero(e))
        return beside_zero(e);
    return a->n == 1 && (strcmp(name, "relu") == 0 || strcmp(name, "abs") == 0) ? a->item[0] : NULL;
}
