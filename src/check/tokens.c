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
    {"if", IF, NULL},
    {"for", IF, NULL},
    {"when", IF, NULL},
    {"forall", IF, NULL},
    {"otherwise", OTHERWISE, NULL},
    {"else", OTHERWISE, NULL},
    {"where", WHERE, NULL},
    {"with", WHERE, NULL},
    {"and", WHERE, NULL},
    {"then", WHERE, NULL},
    {"so", WHERE, NULL},
    {"hence", WHERE, NULL},
    {"all", 0, NULL},
    {"sum", SUM, NULL},
    {"in", IN, NULL},
    {"Sum", SUM, NULL},
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

/* dSE, dW, dgamma, d: a d that may be a differential, before something that is one thing. */
static bool may_be_differential(const char *name, size_t length)
{
    if (name[0] != 'd')
        return false;
    return length == 1 || isupper((unsigned char)name[1]) ||
           (length == 2 && isalpha((unsigned char)name[1])) ||
           find_word(greek, name + 1, length - 1);
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

static const char *small_name(const char *text)
{
    static const char *names[][2] = {
        {"₀", "0"},      {"₁", "1"},       {"₂", "2"},       {"₃", "3"},      {"₄", "4"},
        {"₅", "5"},      {"₆", "6"},       {"₇", "7"},       {"₈", "8"},      {"₉", "9"},
        {"ₖ", "k"},      {"ⱼ", "j"},       {"ᵢ", "i"},       {"ₘ", "m"},      {"ₙ", "n"},
        {"ₛ", "s"},      {"ₜ", "t"},       {"ₗ", "l"},       {"ₚ", "p"},      {"²", "2"},
        {"³", "3"},      {"¹", "1"},       {"α", "alpha"},   {"β", "beta"},   {"γ", "gamma"},
        {"δ", "delta"},  {"ε", "epsilon"}, {"ϵ", "epsilon"}, {"ζ", "zeta"},   {"η", "eta"},
        {"θ", "theta"},  {"ι", "iota"},    {"κ", "kappa"},   {"λ", "lambda"}, {"μ", "mu"},
        {"ν", "nu"},     {"ξ", "xi"},      {"π", "pi"},      {"ρ", "rho"},    {"σ", "sigma"},
        {"ς", "sigma"},  {"τ", "tau"},     {"φ", "phi"},     {"ϕ", "phi"},    {"χ", "chi"},
        {"ψ", "psi"},    {"ω", "omega"},   {"Γ", "Gamma"},   {"Δ", "Delta"},  {"Θ", "Theta"},
        {"Λ", "Lambda"}, {"Ξ", "Xi"},      {"Π", "Pi"},      {"Φ", "Phi"},    {"Ψ", "Psi"},
        {"Ω", "Omega"},
    };
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strncmp(text, names[n][0], strlen(names[n][0])) == 0)
            return names[n][1];
    return NULL;
}

void lexer_small(struct lexer *lexer, const char *text, size_t length)
{
    const char *name = small_name(text);
    if (!name) {
        lexer_put(lexer, BAD, NULL, length);
    } else if (*(const unsigned char *)text != 0xE2 && *(const unsigned char *)text != 0xE1 &&
               isdigit((unsigned char)*name)) {
        lexer_put(lexer, SUP, NULL, length);
        lexer_put(lexer, NUMBER, name, length);
    } else if (*(const unsigned char *)text >= 0xE1) {
        lexer_put(lexer, SUB, NULL, length);
        lexer_put(lexer, LBRACE, NULL, length);
        for (size_t at = 0; at < length; at += 3) {
            const char *small = small_name(text + at);
            if (small)
                lexer_put(lexer, isdigit((unsigned char)*small) ? NUMBER : NAME, small, length);
        }
        lexer_put(lexer, RBRACE, NULL, length);
    } else {
        lexer_put(lexer, NAME, name, length);
    }
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

static bool is_relation(int kind)
{
    return kind == EQ || kind == ASSIGN || kind == NE || kind == LT || kind == GT || kind == LE ||
           kind == GE || kind == IN || kind == ABOUT;
}

static bool is_operator(int kind)
{
    return kind == PLUS || kind == MINUS || kind == TIMES || kind == SLASH;
}

/* A d written as a letter is a differential in a quotient of two: {dA}{dB} or dA/dB. */
static bool in_quotient(const struct tokens *t, size_t at)
{
    const int before = at ? t->token[at - 1].kind : 0, earlier = at > 1 ? t->token[at - 2].kind : 0;
    if (before == SLASH || (before == LBRACE && (earlier == FRAC || earlier == RBRACE)))
        return true;
    int depth = 0;
    for (size_t n = at + 1; n < t->n; n++) {
        const int kind = t->token[n].kind;
        depth += (kind == LBRACE || kind == LPAR || kind == LBRACK) -
                 (kind == RBRACE || kind == RPAR || kind == RBRACK);
        if (depth < 0 || (depth == 0 && (kind == PLUS || kind == MINUS || kind == TIMES ||
                                         kind == COMMA || is_relation(kind))))
            return false;
        if (depth == 0 && kind == SLASH)
            return n + 1 < t->n && t->token[n + 1].kind == DIFF;
    }
    return false;
}

void tokens_settle(struct tokens *t, struct arena *arena)
{
    size_t to = 0;
    struct token *settled = arena_new(arena, (t->n + 1) * sizeof *settled);
    for (size_t n = 0; n < t->n; n++) {
        struct token token = t->token[n];
        const int after = n + 1 < t->n ? t->token[n + 1].kind : 0;
        const int before = to ? settled[to - 1].kind : 0;
        if (token.kind == QUAD && (is_operator(after) || is_relation(after) || !after || !before ||
                                   is_operator(before) || is_relation(before) || after == TIMES))
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
