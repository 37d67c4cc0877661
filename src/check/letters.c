/* letters.c: Unicode's Greek, small and mathematical letters. */
#include <ctype.h>
#include <string.h>

#include "grammar.tab.h"
#include "lexer.h"

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

/* The letter of a mathematical alphabet, or 0; *greek says that it counts from alpha. */
static char plain_letter(unsigned code, bool *greek_letter)
{
    *greek_letter = false;
    if (code == 0x210E)
        return 'h';
    if (code == 0x2113)
        return 'l';
    if (code >= 0x1D400 && code <= 0x1D6A3) { /* bold, italic and so on, 52 letters each */
        const unsigned n = (code - 0x1D400) % 52;
        return (char)(n < 26 ? 'A' + n : 'a' + n - 26);
    }
    if (code >= 0x1D6A8 && code <= 0x1D7C9) { /* 58 each; 26 and on are the small ones */
        const unsigned n = (code - 0x1D6A8) % 58;
        *greek_letter = true;
        return (char)(n >= 26 && n < 51 ? n - 26 + 1 : n == 51 ? 100 : 0);
    }
    return 0;
}

void lexer_letter(struct lexer *lexer, const char *text, size_t length)
{
    static const char *const small[] = {
        "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta", "eta",  "theta", "iota",
        "kappa", "lambda", "mu",      "nu",    "xi",      "o",    "pi",   "rho",   "sigma",
        "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",  "omega"};
    const unsigned char *byte = (const unsigned char *)text;
    unsigned code = length == 4 ? byte[0] & 0x07u : byte[0] & 0x0Fu;
    for (size_t n = 1; n < length; n++)
        code = code << 6 | (byte[n] & 0x3Fu);
    bool greek_letter;
    const char letter = plain_letter(code, &greek_letter);
    if (greek_letter && letter == 100)
        lexer_put(lexer, DIFF, NULL, length);
    else if (greek_letter && letter > 0 && letter <= 25)
        lexer_put(lexer, NAME, small[letter - 1], length);
    else if (letter && !greek_letter)
        lexer_put(lexer, NAME, arena_text(lexer->arena, &letter, 1), length);
    else
        lexer_put(lexer, BAD, NULL, length);
}
