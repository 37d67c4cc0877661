/* prepare.c */
#include "check/reading/prepare.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "check/reading/expansion.h"

enum {
    FILES_MAX = 20,          /* that a document takes macros from */
    FILE_BYTES_MAX = 1 << 18 /* of each */
};

static bool ends_in(const char *name, const char *end)
{
    const size_t length = strlen(name), size = strlen(end);
    return length > size && strcmp(name + length - size, end) == 0;
}

/* Every byte that is no UTF-8 as the Latin-1 character it would be. */
static struct draft as_utf8(const struct draft *old, size_t *stray)
{
    *stray = 0;
    struct draft out = draft_new(old->arena);
    size_t kept = 0;
    for (size_t at = 0; at < old->length;) {
        const size_t step = utf8_length(old->text + at, old->length - at);
        if (step) {
            at += step;
            continue;
        }
        const unsigned char byte = (unsigned char)old->text[at];
        const char latin[] = {(char)(0xC0 | byte >> 6), (char)(0x80 | (byte & 0x3F))};
        draft_copy(&out, old, kept, at);
        if (byte < 0xA0)
            draft_put(&out, "\xEF\xBF\xBD", 3, old->from[at]);
        else
            draft_put(&out, latin, 2, old->from[at]);
        *stray = *stray ? *stray : old->from[at] + 1;
        kept = ++at;
    }
    if (!*stray)
        return *old;
    draft_copy(&out, old, kept, old->length);
    draft_end(&out, old->from[old->length]);
    return out;
}

/* Blanks of every width as the one that all rules know. */
static struct draft with_plain_blanks(const struct draft *old)
{
    struct draft out = draft_new(old->arena);
    size_t kept = 0;
    for (size_t at = 0, step; at < old->length; at += step) {
        step = utf8_length(old->text + at, old->length - at);
        if (step < 2 || utf8_form(utf8_code(old->text + at)) != UTF8_SPACE) {
            step += !step;
            continue;
        }
        draft_copy(&out, old, kept, at);
        draft_put(&out, " ", 1, old->from[at]);
        kept = at + step;
    }
    if (!kept)
        return *old;
    draft_copy(&out, old, kept, old->length);
    draft_end(&out, old->from[old->length]);
    return out;
}

/* The place of a word from `at` on; the length of the text if it stands nowhere. */
static size_t find(const struct draft *t, size_t at, const char *word)
{
    while (at < t->length && !draft_at(t, at, word))
        at++;
    return at;
}

static size_t line_end(const struct draft *t, size_t at)
{
    const char *newline = at < t->length ? memchr(t->text + at, '\n', t->length - at) : NULL;
    return newline ? (size_t)(newline - t->text) : t->length;
}

/* --- LaTeX --- */

/* Environments whose content is no mathematics. */
static size_t skipped_environment(const struct draft *t, size_t at)
{
    static const char *const names[] = {"verbatim",    "lstlisting", "minted",       "comment",
                                        "tikzpicture", "algorithm",  "filecontents", "Verbatim",
                                        "forest",      "pycode",     "algorithmic"};
    if (!draft_at(t, at, "\\begin{"))
        return 0;
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        const size_t length = strlen(names[n]);
        const size_t after = at + 7 + length;
        if (!draft_at(t, at + 7, names[n]) ||
            (!draft_at(t, after, "}") && !draft_at(t, after, "*}")))
            continue;
        char closing[64];
        snprintf(closing, sizeof closing, "\\end{%s", names[n]);
        const size_t stop = find(t, at, closing);
        return stop < t->length ? stop : 0;
    }
    return 0;
}

/* Where \fi closes the \iffalse at `at`. */
static size_t end_of_iffalse(const struct draft *t, size_t at)
{
    int depth = 0;
    for (; at < t->length; at++) {
        if (t->text[at] != '\\')
            continue;
        depth += draft_at(t, at, "\\if");
        if (draft_at(t, at, "\\fi") && !isalpha((unsigned char)t->text[at + 3]) && --depth == 0)
            return at + 3;
    }
    return t->length;
}

/* Comments, \iffalse and code give way to blanks. */
static struct draft without_comments(const struct draft *t)
{
    struct draft out = draft_new(t->arena);
    size_t kept = 0;
    for (size_t at = 0; at < t->length; at++) {
        size_t stop = 0;
        if (t->text[at] == '%')
            stop = line_end(t, at);
        else if (t->text[at] == '\\')
            stop =
                draft_at(t, at, "\\iffalse") ? end_of_iffalse(t, at) : skipped_environment(t, at);
        if (stop) {
            draft_copy(&out, t, kept, at);
            draft_blank(&out, t, at, stop);
            kept = stop;
            at = stop - 1;
        } else if (t->text[at] == '\\') {
            at++;
        }
    }
    draft_copy(&out, t, kept, t->length);
    draft_end(&out, t->from[t->length]);
    return out;
}

/* The file that \input{…} or \usepackage{…} names, beside the document; null if it cannot be read. */
static const char *beside(struct arena *arena, const char *document, const char *name,
                          const char *extension)
{
    const char *slash = strrchr(document, '/');
    const int folder = slash ? (int)(slash - document) + 1 : 0;
    const bool has_dot = strchr(name, '.') != NULL;
    const char *path =
        arena_print(arena, "%.*s%s%s", folder, document, name, has_dot ? "" : extension);
    FILE *stream =
        strchr(name, '\\') || name[0] == '/' || strstr(name, "..") ? NULL : fopen(path, "rb");
    if (!stream)
        return NULL;
    char *text = arena_new(arena, FILE_BYTES_MAX + 1);
    const size_t length = fread(text, 1, FILE_BYTES_MAX, stream);
    text[length] = '\0';
    fclose(stream);
    return strlen(text) == length ? text : NULL;
}

static void note_files(struct macros *macros, const struct draft *t, const char *name)
{
    static const struct {
        const char *command, *extension;
    } readers[] = {{"\\input{", ".tex"}, {"\\include{", ".tex"}, {"\\usepackage{", ".sty"}};
    size_t files = 0;
    for (size_t at = 0; at < t->length && files < FILES_MAX; at++)
        for (size_t n = 0; n < sizeof readers / sizeof *readers; n++) {
            if (t->text[at] != '\\' || !draft_at(t, at, readers[n].command))
                continue;
            const size_t start = at + strlen(readers[n].command);
            const size_t end = find(t, start, "}");
            if (end - start > 200)
                continue;
            const char *file = arena_text(t->arena, t->text + start, end - start);
            const char *text = beside(t->arena, name, file, readers[n].extension);
            files++;
            if (text) {
                const struct draft whole = draft_of(t->arena, text, strlen(text));
                const struct draft plain = without_comments(&whole);
                macros_note(macros, &plain, t->arena);
            }
        }
}

/* --- Markdown --- */

/* The name of the language behind the ticks of fenced code. */
static bool fence_is_code(const struct draft *t, size_t info, size_t stop)
{
    static const char *const mathematics[] = {"math", "latex", "tex",      "katex",
                                              "text", "txt",   "asciimath"};
    while (info < stop && (t->text[info] == ' ' || t->text[info] == '{' || t->text[info] == '.'))
        info++;
    for (size_t n = 0; n < sizeof mathematics / sizeof *mathematics; n++)
        if (draft_at(t, info, mathematics[n]))
            return false;
    return info < stop && isalpha((unsigned char)t->text[info]);
}

/* Where a comment, or code in a language, that begins at `at` ends; 0 if none does. */
static size_t end_of_skipped(const struct draft *t, size_t at, bool line_start)
{
    if (draft_at(t, at, "<!--")) {
        const size_t stop = find(t, at, "-->");
        return stop < t->length ? stop + 3 : t->length;
    }
    const bool ticks = draft_at(t, at, "```"), tildes = draft_at(t, at, "~~~");
    if (!line_start || (!ticks && !tildes) || !fence_is_code(t, at + 3, line_end(t, at)))
        return 0;
    size_t stop = line_end(t, at);
    while (stop < t->length) {
        size_t first = stop + 1;
        while (first < t->length && (t->text[first] == ' ' || t->text[first] == '>'))
            first++;
        stop = line_end(t, first);
        if (draft_at(t, first, ticks ? "```" : "~~~"))
            break;
    }
    return stop;
}

/* Past the > of a quotation. */
static size_t past_quote(const struct draft *t, size_t at)
{
    size_t first = at, end = at;
    while (first < t->length && first - at < 8 &&
           (t->text[first] == ' ' || t->text[first] == '>')) {
        end = t->text[first] == '>' ? first + 1 : end;
        first++;
    }
    return end;
}

static struct draft without_markup(const struct draft *t)
{
    static const struct {
        const char *written;
        const char *meant;
    } marks[] = {{"\\*", "*"}, {"\\_", "_"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    struct draft out = draft_new(t->arena);
    size_t kept = 0;
    bool line_start = true;
    for (size_t at = 0; at < t->length; at++) {
        const size_t quote = line_start ? past_quote(t, at) : at;
        const size_t skipped = end_of_skipped(t, at, line_start);
        size_t stop = quote > at ? quote : skipped;
        const char *instead = NULL;
        for (size_t n = 0; !stop && n < sizeof marks / sizeof *marks; n++)
            if (draft_at(t, at, marks[n].written)) {
                stop = at + strlen(marks[n].written);
                instead = marks[n].meant;
            }
        line_start =
            stop ? (quote > at) : (t->text[at] == '\n' || (line_start && t->text[at] == ' '));
        if (stop) {
            draft_copy(&out, t, kept, at);
            if (instead)
                draft_put(&out, instead, strlen(instead), t->from[at]);
            else
                draft_blank(&out, t, at, stop);
            kept = stop;
            at = stop - 1;
        } else if (draft_at(t, at, "\\\\")) {
            at++;
        }
    }
    draft_copy(&out, t, kept, t->length);
    draft_end(&out, t->from[t->length]);
    return out;
}

static bool is_latex(const char *name, const struct draft *t)
{
    return ends_in(name, ".tex") || strstr(t->text, "\\documentclass") ||
           strstr(t->text, "\\begin{document}") || strstr(t->text, "\\section");
}

struct prepared prepare(const char *name, const char *text, size_t length, struct arena *arena)
{
    struct prepared p = {.notebook = ends_in(name, ".ipynb")};
    if (p.notebook)
        p.wrong = !notebook_text(text, length, arena, &p.text, &p.cells, &p.wrong_at);
    else
        p.text = draft_of(arena, text, length);
    p.text = as_utf8(&p.text, &p.stray);
    p.text = with_plain_blanks(&p.text);
    p.latex = !p.notebook && is_latex(name, &p.text);
    p.text = p.latex ? without_comments(&p.text) : without_markup(&p.text);
    struct macros macros = {0};
    if (p.latex)
        note_files(&macros, &p.text, name);
    macros_note(&macros, &p.text, arena);
    if (macros.n)
        p.text = macros_expand(&macros, &p.text);
    return p;
}
