/* checks.c */
#include "check/certificate/checks.h"

char *checks_letters(struct writing *w, const struct line *l, bool hot)
{
    char *text = arena_text(w->arena, "", 0);
    for (size_t n = 0; n < l->letters.letters; n++)
        text = arena_print(w->arena, "%s %s", text, coq_letter(w, l->letters.letter[n]));
    return hot ? arena_print(w->arena, "%s hot", text) : text;
}

char *checks_text(struct writing *w, const struct line *l, const struct given *g, const char *call)
{
    const char *letters = checks_letters(w, l, false);
    char *text = arena_text(w->arena, "", 0), *end = text;
    for (size_t k = 0; k < l->letters.letters; k++, end = arena_print(w->arena, "%s)", end))
        text =
            arena_print(w->arena, "%seach (%ld) (%ld) (fun %s => ", text, l->letters.range[k].low,
                        l->letters.range[k].high, coq_letter(w, l->letters.letter[k]));
    if (g->hot) {
        text = arena_print(w->arena, "%seach (%ld) (%ld) (fun hot => ", text, g->hot_range.low,
                           g->hot_range.high);
        end = arena_print(w->arena, "%s)", end);
    }
    if (l->condition) {
        text = arena_print(w->arena, "%simplb (%s) (", text, l->condition);
        end = arena_print(w->arena, "%s)", end);
    }
    return arena_print(w->arena, "%s%s (left'%s%s) (right'%s%s)%s", text, call, l->name, letters,
                       l->name, letters, end);
}

char *checks_sides(struct writing *w, const struct line *l)
{
    const char *letters = checks_letters(w, l, false);
    char *text = arena_text(w->arena, "", 0);
    for (size_t k = 0; k < l->letters.letters; k++)
        text = arena_print(w->arena, "%sflat_map (fun %s => ", text,
                           coq_letter(w, l->letters.letter[k]));
    text = arena_print(w->arena, "%s[left'%s%s; right'%s%s]", text, l->name, letters, l->name,
                       letters);
    for (size_t k = l->letters.letters; k--;)
        text = arena_print(w->arena, "%s) (range (%ld) (%ld))", text, l->letters.range[k].low,
                           l->letters.range[k].high);
    return text;
}
