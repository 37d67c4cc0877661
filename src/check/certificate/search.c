/* search.c: asks Coq under what each line holds, or where it does not. */
#include <stdlib.h>
#include <string.h>

#include "check/certificate/cells.h"
#include "check/certificate/checks.h"
#include "check/certificate/formula.h"
#include "check/certificate/theorems.h"
#include "check/judging/assumptions.h"

/* What the answer about a line begins with, if it is no number of a variant. */
enum { ANSWER_NONE = -1, ANSWER_POINT = 200 };

/* Points that are tried: of a line that is wrong, the same with the logistic function written out, and of a right line that
 * was not proved. */
enum { POINTS_WRONG = 40, POINTS_EXPANDED = 12, POINTS_RIGHT = 4 };

static void put_variant(struct writing *w, const struct line *l, const struct given *g, int number)
{
    const char *call = g->terms   ? arena_print(w->arena, "agrees_alone def'all [%s]", g->items)
                       : l->wrong ? "agree s'"
                                  : "agrees def'all [] s'";
    fprintf(w->out, "if %s then [%d]%%Z else ", checks_text(w, l, g, call), number);
}

/* --- points where a line fails: simple numbers for what is free --- */

static bool is_varied(const struct coq_cell *c, const struct line *l)
{
    return c->formulas == 0 && !given_number(c, &l->equation);
}

/* The modes that are tried for a cell, the best first; returns how many. */
static size_t modes_of(const struct section *s, const struct line *l, size_t cell, long mode[5])
{
    static const long none[] = {POINT_ONE, POINT_FIRST, POINT_PART, POINT_ZERO},
                      one[] = {POINT_FIRST, POINT_ZERO, POINT_ONE, POINT_PART},
                      more[] = {POINT_ZERO, POINT_FIRST, POINT_SECOND, POINT_ONE, POINT_PART};
    const struct coq_cell *c = s->w.cell[cell];
    const struct label label = assumptions_label(s->w.model, l->equation.section);
    if (label.id && label.id == c->id && c->arity) {
        mode[0] = POINT_HOT + c->range[c->arity - 1].low;
        return 1;
    }
    if (label.id && label.id == c->id) {
        mode[0] = POINT_ONE;
        mode[1] = POINT_ZERO;
        return 2;
    }
    const size_t n = c->arity < 2 ? 4 : 5;
    memcpy(mode, c->arity == 0 ? none : c->arity == 1 ? one : more, n * sizeof *mode);
    return n;
}

void search_put_point(struct section *s, const struct line *l)
{
    struct writing *w = &s->w;
    fputs("[]", w->out);
    for (size_t n = 0; n < w->cells; n++)
        if (l->below[n] && w->cell[n]->formulas == 0 && !is_varied(w->cell[n], l)) {
            fprintf(w->out, "\n  ++ [Node %zu [] %s]", n + FIRST_NUMBER,
                    formula_text(w, given_number(w->cell[n], &l->equation), true));
        } else if (l->below[n] && w->cell[n]->formulas == 0) {
            fprintf(w->out,
                    "\n  ++ map (fun ix => Node %zu ix (picked (mode' %zu%%positive) ix)) %s",
                    n + FIRST_NUMBER, n + FIRST_NUMBER, cells_entries_text(w, w->cell[n]));
        }
}

/* Which of its modes a cell has at a point: first all their best ones; then one cell alone has another one, those that were
 * met last, which lie deepest, first; then mixtures, so that no cell stays as it is. */
static size_t choice_at(size_t point, size_t cell, size_t cells, size_t modes)
{
    const size_t alone = point - 1;
    if (point == 0)
        return 0;
    if (alone < 2 * cells)
        return alone / 2 + cell + 1 == cells ? (1 + alone % 2) % modes : 0;
    const size_t mixed = point * 2654435761u + cell * 40503u;
    return (mixed >> 7) % modes;
}

/* So many points, each as modes of the cells that are varied; as a definition, since to read numbers takes Coq long. */
static void put_points(struct section *s, const struct line *l, size_t points)
{
    struct writing *w = &s->w;
    size_t cells = 0;
    fprintf(w->out, "Definition points'%s := map (combine [", l->name);
    for (size_t n = 0; n < w->cells; n++)
        if (l->below[n] && is_varied(w->cell[n], l))
            fprintf(w->out, "%s%zu", cells++ ? "; " : "", n + FIRST_NUMBER);
    fputs("]%positive) [", w->out);
    for (size_t k = 0; k < points; k++) {
        size_t varied = 0;
        fputs(k ? "; [" : "[", w->out);
        for (size_t n = 0; n < w->cells; n++) {
            long mode[5];
            if (!l->below[n] || !is_varied(w->cell[n], l))
                continue;
            const size_t modes = modes_of(s, l, n, mode);
            fprintf(w->out, "%s%ld", varied ? "; " : "", mode[choice_at(k, varied, cells, modes)]);
            varied++;
        }
        fputs("]", w->out);
    }
    fputs("]%Z.\n", w->out);
}

/* Lines that rest on numbers that are given to some entries alone are not looked at. */
static bool has_point(const struct section *s, const struct line *l)
{
    for (size_t n = 0; n < s->w.cells; n++)
        if (l->below[n] && s->w.cell[n]->values && s->w.cell[n]->arity)
            return false;
    return true;
}

/* Searches among so many points; with the logistic function written out, or as it is. */
static void put_search_of(struct section *s, const struct line *l, size_t points, bool expanded)
{
    struct writing *w = &s->w;
    const char *letters = checks_letters(w, l, false), *list = "",
               *expand = expanded ? "expand " : "";
    fprintf(w->out,
            "match search (fun mode' => let s' := start (items_of %s %s(point'%s mode')%s (%s",
            expanded ? "(expand_def def'all)" : "def'all", expanded ? "(map expand_item " : "",
            l->name, expanded ? ")" : "", expanded ? "map expand (" : "");
    fprintf(w->out, "%s%s)) in ", checks_sides(w, l), expanded ? ")" : "");
    for (size_t n = 0; n < l->letters.letters; n++) {
        const char *letter = coq_letter(w, l->letters.letter[n]);
        fprintf(w->out, "flat_map (fun %s => ", letter);
        list = arena_print(w->arena, "%s%s%s", list, n ? "; " : "", letter);
    }
    fprintf(w->out, "(if %s && differ s' (%s(left'%s%s)) (%s(right'%s%s)) then [[%s]%%Z] else [])",
            l->condition ? l->condition : "true", expand, l->name, letters, expand, l->name,
            letters, list);
    for (size_t n = l->letters.letters; n--;)
        fprintf(w->out, ") (range (%ld) (%ld))", l->letters.range[n].low, l->letters.range[n].high);
    fputs(") ", w->out);
    fprintf(w->out, "(firstn %zu points'%s)", points, l->name);
    fprintf(w->out, " with Some (p', x') => (%d :: x' ++ map snd p')%%Z | None => ", ANSWER_POINT);
}

static void put_search(struct section *s, const struct line *l)
{
    if (!has_point(s, l)) {
        fputs("[-1]%Z", s->w.out);
        return;
    }
    put_search_of(s, l, l->wrong ? POINTS_WRONG : POINTS_RIGHT, false);
    put_search_of(s, l, l->wrong ? POINTS_EXPANDED : POINTS_RIGHT, true);
    fputs("[-1]%Z end end", s->w.out);
}

/* In the second round right lines that were not proved are looked at: whether they are wrong. */
static bool is_searched(const struct line *l, bool second)
{
    return second ? !l->wrong && !l->exists && !l->assumes && l->found < 0 : l->wrong;
}

static void ask_variants(struct section *s)
{
    struct writing *w = &s->w;
    const struct given none = given_nothing(w);
    fputs("Eval vm_compute in let s' := start (items_of def'all [] (", w->out);
    for (size_t n = 0; n < s->lines; n++) {
        fprintf(w->out, "%s%s", n ? "\n  ++ " : "", checks_sides(w, &s->line[n]));
    }
    fputs(")) in [", w->out);
    for (size_t n = 0; n < s->lines; n++) {
        const struct line *l = &s->line[n];
        fputs(n ? ";\n  (" : "\n  (", w->out);
        for (size_t k = 0; !l->wrong && k < l->variants; k++)
            put_variant(w, l, &l->given[k], (int)k);
        if (l->wrong)
            put_variant(w, l, &none, 0);
        fprintf(w->out, "[%d]%%Z)", ANSWER_NONE);
    }
    fputs("].\n", w->out);
}

static void ask_points(struct section *s, bool second)
{
    struct writing *w = &s->w;
    for (size_t n = 0; n < s->lines; n++) {
        const struct line *l = &s->line[n];
        if (!is_searched(l, second))
            continue;
        fprintf(w->out, "Definition point'%s (mode' : positive -> Z) : list item := ", l->name);
        search_put_point(s, l);
        fputs(".\n", w->out);
        put_points(s, l, l->wrong ? POINTS_WRONG : POINTS_RIGHT);
        fputs("Eval vm_compute in [", w->out);
        put_search(s, l);
        fputs("].\n", w->out);
    }
}

void theorems_question(struct section *s, bool second, FILE *out)
{
    theorems_formulas(s, out, false);
    if (!second)
        ask_variants(s);
    ask_points(s, second);
}

/* --- the answer --- */

/* The next number, or false at the end of the list. */
static bool next_number(const char **text, long *number)
{
    while (**text && !strchr("-0123456789[]", **text))
        ++*text;
    if (**text == '\0' || **text == ']' || **text == '[')
        return false;
    char *end;
    *number = strtol(*text, &end, 10);
    *text = end;
    return true;
}

static void take_point(struct section *s, struct line *l, const char **text)
{
    long number;
    l->point.index = arena_new(s->w.arena, (l->letters.letters + 1) * sizeof(long));
    l->point.mode = arena_new(s->w.arena, (s->w.cells + 1) * sizeof(long));
    bool good = true;
    for (size_t n = 0; good && n < l->letters.letters; n++) {
        good = next_number(text, &number);
        l->point.index[n] = number;
    }
    for (size_t n = 0; good && n < s->w.cells; n++)
        if (l->below[n] && is_varied(s->w.cell[n], l)) {
            good = next_number(text, &number);
            l->point.mode[n] = number;
        }
    l->point.found = good;
}

/* The next list of an answer, behind its first bracket; null if there is none. */
static const char *next_list(const char *text)
{
    text = text ? strchr(text, '[') : NULL;
    return text ? text + 1 : NULL;
}

const char *theorems_answer(struct section *s, bool second, const char *text)
{
    long number;
    if (!second && (text = strstr(text, "= [")))
        text += 3;
    for (size_t n = 0; !second && n < s->lines; n++) {
        if (!(text = next_list(text)))
            return NULL;
        struct line *l = &s->line[n];
        const bool good = next_number(&text, &number) && number >= 0 &&
                          (l->wrong ? number == 0 : (size_t)number < l->variants);
        l->found = good ? (int)number : ANSWER_NONE;
    }
    for (size_t n = 0; text && n < s->lines; n++) {
        if (!is_searched(&s->line[n], second))
            continue;
        if ((text = strstr(text, "= [")))
            text = next_list(text + 3);
        if (text && next_number(&text, &number) && number == ANSWER_POINT)
            take_point(s, &s->line[n], &text);
    }
    return text;
}
