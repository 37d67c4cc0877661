/* damage.c: one kind of damage to a right side for each mistake of the catalogue. */
#include "damage.h"

#include <string.h>

struct work {
    struct judging *j;
    const struct claim *claim;
    const struct node *right;
    const struct node *step; /* of an update: the term that is subtracted; else the right side */
    const struct node *by;
    const char *also;
    struct damages *out;
};

static void add(struct work *w, const char *code, const struct node *right)
{
    if (right && w->out->n < DAMAGES_MAX)
        w->out->damage[w->out->n++] = (struct damage){code, w->also, right};
}

/* The right side with one of its nodes replaced. */
static void put(struct work *w, const char *code, const struct node *at, const struct node *with)
{
    add(w, code, repairs_replace(w->j, w->right, at, with));
}

static void numbers(struct work *w)
{
    static const char *factors[] = {"2", "1/2", "3"};
    for (size_t n = 0; n < sizeof factors / sizeof *factors; n++)
        put(w, "factor", w->step,
            repairs_product(w->j, repairs_number(w->j, w->step, factors[n]), w->step));
    put(w, w->claim->kind == CLAIM_UPDATE ? "update-sign" : "sign", w->step,
        repairs_negative(w->j, w->step));
}

static void signs(struct work *w, const struct node *node)
{
    if (node->kind != NODE_ADD || (w->claim->kind == CLAIM_UPDATE && node == w->right))
        return;
    for (size_t k = 0; k < node->n; k++)
        put(w, "sign", node,
            repairs_replace(w->j, node, node->kid[k], repairs_negative(w->j, node->kid[k])));
}

/* S and 1 - S side by side. */
static bool is_slope(const struct node *product, size_t k)
{
    const struct node *s = product->kid[k], *rest = k + 1 < product->n ? product->kid[k + 1] : NULL;
    return rest && s->kind == NODE_SYMBOL && rest->kind == NODE_ADD && rest->n == 2 &&
           rest->kid[0]->kind == NODE_NUMBER && strcmp(rest->kid[0]->name, "1") == 0 &&
           rest->kid[1]->kind == NODE_NEG && node_same(rest->kid[1]->kid[0], s);
}

static bool has_derivative(const struct node *product)
{
    for (size_t n = 0; n < product->n; n++)
        if (product->kid[n]->kind == NODE_DERIVATIVE)
            return true;
    return false;
}

static void slopes(struct work *w, const struct node *node)
{
    for (size_t k = 0; node->kind == NODE_MUL && k < node->n; k++) {
        const struct node *kid = node->kid[k];
        w->also = has_derivative(node) ? "no-chain" : NULL; /* it is a link as well */
        if (is_slope(node, k) && repairs_prime(w->j, kid, w->claim->section) && node->n > 2) {
            const struct node *less = repairs_without(w->j, repairs_without(w->j, node, k + 1), k);
            put(w, "missing-sigma-prime", node, less);
            struct node *wrong = repairs_prime(w->j, kid, w->claim->section);
            wrong->kid[0] = (struct node *)kid;
            put(w, "sigma-prime-of-H", node, repairs_product(w->j, less, wrong));
        }
        if (kid->kind == NODE_PRIME)
            put(w, "missing-sigma-prime", node, repairs_without(w->j, node, k));
    }
    w->also = NULL;
}

/* An error term: a line without it is about the output, and may as well be called so. */
static bool is_error(const struct work *w, const struct node *symbol)
{
    const struct model *m = w->j->model;
    const struct symbol *s = model_symbol(m, symbol);
    const unsigned char *depends = w->j->depends[w->claim->section];
    return s && s->definitions &&
           (m->definition[s->definition[s->definitions - 1]].right->kind == NODE_DERIVATIVE ||
            (w->by && dependence_formula(m, depends, symbol, w->by->id)));
}

static void factors(struct work *w, const struct node *node)
{
    for (size_t k = 0; node->kind == NODE_MUL && k < node->n; k++) {
        const struct node *kid = node->kid[k];
        const bool in_slope = is_slope(node, k) || (k && is_slope(node, k - 1));
        size_t derivatives = 0;
        for (size_t n = 0; n < node->n; n++)
            derivatives += node->kid[n]->kind == NODE_DERIVATIVE;
        w->also = is_error(w, kid) ? "gradient-of-output" : NULL;
        if (kid->kind == NODE_SYMBOL && !in_slope && derivatives == 0 &&
            kid->id != w->j->rate[w->claim->section])
            put(w,
                repairs_is_input(w->j, w->claim->section, w->by, kid) ? "missing-input"
                                                                      : "missing-factor",
                node, repairs_without(w->j, node, k));
        w->also = NULL;
        const bool first = w->claim->left->kind == NODE_DERIVATIVE &&
                           kid->kind == NODE_DERIVATIVE &&
                           node_same(w->claim->left->kid[0], kid->kid[0]);
        if (kid->kind == NODE_DERIVATIVE && derivatives > 1 && !first)
            put(w, "no-chain", node, repairs_without(w->j, node, k));
        if (kid->kind == NODE_SYMBOL && !in_slope && kid->id != w->j->rate[w->claim->section])
            put(w, "extra-factor", node, repairs_product(w->j, node, kid));
    }
}

static void sums(struct work *w, const struct node *node)
{
    if (node->kind != NODE_SUM || node_has_index(w->claim->left, node->name) ||
        !node_has_index(node->kid[0], node->name))
        return;
    put(w, "missing-sum", node, node->kid[0]);
}

/* Its definition has a sum below. */
static bool is_softmax(const struct work *w, const struct node *symbol)
{
    const struct symbol *s = model_symbol(w->j->model, symbol);
    const struct node *right =
        s && s->definitions ? w->j->model->definition[s->definition[s->definitions - 1]].right
                            : NULL;
    return right && right->kind == NODE_DIV &&
           (right->kid[1]->kind == NODE_SUM || right->kid[1]->kind == NODE_ADD);
}

/* O_k - l_k becomes -l_k (1 - O_k), which the diagonal alone would give. */
static void diagonal(struct work *w, const struct node *node)
{
    const struct label label = assumptions_label(w->j, w->claim->section);
    if (node->kind != NODE_ADD || node->n != 2 || !label.id || label.best != ASSUME_SUM_ONE ||
        node->kid[1]->kind != NODE_NEG || node->kid[1]->kid[0]->id != label.id ||
        node->kid[0]->kind != NODE_SYMBOL || !is_softmax(w, node->kid[0]))
        return;
    struct node *rest = node_pair(w->j->arena, NODE_ADD, repairs_number(w->j, node, "1"),
                                  repairs_negative(w->j, node->kid[0]));
    put(w, "diagonal-only", node, repairs_product(w->j, node->kid[1], rest));
}

static void indices(struct work *w, const struct node *symbol)
{
    if (symbol->kind != NODE_SYMBOL || symbol->n == 0)
        return;
    if (symbol->n == 2) {
        struct node *turned = node_copy(w->j->arena, symbol);
        turned->kid[0] = symbol->kid[1];
        turned->kid[1] = symbol->kid[0];
        put(w, "index-swap", symbol, turned);
    }
    for (size_t k = 0; w->claim->left->kind == NODE_DERIVATIVE && k < w->claim->left->kid[1]->n;
         k++) {
        const struct node *letter = w->claim->left->kid[1]->kid[k];
        if (symbol->n != 1 || letter->kind != NODE_SYMBOL || node_same(letter, symbol->kid[0]) ||
            symbol->kid[0]->kind != NODE_SYMBOL)
            continue;
        struct node *other = node_copy(w->j->arena, symbol);
        other->kid[0] = (struct node *)letter;
        put(w, "index-swap", symbol, other);
    }
}

/* A symbol that the document updates, after its update. */
static void updated(struct work *w, const struct node *symbol)
{
    if (symbol->kind != NODE_SYMBOL || !symbol->id || strchr(symbol->name, '^') ||
        (w->claim->kind == CLAIM_UPDATE && symbol->id == w->claim->old->id))
        return;
    const char *name = arena_print(w->j->arena, "%s^new", symbol->name);
    for (size_t n = 0; n < w->j->model->symbols; n++) {
        const struct symbol *s = &w->j->model->symbol[n];
        if (s->arity != symbol->n || strcmp(s->name, name) != 0)
            continue;
        struct node *later = node_copy(w->j->arena, symbol);
        later->name = s->name;
        later->id = (unsigned)n + 1;
        put(w, "updated-weights", symbol, later);
    }
}

/* The derivative of what the loss is made from. */
static void output(struct work *w)
{
    const struct node *left = w->claim->left;
    if (left->kind != NODE_DERIVATIVE || left->kid[0]->kind != NODE_SYMBOL ||
        w->claim->kind != CLAIM_EQUATION)
        return;
    const struct symbol *loss = model_symbol(w->j->model, left->kid[0]);
    if (!loss || !loss->definitions || left->kid[0]->n)
        return;
    struct nodes inside = {.n = 0};
    repairs_nodes(w->j->model->definition[loss->definition[loss->definitions - 1]].right, &inside);
    for (size_t n = 0; n < inside.n; n++) {
        const struct symbol *s =
            inside.node[n]->kind == NODE_SYMBOL ? model_symbol(w->j->model, inside.node[n]) : NULL;
        if (s && s->definitions && s->arity == 0 &&
            dependence_formula(w->j->model, w->j->depends[w->claim->section], inside.node[n],
                               left->kid[1]->id) &&
            inside.node[n]->id != left->kid[1]->id) {
            w->also = "missing-factor"; /* of a square, the derivative is the root times that */
            add(w, "gradient-of-output",
                node_pair(w->j->arena, NODE_DERIVATIVE, (struct node *)inside.node[n],
                          left->kid[1]));
            w->also = NULL;
        }
    }
}

void damage_claim(struct judging *j, const struct claim *claim, struct damages *damages)
{
    struct work w = {
        .j = j, .claim = claim, .right = claim->right, .step = claim->right, .out = damages};
    damages->n = 0;
    if (claim->kind == CLAIM_UPDATE) {
        w.by = claim->old;
        w.step = NULL;
        for (size_t n = 0; claim->right->kind == NODE_ADD && n < claim->right->n; n++)
            if (!node_same(claim->right->kid[n], claim->old))
                w.step = claim->right->kid[n];
        if (!w.step || claim->right->n != 2)
            return;
    } else {
        w.by = claim->left->kind == NODE_DERIVATIVE ? claim->left->kid[1] : NULL;
    }
    const struct node *blocked = NULL;
    numbers(&w);
    output(&w);
    struct nodes all = {.n = 0};
    repairs_nodes(claim->right, &all);
    for (size_t n = 0; n < all.n; n++) {
        if (all.node[n]->kind == NODE_DERIVATIVE) { /* nothing is updated in what it is by */
            blocked = all.node[n]->kid[1];
        }
        signs(&w, all.node[n]);
        slopes(&w, all.node[n]);
        factors(&w, all.node[n]);
        sums(&w, all.node[n]);
        diagonal(&w, all.node[n]);
        indices(&w, all.node[n]);
        if (all.node[n] != blocked)
            updated(&w, all.node[n]);
    }
}
