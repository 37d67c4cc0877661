/* formulas.c: from spans to trees: rows that belong together are joined, labels are left out. */
#include "check/reading/formulas.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/reading/habits.h"
#include "check/reading/recovery.h"
#include "grammar.tab.h"

/* The row is the rest of the one before: it begins with + and holds no relation, or the row before
 * ends in an operator. */
static bool continues(const struct tokens *before, const struct tokens *row)
{
    if (row->n == 0 || before->n == 0)
        return false;
    const int last = before->token[before->n - 1].kind;
    if (tokens_is_operator(last) || tokens_is_relation(last))
        return true;
    if (!tokens_is_operator(row->token[row->token[0].kind == QUAD && row->n > 1].kind))
        return false;
    int depth = 0;
    for (size_t n = 0; n < row->n; n++) {
        depth += (row->token[n].kind == LBRACE) - (row->token[n].kind == RBRACE);
        if (depth == 0 && tokens_is_relation(row->token[n].kind))
            return false;
    }
    return true;
}

/* Signs of a label: more than five are a formula. */
enum { LABEL_MAX = 5 };

/* How many tokens are a label, "R4:" or "(1)", at the start of a line of plain text. */
static size_t label_of(const struct source *source, const struct tokens *tokens)
{
    const struct token *token = tokens->token;
    if (tokens->n < 3)
        return 0;
    const bool open = token[0].kind == LPAR;
    size_t n = open ? 1 : 0;
    while (n < tokens->n && n < LABEL_MAX && (token[n].kind == NAME || token[n].kind == NUMBER))
        n++;
    if (n == tokens->n)
        return 0;
    if (open && token[n].kind == RPAR)
        n++;
    if (n == 0 || n == tokens->n)
        return 0;
    const char sign = source->text[token[n].at];
    if (token[n].kind == COMMA && (sign == ':' || sign == '.'))
        return n + 1;
    return open && n == 3 && token[1].kind == NUMBER ? n : 0;
}

static struct formula *add(struct formulas *all, const struct span *span, struct arena *arena)
{
    all->formula = arena_grow(arena, all->formula, all->n, sizeof *all->formula);
    struct formula *f = &all->formula[all->n++];
    *f = (struct formula){
        .kind = span->kind, .follows = span->follows, .start = span->start, .end = span->end};
    return f;
}

static void add_unread(struct formulas *all, const struct span *span, enum reason_code code,
                       struct arena *arena)
{
    struct formula *f = add(all, span, arena);
    f->parsed = (struct parsed){.wrong = {code, NULL}, .wrong_at = span->start};
    f->follows = false;
}

/* "'@'", "'\frob'": the sign, or the command, that stands at a byte of the source. */
static const char *sign_at(const struct source *source, size_t at, struct arena *arena)
{
    const char *text = source->text + at;
    size_t length = utf8_length(text, source->length - at);
    if (*text == '\\') {
        while (isalpha((unsigned char)text[length]))
            length++;
        const size_t name = strcspn(text + length, "}\n");
        if (strncmp(text, "\\begin{", length + 1) == 0 && text[length + name] == '}')
            length += name + 1;
    }
    return length && !isspace((unsigned char)*text)
               ? arena_print(arena, "'%.*s'", (int)length, text)
               : NULL;
}

/* What can be read of a formula that cannot as a whole; null if that is nothing. */
static const struct written *recovered(const struct tokens *tokens, const struct source *source,
                                       const struct parsed *failed, struct arena *arena)
{
    struct written *items = recovery_chain(tokens, failed, arena);
    const struct written *chain = items ? items->as.list.item[0] : NULL;
    for (size_t n = 0; chain && n < chain->as.list.n; n++) {
        struct written *side = chain->as.list.item[n];
        if (side && side->kind == WRITTEN_UNREAD &&
            side->as.unread.wrong.code == REASON_UNKNOWN_SIGN)
            side->as.unread.wrong.about = sign_at(source, side->as.unread.wrong_at, arena);
    }
    return items;
}

/* The formula whose tokens are still those of the lexer. */
static void read(struct formula *f, const struct source *source, const struct habits *habits,
                 struct arena *arena)
{
    struct tokens tokens = tokens_resolve(&f->tokens, habits, arena);
    const size_t label = f->kind == SPAN_LINE ? label_of(source, &tokens) : 0;
    tokens.token += label;
    tokens.n -= label;
    f->tokens = tokens;
    if (tokens.n)
        f->parsed = parser_read(&tokens, tokens.token[0].at, arena);
    else
        f->parsed = (struct parsed){.wrong = {REASON_EMPTY, NULL}, .wrong_at = f->start};
    if (f->parsed.wrong.code == REASON_UNKNOWN_SIGN)
        f->parsed.wrong.about = sign_at(source, f->parsed.wrong_at, arena);
    if (!f->parsed.tree && tokens.n && f->kind != SPAN_LINE)
        f->parsed.tree = recovered(&tokens, source, &f->parsed, arena);
}

static void add_heading(struct formulas *all, const struct span *span, struct arena *arena)
{
    all->heading = arena_grow(arena, all->heading, all->headings, sizeof *all->heading);
    all->heading[all->headings++] = (struct heading){span->start, span->level};
}

/* The tokens of span n and of the rows that go on from it; the number of the last of these. */
static size_t read_tokens(struct tokens *tokens, const struct source *source,
                          const struct spans *spans, size_t n, struct arena *arena)
{
    tokens_read(tokens, source, &spans->span[n], arena);
    for (; n + 1 < spans->n; n++) {
        const struct span *next = &spans->span[n + 1];
        struct tokens row = {0};
        if (next->kind != SPAN_ROW || !next->follows)
            break;
        tokens_read(&row, source, next, arena);
        if (!continues(tokens, &row))
            break;
        tokens_read(tokens, source, next, arena);
    }
    return n;
}

/* Formulas with the tokens that the lexer gives, and headings. */
static struct formulas find(const struct source *source, struct arena *arena)
{
    struct formulas all = {.n = 0};
    const struct spans spans = spans_find(source, arena);
    for (size_t n = 0; n < spans.n; n++) {
        const struct span *span = &spans.span[n];
        if (span->kind == SPAN_HEADING) {
            add_heading(&all, span, arena);
            continue;
        }
        if (all.n == FORMULAS_MAX) {
            add_unread(&all, span, REASON_MANY_FORMULAS, arena);
            break;
        }
        if (span->kind == SPAN_BROKEN) {
            add_unread(&all, span, REASON_NO_END, arena);
            continue;
        }
        struct tokens tokens = {0};
        n = read_tokens(&tokens, source, &spans, n, arena);
        if (tokens.n == 0)
            continue;
        struct formula *f = add(&all, span, arena);
        f->end = spans.span[n].end;
        f->tokens = tokens;
    }
    return all;
}

struct formulas formulas_read(const struct source *source, struct arena *arena)
{
    struct formulas all = find(source, arena);
    struct tokens *tokens = arena_new(arena, (all.n + 1) * sizeof *tokens);
    for (size_t n = 0; n < all.n; n++)
        tokens[n] = all.formula[n].tokens;
    const struct habits habits = habits_of(source, tokens, all.n, arena);
    for (size_t n = 0; n < all.n; n++)
        if (all.formula[n].parsed.wrong.code == REASON_NONE)
            read(&all.formula[n], source, &habits, arena);
    return all;
}
