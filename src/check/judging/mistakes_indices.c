/* mistakes_indices.c */
#include "check/judging/mistakes_indices.h"

#include <string.h>

#include "check/expression/walk.h"

/* A letter that no document uses: the index of a sum that is put in. */
static const char *const fresh = "m'";

/* --- the sum over all entries in between --- */

/* d L/d A_k and d A_k/d B_k for the same A_k of one index, on which B depends. */
static bool is_chain(const struct expr *first, const struct expr *second)
{
    if (first->kind != EXPR_DERIVATIVE || second->kind != EXPR_DERIVATIVE)
        return false;
    const struct expr *between = first->as.derivative.by;
    const struct expr_list *index = &between->as.symbol.index;
    return index->n == 1 && index->item[0]->kind == EXPR_SYMBOL &&
           expr_same(between, second->as.derivative.of) &&
           expr_has_index(second->as.derivative.by, index->item[0]->as.symbol.name.base);
}

/* The sum over all m of d L/d A_m · d A_m/d B_k. */
static const struct expr *chain_sum(const struct search *s, const struct expr *first,
                                    const struct expr *second)
{
    struct arena *arena = s->arena;
    const struct expr *between = first->as.derivative.by;
    const char *letter = between->as.symbol.index.item[0]->as.symbol.name.base;
    const struct expr *any = rewrites_index(arena, between, 0, fresh);
    const struct expr *pair =
        expr_product(arena, expr_derivative(arena, first->where, first->as.derivative.of, any),
                     expr_derivative(arena, any->where, any, second->as.derivative.by));
    return rewrites_sum(arena, fresh, search_range(s, letter), pair);
}

/* A product with d L/d A_k · d A_k/d B_k in it, with that sum in their place; null if there is no such pair. */
static const struct expr *over_all(const struct search *s, const struct expr *product)
{
    struct arena *arena = s->arena;
    const struct expr_list *factor = &product->as.list;
    for (size_t p = 0; product->kind == EXPR_MUL && p < factor->n; p++)
        for (size_t q = 0; q < factor->n; q++) {
            const struct expr *first = factor->item[p], *second = factor->item[q];
            if (p == q || !is_chain(first, second))
                continue;
            const struct expr *sum = chain_sum(s, first, second);
            return factor->n > 2
                       ? expr_replace(arena, rewrites_without(arena, product, p), second, sum)
                       : sum;
        }
    return NULL;
}

/* --- tests --- */

static bool try_sum(struct search *s, const struct expr *site, const struct expr *body,
                    size_t letter, const char *why)
{
    struct arena *arena = s->arena;
    const struct expr *sum = rewrites_sum(arena, s->a->letter[letter], s->a->range[letter], body);
    return search_rewrite(s, MISTAKE_MISSING_SUM, search_replace(s, site, sum),
                          arena_print(arena, "%s is missing%s", s->a->letter[letter], why));
}

void test_missing_sum(struct search *s)
{
    for (size_t n = 0; n < s->sites; n++) {
        const struct expr *site = s->site[n], *whole = over_all(s, site);
        for (size_t k = 0; k < s->a->letters; k++) {
            if (expr_has_index(s->e->left, s->a->letter[k]) ||
                !expr_has_index(site, s->a->letter[k]) ||
                try_sum(s, site, site, k, ": every term through which it acts counts") || !whole)
                continue;
            try_sum(s, site, whole, k,
                    ", and only the diagonal of the softmax's derivative is taken");
        }
    }
}

/* The sum's body for one value of its letter: another letter of the line. */
static bool try_body(struct search *s, const struct expr *sum, const char *letter)
{
    const char *own = sum->as.sum.index;
    const struct expr *body = strcmp(own, letter) == 0
                                  ? sum->as.sum.body
                                  : rewrites_letter(s->arena, sum->as.sum.body, own, letter, false);
    return search_rewrite(s, MISTAKE_EXTRA_SUM, search_replace(s, sum, body), own);
}

void test_extra_sum(struct search *s)
{
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n; n++)
        for (size_t k = 0; parts.item[n]->kind == EXPR_SUM && k < s->a->letters; k++)
            if (try_body(s, parts.item[n], s->a->letter[k]))
                return;
}

/* The letter below a symbol that has no other index, or null. */
static const char *only_letter(const struct expr *e)
{
    const struct expr *index =
        e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 1 ? e->as.symbol.index.item[0] : NULL;
    return index && index->kind == EXPR_SYMBOL ? index->as.symbol.name.base : NULL;
}

static size_t place_of_letter(const struct assignments *a, const char *letter)
{
    size_t n = 0;
    while (n < a->letters && strcmp(a->letter[n], letter) != 0)
        n++;
    return n;
}

/* dp_k/dz_j is given as dp_k/dz_k is: the line holds wherever both letters are equal. */
static bool holds_on_diagonal(struct search *s)
{
    const struct assignments *a = s->a;
    const struct expr *slope = s->e->left->kind == EXPR_DERIVATIVE ? s->e->left : NULL;
    const char *of = slope ? only_letter(slope->as.derivative.of) : NULL;
    const char *by = slope ? only_letter(slope->as.derivative.by) : NULL;
    if (!of || !by || strcmp(of, by) == 0 ||
        (expr_has_index(s->e->right, of) && expr_has_index(s->e->right, by)))
        return false;
    const size_t p = place_of_letter(a, of), q = place_of_letter(a, by);
    if (p == a->letters || q == a->letters)
        return false;
    struct assignments equal = *a;
    equal.value = arena_new(s->arena, (a->n + 1) * sizeof *equal.value);
    equal.n = 0;
    for (size_t n = 0; n < a->n; n++)
        if (a->value[n][p] == a->value[n][q])
            memcpy(equal.value[equal.n++], a->value[n], sizeof *equal.value);
    s->a = &equal;
    const bool agree = equal.n && search_agree(s, s->e->left, s->e->right, INJECT_NOTHING);
    s->a = a;
    return agree;
}

void test_diagonal_only(struct search *s)
{
    for (size_t n = 0; n < s->sites; n++) {
        const struct expr *whole = over_all(s, s->site[n]);
        if (whole)
            search_rewrite(s, MISTAKE_DIAGONAL_ONLY, search_replace(s, s->site[n], whole), NULL);
    }
    if (search_agree(s, s->e->left, s->e->right, INJECT_DIAGONAL) || holds_on_diagonal(s))
        search_found(s, MISTAKE_DIAGONAL_ONLY, NULL, NULL);
}

/* The letters of the line, and those of the sums on its right side. */
static size_t all_letters(const struct search *s, const char *letter[2 * LETTERS_MAX])
{
    size_t n = 0;
    for (; n < s->a->letters; n++)
        letter[n] = s->a->letter[n];
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t k = 0; k < parts.n && n < 2 * LETTERS_MAX; k++)
        if (parts.item[k]->kind == EXPR_SUM)
            letter[n++] = parts.item[k]->as.sum.index;
    return n;
}

/* Another letter at each place below the symbol. */
static void try_letters(struct search *s, const struct expr *symbol, const char *const *letter,
                        size_t letters)
{
    struct arena *arena = s->arena;
    for (size_t place = 0; place < symbol->as.symbol.index.n; place++) {
        const struct expr *index = symbol->as.symbol.index.item[place];
        for (size_t l = 0; index->kind == EXPR_SYMBOL && l < letters; l++)
            if (!expr_is_letter(index, letter[l]))
                search_rewrite(
                    s, MISTAKE_INDEX_SWAP,
                    search_replace(s, symbol, rewrites_index(arena, symbol, place, letter[l])),
                    arena_print(arena, "that of %s", search_print(s, symbol)));
    }
}

void test_index_swap(struct search *s)
{
    struct arena *arena = s->arena;
    const struct assignments *a = s->a;
    const char *letter[2 * LETTERS_MAX];
    const size_t letters = all_letters(s, letter);
    for (size_t p = 0; p < a->letters; p++)
        for (size_t q = p + 1; q < a->letters; q++)
            search_rewrite(s, MISTAKE_INDEX_SWAP,
                           rewrites_letter(arena, s->e->right, a->letter[p], a->letter[q], true),
                           arena_print(arena, "%s and %s", a->letter[p], a->letter[q]));
    const struct terms parts = rewrites_parts(s->e->right);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *symbol = parts.item[n];
        if (symbol->kind != EXPR_SYMBOL)
            continue;
        const struct expr *turned = rewrites_turned(arena, symbol);
        if (turned)
            search_rewrite(s, MISTAKE_INDEX_SWAP, search_replace(s, symbol, turned),
                           arena_print(arena, "the two of %s", search_print(s, symbol)));
        try_letters(s, symbol, letter, letters);
    }
}
