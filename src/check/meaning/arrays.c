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

/* 1 0 side by side is no product of two numbers: the space between them separates. */
static bool is_spaced(const struct written *entry)
{
    for (size_t n = 0; entry->kind == WRITTEN_MUL && n + 1 < entry->as.list.n; n++)
        if (entry->as.list.item[n]->kind == WRITTEN_NUMBER &&
            entry->as.list.item[n + 1]->kind == WRITTEN_NUMBER)
            return true;
    return false;
}

static const struct expr *elaborate_cell(struct elaboration *to, const struct written *cell)
{
    const struct written *entry = cell->as.list.n == 1 ? cell->as.list.item[0] : NULL;
    if (!entry)
        return elaboration_fail(to, cell, REASON_RELATION_HERE);
    return is_spaced(entry) ? elaboration_fail(to, cell, REASON_ENTRIES) : elaborate(to, entry);
}

static bool are_dots(const struct expr *e)
{
    return e->kind == EXPR_DOTS;
}

/* A row of the array: as long as the first one; of one that is dots alone a single sign may stand for all. */
static bool add_row(struct elaboration *to, const struct written *row, struct grid *grid)
{
    const size_t n = row->as.list.n;
    grid->columns = grid->columns ? grid->columns : n;
    for (size_t k = 0; k < grid->columns; k++) {
        const struct written *cell = row->as.list.item[k < n ? k : n - 1];
        const struct expr *entry = elaborate_cell(to, cell);
        if (!entry)
            return false;
        if ((n != grid->columns && !(n == 1 && are_dots(entry))) ||
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

/* The line that is dots alone; `lines` if there is none. */
static size_t dotted_line(const struct grid *g, bool rows)
{
    const size_t lines = rows ? g->rows : g->columns, length = rows ? g->columns : g->rows;
    for (size_t line = 0; line < lines; line++) {
        size_t n = 0;
        while (n < length && are_dots(at(g, rows, line, n)))
            n++;
        if (n == length)
            return line;
    }
    return lines;
}

static long whole(const struct expr *number)
{
    return number->kind == EXPR_NUMBER ? strtol(number->as.number, NULL, 10) : -1;
}

/* Entries with dots before the last one, as an EACH; null if there is no clear pattern, or another one for those that
 * stand before the dots. */
static const struct expr *series(struct elaboration *to, const struct expr *const *entry,
                                 size_t before, const struct expr *last, bool across)
{
    const char *letter = across ? across_letter : down_letter;
    const struct expr *low, *high, *from, *till;
    const struct expr *body = dots_term(to->arena, entry[0], last, letter, &low, &high);
    for (size_t n = 1; body && n < before; n++) {
        const struct expr *same =
            dots_term(to->arena, entry[n - 1], entry[n], letter, &from, &till);
        if (!same || !expr_same(same, body) || whole(from) != whole(low) + (long)n - 1 ||
            whole(till) != whole(from) + 1)
            return NULL;
    }
    return body ? expr_each(to->arena, letter, low, high, body, across) : NULL;
}

/* One line as a formula: its entries as they are, or with its dots, which stand at `dots`, understood. */
static const struct expr *line_of(struct elaboration *to, const struct grid *g, bool rows,
                                  size_t line, size_t dots)
{
    const size_t length = rows ? g->columns : g->rows;
    const struct expr **entry = arena_new(to->arena, length * sizeof *entry);
    for (size_t n = 0; n < length; n++)
        entry[n] = at(g, rows, line, n);
    if (dots < length)
        return dots > 0 && dots + 2 == length ? series(to, entry, dots, entry[length - 1], rows)
                                              : NULL;
    if (length == 1)
        return entry[0];
    struct expr *array = expr_array(to->arena, entry[0]->where, rows ? length : 1);
    for (size_t n = 0; n < length; n++)
        expr_append(to->arena, array, entry[n]);
    return array;
}

/* The lines with dots between them, and perhaps dots in each. */
static const struct expr *lines_with_dots(struct elaboration *to, const struct grid *g, bool rows,
                                          size_t dotted, size_t other)
{
    const size_t lines = rows ? g->rows : g->columns;
    if (dotted == 0 || dotted + 2 != lines)
        return NULL;
    const struct expr **line = arena_new(to->arena, lines * sizeof *line);
    for (size_t n = 0; n < lines; n++)
        if (n != dotted && !(line[n] = line_of(to, g, rows, n, other)))
            return NULL;
    return series(to, line, dotted, line[lines - 1], !rows);
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
    const size_t row = dotted_line(&g, true), column = dotted_line(&g, false);
    const struct expr *result = NULL;
    if (row < g.rows) {
        result = lines_with_dots(to, &g, true, row, column);
    } else if (column < g.columns) {
        result = lines_with_dots(to, &g, false, column, row);
    } else {
        struct expr *all = expr_array(to->arena, written_extent(array), g.columns);
        for (size_t n = 0; n < g.rows * g.columns; n++) {
            if (are_dots(g.entry[n]))
                return elaboration_fail(to, array, REASON_DOTS_PATTERN);
            expr_append(to->arena, all, g.entry[n]);
        }
        result = all->as.array.entry.n == 1 ? all->as.array.entry.item[0] : all;
    }
    return result ? result : elaboration_fail(to, array, REASON_DOTS_PATTERN);
}
