/* ranges.c: what values an index takes.
 *
 * A range belongs to a place below a symbol (the second index of W), not to a letter: sums say it,
 * and it spreads through the definitions from one symbol to the next.
 */
#include <stdlib.h>
#include <string.h>

#include "model.h"

bool ranges_number(const struct model *m, const struct node *node, long *value)
{
    long a, b;
    if (!node)
        return false;
    switch (node->kind) {
    case NODE_NUMBER: {
        char *end;
        *value = strtol(node->name, &end, 10);
        return *end == '\0' && strlen(node->name) < 10;
    }
    case NODE_SYMBOL: {
        const struct symbol *s = model_symbol(m, node);
        *value = s ? s->value : 0;
        return s && s->size;
    }
    case NODE_NEG:
        if (!ranges_number(m, node->kid[0], &a))
            return false;
        *value = -a;
        return true;
    case NODE_ADD:
        *value = 0;
        for (size_t n = 0; n < node->n; n++) {
            if (!ranges_number(m, node->kid[n], &b))
                return false;
            *value += b;
        }
        return labs(*value) < 2000000000;
    default:
        return false;
    }
}

/* Limits that are names, such as the n of i = 1 … n, are sizes. */
static void note_sizes(struct model *m, const struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->n == 0 && node->id) {
        struct symbol *s = &m->symbol[node->id - 1];
        if (s->size)
            return;
        for (size_t n = 0; n < m->definitions; n++)
            if (m->definition[n].left->kind == NODE_SYMBOL &&
                m->definition[n].left->id == node->id) {
                char *end;
                const struct node *right = m->definition[n].right;
                const long value = right->kind == NODE_NUMBER ? strtol(right->name, &end, 10) : 0;
                if (right->kind != NODE_NUMBER || *end || strlen(right->name) > 9)
                    return;
                s->value = value;
            }
        s->size = true;
        return;
    }
    for (size_t n = 0; n < node->n; n++)
        note_sizes(m, node->kid[n]);
}

static void set(struct bounds *b, struct bounds to)
{
    if (!b->known && to.known)
        *b = to;
}

static void narrow(struct bounds *b, struct bounds to)
{
    if (!to.known && !to.seen)
        return;
    b->low = !b->known || to.low > b->low ? to.low : b->low;
    b->high = !b->known || to.high < b->high ? to.high : b->high;
    b->known = true;
}

/* What a walk over a formula does at each place below a symbol where the letter stands. */
struct walk {
    struct model *m;
    const char *letter;
    struct bounds range; /* found, or to be set */
    struct bounds meet;  /* what all places allow; known once there is one */
    bool write;
    bool changed;
};

static void walk(struct walk *w, const struct node *node)
{
    if (!node || (node->kind == NODE_SUM && strcmp(node->name, w->letter) == 0))
        return;
    if (node->kind == NODE_SYMBOL && node->id) {
        struct symbol *s = &w->m->symbol[node->id - 1];
        for (size_t n = 0; n < node->n; n++) {
            if (node->kid[n]->kind != NODE_SYMBOL || strcmp(node->kid[n]->name, w->letter) != 0)
                continue;
            if (w->write && !s->position[n].known && w->range.known) {
                set(&s->position[n], w->range);
                w->changed = true;
            } else if (!w->write) {
                set(&w->range, s->position[n]);
                narrow(&w->meet, s->position[n]);
            }
        }
    }
    for (size_t n = 0; n < node->n; n++)
        walk(w, node->kid[n]);
}

static bool has_limits(const struct model *m, const struct node *sum, struct bounds *b)
{
    *b = (struct bounds){.known = true};
    return sum->kid[1] && ranges_number(m, sum->kid[1], &b->low) &&
           ranges_number(m, sum->kid[2], &b->high);
}

/* Sums with limits tell; sums without are told by what is known of their letter. */
static bool spread_sums(struct model *m, const struct node *node)
{
    bool changed = false;
    if (!node)
        return false;
    if (node->kind == NODE_SUM) {
        struct walk w = {.m = m, .letter = node->name};
        if (!has_limits(m, node, &w.range)) {
            w.range.known = false;
            walk(&w, node->kid[0]);
        }
        w.write = true;
        walk(&w, node->kid[0]);
        changed = w.changed;
        const unsigned char c = (unsigned char)node->name[0];
        if (node->name[1] == '\0' && c < 128 && node->kid[1] && w.range.known)
            set(&m->letter[c], w.range);
    }
    for (size_t n = 0; n < node->n; n++)
        changed |= spread_sums(m, node->kid[n]);
    return changed;
}

/* The letters on the left of a definition connect both sides. */
static bool spread_definition(struct model *m, const struct definition *d)
{
    bool changed = spread_sums(m, d->right);
    for (size_t n = 0; d->left->kind == NODE_SYMBOL && n < d->left->n; n++) {
        if (d->left->kid[n]->kind != NODE_SYMBOL)
            continue;
        struct walk w = {.m = m, .letter = d->left->kid[n]->name};
        walk(&w, d->left);
        walk(&w, d->right);
        w.write = true;
        walk(&w, d->left);
        walk(&w, d->right);
        changed |= w.changed;
    }
    return changed;
}

/* low ≤ letter and letter ≤ high in a condition. */
static void condition_bounds(const struct model *m, const struct node *c, const char *letter,
                             struct bounds *b, int *found)
{
    if (!c)
        return;
    if (c->kind == NODE_AND)
        for (size_t n = 0; n < c->n; n++)
            condition_bounds(m, c->kid[n], letter, b, found);
    if (c->kind != NODE_RELATION || c->n != 2)
        return;
    const bool left = c->kid[0]->kind == NODE_SYMBOL && strcmp(c->kid[0]->name, letter) == 0;
    const bool right = c->kid[1]->kind == NODE_SYMBOL && strcmp(c->kid[1]->name, letter) == 0;
    long value;
    if (left == right || !ranges_number(m, c->kid[left], &value))
        return;
    const enum relation rel = c->rel;
    const bool low = left ? rel == REL_GE || rel == REL_GT : rel == REL_LE || rel == REL_LT;
    const bool high = left ? rel == REL_LE || rel == REL_LT : rel == REL_GE || rel == REL_GT;
    const long step = rel == REL_GT || rel == REL_LT;
    if (low) {
        b->low = value + step;
        *found |= 1;
    } else if (high) {
        b->high = value - step;
        *found |= 2;
    }
}

static void note_range(struct model *m, const struct node *range)
{
    const struct node *first = range->kind == NODE_AND ? range->kid[0] : range;
    const char *letter = first->n && first->kid[0]->kind == NODE_SYMBOL ? first->kid[0]->name : "";
    const unsigned char c = (unsigned char)letter[0];
    struct bounds b = {.known = true};
    int found = 0;
    condition_bounds(m, range, letter, &b, &found);
    if (found == 3 && c < 128 && letter[0] && letter[1] == '\0')
        set(&m->letter[c], b);
}

/* Numbers that stand below a symbol, and lists such as l = [l_0, l_1, l_2]. */
static void note_numbers(struct model *m, const struct node *node, bool list)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->id)
        for (size_t n = 0; n < node->n; n++) {
            long value;
            if (node->kid[n]->kind != NODE_NUMBER || !ranges_number(m, node->kid[n], &value))
                continue;
            struct bounds *b = &m->symbol[node->id - 1].position[n];
            if (b->known)
                continue;
            b->low = !b->seen || value < b->low ? value : b->low;
            b->high = !b->seen || value > b->high ? value : b->high;
            b->seen = true;
        }
    for (size_t n = 0; n < node->n; n++)
        note_numbers(m, node->kid[n], list || node->kind == NODE_VECTOR);
    if (node->kind == NODE_VECTOR && node->n > 1)
        for (size_t n = 0; n < node->n; n++) {
            const struct node *kid = node->kid[n];
            if (kid->kind == NODE_SYMBOL && kid->id && kid->n == 1)
                m->symbol[kid->id - 1].position[0].known |= m->symbol[kid->id - 1].position[0].seen;
        }
}

static void note_all_sizes(struct model *m, const struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SUM && node->kid[1]) {
        note_sizes(m, node->kid[1]);
        note_sizes(m, node->kid[2]);
    }
    for (size_t n = 0; n < node->n; n++)
        note_all_sizes(m, node->kid[n]);
}

/* What follows from the definitions, then from the claims. */
static void spread_all(struct model *m)
{
    bool changed = true;
    for (int round = 0; changed && round < 50; round++) {
        changed = false;
        for (size_t n = 0; n < m->definitions; n++)
            changed |= spread_definition(m, &m->definition[n]);
    }
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_EQUATION || m->claim[n].kind == CLAIM_UPDATE) {
            spread_sums(m, m->claim[n].left);
            spread_sums(m, m->claim[n].right);
        }
}

/* What stands "for j = 1, …, 4" beside an equation holds for its own letters. */
static void spread_condition(struct model *m, const struct claim *c)
{
    static const char *letters = "abcdefghijklmnopqrstuvwxyz";
    for (size_t n = 0; c->condition && letters[n]; n++) {
        const char letter[2] = {letters[n], '\0'};
        struct walk w = {.m = m, .letter = letter, .range = {.known = true}, .write = true};
        int found = 0;
        condition_bounds(m, c->condition, letter, &w.range, &found);
        if (found == 3) {
            walk(&w, c->left);
            walk(&w, c->right);
        }
    }
}

const struct bounds *ranges_chosen(const struct model *m, const char *letter)
{
    for (size_t n = 0; n < m->chosen.n; n++)
        if (strcmp(m->chosen.name[n], letter) == 0)
            return &m->chosen_range[n];
    return NULL;
}

/* Letters below symbols of a definition that neither its left side nor a sum binds. */
static void note_chosen(struct model *m, const struct definition *d, const struct node *node,
                        const struct names *bound)
{
    if (!node)
        return;
    if (node->kind == NODE_SUM) {
        struct names more = {NULL, 0};
        for (size_t n = 0; n <= bound->n; n++) {
            more.name = arena_grow(m->arena, more.name, more.n, sizeof(char *));
            more.name[more.n++] = n < bound->n ? bound->name[n] : node->name;
        }
        note_chosen(m, d, node->kid[0], &more);
        return;
    }
    for (size_t n = 0; n < node->n; n++) {
        const struct node *kid = node->kid[n];
        const bool index = node->kind == NODE_SYMBOL && kid->kind == NODE_SYMBOL && kid->n == 0;
        const struct symbol *s = index ? model_symbol(m, kid) : NULL;
        if (!index) {
            note_chosen(m, d, kid, bound);
        } else if (!names_have(bound, kid->name) && !names_have(&m->chosen, kid->name) &&
                   !(s && s->size)) {
            m->chosen_range =
                arena_grow(m->arena, m->chosen_range, m->chosen.n, sizeof *m->chosen_range);
            m->chosen_range[m->chosen.n] = ranges_letter(m, kid->name, d->right, NULL, NULL);
            m->chosen.name = arena_grow(m->arena, m->chosen.name, m->chosen.n, sizeof(char *));
            m->chosen.name[m->chosen.n++] = kid->name;
        }
    }
}

static void find_chosen(struct model *m)
{
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        struct names bound = {NULL, 0};
        for (size_t k = 0; d->left->kind == NODE_SYMBOL && k < d->left->n; k++)
            if (d->left->kid[k]->kind == NODE_SYMBOL) {
                bound.name = arena_grow(m->arena, bound.name, bound.n, sizeof(char *));
                bound.name[bound.n++] = d->left->kid[k]->name;
            }
        note_chosen(m, d, d->right, &bound);
    }
}

static struct node *whole(struct model *m, const struct node *where, long value)
{
    struct node *node = node_new(m->arena, NODE_NUMBER, where->at, where->end);
    node->name = arena_print(m->arena, "%ld", value);
    return node;
}

/* Sums without limits get those that were found. */
static void fill_sums(struct model *m, struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SUM && !node->kid[1]) {
        const struct bounds b = ranges_letter(m, node->name, node->kid[0], NULL, NULL);
        if (!b.known && !names_have(&m->assumed, node->name)) {
            m->assumed.name = arena_grow(m->arena, m->assumed.name, m->assumed.n, sizeof(char *));
            m->assumed.name[m->assumed.n++] = node->name;
        }
        node->kid[1] = whole(m, node, b.low);
        node->kid[2] = whole(m, node, b.high);
    }
    for (size_t n = 0; n < node->n; n++)
        fill_sums(m, node->kid[n]);
}

void ranges_find(struct model *m)
{
    const struct statements *s = m->statements;
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            note_all_sizes(m, m->claim[n].left);
            note_all_sizes(m, m->claim[n].right);
        }
    for (size_t n = 0; n < s->ranges; n++) {
        for (size_t k = 0; s->range[n]->kind == NODE_AND && k < s->range[n]->n; k++)
            note_sizes(m, s->range[n]->kid[k]->kid[1]);
        note_range(m, s->range[n]);
    }
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_DEFINITION)
            spread_condition(m, &m->claim[n]);
    for (size_t n = 0; n < m->definitions; n++)
        spread_sums(m, m->definition[n].right);
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            note_numbers(m, m->claim[n].left, false);
            note_numbers(m, m->claim[n].right, false);
        }
    literals_find(m);
    spread_all(m);
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_EQUATION || m->claim[n].kind == CLAIM_UPDATE)
            spread_condition(m, &m->claim[n]);
    /* Several numbers seen at a place are its range, if nothing better is known. */
    for (size_t n = 0; n < m->symbols; n++)
        for (size_t k = 0; k < m->symbol[n].arity; k++) {
            struct bounds *b = &m->symbol[n].position[k];
            if (!b->known && b->seen && b->high > b->low)
                b->known = b->guessed = true;
        }
    spread_all(m);
    find_chosen(m);
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            fill_sums(m, m->claim[n].left);
            fill_sums(m, m->claim[n].right);
        }
}

/* An entry of the formula with this value for the letter, where that is outside of its range. */
static const char *outside(struct model *m, const struct node *node, const char *letter, long value)
{
    if (!node || (node->kind == NODE_SUM && strcmp(node->name, letter) == 0))
        return NULL;
    const char *name = NULL;
    for (size_t n = 0; n < node->n && !name; n++) {
        const struct node *kid = node->kid[n];
        name = outside(m, kid, letter, value);
        if (node->kind != NODE_SYMBOL || !node->id || kid->kind != NODE_SYMBOL ||
            strcmp(kid->name, letter) != 0)
            continue;
        const struct bounds b = m->symbol[node->id - 1].position[n];
        if ((!b.known && !b.seen) || (value >= b.low && value <= b.high))
            continue;
        struct node *entry = node_copy(m->arena, node);
        entry->kid[n] = whole(m, kid, value);
        name = node_print(m->arena, entry);
    }
    return name;
}

/* A range that is guessed from numbers ends where that of any other symbol of the line does. */
static void cut(struct walk *w, const struct node *first, const struct node *second)
{
    const bool low = w->meet.low > w->range.low;
    if (!low && w->meet.high >= w->range.high)
        return;
    const long value = low ? w->meet.low - 1 : w->meet.high + 1;
    const char *name = outside(w->m, first, w->letter, value);
    w->range.absent = name ? name : outside(w->m, second, w->letter, value);
    w->range.low = w->meet.low;
    w->range.high = w->meet.high;
}

struct bounds ranges_letter(const struct model *m, const char *letter, const struct node *first,
                            const struct node *second, const struct node *condition)
{
    struct bounds b = {.known = true};
    int found = 0;
    condition_bounds(m, condition, letter, &b, &found);
    if (found == 3)
        return b;
    struct walk w = {.m = (struct model *)m, .letter = letter};
    walk(&w, first);
    walk(&w, second);
    if (w.range.guessed && w.meet.low <= w.meet.high)
        cut(&w, first, second);
    if (w.range.known)
        return w.range;
    const unsigned char c = (unsigned char)letter[0];
    if (c < 128 && letter[1] == '\0' && m->letter[c].known)
        return m->letter[c];
    b = (struct bounds){.known = false, .low = 0, .high = DEFAULT_SIZE - 1};
    if (w.meet.known && m->listed) { /* to reach the entries that do stand in the document */
        b.low = w.meet.low < b.low ? w.meet.low : b.low;
        b.high = w.meet.high > b.high ? w.meet.high : b.high;
    }
    return b;
}
