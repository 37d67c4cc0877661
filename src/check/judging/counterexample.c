/* counterexample.c */
#include "check/judging/counterexample.h"

#include <string.h>

#include "check/model/dependence.h"
#include "check/values/definitions.h"

/* A vector of more entries than ENTRIES_MAX is left out of a counter-example, and so is what comes after
 * VALUES_MAX: nobody would read them. */
enum { DIGITS = 6, ENTRIES_MAX = 6, VALUES_MAX = 60, SMALL_BITS = 60 };

static const char *digits_of(struct arena *arena, const arb_t x)
{
    if (arb_contains_zero(x) && mag_cmp_2exp_si(arb_radref(x), -SMALL_BITS) < 0)
        return "0"; /* and not 0e-38 */
    char *text = arb_get_str(x, DIGITS, ARB_STR_NO_RADIUS);
    size_t length = strlen(text);
    if (strchr(text, '.') && !strchr(text, 'e')) {
        while (text[length - 1] == '0')
            length--;
        length -= text[length - 1] == '.';
    }
    const char *copy = arena_text(arena, text, length);
    flint_free(text);
    return copy;
}

static void add(struct arena *arena, struct named **list, size_t *n, const char *name,
                const char *value)
{
    *list = arena_grow(arena, *list, *n, sizeof **list);
    (*list)[(*n)++] = (struct named){name, value};
}

/* --- free variables --- */

/* What was needed at a sample. */
struct needed {
    struct judging *j;
    struct sample *sample;
    struct counterexample *to;
};

/* An entry is shown if it is free and was needed. A size is read as a limit, not as a value: it is known
 * without being looked up. */
static void add_entry(const struct needed *needed, const struct symbol *s,
                      const struct entry *entry)
{
    struct judging *j = needed->j;
    struct counterexample *to = needed->to;
    struct evaluation ev = points_evaluation(j, needed->sample);
    const struct query query = {.injected = INJECT_NOTHING};
    struct binding bound[ARITY_MAX];
    const struct binding *bindings;
    if (!memo_has(&needed->sample->memo, entry) && !(s->size && s->arity == 0))
        return;
    if (definition_of(&ev, &query, entry, bound, &bindings))
        return;
    struct dual number;
    dual_init(&number);
    if (definition_value(&ev, &query, entry, &number))
        add(j->arena, &to->value, &to->values, entry_print(entry, &j->model->symbols, j->arena),
            digits_of(j->arena, number.value));
    dual_clear(&number);
}

/* The next entry within the ranges, the last index first; false after the last one. */
static bool next_entry(struct entry *entry, const struct bounds *range, size_t arity)
{
    for (size_t n = arity; n--;) {
        if (entry->index[n] < range[n].high) {
            entry->index[n]++;
            return true;
        }
        entry->index[n] = range[n].low;
    }
    return false;
}

/* What an update makes of a weight is no part of the point. */
static bool is_updated(const struct environment *env, const struct symbol *s)
{
    return env->loss && env->rate && s->name.tag == TAG_NEW;
}

static void add_symbol(const struct needed *needed, unsigned id)
{
    const struct environment *env = &needed->j->environment[needed->sample->point.section];
    const struct symbol *s = symbols_get(&env->model->symbols, id);
    struct entry entry = {.id = id};
    struct bounds range[ARITY_MAX];
    if (s->arity > ARITY_MAX || s->by.n || is_updated(env, s))
        return;
    for (size_t n = 0; n < s->arity; n++) {
        /* Where the document leaves the range open: the indices that occurred. */
        range[n] = s->position[n].known ? s->position[n] : memo_span(&needed->sample->memo, id, n);
        if (range[n].high - range[n].low >= ENTRIES_MAX)
            return;
        entry.index[n] = range[n].low;
    }
    bool more = true;
    while (more && needed->to->values < VALUES_MAX) {
        add_entry(needed, s, &entry);
        more = next_entry(&entry, range, s->arity);
    }
}

/* --- the two sides --- */

static void add_sides(struct counterexample *to, struct judging *j, const struct equation *e,
                      struct sample *sample, const struct binding *bindings)
{
    struct dual left, right;
    arb_t ratio;
    dual_init(&left);
    dual_init(&right);
    arb_init(ratio);
    if (points_value(j, sample, e->left, bindings, &left) &&
        points_value(j, sample, e->right, bindings, &right)) {
        to->left = digits_of(j->arena, left.value);
        to->right = digits_of(j->arena, right.value);
        arb_div(ratio, right.value, left.value, sample->point.precision);
        if (arb_is_finite(ratio) && !arb_contains_zero(left.value))
            to->ratio = digits_of(j->arena, ratio);
    }
    arb_clear(ratio);
    dual_clear(&right);
    dual_clear(&left);
}

static void add_indices(struct counterexample *to, struct judging *j, const struct assignments *a,
                        size_t assignment, const struct point *point)
{
    const struct ranges *ranges = &j->model->ranges;
    for (size_t n = 0; n < a->letters; n++)
        add(j->arena, &to->index, &to->indices, a->letter[n],
            arena_print(j->arena, "%ld", a->value[assignment][n]));
    for (size_t n = 0; n < ranges->chosen.n; n++)
        add(j->arena, &to->index, &to->indices, ranges->chosen.name[n],
            arena_print(j->arena, "%ld", point_chosen(point, &ranges->chosen_range[n])));
}

struct counterexample counterexample_at(struct judging *j, const struct equation *e,
                                        const struct assignments *a, size_t assignment,
                                        size_t point, const struct setting *setting)
{
    struct counterexample found = {.values = 0};
    struct sample *sample = points_sample(j, e, point, setting);
    struct binding bound[LETTERS_MAX];
    add_sides(&found, j, e, sample, assignments_bind(a, assignment, bound));
    add_indices(&found, j, a, assignment, &sample->point);
    const struct needed needed = {j, sample, &found};
    const unsigned char *depends = j->environment[e->section].depends;
    for (unsigned id = 1; id <= j->model->symbols.n; id++)
        if (dependence_formula(j->model, depends, e->left, id) ||
            dependence_formula(j->model, depends, e->right, id))
            add_symbol(&needed, id);
    return found;
}
