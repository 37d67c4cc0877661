/* tokens.c: the tokens of a span, and what depends on neighbouring tokens. */
#include "check/reading/tokens.h"

#include <string.h>

#include "check/reading/lexer.h"
#include "check/reading/signs.h"
#include "grammar.tab.h"

void tokens_read(struct tokens *tokens, const struct source *source, const struct span *span,
                 struct arena *arena)
{
    struct lexer lexer = {
        .tokens = tokens, .arena = arena, .at = span->start, .plain = span->kind == SPAN_LINE};
    lexer_scan(&lexer, source->text + span->start, span->end - span->start);
}

bool tokens_is_relation(int kind)
{
    switch (kind) {
    case EQ:
    case ASSIGN:
    case NE:
    case LT:
    case GT:
    case LE:
    case GE:
    case IN:
    case ABOUT:
    case ADDTO:
    case TAKEFROM:
    case BECOMES:
        return true;
    default:
        return false;
    }
}

bool tokens_is_operator(int kind)
{
    return kind == PLUS || kind == MINUS || kind == TIMES || kind == HADAMARD || kind == SLASH;
}

void tokens_print(FILE *out, const struct tokens *tokens)
{
    for (size_t n = 0; n < tokens->n; n++) {
        const struct token *token = &tokens->token[n];
        fprintf(out, "%s%s%s%s@%zu-%zu", n ? " " : "", token_name(token->kind),
                token->text ? ":" : "", token->text ? token->text : "", token->at, token->end);
    }
}

/* --- which d is a differential --- */

static int depth_step(int kind)
{
    return (kind == LBRACE || kind == LPAR || kind == LBRACK) -
           (kind == RBRACE || kind == RPAR || kind == RBRACK);
}

static bool ends_factor(int kind)
{
    return kind == PLUS || kind == MINUS || kind == TIMES || kind == HADAMARD || kind == COMMA ||
           kind == QUAD || tokens_is_relation(kind);
}

static int kind_at(const struct tokens *t, size_t at)
{
    return at < t->n ? t->token[at].kind : 0;
}

/* {d…}{d…}: the other part of the fraction begins with a differential as well. */
static bool in_fraction(const struct tokens *t, size_t at)
{
    int depth = 0;
    if (kind_at(t, at - 2) == FRAC) {
        for (size_t n = at - 1; n < t->n; n++) {
            depth += depth_step(t->token[n].kind);
            if (depth == 0)
                return kind_at(t, n + 1) == LBRACE && kind_at(t, n + 2) == DIFF;
        }
        return false;
    }
    for (size_t n = at - 2; n > 0; n--) { /* from the } before the { back to its { */
        depth += depth_step(t->token[n].kind);
        if (depth == 0)
            return kind_at(t, n - 1) == FRAC && kind_at(t, n + 1) == DIFF;
    }
    return false;
}

/* …/d: the factor before the stroke has a differential in it. */
static bool behind_differential(const struct tokens *t, size_t stroke)
{
    int depth = 0;
    for (size_t n = stroke; n-- > 0;) {
        const int kind = t->token[n].kind;
        depth -= depth_step(kind);
        if (depth < 0 || (depth == 0 && (ends_factor(kind) || kind == SLASH)))
            return false;
        if (depth == 0 && kind == DIFF)
            return true;
    }
    return false;
}

/* d…/: a differential follows the stroke behind this factor. */
static bool before_differential(const struct tokens *t, size_t at)
{
    int depth = 0;
    for (size_t n = at + 1; n < t->n; n++) {
        const int kind = t->token[n].kind;
        depth += depth_step(kind);
        if (depth < 0 || (depth == 0 && ends_factor(kind)))
            return false;
        if (depth == 0 && kind == SLASH)
            return kind_at(t, n + 1) == DIFF;
    }
    return false;
}

/* A d written as a letter is a differential in a quotient of two: {dA}{dB} or dA/dB. */
static bool in_quotient(const struct tokens *t, size_t at)
{
    const int before = at > 1 ? t->token[at - 1].kind : 0;
    const int second = at > 1 ? t->token[at - 2].kind : 0;
    if (before == LBRACE && (second == FRAC || second == RBRACE))
        return in_fraction(t, at);
    return before == SLASH ? behind_differential(t, at - 1) : before_differential(t, at);
}

static bool is_delta(const struct tokens *t, size_t at, bool alone)
{
    return kind_at(t, at) == NAME && strcmp(t->token[at].text, "delta") == 0 &&
           (kind_at(t, at + 1) == NAME || (alone && kind_at(t, at + 1) == RBRACE));
}

/* Where the braces close in which a token stands; n if they do not. */
static size_t closing(const struct tokens *t, size_t at)
{
    int depth = 1;
    while (depth > 0 && ++at < t->n)
        depth += depth_step(t->token[at].kind);
    return at;
}

/* \frac{\delta L}{\delta w}, \frac{\delta}{\delta w} L: some write the differential so. */
static void resolve_deltas(struct tokens *t)
{
    for (size_t n = 2; n < t->n; n++) {
        if (!is_delta(t, n, true) || t->token[n - 1].kind != LBRACE || t->token[n - 2].kind != FRAC)
            continue;
        const size_t other = closing(t, n) + 2;
        if (kind_at(t, other - 1) != LBRACE || !is_delta(t, other, false))
            continue;
        t->token[n] = (struct token){DIFF, NULL, t->token[n].at, t->token[n].end};
        t->token[other] = (struct token){DIFF, NULL, t->token[other].at, t->token[other].end};
    }
}

/* --- the rest --- */

/* An upright bar, or a double one, closes if one is open and something stands before it. */
static void resolve_bars(struct tokens *t, int bar, int end)
{
    bool open = false;
    for (size_t n = 0; n < t->n; n++) {
        if (t->token[n].kind != bar)
            continue;
        const int before = n ? t->token[n - 1].kind : 0;
        const bool nothing = before == 0 || tokens_is_operator(before) ||
                             tokens_is_relation(before) || before == LPAR || before == LBRACE ||
                             before == COMMA || before == ROW || before == MATRIX;
        if (open && !nothing)
            t->token[n].kind = end;
        open = t->token[n].kind == bar;
    }
}

/* p(y|x): behind a name, a single bar between parentheses. */
static void resolve_given(struct tokens *t)
{
    for (size_t n = 1; n < t->n; n++) {
        const int head = t->token[n - 1].kind;
        if (t->token[n].kind != LPAR || (head != NAME && head != RBRACE && head != NUMBER))
            continue;
        size_t bar = 0, bars = 0;
        int depth = 1;
        for (size_t k = n + 1; k < t->n && depth > 0; k++) {
            depth += depth_step(t->token[k].kind);
            if (depth == 1 && t->token[k].kind == BAR) {
                bar = k;
                bars++;
            }
        }
        if (bars == 1)
            t->token[bar].kind = GIVEN;
    }
}

/* A wide space separates two formulas, but not a sign from its side. */
static bool separates(int before, int after)
{
    return before && after && !tokens_is_operator(before) && !tokens_is_relation(before) &&
           !tokens_is_operator(after) && !tokens_is_relation(after);
}

struct tokens tokens_resolve(const struct tokens *tokens, const struct habits *habits,
                             struct arena *arena)
{
    struct tokens t = signs_of_fractions(tokens, arena);
    signs_resolve(&t, habits, arena);
    resolve_given(&t);
    resolve_bars(&t, BAR, ENDBAR);
    resolve_bars(&t, NORM, ENDNORM);
    resolve_deltas(&t);
    struct tokens resolved = {arena_new(arena, (t.n + 1) * sizeof *t.token), 0};
    for (size_t n = 0; n < t.n; n++) {
        struct token token = t.token[n];
        const struct token *next = n + 1 < t.n ? &t.token[n + 1] : NULL;
        const bool before_name = next && next->kind == NAME;
        if (token.kind == QUAD &&
            !separates(kind_at(&resolved, resolved.n - 1), next ? next->kind : 0))
            continue;
        const bool letter = token.kind == DIFF && token.text && !in_quotient(&t, n);
        if (letter)
            token.kind = NAME;
        /* A name of its own: one that begins with a d; the change of a weight. */
        const bool joins = (letter && before_name && next->at == token.end) ||
                           (token.kind == NAME && strcmp(token.text, "Delta") == 0 && before_name &&
                            !habits->delta_is_name);
        if (joins) {
            token.text = arena_print(arena, letter ? "%s%s" : "%s_%s", token.text, next->text);
            token.end = next->end;
            n++;
        }
        resolved.token[resolved.n++] = token;
    }
    return resolved;
}
