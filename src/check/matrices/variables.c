/* variables.c */
#include "check/matrices/variables.h"

#include <string.h>

static bool same_name(const struct symbol_name *a, const struct symbol_name *b)
{
    return strcmp(a->base, b->base) == 0 && strcmp(a->layer, b->layer) == 0 &&
           (a->tag == TAG_PRIME) == (b->tag == TAG_PRIME);
}

static bool all_numbers(const struct expr_list *index)
{
    for (size_t n = 0; n < index->n; n++)
        if (index->item[n]->kind != EXPR_NUMBER)
            return false;
    return index->n > 0;
}

const struct expr_list *variables_numbers(const struct expr *symbol)
{
    return all_numbers(&symbol->as.symbol.index) ? &symbol->as.symbol.index : NULL;
}

static bool same_numbers(const struct expr_list *a, const struct expr_list *b)
{
    for (size_t n = 0; a && b && n < a->n; n++)
        if (!expr_same(a->item[n], b->item[n]))
            return false;
    return !a == !b;
}

size_t variables_number(const struct variables *variables, const struct expr *symbol)
{
    const struct expr_symbol *s = &symbol->as.symbol;
    if (s->id)
        return s->id - 1;
    const struct expr_list *numbers = variables_numbers(symbol);
    size_t n = 0;
    while (n < variables->n && !(variables->variable[n].indices == s->index.n &&
                                 same_name(&variables->variable[n].name, &s->name) &&
                                 same_numbers(variables->variable[n].numbers, numbers)))
        n++;
    return n;
}

struct variable *variables_of(const struct variables *variables, const struct expr *symbol)
{
    const size_t n = variables_number(variables, symbol);
    return n < variables->n ? &variables->variable[n] : NULL;
}

void variables_set(struct variables *variables, size_t number, enum kind kind)
{
    const size_t group = variables->variable[number].group;
    for (size_t n = 0; n < variables->n; n++)
        if (variables->variable[n].group == group)
            variables->variable[n].kind = kind;
}

bool kind_has_rows(enum kind kind)
{
    return kind == KIND_COLUMN || kind == KIND_MATRIX;
}

bool kind_has_columns(enum kind kind)
{
    return kind == KIND_ROW || kind == KIND_MATRIX;
}

enum kind kind_of(bool rows, bool columns)
{
    return rows ? (columns ? KIND_MATRIX : KIND_COLUMN) : (columns ? KIND_ROW : KIND_SCALAR);
}

struct names variables_say(const struct variables *variables, struct arena *arena)
{
    static const char *const kinds[KINDS] = {"", "columns", "rows", "matrices"};
    struct names said = {NULL, 0};
    for (size_t kind = KIND_COLUMN; kind < KINDS; kind++) {
        struct names names = {NULL, 0};
        const char *text = NULL;
        for (size_t n = 0; n < variables->n; n++) {
            const struct variable *v = &variables->variable[n];
            if (!v->used || v->kind != (enum kind)kind || names_have(&names, v->name.base))
                continue;
            names_add(arena, &names, v->name.base);
            text = text ? arena_print(arena, "%s, %s", text, v->name.base)
                        : arena_print(arena, "%s %s", kinds[kind], v->name.base);
        }
        names_add(arena, &said, text);
    }
    return said;
}
