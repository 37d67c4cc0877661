/* expansion.c: macros give way to what they stand for. */
#include "check/reading/expansion.h"

#include <ctype.h>
#include <string.h>

#include "check/reading/tex.h"

enum {
    /* Of one use in the document: macros in macros, calls, and signs that it becomes. A use that leads to more, as one
     * that goes round in a circle does, stays as it is written. */
    NESTING_MAX = 20,
    CALLS_MAX = 1000,
    SIGNS_MAX = 1 << 16,
    ALL_CALLS_MAX = 200000 /* of a document; what comes behind stays as it is written */
};

struct expansion {
    const struct macros *macros;
    size_t calls; /* so far */
    size_t most;  /* those that the use at hand may reach */
    bool over;    /* the use at hand leads to too much */
};

/* What a macro is called with: drafts of their own, already expanded. */
struct call {
    struct draft argument[ARGUMENTS_MAX];
    size_t end; /* behind the call */
};

/* Where a call stands in a text. */
struct span_of_call {
    size_t start, behind; /* its backslash, and behind its name */
    size_t limit;         /* its arguments end before */
    size_t end;           /* behind them, once they are read */
};

static void expand(struct expansion *x, const struct draft *text, size_t start, size_t end,
                   unsigned nesting, struct draft *out);

static struct draft expanded(struct expansion *x, const struct draft *text, size_t start,
                             size_t end, unsigned nesting)
{
    struct draft part = draft_new(text->arena);
    expand(x, text, start, end, nesting, &part);
    draft_end(&part, 0);
    return part;
}

/* The arguments behind a macro's name; false if they are not there. */
static bool take_arguments(struct expansion *x, const struct macro *m, const struct draft *text,
                           size_t at, size_t limit, unsigned nesting, struct call *call)
{
    size_t first = 0;
    if (m->star && at < limit && text->text[at] == '*')
        at++;
    if (m->optional) {
        const size_t open = tex_skip_blanks(text, at);
        const size_t close =
            open < limit && text->text[open] == '[' ? tex_group_end(text, open, '[', ']') : 0;
        call->argument[0] = draft_new(text->arena);
        if (close)
            expand(x, text, open + 1, close - 1, nesting, &call->argument[0]);
        else
            draft_put(&call->argument[0], m->optional, strlen(m->optional), text->from[at]);
        draft_end(&call->argument[0], 0);
        at = close ? close : at;
        first = 1;
    }
    for (size_t n = first; n < m->arguments; n++) {
        const size_t open = tex_skip_blanks(text, at);
        if (open >= limit || text->text[open] == '}' || text->text[open] == '$')
            return false;
        if (text->text[open] == '{') {
            const size_t close = tex_group_end(text, open, '{', '}');
            if (!close || close > limit)
                return false;
            call->argument[n] = expanded(x, text, open + 1, close - 1, nesting);
            at = close;
        } else {
            at = text->text[open] == '\\' ? tex_name_end(text, open + 1) : open + 1;
            while (at < limit && ((unsigned char)text->text[at] & 0xC0) == 0x80)
                at++;
            call->argument[n] = expanded(x, text, open, at, nesting);
        }
    }
    call->end = at;
    return true;
}

/* \partial#1: a command stands directly before `here`, and the letters of the argument are none of its name. */
static bool ends_in_command(const char *body, const char *here)
{
    const char *start = here;
    while (start > body && isalpha((unsigned char)start[-1]))
        start--;
    return start < here && start > body && start[-1] == '\\';
}

/* The body with the arguments in their places; `from` is where the macro is used. */
static struct draft filled(const struct macro *m, const struct call *call, struct arena *arena,
                           size_t from)
{
    struct draft out = draft_new(arena);
    for (const char *c = m->body; *c; c++) {
        const size_t number = *c == '#' && isdigit((unsigned char)c[1]) ? (size_t)(c[1] - '0') : 0;
        if (number >= 1 && number <= m->arguments) {
            const struct draft *argument = &call->argument[number - 1];
            if (ends_in_command(m->body, c) && isalpha((unsigned char)argument->text[0]))
                draft_put(&out, " ", 1, from);
            draft_copy(&out, argument, 0, argument->length);
            c++;
        } else {
            draft_put(&out, c, 1, from);
        }
    }
    draft_end(&out, from);
    return out;
}

/* Behind the name that begins at `at`: of \begin{align} it is begin{align}. */
static size_t call_end(const struct draft *text, size_t at)
{
    const size_t end = tex_name_end(text, at);
    const bool environment = (end - at == 5 && memcmp(text->text + at, "begin", 5) == 0) ||
                             (end - at == 3 && memcmp(text->text + at, "end", 3) == 0);
    const size_t close = environment && end < text->length && text->text[end] == '{'
                             ? tex_group_end(text, end, '{', '}')
                             : 0;
    return close ? close : end;
}

/* One call, into a draft of its own; false if its arguments are not there, or it leads to too much. */
static bool expand_call(struct expansion *x, const struct macro *m, const struct draft *text,
                        struct span_of_call *at, unsigned nesting, struct draft *out)
{
    if (nesting == 0)
        x->over = false, x->most = x->calls + CALLS_MAX;
    if (nesting >= NESTING_MAX || x->calls >= x->most || x->calls >= ALL_CALLS_MAX)
        x->over = true;
    x->calls++;
    struct call *call = arena_new(text->arena, sizeof *call);
    if (x->over || !take_arguments(x, m, text, at->behind, at->limit, nesting + 1, call))
        return false;
    const struct draft body = filled(m, call, text->arena, text->from[at->start]);
    if (body.length > SIGNS_MAX)
        x->over = true;
    expand(x, &body, 0, body.length, nesting + 1, out);
    if (out->length > SIGNS_MAX)
        x->over = true;
    at->end = call->end;
    return !x->over;
}

static void expand(struct expansion *x, const struct draft *text, size_t start, size_t end,
                   unsigned nesting, struct draft *out)
{
    size_t kept = start;
    for (size_t at = start; at < end && !x->over; at++) {
        if (text->text[at] != '\\')
            continue;
        const size_t behind = call_end(text, at + 1);
        const struct macro *m = macros_find(x->macros, text->text + at + 1, behind - at - 1);
        struct span_of_call call = {.start = at, .behind = behind, .limit = end};
        struct draft part = m ? draft_new(text->arena) : (struct draft){0};
        const bool done = m && expand_call(x, m, text, &call, nesting, &part);
        if (nesting == 0)
            x->over = false;
        if (done) {
            draft_copy(out, text, kept, at);
            draft_copy(out, &part, 0, part.length);
            kept = call.end;
        }
        at = (done ? kept : behind) - 1;
    }
    draft_copy(out, text, kept, end);
}

struct draft macros_expand(const struct macros *macros, const struct draft *text)
{
    const struct draft plain = macros_without_definitions(text);
    struct draft out = draft_new(text->arena);
    struct expansion x = {.macros = macros};
    expand(&x, &plain, 0, plain.length, 0, &out);
    draft_end(&out, text->from[text->length]);
    return out;
}
