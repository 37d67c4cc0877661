/* spellings.c: the tables. */
#include "check/reading/spellings.h"

#include <string.h>

#include "grammar.tab.h"

static bool same(const char *entry, const char *text, size_t length)
{
    return entry && strlen(entry) == length && memcmp(entry, text, length) == 0;
}

#define SIZE(table) (sizeof(table) / sizeof *(table))

static const struct spelling commands[] = {
    {"cdot", TIMES},
    {"times", TIMES},
    {"ast", TIMES},
    {"odot", HADAMARD},
    {"circ", HADAMARD},
    {"div", SLASH},
    {"neq", NE},
    {"ne", NE},
    {"le", LE},
    {"leq", LE},
    {"leqslant", LE},
    {"ge", GE},
    {"geq", GE},
    {"geqslant", GE},
    {"lt", LT},
    {"gt", GT},
    {"in", IN},
    {"approx", ABOUT},
    {"propto", ABOUT},
    {"sim", ABOUT},
    {"simeq", ABOUT},
    {"equiv", EQ},
    {"triangleq", EQ},
    {"doteq", EQ},
    {"coloneqq", ASSIGN},
    {"leftarrow", ASSIGN},
    {"gets", ASSIGN},
    {"Leftarrow", ASSIGN},
    {"longleftarrow", ASSIGN},
    {"to", BECOMES},
    {"rightarrow", BECOMES},
    {"longrightarrow", BECOMES},
    {"mapsto", BECOMES},
    {"longmapsto", BECOMES},
    {"over", OVER},
    {"dots", DOTS},
    {"ldots", DOTS},
    {"cdots", DOTS},
    {"dotsb", DOTS},
    {"dotsc", DOTS},
    {"dotsm", DOTS},
    {"dotso", DOTS},
    {"vdots", DOTS},
    {"ddots", DOTS},
    {"hdots", DOTS},
    {"forall", IF},
    {"implies", WHERE},
    {"Rightarrow", WHERE},
    {"Longrightarrow", WHERE},
    {"iff", WHERE},
    {"Longleftrightarrow", WHERE},
    {"Leftrightarrow", WHERE},
    {"therefore", WHERE},
    {"because", WHERE},
    {"land", COMMA},
    {"colon", COMMA},
    {"prime", PRIME},
    {"mid", BAR},
    {"vert", BAR},
    {"Vert", NORM},
    {"lVert", NORM},
    {"rVert", NORM},
    {"langle", LANGLE},
    {"rangle", RANGLE},
    {"ell", NAME},
    {"Pr", NAME},
    {"nabla", NABLA},
    {"partial", DIFF},
    {"sum", SUM},
    {"frac", FRAC},
    {"sfrac", FRAC},
    {"nicefrac", FRAC},
    {"pdv", PDV},
    {"pd", PDV},
    {"pder", PDV},
    {"dv", PDV},
    {"parder", PDV},
    {"pderiv", PDV},
    {"deriv", PDV},
    {"pfrac", PDV},
    {"pdiff", PDV},
    {"partiald", PDV},
    {"pdfrac", PDV},
    {"dpd", PDV},
    {"derivp", PDV},
    {"partialderiv", PDV},
    {"quad", QUAD},
    {"qquad", QUAD},
    {"blacksquare", 0},
    {"square", 0},
    {"checkmark", 0},
    {"qed", 0},
    {"Box", 0},
    {"mathord", 0},
    {"left", 0},
    {"right", 0},
    {"hfill", 0},
    {"displaystyle", 0},
    {"nonumber", 0},
    {"notag", 0},
    {"limits", 0},
    {"ensuremath", 0},
    {"normalsize", 0},
    {"small", 0},
    {"footnotesize", 0},
    {"scriptsize", 0},
    {"tiny", 0},
    {"large", 0},
    {"Large", 0},
    {"LARGE", 0},
    {"huge", 0},
    {"Huge", 0},
};

/* "for all k": the "all" says nothing more. */
static const struct spelling words[] = {
    {"sum", SUM}, {"Sum", SUM}, {"partial", DIFF}, {"del", DIFF}, {"in", IN}, {"all", 0},
};

static const struct spelling *find(const struct spelling *table, size_t n, const char *text,
                                   size_t length)
{
    for (; n > 0; table++, n--)
        if (same(table->text, text, length))
            return table;
    return NULL;
}

const struct spelling *spelling_command(const char *text, size_t length)
{
    return find(commands, SIZE(commands), text, length);
}

bool spelling_is_transpose(const char *text, size_t length)
{
    return same("top", text, length) || same("intercal", text, length) || same("T", text, length);
}

const struct spelling *spelling_word(const char *text, size_t length)
{
    return find(words, SIZE(words), text, length);
}

static const struct greek {
    const char *name, *letter, *variant;
} greek[] = {
    {"alpha", "α", NULL},        {"beta", "β", NULL},    {"gamma", "γ", NULL},
    {"delta", "δ", NULL},        {"epsilon", "ε", NULL}, {"epsilon", NULL, "varepsilon"},
    {"zeta", "ζ", NULL},         {"eta", "η", NULL},     {"theta", "θ", NULL},
    {"theta", NULL, "vartheta"}, {"iota", "ι", NULL},    {"kappa", "κ", NULL},
    {"lambda", "λ", NULL},       {"mu", "μ", NULL},      {"nu", "ν", NULL},
    {"xi", "ξ", NULL},           {"pi", "π", NULL},      {"rho", "ρ", NULL},
    {"sigma", "σ", NULL},        {"sigma", "ς", NULL},   {"tau", "τ", NULL},
    {"upsilon", "υ", NULL},      {"phi", "φ", NULL},     {"phi", NULL, "varphi"},
    {"chi", "χ", NULL},          {"psi", "ψ", NULL},     {"omega", "ω", NULL},
    {"Gamma", "Γ", NULL},        {"Delta", "Δ", NULL},   {"Delta", NULL, "varDelta"},
    {"Theta", "Θ", NULL},        {"Lambda", "Λ", NULL},  {"Xi", "Ξ", NULL},
    {"Pi", "Π", NULL},           {"Sigma", NULL, NULL}, /* the letter itself is read as a sum sign */
    {"Upsilon", "Υ", NULL},      {"Phi", "Φ", NULL},     {"Psi", "Ψ", NULL},
    {"Omega", "Ω", NULL},
};

const char *spelling_greek(const char *text, size_t length)
{
    for (const struct greek *g = greek; g < greek + SIZE(greek); g++)
        if (same(g->variant ? g->variant : g->name, text, length) || same(g->letter, text, length))
            return g->name;
    return NULL;
}

static const struct accent {
    const char *command;
    int32_t mark; /* that stands on the letter before it; 0: none */
    const char *suffix;
} accents[] = {
    {"hat", 0x302, "hat"},     {"widehat", 0, "hat"},  {"tilde", 0x303, "tilde"},
    {"widetilde", 0, "tilde"}, {"bar", 0x304, "bar"},  {"overline", 0x305, "bar"},
    {"dot", 0x307, "dot"},     {"vec", 0x20D7, "vec"}, {"overrightarrow", 0, "vec"},
    {"utilde", 0, "tilde"},
};

const char *spelling_accent(const char *command, size_t length)
{
    for (const struct accent *a = accents; a < accents + SIZE(accents); a++)
        if (same(a->command, command, length))
            return a->suffix;
    return NULL;
}

const char *spelling_mark(int32_t code)
{
    for (const struct accent *a = accents; a < accents + SIZE(accents); a++)
        if (a->mark && a->mark == code)
            return a->suffix;
    return NULL;
}
