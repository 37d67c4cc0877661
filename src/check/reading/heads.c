/* heads.c */
#include "check/reading/heads.h"

#include <string.h>

#include "check/vocabulary/words.h"
#include "grammar.tab.h"

static int kind_at(const struct tokens *t, size_t n)
{
    return n < t->n ? t->token[n].kind : 0;
}

static int depth_step(int kind)
{
    return (kind == LBRACE || kind == LPAR || kind == LBRACK || kind == LCURLY) -
           (kind == RBRACE || kind == RPAR || kind == RBRACK || kind == RCURLY);
}

static bool is_separator(int kind)
{
    return kind == COMMA || kind == QUAD || kind == WHERE || kind == IF || kind == OTHERWISE;
}

/* The number of the relation or separator that ends the side that begins at token n. */
static size_t side_end(const struct tokens *t, size_t n)
{
    for (int depth = 0; n < t->n; n++) {
        const int kind = t->token[n].kind;
        if (depth <= 0 && (tokens_is_relation(kind) || is_separator(kind)))
            break;
        depth += depth_step(kind);
    }
    return n;
}

/* Behind the bracket that opens at token n. */
static size_t bracket_end(const struct tokens *t, size_t n)
{
    int depth = 0;
    do {
        depth += depth_step(kind_at(t, n));
        n++;
    } while (depth > 0 && n < t->n);
    return n;
}

/* What stands above or below a name, at token n: a single name or number in any brackets. */
static const char *script_text(const struct tokens *t, size_t n, size_t end)
{
    while (n < end && depth_step(t->token[n].kind) > 0)
        n++;
    const bool single = n < end && (n + 1 == end || depth_step(kind_at(t, n + 1)) < 0);
    return single ? t->token[n].text : NULL;
}

static bool has_prime(const struct tokens *t, size_t n, size_t end)
{
    while (n < end && t->token[n].kind != PRIME)
        n++;
    return n < end;
}

/* A name with scripts, and with arguments behind it, that fills the tokens from n to end. */
static bool read_head(const struct tokens *t, size_t n, size_t end, struct head *head)
{
    while (n < end && kind_at(t, n) == SUP) /* **f(x) = x^2**, in bold */
        n++;
    if (kind_at(t, n) != NAME)
        return false;
    *head = (struct head){.base = t->token[n].text, .at = t->token[n].at};
    for (n++; n < end && (t->token[n].kind == SUB || t->token[n].kind == SUP);) {
        const bool below = t->token[n].kind == SUB;
        const size_t next = depth_step(kind_at(t, n + 1)) > 0 ? bracket_end(t, n + 1) : n + 2;
        const char *text = script_text(t, n + 1, next);
        if (has_prime(t, n + 1, next))
            return false;
        *(below ? &head->below : &head->above) = text;
        head->update |= (text && word_is_new(text)) || kind_at(t, n + 2) == PLUS;
        n = next;
    }
    while (n < end && t->token[n].kind == INDEX)
        n++;
    if (n < end && t->token[n].kind == LPAR)
        n = bracket_end(t, n);
    return n == end;
}

static bool is_values(const struct tokens *t, size_t n, size_t end)
{
    bool number = false;
    for (; n < end; n++) {
        const struct token *token = &t->token[n];
        number |= token->kind == NUMBER;
        if (token->kind == FUNCTION || (token->kind == NAME && strcmp(token->text, "T") != 0 &&
                                        !strstr(token->text, "matrix")))
            return false;
    }
    return number;
}

/* What stands from n on steps from the name: w - …, or has it anywhere behind an arrow. */
static bool steps_from(const struct tokens *t, size_t n, size_t end, const char *base, bool arrow)
{
    for (size_t k = n; k < end; k++)
        if (t->token[k].kind == NAME && strcmp(t->token[k].text, base) == 0) {
            struct head again;
            size_t sign = k + 1;
            while (sign < end && t->token[sign].kind != MINUS)
                sign++;
            return arrow || (k == n && read_head(t, k, sign, &again));
        }
    return false;
}

/* Where the chain ends that goes on at token n. */
static size_t chain_end(const struct tokens *t, size_t n)
{
    while (n < t->n && tokens_is_relation(t->token[n].kind))
        n = side_end(t, n + 1);
    return n < t->n ? t->token[n].at : t->token[t->n - 1].end;
}

static void add(struct heads *heads, struct arena *arena, const struct head *head)
{
    heads->head = arena_grow(arena, heads->head, heads->n, sizeof *head);
    heads->head[heads->n++] = *head;
}

struct heads heads_of(const struct tokens *t, struct arena *arena)
{
    struct heads heads = {NULL, 0};
    size_t chain = 0; /* its first head */
    for (size_t n = 0; n < t->n;) {
        const size_t end = side_end(t, n), next = side_end(t, end + 1);
        const int sign = kind_at(t, end);
        struct head head;
        if (sign == IN) {
            heads.n = chain;
        } else if ((sign == EQ || sign == ASSIGN) && read_head(t, n, end, &head)) {
            head.relation = t->token[end].at;
            head.end = chain_end(t, end);
            head.values = is_values(t, end + 1, next);
            head.update |= steps_from(t, end + 1, next, head.base, sign == ASSIGN);
            add(&heads, arena, &head);
        } else if (is_separator(sign)) {
            chain = heads.n;
        }
        n = end + 1;
    }
    return heads;
}
