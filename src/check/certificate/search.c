/* search.c: asks Coq under what each line holds, or where it does not. */
#include <stdlib.h>
#include <string.h>

#include "check/certificate/cells.h"
#include "check/certificate/theorems.h"
#include "check/judging/assumptions.h"

/* What the answer about a line begins with, if it is no number of a variant. */
enum { ANSWER_NONE = -1, ANSWER_POINT = 200 };

/* Points that are tried: of a line that is wrong, and of a right one that was not proved. */
enum { POINTS_WRONG = 40, POINTS_RIGHT = 4 };

static char *letters_of(struct writing *w, const struct line *l)
{
    char *text = arena_text(w->arena, "", 0);
    for (size_t n = 0; n < l->letters.letters; n++)
        text = arena_print(w->arena, "%s %s", text, coq_letter(w, l->letters.letter[n]));
    return text;
}

/* each 0 3 (fun j => ... for all letters, and what closes it. */
static void put_each(struct writing *w, const struct line *l, const struct given *g)
{
    for (size_t n = 0; n < l->letters.letters; n++)
        fprintf(w->out, "each (%ld) (%ld) (fun %s => ", l->letters.range[n].low,
                l->letters.range[n].high, coq_letter(w, l->letters.letter[n]));
    if (g->hot)
        fprintf(w->out, "each (%ld) (%ld) (fun hot => ", g->hot_range.low, g->hot_range.high);
    if (l->condition)
        fprintf(w->out, "implb %s (", l->condition);
}

static void put_end(struct writing *w, const struct line *l, const struct given *g)
{
    for (size_t n = 0; n < l->letters.letters + g->hot + (l->condition != NULL); n++)
        fputs(")", w->out);
}

static void put_variant(struct writing *w, const struct line *l, const struct given *g, int number)
{
    const char *letters = letters_of(w, l);
    fputs("if ", w->out);
    put_each(w, l, g);
    if (g->terms)
        fprintf(w->out, "agrees_alone def'all [%s] (left'%s%s) (right'%s%s)", g->items, l->name,
                letters, l->name, letters);
    else
        fprintf(w->out,
                l->wrong ? "agree s' (left'%s%s) (right'%s%s)"
                         : "agrees def'all [] s' (left'%s%s) (right'%s%s)",
                l->name, letters, l->name, letters);
    put_end(w, l, g);
    fprintf(w->out, " then [%d]%%Z else ", number);
}

/* --- points where a line fails: simple numbers for what is free --- */

static bool is_varied(const struct coq_cell *c)
{
    return c->formulas == 0 && c->values == 0;
}

static const char *modes_of(struct section *s, const struct line *l, size_t cell)
{
    const struct coq_cell *c = s->w.cell[cell];
    const struct label label = assumptions_label(s->w.model, l->equation.section);
    if (label.id && label.id == c->id)
        return c->arity == 0
                   ? "[1; 0]"
                   : arena_print(s->w.arena, "[%ld]", POINT_HOT + c->range[c->arity - 1].low);
    return c->arity == 0 ? "[1; 2; 4; 0]" : c->arity == 1 ? "[2; 0; 1; 4]" : "[0; 2; 3; 1; 4]";
}

static void put_ranges(struct writing *w, const struct coq_cell *c)
{
    static const char *const list[] = {"", "i1", "i1; i2", "i1; i2; i3", "i1; i2; i3; i4"};
    for (size_t n = 0; n < c->arity; n++)
        fprintf(w->out, "%s (fun i%zu => ", n + 1 == c->arity ? "map" : "flat_map", n + 1);
    fprintf(w->out, "[%s]%%Z", list[c->arity]);
    for (size_t n = c->arity; n--;)
        fprintf(w->out, ") (range (%ld) (%ld))", c->range[n].low, c->range[n].high);
}

void search_put_point(struct section *s, const struct line *l)
{
    struct writing *w = &s->w;
    fputs("[]", w->out);
    for (size_t n = 0; n < w->cells; n++)
        if (l->below[n] && w->cell[n]->formulas == 0) {
            fprintf(w->out,
                    "\n  ++ map (fun ix => Node %zu ix (picked (mode' %zu%%positive) ix)) (",
                    n + FIRST_NUMBER, n + FIRST_NUMBER);
            if (w->cell[n]->arity)
                put_ranges(w, w->cell[n]);
            else
                fputs("[[]]", w->out);
            fputs(")", w->out);
        }
}

static void put_modes(struct section *s, const struct line *l)
{
    bool first = true;
    fputs("[", s->w.out);
    for (size_t n = 0; n < s->w.cells; n++)
        if (l->below[n] && is_varied(s->w.cell[n])) {
            fprintf(s->w.out, "%s(%zu%%positive, %s)", first ? "" : "; ", n + FIRST_NUMBER,
                    modes_of(s, l, n));
            first = false;
        }
    fputs("]%Z", s->w.out);
}

/* Lines that rest on numbers that are given are not looked at: simple points are others. */
static bool has_point(const struct section *s, const struct line *l)
{
    for (size_t n = 0; n < s->w.cells; n++)
        if (l->below[n] && s->w.cell[n]->values)
            return false;
    return true;
}

/* Both sides, for all values of the letters, as a list. */
static void put_both_sides(struct writing *w, const struct line *l)
{
    const char *letters = letters_of(w, l);
    for (size_t k = 0; k < l->letters.letters; k++)
        fprintf(w->out, "flat_map (fun %s => ", coq_letter(w, l->letters.letter[k]));
    fprintf(w->out, "[left'%s%s; right'%s%s]", l->name, letters, l->name, letters);
    for (size_t k = l->letters.letters; k--;)
        fprintf(w->out, ") (range (%ld) (%ld))", l->letters.range[k].low, l->letters.range[k].high);
}

static void put_search(struct section *s, const struct line *l)
{
    struct writing *w = &s->w;
    const char *letters = letters_of(w, l), *list = "";
    if (!has_point(s, l)) {
        fputs("[-1]%Z", w->out);
        return;
    }
    fprintf(w->out,
            "match search %d (fun mode' => let s' := start (items_of def'all (point'%s mode') (",
            l->wrong ? POINTS_WRONG : POINTS_RIGHT, l->name);
    put_both_sides(w, l);
    fputs(")) in ", w->out);
    for (size_t n = 0; n < l->letters.letters; n++) {
        const char *letter = coq_letter(w, l->letters.letter[n]);
        fprintf(w->out, "flat_map (fun %s => ", letter);
        list = arena_print(w->arena, "%s%s%s", list, n ? "; " : "", letter);
    }
    fprintf(w->out, "(if %s && differ s' (left'%s%s) (right'%s%s) then [[%s]%%Z] else [])",
            l->condition ? l->condition : "true", l->name, letters, l->name, letters, list);
    for (size_t n = l->letters.letters; n--;)
        fprintf(w->out, ") (range (%ld) (%ld))", l->letters.range[n].low, l->letters.range[n].high);
    fputs(") ", w->out);
    put_modes(s, l);
    fprintf(w->out, " with Some (p', x') => (%d :: x' ++ map snd p')%%Z | None => [-1]%%Z end",
            ANSWER_POINT);
}

/* In the second round right lines that were not proved are looked at: whether they are wrong. */
static bool is_searched(const struct line *l, bool second)
{
    return second ? !l->wrong && !l->exists && l->found < 0 : l->wrong;
}

static void ask_variants(struct section *s)
{
    struct writing *w = &s->w;
    const struct given none = given_nothing(w);
    fputs("Eval vm_compute in let s' := start (items_of def'all [] (", w->out);
    for (size_t n = 0; n < s->lines; n++) {
        fputs(n ? "\n  ++ " : "", w->out);
        put_both_sides(w, &s->line[n]);
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
        fputs(".\nEval vm_compute in [", w->out);
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
        if (l->below[n] && is_varied(s->w.cell[n])) {
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
        s->line[n].found = next_number(&text, &number) ? (int)number : ANSWER_NONE;
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
