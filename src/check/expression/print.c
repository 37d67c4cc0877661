/* print.c: expressions in plain text, with as few parentheses as they need. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/expression/expression.h"

/* How tightly a kind holds together; in a place that asks for more, it gets parentheses. */
enum binding { BIND_NONE, BIND_SUM, BIND_PRODUCT, BIND_POWER, BIND_SINGLE };

static void put(FILE *out, const struct expr *e, enum binding place);

static void put_list(FILE *out, const struct expr_list *list, const char *between)
{
    for (size_t n = 0; n < list->n; n++) {
        if (n)
            fputs(between, out);
        put(out, list->item[n], BIND_NONE);
    }
}

/* The layer is the first index. */
static bool is_layered(const struct expr *symbol)
{
    return strcmp(symbol->as.symbol.name.layer, LAYER_INDEX) == 0 && symbol->as.symbol.index.n;
}

/* The layer and the tag stand behind the indices. */
static void put_above(FILE *out, const struct expr *symbol)
{
    static const char *const tag[] = {"", "^new", "^'"};
    const struct symbol_name *name = &symbol->as.symbol.name;
    if (is_layered(symbol)) {
        const struct expr *layer = symbol->as.symbol.index.item[0];
        const bool sum = layer->kind == EXPR_ADD;
        fputs(sum ? "^(" : "^", out);
        put(out, layer, BIND_NONE);
        fputs(sum ? ")" : "", out);
    } else if (*name->layer) {
        fprintf(out, "^%s", name->layer);
    }
    fputs(tag[name->tag], out);
}

static bool is_single_sign(const struct expr *index)
{
    return (index->kind == EXPR_NUMBER && strlen(index->as.number) == 1) ||
           (index->kind == EXPR_SYMBOL && strlen(index->as.symbol.name.base) == 1);
}

static void put_symbol(FILE *out, const struct expr *e)
{
    struct expr_list all = e->as.symbol.index, *index = &all;
    if (is_layered(e)) {
        all.item++;
        all.n--;
    }
    bool apart = false;
    for (size_t n = 0; n < index->n; n++)
        apart = apart || !is_single_sign(index->item[n]);
    fputs(e->as.symbol.name.base, out);
    if (index->n) {
        fputs(apart ? "_{" : "_", out);
        put_list(out, index, apart ? "," : "");
        fputs(apart ? "}" : "", out);
    }
    put_above(out, e);
}

static void put_sum(FILE *out, const struct expr *e)
{
    fprintf(out, "sum_{%s", e->as.sum.index);
    if (e->as.sum.low) {
        fputc('=', out);
        put(out, e->as.sum.low, BIND_NONE);
        fputs("..", out);
        put(out, e->as.sum.high, BIND_NONE);
    }
    if (e->as.sum.condition) {
        fputs("; ", out);
        put(out, e->as.sum.condition, BIND_NONE);
    }
    fputs("} ", out);
    put(out, e->as.sum.body, BIND_PRODUCT);
}

static void put_cases(FILE *out, const struct expr *e)
{
    fputc('{', out);
    for (size_t n = 0; n < e->as.cases.n; n++) {
        const struct expr_branch *branch = &e->as.cases.branch[n];
        if (n)
            fputs("; ", out);
        put(out, branch->value, BIND_NONE);
        fputs(branch->condition ? " if " : " otherwise", out);
        put(out, branch->condition, BIND_NONE);
    }
    fputc('}', out);
}

/* [1, 2; 3, 4]: row by row. */
static void put_array(FILE *out, const struct expr *e)
{
    fputc('[', out);
    for (size_t n = 0; n < e->as.array.entry.n; n++) {
        if (n)
            fputs(n % e->as.array.columns ? ", " : "; ", out);
        put(out, e->as.array.entry.item[n], BIND_NONE);
    }
    fputc(']', out);
}

static void put_entry(FILE *out, const struct expr *e)
{
    put(out, e->as.entry.array, BIND_SINGLE);
    fputc('_', out);
    put(out, e->as.entry.row, BIND_SINGLE);
    put(out, e->as.entry.column, BIND_SINGLE);
}

static void put_derivative(FILE *out, const struct expr *e)
{
    const struct expr *of = e->as.derivative.of;
    const bool simple = of->kind == EXPR_SYMBOL || of->kind == EXPR_CALL;
    fputs(simple ? "d" : "d(", out);
    put(out, of, BIND_NONE);
    fputs(simple ? "/d" : ")/d", out);
    put(out, e->as.derivative.by, BIND_SINGLE);
}

static void put_add(FILE *out, const struct expr *e)
{
    for (size_t n = 0; n < e->as.list.n; n++) {
        const struct expr *term = e->as.list.item[n];
        const bool minus = term->kind == EXPR_NEG;
        if (n)
            fputs(minus ? " - " : " + ", out);
        else if (minus)
            fputc('-', out);
        put(out, minus ? term->as.negative.operand : term, minus ? BIND_PRODUCT : BIND_SUM);
    }
}

/* A sum takes in every factor behind it, so that one in the middle needs parentheses. */
static void put_product(FILE *out, const struct expr *e)
{
    for (size_t n = 0; n < e->as.list.n; n++) {
        const struct expr *factor = e->as.list.item[n];
        const bool last = n + 1 == e->as.list.n;
        fputs(n ? " " : "", out);
        put(out, factor, factor->kind == EXPR_SUM && !last ? BIND_POWER : BIND_PRODUCT);
    }
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
static enum binding binding_of(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_COMPARISON:
    case EXPR_AND:
        return BIND_NONE;
    case EXPR_ADD:
    case EXPR_NEG:
        return BIND_SUM;
    case EXPR_MUL:
    case EXPR_DIV:
    case EXPR_SUM:
        return BIND_PRODUCT;
    case EXPR_POW:
        return BIND_POWER;
    case EXPR_NUMBER:
    case EXPR_SYMBOL:
    case EXPR_CALL:
    case EXPR_PRIME:
    case EXPR_DERIVATIVE:
    case EXPR_CASES:
    case EXPR_INDICATOR:
    case EXPR_LIST:
    case EXPR_ARRAY:
    case EXPR_ENTRY:
    case EXPR_DOTS:
        break;
    case EXPR_EACH:
        return binding_of(e->as.each.body);
    }
    return BIND_SINGLE;
}

static void put_arithmetic(FILE *out, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_ADD:
        put_add(out, e);
        break;
    case EXPR_MUL:
        put_product(out, e);
        break;
    case EXPR_DIV:
        put(out, e->as.quotient.numerator, BIND_PRODUCT);
        fputc('/', out);
        put(out, e->as.quotient.denominator, BIND_POWER);
        break;
    case EXPR_NEG:
        fputc('-', out);
        put(out, e->as.negative.operand, BIND_PRODUCT);
        break;
    case EXPR_POW:
        put(out, e->as.power.base, BIND_SINGLE);
        fputc('^', out);
        put(out, e->as.power.exponent, BIND_SINGLE);
        break;
    default:
        break;
    }
}

static void put_comparison(FILE *out, const struct expr *e)
{
    put(out, e->as.comparison.left, BIND_SUM);
    fprintf(out, " %s ", relation_text(e->as.comparison.relation));
    put(out, e->as.comparison.right, BIND_SUM);
}

static void put_call(FILE *out, const struct expr *e)
{
    fprintf(out, e->kind == EXPR_PRIME ? "%s'(" : "%s(", e->as.call.function);
    put_list(out, &e->as.call.argument, ", ");
    fputc(')', out);
}

/* One case for each kind of expression, so that the compiler names one that is missing. */
static void put_inner(FILE *out, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
        fputs(e->as.number, out);
        break;
    case EXPR_SYMBOL:
        put_symbol(out, e);
        break;
    case EXPR_ADD:
    case EXPR_MUL:
    case EXPR_DIV:
    case EXPR_NEG:
    case EXPR_POW:
        put_arithmetic(out, e);
        break;
    case EXPR_CALL:
    case EXPR_PRIME:
        put_call(out, e);
        break;
    case EXPR_SUM:
        put_sum(out, e);
        break;
    case EXPR_DERIVATIVE:
        put_derivative(out, e);
        break;
    case EXPR_CASES:
        put_cases(out, e);
        break;
    case EXPR_INDICATOR:
        fputs("1{", out);
        put(out, e->as.indicator.condition, BIND_NONE);
        fputc('}', out);
        break;
    case EXPR_LIST:
        fputc('[', out);
        put_list(out, &e->as.list, ", ");
        fputc(']', out);
        break;
    case EXPR_ARRAY:
        put_array(out, e);
        break;
    case EXPR_ENTRY:
        put_entry(out, e);
        break;
    case EXPR_EACH:
        put(out, e->as.each.body, BIND_NONE);
        break;
    case EXPR_COMPARISON:
        put_comparison(out, e);
        break;
    case EXPR_AND:
        put_list(out, &e->as.list, ", ");
        break;
    case EXPR_DOTS:
        fputs("...", out);
        break;
    }
}

static void put(FILE *out, const struct expr *e, enum binding place)
{
    if (!e)
        return;
    const bool open = binding_of(e) < place;
    if (open)
        fputc('(', out);
    put_inner(out, e);
    if (open)
        fputc(')', out);
}

char *expr_print(struct arena *arena, const struct expr *e)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return arena_text(arena, "?", 1);
    put(out, e, BIND_NONE);
    const bool good = fclose(out) == 0;
    char *copy = good ? arena_text(arena, text, length) : arena_text(arena, "?", 1);
    free(text);
    return copy;
}

char *symbol_name_print(struct arena *arena, const struct symbol_name *name, const long *index,
                        size_t n)
{
    const struct extent nowhere = {0, 0};
    struct expr *symbol = expr_symbol(arena, nowhere, *name);
    for (size_t k = 0; k < n; k++)
        expr_append(arena, symbol, expr_whole(arena, nowhere, index[k]));
    return expr_print(arena, symbol);
}
