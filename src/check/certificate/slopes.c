/* slopes.c */
#include "check/certificate/slopes.h"

#include "check/certificate/cells.h"
#include "check/certificate/formula.h"

enum { SLOPE_ARITY = 5 };

/* --- finding them --- */

/* Notes the cells between a cell and what moves, the ones below first. */
static void find_path(struct writing *w, struct slope *s, size_t cell, unsigned char *done)
{
    struct coq_cell *c = w->cell[cell];
    if (done[cell] || cell == s->by || c->formulas == 0 || !cells_depend(w, cell, s->by))
        return;
    done[cell] = 1;
    if (c->derived)
        writing_fail(w, "a second derivative");
    for (size_t n = 0; n < c->uses; n++)
        find_path(w, s, c->use[n], done);
    s->path = arena_grow(w->arena, s->path, s->n_path, sizeof *s->path);
    s->path[s->n_path++] = cell;
}

static const struct slope *slope_of(struct writing *w, size_t of, size_t by)
{
    for (size_t n = 0; n < w->slopes; n++)
        if (w->slope[n].of == of && w->slope[n].by == by)
            return &w->slope[n];
    struct slope s = {.of = of, .by = by};
    const struct coq_cell *a = w->cell[of], *b = w->cell[by];
    if (a->arity + b->arity > SLOPE_ARITY) {
        writing_fail(w, "a derivative with more than five indices");
        return NULL;
    }
    find_path(w, &s, of, arena_new(w->arena, w->cells + 1));
    if (w->why)
        return NULL;
    if (w->slopes == SLOPES_MAX) {
        writing_fail(w, "too many derivatives");
        return NULL;
    }
    s.name = coq_name(w, arena_print(w->arena, "d%s_d%s", a->name, b->name));
    s.function = coq_name(w, arena_print(w->arena, "%s_by_%s", a->name, b->name));
    w->slope = arena_grow(w->arena, w->slope, w->slopes, sizeof *w->slope);
    w->slope[w->slopes] = s;
    return &w->slope[w->slopes++];
}

void slopes_put(struct writing *w, const struct expr *e)
{
    const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
    if (by->kind != EXPR_SYMBOL || !by->as.symbol.id || writing_bound(w, by)) {
        writing_fail(w, "a derivative by what is no symbol");
        return;
    }
    const bool symbol = of->kind == EXPR_SYMBOL && of->as.symbol.id && !writing_bound(w, of);
    const size_t a = symbol ? cells_of(w, of) : cells_of_formula(w, of);
    const size_t b = a == NO_CELL ? NO_CELL : cells_of(w, by);
    const struct slope *s = b == NO_CELL ? NULL : slope_of(w, a, b);
    if (!s)
        return;
    if (w->user)
        w->user->slope[s - w->slope] = 1;
    struct expr *index = expr_list(w->arena, e->where, EXPR_LIST);
    const struct expr_list both[] = {symbol ? cells_index(w, of) : w->cell[a]->formula[0].index,
                                     cells_index(w, by)};
    for (int k = 0; k < 2; k++)
        for (size_t n = 0; n < both[k].n; n++)
            expr_append(w->arena, index, both[k].item[n]);
    formula_entry(w, s->name, &index->as.list);
}

/* --- writing them --- */

static char *letters(struct writing *w, char *text, char letter, size_t n, const char *between)
{
    for (size_t k = 0; k < n; k++)
        text = arena_print(w->arena, "%s%s%c%zu", text, *text || *between == ' ' ? between : "",
                           letter, k + 1);
    return text;
}

char *slopes_letters(struct writing *w, const struct slope *s, const char *between)
{
    char *text = letters(w, arena_text(w->arena, "", 0), 'p', w->cell[s->of]->arity, between);
    return letters(w, text, 'q', w->cell[s->by]->arity, between);
}

char *slopes_by_letters(struct writing *w, const struct slope *s, const char *between)
{
    return letters(w, arena_text(w->arena, "", 0), 'q', w->cell[s->by]->arity, between);
}

static char *of_letters(struct writing *w, const struct slope *s)
{
    return letters(w, arena_text(w->arena, "", 0), 'p', w->cell[s->of]->arity, " ");
}

/* What a cell is computed from, as arguments of its function. */
static void put_uses(struct writing *w, const struct coq_cell *c, const char *mark)
{
    for (size_t n = 0; n < c->uses; n++)
        fprintf(w->out, " %s%s", w->cell[c->use[n]]->name, mark);
}

/* What is computed anew, one after the other: part of the path. */
static void put_lets(struct writing *w, const struct slope *s, size_t from, size_t to)
{
    for (size_t n = from; n < to; n++) {
        const struct coq_cell *c = w->cell[s->path[n]];
        fprintf(w->out, "let %s := %s", c->name, c->maker);
        put_uses(w, c, "");
        fputs(" in ", w->out);
    }
}

static void put_move(struct writing *w, const struct slope *s)
{
    const struct coq_cell *by = w->cell[s->by];
    if (by->arity)
        fprintf(w->out, "let %s := move%zu %s%s t in ", by->name, by->arity, by->name,
                slopes_by_letters(w, s, " "));
    else
        fprintf(w->out, "let %s := t in ", by->name);
}

void slopes_define(struct writing *w, const struct slope *s)
{
    const char *all = slopes_letters(w, s, " "), *own = of_letters(w, s);
    const struct coq_cell *of = w->cell[s->of], *by = w->cell[s->by];
    fprintf(w->out, "Definition %s%s%s%s (t : R) : R :=\n  ", s->function, *all ? " (" : "",
            *all ? all + 1 : "", *all ? " : Z)" : "");
    put_move(w, s);
    put_lets(w, s, 0, s->n_path);
    fprintf(w->out, "%s%s.\n", of->name, own);
    fprintf(w->out, "Definition %s%s%s%s : R := Derive (%s%s) (%s%s).\n", s->name, *all ? " (" : "",
            *all ? all + 1 : "", *all ? " : Z)" : "", s->function, all, by->name,
            slopes_by_letters(w, s, " "));
}

static void put_made(struct writing *w, size_t cell)
{
    fprintf(w->out, "(c%zu (%s'e", w->cell[cell]->arity, w->cell[cell]->name);
    put_uses(w, w->cell[cell], "'a");
    fputs("))", w->out);
}

/* What is differentiated, as data. */
static void put_moved(struct writing *w, const struct slope *s)
{
    for (size_t n = 0; n < s->n_path; n++) {
        fprintf(w->out, "(Let %zu ", s->path[n] + FIRST_NUMBER);
        put_made(w, s->path[n]);
        fprintf(w->out, " %s ", cells_entries_text(w, w->cell[s->path[n]]));
    }
    fprintf(w->out, "(%s'a%s)", w->cell[s->of]->name, of_letters(w, s));
    for (size_t n = 0; n < s->n_path; n++)
        fputs(")", w->out);
}

void slopes_define_data(struct writing *w, const struct slope *s)
{
    const char *all = slopes_letters(w, s, " ");
    const size_t number = FIRST_NUMBER + w->cells + (size_t)(s - w->slope);
    fprintf(w->out, "Definition %s'e%s : ex := Der ", s->name, all);
    put_moved(w, s);
    fprintf(w->out, " %zu [%s]%%Z.\n", s->by + FIRST_NUMBER, slopes_by_letters(w, s, "; "));
    fprintf(w->out, "Definition %s'a%s : ex := At %zu [%s]%%Z.\n", s->name, all, number,
            slopes_letters(w, s, "; "));
}

/* One step of the proof that the function of what moves is its data: the cell number n of the path. */
static void put_step(struct writing *w, const struct slope *s, size_t n)
{
    const struct coq_cell *c = w->cell[s->path[n]], *of = w->cell[s->of];
    fprintf(w->out, "\n  eq_trans (f_equal (fun %s => ", c->name);
    for (size_t k = 0; k < n; k++) {
        const struct coq_cell *before = w->cell[s->path[k]];
        fprintf(w->out, "let %s := val%zu e'%zu %s'a in ", before->name, before->arity, k + 1,
                before->name);
    }
    put_lets(w, s, n + 1, s->n_path);
    fprintf(w->out, "%s%s) (%s'same e'%zu", of->name, of_letters(w, s), c->name, n);
    put_uses(w, c, "'a");
    fputs(")) (", w->out);
}

void slopes_lemmas(struct writing *w, const struct slope *s)
{
    const char *all = slopes_letters(w, s, " ");
    fprintf(w->out, "Lemma %s'by%s t : %s%s t = denote (upd env'all %zu [%s]%%Z t) ", s->name, all,
            s->function, all, s->by + FIRST_NUMBER, slopes_by_letters(w, s, "; "));
    put_moved(w, s);
    fprintf(w->out, ".\nProof. exact_no_check (let e'0 := upd env'all %zu [%s]%%Z t in ",
            s->by + FIRST_NUMBER, slopes_by_letters(w, s, "; "));
    put_move(w, s);
    for (size_t n = 0; n < s->n_path; n++) {
        fprintf(w->out, "\n  let e'%zu := set e'%zu %zu (fun ix => denote e'%zu (", n + 1, n,
                s->path[n] + FIRST_NUMBER, n);
        put_made(w, s->path[n]);
        fputs(" ix)) in", w->out);
    }
    for (size_t n = 0; n < s->n_path; n++)
        put_step(w, s, n);
    fprintf(w->out, " (eq_refl (denote e'%zu (%s'a%s)))", s->n_path, w->cell[s->of]->name,
            of_letters(w, s));
    for (size_t n = 0; n < s->n_path; n++)
        fputs(")", w->out);
    fputs("). Qed.\n", w->out);
    fprintf(
        w->out,
        "Lemma %s'same%s : %s%s = denote env'all (%s'e%s).\nProof. exact_no_check (slope_same _ _ "
        "(%s%s) (%s'by%s)). Qed.\n",
        s->name, all, s->name, all, s->name, all, w->cell[s->by]->name,
        slopes_by_letters(w, s, " "), s->name, all);
}
