/* spans.c: walks through a document once, from delimiter to delimiter. */
#include "spans.h"

#include <ctype.h>
#include <string.h>

struct walk {
    const char *text;
    size_t at, end;
    bool latex;              /* a LaTeX source: % starts a comment */
    size_t paragraph;        /* where the paragraph that was last looked at ends */
    const char *missing[32]; /* closing delimiters that do not come any more */
    size_t n_missing;
    struct spans spans;
    struct arena *arena;
};

static struct span *add(struct walk *w, enum span_kind kind, size_t start, size_t end)
{
    struct spans *s = &w->spans;
    while (kind == SPAN_ROW && start < end && strchr(" \t\r\n&", w->text[start]))
        start++;
    s->span = arena_grow(w->arena, s->span, s->n, sizeof *s->span);
    s->span[s->n] = (struct span){.kind = kind, .start = start, .end = end};
    return &s->span[s->n++];
}

static bool begins(const struct walk *w, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return w->end - at >= length && memcmp(w->text + at, word, length) == 0;
}

/* The first place from `at` on where word stands, not behind a backslash of its own; w->end if
 * nowhere. */
static size_t find(const struct walk *w, size_t at, size_t end, const char *word)
{
    for (; at < end; at++) {
        if (begins(w, at, word) && at + strlen(word) <= end)
            return at;
        if (w->text[at] == '\\' && at + 1 < end)
            at++;
    }
    return w->end;
}

static size_t line_end(const struct walk *w, size_t at)
{
    const char *newline = memchr(w->text + at, '\n', w->end - at);
    return newline ? (size_t)(newline - w->text) : w->end;
}

/* Where the paragraph around `at` ends: at an empty line. */
static size_t paragraph_end(struct walk *w, size_t at)
{
    while (w->paragraph <= at && w->paragraph < w->end) {
        size_t line = line_end(w, at);
        size_t next = line + 1;
        while (next < w->end && w->text[next] != '\n' && isspace((unsigned char)w->text[next]))
            next++;
        while (next < w->end && w->text[next] != '\n') {
            line = line_end(w, next);
            next = line + 1;
            while (next < w->end && w->text[next] != '\n' && isspace((unsigned char)w->text[next]))
                next++;
        }
        w->paragraph = next < w->end ? next : w->end;
    }
    return w->paragraph;
}

static bool has_relation(const struct walk *w, size_t start, size_t end)
{
    static const char *signs[] = {"=", "<-", "←", "\\leftarrow", "\\gets", "\\neq", "≠"};
    int braces = 0; /* the = of a sum's limits does not count */
    for (size_t at = start; at < end; at++) {
        braces += (w->text[at] == '{') - (w->text[at] == '}');
        for (size_t n = 0; braces <= 0 && n < sizeof signs / sizeof *signs; n++)
            if (begins(w, at, signs[n]))
                return true;
    }
    return false;
}

/* Every line that is not empty is an equation of its own, with its braces closed. */
static bool lines_are_rows(const struct walk *w, size_t start, size_t end)
{
    size_t lines = 0;
    for (size_t at = start; at < end; at++) {
        size_t stop = line_end(w, at);
        stop = stop < end ? stop : end;
        int open = 0;
        bool empty = true;
        for (size_t n = at; n < stop; n++) {
            open +=
                (w->text[n] == '{' || w->text[n] == '(') - (w->text[n] == '}' || w->text[n] == ')');
            empty = empty && isspace((unsigned char)w->text[n]);
        }
        if (!empty &&
            (open != 0 || !has_relation(w, at, stop) || find(w, at, stop, "\\begin") < stop))
            return false;
        lines += !empty;
        at = stop;
    }
    return lines > 1;
}

/* Adds the rows of a display: split at \\, except inside cases, matrices and braces. */
static void add_rows(struct walk *w, size_t start, size_t end)
{
    static const char *inner[] = {"cases}", "array}", "matrix}", "pmatrix}", "bmatrix}", "dcases}"};
    bool split_lines = lines_are_rows(w, start, end);
    for (size_t at = start; split_lines && at + 1 < end; at++)
        split_lines = !(w->text[at] == '\\' && w->text[at + 1] == '\\');
    size_t row = start;
    int depth = 0, braces = 0;
    bool follows = false;
    for (size_t at = start; at <= end; at++) {
        const bool last = at == end;
        for (size_t n = 0; !last && n < sizeof inner / sizeof *inner; n++) {
            if (begins(w, at, "\\begin{") && begins(w, at + 7, inner[n]))
                depth++;
            if (begins(w, at, "\\end{") && begins(w, at + 5, inner[n]))
                depth--;
        }
        const bool breaks = !last && depth <= 0 && braces <= 0 && begins(w, at, "\\\\");
        const bool newline = !last && split_lines && w->text[at] == '\n';
        if (last || breaks || newline) {
            add(w, SPAN_ROW, row, at)->follows = follows;
            follows = true;
            row = at + (breaks ? 2 : 1);
            if (breaks && begins(w, row, "["))
                row = find(w, row, end, "]") < end ? find(w, row, end, "]") + 1 : row;
            at = breaks ? row - 1 : at;
        } else if (w->text[at] == '\\') {
            at++;
        } else {
            braces += (w->text[at] == '{') - (w->text[at] == '}');
        }
    }
}

/* A display from start on, which ends before the word `closing`. */
static void display(struct walk *w, size_t opening, size_t start, const char *closing)
{
    bool missing = false;
    for (size_t n = 0; n < w->n_missing; n++)
        missing = missing || strcmp(w->missing[n], closing) == 0;
    const size_t stop = missing ? w->end : find(w, start, w->end, closing);
    if (stop == w->end) {
        if (!missing && w->n_missing < sizeof w->missing / sizeof *w->missing)
            w->missing[w->n_missing++] = closing;
        w->at = paragraph_end(w, start);
        add(w, SPAN_BROKEN, opening, w->at);
        return;
    }
    add_rows(w, start, stop);
    w->at = stop + strlen(closing);
}

static void environment(struct walk *w)
{
    static const char *math[] = {"equation",    "align",   "gather", "multline", "eqnarray",
                                 "displaymath", "flalign", "math",   "alignat",  "dmath"};
    static const char *skipped[] = {"verbatim", "lstlisting", "comment"};
    const size_t name = w->at + strlen("\\begin{");
    const char *brace = memchr(w->text + name, '}', w->end - name);
    const size_t length = brace ? (size_t)(brace - w->text) - name : 0;
    size_t base = length;
    if (base && w->text[name + base - 1] == '*')
        base--;
    const char *closing = arena_print(w->arena, "\\end{%.*s}", (int)length, w->text + name);
    for (size_t n = 0; n < sizeof math / sizeof *math; n++)
        if (brace && strlen(math[n]) == base && memcmp(math[n], w->text + name, base) == 0) {
            size_t start = name + length + 1;
            if (base == 7 && begins(w, name, "alignat") && begins(w, start, "{"))
                start = find(w, start, w->end, "}") + 1;
            display(w, w->at, start < w->end ? start : w->end, closing);
            return;
        }
    for (size_t n = 0; n < sizeof skipped / sizeof *skipped; n++)
        if (brace && strlen(skipped[n]) == base && memcmp(skipped[n], w->text + name, base) == 0) {
            w->at = find(w, w->at, w->end, closing);
            return;
        }
    w->at = name;
}

static void dollar(struct walk *w)
{
    const size_t start = w->at + 1, limit = paragraph_end(w, w->at);
    size_t stop = find(w, start, limit, "$");
    if (stop > limit || stop == w->end) {
        const size_t line = line_end(w, start);
        if (has_relation(w, start, line) || memchr(w->text + start, '\\', line - start))
            add(w, SPAN_BROKEN, w->at, line);
        w->at = line;
        return;
    }
    /* $`…`$ is how some code hosts write it. */
    const bool ticks = stop > start + 1 && w->text[start] == '`' && w->text[stop - 1] == '`';
    add(w, SPAN_INLINE, start + ticks, stop - ticks);
    w->at = stop + 1;
}

/* ```math is a display; other fenced code is left out. */
static void fence(struct walk *w)
{
    const size_t info = w->at + 3;
    const size_t line = line_end(w, w->at);
    const char *closing = begins(w, w->at, "~~~") ? "\n~~~" : "\n```";
    const bool math = begins(w, info, "math");
    const size_t opening = w->at;
    size_t stop = line;
    while (stop < w->end && !begins(w, stop, closing))
        stop++;
    if (math && stop == w->end)
        add(w, SPAN_BROKEN, opening, stop);
    else if (math)
        add_rows(w, line, stop);
    w->at = stop < w->end ? line_end(w, stop + 1) : stop;
}

/* "Part 2", "Exercise 1: …", "3. …" without a formula. */
static int numbered_level(const struct walk *w, size_t at, size_t stop)
{
    static const char *words[] = {"Part ",    "Exercise ", "Problem ", "Question ",   "Task ",
                                  "Section ", "Chapter ",  "**Part ",  "**Exercise ", "**Problem "};
    for (size_t n = at; n < stop; n++)
        if (w->text[n] == '$' || w->text[n] == '=' || w->text[n] == '\\')
            return 0;
    for (size_t n = 0; n < sizeof words / sizeof *words; n++)
        if (begins(w, at, words[n]) && isalnum((unsigned char)w->text[at + strlen(words[n])]) &&
            stop - at < 80)
            return 1;
    size_t digits = at;
    int dots = 0;
    while (digits < stop && (isdigit((unsigned char)w->text[digits]) || w->text[digits] == '.')) {
        dots += w->text[digits] == '.' && isdigit((unsigned char)w->text[digits + 1]);
        digits++;
    }
    const bool numbered = digits > at && digits < stop && stop - at < 80 &&
                          (w->text[digits] == ' ' || w->text[digits] == ')');
    return numbered ? dots + 1 : 0;
}

/* A heading at the start of a line, or 0. */
static int heading_level(const struct walk *w, size_t at, size_t stop)
{
    static const struct {
        const char *command;
        int level;
    } commands[] = {{"\\part", 1},       {"\\chapter", 1},       {"\\section", 2},
                    {"\\subsection", 3}, {"\\subsubsection", 4}, {"\\paragraph", 5}};
    for (size_t n = 0; n < sizeof commands / sizeof *commands; n++) {
        const size_t after = at + strlen(commands[n].command);
        if (begins(w, at, commands[n].command) && (begins(w, after, "{") || begins(w, after, "*{")))
            return commands[n].level;
    }
    int hashes = 0;
    while (at + (size_t)hashes < stop && w->text[at + (size_t)hashes] == '#')
        hashes++;
    if (hashes && hashes <= 6)
        return hashes;
    return numbered_level(w, at, stop);
}

/* What stands at the start of a line; true if the whole line is done with. */
static bool line_start(struct walk *w)
{
    size_t at = w->at;
    while (at < w->end && (w->text[at] == ' ' || w->text[at] == '\t'))
        at++;
    if (begins(w, at, "```") || begins(w, at, "~~~")) {
        w->at = at;
        fence(w);
        return true;
    }
    const size_t stop = line_end(w, at);
    const int level = heading_level(w, at, stop);
    if (level)
        add(w, SPAN_HEADING, at, stop)->level = level;
    return false;
}

static void inline_code(struct walk *w)
{
    size_t ticks = 1;
    while (begins(w, w->at + ticks, "`"))
        ticks++;
    const size_t limit = w->end - w->at > 1000 ? w->at + 1000 : w->end;
    for (size_t at = w->at + ticks; at < limit; at++) {
        size_t n = 0;
        while (begins(w, at + n, "`"))
            n++;
        if (n == ticks) {
            w->at = at + n;
            return;
        }
        at += n;
        if (begins(w, at, "\n\n"))
            break;
    }
    w->at += ticks;
}

static void walk_markup(struct walk *w)
{
    bool start = true;
    while (w->at < w->end) {
        if (start && line_start(w)) {
            start = false;
            continue;
        }
        const char c = w->text[w->at];
        start = c == '\n';
        if (c == '%' && w->latex)
            w->at = line_end(w, w->at);
        else if (c == '`')
            inline_code(w);
        else if (begins(w, w->at, "$$"))
            display(w, w->at, w->at + 2, "$$");
        else if (c == '$')
            dollar(w);
        else if (begins(w, w->at, "\\["))
            display(w, w->at, w->at + 2, "\\]");
        else if (begins(w, w->at, "\\(")) {
            const size_t first = w->spans.n;
            display(w, w->at, w->at + 2, "\\)");
            for (size_t n = first; n < w->spans.n; n++)
                if (w->spans.span[n].kind == SPAN_ROW)
                    w->spans.span[n].kind = SPAN_INLINE;
        } else if (begins(w, w->at, "\\begin{"))
            environment(w);
        else
            w->at += c == '\\' && w->at + 1 < w->end && w->text[w->at + 1] != '\n' ? 2 : 1;
    }
}

/* Where a formula ends that has its number behind it, apart by two blanks: y = 2 x   (3). */
static size_t without_number(const struct walk *w, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && isspace((unsigned char)w->text[at - 1]))
        at--;
    const size_t close = at;
    const char open = at > start && w->text[at - 1] == ')'   ? '('
                      : at > start && w->text[at - 1] == ']' ? '['
                                                             : 0;
    if (!open)
        return end;
    for (at--; at > start && isalnum((unsigned char)w->text[at - 1]);)
        at--;
    /* One blank will do before a number, two before a letter. */
    const bool number =
        at > start + 3 && w->text[at - 1] == open && close - at < 6 &&
        isspace((unsigned char)w->text[at - 2]) &&
        (isspace((unsigned char)w->text[at - 3]) || isdigit((unsigned char)w->text[at]));
    return number ? at - 1 : end;
}

/* Past the bullet or number of a list, the mark of a quotation, an arrow: "- ", "2) ", "> ". */
static size_t past_bullet(const struct walk *w, size_t at, size_t stop)
{
    static const char *const bullets[] = {"- ", "* ", "• ", "– ", "> ", "-> ", "-- ", "=> ", "→ "};
    for (size_t n = 0; n < sizeof bullets / sizeof *bullets; n++)
        if (begins(w, at, bullets[n]))
            return at + strlen(bullets[n]);
    size_t label = at + begins(w, at, "(") + begins(w, at, "[");
    const size_t from = label;
    while (label < stop && isdigit((unsigned char)w->text[label]))
        label++;
    if (label == from && label + 1 < stop && islower((unsigned char)w->text[label]))
        label++;
    const bool closed = label > from && label + 1 < stop && strchr(").]", w->text[label]) &&
                        w->text[label + 1] == ' ';
    return closed ? label + 2 : at;
}

/* A line of plain text that goes on with the one before: it begins with a sign, further in. */
static bool goes_on(const struct walk *w, size_t at, size_t first, const struct span *before)
{
    static const char *const signs[] = {"*", "+", "/", "·", "=", "-", "−"};
    const bool adjacent =
        before && before->kind == SPAN_LINE && at > 0 && line_end(w, before->end) + 1 == at;
    for (size_t n = 0; adjacent && n < sizeof signs / sizeof *signs; n++)
        if (begins(w, first, signs[n]))
            return signs[n][0] == '=' ||
                   (first > at + 1 && !has_relation(w, first, line_end(w, first)));
    return false;
}

/* The first cell of a table's row that holds a formula. */
static void table_row(struct walk *w, size_t at, size_t stop)
{
    while (at < stop) {
        const char *bar = memchr(w->text + at, '|', stop - at);
        const size_t end = bar ? (size_t)(bar - w->text) : stop;
        while (at < end && w->text[at] == ' ')
            at++;
        if (has_relation(w, at, end)) {
            add(w, SPAN_LINE, at, end);
            return;
        }
        at = end + 1;
    }
}

static void walk_plain(struct walk *w)
{
    for (size_t at = 0; at < w->end; at++) {
        const size_t stop = line_end(w, at);
        size_t first = at;
        while (first < stop && isspace((unsigned char)w->text[first]))
            first++;
        const char *hash = memchr(w->text + first, '#', stop - first);
        const size_t comment = hash ? (size_t)(hash - w->text) : stop;
        const int level = heading_level(w, first, stop);
        struct span *before = w->spans.n ? &w->spans.span[w->spans.n - 1] : NULL;
        const size_t end = without_number(w, first, comment);
        if (first < stop && comment != first && goes_on(w, at, first, before)) {
            if (w->text[first] == '=')
                add(w, SPAN_LINE, first, end)->follows = true;
            else
                before->end = end;
        } else if (first < stop && (comment == first || level)) {
            add(w, SPAN_HEADING, first, stop)->level = level ? level : 1;
        } else if (begins(w, first, "|")) {
            table_row(w, first + 1, stop);
        } else if (has_relation(w, first, comment)) {
            add(w, SPAN_LINE, past_bullet(w, first, end), end);
        }
        at = stop;
    }
}

struct spans spans_find(const struct source *source, struct arena *arena)
{
    struct walk w = {.text = source->text, .end = source->length, .arena = arena};
    if (begins(&w, 0, "\xEF\xBB\xBF"))
        w.at = 3;
    const size_t length = strlen(source->name);
    w.latex = (length > 4 && strcmp(source->name + length - 4, ".tex") == 0) ||
              strstr(source->text, "\\documentclass") ||
              strstr(source->text, "\\begin{document}") || strstr(source->text, "\\section");
    walk_markup(&w);
    for (size_t n = 0; n < w.spans.n; n++)
        if (w.spans.span[n].kind != SPAN_HEADING)
            return w.spans;
    w.spans = (struct spans){0};
    walk_plain(&w);
    return w.spans;
}
