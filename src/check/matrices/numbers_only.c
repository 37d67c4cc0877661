/* numbers_only.c */
#include "check/matrices/numbers_only.h"

#include "check/expression/walk.h"
#include "check/matrices/parts.h"
#include "check/meaning/rewrite.h"
#include "check/vocabulary/matrix_operations.h"

/* Names of a document that are no numbers, whatever it is read as. */
struct no_numbers {
    struct arena *arena;
    struct names given;      /* in brackets */
    struct names matrices;   /* said to be */
    struct names transposed; /* somewhere */
};

static bool has_name(const struct expr *e, const struct names *names)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0 &&
           names_have(names, e->as.symbol.name.base);
}

/* --- which names --- */

static enum walk note_transposed(const struct expr *e, void *with)
{
    struct no_numbers *no = with;
    const struct expr *of =
        e->kind == EXPR_CALL && matrix_operation_named(e->as.call.function) == MATRIX_TRANSPOSE
            ? e->as.call.argument.item[0]
            : NULL;
    if (of && of->kind == EXPR_SYMBOL)
        names_add(no->arena, &no->transposed, of->as.symbol.name.base);
    return WALK_CONTINUE;
}

static bool is_in_brackets(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_ARRAY || e->kind == EXPR_EACH;
}

static void note_names(struct no_numbers *no, const struct statements *s)
{
    for (size_t n = 0; n < s->shapes; n++)
        if (s->shape[n].rows && s->shape[n].columns)
            names_add(no->arena, &no->matrices, s->shape[n].symbol->as.symbol.name.base);
    for (size_t n = 0; n < s->n; n++) {
        const struct statement *one = &s->statement[n];
        if (one->wrong.code != REASON_NONE)
            continue;
        expr_walk(one->left, note_transposed, no);
        expr_walk(one->right, note_transposed, no);
        if (one->left->kind == EXPR_SYMBOL && expr_any(one->right, is_in_brackets, NULL))
            names_add(no->arena, &no->given, one->left->as.symbol.name.base);
    }
}

/* --- which statements --- */

/* W x with a matrix W; A B, both of which are transposed elsewhere. */
static bool is_product_of_matrices(const struct expr *e, const struct no_numbers *no)
{
    size_t symbols = 0, matrices = 0, transposed = 0;
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++) {
        const struct expr *factor = e->as.list.item[n];
        symbols += factor->kind == EXPR_SYMBOL;
        matrices += has_name(factor, &no->matrices);
        transposed += has_name(factor, &no->transposed);
    }
    return (matrices > 0 && symbols > 1) || transposed > 1;
}

static bool is_no_number(const struct expr *e, const void *with)
{
    const struct no_numbers *no = with;
    return parts_is_operation(e, NULL) || has_name(e, &no->given) || is_product_of_matrices(e, no);
}

const struct statements *numbers_only(const struct statements *old, struct arena *arena)
{
    struct statements *new = statements_copy(old, arena);
    const bool *vectors = parts_with_signs(old, arena);
    const struct no_numbers none = {.arena = arena};
    struct no_numbers all = none;
    note_names(&all, old);
    for (size_t n = 0; n < new->n; n++) {
        struct statement *s = &new->statement[n];
        if (s->wrong.code != REASON_NONE)
            continue;
        const struct no_numbers *no = vectors[n] ? &all : &none; /* other parts have numbers */
        const struct expr *left = expr_find(s->left, is_no_number, no);
        const struct expr *found = left ? left : expr_find(s->right, is_no_number, no);
        if (found)
            statement_leave(s, found, REASON_MATRIX_SIGN);
    }
    return new;
}
