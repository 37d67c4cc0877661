/* formulas.c: the cells, functions and slopes of a section as definitions. */
#include "check/certificate/calls.h"
#include "check/certificate/cells.h"
#include "check/certificate/formula.h"
#include "check/certificate/slopes.h"
#include "check/certificate/theorems.h"

static const char *type_of(size_t arity, bool data)
{
    static const char *const shown[] = {"R", "Z -> R", "Z -> Z -> R", "Z -> Z -> Z -> R",
                                        "Z -> Z -> Z -> Z -> R"};
    static const char *const as_data[] = {"ex", "Z -> ex", "Z -> Z -> ex", "Z -> Z -> Z -> ex",
                                          "Z -> Z -> Z -> Z -> ex"};
    return data ? as_data[arity] : shown[arity];
}

static bool is_free(const struct coq_cell *c)
{
    return c->formulas == 0;
}

static void put_variables(struct writing *w)
{
    for (size_t n = 0; n < w->n_order; n++) {
        const struct coq_cell *c = w->cell[w->order[n]];
        if (c->state == CELL_READY && is_free(c))
            fprintf(w->out, "Variable %s : %s.\n", c->name, type_of(c->arity, false));
    }
}

/* Each symbol as data: an entry of itself. */
static void put_entries(struct writing *w)
{
    static const char *const letters[] = {"", " i1", " i1 i2", " i1 i2 i3", " i1 i2 i3 i4"};
    static const char *const list[] = {"", "i1", "i1; i2", "i1; i2; i3", "i1; i2; i3; i4"};
    for (size_t n = 0; n < w->cells; n++) {
        const struct coq_cell *c = w->cell[n];
        fprintf(w->out, "Definition %s'a%s : ex := At %zu [%s]%s.\n", c->name, letters[c->arity],
                n + FIRST_NUMBER, list[c->arity], c->arity ? "%Z" : "");
    }
}

static void put_parameters(struct writing *w, const struct coq_cell *c)
{
    for (size_t n = 0; !c->derived && n < c->uses; n++) {
        const struct coq_cell *u = w->cell[c->use[n]];
        fprintf(w->out, " (%s%s : %s)", u->name, w->data ? "'a" : "", type_of(u->arity, w->data));
    }
}

/* The letters of a cell: those of its formula if it has only one. */
static void bind_index(struct writing *w, const struct coq_cell *c, const struct cell_formula *f)
{
    w->bounds = 0;
    for (size_t n = 0; n < c->arity; n++)
        if (f->index.item[n]->kind == EXPR_SYMBOL)
            writing_bind(w, f->index.item[n]->as.symbol.name.base, false);
}

static bool is_single(const struct coq_cell *c)
{
    return c->formulas == 1 && cells_general(&c->formula[0]);
}

/* One of several formulas: if its indices are these and its condition holds, it is that, or else what follows. */
static bool put_formula(struct writing *w, const struct coq_cell *c, const struct cell_formula *f)
{
    bind_index(w, c, f);
    size_t bound = 0;
    for (size_t n = 0; n < c->arity; n++)
        if (f->index.item[n]->kind == EXPR_SYMBOL)
            fprintf(w->out, "let %s := i%zu in ", w->bound[bound++].name, n + 1);
    if (cells_general(f)) {
        formula_put(w, f->right, PLACE_ANY);
        return false;
    }
    fputs(w->data ? "Ite (true" : "(if (true", w->out);
    for (size_t n = 0; n < c->arity; n++)
        if (f->index.item[n]->kind != EXPR_SYMBOL) {
            fprintf(w->out, " && (i%zu =? ", n + 1);
            formula_index(w, f->index.item[n]);
            fputs(")%Z", w->out);
        }
    if (f->condition) {
        fputs(" && ", w->out);
        formula_condition(w, f->condition);
    }
    fputs(w->data ? ") (" : ") then ", w->out);
    formula_put(w, f->right, PLACE_ANY);
    fputs(w->data ? ") (" : " else ", w->out);
    return true;
}

static void put_formulas(struct writing *w, const struct coq_cell *c)
{
    size_t open = 0;
    if (is_single(c)) {
        formula_put(w, c->formula[0].right, PLACE_ANY);
        return;
    }
    for (size_t n = 0; n < c->formulas; n++)
        open += put_formula(w, c, &c->formula[n]);
    if (c->rest) {
        fprintf(w->out, "%s%s", w->cell[c->rest]->name, w->data ? "'a" : "");
        for (size_t n = 0; n < c->arity; n++)
            fprintf(w->out, " i%zu", n + 1);
    }
    for (; open; open--)
        fputs(")", w->out);
}

static void put_cell(struct writing *w, const struct coq_cell *c)
{
    fprintf(w->out, "Definition %s", w->data || c->derived ? c->name : c->maker);
    fputs(w->data ? "'e" : "", w->out);
    put_parameters(w, c);
    w->bounds = 0;
    if (is_single(c))
        bind_index(w, c, &c->formula[0]);
    for (size_t n = 0; n < c->arity; n++)
        if (is_single(c))
            fprintf(w->out, " (%s : Z)", w->bound[n].name);
        else
            fprintf(w->out, " (i%zu : Z)", n + 1);
    fprintf(w->out, " : %s :=\n  ", w->data ? "ex" : "R");
    put_formulas(w, c);
    fputs(".\n", w->out);
    if (w->data || c->derived)
        return;
    fprintf(w->out, "Definition %s := %s", c->name, c->maker);
    for (size_t n = 0; n < c->uses; n++)
        fprintf(w->out, " %s", w->cell[c->use[n]]->name);
    fputs(".\n", w->out);
}

/* Slopes of a cell by a cell stand after both, and before what is computed from them. */
static void put_slopes(struct writing *w, bool *done, const unsigned char *defined)
{
    for (size_t n = 0; n < w->slopes; n++) {
        const struct slope *s = &w->slope[n];
        if (done[n] || !defined[s->of] || !defined[s->by])
            continue;
        done[n] = true;
        if (w->data)
            slopes_define_data(w, s);
        else
            slopes_define(w, s);
    }
}

static void put_symbols(struct writing *w, bool shown)
{
    fputs("Definition symbols'all : list named := [\n  free (a0 0)", w->out);
    for (size_t n = 0; n < w->cells; n++) {
        const struct coq_cell *c = w->cell[n];
        const char *value = shown ? c->name : "_";
        if (!shown)
            value = arena_print(w->arena, "(%s)",
                                c->arity == 0   ? "0"
                                : c->arity == 1 ? "fun _ => 0"
                                : c->arity == 2 ? "fun _ _ => 0"
                                : c->arity == 3 ? "fun _ _ _ => 0"
                                                : "fun _ _ _ _ => 0");
        if (c->state != CELL_READY) {
            fputs(";\n  free (a0 0)", w->out);
            continue;
        }
        if (is_free(c)) {
            fprintf(w->out, ";\n  free (a%zu %s)", c->arity, value);
            continue;
        }
        fprintf(w->out, ";\n  Named (a%zu %s) (b%zu (%s'e", c->arity, value, c->arity, c->name);
        for (size_t k = 0; !c->derived && k < c->uses; k++)
            fprintf(w->out, " %s'a", w->cell[c->use[k]]->name);
        fputs("))", w->out);
    }
    static const char *const none[] = {"0",
                                       "(fun _ => 0)",
                                       "(fun _ _ => 0)",
                                       "(fun _ _ _ => 0)",
                                       "(fun _ _ _ _ => 0)",
                                       "(fun _ _ _ _ _ => 0)"};
    for (size_t n = 0; n < w->slopes; n++) {
        const size_t arity = w->cell[w->slope[n].of]->arity + w->cell[w->slope[n].by]->arity;
        fprintf(w->out, ";\n  Named (a%zu %s) (b%zu %s'e)", arity,
                shown ? w->slope[n].name : none[arity], arity, w->slope[n].name);
    }
    fputs("].\nDefinition def'all := def_of symbols'all.\n", w->out);
}

static void put_cells(struct writing *w, bool data)
{
    bool *done = arena_new(w->arena, w->slopes + 1);
    unsigned char *defined = arena_new(w->arena, w->cells + 1);
    w->data = data;
    for (size_t n = 0; n < w->n_order; n++) {
        const struct coq_cell *c = w->cell[w->order[n]];
        if (c->state == CELL_READY && !is_free(c))
            put_cell(w, c);
        defined[w->order[n]] = c->state == CELL_READY;
        put_slopes(w, done, defined);
    }
    w->data = false;
}

static void put_sides(struct section *s)
{
    static const char *const side[] = {"left", "right"};
    for (size_t n = 0; n < s->lines; n++)
        for (int k = 0; k < 2; k++) {
            const struct line *l = &s->line[n];
            fprintf(s->w.out, "Definition %s'%s", side[k], l->name);
            for (size_t i = 0; i < l->letters.letters; i++)
                fprintf(s->w.out, " (%s : Z)", coq_letter(&s->w, l->letters.letter[i]));
            fprintf(s->w.out, " : ex := %s.\n", l->data[k]);
        }
}

void theorems_formulas(struct section *s, FILE *out, bool shown)
{
    struct writing *w = &s->w;
    w->out = out;
    w->why = NULL;
    w->user = NULL;
    if (shown)
        put_variables(w);
    calls_define(w);
    if (shown)
        put_cells(w, false);
    fputs("(* The same as data, on which the proofs are computed. *)\n", out);
    put_entries(w);
    put_cells(w, true);
    put_symbols(w, shown);
    put_sides(s);
}
