/* macros.c */
#include "check/reading/macros.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "check/reading/tex.h"

enum { MACROS_MAX = 2000 };

/* A definition in a text: what it defines, and where it ends. */
struct defining {
    const struct draft *text;
    size_t at; /* behind what was read */
    struct macro macro;
    struct macro ending; /* of an environment; else without a name */
};

static const char *inside(struct arena *arena, const struct draft *t, size_t start, size_t end)
{
    return arena_text(arena, t->text + start + 1, end - start - 2);
}

/* {…} or [ … ] next, as its content; false without it. */
static bool take_group(struct defining *d, char open, char close, const char **content)
{
    const size_t start = tex_skip_blanks(d->text, d->at);
    if (start >= d->text->length || d->text->text[start] != open)
        return false;
    const size_t end = tex_group_end(d->text, start, open, close);
    if (!end)
        return false;
    *content = inside(d->text->arena, d->text, start, end);
    d->at = end;
    return true;
}

/* \name or {\name} next. */
static bool take_name(struct defining *d)
{
    const struct draft *t = d->text;
    size_t at = tex_skip_blanks(t, d->at + (t->text[d->at] == '*'));
    const bool braced = at < t->length && t->text[at] == '{';
    at = tex_skip_blanks(t, at + braced);
    if (at >= t->length || t->text[at] != '\\')
        return false;
    const size_t end = tex_name_end(t, at + 1);
    d->macro.name = arena_text(t->arena, t->text + at + 1, end - at - 1);
    d->at = tex_skip_blanks(t, end);
    if (braced && (d->at >= t->length || t->text[d->at] != '}'))
        return false;
    d->at += braced;
    return d->macro.name[0] != '\0';
}

/* [2][x] next, if there is one: how many arguments, and what the first is if it is left out. */
static bool take_count(struct defining *d)
{
    const char *count;
    if (!take_group(d, '[', ']', &count))
        return true;
    if (!isdigit((unsigned char)count[0]) || count[1])
        return false;
    d->macro.arguments = (size_t)(count[0] - '0');
    take_group(d, '[', ']', &d->macro.optional);
    return true;
}

static bool read_command(struct defining *d)
{
    return take_name(d) && take_count(d) && take_group(d, '{', '}', &d->macro.body);
}

static bool read_def(struct defining *d)
{
    const struct draft *t = d->text;
    if (!take_name(d))
        return false;
    while (d->at + 1 < t->length && t->text[d->at] == '#' &&
           isdigit((unsigned char)t->text[d->at + 1])) {
        d->macro.arguments++;
        d->at += 2;
    }
    return d->macro.arguments <= ARGUMENTS_MAX && d->at < t->length && t->text[d->at] == '{' &&
           take_group(d, '{', '}', &d->macro.body);
}

static bool read_let(struct defining *d)
{
    const struct draft *t = d->text;
    if (!take_name(d))
        return false;
    size_t at = tex_skip_blanks(t, d->at);
    at = tex_skip_blanks(t, at + (at < t->length && t->text[at] == '='));
    if (at >= t->length || t->text[at] != '\\')
        return false;
    const size_t end = tex_name_end(t, at + 1);
    d->macro.body = arena_print(t->arena, "%.*s ", (int)(end - at), t->text + at);
    d->at = end;
    return true;
}

static bool read_operator(struct defining *d)
{
    const char *body;
    if (!take_name(d) || !take_group(d, '{', '}', &body))
        return false;
    d->macro.body = arena_print(d->text->arena, "\\operatorname{%s}", body);
    return true;
}

static bool read_delimiter(struct defining *d)
{
    const char *left, *right;
    if (!take_name(d) || !take_group(d, '{', '}', &left) || !take_group(d, '{', '}', &right))
        return false;
    d->macro.arguments = 1;
    d->macro.star = true;
    d->macro.body = arena_print(d->text->arena, "\\left%s #1\\right%s ", left, right);
    return true;
}

/* m is an argument in braces, o one in square brackets that may be left out. */
static bool read_document_command(struct defining *d)
{
    const char *kinds;
    if (!take_name(d) || !take_group(d, '{', '}', &kinds))
        return false;
    for (const char *k = kinds; *k; k++) {
        if (*k == ' ')
            continue;
        if (*k == 'o' && d->macro.arguments == 0)
            d->macro.optional = "";
        else if (*k != 'm')
            return false;
        d->macro.arguments++;
    }
    return d->macro.arguments <= ARGUMENTS_MAX && take_group(d, '{', '}', &d->macro.body);
}

/* --- environments of the document's own --- */

/* How the mathematics begins and ends that an environment is made of: \begin{align}, \[; null for none. */
struct frame {
    const char *begin, *end;
};

static struct frame frame_in(const char *text, struct arena *arena)
{
    static const char *const names[] = {"equation", "align",       "gather",  "multline",
                                        "eqnarray", "displaymath", "flalign", "dmath"};
    const char *begin = strstr(text, "\\begin{");
    const char *name = begin ? begin + strlen("\\begin{") : "";
    const size_t length = strcspn(name, "}"), base = strcspn(name, "*}");
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strlen(names[n]) == base && memcmp(names[n], name, base) == 0)
            return (struct frame){arena_print(arena, "\\begin{%.*s}", (int)length, name),
                                  arena_print(arena, "\\end{%.*s}", (int)length, name)};
    return strstr(text, "\\[") ? (struct frame){"\\[", "\\]"} : (struct frame){NULL, NULL};
}

/* Its beginning and its end are macros: begin{name} and end{name}. What decorates the mathematics is left out. */
static void set_environment(struct defining *d, const char *name, const char *begin)
{
    struct arena *arena = d->text->arena;
    const struct frame frame = frame_in(begin, arena);
    d->macro.name = arena_print(arena, "begin{%s}", name);
    d->macro.body = frame.begin;
    d->ending = (struct macro){.name = arena_print(arena, "end{%s}", name), .body = frame.end};
}

/* \newenvironment{name}[1]{\begin{align}}{\end{align}} */
static bool read_environment(struct defining *d)
{
    const char *name, *begin, *end;
    d->at += d->at < d->text->length && d->text->text[d->at] == '*';
    if (!take_group(d, '{', '}', &name) || !take_count(d) || !take_group(d, '{', '}', &begin) ||
        !take_group(d, '{', '}', &end))
        return false;
    set_environment(d, name, begin);
    return true;
}

/* \NewEnviron{name}{\begin{align}\BODY\end{align}} */
static bool read_environ(struct defining *d)
{
    const char *name, *body;
    if (!take_group(d, '{', '}', &name) || !take_group(d, '{', '}', &body))
        return false;
    set_environment(d, name, body);
    return true;
}

static const struct {
    const char *command;
    bool (*read)(struct defining *d);
} definitions[] = {
    {"newcommand", read_command},
    {"renewcommand", read_command},
    {"providecommand", read_command},
    {"DeclareRobustCommand", read_command},
    {"def", read_def},
    {"gdef", read_def},
    {"let", read_let},
    {"DeclareMathOperator", read_operator},
    {"DeclarePairedDelimiter", read_delimiter},
    {"NewDocumentCommand", read_document_command},
    {"RenewDocumentCommand", read_document_command},
    {"newenvironment", read_environment},
    {"renewenvironment", read_environment},
    {"NewEnviron", read_environ},
};

/* TeX programming is not followed: what a body with it gives is not known. */
static bool is_program(const char *body)
{
    static const char *const words[] = {"\\if",     "\\futurelet", "\\expandafter",
                                        "\\csname", "\\@ifnext",   "\\catcode",
                                        "\\edef",   "\\newcommand"};
    for (size_t n = 0; n < sizeof words / sizeof *words; n++)
        if (strstr(body, words[n]))
            return true;
    return false;
}

/* Reads a definition that begins at the backslash at `at`. */
static bool defines(const struct draft *text, size_t at, struct defining *d)
{
    const size_t end = tex_name_end(text, at + 1);
    const size_t length = end - at - 1;
    for (size_t n = 0; n < sizeof definitions / sizeof *definitions; n++) {
        if (strlen(definitions[n].command) != length ||
            memcmp(definitions[n].command, text->text + at + 1, length) != 0)
            continue;
        *d = (struct defining){.text = text, .at = end};
        return end < text->length && definitions[n].read(d);
    }
    return false;
}

const struct macro *macros_find(const struct macros *macros, const char *name, size_t length)
{
    for (size_t n = macros->n; n--;)
        if (strlen(macros->macro[n].name) == length &&
            memcmp(macros->macro[n].name, name, length) == 0)
            return macros->macro[n].body ? &macros->macro[n] : NULL;
    return NULL;
}

static void add_macro(struct macros *macros, struct macro macro, struct arena *arena)
{
    if (macro.body && is_program(macro.body))
        macro.body = NULL; /* hides an older one of this name */
    if (macros->n < MACROS_MAX && macro.name) {
        macros->macro = arena_grow(arena, macros->macro, macros->n, sizeof *macros->macro);
        macros->macro[macros->n++] = macro;
    }
}

/* The next definition from *at on, which is set to where it begins; false if there is none. */
static bool next_definition(const struct draft *text, size_t *at, struct defining *d)
{
    for (; *at < text->length; ++*at) {
        if (text->text[*at] != '\\')
            continue;
        if (defines(text, *at, d))
            return true;
        ++*at; /* the sign behind a backslash begins nothing */
    }
    return false;
}

void macros_note(struct macros *macros, const struct draft *text, struct arena *arena)
{
    struct defining d;
    for (size_t at = 0; next_definition(text, &at, &d); at = d.at) {
        add_macro(macros, d.macro, arena);
        add_macro(macros, d.ending, arena);
    }
}

struct draft macros_without_definitions(const struct draft *text)
{
    struct draft out = draft_new(text->arena);
    struct defining d;
    size_t kept = 0;
    for (size_t at = 0; next_definition(text, &at, &d); at = kept) {
        draft_copy(&out, text, kept, at);
        draft_blank(&out, text, at, d.at);
        kept = d.at;
    }
    draft_copy(&out, text, kept, text->length);
    draft_end(&out, text->from[text->length]);
    return out;
}
