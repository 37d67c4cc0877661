/* test_parser.c: formulas as trees as written; the shapes that written.h promises. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "check/reading/parser.h"
#include "printed.h"

static void expect_trees(const char *const cases[][2], size_t n, bool places)
{
    for (size_t k = 0; k < n; k++)
        expect_printed(cases[k][0], printed_tree(cases[k][0], SPAN_INLINE, places), cases[k][1]);
}
#define EXPECT_TREES(cases) expect_trees(cases, sizeof(cases) / sizeof *(cases), false)

Test(parser, sums_and_products)
{
    static const char *const cases[][2] = {
        {"a", "(items (chain a))"},
        {"a + b - c", "(items (chain (add a b (neg c))))"},
        {"-a b + c", "(items (chain (add (neg (mul a b)) c)))"},
        {"+ a + - b", "(items (chain (add a (neg b))))"},
        {"a b c", "(items (chain (mul a b c)))"},
        {"a \\cdot -b \\cdot c", "(items (chain (mul a (neg b) c)))"},
        {"a / b c", "(items (chain (mul (slash a b) c)))"},
        {"a b / c", "(items (chain (slash (mul a b) c)))"},
        {"(a + b) c", "(items (chain (mul (round (items (chain (add a b)))) c)))"},
        {"a (b + c)", "(items (chain (apply a (items (chain (add b c))))))"},
        {"2 x^2 y", "(items (chain (mul 2 (scripts x _ 2) y)))"},
        {"\\frac{a + b}{c}", "(items (chain (div (add a b) c)))"},
        {"\\frac12 x", "(items (chain (mul (div 1 2) x)))"},
        {"|x - y| z", "(items (chain (mul (abs (add x (neg y))) z)))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, scripts)
{
    static const char *const cases[][2] = {
        {"x_i^2", "(items (chain (scripts x i 2)))"},
        {"x^2_i", "(items (chain (scripts x i 2)))"},
        {"x_{ij}", "(items (chain (scripts x (braces (items (chain ij))) _)))"},
        {"x_i_j", "(items (chain (scripts (scripts x i _) j _)))"},
        {"x^{-1}", "(items (chain (scripts x _ (braces (items (chain (neg 1)))))))"},
        {"x^-1", "(items (chain (scripts x _ (neg 1))))"},
        {"e^{-x}", "(items (chain (scripts e _ (braces (items (chain (neg x)))))))"},
        {"x'", "(items (chain (scripts x _ ')))"},
        {"x''", "(items (chain (scripts (scripts x _ ') _ ')))"},
        {"x^{''}", "(items (chain (scripts (scripts x _ ') _ ')))"},
        {"x'_i", "(items (chain (scripts x i ')))"},
        {"w^{+}", "(items (chain (scripts w _ +)))"},
        {"w^{(1)}_i",
         "(items (chain (scripts w i (braces (items (chain (round (items (chain 1)))))))))"},
        {"W[i][j]", "(items (chain (scripts W (indices i j) _)))"},
        {"W[i, 2]^2", "(items (chain (scripts W (indices i 2) 2)))"},
        {"(a + b)^2", "(items (chain (scripts (round (items (chain (add a b)))) _ 2)))"},
        {"f(x)^2", "(items (chain (scripts (apply f (items (chain x))) _ 2)))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, functions)
{
    static const char *const cases[][2] = {
        {"f(x, y)", "(items (chain (apply f (items (chain x) , (chain y)))))"},
        {"f'(x)", "(items (chain (apply (scripts f _ ') (items (chain x)))))"},
        {"\\log(x)", "(items (chain (apply log (items (chain x)))))"},
        {"\\log x_i y", "(items (chain (mul (apply log (scripts x i _)) y)))"},
        {"\\log{x} y", "(items (chain (mul (apply log (braces (items (chain x)))) y)))"},
        {"\\log\\frac{a}{b} c", "(items (chain (mul (apply log (div a b)) c)))"},
        {"\\log \\exp(x) y", "(items (chain (mul (apply log (apply exp (items (chain x)))) y)))"},
        {"\\log \\sum_i x_i y_i",
         "(items (chain (apply log (sum i _ (mul (scripts x i _) (scripts y i _))))))"},
        {"\\log^2(x)", "(items (chain (scripts (apply log (items (chain x))) _ 2)))"},
        {"\\log^2 x", "(items (chain (scripts (apply log x) _ 2)))"},
        {"\\tanh'(x)", "(items (chain (apply (scripts tanh _ ') (items (chain x)))))"},
        {"\\tanh^{\\prime}(x)", "(items (chain (apply (scripts tanh _ ') (items (chain x)))))"},
        {"\\tanh^\\prime(x)", "(items (chain (apply (scripts tanh _ ') (items (chain x)))))"},
        {"\\max(a, b)", "(items (chain (apply max (items (chain a) , (chain b)))))"},
        {"\\log[x]", "(items (chain (apply log (items (chain x)))))"},
        {"\\log f(x)", "(items (chain (apply (apply log f) (items (chain x)))))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, derivatives)
{
    static const char *const cases[][2] = {
        {"\\frac{\\partial E}{\\partial w_i}",
         "(items (chain (div (diff E) (diff (scripts w i _)))))"},
        {"\\frac{d}{dw} E", "(items (chain (mul (div (diff _) (diff w)) E)))"},
        {"dE/dw", "(items (chain (div (diff E) (diff w))))"},
        {"2 dE/dw x", "(items (chain (mul 2 (div (diff E) (diff w)) x)))"},
        {"dE/dw (x)", "(items (chain (apply (div (diff E) (diff w)) (items (chain x)))))"},
        {"d/dw (x)", "(items (chain (apply (div (diff _) (diff w)) (items (chain x)))))"},
        {"\\partial E / \\partial w_{ij}",
         "(items (chain (div (diff E) (diff (scripts w (braces (items (chain ij))) _)))))"},
        {"\\pdv{E}{w}", "(items (chain (div (diff E) (diff w))))"},
        {"\\nabla_w E", "(items (chain (div (diff E) (diff w))))"},
        {"\\partial_w E x", "(items (chain (mul (div (diff E) (diff w)) x)))"},
        {"\\partial^2 E", "(items (chain (mul (scripts (diff _) _ 2) E)))"},
        {"\\frac{\\partial E}{\\partial f(x)}",
         "(items (chain (div (diff E) (diff (apply f (items (chain x)))))))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, sums)
{
    static const char *const cases[][2] = {
        {"\\sum_i x_i y_i + z",
         "(items (chain (add (sum i _ (mul (scripts x i _) (scripts y i _))) z)))"},
        {"\\sum_{i=1}^3 x_i",
         "(items (chain (sum (braces (items (chain i = 1))) 3 (scripts x i _))))"},
        {"\\sum^n_{i=1} -x_i",
         "(items (chain (sum (braces (items (chain i = 1))) n (neg (scripts x i _)))))"},
        {"a \\sum_i x_i (y_i - 1)", "(items (chain (mul a (sum i _ (apply (scripts x i _) (items "
                                    "(chain (add (scripts y i _) (neg 1)))))))))"},
        {"\\sum_i \\sum_j x_{ij}",
         "(items (chain (sum i _ (sum j _ (scripts x (braces (items (chain ij))) _)))))"},
        {"\\sum_i x_i / n", "(items (chain (sum i _ (slash (scripts x i _) n))))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, conditions_and_cases)
{
    static const char *const cases[][2] = {
        {"a = b = c", "(items (chain a = b = c))"},
        {"= b", "(items (chain _ = b))"},
        {"a \\gets b, c := d", "(items (chain a <- b) , (chain c <- d))"},
        {"a = b if j = k", "(items (chain a = b) if (chain j = k))"},
        {"a if j = k, b otherwise",
         "(items (chain a) if (chain j = k) , (chain b) otherwise (chain))"},
        {"j = 1, \\ldots, 3", "(items (chain j = 1) , (chain ...) , (chain 3))"},
        {"0 \\le j < 3", "(items (chain 0 <= j < 3))"},
        {", a ,, b", "(items , (chain a) , (chain b))"},
        {"\\mathbb{1}\\{j = k\\}", "(items (chain (indicator (items (chain j = k)))))"},
        {"\\mathbb{1}_{j = k}", "(items (chain (indicator (braces (items (chain j = k))))))"},
        {"1\\{j = k\\}", "(items (chain (mul 1 (curly (items (chain j = k))))))"},
        {"\\begin{cases} a & j = k \\\\ b & \\text{otherwise} \\end{cases}",
         "(items (chain (cases (items (chain a) , (chain j = k)) (items (chain b) otherwise "
         "(chain)))))"},
        {"\\underbrace{a}_{first} b", "(items (chain (mul (braces (items (chain a))) b)))"},
        {"[a, b] \\{c\\} ()", "(items (chain (mul (square (items (chain a) , (chain b))) (apply "
                              "(curly (items (chain c))) (items)))))"},
    };
    EXPECT_TREES(cases);
}

Test(parser, places)
{
    static const char *const cases[][2] = {
        {"  a = b + c_i",
         "(items@2-13 (chain@2-13 a@2-3 =@4 (add@6-13 b@6-7 (scripts@10-13 c@10-11 i@12-13 _))))"},
        {"= c", "(items@0-3 (chain@0-3 _ =@0 c@2-3))"},
        {"\\text{SE} = x", "(items@0-13 (chain@0-13 SE@0-9 =@10 x@12-13))"},
        {"\\frac{a}{b}", "(items@0-11 (chain@0-11 (div@0-11 a@6-7 b@9-10)))"},
        {"\\log\\frac{a}{b}",
         "(items@0-15 (chain@0-15 (apply@0-15 log@0-4 (div@4-15 a@10-11 b@13-14))))"},
        {"\\log\\exp(x)", "(items@0-11 (chain@0-11 (apply@0-11 log@0-4 (apply@4-11 exp@4-8 "
                          "(items@9-10 (chain@9-10 x@9-10))))))"},
        {"\\underbrace{a}_{b}",
         "(items@0-18 (chain@0-18 (braces@0-18 (items@12-13 (chain@12-13 a@12-13)))))"},
        {"\\begin{cases} a \\end{cases}",
         "(items@0-27 (chain@0-27 (cases@0-27 (items@14-15 (chain@14-15 a@14-15)))))"},
        {"log^2(x)", "(items@0-8 (chain@0-8 (scripts@0-8 (apply@0-8 log@0-3 (items@6-7 (chain@6-7 "
                     "x@6-7))) _ 2@4-5)))"},
        {"2 dE/dw (x)", "(items@0-11 (chain@0-11 (mul@0-11 2@0-1 (apply@2-11 (div@2-7 (diff@2-4 "
                        "E@3-4) (diff@5-7 w@6-7)) (items@9-10 (chain@9-10 x@9-10))))))"},
        {"W[i][j]", "(items@0-7 (chain@0-7 (scripts@0-7 W@0-1 (indices@1-7 i@1-4 j@4-7) _)))"},
        {"a if j = k", "(items@0-10 (chain@0-1 a@0-1) if (chain@5-10 j@5-6 =@7 k@9-10))"},
        {"x²", "(items@0-3 (chain@0-3 (scripts@0-3 x@0-1 _ (braces@1-3 (items@1-3 (chain@1-3 "
               "2@1-3))))))"},
        {"∂E", "(items@0-4 (chain@0-4 (diff@0-4 E@3-4)))"},
    };
    expect_trees(cases, sizeof cases / sizeof *cases, true);
}

Test(parser, what_cannot_be_read)
{
    static const char *const cases[][2] = {
        {"a = ", "at 3: something is missing at its end"},
        {"a = (b + c", "at 10: ')' is missing here"},
        {"a = b)", "at 5: a closing bracket without its opening one, or nothing before it"},
        {"\\frac{a}{b", "at 10: '}' is missing here"},
        {"a ! b", "at 2: what stands here is not known"},
        {"a = \\unknown{b}", "at 4: what stands here is not known"},
        {"a _", "at 3: something is missing at its end"},
        {"a + \\cdot b", "at 4: reading stopped here"},
        {"\\sum_i_j x", "at 7: a second limit of the sum"},
        {"\\tanh' x", "at 7: '(' is missing here"},
        {"a = \\log", "at 8: something is missing at its end"},
    };
    EXPECT_TREES(cases);
}

Test(parser, depth_is_limited)
{
    enum { LEVELS = 2000 };
    static char text[2 * LEVELS + 2];
    for (size_t n = 0; n < LEVELS; n++) {
        text[n] = '(';
        text[2 * LEVELS - n] = ')';
    }
    text[LEVELS] = 'x';
    cr_expect_str_eq(printed_tree(text, SPAN_INLINE, false), "at 0: it is nested too deeply");
    static const char levels[] = "((((((((((((((((((((x))))))))))))))))))))";
    cr_expect(strstr(printed_tree(levels, SPAN_INLINE, false), "x") != NULL);
}

Test(parser, inner_same_and_name)
{
    struct arena arena = {0};
    struct written *x = written_new(&arena, WRITTEN_NAME, 3, 4);
    x->as.text = "x";
    cr_expect(written_is_name(x, "x") && !written_is_name(x, "y") && !written_is_name(NULL, "x"));
    struct written *y = written_new(&arena, WRITTEN_NAME, 9, 10);
    y->as.text = "x";
    cr_expect(written_same(x, y), "places do not count");
    y->relation = REL_EQ;
    cr_expect(!written_same(x, y) && !written_same(x, NULL) && written_same(NULL, NULL));
    struct written *chain = written_new(&arena, WRITTEN_CHAIN, 3, 4);
    struct written *items = written_new(&arena, WRITTEN_ITEMS, 3, 4);
    struct written *group = written_new(&arena, WRITTEN_GROUP, 2, 5);
    written_add(&arena, chain, x);
    written_add(&arena, items, chain);
    group->as.group.items = items;
    written_cover(group, items);
    cr_expect(written_inner(group) == x && written_inner(x) == x && group->depth == 3);
    written_add(&arena, items, chain);
    cr_expect(written_inner(group) == group, "two formulas are not one");
    arena_free(&arena);
}
