/* tokens.c: names and commands of the scanner, and what depends on neighbouring tokens. */
#include "tokens.h"

#include <ctype.h>
#include <string.h>

#include "grammar.tab.h"
#include "lexer.h"
#include "lexer.yy.h"

void lexer_put(struct lexer *lexer, int kind, const char *text, size_t length)
{
    struct tokens *t = lexer->tokens;
    if (t->n > TOKENS_MAX)
        return;
    t->token = arena_grow(lexer->arena, t->token, t->n, sizeof *t->token);
    t->token[t->n++] = (struct token){kind, text, lexer->at - length, lexer->at};
}

struct word {
    const char *word;
    int kind;
    const char *text; /* of the token; null: the word itself */
};

static const struct word *find_word(const struct word *words, const char *name, size_t length)
{
    for (; words->word; words++)
        if (strlen(words->word) == length && memcmp(words->word, name, length) == 0)
            return words;
    return NULL;
}

/* Greek letters, in LaTeX and in plain words. */
static const struct word greek[] = {
    {"alpha", NAME, NULL},       {"beta", NAME, NULL},    {"gamma", NAME, NULL},
    {"delta", NAME, NULL},       {"epsilon", NAME, NULL}, {"varepsilon", NAME, "epsilon"},
    {"zeta", NAME, NULL},        {"eta", NAME, NULL},     {"theta", NAME, NULL},
    {"vartheta", NAME, "theta"}, {"iota", NAME, NULL},    {"kappa", NAME, NULL},
    {"lambda", NAME, NULL},      {"mu", NAME, NULL},      {"nu", NAME, NULL},
    {"xi", NAME, NULL},          {"pi", NAME, NULL},      {"rho", NAME, NULL},
    {"sigma", NAME, NULL},       {"tau", NAME, NULL},     {"phi", NAME, NULL},
    {"varphi", NAME, "phi"},     {"chi", NAME, NULL},     {"psi", NAME, NULL},
    {"omega", NAME, NULL},       {"Gamma", NAME, NULL},   {"Delta", NAME, NULL},
    {"Theta", NAME, NULL},       {"Lambda", NAME, NULL},  {"Phi", NAME, NULL},
    {"Psi", NAME, NULL},         {"Omega", NAME, NULL},   {"Sigma", NAME, NULL},
    {"Xi", NAME, NULL},          {"Pi", NAME, NULL},      {NULL, 0, NULL},
};

static const struct word functions[] = {
    {"exp", FUNCTION, NULL},    {"log", FUNCTION, NULL},      {"ln", FUNCTION, "log"},
    {"tanh", FUNCTION, NULL},   {"sinh", FUNCTION, NULL},     {"cosh", FUNCTION, NULL},
    {"sin", FUNCTION, NULL},    {"cos", FUNCTION, NULL},      {"max", FUNCTION, NULL},
    {"min", FUNCTION, NULL},    {"sqrt", FUNCTION, NULL},     {"sigmoid", FUNCTION, "sigma"},
    {"ReLU", FUNCTION, "relu"}, {"relu", FUNCTION, NULL},     {"RELU", FUNCTION, "relu"},
    {"abs", FUNCTION, NULL},    {"softplus", FUNCTION, NULL}, {NULL, 0, NULL},
};

/* Commands of LaTeX that are neither. */
static const struct word commands[] = {
    {"cdot", TIMES, NULL},
    {"times", TIMES, NULL},
    {"ast", TIMES, NULL},
    {"div", SLASH, NULL},
    {"neq", NE, NULL},
    {"ne", NE, NULL},
    {"le", LE, NULL},
    {"leq", LE, NULL},
    {"leqslant", LE, NULL},
    {"ge", GE, NULL},
    {"geq", GE, NULL},
    {"geqslant", GE, NULL},
    {"lt", LT, NULL},
    {"gt", GT, NULL},
    {"in", IN, NULL},
    {"approx", ABOUT, NULL},
    {"propto", ABOUT, NULL},
    {"sim", ABOUT, NULL},
    {"simeq", ABOUT, NULL},
    {"equiv", EQ, NULL},
    {"coloneqq", ASSIGN, NULL},
    {"leftarrow", ASSIGN, NULL},
    {"gets", ASSIGN, NULL},
    {"longleftarrow", ASSIGN, NULL},
    {"Leftarrow", ASSIGN, NULL},
    {"dots", DOTS, NULL},
    {"ldots", DOTS, NULL},
    {"cdots", DOTS, NULL},
    {"dotsb", DOTS, NULL},
    {"dotsc", DOTS, NULL},
    {"dotsm", DOTS, NULL},
    {"forall", IF, NULL},
    {"implies", WHERE, NULL},
    {"Rightarrow", WHERE, NULL},
    {"Longrightarrow", WHERE, NULL},
    {"iff", WHERE, NULL},
    {"Leftrightarrow", WHERE, NULL},
    {"therefore", WHERE, NULL},
    {"land", COMMA, NULL},
    {"prime", PRIME, NULL},
    {"colon", COMMA, NULL},
    {"mid", BAR, NULL},
    {"vert", BAR, NULL},
    {"ell", NAME, "ell"},
    {"triangleq", EQ, NULL},
    {"blacksquare", 0, NULL},
    {"square", 0, NULL},
    {"checkmark", 0, NULL},
    {"qed", 0, NULL},
    {"Box", 0, NULL},
    {"nabla", NABLA, NULL},
    {"pdv", PDV, NULL},
    {"pd", PDV, NULL},
    {"pder", PDV, NULL},
    {"dv", PDV, NULL},
    {"parder", PDV, NULL},
    {"mathord", 0, NULL},
    {"left", 0, NULL},
    {"right", 0, NULL},
    {"hfill", 0, NULL},
    {"displaystyle", 0, NULL},
    {"nonumber", 0, NULL},
    {"notag", 0, NULL},
    {"limits", 0, NULL},
    {"quad", QUAD, NULL},
    {"qquad", QUAD, NULL},
    {"partial", DIFF, NULL},
    {"sum", SUM, NULL},
    {"frac", FRAC, NULL},
    {NULL, 0, NULL},
};

/* Words of a plain text. */
static const struct word words[] = {
    {"sum", SUM, NULL},
    {"Sum", SUM, NULL},
    {"partial", DIFF, NULL},
    {"del", DIFF, NULL},
    {"in", IN, NULL},
    {"all", 0, NULL},
    {"if", IF, NULL},
    {"If", IF, NULL},
    {"for", IF, NULL},
    {"For", IF, NULL},
    {"when", IF, NULL},
    {"forall", IF, NULL},
    {"falls", IF, NULL},
    {"wenn", IF, NULL},
    {"si", IF, NULL},
    {"pour", IF, NULL},
    {"otherwise", OTHERWISE, NULL},
    {"else", OTHERWISE, NULL},
    {"sonst", OTHERWISE, NULL},
    {"sinon", OTHERWISE, NULL},
    {"where", WHERE, NULL},
    {"with", WHERE, NULL},
    {"With", WHERE, NULL},
    {"and", WHERE, NULL},
    {"And", WHERE, NULL},
    {"then", WHERE, NULL},
    {"Then", WHERE, NULL},
    {"so", WHERE, NULL},
    {"So", WHERE, NULL},
    {"hence", WHERE, NULL},
    {"Hence", WHERE, NULL},
    {"thus", WHERE, NULL},
    {"Thus", WHERE, NULL},
    {"therefore", WHERE, NULL},
    {"Therefore", WHERE, NULL},
    {"since", WHERE, NULL},
    {"because", WHERE, NULL},
    {"by", WHERE, NULL},
    {"using", WHERE, NULL},
    {"from", WHERE, NULL},
    {"that", WHERE, NULL},
    {"is", WHERE, NULL},
    {"the", WHERE, NULL},
    {"we", WHERE, NULL},
    {"We", WHERE, NULL},
    {"get", WHERE, NULL},
    {"have", WHERE, NULL},
    {"Now", WHERE, NULL},
    {"weil", WHERE, NULL},
    {"denn", WHERE, NULL},
    {"und", WHERE, NULL},
    {"mit", WHERE, NULL},
    {"wobei", WHERE, NULL},
    {"car", WHERE, NULL},
    {"et", WHERE, NULL},
    {"avec", WHERE, NULL},
    {NULL, 0, NULL},
};

/* Puts the token of a word in one of the lists; false if it is in none. */
static bool put_word(struct lexer *lexer, const struct word *list, const char *name, size_t length,
                     size_t whole)
{
    const struct word *word = find_word(list, name, length);
    const char *text = word && word->text ? word->text : word ? word->word : NULL;
    if (word && word->kind)
        lexer_put(lexer, word->kind, word->kind == DIFF ? NULL : text, whole);
    return word != NULL;
}

void lexer_command(struct lexer *lexer, const char *name, size_t length)
{
    if (length && name[length - 1] == '*')
        length--;
    if (put_word(lexer, greek, name, length, length + 1) ||
        put_word(lexer, functions, name, length, length + 1) ||
        put_word(lexer, commands, name, length, length + 1))
        return;
    lexer_put(lexer, BAD, NULL, length + 1);
}

/* dSE, dW, dgamma, d: a d that may be a differential; in_quotient decides. */
static bool may_be_differential(const char *name, size_t length)
{
    (void)length;
    return name[0] == 'd';
}

void lexer_name(struct lexer *lexer, const char *name, size_t length)
{
    if (put_word(lexer, words, name, length, length) ||
        put_word(lexer, functions, name, length, length) ||
        put_word(lexer, greek, name, length, length))
        return;
    char *text = arena_text(lexer->arena, name, length);
    if (!may_be_differential(name, length)) {
        lexer_put(lexer, NAME, text, length);
        return;
    }
    const size_t end = lexer->at;
    lexer->at -= length - 1;
    lexer_put(lexer, DIFF, "d", 1);
    lexer->at = end;
    if (length > 1 && !put_word(lexer, greek, name + 1, length - 1, length - 1))
        lexer_put(lexer, NAME, text + 1, length - 1);
}

size_t lexer_subscript(const struct lexer *lexer, const char *text, size_t length)
{
    static const char indices[] = "ijklmnpqrst0123456789";
    size_t taken = 1;
    while (taken < length && strchr(indices, text[taken]))
        taken++;
    if (lexer->plain && taken < length && islower((unsigned char)text[taken]))
        return length; /* delta_out */
    /* In x_iw_i the w has an index of its own. */
    if (taken == length && taken > 1 && (text[length] == '_' || text[length] == '^'))
        taken--;
    return taken;
}

void tokens_read(struct tokens *tokens, const struct source *source, const struct span *span,
                 struct arena *arena)
{
    struct lexer lexer = {
        .tokens = tokens, .arena = arena, .at = span->start, .plain = span->kind == SPAN_LINE};
    yyscan_t scanner;
    if (lexer_yylex_init_extra(&lexer, &scanner))
        return;
    lexer_yy_scan_bytes(source->text + span->start, (int)(span->end - span->start), scanner);
    lexer_yylex(scanner);
    lexer_yylex_destroy(scanner);
}

bool tokens_is_relation(int kind)
{
    return kind == EQ || kind == ASSIGN || kind == NE || kind == LT || kind == GT || kind == LE ||
           kind == GE || kind == IN || kind == ABOUT || kind == ADDTO || kind == TAKEFROM;
}

bool tokens_is_operator(int kind)
{
    return kind == PLUS || kind == MINUS || kind == TIMES || kind == SLASH;
}

static int depth_step(int kind)
{
    return (kind == LBRACE || kind == LPAR || kind == LBRACK) -
           (kind == RBRACE || kind == RPAR || kind == RBRACK);
}

static bool ends_factor(int kind)
{
    return kind == PLUS || kind == MINUS || kind == TIMES || kind == COMMA || kind == QUAD ||
           tokens_is_relation(kind);
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

/* A d written as a letter is a differential in a quotient of two: {dA}{dB} or dA/dB. */
static bool in_quotient(const struct tokens *t, size_t at)
{
    if (at > 1 && t->token[at - 1].kind == LBRACE &&
        (t->token[at - 2].kind == FRAC || t->token[at - 2].kind == RBRACE))
        return in_fraction(t, at);
    int depth = 0;
    if (at > 1 && t->token[at - 1].kind == SLASH) {
        for (size_t n = at - 1; n-- > 0;) {
            const int kind = t->token[n].kind;
            depth -= depth_step(kind);
            if (depth < 0 || (depth == 0 && (ends_factor(kind) || kind == SLASH)))
                return false;
            if (depth == 0 && kind == DIFF)
                return true;
        }
        return false;
    }
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

/* \frac{\delta L}{\delta w}: some write the differential so. */
static void settle_deltas(struct tokens *t)
{
    for (size_t n = 2; n + 1 < t->n; n++) {
        struct token *token = &t->token[n];
        const bool delta = token->kind == NAME && strcmp(token->text, "delta") == 0;
        if (!delta || t->token[n - 1].kind != LBRACE || t->token[n - 2].kind != FRAC ||
            t->token[n + 1].kind != NAME)
            continue;
        int depth = 1;
        size_t at = n;
        while (depth > 0 && at + 3 < t->n)
            depth += depth_step(t->token[++at].kind);
        if (depth == 0 && t->token[at + 1].kind == LBRACE && t->token[at + 2].kind == NAME &&
            strcmp(t->token[at + 2].text, "delta") == 0 && kind_at(t, at + 3) == NAME) {
            *token = (struct token){DIFF, NULL, token->at, token->end};
            struct token *other = &t->token[at + 2];
            *other = (struct token){DIFF, NULL, other->at, other->end};
        }
    }
}

/* An upright bar closes if one is open and something stands before it. */
static void settle_bars(struct tokens *t)
{
    bool open = false;
    for (size_t n = 0; n < t->n; n++) {
        if (t->token[n].kind != BAR)
            continue;
        const int before = n ? t->token[n - 1].kind : 0;
        const bool after_operator = before == 0 || tokens_is_operator(before) ||
                                    tokens_is_relation(before) || before == LPAR ||
                                    before == LBRACE || before == COMMA;
        if (open && !after_operator)
            t->token[n].kind = ENDBAR;
        open = t->token[n].kind == BAR;
    }
}

void tokens_settle(struct tokens *t, struct arena *arena)
{
    settle_bars(t);
    settle_deltas(t);
    size_t to = 0;
    struct token *settled = arena_new(arena, (t->n + 1) * sizeof *settled);
    for (size_t n = 0; n < t->n; n++) {
        struct token token = t->token[n];
        const int after = n + 1 < t->n ? t->token[n + 1].kind : 0;
        const int before = to ? settled[to - 1].kind : 0;
        if (token.kind == QUAD &&
            (tokens_is_operator(after) || tokens_is_relation(after) || !after || !before ||
             tokens_is_operator(before) || tokens_is_relation(before) || after == TIMES))
            continue;
        if (token.kind == DIFF && token.text && !in_quotient(t, n)) {
            token.kind = NAME;
            if (after == NAME && t->token[n + 1].at == token.end) {
                token.text = arena_print(arena, "d%s", t->token[n + 1].text);
                token.end = t->token[++n].end;
            }
        }
        /* The change of a weight has a name of its own. */
        if (token.kind == NAME && strcmp(token.text, "Delta") == 0 && after == NAME) {
            token.text = arena_print(arena, "Delta_%s", t->token[n + 1].text);
            token.end = t->token[++n].end;
        }
        settled[to++] = token;
    }
    t->token = settled;
    t->n = to;
}
