/* test_expression.c: typed trees that are put together by hand: printed, compared, walked, changed. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "check/expression/walk.h"

static struct arena arena;

static void give_back(void)
{
    arena_free(&arena);
}

TestSuite(expression, .fini = give_back);

static const struct extent nowhere = {0, 0};

static struct expr *sym(const char *base)
{
    return expr_symbol(&arena, nowhere, symbol_name_plain(base));
}

static struct expr *num(const char *text)
{
    return expr_number(&arena, nowhere, text);
}

static struct expr *neg(const struct expr *e)
{
    return expr_negative(&arena, nowhere, e);
}

/* A list of a kind, or a symbol, with these parts. */
static struct expr *with(struct expr *e, const struct expr *a, const struct expr *b,
                         const struct expr *c)
{
    expr_append(&arena, e, a);
    if (b)
        expr_append(&arena, e, b);
    if (c)
        expr_append(&arena, e, c);
    return e;
}

static struct expr *list(enum expr_kind kind, const struct expr *a, const struct expr *b)
{
    return with(expr_list(&arena, nowhere, kind), a, b, NULL);
}

static struct expr *call(enum expr_kind kind, const char *f, const struct expr *a)
{
    return with(expr_call(&arena, nowhere, kind, f), a, NULL, NULL);
}

static struct expr *entry(const char *base, const char *i, const char *j)
{
    return with(sym(base), sym(i), j ? sym(j) : NULL, NULL);
}

static struct expr *is(const char *a, enum relation relation, const char *b)
{
    return expr_comparison(&arena, sym(a), relation, sym(b));
}

static struct expr *sum(const char *index, const struct expr *body)
{
    return expr_sum(&arena, nowhere, index, NULL, NULL, NULL, body);
}

static void expect_text(const struct expr *e, const char *expected)
{
    const char *text = expr_print(&arena, e);
    cr_expect(strcmp(text, expected) == 0, "printed %s, expected %s", text, expected);
}

Test(expression, arithmetic_has_the_parentheses_it_needs_and_no_others)
{
    const struct expr *a = sym("a"), *b = sym("b"), *c = sym("c");
    const struct expr *ab = list(EXPR_ADD, a, b), *product = list(EXPR_MUL, a, b);
    expect_text(ab, "a + b");
    expect_text(list(EXPR_ADD, a, neg(b)), "a - b");
    expect_text(list(EXPR_ADD, neg(a), neg(ab)), "-a - (a + b)");
    expect_text(list(EXPR_ADD, a, ab), "a + a + b");
    expect_text(neg(product), "-a b");
    expect_text(list(EXPR_MUL, ab, c), "(a + b) c");
    expect_text(list(EXPR_MUL, c, neg(a)), "c (-a)");
    expect_text(expr_quotient(&arena, product, c), "a b/c");
    expect_text(expr_quotient(&arena, c, product), "c/(a b)");
    expect_text(expr_quotient(&arena, c, expr_power(&arena, a, num("2"))), "c/a^2");
    expect_text(expr_power(&arena, ab, neg(c)), "(a + b)^(-c)");
    expect_text(expr_power(&arena, expr_power(&arena, a, b), c), "(a^b)^c");
}

Test(expression, a_sum_in_the_middle_of_a_product_ends)
{
    const struct expr *body = list(EXPR_MUL, entry("w", "i", NULL), entry("x", "i", NULL));
    expect_text(sum("i", body), "sum_{i} w_i x_i");
    expect_text(list(EXPR_MUL, sum("i", body), sym("c")), "(sum_{i} w_i x_i) c");
    expect_text(list(EXPR_MUL, sym("c"), sum("i", body)), "c sum_{i} w_i x_i");
    expect_text(sum("i", list(EXPR_ADD, sym("a"), sym("b"))), "sum_{i} (a + b)");
    expect_text(expr_sum(&arena, nowhere, "i", num("0"), sym("n"), is("i", REL_NE, "j"), body),
                "sum_{i=0..n; i != j} w_i x_i");
}

Test(expression, names_are_printed_with_layer_and_tag_behind_the_indices)
{
    const struct symbol_name layered = {"W", "(1)", "", TAG_NONE}, new = {"W", "", "ij", TAG_NEW};
    expect_text(with(expr_symbol(&arena, nowhere, layered), sym("i"), sym("j"), NULL), "W_ij^(1)");
    expect_text(with(expr_symbol(&arena, nowhere, new), num("1"), num("2"), NULL), "W_12^new");
    expect_text(with(sym("W"), num("1"), num("10"), NULL), "W_{1,10}");
    expect_text(with(sym("W"), sym("k'"), NULL, NULL), "W_{k'}");
    expect_text(with(sym("W"), list(EXPR_ADD, sym("i"), num("1")), NULL, NULL), "W_{i + 1}");
    const struct symbol_name prime = {"h", "", "", TAG_PRIME};
    expect_text(expr_symbol(&arena, nowhere, prime), "h^'");
    const char *text = symbol_name_print(&arena, &new, (const long[]){1, 2}, 2);
    cr_expect(strcmp(text, "W_12^new") == 0, "%s", text);
    text = symbol_name_print(&arena, &new, NULL, 0);
    cr_expect(strcmp(text, "W^new") == 0, "%s", text);
}

Test(expression, all_other_kinds_are_printed)
{
    const struct expr *x = sym("x"), *half = num("1/2");
    expect_text(call(EXPR_CALL, "exp", neg(x)), "exp(-x)");
    expect_text(with(call(EXPR_CALL, "max", x), half, NULL, NULL), "max(x, 1/2)");
    expect_text(call(EXPR_PRIME, "f", x), "f'(x)");
    expect_text(expr_derivative(&arena, nowhere, sym("E"), entry("w", "i", "j")), "dE/dw_ij");
    expect_text(expr_derivative(&arena, nowhere, list(EXPR_ADD, x, half), x), "d(x + 1/2)/dx");
    expect_text(expr_indicator(&arena, nowhere, is("j", REL_EQ, "k")), "1{j = k}");
    expect_text(list(EXPR_LIST, x, half), "[x, 1/2]");
    expect_text(list(EXPR_AND, is("i", REL_GE, "j"), is("i", REL_LT, "k")), "i >= j, i < k");
    expect_text(list(EXPR_ADD, x, expr_dots(&arena, nowhere)), "x + ...");
    const struct expr_branch branch[] = {{x, is("j", REL_EQ, "k")}, {half, NULL}};
    expect_text(expr_cases(&arena, nowhere, branch, 2), "{x if j = k; 1/2 otherwise}");
}

Test(expression, a_product_of_products_is_one)
{
    const struct expr *ab = expr_product(&arena, sym("a"), sym("b"));
    const struct expr *all = expr_product(&arena, ab, expr_product(&arena, sym("c"), sym("d")));
    cr_expect(all->as.list.n == 4);
    cr_expect(ab->as.list.n == 2, "a part was changed");
    expect_text(all, "a b c d");
}

Test(expression, extent_and_depth_cover_the_parts)
{
    const struct expr *a = expr_number(&arena, (struct extent){5, 6}, "1");
    const struct expr *b = expr_number(&arena, (struct extent){9, 12}, "2");
    const struct expr *e = expr_quotient(&arena, b, neg(a));
    cr_expect(e->where.at == 0 && e->where.end == 12 && e->depth == 2);
    struct expr *l = expr_list(&arena, (struct extent){7, 8}, EXPR_ADD);
    expr_append(&arena, l, a);
    expr_append(&arena, l, b);
    cr_expect(l->where.at == 5 && l->where.end == 12 && l->depth == 1);
}

Test(expression, the_same_is_the_same_wherever_it_stands)
{
    struct expr *a = entry("w", "i", "j"), *b = entry("w", "i", "j");
    a->where = (struct extent){3, 4};
    a->as.symbol.id = 7;
    cr_expect(expr_same(a, b));
    cr_expect(!expr_same(a, entry("w", "i", NULL)));
    cr_expect(!expr_same(a, entry("w", "j", "i")));
    cr_expect(!expr_same(a, entry("v", "i", "j")));
    cr_expect(expr_same(NULL, NULL) && !expr_same(a, NULL) && !expr_same(NULL, a));
    cr_expect(!expr_same(num("1"), num("2")) && !expr_same(num("1"), sym("1")));
    cr_expect(!expr_same(call(EXPR_CALL, "f", a), call(EXPR_CALL, "g", a)));
    cr_expect(!expr_same(call(EXPR_CALL, "f", a), call(EXPR_PRIME, "f", a)));
    cr_expect(!expr_same(is("i", REL_EQ, "j"), is("i", REL_NE, "j")));
    cr_expect(!expr_same(sum("i", a), sum("j", a)));
}

Test(expression, names_differ_by_each_of_their_parts)
{
    const struct symbol_name name = {"w", "1", "ij", TAG_NEW};
    struct symbol_name other = name;
    cr_expect(symbol_name_same(&name, &other));
    other.tag = TAG_PRIME;
    cr_expect(!symbol_name_same(&name, &other));
    other = name;
    other.layer = "2";
    cr_expect(!symbol_name_same(&name, &other));
    other = name;
    other.letters = "jk";
    cr_expect(!symbol_name_same(&name, &other));
    other = name;
    other.base = "v";
    cr_expect(!symbol_name_same(&name, &other));
    cr_expect(!symbol_name_is_plain(&name));
    const struct symbol_name plain = symbol_name_plain("w");
    cr_expect(symbol_name_is_plain(&plain));
}

Test(expression, sums_with_and_without_limits_differ_though_their_parts_do_not)
{
    const struct expr *i = sym("i"), *zero = num("0"), *n = sym("n");
    const struct expr *limits = expr_sum(&arena, nowhere, "i", zero, n, NULL, i);
    const struct expr *low = expr_sum(&arena, nowhere, "i", zero, NULL, n, i);
    cr_expect(expr_parts(limits) == expr_parts(low) && !expr_same(limits, low));
    const struct expr_branch a[] = {{i, zero}, {n, NULL}}, b[] = {{i, NULL}, {zero, n}};
    cr_expect(!expr_same(expr_cases(&arena, nowhere, a, 2), expr_cases(&arena, nowhere, b, 2)));
}

Test(expression, questions)
{
    cr_expect(expr_is_letter(sym("j"), "j") && !expr_is_letter(sym("j"), "k"));
    cr_expect(!expr_is_letter(entry("j", "i", NULL), "j") && !expr_is_letter(NULL, "j"));
    const struct symbol_name new = {"j", "", "", TAG_NEW};
    cr_expect(!expr_is_letter(expr_symbol(&arena, nowhere, new), "j"));
    cr_expect(expr_is_number(num("2")) && expr_is_number(neg(num("2"))));
    cr_expect(!expr_is_number(neg(neg(num("2")))) && !expr_is_number(sym("a")));
    cr_expect(!expr_is_number(NULL));
}

Test(expression, an_index_is_free_unless_a_sum_binds_it)
{
    const struct expr *x = entry("x", "i", NULL);
    cr_expect(expr_has_index(x, "i") && !expr_has_index(x, "j") && !expr_has_index(x, "x"));
    cr_expect(!expr_has_index(sum("i", x), "i") && expr_has_index(sum("j", x), "i"));
    cr_expect(expr_has_index(list(EXPR_ADD, sum("i", x), x), "i"));
    cr_expect(!expr_has_index(sym("i"), "i"), "a value is no index");
    cr_expect(expr_has_index(expr_indicator(&arena, nowhere, is("i", REL_EQ, "j")), "j"));
}

/* --- walking --- */

/* What a walk has seen, in one word a part. */
struct trail {
    char text[200];
    enum expr_kind stop; /* this kind gives: */
    enum walk way;
};

static enum walk leave_trail(const struct expr *e, void *to)
{
    struct trail *trail = to;
    const char *word = e->kind == EXPR_SYMBOL   ? e->as.symbol.name.base
                       : e->kind == EXPR_NUMBER ? e->as.number
                       : e->kind == EXPR_SUM    ? "sum"
                       : e->kind == EXPR_ADD    ? "add"
                                                : "other";
    const size_t length = strlen(trail->text);
    snprintf(trail->text + length, sizeof trail->text - length, "%s%s", length ? " " : "", word);
    return e->kind == trail->stop ? trail->way : WALK_CONTINUE;
}

static void expect_trail(const struct expr *e, enum expr_kind stop, enum walk way,
                         const char *expected)
{
    struct trail trail = {.stop = stop, .way = way};
    const bool aborted = expr_walk(e, leave_trail, &trail);
    cr_expect(strcmp(trail.text, expected) == 0, "went %s, expected %s", trail.text, expected);
    cr_expect(aborted == (way == WALK_ABORT));
}

Test(expression, a_walk_goes_on_or_leaves_out_or_stops)
{
    const struct expr *s =
        expr_sum(&arena, nowhere, "i", num("0"), sym("n"), NULL, entry("x", "i", NULL));
    const struct expr *e = list(EXPR_ADD, s, sym("b"));
    expect_trail(e, EXPR_DOTS, WALK_CONTINUE, "add sum x i 0 n b");
    expect_trail(e, EXPR_SUM, WALK_PRUNE, "add sum b");
    expect_trail(e, EXPR_SYMBOL, WALK_PRUNE, "add sum x 0 n b");
    expect_trail(e, EXPR_SYMBOL, WALK_ABORT, "add sum x");
    expect_trail(e, EXPR_ADD, WALK_ABORT, "add");
    cr_expect(!expr_walk(NULL, leave_trail, NULL));
}

static bool named(const struct expr *e, const void *base)
{
    return e->kind == EXPR_SYMBOL && strcmp(e->as.symbol.name.base, base) == 0;
}

Test(expression, the_first_that_is_looked_for_is_found)
{
    const struct expr *second = sym("a");
    const struct expr *e = list(EXPR_ADD, neg(entry("b", "a", NULL)), second);
    const struct expr *found = expr_find(e, named, "a");
    cr_expect(found && found != second && expr_is_letter(found, "a"));
    cr_expect(expr_any(e, named, "b") && !expr_any(e, named, "c"));
    cr_expect(!expr_find(NULL, named, "a"));
}

Test(expression, every_kind_has_its_parts)
{
    const struct expr *a = sym("a"), *b = sym("b"), *c = sym("c"), *d = sym("d");
    const struct expr_branch branch[] = {{a, b}, {c, NULL}};
    const struct {
        const struct expr *e;
        size_t parts;
    } cases[] = {
        {a, 0},
        {num("1"), 0},
        {expr_dots(&arena, nowhere), 0},
        {entry("w", "i", "j"), 2},
        {list(EXPR_ADD, a, b), 2},
        {expr_quotient(&arena, a, b), 2},
        {neg(a), 1},
        {expr_power(&arena, a, b), 2},
        {call(EXPR_CALL, "f", a), 1},
        {call(EXPR_PRIME, "f", a), 1},
        {sum("i", a), 1},
        {expr_sum(&arena, nowhere, "i", a, b, c, d), 4},
        {expr_sum(&arena, nowhere, "i", NULL, NULL, c, d), 2},
        {expr_derivative(&arena, nowhere, a, b), 2},
        {expr_cases(&arena, nowhere, branch, 2), 3},
        {expr_indicator(&arena, nowhere, a), 1},
        {list(EXPR_LIST, a, b), 2},
        {is("i", REL_EQ, "j"), 2},
        {list(EXPR_AND, a, b), 2},
    };
    for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
        const struct expr *e = cases[n].e;
        cr_expect(expr_parts(e) == cases[n].parts, "case %zu: %zu parts", n, expr_parts(e));
        /* Each part can be set, in a copy alone. */
        for (size_t k = 0; k < expr_parts(e); k++) {
            struct expr *copy = expr_shallow(&arena, e);
            expr_set_part(copy, k, num("9"));
            cr_expect(expr_is_number(expr_part(copy, k)), "case %zu, part %zu", n, k);
            cr_expect(!expr_is_number(expr_part(e, k)), "case %zu, part %zu of the old", n, k);
            cr_expect(!expr_same(copy, e));
        }
        cr_expect(expr_part(e, expr_parts(e)) == NULL);
    }
}

/* --- changing --- */

/* a becomes b, and b becomes c: from the leaves up each is changed once. */
static const struct expr *next_letter(struct arena *to, const struct expr *e, void *count)
{
    if (count)
        ++*(int *)count;
    if (named(e, "a"))
        return expr_symbol(to, e->where, symbol_name_plain("b"));
    return named(e, "b") ? expr_symbol(to, e->where, symbol_name_plain("c")) : e;
}

Test(expression, map_changes_every_part_and_shares_the_rest)
{
    const struct expr *kept = neg(sym("x"));
    const struct expr *e = list(EXPR_MUL, list(EXPR_ADD, sym("a"), sym("b")), kept);
    int calls = 0;
    const struct expr *new = expr_map(&arena, e, next_letter, &calls);
    expect_text(new, "(b + c) (-x)");
    expect_text(e, "(a + b) (-x)");
    cr_expect(calls == 6);
    cr_expect(new->as.list.item[1] == kept);
    cr_expect(expr_map(&arena, kept, next_letter, NULL) == kept);
    cr_expect(expr_map(&arena, NULL, next_letter, NULL) == NULL);
}

/* -a becomes a + b, whose parts are then looked at. */
static const struct expr *unfold(struct arena *to, const struct expr *e, enum walk *way,
                                 void *prune)
{
    if (named(e, "b"))
        return expr_symbol(to, e->where, symbol_name_plain("c"));
    if (e->kind != EXPR_NEG)
        return e;
    if (prune)
        *way = WALK_PRUNE;
    return list(EXPR_ADD, e->as.negative.operand, sym("b"));
}

Test(expression, rewrite_goes_on_in_what_it_made_unless_told_not_to)
{
    const struct expr *e = list(EXPR_MUL, neg(sym("a")), sym("b"));
    expect_text(expr_rewrite(&arena, e, unfold, NULL), "(a + c) c");
    expect_text(expr_rewrite(&arena, e, unfold, &arena), "(a + b) c");
    expect_text(e, "(-a) b");
    const struct expr *kept = list(EXPR_ADD, sym("x"), sym("y"));
    cr_expect(expr_rewrite(&arena, kept, unfold, NULL) == kept);
}

Test(expression, replace_takes_one_part_and_no_other_that_is_the_same)
{
    const struct expr *first = sym("a"), *second = sym("a");
    const struct expr *e = list(EXPR_ADD, neg(first), second);
    expect_text(expr_replace(&arena, e, second, num("2")), "-a + 2");
    expect_text(expr_replace(&arena, e, first, num("2")), "-2 + a");
    expect_text(expr_replace(&arena, e, e, num("2")), "2");
    cr_expect(expr_replace(&arena, e, num("2"), num("3")) == e);
    expect_text(e, "-a + a");
}
