/* test_lexer.c: spellings of mathematics as tokens, with their places in the source. */
#include <criterion/criterion.h>

#include <string.h>

#include "check/reading/tokens.h"
#include "printed.h"

static void expect_tokens(enum span_kind kind, const char *const cases[][2], size_t n)
{
    for (size_t k = 0; k < n; k++)
        expect_printed(cases[k][0], printed_tokens(cases[k][0], kind), cases[k][1]);
}
#define EXPECT_TOKENS(kind, cases) expect_tokens(kind, cases, sizeof(cases) / sizeof *(cases))

Test(lexer, names_and_numbers)
{
    static const char *const cases[][2] = {
        {"SE", "NAME:SE@0-2"},
        {"w1", "NAME:w1@0-2"},
        {"\\gamma", "NAME:gamma@0-6"},
        {"\\varepsilon", "NAME:epsilon@0-11"},
        {"0.5", "NUMBER:0.5@0-3"},
        {"0{,}5", "NUMBER:0.5@0-5"},
        {"1.5e-3", "NUMBER:1.5e-3@0-6"},
        {"2x", "NUMBER:2@0-1 NAME:x@1-2"},
        {"\\mathrm{net}", "NAME:net@0-12"},
        {"\\text{SE}", "NAME:SE@0-9"},
        {"\\hat{y}", "NAME:y_hat@0-7"},
        {"\\widehat y", "NAME:y_hat@0-10"},
        {"\\bar\\alpha", "NAME:alpha_bar@0-10"},
        {"\\Delta W", "NAME:Delta_W@0-8"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

/* flex keeps states for 16,384 bytes of a token if it is not told otherwise. */
Test(lexer, long_run_of_blanks)
{
    enum { BLANKS = 40000 };
    char text[BLANKS + 3];
    memset(text, ' ', sizeof text);
    text[0] = 'a';
    text[BLANKS + 1] = 'b';
    text[BLANKS + 2] = '\0';
    expect_printed("blanks", printed_tokens(text, SPAN_INLINE), "NAME:a@0-1 NAME:b@40001-40002");
}

Test(lexer, scripts)
{
    static const char *const cases[][2] = {
        {"x_1y", "NAME:x@0-1 SUB@1-2 NUMBER:1@2-3 NAME:y@3-4"},
        {"x_ijw", "NAME:x@0-1 SUB@1-2 NAME:ij@2-4 NAME:w@4-5"},
        {"x^2y", "NAME:x@0-1 SUP@1-2 NUMBER:2@2-3 NAME:y@3-4"},
        {"x^23", "NAME:x@0-1 SUP@1-2 NUMBER:2@2-3 NUMBER:3@3-4"},
        {"\\frac12", "FRAC@0-5 NUMBER:1@5-6 NUMBER:2@6-7"},
        {"W[i][j]", "NAME:W@0-1 INDEX:i@1-4 INDEX:j@4-7"},
        {"W [i]", "NAME:W@0-1 '['@2-3 NAME:i@3-4 ']'@4-5"},
        {"W[i+1]", "NAME:W@0-1 '['@1-2 NAME:i@2-3 PLUS@3-4 NUMBER:1@4-5 ']'@5-6"},
        {"x**2", "NAME:x@0-1 SUP@1-3 NUMBER:2@3-4"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, a_plain_line_has_longer_scripts)
{
    static const char *const cases[][2] = {
        {"delta_out", "NAME:delta@0-5 SUB@5-6 NAME:out@6-9"},
        {"x^23", "NAME:x@0-1 SUP@1-2 NUMBER:23@2-4"},
        {"sum x_i for all i", "SUM@0-3 NAME:x@4-5 SUB@5-6 NAME:i@6-7 IF@8-11 NAME:i@16-17"},
    };
    EXPECT_TOKENS(SPAN_LINE, cases);
}

Test(lexer, signs)
{
    static const char *const cases[][2] = {
        {"a \\cdot b", "NAME:a@0-1 TIMES@2-7 NAME:b@8-9"},
        {"a · b × c", "NAME:a@0-1 TIMES@2-4 NAME:b@5-6 TIMES@7-9 NAME:c@10-11"},
        {"a <- b := c", "NAME:a@0-1 ASSIGN@2-4 NAME:b@5-6 ASSIGN@7-9 NAME:c@10-11"},
        {"a += b -= c", "NAME:a@0-1 ADDTO@2-4 NAME:b@5-6 TAKEFROM@7-9 NAME:c@10-11"},
        {"a <= b ≥ c \\neq d",
         "NAME:a@0-1 LE@2-4 NAME:b@5-6 GE@7-10 NAME:c@11-12 NE@13-17 NAME:d@18-19"},
        {"a \\approx b", "NAME:a@0-1 ABOUT@2-9 NAME:b@10-11"},
        {"a, b; c", "NAME:a@0-1 COMMA@1-2 NAME:b@3-4 COMMA@4-5 NAME:c@6-7"},
        {"1, \\ldots, 3", "NUMBER:1@0-1 COMMA@1-2 DOTS@3-9 COMMA@9-10 NUMBER:3@11-12"},
        {"\\left( a \\right)", "'('@5-6 NAME:a@7-8 ')'@15-16"},
        {"a \\quad b", "NAME:a@0-1 QUAD@2-7 NAME:b@8-9"},
        {"a \\quad = b", "NAME:a@0-1 EQ@8-9 NAME:b@10-11"},
        {"|a| + |b|", "BAR@0-1 NAME:a@1-2 ENDBAR@2-3 PLUS@4-5 BAR@6-7 NAME:b@7-8 ENDBAR@8-9"},
        {"\\sum_i \\frac{a}{b}", "SUM@0-4 SUB@4-5 NAME:i@5-6 FRAC@7-12 '{'@12-13 NAME:a@13-14 "
                                 "'}'@14-15 '{'@15-16 NAME:b@16-17 '}'@17-18"},
        {"\\mathbb{1}", "INDICATOR@0-10"},
        {"\\unknown", "BAD@0-8"},
        {"a ! b", "NAME:a@0-1 BAD@2-3 NAME:b@4-5"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, words)
{
    static const char *const cases[][2] = {
        {"a if b", "NAME:a@0-1 IF@2-4 NAME:b@5-6"},
        {"a \\text{ if } b", "NAME:a@0-1 IF@2-13 NAME:b@14-15"},
        {"a \\text{ wenn } b \\text{ sonst}", "NAME:a@0-1 IF@2-15 NAME:b@16-17 OTHERWISE@18-31"},
        {"a \\text{ für } b", "NAME:a@0-1 IF@9-13 NAME:b@16-17"},
        {"\\eta = \\text{learning rate}", "NAME:eta@0-4 EQ@5-6 NAME:(words)@26-27"},
        {"a \\text{ for $i = 1$}", "NAME:a@0-1 IF@9-12 NAME:i@14-15 EQ@16-17 NUMBER:1@18-19"},
        {"a \\text{ (i = 1, 2)}",
         "NAME:a@0-1 COMMA@10-10 NAME:i@10-11 EQ@12-13 NUMBER:1@14-15 COMMA@15-16 NUMBER:2@17-18"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, functions)
{
    static const char *const cases[][2] = {
        {"\\ln x", "FUNCTION:log@0-3 NAME:x@4-5"},
        {"ReLU(x)", "FUNCTION:relu@0-4 '('@4-5 NAME:x@5-6 ')'@6-7"},
        {"sigmoid(x)", "FUNCTION:sigma@0-7 '('@7-8 NAME:x@8-9 ')'@9-10"},
        {"\\sigma(x)", "NAME:sigma@0-6 '('@6-7 NAME:x@7-8 ')'@8-9"},
        {"√x", "FUNCTION:sqrt@0-3 NAME:x@3-4"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, a_d_is_a_differential_in_a_quotient_of_two)
{
    static const char *const cases[][2] = {
        {"dE/dw", "DIFF:d@0-1 NAME:E@1-2 SLASH@2-3 DIFF:d@3-4 NAME:w@4-5"},
        {"d/dw", "DIFF:d@0-1 SLASH@1-2 DIFF:d@2-3 NAME:w@3-4"},
        {"dE", "NAME:dE@0-2"},
        {"d + w/d", "NAME:d@0-1 PLUS@2-3 NAME:w@4-5 SLASH@5-6 NAME:d@6-7"},
        {"\\frac{dE}{dw}", "FRAC@0-5 '{'@5-6 DIFF:d@6-7 NAME:E@7-8 '}'@8-9 '{'@9-10 DIFF:d@10-11 "
                           "NAME:w@11-12 '}'@12-13"},
        {"\\frac{d}{w}", "FRAC@0-5 '{'@5-6 NAME:d@6-7 '}'@7-8 '{'@8-9 NAME:w@9-10 '}'@10-11"},
        {"\\frac{\\delta E}{\\delta w}", "FRAC@0-5 '{'@5-6 DIFF@6-12 NAME:E@13-14 '}'@14-15 "
                                         "'{'@15-16 DIFF@16-22 NAME:w@23-24 '}'@24-25"},
        {"\\delta E", "NAME:delta@0-6 NAME:E@7-8"},
        {"\\partial E", "DIFF@0-8 NAME:E@9-10"},
        {"\\mathrm{d}E", "DIFF@0-10 NAME:E@10-11"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

/* A character that stands for others has their tokens, at its own place. */
Test(lexer, unicode)
{
    static const char *const cases[][2] = {
        {"∂E/∂w", "DIFF@0-3 NAME:E@3-4 SLASH@4-5 DIFF@5-8 NAME:w@8-9"},
        {"Σ_i γ_i", "SUM@0-2 SUB@2-3 NAME:i@3-4 NAME:gamma@5-7 SUB@7-8 NAME:i@8-9"},
        {"𝑊 ℎ 𝛿 𝟐", "NAME:W@0-4 NAME:h@5-8 NAME:delta@9-13 NUMBER:2@14-18"},
        {"x² y⁻¹ z¹⁰",
         "NAME:x@0-1 SUP@1-1 '{'@1-1 NUMBER:2@1-3 '}'@3-3 NAME:y@4-5 SUP@5-5 '{'@5-5 MINUS@5-8 "
         "NUMBER:1@8-10 '}'@10-10 NAME:z@11-12 SUP@12-12 '{'@12-12 NUMBER:10@12-17 '}'@17-17"},
        {"wᵢⱼ x₁₀ yₐ",
         "NAME:w@0-1 SUB@1-1 '{'@1-1 NAME:ij@1-7 '}'@7-7 NAME:x@8-9 SUB@9-9 '{'@9-9 NUMBER:10@9-15 "
         "'}'@15-15 NAME:y@16-17 SUB@17-17 '{'@17-17 NAME:a@17-20 '}'@20-20"},
        {"w⁽ᵗ⁺¹⁾ vⁿᵉʷ u⁺", "NAME:w@0-1 SUP@1-1 '{'@1-1 '('@1-4 NAME:t@4-7 PLUS@7-10 NUMBER:1@10-12 "
                           "')'@12-15 '}'@15-15 NAME:v@16-17 SUP@17-17 '{'@17-17 NAME:new@17-25 "
                           "'}'@25-25 NAME:u@26-27 SUP@27-27 '{'@27-27 PLUS@27-30 '}'@30-30"},
        {"ŷ", "NAME:y_hat@0-2"},
        {"y\xCC\x82", "NAME:y_hat@0-3"},
        {"σ\xCC\x82 wy\xCC\x82", "NAME:sigma_hat@0-4 NAME:w@5-6 NAME:y_hat@6-9"},
        {"y\xCC\x84 W\xCC\x83 x\xCC\x87 v\xE2\x83\x97",
         "NAME:y_bar@0-3 NAME:W_tilde@4-7 NAME:x_dot@8-11 NAME:v_vec@12-16"},
        {"é", "NAME:e@0-2 BAD@0-2"},
        {"½ x", "NUMBER:1/2@0-2 NAME:x@3-4"},
        {"a ＝ （b＋c）",
         "NAME:a@0-1 EQ@2-5 '('@6-9 NAME:b@9-10 PLUS@10-13 NAME:c@13-14 ')'@14-17"},
        {"a\xC2\xA0=\xE2\x80\xAF"
         "b\xE2\x80\x8B",
         "NAME:a@0-1 EQ@2-3 NAME:b@4-5"},
        {"a ≠ b =\xCC\xB8 c", "NAME:a@0-1 NE@2-5 NAME:b@6-7 NE@8-11 NAME:c@12-13"},
        {"𝑑𝐿/𝑑𝑤", "DIFF:d@0-4 NAME:L@4-8 SLASH@8-9 DIFF:d@9-13 NAME:w@13-17"},
        {"a ♥ b", "NAME:a@0-1 BAD@2-5 NAME:b@6-7"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, signs_that_are_nearly_alike)
{
    static const char *const cases[][2] = {
        {"0{,}25", "NUMBER:0.25@0-6"},
        {"a \\geq b \\leq c", "NAME:a@0-1 GE@2-6 NAME:b@7-8 LE@9-13 NAME:c@14-15"},
        {"\\vartheta", "NAME:theta@0-9"},
        {"a + \\quad b", "NAME:a@0-1 PLUS@2-3 NAME:b@10-11"},
        {"\\frac{\\delta L}{\\delta w}", "FRAC@0-5 '{'@5-6 DIFF@6-12 NAME:L@13-14 '}'@14-15 "
                                         "'{'@15-16 DIFF@16-22 NAME:w@23-24 '}'@24-25"},
        {"\\frac{\\delta L}{w w}", "FRAC@0-5 '{'@5-6 NAME:delta@6-12 NAME:L@13-14 '}'@14-15 "
                                   "'{'@15-16 NAME:w@16-17 NAME:w@18-19 '}'@19-20"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, commas_in_numbers)
{
    static const char *const cases[][2] = {
        {"0,5", "NUMBER:0.5@0-3"},
        {"0,5x", "NUMBER:0.5@0-3 NAME:x@3-4"},
        {"1,000", "NUMBER_UNCLEAR:1000@0-5"},
        {"1,000+0.5", "NUMBER:1000@0-5 PLUS@5-6 NUMBER:0.5@6-9"},
        {"1,000+0,5", "NUMBER:1.000@0-5 PLUS@5-6 NUMBER:0.5@6-9"},
        {"0.5+0,5", "NUMBER:0.5@0-3 PLUS@3-4 NUMBER_UNCLEAR:05@4-7"},
        {"1.000+0,5", "NUMBER_UNCLEAR:1.000@0-5 PLUS@5-6 NUMBER:0.5@6-9"},
        {"1,234,567", "NUMBER:1234567@0-9"},
        {"1{,}000", "NUMBER_UNCLEAR:1000@0-7"},
        {"10\\,000", "NUMBER:10000@0-7"},
        {"(1,2)", "'('@0-1 NUMBER:1@1-2 COMMA@2-3 NUMBER:2@3-4 ')'@4-5"},
        {"w_{1,2}", "NAME:w@0-1 SUB@1-2 '{'@2-3 NUMBER:1@3-4 COMMA@4-5 NUMBER:2@5-6 '}'@6-7"},
        {"k=1,2", "NAME:k@0-1 EQ@1-2 NUMBER:1@2-3 COMMA@3-4 NUMBER:2@4-5"},
        {"\\tanh(0,5)+0,1",
         "FUNCTION:tanh@0-5 '('@5-6 NUMBER:0.5@6-9 ')'@9-10 PLUS@10-11 NUMBER:0.1@11-14"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, full_stops)
{
    static const char *const cases[][2] = {
        {"(a).b", "'('@0-1 NAME:a@1-2 ')'@2-3 TIMES@3-4 NAME:b@4-5"},
        {"w . x", "NAME:w@0-1 TIMES@2-3 NAME:x@4-5"},
        {"-2.(a)", "MINUS@0-1 NUMBER:2@1-2 TIMES@2-3 '('@3-4 NAME:a@4-5 ')'@5-6"},
        {"w_{out}.h", "NAME:w@0-1 SUB@1-2 '{'@2-3 NAME:out@3-6 '}'@6-7 TIMES@7-8 NAME:h@8-9"},
        {"a.", "NAME:a@0-1 COMMA@1-2"},
        {"a. b = c", "NAME:a@0-1 COMMA@1-2 NAME:b@3-4 EQ@5-6 NAME:c@7-8"},
        {"a. b", "NAME:a@0-1 STOP@1-2 NAME:b@3-4"},
        {"np.sum(a)", "NAME:np@0-2 DOTTED@2-3 SUM@3-6 '('@6-7 NAME:a@7-8 ')'@8-9"},
        {"np.exp(a)", "FUNCTION:exp@3-6 '('@6-7 NAME:a@7-8 ')'@8-9"},
        {"X.T", "NAME:X@0-1 DOTTED@1-2 NAME:T@2-3"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, notes)
{
    static const char *const cases[][2] = {
        {"x (from 4)", "NAME:x@0-1"},
        {"x (chain rule)", "NAME:x@0-1"},
        {"x   (activation)", "NAME:x@0-1"},
        {"x (activation)", "NAME:x@0-1 WORDS_HERE@2-3"},
        {"x (net) + net", "NAME:x@0-1 '('@2-3 NAME:net@3-6 ')'@6-7 PLUS@8-9 NAME:net@10-13"},
        {"x (from 4) y", "NAME:x@0-1 WORDS_HERE@2-3 NAME:y@11-12"},
        {"x \\quad (\\text{by 3})", "NAME:x@0-1"},
        {"f(net)", "NAME:f@0-1 '('@1-2 NAME:net@2-5 ')'@5-6"},
        {"2 \\text{ times the } x", "NUMBER:2@0-1 WORDS_HERE@2-20 NAME:x@21-22"},
        {"x \\text{ as it should be}", "NAME:x@0-1"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

Test(lexer, accents_fractions_and_sums)
{
    static const char *const cases[][2] = {
        {"\\hat{y_i}", "'{'@4-5 NAME:y_hat@5-6 SUB@6-7 NAME:i@7-8 '}'@8-9"},
        {"\\hat{\\mathbf{y}}", "'{'@4-5 NAME:y_hat@5-15 '}'@15-16"},
        {"\\hat\\mathbf y", "NAME:y_hat@12-13"},
        {"\\bar{a+b}", "BAD@0-4 '{'@4-5 NAME:a@5-6 PLUS@6-7 NAME:b@7-8 '}'@8-9"},
        {"{a \\over b}", "'{'@0-1 FRAC@0-1 '{'@0-1 NAME:a@1-2 '}'@3-8 '{'@3-8 NAME:b@9-10 "
                         "'}'@10-11 '}'@10-11"},
        {"a \\over b", "NAME:a@0-1 OVER@2-7 NAME:b@8-9"},
        {"\\Sigma_j w", "SUM@0-6 SUB@6-7 NAME:j@7-8 NAME:w@9-10"},
        {"\\Sigma_j = w", "NAME:Sigma@0-6 SUB@6-7 NAME:j@7-8 EQ@9-10 NAME:w@11-12"},
        {"w \\to w", "NAME:w@0-1 BECOMES@2-5 NAME:w@6-7"},
        {"{\\bf w}", "'{'@0-1 NAME:w@5-6 '}'@6-7"},
    };
    EXPECT_TOKENS(SPAN_INLINE, cases);
}

/* One token more than TOKENS_MAX says that there are too many. */
Test(lexer, tokens_are_limited)
{
    enum { SIGNS = 3 * TOKENS_MAX };
    static char text[SIGNS + 1];
    for (size_t n = 0; n < SIGNS; n++)
        text[n] = '+';
    struct arena arena = {0};
    struct source source;
    struct place place;
    cr_assert(source_text(&source, "test", text, SIGNS, &arena, &place).code == REASON_NONE);
    const struct span span = {.kind = SPAN_LINE, .end = SIGNS};
    struct tokens tokens = {0};
    tokens_read(&tokens, &source, &span, &arena);
    cr_expect(tokens.n == TOKENS_MAX + 1, "%zu tokens", tokens.n);
    arena_free(&arena);
}
