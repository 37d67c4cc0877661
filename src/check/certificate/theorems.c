/* theorems.c: the certificate of a section. */
#include "check/certificate/theorems.h"

#include <string.h>

#include "check/certificate/checks.h"
#include "check/certificate/slopes.h"

/* Lines that hold under the same facts are computed together. */
struct group {
    const char *items;
    size_t lines;
};

struct theorems {
    struct section *section;
    struct writing *w;
    struct group *group;
    size_t groups;
    size_t *group_of, *place; /* of each line: its group, and its number in that */
};

bool theorems_has(const struct section *s, size_t n)
{
    const struct line *l = &s->line[n];
    if (l->wrong)
        return l->found < 0 && l->point.found;
    for (size_t k = 0; l->found >= 0 && !l->exists && k < s->lines; k++)
        if (s->line[k].exists && l->slope[s->line[k].exists - 1] && s->line[k].found < 0)
            return false;
    return l->found >= 0;
}

static const struct given *given_of(const struct line *l)
{
    return &l->given[l->found];
}

/* --- what is computed --- */

static void find_groups(struct theorems *t)
{
    struct arena *arena = t->w->arena;
    const struct section *s = t->section;
    t->group_of = arena_new(arena, (s->lines + 1) * sizeof *t->group_of);
    t->place = arena_new(arena, (s->lines + 1) * sizeof *t->place);
    for (size_t n = 0; n < s->lines; n++) {
        const struct line *l = &s->line[n];
        if (!theorems_has(s, n) || l->wrong || given_of(l)->hot || l->given_letters)
            continue;
        size_t g = 0;
        while (g < t->groups && strcmp(t->group[g].items, given_of(l)->items) != 0)
            g++;
        if (g == t->groups) {
            t->group = arena_grow(arena, t->group, t->groups, sizeof *t->group);
            t->group[t->groups++] = (struct group){.items = given_of(l)->items};
        }
        t->group_of[n] = g + 1;
        t->place[n] = t->group[g].lines++;
    }
}

/* The check of a line as a boolean, in the state of its group or in one of its own. */
static char *check_text(struct theorems *t, size_t n, bool grouped)
{
    struct writing *w = t->w;
    const struct line *l = &t->section->line[n];
    const struct given *g = given_of(l);
    return checks_text(w, l, g,
                       arena_print(w->arena,
                                   grouped ? "agrees def'all [%s] s'" : "agrees_alone def'all [%s]",
                                   g->items));
}

static void put_about(struct theorems *t, size_t group)
{
    struct writing *w = t->w;
    fprintf(w->out, "Definition about'%zu : list ex := []", group);
    for (size_t n = 0; n < t->section->lines; n++)
        if (t->group_of[n] == group + 1)
            fprintf(w->out, "\n  ++ %s", checks_sides(w, &t->section->line[n]));
    fputs(".\n", w->out);
}

static void put_groups(struct theorems *t)
{
    FILE *out = t->w->out;
    for (size_t g = 0; g < t->groups; g++) {
        put_about(t, g);
        fprintf(out, "Definition state'%zu := start (items_of def'all [%s] about'%zu).\n", g,
                t->group[g].items, g);
        fprintf(out, "Definition lines'%zu : list bool := let s' := state'%zu in [", g, g);
        for (size_t n = 0; n < t->section->lines; n++)
            if (t->group_of[n] == g + 1)
                fprintf(out, "%s\n  %s", t->place[n] ? ";" : "", check_text(t, n, true));
        fprintf(
            out,
            "].\nLemma true'%zu : lines'%zu = repeat true %zu.\nProof. vm_cast_no_check (eq_refl "
            "lines'%zu). Qed.\n",
            g, g, t->group[g].lines, g);
    }
}

/* --- lemmas about the formulas --- */

static void put_cell_lemma(struct writing *w, const struct coq_cell *c)
{
    const char *data = "", *value = "";
    fprintf(w->out, "Lemma %s'same (e' : env)", c->name);
    for (size_t n = 0; n < c->uses; n++) {
        const struct coq_cell *u = w->cell[c->use[n]];
        fprintf(w->out, " %s'a", u->name);
        data = arena_print(w->arena, "%s %s'a", data, u->name);
        value = arena_print(w->arena, "%s (val%zu e' %s'a)", value, u->arity, u->name);
    }
    fprintf(w->out,
            " : %s%s = val%zu e' (%s'e%s).\nProof. exact_no_check (eq_refl (val%zu e' (%s'e%s))). "
            "Qed.\n",
            c->maker, value, c->arity, c->name, data, c->arity, c->name, data);
}

static void put_all_ok(struct writing *w)
{
    static const char *const same[] = {"eq_refl", "(fun _ => eq_refl)", "(fun _ _ => eq_refl)",
                                       "(fun _ _ _ => eq_refl)", "(fun _ _ _ _ => eq_refl)"};
    fputs("Lemma ok'all : forall s' i' a', def'all s' i' = Some a' -> env'all s' i' = denote "
          "env'all a'.\n"
          "Proof. exact_no_check (def_ok env'all symbols'all\n  (conj (free_ok _ _)",
          w->out);
    for (size_t n = 0; n < w->cells; n++) {
        const struct coq_cell *c = w->cell[n];
        if (c->state != CELL_READY || c->formulas == 0)
            fputs("\n  (conj (free_ok _ _)", w->out);
        else
            fprintf(w->out, "\n  (conj (node%zu_ok env'all _ _ %s)", c->arity, same[c->arity]);
    }
    for (size_t n = 0; n < w->slopes; n++)
        fprintf(w->out, "\n  (conj (node%zu_ok env'all _ _ %s'same)",
                w->cell[w->slope[n].of]->arity + w->cell[w->slope[n].by]->arity, w->slope[n].name);
    fputs(" Logic.I", w->out);
    for (size_t n = 0; n < w->cells + w->slopes + 1; n++)
        fputs(")", w->out);
    fputs("). Qed.\n", w->out);
}

static void put_lemmas(struct writing *w)
{
    fputs("Definition env'all : env := env_of symbols'all.\n", w->out);
    for (size_t n = 0; n < w->n_order; n++) {
        const struct coq_cell *c = w->cell[w->order[n]];
        if (c->state == CELL_READY && c->formulas && !c->derived)
            put_cell_lemma(w, c);
    }
    for (size_t n = 0; n < w->slopes; n++)
        slopes_lemmas(w, &w->slope[n]);
    put_all_ok(w);
}

/* --- theorems --- */

static void put_statement(struct theorems *t, size_t n)
{
    struct writing *w = t->w;
    const struct line *l = &t->section->line[n];
    const struct given *g = given_of(l);
    fprintf(w->out, "Theorem %s :", l->name);
    for (size_t k = 0; k < l->letters.letters; k++)
        fprintf(w->out, " all %s = %ld to %ld,", coq_letter(w, l->letters.letter[k]),
                l->letters.range[k].low, l->letters.range[k].high);
    if (g->hot)
        fprintf(w->out, " all hot = %ld to %ld,", g->hot_range.low, g->hot_range.high);
    if (l->condition)
        fprintf(w->out, "\n  %s = true ->", l->condition);
    fputs(g->hypotheses, w->out);
    if (!l->exists) {
        fprintf(w->out, "\n  %s = %s.\n", l->shown[0], l->shown[1]);
        return;
    }
    const struct slope *s = &w->slope[l->exists - 1];
    fprintf(w->out, "\n  ex_derive (%s%s) (%s%s).\n", s->function, slopes_letters(w, s, " "),
            w->cell[s->by]->name, slopes_by_letters(w, s, " "));
}

/* The check of this line, out of that of all values of its letters. */
static char *picked(struct writing *w, const struct line *l, const struct given *g)
{
    char *text = arena_text(w->arena, "K'", 2);
    for (size_t k = 0; k < l->letters.letters; k++)
        text = arena_print(w->arena, "(each_ok _ _ _ %s %s R'%zu)", text,
                           coq_letter(w, l->letters.letter[k]), k);
    if (g->hot)
        text = arena_print(w->arena, "(each_ok _ _ _ %s hot R'hot)", text);
    return l->condition ? arena_print(w->arena, "(impl_ok _ _ %s C')", text) : text;
}

static void put_proof(struct theorems *t, size_t n)
{
    struct writing *w = t->w;
    const struct line *l = &t->section->line[n];
    const struct given *g = given_of(l);
    const size_t group = t->group_of[n];
    const char *letters = checks_letters(w, l, false);
    const char *call = arena_print(w->arena, "(left'%s%s) (right'%s%s) %s", l->name, letters,
                                   l->name, letters, picked(w, l, g));
    fputs("Proof.\nintros", w->out);
    for (size_t k = 0; k < l->letters.letters; k++)
        fprintf(w->out, " %s R'%zu", coq_letter(w, l->letters.letter[k]), k);
    fprintf(w->out, "%s%s%s.\n", g->hot ? " hot R'hot" : "", l->condition ? " C'" : "", g->intro);
    const char *both;
    if (group) {
        fprintf(
            w->out,
            "assert (K' : let s' := state'%zu in %s = true) by exact_no_check (f_equal (fun l' => "
            "nth %zu l' false) true'%zu).\n",
            group - 1, check_text(t, n, true), t->place[n], group - 1);
        both = arena_print(w->arena,
                           "(agreed env'all def'all ok'all [%s] about'%zu state'%zu eq_refl %s %s)",
                           g->items, group - 1, group - 1, given_proof(w, g), call);
    } else {
        fprintf(w->out, "assert (K' : %s = true) by (vm_cast_no_check (eq_refl true)).\n",
                check_text(t, n, false));
        both = arena_print(w->arena, "(agreed_alone env'all def'all ok'all [%s] %s)", g->items,
                           arena_print(w->arena, "(left'%s%s) (right'%s%s) %s %s", l->name, letters,
                                       l->name, letters, given_proof(w, g), picked(w, l, g)));
    }
    if (!l->exists) {
        fprintf(w->out, "exact_no_check (proj1 %s).\nQed.\n", both);
        return;
    }
    const struct slope *s = &w->slope[l->exists - 1];
    fprintf(w->out,
            "exact_no_check (ex_derive_same _ _ (%s%s) (fun t => eq_sym (%s'by%s t)) (proj2 "
            "%s)).\nQed.\n",
            w->cell[s->by]->name, slopes_by_letters(w, s, " "), s->name, slopes_letters(w, s, " "),
            both);
}

/* Text of a document in a comment of Coq: no end of a comment, no string. */
static void put_comment(FILE *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        if (*c == '"')
            fputs("''", out);
        else
            fputc(*c == '\n' || *c == '\t' ? ' ' : *c, out);
        if ((c[0] == '*' && c[1] == ')') || (c[0] == '(' && c[1] == '*'))
            fputc(' ', out);
    }
}

/* Before its theorem: which line of the document it is. */
static void put_line_comment(struct section *s, const struct reading *reading,
                             const struct source *source, const struct line *l, FILE *out)
{
    struct arena *arena = s->w.arena;
    fputs("\n(* ", out);
    if (l->exists) {
        const struct slope *slope = &s->w.slope[l->exists - 1];
        fprintf(out, "%s exists *)\n", slope->name);
        return;
    }
    const struct claim *c = &reading->model->claim[l->claim];
    const struct place p = source_place(source, c->statement->at);
    fprintf(out, "line %zu: ", p.line);
    put_comment(out, source_excerpt(source, c->statement->at, c->statement->end, arena));
    fputs("\n   read as: ", out);
    put_comment(out, arena_print(arena, "%s %s %s%s%s", expr_print(arena, c->left),
                                 relation_text(c->statement->rel), expr_print(arena, c->right),
                                 c->condition ? ", if " : "",
                                 c->condition ? expr_print(arena, c->condition) : ""));
    if (reading->verdict[l->claim].assumption)
        fprintf(out, "\n   if %s", reading->verdict[l->claim].assumption);
    fputs(" *)\n", out);
}

void theorems_write(struct section *s, const struct reading *reading, const struct source *source,
                    FILE *out)
{
    struct theorems t = {.section = s, .w = &s->w};
    theorems_formulas(s, out, true);
    put_lemmas(&s->w);
    find_groups(&t);
    put_groups(&t);
    for (size_t n = 0; n < s->lines; n++) {
        if (!theorems_has(s, n))
            continue;
        s->line[n].begins = ftell(out);
        put_line_comment(s, reading, source, &s->line[n], out);
        if (s->line[n].wrong) {
            refutations_write(s, n, out);
        } else {
            put_statement(&t, n);
            put_proof(&t, n);
        }
        s->line[n].ends = ftell(out);
    }
}
