/* signs.c */
#include "check/reading/signs.h"

#include <ctype.h>
#include <string.h>

#include "check/reading/notes.h"
#include "check/reading/numerals.h"
#include "check/reading/spellings.h"
#include "grammar.tab.h"

static int kind_at(const struct tokens *t, size_t at)
{
    return at < t->n ? t->token[at].kind : 0;
}

static int depth_step(int kind)
{
    return (kind == LBRACE || kind == LPAR || kind == LBRACK || kind == LCURLY) -
           (kind == RBRACE || kind == RPAR || kind == RBRACK || kind == RCURLY);
}

/* Where the bracket at `at` closes; t->n if it does not. */
static size_t closing(const struct tokens *t, size_t at)
{
    int depth = 0;
    for (; at < t->n; at++) {
        depth += depth_step(t->token[at].kind);
        if (depth == 0)
            break;
    }
    return at;
}

static bool ends_factor(int kind)
{
    return kind == NAME || kind == NUMBER || kind == RPAR || kind == RBRACE || kind == RBRACK ||
           kind == RCURLY || kind == PRIME || kind == INDEX || kind == ENDBAR || kind == BAR ||
           kind == ENDNORM || kind == NORM || kind == RANGLE;
}

static bool begins_factor(int kind)
{
    return kind == NAME || kind == NUMBER || kind == LPAR || kind == LBRACE || kind == LBRACK ||
           kind == LCURLY || kind == FRAC || kind == FUNCTION || kind == DIFF || kind == SUM ||
           kind == UNDERBRACE || kind == PDV || kind == NABLA || kind == INDICATOR ||
           kind == ACCENT || kind == NORM || kind == LANGLE;
}

/* --- full stops --- */

/* A name of several letters, as program code has them: np, shape. */
static bool is_word(const struct token *token)
{
    const size_t length = token->kind == NAME || token->kind == FUNCTION ? strlen(token->text) : 0;
    return length > 1 && isalpha((unsigned char)token->text[1]) &&
           !(token->kind == NAME && spelling_greek(token->text, length)) &&
           !strchr(token->text, '_');
}

/* Libraries whose exp is exp. */
static bool is_library(const struct token *token)
{
    static const char *const names[] = {"np", "numpy", "math", "torch", "tf", "jnp", "cmath"};
    for (size_t n = 0; token->kind == NAME && n < sizeof names / sizeof *names; n++)
        if (strcmp(token->text, names[n]) == 0)
            return true;
    return false;
}

/* np.max is of all entries, and no function of one number. */
static bool is_elementwise(const struct token *function)
{
    return function->kind == FUNCTION && strcmp(function->text, "max") != 0 &&
           strcmp(function->text, "min") != 0;
}

/* A relation stands between a full stop and the next sign that separates: a formula of its own. */
static bool formula_follows(const struct tokens *t, size_t at)
{
    for (; at < t->n && t->token[at].kind != COMMA && t->token[at].kind != STOP; at++)
        if (tokens_is_relation(t->token[at].kind) || t->token[at].kind == WHERE ||
            t->token[at].kind == IF)
            return true;
    return false;
}

/* The stop in np.exp, and in W.T. */
static bool is_access(const struct tokens *t, size_t n)
{
    const struct token *before = &t->token[n - 1], *after = &t->token[n + 1];
    if (before->end < t->token[n].at || after->at > t->token[n].end)
        return false;
    const bool below = n > 1 && kind_at(t, n - 2) == SUB;
    return (is_word(before) && !below) ||
           (before->kind == NAME && is_word(after) && after->kind != FUNCTION) ||
           (after->kind == NAME && strcmp(after->text, "T") == 0);
}

static int meaning_of_stop(const struct tokens *t, size_t n)
{
    const struct token *stop = &t->token[n];
    const struct token *before = n ? stop - 1 : NULL, *after = n + 1 < t->n ? stop + 1 : NULL;
    if (!before || !after || !ends_factor(before->kind))
        return COMMA;
    if (!begins_factor(after->kind))
        return tokens_is_operator(after->kind) ? STOP : COMMA;
    const bool sentence = after->at > stop->end && before->end == stop->at;
    const bool numbered = n == 1 && before->kind == NUMBER; /* **1. f(u, v) = … */
    if (sentence)
        return numbered || formula_follows(t, n + 1) ? COMMA : STOP;
    return is_access(t, n) ? DOTTED : TIMES;
}

static void resolve_stops(struct tokens *t)
{
    for (size_t n = 0; n < t->n; n++) {
        if (t->token[n].kind != STOP)
            continue;
        const bool call = n > 0 && n + 1 < t->n && is_library(&t->token[n - 1]) &&
                          is_elementwise(&t->token[n + 1]);
        t->token[n].kind = call ? 0 : meaning_of_stop(t, n);
        if (call)
            t->token[n - 1].kind = 0;
    }
}

/* --- words --- */

/* They are what an equation begins with: \text{the rest of it} = 1 - p. */
static bool are_a_side(const struct tokens *t, size_t n)
{
    const int before = n > 0 ? t->token[n - 1].kind : COMMA;
    return (before == COMMA || before == QUAD) && tokens_is_relation(kind_at(t, n + 1));
}

/* Words at the end of a formula, or beside a sign that separates or relates, say something about it; between two
 * factors they could be one themselves. */
static void resolve_words(struct tokens *t)
{
    for (size_t n = 0; n < t->n; n++) {
        struct token *token = &t->token[n];
        if (token->kind == WORDS_HERE && are_a_side(t, n))
            *token = (struct token){NAME, "(words)", token->at, token->end};
        else if (token->kind == WORDS_HERE &&
                 !(n > 0 && ends_factor(kind_at(t, n - 1)) && begins_factor(kind_at(t, n + 1))))
            token->kind = 0;
    }
}

/* --- accents --- */

/* \hat{y_i} is \hat{y}_i: the name that the accent is for; t->n if something else stands below it. */
static size_t accented(const struct tokens *t, size_t at)
{
    const bool brace = kind_at(t, at) == LBRACE;
    size_t name = at;
    while (kind_at(t, name) == LBRACE)
        if (++name >= t->n)
            return t->n;
    if (t->token[name].kind != NAME)
        return t->n;
    const size_t close = brace ? closing(t, at) : name + 1;
    for (size_t n = name + 1; brace && n < close; n++) {
        const int kind = t->token[n].kind;
        if (kind == SUB || kind == SUP)
            n = kind_at(t, n + 1) == LBRACE ? closing(t, n + 1) : n + 1;
        else if (kind != RBRACE && kind != PRIME && kind != INDEX)
            return t->n;
    }
    return name;
}

static void resolve_accents(struct tokens *t, struct arena *arena)
{
    for (size_t n = t->n; n-- > 0;) {
        if (t->token[n].kind != ACCENT)
            continue;
        const size_t name = accented(t, n + 1);
        if (name == t->n) {
            t->token[n] = (struct token){BAD, NULL, t->token[n].at, t->token[n].end};
            continue;
        }
        t->token[name].text = arena_print(arena, "%s_%s", t->token[name].text, t->token[n].text);
        t->token[n].kind = 0;
    }
}

/* --- stars --- */

/* Of w^*, w_i^* and w_{ij}^{*}, where the ^ stands at `at`: the w; t->n if there is none. */
static size_t starred(const struct tokens *t, size_t at)
{
    size_t n = at;
    if (n > 0 && t->token[n - 1].kind == RBRACE) {
        int depth = 0;
        do {
            n--;
            depth += depth_step(t->token[n].kind);
        } while (n > 0 && depth < 0);
    } else if (n > 1 && t->token[n - 2].kind == SUB) {
        n--;
    }
    n -= n < at && n > 0 && t->token[n - 1].kind == SUB;
    return n > 0 && t->token[n - 1].kind == NAME ? n - 1 : t->n;
}

/* A star above a name is a part of it, as a hat is: w^* is w_star. */
static void resolve_stars(struct tokens *t, struct arena *arena)
{
    for (size_t n = 0; n + 1 < t->n; n++) {
        const bool braces = kind_at(t, n + 1) == LBRACE && kind_at(t, n + 3) == RBRACE;
        const size_t star = braces ? n + 2 : n + 1, name = starred(t, n);
        if (t->token[n].kind != SUP || kind_at(t, star) != TIMES || name == t->n)
            continue;
        t->token[name].text = arena_print(arena, "%s_star", t->token[name].text);
        t->token[n].kind = t->token[star].kind = 0;
        if (braces)
            t->token[n + 1].kind = t->token[n + 3].kind = 0;
    }
}

/* --- braces around a sign --- */

/* n_{in}, \frac{x}{sum}: nothing else stands there, so that the word is a name. */
static bool is_word_in_braces(const struct tokens *t, size_t brace)
{
    const struct token *word = &t->token[brace + 1];
    return t->token[brace].kind == LBRACE && kind_at(t, brace + 2) == RBRACE && word->text &&
           (word->kind == IN || word->kind == SUM);
}

/* {-}, {d} and {\tanh} are the signs; {_k} behind a factor is its subscript. */
static void resolve_brace(struct tokens *t, size_t n)
{
    const int before = n ? t->token[n - 1].kind : 0, first = t->token[n + 1].kind;
    if (before == SUB || before == SUP || before == FRAC)
        return;
    const bool sign = tokens_is_operator(first) || tokens_is_relation(first) || first == DIFF ||
                      (first == FUNCTION && before != RBRACE); /* no denominator */
    size_t close = t->n;
    if (sign && t->token[n + 2].kind == RBRACE)
        close = n + 2;
    else if ((first == SUB || first == SUP) && ends_factor(before))
        close = closing(t, n);
    if (close < t->n)
        t->token[n].kind = t->token[close].kind = 0;
}

static void resolve_braces(struct tokens *t)
{
    for (size_t n = 0; n + 1 < t->n; n++) {
        const int first = t->token[n + 1].kind;
        if (t->token[n].kind == SUB && first == FUNCTION)
            t->token[n + 1].kind = NAME; /* \sigma_\mathrm{tanh} */
        if (t->token[n].kind != LBRACE)
            continue;
        if (is_word_in_braces(t, n))
            t->token[n + 1].kind = NAME;
        if (first == RBRACE && n && t->token[n - 1].kind == DIFF)
            t->token[n].kind = t->token[n + 1].kind = 0; /* \partial{} */
        else if (n + 2 < t->n)
            resolve_brace(t, n);
    }
    for (size_t n = 0; n < t->n; n++)
        if (t->token[n].kind == IN || t->token[n].kind == SUM)
            t->token[n].text = NULL; /* signs from here on */
}

/* --- \over --- */

/* The brace around the \over at `at`; t->n if it is not alone in one. */
static size_t brace_of_over(const struct tokens *t, size_t at)
{
    int depth = 0;
    size_t open = at;
    while (open-- > 0) {
        depth += depth_step(t->token[open].kind);
        if (depth > 0)
            break;
        if (depth == 0 && t->token[open].kind == OVER)
            return t->n;
    }
    if (open >= t->n || t->token[open].kind != LBRACE || open + 1 == at)
        return t->n;
    const size_t close = closing(t, open);
    depth = 0;
    for (size_t n = at + 1; n < close; n++) {
        depth += depth_step(t->token[n].kind);
        if (depth == 0 && t->token[n].kind == OVER)
            return t->n;
    }
    return close < t->n && close > at + 1 ? open : t->n;
}

struct tokens signs_of_fractions(const struct tokens *t, struct arena *arena)
{
    enum { NONE, OPENS, DIVIDES, CLOSES };
    unsigned char *role = arena_new(arena, t->n + 1);
    size_t fractions = 0;
    for (size_t n = 0; n < t->n; n++) {
        const size_t open = t->token[n].kind == OVER ? brace_of_over(t, n) : t->n;
        if (open == t->n)
            continue;
        role[open] = OPENS;
        role[n] = DIVIDES;
        role[closing(t, open)] = CLOSES;
        fractions++;
    }
    struct tokens out = {arena_new(arena, (t->n + 4 * fractions + 1) * sizeof *out.token), 0};
    for (size_t n = 0; n < t->n; n++) {
        const struct token *token = &t->token[n];
        const struct token open = {LBRACE, NULL, token->at, token->end};
        const struct token close = {RBRACE, NULL, token->at, token->end};
        if (role[n] == DIVIDES || role[n] == CLOSES)
            out.token[out.n++] = close;
        if (role[n] == DIVIDES)
            out.token[out.n++] = open;
        else
            out.token[out.n++] = *token;
        if (role[n] == OPENS) {
            out.token[out.n++] = (struct token){FRAC, NULL, token->at, token->end};
            out.token[out.n++] = open;
        }
    }
    return out;
}

/* --- a capital sigma --- */

bool sign_is_sigma(const struct tokens *t, size_t at)
{
    return kind_at(t, at) == NAME && strcmp(t->token[at].text, "Sigma") == 0;
}

bool sign_may_be_sum(const struct tokens *t, size_t at)
{
    bool below = false;
    size_t n = at + 1;
    while (kind_at(t, n) == SUB || kind_at(t, n) == SUP) {
        below = below || t->token[n].kind == SUB;
        if (t->token[n].kind == SUP && kind_at(t, n + 1) == LBRACE && kind_at(t, n + 2) == MINUS)
            return false; /* an inverse */
        n = kind_at(t, n + 1) == LBRACE ? closing(t, n + 1) + 1 : n + 2;
    }
    return below && begins_factor(kind_at(t, n));
}

static void resolve_sigma(struct tokens *t, const struct habits *h)
{
    for (size_t n = 0; n < t->n; n++)
        if (!h->sigma_is_name && sign_is_sigma(t, n) && sign_may_be_sum(t, n))
            t->token[n] = (struct token){SUM, NULL, t->token[n].at, t->token[n].end};
}

/* Without the tokens that are no longer there. */
static void compact(struct tokens *t)
{
    size_t kept = 0;
    for (size_t n = 0; n < t->n; n++)
        if (t->token[n].kind)
            t->token[kept++] = t->token[n];
    t->n = kept;
}

void signs_resolve(struct tokens *t, const struct habits *h, struct arena *arena)
{
    numerals_resolve(t, h, arena);
    compact(t);
    resolve_stars(t, arena);
    compact(t);
    resolve_braces(t);
    compact(t);
    resolve_words(t);
    compact(t);
    notes_resolve(t, h);
    compact(t);
    notes_find_words(t, h);
    resolve_stops(t);
    compact(t);
    resolve_accents(t, arena);
    compact(t);
    resolve_sigma(t, h);
}
