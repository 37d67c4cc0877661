/* points.c: compares the two sides of an equation at points and for all values of its indices. */
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "random.h"

static void add_letter(struct judging *j, struct assignments *a, const struct equation *e,
                       const char *letter)
{
    for (size_t n = 0; n < a->letters; n++)
        if (strcmp(a->letter[n], letter) == 0)
            return;
    if (a->letters == LETTERS_MAX) {
        a->trouble = "more indices than can be judged";
        return;
    }
    a->letter[a->letters] = letter;
    a->range[a->letters] = ranges_letter(j->model, letter, e->left, e->right, e->condition);
    const struct bounds b = a->range[a->letters++];
    if (b.high - b.low >= INDEX_MAX)
        a->trouble = "an index has more values than can be judged (5000)";
    if (b.high < b.low)
        a->trouble = "an index has no values";
}

struct scope {
    const char *letter;
    const struct scope *outer;
};

static bool in_scope(const struct scope *scope, const char *letter)
{
    for (; scope; scope = scope->outer)
        if (strcmp(scope->letter, letter) == 0)
            return true;
    return false;
}

static void index_letters(struct judging *j, struct assignments *a, const struct equation *e,
                          const struct node *index, const struct scope *scope)
{
    if (index->kind == NODE_SYMBOL) {
        const struct symbol *s = model_symbol(j->model, index);
        if (!in_scope(scope, index->name) && !(s && s->size) &&
            !ranges_chosen(j->model, index->name))
            add_letter(j, a, e, index->name);
        return;
    }
    for (size_t n = 0; n < index->n; n++)
        index_letters(j, a, e, index->kid[n], scope);
}

static bool is_letter(const struct judging *j, const struct node *node)
{
    return node->kind == NODE_SYMBOL && node->n == 0 && node->name[0] >= 'a' &&
           node->name[0] <= 'z' && (node->name[1] == '\0' || node->name[1] == '\'') &&
           j->model->statements->lexicon.index[(unsigned char)node->name[0]];
}

static void free_letters(struct judging *j, struct assignments *a, const struct equation *e,
                         const struct node *node, const struct scope *scope)
{
    if (!node)
        return;
    if (node->kind == NODE_SUM) {
        const struct scope inner = {node->name, scope};
        free_letters(j, a, e, node->kid[0], &inner);
        free_letters(j, a, e, node->kid[3], &inner);
        return;
    }
    if (node->kind == NODE_SYMBOL)
        for (size_t n = 0; n < node->n; n++)
            index_letters(j, a, e, node->kid[n], scope);
    /* delta_jk compares indices that may stand nowhere else */
    else if (node->kind == NODE_RELATION && is_letter(j, node->kid[0]) &&
             is_letter(j, node->kid[1])) {
        index_letters(j, a, e, node->kid[0], scope);
        index_letters(j, a, e, node->kid[1], scope);
    } else
        for (size_t n = 0; n < node->n; n++)
            free_letters(j, a, e, node->kid[n], scope);
}

const struct binding *points_bind(const struct assignments *a, size_t assignment,
                                  struct binding *room)
{
    const struct binding *bindings = NULL;
    for (size_t n = 0; n < a->letters; n++) {
        room[n] = (struct binding){a->letter[n], a->value[assignment][n], NULL, bindings};
        bindings = &room[n];
    }
    return bindings;
}

static bool side(struct judging *j, struct world *w, const struct node *node,
                 const struct binding *bindings, struct value *out)
{
    w->trouble = NULL;
    w->steps = 0;
    w->depth = 0;
    w->independent = NULL;
    if (j->steps > STEPS_ALL) {
        j->trouble = "the document takes more work than can be done (60 million steps)";
        return false;
    }
    const bool good = evaluate(w, node, bindings, 0, out);
    j->steps += w->steps;
    j->independent = j->independent ? j->independent : w->independent;
    if (good && arb_is_finite(out->v))
        return true;
    j->trouble = good ? "it has no value (a division by zero, or the logarithm of a number that is "
                        "not positive)"
                      : w->trouble;
    return false;
}

/* What the two sides reach at an assignment stands in the document. */
static bool stands(struct judging *j, const struct equation *e, struct world *w,
                   const struct binding *bindings)
{
    struct value value;
    const struct node *independent = j->independent;
    value_init(&value);
    w->listed = true;
    w->absent = NULL;
    if (side(j, w, e->left, bindings, &value) || !w->absent)
        side(j, w, e->right, bindings, &value);
    w->listed = false;
    j->independent = independent;
    value_clear(&value);
    return !w->absent;
}

/* Keeps the assignment that was just written if the condition holds for it and, with `listed`, the
 * document has all entries that it reaches. */
static void keep(struct judging *j, struct assignments *a, const struct equation *e, bool listed)
{
    const struct setting plain = {0};
    struct world *w = points_world(j, e->section, 0, &plain);
    struct binding room[LETTERS_MAX];
    const struct binding *bindings = points_bind(a, a->n, room);
    if (e->condition && evaluate_condition(w, e->condition, bindings) != 1)
        return;
    if (!listed || stands(j, e, w, bindings))
        a->n++;
    else if (!a->absent)
        a->absent = w->absent;
}

/* All values of the letters or, if those are many, a sample of them. */
static void assign(struct judging *j, struct assignments *a, const struct equation *e, bool listed)
{
    double all = 1;
    a->n = 0;
    for (size_t n = 0; n < a->letters; n++)
        all *= (double)(a->range[n].high - a->range[n].low + 1);
    a->sampled = all > ASSIGNMENTS_MAX;
    for (long code = 0; !a->sampled && code < (long)all; code++) {
        long rest = code;
        for (size_t n = a->letters; n--;) {
            const long size = a->range[n].high - a->range[n].low + 1;
            a->value[a->n][n] = a->range[n].low + rest % size;
            rest /= size;
        }
        keep(j, a, e, listed);
    }
    /* Of a sample: some with equal indices, the corners, the rest at random. */
    struct random r = random_stream(j->seed, 77);
    for (int tries = 0; a->sampled && tries < 400 && a->n < ASSIGNMENTS_MAX; tries++) {
        const uint64_t same = random_bits(&r);
        for (size_t n = 0; n < a->letters; n++) {
            const struct bounds b = a->range[n];
            const long draw = b.low + (long)random_below(&r, (uint64_t)(b.high - b.low + 1));
            long value = tries == 0 ? b.low : tries == 1 ? b.high : draw;
            if (tries > 1 && n > 0 && tries % 4 == 3 && a->value[a->n][0] >= b.low &&
                a->value[a->n][0] <= b.high && same % 2)
                value = a->value[a->n][0];
            a->value[a->n][n] = value;
        }
        keep(j, a, e, listed);
    }
}

/* The values of a letter that are kept, as "i = 1, 2"; *missing is how many of its range are not. */
static const char *kept_values(struct judging *j, const struct assignments *a, size_t letter,
                               long *missing)
{
    const char *text = NULL;
    *missing = 0;
    for (long value = a->range[letter].low; value <= a->range[letter].high; value++) {
        size_t n = 0;
        while (n < a->n && a->value[n][letter] != value)
            n++;
        *missing += n == a->n;
        if (n < a->n)
            text = text ? arena_print(j->arena, "%s, %ld", text, value)
                        : arena_print(j->arena, "%s = %ld", a->letter[letter], value);
    }
    return text;
}

/* No letter whose range the document gives has lost a value for want of an entry: that would be a
 * wrong line, such as one with the indices swapped. */
static bool keeps_given(struct judging *j, const struct assignments *a,
                        const struct assignments *before)
{
    for (size_t n = 0; n < a->letters; n++) {
        long now, then;
        if (!a->range[n].known || a->range[n].guessed)
            continue;
        kept_values(j, a, n, &now);
        kept_values(j, before, n, &then);
        const long size = a->range[n].high - a->range[n].low + 1;
        if (a->sampled ? size > 1 && size - now < 2 : now > then)
            return false;
    }
    return true;
}

/* Says what was left out since it stands nowhere, and of which letters nobody gives the range. */
static void warn(struct judging *j, const struct assignments *a)
{
    struct model *m = j->model;
    const char *values = NULL, *absent = a->absent;
    for (size_t n = 0; n < a->letters && !absent; n++)
        absent = a->range[n].absent;
    for (size_t n = 0; n < a->letters; n++) {
        long missing = 0;
        const char *kept = a->sampled ? NULL : kept_values(j, a, n, &missing);
        if (absent && kept && (missing || a->range[n].absent)) {
            values = values ? arena_print(j->arena, "%s and %s", values, kept) : kept;
        } else if (!a->range[n].known && !names_have(&m->assumed, a->letter[n])) {
            m->assumed.name = arena_grow(j->arena, m->assumed.name, m->assumed.n, sizeof(char *));
            m->assumed.name[m->assumed.n++] = a->letter[n];
        }
    }
    if (absent)
        model_warn(m, m->claim[j->line].statement->at,
                   arena_print(j->arena, "%s stands nowhere in this document; judged for %s",
                               absent, values ? values : "entries that do"));
}

struct assignments points_assign(struct judging *j, const struct equation *e)
{
    struct assignments a = {0};
    free_letters(j, &a, e, e->left, NULL);
    free_letters(j, &a, e, e->right, NULL);
    if (a.trouble)
        return a;
    a.value = arena_new(j->arena, (ASSIGNMENTS_MAX + 1) * sizeof *a.value);
    assign(j, &a, e, false);
    bool open = false;
    for (size_t n = 0; n < a.letters; n++)
        open = open || !a.range[n].known || a.range[n].guessed;
    if (open && j->model->listed) {
        struct assignments some = a;
        some.value = arena_new(j->arena, (ASSIGNMENTS_MAX + 1) * sizeof *some.value);
        assign(j, &some, e, true);
        a = keeps_given(j, &some, &a) ? some : a;
    }
    if (a.n > 0)
        warn(j, &a);
    else if (a.absent)
        a.trouble = arena_print(j->arena,
                                "%s stands nowhere in this document, and each other case of the "
                                "line lacks an entry, too",
                                a.absent);
    else
        a.trouble = "no values of its indices satisfy its condition";
    return a;
}

/* The last claim before this one that gives a number to a symbol, or 0. */
static size_t numbers_before(const struct judging *j)
{
    size_t last = 0;
    for (size_t n = 0; n < j->model->definitions; n++) {
        const struct definition *d = &j->model->definition[n];
        if (model_is_number(d->right) && d->claim < j->line && d->claim > last)
            last = d->claim;
    }
    return last;
}

struct world *points_world(struct judging *j, size_t section, size_t point,
                           const struct setting *setting)
{
    const uint64_t seed = random_stream(j->seed, point).state;
    const size_t line = numbers_before(j);
    for (size_t n = 0; n < j->worlds; n++) {
        struct world *w = j->world[n];
        if (w->section == section && w->seed == seed && w->draw == setting->draw &&
            w->assumption == setting->assumption && w->label == setting->label &&
            w->hot == setting->hot && w->slip == setting->left_slip &&
            w->belief == setting->belief && w->line == line)
            return w;
    }
    j->world = arena_grow(j->arena, j->world, j->worlds, sizeof *j->world);
    struct world *w = arena_new(j->arena, sizeof *w);
    world_init(w, j->model, section);
    w->seed = seed;
    w->line = line;
    w->draw = setting->draw;
    w->assumption = setting->assumption;
    w->label = setting->label;
    w->hot = setting->hot;
    w->slip = setting->left_slip;
    w->belief = setting->belief;
    w->depends = j->depends[section];
    w->loss = j->loss[section];
    w->rate = j->rate[section];
    return j->world[j->worlds++] = w;
}

/* Sharp enough to call two overlapping balls equal. */
static bool sharp(const arb_t x)
{
    return mag_cmp_2exp_si(arb_radref(x), -84) < 0 || arb_rel_accuracy_bits(x) > 84;
}

enum outcome points_compare(struct judging *j, const struct equation *e,
                            const struct assignments *a, size_t assignment, size_t point,
                            const struct setting *setting)
{
    struct setting plain = *setting;
    plain.left_slip = SLIP_NONE;
    struct world *for_left = points_world(j, e->section, point, setting);
    struct world *for_right = points_world(j, e->section, point, &plain);
    struct binding room[LETTERS_MAX];
    const struct binding *bindings = points_bind(a, assignment, room);
    struct value left, right;
    value_init(&left);
    value_init(&right);
    enum outcome outcome = NO_VALUE;
    if (setting->belief) { /* what is believed may depend on the indices */
        world_forget(for_left);
        for_left->outer = bindings;
    }
    for (long precision = for_left->precision; precision <= 2048; precision *= 4) {
        outcome = NO_VALUE;
        if (precision != for_left->precision || precision != for_right->precision) {
            for_left->precision = for_right->precision = precision;
            world_forget(for_left);
            world_forget(for_right);
        }
        if (!side(j, for_left, e->left, bindings, &left) ||
            !side(j, for_right, e->right, bindings, &right))
            break;
        outcome = arb_overlaps(left.v, right.v) ? AGREE : DIFFER;
        if (outcome == DIFFER || (sharp(left.v) && sharp(right.v)))
            break;
    }
    for_left->outer = NULL;
    value_clear(&left);
    value_clear(&right);
    return outcome;
}

enum outcome points_all(struct judging *j, const struct equation *e, const struct assignments *a,
                        const struct setting *setting, size_t points, size_t first[2])
{
    enum outcome all = NO_VALUE;
    for (size_t point = 0; point < points; point++)
        for (size_t n = 0; n < a->n; n++) {
            const enum outcome now = points_compare(j, e, a, n, point, setting);
            if (now == DIFFER) {
                if (first) {
                    first[0] = n;
                    first[1] = point;
                }
                return DIFFER;
            }
            if (now == NO_VALUE)
                return NO_VALUE;
            all = AGREE;
        }
    return all;
}
