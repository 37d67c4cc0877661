/* arrays.c: entry by entry; then the dots in a row of their own, and in a column of their own. */
#include "check/meaning/arrays.h"

#include <stdlib.h>

#include "check/meaning/dots.h"
#include "check/meaning/formula.h"

enum { ENTRIES_MAX = 10000 };

/* No name of a document. */
static const char down_letter[] = "(row)", across_letter[] = "(column)";

/* The entries as they stand, row by row; dots are DOTS. */
struct grid {
    const struct expr **entry;
    size_t rows, columns;
};

/* --- entries --- */

static const struct expr *elaborate_cell(struct elaboration *to, const struct written *cell)
{
    const struct written *entry = cell->as.list.n == 1 ? cell->as.list.item[0] : NULL;
    if (!entry)
        return elaboration_fail(to, cell, REASON_RELATION_HERE);
    return elaborate(to, entry);
}

static bool are_dots(const struct expr *e)
{
    return e->kind == EXPR_DOTS;
}

/* A row of the array: as long as the first one; one that is dots alone may have gaps. */
static bool add_row(struct elaboration *to, const struct written *row, struct grid *grid)
{
    const size_t n = row->as.list.n;
    grid->columns = grid->columns ? grid->columns : n;
    for (size_t k = 0; k < grid->columns; k++) {
        const struct written *cell = row->as.list.item[k < n ? k : n - 1];
        const struct expr *entry = elaborate_cell(to, cell);
        if (!entry)
            return false;
        if (n > grid->columns || (n < grid->columns && !are_dots(entry)) ||
            grid->rows * grid->columns + k >= ENTRIES_MAX)
            return elaboration_fail(to, row, REASON_ENTRIES) != NULL;
        grid->entry =
            arena_grow(to->arena, grid->entry, grid->rows * grid->columns + k, sizeof *grid->entry);
        grid->entry[grid->rows * grid->columns + k] = entry;
    }
    grid->rows++;
    return true;
}

/* --- dots --- */

/* Entry n of line `line`, the lines being rows or columns. */
static const struct expr *at(const struct grid *g, bool rows, size_t line, size_t n)
{
    return rows ? g->entry[line * g->columns + n] : g->entry[n * g->columns + line];
}

/* The line is dots alone. */
static bool is_dotted(const struct grid *g, bool rows, size_t line)
{
    const size_t length = rows ? g->columns : g->rows;
    size_t n = 0;
    while (n < length && are_dots(at(g, rows, line, n)))
        n++;
    return n == length;
}

static size_t lines_of(const struct grid *g, bool rows)
{
    return rows ? g->rows : g->columns;
}

static bool any_dotted(const struct grid *g, bool rows)
{
    for (size_t line = 0; line < lines_of(g, rows); line++)
        if (is_dotted(g, rows, line))
            return true;
    return false;
}

static long whole(const struct expr *number)
{
    return number->kind == EXPR_NUMBER ? strtol(number->as.number, NULL, 10) : -1;
}

/* The entry stands in the series; before the dots as number n of it. */
static bool belongs(struct elaboration *to, const struct expr *entry, const struct expr *first,
                    const struct expr *each, bool before, long n)
{
    const struct expr *low, *high;
    const struct expr *same = dots_term(to->arena, first, entry, each->as.each.letter, &low, &high);
    if (!same || !expr_same(same, each->as.each.body))
        return false;
    return !before || whole(high) == whole(low) + n;
}

/* Entries with dots among them, which are null here, as an EACH; null if there is no clear pattern, or another one for
 * those in the middle. */
static const struct expr *series(struct elaboration *to, const struct expr *const *entry, size_t n,
                                 bool across)
{
    const struct expr *low, *high;
    if (n < 3 || !entry[0] || !entry[n - 1])
        return NULL;
    const char *letter = across ? across_letter : down_letter;
    const struct expr *body = dots_term(to->arena, entry[0], entry[n - 1], letter, &low, &high);
    if (!body)
        return NULL;
    const struct expr *each = expr_each(to->arena, letter, low, high, body, across);
    bool before = true;
    for (size_t k = 1; k + 1 < n; k++) {
        before = before && entry[k];
        if (entry[k] && !belongs(to, entry[k], entry[0], each, before, (long)k))
            return NULL;
    }
    return before ? NULL : each;
}

/* One line as a formula: its entries as they are, or with its dots understood, where lines across it are dotted. */
static const struct expr *line_of(struct elaboration *to, const struct grid *g, bool rows,
                                  size_t line, bool dotted)
{
    const size_t length = lines_of(g, !rows);
    const struct expr **entry = arena_new(to->arena, length * sizeof *entry);
    for (size_t n = 0; n < length; n++) {
        const struct expr *one = at(g, rows, line, n);
        entry[n] = are_dots(one) ? NULL : one;
        if (!entry[n] && !dotted)
            return NULL;
    }
    if (dotted)
        return series(to, entry, length, rows);
    if (length == 1)
        return entry[0];
    struct expr *array = expr_array(to->arena, entry[0]->where, rows ? length : 1);
    for (size_t n = 0; n < length; n++)
        expr_append(to->arena, array, entry[n]);
    return array;
}

/* The lines with dots between them, and perhaps dots in each. */
static const struct expr *lines_with_dots(struct elaboration *to, const struct grid *g, bool rows)
{
    const size_t lines = lines_of(g, rows);
    const bool other = any_dotted(g, !rows);
    const struct expr **line = arena_new(to->arena, lines * sizeof *line);
    for (size_t n = 0; n < lines; n++)
        if (!is_dotted(g, rows, n) && !(line[n] = line_of(to, g, rows, n, other)))
            return NULL;
    return series(to, line, lines, !rows);
}

static const struct expr *with_dots(struct elaboration *to, const struct grid *g)
{
    return any_dotted(g, true)    ? lines_with_dots(to, g, true)
           : any_dotted(g, false) ? lines_with_dots(to, g, false)
                                  : NULL;
}

/* The same entries, with w_12 as one of two indices. */
static struct grid apart(struct elaboration *to, const struct grid *g)
{
    struct grid split = *g;
    split.entry = arena_new(to->arena, g->rows * g->columns * sizeof *split.entry);
    for (size_t n = 0; n < g->rows * g->columns; n++)
        split.entry[n] = dots_apart(to->arena, g->entry[n]);
    return split;
}

/* All entries stand there. */
static const struct expr *without_dots(struct elaboration *to, const struct written *array,
                                       const struct grid *g)
{
    const size_t n = g->rows * g->columns;
    struct expr *all = expr_array(to->arena, written_extent(array), g->columns);
    for (size_t k = 0; k < n; k++)
        expr_append(to->arena, all, g->entry[k]);
    return n == 1 ? g->entry[0] : all;
}

static bool has_dots(const struct grid *g)
{
    for (size_t n = 0; n < g->rows * g->columns; n++)
        if (are_dots(g->entry[n]))
            return true;
    return false;
}

/* --- the whole --- */

const struct expr *elaborate_array(struct elaboration *to, const struct written *array)
{
    struct grid g = {NULL, 0, 0};
    for (size_t n = 0; n < array->as.list.n; n++)
        if (array->as.list.item[n]->as.list.n && !add_row(to, array->as.list.item[n], &g))
            return NULL;
    if (g.rows == 0)
        return elaboration_fail(to, array, REASON_EMPTY_BRACKETS);
    if (!has_dots(&g))
        return without_dots(to, array, &g);
    const struct grid split = apart(to, &g);
    const struct expr *result = with_dots(to, &g);
    result = result ? result : with_dots(to, &split);
    return result ? result : elaboration_fail(to, array, REASON_DOTS_PATTERN);
}
