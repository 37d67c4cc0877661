/* test_statements.c: equations as understood: calls and products, indices and powers, sums, cases, conditions. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/meaning/statements.h"
#include "printed.h"

/* "a = b, if c | & = d": statements with a bar between them, an & in place of a left side that is the right side of
 * the one before, "?" and the reason for what is not understood. */
static const char *printed_statements(const char *text)
{
    static char printed[4000];
    struct arena arena = {NULL};
    struct source source;
    struct place place;
    cr_assert(source_text(&source, "test", text, strlen(text), &arena, &place).code == REASON_NONE);
    const struct statements *all = statements_read(&source, &arena);
    memset(printed, 0, sizeof printed);
    FILE *out = fmemopen(printed, sizeof printed - 1, "w");
    cr_assert(out != NULL);
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        fputs(n ? " | " : "", out);
        if (s->wrong.code != REASON_NONE) {
            fprintf(out, "? %s", reason_text(&arena, s->wrong));
            continue;
        }
        fprintf(out, "%s %s %s", s->link ? "&" : expr_print(&arena, s->left), relation_text(s->rel),
                expr_print(&arena, s->right));
        if (s->condition)
            fprintf(out, ", if %s", expr_print(&arena, s->condition));
    }
    fclose(out);
    arena_free(&arena);
    return printed;
}

static void expect_statements(const char *const cases[][2], size_t n)
{
    for (size_t k = 0; k < n; k++)
        expect_printed(cases[k][0], printed_statements(cases[k][0]), cases[k][1]);
}
#define EXPECT(cases) expect_statements(cases, sizeof(cases) / sizeof *(cases))

Test(statements, calls_and_products)
{
    static const char *const cases[][2] = {
        {"$f(x) = x^2$ $y = f(a + 1)$", "f(x) = x^2 | y = f(a + 1)"},
        {"$y = b (a + 1)$", "y = b (a + 1)"},
        {"$y = \\sigma(a)$", "y = sigma(a)"},
        {"$\\sigma = 2$ $y = \\sigma(a)$", "sigma = 2 | y = sigma"},
        {"$y = \\log x_k z$", "y = log(x_k) z"},
        {"$f(x) = x$ $y = \\log f(a)$", "f(x) = x | y = log(f(a))"},
        {"$f(x) = x$ $y = f'(a)$", "f(x) = x | y = f'(a)"},
        {"$y = g'(a)$", "y = g'(a)"},
        {"$y = g(a)$", "y = g(a)"},
        {"$y = g(a) + g$", "y = g a + g"},
        {"$y = g(a) g'$ $z = f(a)$ $h = f(a + 1)$", "y = g(a) g^' | z = f(a) | h = f(a + 1)"},
        {"$y = GELU(a) + a$", "y = GELU(a) + a"},
        {"$y = f(a) = 2 a$", "y = f(a) | & = 2 a"},
        {"$y = \\tanh'(a)$", "y = tanh'(a)"},
        {"$SE = (y - o)^2$ $g = SE(y, o)$", "SE = (y - o)^2 | g = SE"},
        {"$g = h(y, o + 1)$", "? a list behind something that is not a function"},
        {"$f(x) = x$ $y = f()$", "f(x) = x | ? an empty list"},
        {"$y = |a - b| c$", "y = abs(a - b) c"},
        {"$y = \\max(0, x)$", "y = max(0, x)"},
    };
    EXPECT(cases);
}

Test(statements, names_and_their_scripts)
{
    static const char *const cases[][2] = {
        {"$y = w_{ij} x_1^2$", "y = w_ij x_1^2"},
        {"$y = w_{out} x$", "y = w_out x"},
        {"$y = net_{h_j}$", "y = net_h_j"},
        {"$y = w_{i, j'}$", "y = w_{i,j'}"},
        {"$y = w_{i+1}$", "y = w_{i + 1}"},
        {"$y = w_{1.5}$", "? an index is a whole number"},
        {"$y = a x$ $z = ax$", "y = a x | z = a x"},
        {"$ax = 2$ $z = ax + a + x$", "ax = 2 | z = ax + a + x"},
        {"$a^1_j = x_j$ $b = a^1_j$", "a_j^1 = x_j | b = a_j^1"},
        {"$b = a^1_j$", "b = a_j^1"},
        {"$a^{(1)}_j = x_j$", "a_j^(1) = x_j"},
        {"$L = \\sum_i x^{(i)}$", "L = sum_{i} x_i"},
        {"$w^{new} = w - g$", "w^new = w - g"},
        {"$w_{neu} = w_{alt} - g$", "w^new = w - g"},
        {"$w^{+} = w - g$", "w^new = w - g"},
        {"$w^{(t+1)} = w^{(t)} - g$", "w^new = w - g"},
        {"$w_{t+1} = w_t - g$", "w^new = w - g"},
        {"$w(t+1) = w(t) - g$", "w^new = w - g"},
        {"$w' = w - g$", "w^' = w - g"},
        {"$y = W^T x$", "y = transpose(W) x"},
        {"$y = x^2^3$", "? two powers of one name"},
        {"$y = e^{-x}$", "y = exp(-x)"},
        {"$y = e^X_k$", "y = exp(X_k)"},
        {"$e = t - y$ $E = e^2$", "e = t - y | E = e^2"},
        {"$y = \\delta_{ij}$", "y = 1{i = j}"},
        {"$y = (a)_j$", "? an index behind something that is not a name"},
    };
    EXPECT(cases);
}

Test(statements, derivatives_and_quotients)
{
    static const char *const cases[][2] = {
        {"$\\frac{\\partial E}{\\partial w_{ij}} = g$", "dE/dw_ij = g"},
        {"$\\frac{d}{dx} (a x)^2 = g$", "d((a x)^2)/dx = g"},
        {"$\\frac{d}{dx} a x = g$", "d(a x)/dx = g"},
        {"$\\frac{d}{dx} (a) x = g$", "da/dx x = g"},
        {"$dE/dx (a) = g$", "dE/dx a = g"},
        {"$y = 1/2 (t - o)^2$", "y = 1/2 (t - o)^2"},
        {"$y = 1/(2 a) b$", "y = 1/(2 a) b"},
        {"$y = \\frac{d^2 E}{dx^2}$", "? a differential that is no part of a derivative"},
        {"$y = \\frac{dE}{dx^2}$", "? second derivatives are not read"},
        {"$y = \\frac{dE}{d(a+b)}$", "? a derivative by something that is not a name"},
        {"$y = \\partial E$", "? a differential that is no part of a derivative"},
    };
    EXPECT(cases);
}

Test(statements, sums)
{
    static const char *const cases[][2] = {
        {"$s = \\sum_{i=1}^4 w_i x_i + b$", "s = sum_{i=1..4} w_i x_i + b"},
        {"$s = \\sum_{i=0,k \\ne i}^4 x_i$", "s = sum_{i=0..4; k != i} x_i"},
        {"$s = \\sum_{i,j} w_{ij}$", "s = sum_{i} sum_{j} w_ij"},
        {"$s = \\sum_{i \\ne k} x_i$", "s = sum_{i; i != k} x_i"},
        {"$s = sum(i, 0, 3, x_i) y$", "s = (sum_{i=0..3} x_i) y"},
        {"$s = \\sum_{i=1} x_i$", "? the sum has no upper limit"},
        {"$s = \\sum x_i$", "? the sum does not say over which index"},
        {"$s = \\sum_{i < 3} x_i$", "s = sum_{i=0..3 - 1} x_i"},
        {"$s_k = \\sum_{i < k} x_i y_k$", "? the limits of the sum are not understood"},
        {"$s = w_0 x_0 + w_1 x_1 + \\dots + w_3 x_3$", "s = sum_{n2=0..3} w_{n2} x_{n2}"},
        {"$s = x_1 + \\dots + x_n$", "s = sum_{n1=1..n} x_{n1}"},
        {"$s = b + w_{00} + w_{10} + \\dots + w_{30}$", "s = b + sum_{n3=0..3} w_{n3,0}"},
        {"$s = x_0 + x_1 + \\dots + y_3$", "? the pattern of the terms is not clear"},
        {"$s = x_0 + \\dots$", "? dots need a term before and after them"},
        {"$p_k = softmax(z)_k$", "p_k = exp(z_k)/(sum_{s'} exp(z_{s'}))"},
        {"$p = softmax(z)$", "p = softmax(z)"},
    };
    EXPECT(cases);
}

Test(statements, cases_and_conditions)
{
    static const char *const cases[][2] = {
        {"$$y = \\begin{cases} a & \\text{if } j = k \\\\ 0 & \\text{otherwise} \\end{cases}$$",
         "y = {a if j = k; 0 otherwise}"},
        {"$$d_{jk} = a \\text{ if } j = k, \\quad b_k \\text{ if } j \\ne k$$",
         "d_jk = {a if j = k; b_k if j != k}"},
        {"$$d_{jk} = a \\text{ if } j = k, \\quad b c \\text{ otherwise}$$",
         "d_jk = {a if j = k; b c otherwise}"},
        {"$$a_j = b_j \\quad (j = 1, \\dots, 4)$$", "a_j = b_j, if j >= 1, j <= 4"},
        /* the parentheses look like those of a call */
        {"$$a_j = b_j (j \\ne k)$$", "a_j = b_j, if j != k"},
        {"$$a_j = -b_j c (j \\ne k)$$", "a_j = -b_j c, if j != k"},
        {"$$a_j = b_j, \\quad j \\in \\{0, 1\\}$$", "a_j = b_j, if j >= 0, j <= 1"},
        {"For $j = k$:\n$$a_j = b_k$$", "a_j = b_k, if j = k"},
        {"$a_j = b_k$ for $j = k$", "a_j = b_k, if j = k"},
        {"$y = 1\\{j = k\\} x$", "y = 1{j = k} x"},
        {"$y = \\mathbb{1}[j = k] x$", "y = 1{j = k} x"},
        {"For $x = 0$ we have $y = a$.",
         "? it is said for x = 0 only; such conditions are not judged"},
    };
    EXPECT(cases);
}

Test(statements, chains)
{
    static const char *const cases[][2] = {
        {"$a = b = c$", "a = b | & = c"},
        {"$$\\begin{align} a &= b \\\\ &= c \\end{align}$$", "a = b | & = c"},
        {"$w -= \\eta g$", "w <- w - eta g"},
        {"$w := w + g$", "w <- w + g"},
        {"$a = (b = c) = d$", "? a relation where a formula is wanted | & = d"},
        {"$a = (b + c = d$", "? ')' is missing here"},
        {"$a = b) = c$",
         "? a closing bracket without its opening one, or nothing before it | & = c"},
        {"$a = b \\frob c = d$", "? '\\frob' is not known | ? '\\frob' is not known"},
        {"$a \\approx b = c$", "? only equalities are judged, not what is about equal | & = c"},
        {"$= b$", "? nothing stands before this sign"},
        {"$a = 2 + $", "? something is missing at its end"},
    };
    EXPECT(cases);
}

/* What is too much is said, and not left out in silence. */
Test(statements, of_too_many_formulas_the_last_says_so)
{
    enum { MORE = FORMULAS_MAX + 10 };
    static const char line[] = "$a=b$ ";
    char *text = calloc(MORE, sizeof line);
    cr_assert(text != NULL);
    for (size_t n = 0; n < MORE; n++)
        memcpy(text + n * (sizeof line - 1), line, sizeof line);
    struct arena arena = {NULL};
    struct source source;
    struct place place;
    cr_assert(source_text(&source, "test", text, strlen(text), &arena, &place).code == REASON_NONE);
    const struct statements *all = statements_read(&source, &arena);
    cr_expect(all->n == FORMULAS_MAX + 1, "%zu statements", all->n);
    cr_expect(all->statement[all->n - 1].wrong.code == REASON_MANY_FORMULAS);
    cr_expect(all->statement[all->n - 2].wrong.code == REASON_NONE);
    arena_free(&arena);
    free(text);
}
