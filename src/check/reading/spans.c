/* spans.c: walks through a document once, from delimiter to delimiter. */
#include "check/reading/spans.h"

#include <ctype.h>
#include <string.h>

#include "check/reading/headings.h"
#include "check/reading/relation_signs.h"

/* Bytes. A backtick that ends later has lost its other one. */
enum { CODE_MAX = 1000 };

struct scan {
    const char *text;
    size_t at, end;
    bool latex;              /* a LaTeX source: % starts a comment */
    size_t paragraph;        /* where the paragraph that was last looked at ends */
    const char *missing[32]; /* closing delimiters that do not come any more */
    size_t n_missing;
    struct spans spans;
    struct arena *arena;
};

static struct span *add(struct scan *s, enum span_kind kind, size_t start, size_t end)
{
    struct spans *spans = &s->spans;
    while (kind == SPAN_ROW && start < end && strchr(" \t\r\n&", s->text[start]))
        start++;
    spans->span = arena_grow(s->arena, spans->span, spans->n, sizeof *spans->span);
    spans->span[spans->n] = (struct span){.kind = kind, .start = start, .end = end};
    return &spans->span[spans->n++];
}

static bool begins(const struct scan *s, size_t at, const char *word)
{
    const size_t length = strlen(word);
    return s->end - at >= length && memcmp(s->text + at, word, length) == 0;
}

/* The first place from `at` on where word stands, not behind a backslash of its own; s->end if
 * nowhere. */
static size_t find(const struct scan *s, size_t at, size_t end, const char *word)
{
    for (; at < end; at++) {
        if (begins(s, at, word) && at + strlen(word) <= end)
            return at;
        if (s->text[at] == '\\' && at + 1 < end)
            at++;
    }
    return s->end;
}

static size_t line_end(const struct scan *s, size_t at)
{
    const char *newline = memchr(s->text + at, '\n', s->end - at);
    return newline ? (size_t)(newline - s->text) : s->end;
}

/* Where the paragraph around `at` ends: at an empty line. */
static size_t paragraph_end(struct scan *s, size_t at)
{
    while (s->paragraph <= at && s->paragraph < s->end) {
        size_t line = line_end(s, at);
        size_t next = line + 1;
        while (next < s->end && s->text[next] != '\n' && isspace((unsigned char)s->text[next]))
            next++;
        while (next < s->end && s->text[next] != '\n') {
            line = line_end(s, next);
            next = line + 1;
            while (next < s->end && s->text[next] != '\n' && isspace((unsigned char)s->text[next]))
                next++;
        }
        s->paragraph = next < s->end ? next : s->end;
    }
    return s->paragraph;
}

static bool has_relation(const struct scan *s, size_t start, size_t end)
{
    return relation_sign_within(s->text, start, end);
}

/* Every line that is not empty is an equation of its own, with its braces closed. */
static bool lines_are_rows(const struct scan *s, size_t start, size_t end)
{
    size_t lines = 0;
    for (size_t at = start; at < end; at++) {
        size_t stop = line_end(s, at);
        stop = stop < end ? stop : end;
        int open = 0;
        bool empty = true;
        for (size_t n = at; n < stop; n++) {
            open +=
                (s->text[n] == '{' || s->text[n] == '(') - (s->text[n] == '}' || s->text[n] == ')');
            empty = empty && isspace((unsigned char)s->text[n]);
        }
        if (!empty &&
            (open != 0 || !has_relation(s, at, stop) || find(s, at, stop, "\\begin") < stop))
            return false;
        lines += !empty;
        at = stop;
    }
    return lines > 1;
}

/* How much deeper it goes at a place: into what has rows of its own (1), or out of it (-1). */
static int depth_step(const struct scan *s, size_t at)
{
    static const char *const inner[] = {"cases}",   "array}",  "matrix}",     "pmatrix}",
                                        "bmatrix}", "dcases}", "smallmatrix}"};
    const int step = begins(s, at, "\\begin{") ? 1 : begins(s, at, "\\end{") ? -1 : 0;
    const size_t name = at + strlen(step > 0 ? "\\begin{" : "\\end{");
    for (size_t n = 0; step && n < sizeof inner / sizeof *inner; n++)
        if (begins(s, name, inner[n]))
            return step;
    return 0;
}

/* Past \\ and the distance behind it, as in \\[2mm]. */
static size_t past_break(const struct scan *s, size_t at, size_t end)
{
    const size_t next = at + 2;
    const size_t close = begins(s, next, "[") ? find(s, next, end, "]") : end;
    return close < end ? close + 1 : next;
}

static bool has_break(const struct scan *s, size_t start, size_t end)
{
    for (size_t at = start; at + 1 < end; at++)
        if (s->text[at] == '\\' && s->text[at + 1] == '\\')
            return true;
    return false;
}

/* Adds the rows of a display: split at \\, except inside cases, matrices and braces. */
static void add_rows(struct scan *s, size_t start, size_t end)
{
    const bool by_lines = lines_are_rows(s, start, end) && !has_break(s, start, end);
    size_t row = start;
    int depth = 0, braces = 0;
    bool follows = false;
    for (size_t at = start; at < end; at++) {
        depth += depth_step(s, at);
        size_t next = 0; /* where the next row begins, if this one ends here */
        if (depth <= 0 && braces <= 0 && begins(s, at, "\\\\"))
            next = past_break(s, at, end);
        else if (depth <= 0 && braces <= 0 && begins(s, at, "\\newline"))
            next = at + strlen("\\newline");
        else if (by_lines && s->text[at] == '\n')
            next = at + 1;
        if (next) {
            add(s, SPAN_ROW, row, at)->follows = follows;
            follows = true;
            row = next;
            at = next - 1;
        } else if (s->text[at] == '\\') {
            at++;
        } else {
            braces += (s->text[at] == '{') - (s->text[at] == '}');
        }
    }
    add(s, SPAN_ROW, row, end)->follows = follows;
}

/* Of an array that is all of a display and whose cells hold equals signs, as {rcl} has them, the rows are those of
 * the display: *first and *last are moved to them. */
static void enter_array(const struct scan *s, size_t *first, size_t *last)
{
    static const char begin[] = "\\begin{array}", end[] = "\\end{array}";
    size_t at = *first;
    while (begins(s, at, "\\tag{") || begins(s, at, "\\label{")) {
        at = find(s, at, *last, "}") + 1;
        while (at < *last && isspace((unsigned char)s->text[at]))
            at++;
    }
    const size_t close = find(s, at, *last, end);
    const size_t columns = at + strlen(begin);
    if (!begins(s, at, begin) || !begins(s, columns, "{") || close == *last)
        return;
    size_t behind = close + strlen(end);
    while (behind < *last && isspace((unsigned char)s->text[behind]))
        behind++;
    const size_t start = find(s, columns, close, "}") + 1;
    bool cells = false;
    for (size_t n = start; n < close; n++) {
        size_t sign = n + 1;
        while (s->text[n] == '&' && sign < close && isspace((unsigned char)s->text[sign]))
            sign++;
        cells = cells || (s->text[n] == '&' && s->text[sign] == '=');
    }
    if (!cells || (behind < *last && !begins(s, behind, "\\label{")))
        return;
    *first = start;
    *last = close;
}

/* A display from start on, which ends before the word `closing`. */
static void display(struct scan *s, size_t opening, size_t start, const char *closing)
{
    bool missing = false;
    for (size_t n = 0; n < s->n_missing; n++)
        missing = missing || strcmp(s->missing[n], closing) == 0;
    const size_t stop = missing ? s->end : find(s, start, s->end, closing);
    if (stop == s->end) {
        if (!missing && s->n_missing < sizeof s->missing / sizeof *s->missing)
            s->missing[s->n_missing++] = closing;
        s->at = paragraph_end(s, start);
        add(s, SPAN_BROKEN, opening, s->at);
        return;
    }
    const size_t next = stop + strlen(closing);
    size_t first = start, last = stop;
    while (first < last && isspace((unsigned char)s->text[first]))
        first++;
    while (last > first && isspace((unsigned char)s->text[last - 1]))
        last--;
    /* $$ around \[ \] */
    const bool twice = last - first >= 4 && begins(s, first, "\\[") && begins(s, last - 2, "\\]");
    size_t from = twice ? first + 2 : start, to = twice ? last - 2 : stop;
    const size_t before = first;
    enter_array(s, &first, &last);
    if (first != before) {
        from = first;
        to = last;
    }
    add_rows(s, from, to);
    s->at = next;
}

/* Past the arguments of an environment: \begin{IEEEeqnarray}[…]{rCl}. */
static size_t past_arguments(const struct scan *s, size_t at)
{
    for (;;) {
        const char *close = begins(s, at, "{") ? "}" : begins(s, at, "[") ? "]" : NULL;
        const size_t end = close ? find(s, at, s->end, close) : s->end;
        if (end == s->end)
            return at;
        at = end + 1;
    }
}

static void environment(struct scan *s)
{
    static const struct {
        const char *name;
        bool arguments;
    } math[] = {{"equation", false},    {"align", false},    {"gather", false},
                {"multline", false},    {"eqnarray", false}, {"displaymath", false},
                {"flalign", false},     {"math", false},     {"alignat", true},
                {"xalignat", true},     {"dmath", false},    {"dgroup", false},
                {"IEEEeqnarray", true}, {"empheq", true},    {"aligned", false},
                {"split", false},       {"gathered", false}, {"alignedat", true}};
    static const char *skipped[] = {"verbatim", "lstlisting", "comment"};
    const size_t name = s->at + strlen("\\begin{");
    const char *brace = memchr(s->text + name, '}', s->end - name);
    const size_t length = brace ? (size_t)(brace - s->text) - name : 0;
    size_t base = length;
    if (base && s->text[name + base - 1] == '*')
        base--;
    const char *closing = arena_print(s->arena, "\\end{%.*s}", (int)length, s->text + name);
    for (size_t n = 0; n < sizeof math / sizeof *math; n++)
        if (brace && strlen(math[n].name) == base &&
            memcmp(math[n].name, s->text + name, base) == 0) {
            const size_t start = name + length + 1;
            display(s, s->at, math[n].arguments ? past_arguments(s, start) : start, closing);
            return;
        }
    for (size_t n = 0; n < sizeof skipped / sizeof *skipped; n++)
        if (brace && strlen(skipped[n]) == base && memcmp(skipped[n], s->text + name, base) == 0) {
            s->at = find(s, s->at, s->end, closing);
            return;
        }
    s->at = name;
}

static void dollar(struct scan *s)
{
    const size_t start = s->at + 1, limit = paragraph_end(s, s->at);
    size_t stop = find(s, start, limit, "$");
    if (stop > limit || stop == s->end) {
        const size_t line = line_end(s, start);
        if (has_relation(s, start, line) || memchr(s->text + start, '\\', line - start))
            add(s, SPAN_BROKEN, s->at, line);
        s->at = line;
        return;
    }
    /* $`…`$ is how some code hosts write it. */
    const bool ticks = stop > start + 1 && s->text[start] == '`' && s->text[stop - 1] == '`';
    add(s, SPAN_INLINE, start + ticks, stop - ticks);
    s->at = stop + 1;
}

/* ```math is a display; other fenced code is left out. */
static void fence(struct scan *s)
{
    const size_t info = s->at + 3;
    const size_t line = line_end(s, s->at);
    const char *closing = begins(s, s->at, "~~~") ? "\n~~~" : "\n```";
    const bool math = begins(s, info, "math");
    const size_t opening = s->at;
    size_t stop = line;
    while (stop < s->end && !begins(s, stop, closing))
        stop++;
    if (math && stop == s->end)
        add(s, SPAN_BROKEN, opening, stop);
    else if (math)
        add_rows(s, line, stop);
    s->at = stop < s->end ? line_end(s, stop + 1) : stop;
}

/* What stands at the start of a line; true if the whole line is done with. */
static bool line_start(struct scan *s)
{
    size_t at = s->at;
    while (at < s->end && (s->text[at] == ' ' || s->text[at] == '\t'))
        at++;
    if (begins(s, at, "```") || begins(s, at, "~~~")) {
        s->at = at;
        fence(s);
        return true;
    }
    const size_t stop = line_end(s, at);
    const int level = heading_level(s->text, at, stop);
    if (level)
        add(s, SPAN_HEADING, at, stop)->level = level;
    return false;
}

static void inline_code(struct scan *s)
{
    size_t ticks = 1;
    while (begins(s, s->at + ticks, "`"))
        ticks++;
    const size_t limit = s->end - s->at > CODE_MAX ? s->at + CODE_MAX : s->end;
    for (size_t at = s->at + ticks; at < limit; at++) {
        size_t n = 0;
        while (begins(s, at + n, "`"))
            n++;
        if (n == ticks) {
            s->at = at + n;
            return;
        }
        at += n;
        if (begins(s, at, "\n\n"))
            break;
    }
    s->at += ticks;
}

static void scan_markup(struct scan *s)
{
    bool start = true;
    while (s->at < s->end) {
        if (start && line_start(s)) {
            start = false;
            continue;
        }
        const char c = s->text[s->at];
        start = c == '\n';
        if (c == '%' && s->latex)
            s->at = line_end(s, s->at);
        else if (c == '`')
            inline_code(s);
        else if (begins(s, s->at, "$$"))
            display(s, s->at, s->at + 2, "$$");
        else if (c == '$')
            dollar(s);
        else if (begins(s, s->at, "\\["))
            display(s, s->at, s->at + 2, "\\]");
        else if (begins(s, s->at, "\\(")) {
            const size_t first = s->spans.n;
            display(s, s->at, s->at + 2, "\\)");
            for (size_t n = first; n < s->spans.n; n++)
                if (s->spans.span[n].kind == SPAN_ROW)
                    s->spans.span[n].kind = SPAN_INLINE;
        } else if (begins(s, s->at, "\\begin{"))
            environment(s);
        else
            s->at += c == '\\' && s->at + 1 < s->end && s->text[s->at + 1] != '\n' ? 2 : 1;
    }
}

/* Where a formula ends that has its number behind it, apart by two blanks: y = 2 x   (3). */
static size_t without_number(const struct scan *s, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && isspace((unsigned char)s->text[at - 1]))
        at--;
    const size_t close = at;
    const char open = at > start && s->text[at - 1] == ')'   ? '('
                      : at > start && s->text[at - 1] == ']' ? '['
                                                             : 0;
    if (!open)
        return end;
    for (at--; at > start && isalnum((unsigned char)s->text[at - 1]);)
        at--;
    /* One blank will do before a number, two before a letter. */
    const bool number =
        at > start + 3 && s->text[at - 1] == open && close - at < 6 &&
        isspace((unsigned char)s->text[at - 2]) &&
        (isspace((unsigned char)s->text[at - 3]) || isdigit((unsigned char)s->text[at]));
    return number ? at - 1 : end;
}

/* Past the bullet or number of a list, the mark of a quotation, an arrow: "- ", "2) ", "> ". */
static size_t past_bullet(const struct scan *s, size_t at, size_t stop)
{
    static const char *const bullets[] = {"- ",  "* ",  "• ",  "– ", "> ",
                                          "-> ", "-- ", "=> ", "→ ", "+ "};
    for (size_t n = 0; n < sizeof bullets / sizeof *bullets; n++)
        if (begins(s, at, bullets[n]))
            return at + strlen(bullets[n]);
    size_t label = at + begins(s, at, "(") + begins(s, at, "[");
    const size_t from = label;
    while (label < stop && isdigit((unsigned char)s->text[label]))
        label++;
    if (label == from && label + 1 < stop && islower((unsigned char)s->text[label]))
        label++;
    const bool closed = label > from && label + 1 < stop && strchr(").]", s->text[label]) &&
                        s->text[label + 1] == ' ';
    return closed ? label + 2 : at;
}

/* A line of plain text that goes on with the one before: it begins with a sign, further in. */
static bool goes_on(const struct scan *s, size_t at, size_t first, const struct span *before)
{
    static const char *const signs[] = {"*", "+", "/", "·", "=", "-", "−"};
    const bool adjacent =
        before && before->kind == SPAN_LINE && at > 0 && line_end(s, before->end) + 1 == at;
    /* A point of a list, behind one that is a formula. */
    const bool point =
        (begins(s, first, "- ") || begins(s, first, "* ") || begins(s, first, "+ ")) && adjacent &&
        before->bullet == s->text[first];
    for (size_t n = 0; adjacent && !point && n < sizeof signs / sizeof *signs; n++)
        if (begins(s, first, signs[n]))
            return signs[n][0] == '=' ||
                   (first > at + 1 && !has_relation(s, first, line_end(s, first)));
    return false;
}

/* The cells of a table's row that hold a formula. */
static void table_row(struct scan *s, size_t at, size_t stop)
{
    while (at < stop) {
        const char *bar = memchr(s->text + at, '|', stop - at);
        const size_t end = bar ? (size_t)(bar - s->text) : stop;
        while (at < end && s->text[at] == ' ')
            at++;
        if (has_relation(s, at, end))
            add(s, SPAN_LINE, at, end);
        at = end + 1;
    }
}

static void scan_plain(struct scan *s)
{
    for (size_t at = 0; at < s->end; at++) {
        const size_t stop = line_end(s, at);
        size_t first = at;
        while (first < stop && isspace((unsigned char)s->text[first]))
            first++;
        const char *hash = memchr(s->text + first, '#', stop - first);
        const size_t comment = hash ? (size_t)(hash - s->text) : stop;
        const bool underline = begins(s, first, "===");
        int level = heading_level(s->text, first, stop);
        if (has_relation(s, first, comment) && !underline)
            level = 0;
        struct span *before = s->spans.n ? &s->spans.span[s->spans.n - 1] : NULL;
        const size_t end = without_number(s, first, comment);
        if (first < stop && comment != first && !underline && goes_on(s, at, first, before)) {
            if (s->text[first] == '=')
                add(s, SPAN_LINE, first, end)->follows = true;
            else
                before->end = end;
        } else if (first < stop && (comment == first || level)) {
            add(s, SPAN_HEADING, first, stop)->level = level ? level : 1;
        } else if (begins(s, first, "|")) {
            table_row(s, first + 1, stop);
        } else if (has_relation(s, first, comment)) {
            const size_t past = past_bullet(s, first, end);
            add(s, SPAN_LINE, past, end)->bullet = past > first ? s->text[first] : '\0';
        }
        at = stop;
    }
}

struct spans spans_find(const struct source *source, struct arena *arena)
{
    struct scan s = {.text = source->text, .end = source->length, .arena = arena};
    s.latex = source->latex;
    scan_markup(&s);
    for (size_t n = 0; n < s.spans.n; n++)
        if (s.spans.span[n].kind != SPAN_HEADING)
            return s.spans;
    if (s.latex) /* a LaTeX source without a formula has none */
        return s.spans;
    s.spans = (struct spans){0};
    scan_plain(&s);
    return s.spans;
}
