/* mistakes.c: tries the catalogue on a wrong line. A mistake is named only if it explains the line at
 * every point, and no other does.
 */
#include "mistakes.h"

#include <stdlib.h>
#include <string.h>

/* left and right agree at all points: as they are, or for labels that sum to 1. */
bool search_agree(struct search *s, const struct node *left, const struct node *right,
                  enum slip slip)
{
    struct equation e = *s->e;
    struct setting setting = s->setting;
    e.left = left;
    e.right = right;
    setting.left_slip = slip;
    s->now_plainly = points_all(s->j, &e, s->a, &setting, 2, NULL) == AGREE;
    if (s->now_plainly)
        return true;
    if (s->plainly || !s->label->id || s->label->best != ASSUME_SUM_ONE)
        return false;
    setting.assumption = ASSUME_SUM_ONE;
    setting.label = s->label->id;
    return points_all(s->j, &e, s->a, &setting, 2, NULL) == AGREE;
}

void search_found(struct search *s, const char *code, const struct node *answer, const char *detail)
{
    /* What explains the line for all labels counts before what does so for some. */
    const bool better = s->now_plainly && !s->plainly;
    if (s->code && !better && strcmp(s->code, code) != 0)
        s->several = true;
    if (s->code && !better)
        return;
    s->several = false;
    s->plainly = s->now_plainly;
    s->code = code;
    s->answer = answer;
    s->detail = detail;
}

/* Tries a repaired right side. */
bool search_repair(struct search *s, const char *code, const struct node *right, const char *detail)
{
    if (!search_agree(s, s->e->left, right, SLIP_NONE))
        return false;
    search_found(s, code, right, detail);
    return true;
}

char *search_print(struct search *s, const struct node *node)
{
    return node_print(s->j->arena, node);
}

/* --- a constant factor, and the sign --- */

/* right / left as a fraction of small whole numbers; false if it is none. */
static bool small_ratio(struct search *s, const struct setting *setting, long *p, long *q)
{
    struct world *w = points_world(s->j, s->e->section, 0, setting);
    struct binding room[LETTERS_MAX];
    struct value left, right, old;
    bool good = false;
    value_init(&left);
    value_init(&right);
    value_init(&old);
    for (size_t n = 0; n < s->a->n && !good; n++) {
        const struct binding *b = points_bind(s->a, n, room);
        w->steps = 0;
        if (!evaluate(w, s->e->left, b, 0, &left) || !evaluate(w, s->e->right, b, 0, &right) ||
            (s->old && !evaluate(w, s->old, b, 0, &old)))
            break;
        if (s->old) {
            arb_sub(left.v, left.v, old.v, w->precision);
            arb_sub(right.v, right.v, old.v, w->precision);
        }
        arb_div(left.d, right.v, left.v, w->precision);
        if (!arb_is_finite(left.d) || arb_contains_zero(right.v))
            continue;
        for (*q = 1; *q <= 12 && !good; ++*q) {
            arb_mul_si(right.d, left.d, *q, w->precision);
            fmpz_t whole;
            fmpz_init(whole);
            good = arb_get_unique_fmpz(whole, right.d) && fmpz_bits(whole) < 8;
            *p = good ? fmpz_get_si(whole) : 0;
            fmpz_clear(whole);
            if (good)
                break;
        }
        break;
    }
    value_clear(&old);
    value_clear(&right);
    value_clear(&left);
    return good && *p != 0;
}

/* The size in this line, such as the n of a sum, that p or q is; null if it is a number like any
 * other. */
static const struct symbol *size_of(const struct search *s, long p, long q)
{
    for (size_t n = 0; n < s->j->model->symbols; n++) {
        const struct symbol *symbol = &s->j->model->symbol[n];
        const unsigned char *depends = s->j->depends[s->e->section];
        if (symbol->size && symbol->value > 1 && symbol->definitions == 0 &&
            ((p == symbol->value && q == 1) || (p == 1 && q == symbol->value)) &&
            (dependence_formula(s->j->model, depends, s->e->left, (unsigned)n + 1) ||
             dependence_formula(s->j->model, depends, s->e->right, (unsigned)n + 1)))
            return symbol;
    }
    return NULL;
}

/* The value that was chosen for a size is a part of p or q. */
static bool hides_size(const struct search *s, long p, long q)
{
    for (size_t n = 0; n < s->j->model->symbols; n++) {
        const struct symbol *symbol = &s->j->model->symbol[n];
        if (symbol->size && symbol->value > 1 && symbol->definitions == 0 &&
            (p % symbol->value == 0 || q % symbol->value == 0))
            return true;
    }
    return false;
}

static void try_factor(struct search *s)
{
    long p, q;
    struct setting setting = s->setting;
    bool found_ratio = small_ratio(s, &setting, &p, &q);
    if (!found_ratio && s->label->id && s->label->best == ASSUME_SUM_ONE) {
        setting.assumption = ASSUME_SUM_ONE;
        setting.label = s->label->id;
        found_ratio = small_ratio(s, &setting, &p, &q);
    }
    if (!found_ratio || (p == 1 && q == 1))
        return;
    struct arena *arena = s->j->arena;
    const char *inverse =
        p < 0 ? arena_print(arena, "%ld/%ld", -q, -p) : arena_print(arena, "%ld/%ld", q, p);
    const struct node *number = repairs_number(s->j, s->e->right, inverse);
    const struct node *right = s->e->right;
    if (s->old) {
        struct node *step =
            node_pair(arena, NODE_ADD, (struct node *)right, repairs_negative(s->j, s->old));
        right =
            node_pair(arena, NODE_ADD, (struct node *)s->old, repairs_product(s->j, step, number));
    } else {
        right = p == -1 && q == 1 ? repairs_negative(s->j, right)
                                  : repairs_product(s->j, number, right);
    }
    if (!search_agree(s, s->e->left, right, SLIP_NONE))
        return;
    if (p == -1 && q == 1) {
        search_found(s, s->old ? "update-sign" : "sign",
                     s->old ? repairs_downhill(s->j, s->e->right, s->old) : right, NULL);
        return;
    }
    const struct symbol *size = size_of(s, p, q);
    if (size) { /* it is the n of a sum */
        const bool missing = p > 1;
        search_found(s, missing ? "missing-factor" : "extra-factor", NULL,
                     arena_print(arena, "1/%s", size->name));
        return;
    }
    if (hides_size(s, p, q)) { /* 5/3 where n happens to be 5 says nothing */
        s->unclear = true;
        return;
    }
    search_found(s, "factor", s->old ? NULL : right, NULL);
    s->factor = q == 1 ? arena_print(arena, "%ld", p) : arena_print(arena, "%ld/%ld", p, q);
}

/* One sign inside the formula. */
static void try_signs(struct search *s)
{
    struct nodes all = {.n = 0};
    repairs_nodes(s->e->right, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *node = all.node[n];
        if (node->kind != NODE_ADD || (s->old && node == s->e->right))
            continue;
        for (size_t k = 0; k < node->n; k++) {
            const struct node *flipped =
                repairs_replace(s->j, node, node->kid[k], repairs_negative(s->j, node->kid[k]));
            const struct node *right = repairs_replace(s->j, s->e->right, node, flipped);
            if (search_repair(s, "sign", right,
                              arena_print(s->j->arena, "the sign of %s",
                                          search_print(s, node->kid[k]->kind == NODE_NEG
                                                              ? node->kid[k]->kid[0]
                                                              : node->kid[k]))))
                return;
        }
    }
}

/* --- sums and indices --- */

static struct bounds range_of(const struct search *s, const char *letter)
{
    for (size_t n = 0; n < s->a->letters; n++)
        if (strcmp(s->a->letter[n], letter) == 0)
            return s->a->range[n];
    return (struct bounds){0};
}

/* d L/d A_k · d A_k/d B_k becomes the sum over all m of d L/d A_m · d A_m/d B_k; null if the product
 * holds no such pair. */
static const struct node *over_all(struct search *s, const struct node *product)
{
    for (size_t p = 0; product->kind == NODE_MUL && p < product->n; p++)
        for (size_t q = 0; q < product->n; q++) {
            const struct node *first = product->kid[p], *second = product->kid[q];
            if (p == q || first->kind != NODE_DERIVATIVE || second->kind != NODE_DERIVATIVE ||
                first->kid[1]->n != 1 || first->kid[1]->kid[0]->kind != NODE_SYMBOL ||
                !node_same(first->kid[1], second->kid[0]) ||
                !node_has_index(second->kid[1], first->kid[1]->kid[0]->name))
                continue;
            const char *letter = first->kid[1]->kid[0]->name;
            struct node *middle = node_copy(s->j->arena, first->kid[1]);
            middle->kid[0]->name = "m'";
            struct node *pair =
                node_pair(s->j->arena, NODE_MUL,
                          node_pair(s->j->arena, NODE_DERIVATIVE, first->kid[0], middle),
                          node_pair(s->j->arena, NODE_DERIVATIVE, middle, second->kid[1]));
            const struct node *sum = repairs_sum(s->j, "m'", range_of(s, letter), pair);
            const struct node *rest = product->n > 2 ? repairs_without(s->j, product, p) : NULL;
            if (!rest)
                return sum;
            return repairs_replace(s->j, rest, second, sum);
        }
    return NULL;
}

static void try_sums(struct search *s)
{
    for (size_t n = 0; n < s->sites.n; n++) {
        const struct node *site = s->sites.node[n];
        const struct node *whole = over_all(s, site);
        if (whole)
            search_repair(s, "diagonal-only", repairs_replace(s->j, s->e->right, site, whole),
                          NULL);
        for (size_t k = 0; k < s->a->letters; k++) {
            const char *letter = s->a->letter[k];
            if (node_has_index(s->e->left, letter) || !node_has_index(site, letter))
                continue;
            struct node *sum = repairs_sum(s->j, letter, s->a->range[k], site);
            if (search_repair(s, "missing-sum", repairs_replace(s->j, s->e->right, site, sum),
                              arena_print(s->j->arena,
                                          "%s is missing: every term through which it acts counts",
                                          letter)) ||
                !whole)
                continue;
            sum = repairs_sum(s->j, letter, s->a->range[k], whole);
            search_repair(
                s, "missing-sum", repairs_replace(s->j, s->e->right, site, sum),
                arena_print(
                    s->j->arena,
                    "%s is missing, and only the diagonal of the softmax's derivative is taken",
                    letter));
        }
    }
    if (search_agree(s, s->e->left, s->e->right, SLIP_DIAGONAL))
        search_found(s, "diagonal-only", NULL, NULL);
}

/* The letters of the line, and those of the sums on its right side. */
static size_t all_letters(const struct search *s, const char *letter[2 * LETTERS_MAX])
{
    struct nodes all = {.n = 0};
    size_t n = 0;
    for (; n < s->a->letters; n++)
        letter[n] = s->a->letter[n];
    repairs_nodes(s->e->right, &all);
    for (size_t k = 0; k < all.n && n < 2 * LETTERS_MAX; k++)
        if (all.node[k]->kind == NODE_SUM)
            letter[n++] = all.node[k]->name;
    return n;
}

static void try_indices(struct search *s)
{
    const struct assignments *a = s->a;
    const char *letter[2 * LETTERS_MAX];
    const size_t letters = all_letters(s, letter);
    for (size_t p = 0; p < a->letters; p++)
        for (size_t q = p + 1; q < a->letters; q++)
            search_repair(s, "index-swap",
                          repairs_letter(s->j, s->e->right, a->letter[p], a->letter[q], true),
                          arena_print(s->j->arena, "%s and %s", a->letter[p], a->letter[q]));
    struct nodes all = {.n = 0};
    repairs_nodes(s->e->right, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *symbol = all.node[n];
        if (symbol->kind != NODE_SYMBOL || symbol->n == 0)
            continue;
        if (symbol->n == 2) {
            struct node *turned = node_copy(s->j->arena, symbol);
            turned->kid[0] = symbol->kid[1];
            turned->kid[1] = symbol->kid[0];
            search_repair(s, "index-swap", repairs_replace(s->j, s->e->right, symbol, turned),
                          arena_print(s->j->arena, "the two of %s", search_print(s, symbol)));
        }
        for (size_t k = 0; k < symbol->n; k++)
            for (size_t l = 0; l < letters; l++) {
                if (symbol->kid[k]->kind != NODE_SYMBOL ||
                    strcmp(symbol->kid[k]->name, letter[l]) == 0)
                    continue;
                struct node *other = node_copy(s->j->arena, symbol);
                other->kid[k]->name = letter[l];
                search_repair(s, "index-swap", repairs_replace(s->j, s->e->right, symbol, other),
                              arena_print(s->j->arena, "that of %s", search_print(s, symbol)));
            }
    }
}

/* --- differentiated something else, or at the wrong place --- */

/* The definition is of this loss and takes the output, not as a mere summand (a part of the loss). */
static bool takes(const struct model *m, const struct definition *d, unsigned loss, unsigned output)
{
    if (d->left->kind != NODE_SYMBOL || d->left->id != loss ||
        !dependence_formula(m, NULL, d->right, output))
        return false;
    for (size_t n = 0; d->right->kind == NODE_ADD && n < d->right->n; n++)
        if (d->right->kid[n]->id == output)
            return false;
    return true;
}

static void try_output(struct search *s)
{
    const struct model *m = s->j->model;
    const struct node *slope = s->e->left;
    if (s->old) /* old - rate * d loss/d old */
        slope = s->e->left->kid[1]->kid[0]->kid[1];
    if (slope->kind != NODE_DERIVATIVE || slope->kid[0]->kind != NODE_SYMBOL ||
        !slope->kid[0]->id ||
        slope->kid[0]->id !=
            dependence_loss(m, s->j->depends[s->e->section], s->e->section, slope->kid[1]->id))
        return;
    struct nodes symbols = {.n = 0};
    repairs_kind(m, NODE_SYMBOL, &symbols);
    for (size_t n = 0; n < symbols.n; n++) {
        const struct node *output = symbols.node[n];
        bool direct = false;
        for (size_t k = 0; output->id && k < m->definitions; k++)
            direct = direct || takes(m, &m->definition[k], slope->kid[0]->id, output->id);
        if (!direct || m->symbol[output->id - 1].definitions == 0 ||
            !factors_letters_fit(s, output))
            continue;
        const struct node *other =
            node_pair(s->j->arena, NODE_DERIVATIVE, (struct node *)output, slope->kid[1]);
        if (search_agree(s, repairs_replace(s->j, s->e->left, slope, other), s->e->right,
                         SLIP_NONE)) {
            search_found(s, "gradient-of-output", NULL, search_print(s, output));
            return;
        }
    }
}

static void try_primes(struct search *s)
{
    if (s->by && search_agree(s, s->e->left, s->e->right, SLIP_SIGMA_PRIME_OF_H))
        search_found(s, "sigma-prime-of-H", NULL, NULL);
    struct nodes all = {.n = 0};
    repairs_nodes(s->e->right, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *node = all.node[n];
        const struct node *right = node->kind == NODE_PRIME && node->kid[0]->kind == NODE_SYMBOL
                                       ? repairs_prime(s->j, node->kid[0], s->e->section)
                                       : NULL;
        if (right)
            search_repair(s, "sigma-prime-of-H", repairs_replace(s->j, s->e->right, node, right),
                          NULL);
    }
}

/* All updated values back to the old ones. */
static const struct node *with_old(struct search *s, const struct node *node, bool *changed)
{
    struct node *copy = node_copy(s->j->arena, node);
    const char *tag = node->kind == NODE_SYMBOL ? strchr(node->name, '^') : NULL;
    if (tag && (strcmp(tag, "^new") == 0 || strcmp(tag, "^'") == 0)) {
        const size_t length = (size_t)(tag - node->name);
        for (size_t n = 0; n < s->j->model->symbols; n++) {
            const struct symbol *t = &s->j->model->symbol[n];
            if (t->arity != node->n || strlen(t->name) != length ||
                strncmp(t->name, node->name, length) != 0)
                continue;
            copy->name = t->name;
            copy->id = (unsigned)n + 1;
            *changed = true;
        }
        return copy;
    }
    for (size_t n = 0; n < node->n; n++)
        if (node->kid[n])
            copy->kid[n] = (struct node *)with_old(s, node->kid[n], changed);
    return copy;
}

static void try_updated(struct search *s)
{
    bool changed = false;
    const struct node *old = with_old(s, s->e->right, &changed);
    if (changed)
        search_repair(s, "updated-weights", old, NULL);
}

static void add_site(struct search *s, const struct node *term)
{
    if (term->kind == NODE_NEG)
        term = term->kid[0];
    if (s->sites.n < 20 && term->kind != NODE_NUMBER)
        s->sites.node[s->sites.n++] = term;
}

/* The whole right side (of an update: its steps), the bodies of sums, and terms. */
static void find_sites(struct search *s)
{
    const struct node *right = s->e->right;
    struct nodes all = {.n = 0};
    if (!s->old)
        add_site(s, right);
    repairs_nodes(right, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *node = all.node[n];
        if (node->kind == NODE_SUM)
            add_site(s, node->kid[0]);
        for (size_t k = 0; node->kind == NODE_ADD && k < node->n; k++)
            if (!s->old || node != right || !node_same(node->kid[k], s->old))
                add_site(s, node->kid[k]);
    }
}

static bool has_number(const struct node *node)
{
    struct nodes all = {.n = 0};
    repairs_nodes(node, &all);
    for (size_t n = 0; n < all.n; n++)
        if (all.node[n]->kind == NODE_NUMBER)
            return true;
    return false;
}

/* From the simplest explanation on: a constant factor explains all; a product of derivatives lacks a
 * link rather than a number. */
static void try_all(struct search *s)
{
    try_factor(s);
    const bool sign = s->code && !s->factor;
    if (!sign && !has_number(s->e->right)) {
        const struct search kept = *s;
        s->code = NULL;
        if (!factors_missing_link(s))
            *s = kept;
    }
    if (s->code && s->plainly && !factors_given_number(s))
        return;
    try_signs(s);
    try_sums(s);
    try_indices(s);
    try_output(s);
    if (!s->code || strcmp(s->code, "gradient-of-output") != 0)
        factors_missing(s);
    factors_extra(s);
    try_primes(s);
    try_updated(s);
}

void mistakes_find(struct judging *j, const struct equation *e, const struct claim *claim,
                   const struct assignments *a, const struct setting *setting,
                   const struct label *label, struct verdict *verdict)
{
    struct search s = {.j = j,
                       .e = e,
                       .a = a,
                       .setting = *setting,
                       .label = label,
                       .old = claim->kind == CLAIM_UPDATE ? claim->old : NULL};
    s.by = s.old ? s.old : e->left->kind == NODE_DERIVATIVE ? e->left->kid[1] : NULL;
    find_sites(&s);
    if (!factors_one_number(&s))
        try_all(&s);
    const bool named = s.code && !s.several && !s.unclear;
    verdict->mistake = named ? s.code : "none";
    verdict->factor = named ? s.factor : NULL;
    verdict->explanation = named ? explanation(&s) : "the two sides differ at this point";
    if (named && s.answer)
        verdict->answer = node_print(j->arena, s.answer);
}
