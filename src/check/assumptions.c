/* assumptions.c: what may be taken for granted about labels, and where a wrong line holds.
 *
 * Labels are what a loss takes directly, and nobody differentiates by.
 */
#include <string.h>

#include "judge.h"

static bool differentiated_by(const struct node *node, unsigned id)
{
    if (!node)
        return false;
    if (node->kind == NODE_DERIVATIVE && node->kid[1]->id == id)
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (differentiated_by(node->kid[n], id))
            return true;
    return false;
}

static unsigned find_label(const struct judging *j, const struct node *node, size_t arity)
{
    if (!node)
        return 0;
    if (node->kind == NODE_SYMBOL && node->id && node->n == arity) {
        const struct symbol *s = &j->model->symbol[node->id - 1];
        bool by = s->definitions > 0 || s->size;
        for (size_t n = 0; !by && n < j->model->claims; n++) {
            const struct claim *c = &j->model->claim[n];
            by = c->kind != CLAIM_UNREAD &&
                 (differentiated_by(c->left, node->id) || differentiated_by(c->right, node->id) ||
                  (c->kind == CLAIM_UPDATE && c->old->id == node->id));
        }
        if (!by && (arity == 0 || s->position[0].known))
            return node->id;
    }
    for (size_t n = 0; n < node->n; n++) {
        const unsigned id = find_label(j, node->kid[n], arity);
        if (id)
            return id;
    }
    return 0;
}

static bool has_logarithm(const struct node *node)
{
    if (!node)
        return false;
    if (node->kind == NODE_CALL && strcmp(node->name, "log") == 0)
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (has_logarithm(node->kid[n]))
            return true;
    return false;
}

/* The labels that the losses of a section are about. */
struct label assumptions_label(const struct judging *j, size_t section)
{
    for (size_t arity = 2; arity--;)
        for (size_t n = j->model->definitions; n--;) {
            const struct definition *d = &j->model->definition[n];
            if (d->section > section || d->left->kind != NODE_SYMBOL || d->left->n > 0 ||
                !has_logarithm(d->right))
                continue;
            const unsigned id = find_label(j, d->right, arity);
            if (id)
                return (struct label){id, arity ? ASSUME_SUM_ONE : ASSUME_BINARY};
        }
    return (struct label){0, ASSUME_NOTHING};
}

bool assumptions_hold(struct judging *j, const struct equation *e, const struct assignments *a,
                      struct setting *s, enum assumption assumption, struct label label)
{
    const struct symbol *symbol = &j->model->symbol[label.id - 1];
    s->assumption = assumption;
    s->label = label.id;
    if (assumption == ASSUME_SUM_ONE)
        return points_all(j, e, a, s, 3, NULL) == AGREE;
    const long low = assumption == ASSUME_BINARY ? 0 : symbol->position[0].low;
    const long high = assumption == ASSUME_BINARY ? 1 : symbol->position[0].high;
    if (high - low > 20)
        return false;
    for (s->hot = low; s->hot <= high; s->hot++)
        if (points_all(j, e, a, s, 2, NULL) != AGREE)
            return false;
    return true;
}

/* The weakest assumption on the labels under which the equation holds, or null. */
const char *assumptions_find(struct judging *j, const struct equation *e,
                             const struct assignments *a, struct setting s, struct label label)
{
    if (!label.id)
        return NULL;
    const char *name = j->model->symbol[label.id - 1].name;
    if (label.best == ASSUME_BINARY)
        return assumptions_hold(j, e, a, &s, ASSUME_BINARY, label)
                   ? arena_print(j->arena, "%s is 0 or 1", name)
                   : NULL;
    if (assumptions_hold(j, e, a, &s, ASSUME_SUM_ONE, label))
        return arena_print(j->arena, "sum(%s) = 1", name);
    s.hot = 0;
    return assumptions_hold(j, e, a, &s, ASSUME_ONE_HOT, label)
               ? arena_print(j->arena, "%s is one-hot", name)
               : NULL;
}

/* The line holds wherever letter n is the correct class. */
static bool holds_at_class(struct judging *j, const struct equation *e, const struct assignments *a,
                           struct setting s, struct label label, size_t letter)
{
    const struct bounds range = j->model->symbol[label.id - 1].position[0];
    if (range.low != a->range[letter].low || range.high != a->range[letter].high)
        return false;
    s.assumption = ASSUME_ONE_HOT;
    s.label = label.id;
    size_t seen = 0;
    for (size_t point = 0; point < 2; point++)
        for (size_t n = 0; n < a->n; n++) {
            s.hot = a->value[n][letter];
            if (points_compare(j, e, a, n, point, &s) != AGREE)
                return false;
            seen++;
        }
    return seen > 0;
}

/* The line holds wherever letters p and q are equal (or unequal), and not only there by chance. */
static bool holds_if(struct judging *j, const struct equation *e, const struct assignments *a,
                     const struct setting *s, size_t p, size_t q, bool equal)
{
    size_t seen = 0;
    for (size_t point = 0; point < 2; point++)
        for (size_t n = 0; n < a->n; n++) {
            if ((a->value[n][p] == a->value[n][q]) != equal)
                continue;
            if (points_compare(j, e, a, n, point, s) != AGREE)
                return false;
            seen++;
        }
    return seen > 0;
}

/* The line holds wherever letter p has the value that a chosen index has. */
static bool holds_at_chosen(struct judging *j, const struct equation *e,
                            const struct assignments *a, const struct setting *s, size_t p,
                            const struct bounds *range)
{
    size_t seen = 0;
    for (size_t point = 0; point < POINTS; point++) {
        const long value = world_chosen(points_world(j, e->section, point, s), range);
        for (size_t n = 0; n < a->n; n++) {
            if (a->value[n][p] != value)
                continue;
            if (points_compare(j, e, a, n, point, s) != AGREE)
                return false;
            seen++;
        }
    }
    return seen > 0;
}

const char *assumptions_where(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *s,
                              struct label label)
{
    for (size_t n = 0; label.id && label.best == ASSUME_SUM_ONE && n < a->letters; n++)
        if (holds_at_class(j, e, a, *s, label, n))
            return arena_print(j->arena, "%s is the correct class", a->letter[n]);
    for (size_t p = 0; p < a->letters; p++)
        for (size_t q = p + 1; q < a->letters; q++) {
            const bool swap = strcmp(a->letter[p], a->letter[q]) > 0;
            const char *first = a->letter[swap ? q : p], *second = a->letter[swap ? p : q];
            if (holds_if(j, e, a, s, p, q, true))
                return arena_print(j->arena, "%s = %s", first, second);
            if (holds_if(j, e, a, s, p, q, false))
                return arena_print(j->arena, "%s != %s", first, second);
        }
    for (size_t p = 0; p < a->letters; p++)
        for (size_t n = 0; n < j->model->chosen.n; n++)
            if (holds_at_chosen(j, e, a, s, p, &j->model->chosen_range[n]))
                return arena_print(j->arena, "%s = %s", a->letter[p], j->model->chosen.name[n]);
    return NULL;
}

/* The right side is a decimal that the left side comes to within half a unit of its last place. */
const char *assumptions_rounded(struct judging *j, const struct equation *e,
                                const struct assignments *a, const struct setting *s)
{
    const struct node *number = e->right->kind == NODE_NEG ? e->right->kid[0] : e->right;
    const char *dot = number->kind == NODE_NUMBER ? strchr(number->name, '.') : NULL;
    if (!dot || strpbrk(number->name, "eE/"))
        return NULL;
    const size_t places = strlen(dot + 1);
    struct value left, right;
    value_init(&left);
    value_init(&right);
    bool good = a->n > 0;
    for (size_t point = 0; point < 2; point++)
        for (size_t n = 0; good && n < a->n; n++) {
            struct world *w = points_world(j, e->section, point, s);
            struct binding room[LETTERS_MAX];
            w->steps = 0;
            good = evaluate(w, e->left, points_bind(a, n, room), 0, &left) &&
                   evaluate(w, e->right, NULL, 0, &right);
            arb_sub(left.v, left.v, right.v, w->precision);
            arb_abs(left.v, left.v);
            arb_set_str(right.v, "1.0000001", w->precision); /* a half, rounded up or down */
            for (size_t k = 0; k < places; k++)
                arb_div_ui(right.v, right.v, 10, w->precision);
            arb_mul_2exp_si(left.v, left.v, 1);
            good = good && arb_le(left.v, right.v);
        }
    value_clear(&right);
    value_clear(&left);
    return good ? arena_print(j->arena, "rounded to %zu digits", places) : NULL;
}
