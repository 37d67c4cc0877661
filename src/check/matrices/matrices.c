/* matrices.c */
#include "check/matrices/matrices.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/matrices/brackets.h"
#include "check/matrices/evidence_of_kinds.h"
#include "check/matrices/inlining.h"
#include "check/matrices/kinds.h"
#include "check/matrices/lists.h"
#include "check/matrices/numbers_only.h"
#include "check/meaning/rewrite.h"
#include "check/matrices/parts.h"
#include "check/matrices/writing_out.h"
#include "check/vocabulary/functions.h"
#include "check/vocabulary/matrix_operations.h"

struct pass {
    const struct statements *old;
    struct statements *new;
    struct variables variables;
    struct lengths lengths;
    const bool *vectors; /* of each statement, whether it may be about vectors */
    const bool *alone;   /* and whether the kinds in it rest on it alone */
    struct arena *arena;
    bool taken[128]; /* letters that name something */
    long base;       /* of what is written out in brackets */
    const struct expr *
        unfit; /* the last side of a chain that fits what may follow, if the one behind it does not */
};

/* --- which statements are about vectors --- */

static bool is_vector(const struct expr *e, const void *with)
{
    const struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(with, e) : NULL;
    return v && v->kind != KIND_SCALAR;
}

static bool is_about_vectors(const struct pass *p, const struct statement *s)
{
    return parts_operation(s) || expr_any(s->left, is_vector, &p->variables) ||
           expr_any(s->right, is_vector, &p->variables);
}

/* --- letters --- */

static enum walk take_letter(const struct expr *e, void *with)
{
    bool *taken = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const char *base = e->as.symbol.name.base;
    if (base[1] == '\0')
        taken[(unsigned char)base[0] % 128] = true;
    return WALK_PRUNE;
}

/* The layer of a^{(l-1)} has a letter as well, which becomes an index (model/any_layer.h). */
static enum walk take_index(const struct expr *e, void *with)
{
    bool *taken = with;
    for (const char *c = e->kind == EXPR_SYMBOL ? e->as.symbol.name.layer : ""; *c; c++)
        taken[(unsigned char)*c % 128] = true;
    const char *letter = e->kind == EXPR_SYMBOL ? e->as.symbol.name.base
                         : e->kind == EXPR_SUM  ? e->as.sum.index
                                                : "";
    if (letter[0] && letter[1] == '\0')
        taken[(unsigned char)letter[0] % 128] = true;
    return WALK_CONTINUE;
}

/* Letters for the indices of a statement: none that it has already, and none that names something elsewhere. */
static struct letters letters_for(const struct pass *p, const struct statement *s)
{
    static const char usual[] = "ijkpqrsuvhgcdabfeomnwxyz";
    bool here[128] = {false};
    expr_walk(s->left, take_index, here);
    expr_walk(s->right, take_index, here);
    expr_walk(s->condition, take_index, here);
    char *free = arena_new(p->arena, sizeof usual);
    size_t n = 0;
    for (const char *c = usual; *c; c++)
        if (!here[(unsigned char)*c] && !p->taken[(unsigned char)*c])
            free[n++] = *c;
    return (struct letters){.free = free};
}

/* --- writing out --- */

static bool is_open(const struct expr *e, const void *with)
{
    const struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(with, e) : NULL;
    return v && v->open;
}

static enum walk note_used(const struct expr *e, void *with)
{
    struct variable *v = e->kind == EXPR_SYMBOL ? variables_of(with, e) : NULL;
    if (v)
        v->used = true;
    return WALK_CONTINUE;
}

static void write_out(struct pass *p, const struct statement *from, struct statement *to,
                      const struct fit *fit)
{
    struct lengths lengths = p->lengths;
    struct writing_out w = {
        .arena = p->arena,
        .lexicon = &p->old->lexicon,
        .fitting = {.variables = &p->variables, .lengths = &lengths, .layout = fit->layout},
        .letters = letters_for(p, from),
        .base = p->base};
    const struct expr *row =
        fit->shape.rows != LENGTH_ONE ? writing_letter(&w, from->left->where) : NULL;
    const struct expr *column =
        fit->shape.columns != LENGTH_ONE ? writing_letter(&w, from->left->where) : NULL;
    const size_t used = w.letters.used;
    to->left = writing_entry(&w, from->left, row, column);
    w.letters.used = used;
    to->right = writing_entry(&w, from->right, row, column);
    if (fit->layout.total)
        to->right = expr_sum(p->arena, from->right->where, row->as.symbol.name.base, NULL, NULL,
                             NULL, to->right);
    to->written_out = true;
    expr_walk(from->left, note_used, &p->variables);
    expr_walk(from->right, note_used, &p->variables);
    to->loosely = fit->loose || fit->layout.total || expr_any(from->left, is_open, &p->variables) ||
                  expr_any(from->right, is_open, &p->variables);
    to->squared = fit->merged;
    to->each = fit->layout.jacobian == JACOBIAN_EACH;
    to->turned = from->left->kind == EXPR_CALL;
    if (w.letters.out)
        statement_leave(to, from->left, REASON_SIZES);
}

static bool is_list(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_LIST;
}

/* f(z) = max(0, z) and f'(z) = 1: the z is any number. So is a list of numbers no matter of shapes. */
static bool is_about_numbers(const struct pass *p, const struct statement *s)
{
    const struct expr *left = s->left;
    const bool called = left->kind == EXPR_CALL || left->kind == EXPR_PRIME;
    bool plain = called && left->as.call.argument.n > 0 &&
                 (names_have(&p->old->lexicon.functions, left->as.call.function) ||
                  function_named(left->as.call.function));
    for (size_t n = 0; plain && n < left->as.call.argument.n; n++)
        plain = left->as.call.argument.item[n]->kind == EXPR_SYMBOL &&
                left->as.call.argument.item[n]->as.symbol.index.n == 0;
    return (plain && !parts_operation(s)) || expr_any(left, is_list, NULL) ||
           expr_any(s->right, is_list, NULL);
}

/* What stands behind a side that does not fit goes on from the side before that one: in a chain all are equal. */
static struct statement bridged(const struct pass *p, size_t n)
{
    struct statement s = p->old->statement[n];
    if (p->unfit && s.link && n > 0 && s.left == p->old->statement[n - 1].right)
        s.left = p->unfit;
    return s;
}

/* x_i = [x_1; ...; x_n]_i tells how many there are. */
static void note_entries(struct pass *p, const struct statement *s)
{
    struct statements *new = p->new;
    const struct expr **range = arena_new(p->arena, (new->ranges + 1) * sizeof *range);
    if (new->ranges)
        memcpy(range, new->range, new->ranges * sizeof *range);
    range[new->ranges++] = expr_comparison(p->arena, s->left, REL_EQ, s->right);
    new->range = range;
}

/* The A of A^T, or null. */
static const struct expr *transposed_name(const struct expr *e)
{
    return e->kind == EXPR_CALL &&
                   matrix_operation_named(e->as.call.function) == MATRIX_TRANSPOSE &&
                   e->as.call.argument.item[0]->kind == EXPR_SYMBOL
               ? e->as.call.argument.item[0]
               : NULL;
}

/* A = A^T, of a matrix. */
static bool says_symmetric(const struct pass *p, const struct statement *s)
{
    const struct expr *left = transposed_name(s->left), *right = transposed_name(s->right);
    const struct expr *other = left ? s->right : s->left, *name = left ? left : right;
    const struct variable *v = name ? variables_of(&p->variables, name) : NULL;
    return s->rel == REL_EQ && v && v->kind == KIND_MATRIX && expr_same(name, other);
}

static void write_one(struct pass *p, size_t n)
{
    struct statement *to = &p->new->statement[n];
    const struct statement s = bridged(p, n);
    p->unfit = NULL;
    if (s.wrong.code != REASON_NONE || !p->vectors[n] || !is_about_vectors(p, &s) ||
        is_about_numbers(p, &s))
        return;
    const struct fit fit = fits_find(&p->variables, &p->lengths, &s);
    if (!fit.fits) {
        statement_leave(to, s.left, REASON_SIZES);
        p->unfit = s.left;
        return;
    }
    if (fit.merged == 0)
        fits_keep(&p->variables, &p->lengths, &s, &fit);
    write_out(p, &s, to, &fit);
    to->loosely = to->loosely || p->alone[n];
    if (says_symmetric(p, &s))
        to->remark = REMARK_SYMMETRY;
    if (brackets_name_entries(&s)) {
        note_entries(p, to);
        statement_leave(to, s.left, REASON_LEGEND);
        to->remark = REMARK_LEGEND;
    }
}

/* The symbols know their variables. */
static const struct expr *number(struct arena *arena, const struct expr *e, enum walk *way,
                                 void *with)
{
    const struct variables *variables = with;
    if (e->kind != EXPR_SYMBOL)
        return e;
    *way = WALK_PRUNE;
    const size_t n = variables_number(variables, e);
    if (n == variables->n)
        return e;
    struct expr *numbered = expr_shallow(arena, e);
    numbered->as.symbol.id = (unsigned)n + 1;
    return numbered;
}

struct quadratic {
    struct names *names;
    struct arena *arena;
};

/* x^T A x: people mean a symmetric A, or say so in words. */
static enum walk find_quadratic(const struct expr *e, void *with)
{
    const struct quadratic *q = with;
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++) {
        const struct expr *matrix = quadratic_matrix(e, n);
        if (matrix)
            names_add(q->arena, q->names, matrix->as.symbol.name.base);
    }
    return WALK_CONTINUE;
}

static void note_quadratic(struct pass *p)
{
    struct quadratic q = {&p->new->quadratic, p->arena};
    for (size_t n = 0; n < p->old->n; n++)
        if (p->old->statement[n].wrong.code == REASON_NONE) {
            expr_walk(p->old->statement[n].left, find_quadratic, &q);
            expr_walk(p->old->statement[n].right, find_quadratic, &q);
        }
}

const struct statements *matrices_write_out(const struct statements *statements,
                                            struct arena *arena)
{
    if (choices_option(&statements->lexicon.choices, CHOICE_MATRICES, "", 1) == 1)
        return numbers_only(statements, arena);
    statements =
        inlining_apply(brackets_give_values(lists_as_arrays(statements, arena), arena), arena);
    struct variables variables = evidence_collect(statements, arena);
    statements = rewrite_statements(statements, arena, REWRITE_SIDES, number, &variables);
    struct pass p = {.old = statements,
                     .variables = variables,
                     .new = statements_copy(statements, arena),
                     .arena = arena};
    bool *vectors = parts_with_signs(statements, arena);
    bool *alone = arena_new(arena, statements->n + 1);
    kinds_find(&p.variables, statements, vectors, alone, arena);
    if (parts_extend(statements, &p.variables, vectors))
        kinds_find(&p.variables, statements, vectors, alone, arena);
    p.vectors = vectors;
    p.alone = alone;
    p.lengths = lengths_of(&p.variables);
    p.base = brackets_usual_base(statements);
    for (size_t n = 0; n < statements->n; n++)
        if (statements->statement[n].wrong.code == REASON_NONE) {
            expr_walk(statements->statement[n].left, take_letter, p.taken);
            expr_walk(statements->statement[n].right, take_letter, p.taken);
        }
    for (size_t n = 0; n < statements->n; n++)
        if (vectors[n] && kinds_defines(statements, n)) {
            const struct fit fit = fits_find(&p.variables, &p.lengths, &statements->statement[n]);
            if (fit.fits)
                fits_keep(&p.variables, &p.lengths, &statements->statement[n], &fit);
        }
    for (size_t n = 0; n < statements->n; n++)
        write_one(&p, n);
    note_quadratic(&p);
    p.new->kinds = variables_say(&p.variables, arena);
    return p.new;
}
