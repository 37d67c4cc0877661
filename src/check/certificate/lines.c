/* lines.c */
#include "check/certificate/lines.h"

#include <string.h>

#include "check/certificate/cells.h"
#include "check/certificate/formula.h"
#include "check/certificate/levels.h"
#include "check/certificate/slopes.h"
#include "check/judging/assumptions.h"
#include "check/judging/updates.h"

enum { INSTANCES_MAX = 40, CASES_MAX = 100000 };

/* What making the lines of one section needs. */
struct maker {
    const struct reading *reading;
    const struct source *source;
    struct section *section;
    struct proof *proof;
    struct arena *arena;
};

static bool is_judged(const struct verdict *v)
{
    return v->kind == VERDICT_RIGHT || v->kind == VERDICT_RIGHT_IF || v->kind == VERDICT_WRONG;
}

static void not_stated(struct maker *m, size_t claim, const char *why)
{
    m->proof[claim] = (struct proof){.state = PROOF_NOT_STATED, .why = why};
}

/* --- the two sides --- */

/* Of an update the left side is what the update must come to; where its symbol is defined as that, the symbol. */
static bool equation_of(struct maker *m, size_t n, struct equation *e)
{
    struct writing *w = &m->section->w;
    const struct claim *c = &w->model->claim[n];
    *e = judging_equation(w->judging, c, n);
    if (c->kind != CLAIM_UPDATE)
        return true;
    const struct environment *env = &w->judging->environment[c->section];
    const struct update u = update_of(w->model, env->depends, c);
    if (u.reason.code != REASON_NONE) {
        not_stated(m, n, "the loss or the learning rate of the update is not known");
        return false;
    }
    e->slope = update_slope(w->model, m->arena, &u, c->old);
    const bool named = c->left->kind == EXPR_SYMBOL && c->left->as.symbol.name.tag == TAG_NEW &&
                       env->loss == u.loss && env->rate == u.rate;
    if (!named)
        e->left = update_truth(w->model, m->arena, &u, c->old, e->slope);
    return true;
}

/* --- its indices --- */

/* The letter stands for a level: the line is stated for each of its values. */
static bool is_level(struct writing *w, const struct equation *e, const char *letter)
{
    return levels_letter(w, e->left, letter) || levels_letter(w, e->right, letter);
}

static void drop_letter(struct assignments *a, size_t n)
{
    for (size_t k = n; k + 1 < a->letters; k++) {
        a->letter[k] = a->letter[k + 1];
        a->range[k] = a->range[k + 1];
    }
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = n; k + 1 < a->letters; k++)
            a->value[i][k] = a->value[i][k + 1];
    a->letters--;
}

/* All combinations of the values that letters have, in so many assignments. */
static size_t combinations(const struct assignments *a)
{
    size_t all = 1;
    for (size_t n = 0; n < a->letters && all < CASES_MAX; n++)
        all *= (size_t)(a->range[n].high - a->range[n].low + 1);
    return all;
}

/* The assignments as a condition, where they are not all: (i, j) is one of these. */
static const char *listed(struct writing *w, const struct assignments *a)
{
    const char *text = "(false";
    for (size_t n = 0; n < a->n; n++) {
        text = arena_print(w->arena, "%s || (true", text);
        for (size_t k = 0; k < a->letters; k++)
            text = arena_print(w->arena, "%s && (%s =? %ld)%%Z", text, w->bound[k].name,
                               a->value[n][k]);
        text = arena_print(w->arena, "%s)", text);
    }
    return arena_print(w->arena, "%s)", text);
}

static const char *condition_text(struct writing *w, const struct line *l, bool all)
{
    struct coq_text c;
    if (!all && !l->equation.condition)
        return listed(w, &l->letters);
    if (!l->equation.condition)
        return NULL;
    const int holds = levels_condition(w, l->equation.condition);
    if (holds == 1)
        return NULL;
    coq_text_begin(w, &c);
    formula_condition(w, l->equation.condition);
    return coq_text_end(w, &c);
}

/* --- what is taken for granted --- */

static const char *stated_words(struct maker *m, const struct equation *e)
{
    struct writing *w = &m->section->w;
    const struct model *model = w->model;
    for (size_t n = model->n_stated; n--;) {
        const struct labels_stated *s = &model->stated[n];
        unsigned id = s->id;
        if (s->at > e->at)
            continue;
        if (!id)
            id = assumptions_label(model, e->section).id;
        if (!id)
            id = assumptions_label_of_line(model, e).id;
        if (!id)
            continue;
        const char *name = symbols_name(&model->symbols, id, m->arena);
        static const char *const words[] = {[STATED_SUM_ONE] = "sum(%s) = 1",
                                            [STATED_ONE_HOT] = "%s is one-hot",
                                            [STATED_BINARY] = "%s is 0 or 1",
                                            [STATED_SYMMETRIC] = "%s is symmetric"};
        const char *mark = strstr(words[s->what], "%s");
        return arena_print(m->arena, "%.*s%s%s", (int)(mark - words[s->what]), words[s->what], name,
                           mark + 2);
    }
    return NULL;
}

/* Takes in what may be given, unless the same was there before. */
static void keep_variant(struct line *l, const struct given *g)
{
    for (size_t n = 0; n < l->variants; n++)
        if (strcmp(l->given[n].hypotheses, g->hypotheses) == 0)
            return;
    l->given[l->variants++] = *g;
}

/* Adds a variant, unless something in it cannot be said. */
static void add_variant(struct maker *m, struct line *l, const char *assumption, bool all)
{
    struct writing *w = &m->section->w;
    struct given g = given_nothing(w);
    const char *before = w->why;
    if (l->variants == VARIANTS)
        return;
    w->bounds = 0;
    for (size_t n = 0; n < l->letters.letters; n++)
        writing_bind(w, l->letters.letter[n], false);
    l->given_letters = assumption && strstr(assumption, " is one-hot at ");
    const bool known = !assumption || given_assumption(w, &g, assumption);
    given_numbers(w, &g, l->below, &l->equation);
    if (known && given_apart(w, &g, l->below, &l->equation, &l->letters, all) && !w->why)
        keep_variant(l, &g);
    w->why = before;
}

static void find_variants(struct maker *m, struct line *l)
{
    const struct verdict *v = &m->reading->verdict[l->claim];
    l->assumes = v->kind == VERDICT_RIGHT_IF;
    if (v->kind == VERDICT_RIGHT_IF) {
        add_variant(m, l, v->assumption, false);
        add_variant(m, l, v->assumption, true);
        return;
    }
    const char *stated = v->kind == VERDICT_RIGHT ? stated_words(m, &l->equation) : NULL;
    l->assumes = stated != NULL;
    add_variant(m, l, NULL, false);
    if (stated)
        add_variant(m, l, stated, false);
    add_variant(m, l, NULL, true);
    if (stated)
        add_variant(m, l, stated, true);
}

/* --- one line --- */

static void bind_letters(struct writing *w, const struct assignments *a)
{
    w->bounds = 0;
    for (size_t n = 0; n < a->letters; n++)
        writing_bind(w, a->letter[n], false);
}

/* Writes both sides to nowhere, so that all cells and slopes are known; false if something cannot be stated. */
static bool read_line(struct writing *w, struct line *l)
{
    struct coq_cell both = {.id = 0};
    w->why = NULL;
    w->depth = 0;
    bind_letters(w, &l->letters);
    w->user = &both;
    formula_text(w, l->equation.left, false);
    formula_text(w, l->equation.right, false);
    w->user = NULL;
    l->below = NULL;
    if (!w->why)
        l->below = cells_below(w, both.use, both.uses);
    return !w->why;
}

/* Cells that were met later have no place in what was noted: the marks are made anew, as long as all cells. */
static void write_line(struct writing *w, struct line *l)
{
    struct coq_cell both = {.id = 0};
    bind_letters(w, &l->letters);
    w->user = &both;
    for (int data = 0; data < 2; data++) {
        const char **side = data ? l->data : l->shown;
        side[0] = formula_text(w, l->equation.left, data);
        side[1] = formula_text(w, l->equation.right, data);
    }
    w->user = NULL;
    l->below = cells_below(w, both.use, both.uses);
    memcpy(l->slope, both.slope, sizeof l->slope);
    for (size_t n = 0; n < w->cells; n++)
        for (size_t k = 0; l->below[n] && k < w->slopes; k++)
            l->slope[k] |= w->cell[n]->slope[k];
    const bool all = combinations(&l->letters) == l->letters.n || l->letters.sampled;
    l->condition = condition_text(w, l, all);
}

static void add_line(struct maker *m, const struct line *l)
{
    struct section *s = m->section;
    s->line = arena_grow(m->arena, s->line, s->lines, sizeof *s->line);
    s->line[s->lines++] = *l;
}

/* The line with numbers in the place of its levels: one line for each. */
static bool add_lines(struct maker *m, struct line l)
{
    struct writing *w = &m->section->w;
    for (size_t n = 0; n < l.letters.letters; n++) {
        const char *letter = l.letters.letter[n];
        if (!is_level(w, &l.equation, letter))
            continue;
        if (!l.equation.condition && l.letters.n != combinations(&l.letters))
            return writing_fail(w, "a layer of which not all are meant");
        const struct bounds r = l.letters.range[n];
        bool good = r.high - r.low < INSTANCES_MAX;
        for (long k = r.low; good && k <= r.high; k++) {
            struct line one = l;
            one.letters.value = arena_new(m->arena, (l.letters.n + 1) * sizeof *one.letters.value);
            memcpy(one.letters.value, l.letters.value, l.letters.n * sizeof *one.letters.value);
            drop_letter(&one.letters, n);
            one.letters.sampled = true;
            one.equation.left = levels_at(w, l.equation.left, letter, k);
            one.equation.right = levels_at(w, l.equation.right, letter, k);
            one.equation.condition = levels_at(w, l.equation.condition, letter, k);
            one.name = arena_print(m->arena, "%s_%s%ld", l.name, letter, k);
            if (!one.equation.condition || levels_condition(w, one.equation.condition) != 0)
                good = add_lines(m, one);
        }
        return good;
    }
    if (!read_line(w, &l))
        return false;
    add_line(m, &l);
    return true;
}

/* A name for each line; a line of a document may hold several claims. */
static const char *line_name(struct maker *m, size_t n)
{
    const struct place p = source_place(m->source, m->reading->model->claim[n].statement->at);
    if (p.cell)
        return arena_print(m->arena, "cell_%zu_line_%zu_%zu", p.cell, p.cell_line, p.column);
    return arena_print(m->arena, "line_%zu_%zu", p.line, p.column);
}

static void make_line(struct maker *m, size_t n)
{
    struct writing *w = &m->section->w;
    const struct verdict *v = &m->reading->verdict[n];
    struct line l = {.claim = n, .wrong = v->kind == VERDICT_WRONG, .found = -1};
    if (v->by_form) {
        not_stated(
            m, n,
            "it is the chain rule between quantities whose functions are not taken as defined");
        return;
    }
    if (!equation_of(m, n, &l.equation))
        return;
    l.letters = assignments_of(w->judging, &l.equation);
    l.name = coq_name(w, line_name(m, n));
    const size_t kept = m->section->lines;
    w->why = NULL;
    if (l.letters.reason.code != REASON_NONE)
        writing_fail(w, "its indices are not known");
    if (!w->why && add_lines(m, l))
        return;
    m->section->lines = kept;
    not_stated(m, n, w->why ? w->why : "it has too many layers");
}

/* A line that says of a slope that it exists, at all entries; nothing is assumed for it but what keeps formulas apart. */
static void add_existence(struct maker *m, size_t number)
{
    static const char *const letter[] = {"p1", "p2", "p3", "p4", "q1", "q2", "q3", "q4"};
    const struct extent nowhere = {0, 0};
    struct writing *w = &m->section->w;
    const struct slope *s = &w->slope[number];
    const struct coq_cell *both[] = {w->cell[s->of], w->cell[s->by]};
    const struct expr *none = expr_whole(w->arena, nowhere, 0);
    struct line l = {.exists = (int)number + 1, .found = -1};
    l.equation = (struct equation){.left = none, .right = none, .section = w->section};
    for (int k = 0; k < 2; k++)
        for (size_t n = 0; n < both[k]->arity; n++) {
            l.letters.letter[l.letters.letters] = letter[4 * (size_t)k + n];
            l.letters.range[l.letters.letters++] = both[k]->range[n];
        }
    l.letters.sampled = true;
    l.name = coq_name(w, arena_print(w->arena, "exists_%s", s->name));
    const char *data = arena_print(w->arena, "%s'e%s", s->name, slopes_letters(w, s, " "));
    l.data[0] = l.data[1] = data;
    l.below = cells_below(w, (const size_t[]){s->of, s->by}, 2);
    struct given g = given_nothing(w);
    for (int all = 0; all < 2; all++, g = given_nothing(w)) {
        w->bounds = 0;
        w->why = NULL;
        if (given_apart(w, &g, l.below, &l.equation, &l.letters, all) && !w->why)
            keep_variant(&l, &g);
    }
    add_line(m, &l);
}

static struct section *section_new(const struct reading *reading, struct judging *judging,
                                   size_t section, struct arena *arena)
{
    struct section *s = arena_new(arena, sizeof *s);
    s->w = (struct writing){
        .model = reading->model, .judging = judging, .arena = arena, .section = section};
    levels_find(&s->w);
    return s;
}

struct section *lines_of(const struct reading *reading, const struct source *source,
                         struct judging *judging, size_t section, struct proof *proof,
                         struct arena *arena)
{
    struct section *s = section_new(reading, judging, section, arena);
    struct maker m = {reading, source, s, proof, arena};
    for (size_t n = 0; n < reading->model->claims; n++)
        if (reading->model->claim[n].section == section && is_judged(&reading->verdict[n]))
            make_line(&m, n);
    for (size_t n = 0; n < s->lines; n++) {
        s->w.why = NULL;
        write_line(&s->w, &s->line[n]);
        find_variants(&m, &s->line[n]);
    }
    /* What is assumed may have brought new cells. */
    for (size_t n = 0; n < s->lines; n++)
        write_line(&s->w, &s->line[n]);
    for (size_t n = 0; s->lines && n < s->w.slopes; n++)
        add_existence(&m, n);
    return s;
}
