/* mistakes_factors.c: factors that are missing, or too many. */
#include <string.h>

#include "mistakes.h"

/* All letters of a candidate are free at the site: bound by a sum around it, or letters of the line. */
bool factors_letters_fit(const struct search *s, const struct node *candidate)
{
    for (size_t n = 0; n < candidate->n; n++) {
        const struct node *index = candidate->kid[n];
        if (candidate->kind != NODE_SYMBOL) {
            if (index && !factors_letters_fit(s, index))
                return false;
            continue;
        }
        if (index->kind == NODE_NUMBER)
            continue;
        if (index->kind != NODE_SYMBOL)
            return false;
        bool fits =
            node_has_index(s->e->right, index->name) || node_has_index(s->e->left, index->name);
        struct nodes all = {.n = 0};
        repairs_nodes(s->e->right, &all);
        for (size_t k = 0; !fits && k < all.n; k++)
            fits = all.node[k]->kind == NODE_SUM && strcmp(all.node[k]->name, index->name) == 0;
        if (!fits)
            return false;
    }
    return true;
}

static bool try_missing(struct search *s, const char *code, const struct node *factor)
{
    for (size_t n = 0; n < s->sites.n; n++) {
        const struct node *site = s->sites.node[n];
        const struct node *more = repairs_product(s->j, site, factor);
        if (search_repair(s, code, repairs_replace(s->j, s->e->right, site, more),
                          search_print(s, factor)))
            return true;
    }
    return false;
}

static bool has_derivative(const struct node *node)
{
    struct nodes all = {.n = 0};
    repairs_nodes(node, &all);
    for (size_t n = 0; n < all.n; n++)
        if (all.node[n]->kind == NODE_DERIVATIVE)
            return true;
    return false;
}

/* Factors that are a sum or a difference somewhere in the document, such as y - O. */
static void try_missing_sums(struct search *s)
{
    struct nodes sums = {.n = 0};
    repairs_kind(s->j->model, NODE_ADD, &sums);
    for (size_t n = 0; n < sums.n; n++)
        if (factors_letters_fit(s, sums.node[n]) && sums.node[n]->n == 2 &&
            try_missing(s, "missing-factor", sums.node[n]))
            return;
}

/* A derivative of the very thing that the left side differentiates: without it, the line is about
 * something else than that (gradient-of-output). */
static bool is_loss_link(const struct search *s, const struct node *slope)
{
    const struct node *left = s->e->left;
    if (s->old)
        left = s->e->left->kid[1]->kid[0]->kid[1];
    return left->kind == NODE_DERIVATIVE && node_same(left->kid[0], slope->kid[0]);
}

bool factors_missing_link(struct search *s)
{
    struct nodes slopes = {.n = 0};
    if (!has_derivative(s->e->right))
        return false;
    repairs_derivatives(s->j, &slopes);
    for (size_t n = 0; n < slopes.n; n++)
        if (factors_letters_fit(s, slopes.node[n]) && !is_loss_link(s, slopes.node[n]) &&
            try_missing(s, "no-chain", slopes.node[n]))
            return true;
    return false;
}

void factors_missing(struct search *s)
{
    struct nodes symbols = {.n = 0};
    if (factors_missing_link(s))
        return;
    repairs_kind(s->j->model, NODE_SYMBOL, &symbols);
    bool slope = false;
    if (has_derivative(s->e->left) &&
        search_agree(s, s->e->left, s->e->right, SLIP_NO_SIGMA_PRIME)) {
        search_found(s, "missing-sigma-prime", NULL, NULL);
        slope = true;
    }
    for (size_t n = 0; n < symbols.n; n++) {
        const struct node *symbol = symbols.node[n];
        if (!symbol->id || strchr(symbol->name, '^') || !factors_letters_fit(s, symbol))
            continue;
        const struct node *prime = repairs_prime(s->j, symbol, s->e->section);
        if (prime && !slope)
            slope = try_missing(s, "missing-sigma-prime", prime);
        try_missing(s,
                    repairs_is_input(s->j, s->e->section, s->by, symbol) ? "missing-input"
                                                                         : "missing-factor",
                    symbol);
    }
    try_missing_sums(s);
}

/* Numbers and nothing else: what is wrong about those is a factor. */
static bool is_constant(const struct node *node)
{
    if (!node || node->kind == NODE_SYMBOL || node->kind == NODE_DOTS)
        return false;
    for (size_t n = 0; n < node->n; n++)
        if (!is_constant(node->kid[n]))
            return false;
    return node->n || node->kind == NODE_NUMBER;
}

void factors_extra(struct search *s)
{
    struct nodes all = {.n = 0};
    repairs_nodes(s->e->right, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *node = all.node[n];
        if (node->kind == NODE_DIV && !is_constant(node->kid[1]))
            search_repair(s, "extra-factor", repairs_replace(s->j, s->e->right, node, node->kid[0]),
                          arena_print(s->j->arena, "1/%s", search_print(s, node->kid[1])));
        for (size_t k = 0; node->kind == NODE_MUL && k < node->n; k++)
            if (!is_constant(node->kid[k]) &&
                search_repair(
                    s, "extra-factor",
                    repairs_replace(s->j, s->e->right, node, repairs_without(s->j, node, k)),
                    search_print(s, node->kid[k])))
                return;
        /* H (1 - H) at once */
        for (size_t k = 0; node->kind == NODE_MUL && node->n > 2 && k + 1 < node->n; k++) {
            const struct node *less = repairs_without(s->j, repairs_without(s->j, node, k + 1), k);
            const struct node *both = repairs_product(s->j, node->kid[k], node->kid[k + 1]);
            if (search_repair(s, "extra-factor", repairs_replace(s->j, s->e->right, node, less),
                              search_print(s, both)))
                return;
        }
        if (node->kind == NODE_POW && node->kid[1]->kind == NODE_NUMBER &&
            strcmp(node->kid[1]->name, "2") == 0)
            search_repair(s, "extra-factor", repairs_replace(s->j, s->e->right, node, node->kid[0]),
                          search_print(s, node->kid[0]));
    }
}

/* The factor found is a number that the document gives to a symbol, as in x = 2: it may be that
 * symbol. */
bool factors_given_number(const struct search *s)
{
    const struct model *m = s->j->model;
    const char *factor = s->factor ? s->factor : "";
    for (size_t n = 0; n < m->definitions; n++) {
        const struct node *right = m->definition[n].right;
        if (right->kind == NODE_NUMBER &&
            (strcmp(right->name, factor) == 0 ||
             (strncmp(factor, "1/", 2) == 0 && strcmp(right->name, factor + 2) == 0)))
            return true;
    }
    return false;
}

/* Everything has a number: at one point, every mistake is some factor. */
bool factors_one_number(struct search *s)
{
    struct value first, second;
    value_init(&first);
    value_init(&second);
    struct binding room[LETTERS_MAX];
    struct world *a = points_world(s->j, s->e->section, 0, &s->setting);
    struct world *b = points_world(s->j, s->e->section, 1, &s->setting);
    const struct binding *bindings = points_bind(s->a, 0, room);
    a->steps = b->steps = 0;
    const bool one = s->a->n == 1 && evaluate(a, s->e->left, bindings, 0, &first) &&
                     evaluate(b, s->e->left, bindings, 0, &second) &&
                     arb_overlaps(first.v, second.v);
    value_clear(&second);
    value_clear(&first);
    return one;
}
