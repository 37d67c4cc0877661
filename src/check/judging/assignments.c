/* assignments.c */
#include "check/judging/assignments.h"

#include <string.h>

#include "base/random.h"
#include "check/expression/walk.h"
#include "check/judging/points.h"
#include "check/values/conditions.h"
#include "check/values/evaluate.h"

/* --- which letters are free --- */

/* Names that sums bind around a place in a formula. */
struct bound_name {
    const char *name;
    const struct bound_name *outer;
};

struct letters {
    struct judging *j;
    const struct equation *e;
    struct assignments *found;
    const struct bound_name *bound;
};

static bool is_bound(const struct bound_name *bound, const struct expr *letter)
{
    while (bound && !expr_is_letter(letter, bound->name))
        bound = bound->outer;
    return bound != NULL;
}

static void add_letter(const struct letters *l, const char *letter)
{
    struct assignments *a = l->found;
    for (size_t n = 0; n < a->letters; n++)
        if (strcmp(a->letter[n], letter) == 0)
            return;
    if (a->letters == LETTERS_MAX) {
        a->reason.code = REASON_MANY_LETTERS;
        return;
    }
    const struct bounds range =
        ranges_letter(l->j->model, l->j->arena, letter, l->e->left, l->e->right, l->e->condition);
    a->letter[a->letters] = letter;
    a->range[a->letters++] = range;
    if (range.high - range.low >= INDEX_MAX)
        a->reason.code = REASON_RANGE_LONG;
    if (range.high < range.low)
        a->reason.code = REASON_RANGE_EMPTY;
}

/* Of an index: its letters, unless they are bound, or sizes, or stand for one value. */
static enum walk visit_index(const struct expr *e, void *with)
{
    const struct letters *l = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol *s = symbols_get(&l->j->model->symbols, e->as.symbol.id);
    const char *letter = e->as.symbol.name.base;
    if (!is_bound(l->bound, e) && !(s && s->size) && !ranges_chosen(l->j->model, letter))
        add_letter(l, letter);
    return WALK_PRUNE;
}

/* i, or i': a side of a condition on indices. */
static bool is_index(const struct letters *l, const struct expr *e)
{
    if (e->kind != EXPR_SYMBOL || e->as.symbol.index.n)
        return false;
    const char *name = e->as.symbol.name.base;
    return name[0] >= 'a' && name[0] <= 'z' && (name[1] == '\0' || name[1] == '\'') &&
           is_index_letter(&l->j->model->statements->lexicon, name[0]);
}

static enum walk visit(const struct expr *e, void *with)
{
    struct letters *l = with;
    if (e->kind == EXPR_SUM) {
        const struct bound_name bound = {e->as.sum.index, l->bound};
        struct letters inside = *l;
        inside.bound = &bound;
        expr_walk(e->as.sum.body, visit, &inside);
        expr_walk(e->as.sum.condition, visit, &inside);
        return WALK_PRUNE;
    }
    if (e->kind == EXPR_SYMBOL) {
        for (size_t n = 0; n < e->as.symbol.index.n; n++)
            expr_walk(e->as.symbol.index.item[n], visit_index, l);
        return WALK_PRUNE;
    }
    if (e->kind == EXPR_ENTRY || e->kind == EXPR_EACH) {
        const bool entry = e->kind == EXPR_ENTRY;
        expr_walk(entry ? e->as.entry.array : e->as.each.body, visit, l);
        expr_walk(entry ? e->as.entry.row : e->as.each.index, visit_index, l);
        expr_walk(entry ? e->as.entry.column : NULL, visit_index, l);
        return WALK_PRUNE;
    }
    /* delta_jk compares indices that may stand nowhere else */
    if (e->kind == EXPR_COMPARISON && is_index(l, e->as.comparison.left) &&
        is_index(l, e->as.comparison.right)) {
        expr_walk(e->as.comparison.left, visit_index, l);
        expr_walk(e->as.comparison.right, visit_index, l);
        return WALK_PRUNE;
    }
    return WALK_CONTINUE;
}

/* --- their values --- */

const struct binding *assignments_bind(const struct assignments *a, size_t assignment,
                                       struct binding bound[LETTERS_MAX])
{
    const struct binding *bindings = NULL;
    for (size_t n = 0; n < a->letters; n++) {
        bound[n] = binding_index(a->letter[n], a->value[assignment][n], bindings);
        bindings = &bound[n];
    }
    return bindings;
}

/* Candidates for assignments of an equation. With `memo`, the document must have all entries that the two
 * sides reach; it is of such evaluations alone. */
struct candidates {
    struct judging *j;
    const struct equation *e;
    struct sample *sample;
    struct memo *memo;
    struct assignments *kept;
};

/* The name of the first entry that the side reaches and the document has nowhere; or null. */
static const char *absent_entry(const struct candidates *c, const struct expr *side,
                                const struct binding *bindings)
{
    struct evaluation ev = points_evaluation(c->j, c->sample);
    const struct query query = {.listed_only = true};
    struct dual value;
    ev.memo = c->memo;
    dual_init(&value);
    const bool good = evaluate(&ev, &query, side, bindings, &value);
    dual_clear(&value);
    c->j->steps += ev.steps;
    if (good || ev.reason.code != REASON_ABSENT)
        return NULL;
    return ev.absent.id ? entry_print(&ev.absent, &c->j->model->symbols, c->j->arena) : "an entry";
}

/* Keeps the values that were just written behind the last assignment, if the condition holds for them. */
static void keep(struct candidates *c)
{
    struct assignments *a = c->kept;
    struct binding bound[LETTERS_MAX];
    const struct binding *bindings = assignments_bind(a, a->n, bound);
    struct evaluation ev = points_evaluation(c->j, c->sample);
    const struct query query = {.listed_only = false};
    if (c->e->condition && condition_holds(&ev, &query, c->e->condition, bindings) != TRUTH_YES)
        return;
    const char *absent = c->memo ? absent_entry(c, c->e->left, bindings) : NULL;
    if (c->memo && !absent)
        absent = absent_entry(c, c->e->right, bindings);
    if (!absent)
        a->n++;
    else if (!a->absent)
        a->absent = absent;
}

static long size_of(struct bounds range)
{
    return range.high - range.low + 1;
}

static void keep_all(struct candidates *c, long all)
{
    struct assignments *a = c->kept;
    for (long code = 0; code < all; code++) {
        long rest = code;
        for (size_t n = a->letters; n--;) {
            a->value[a->n][n] = a->range[n].low + rest % size_of(a->range[n]);
            rest /= size_of(a->range[n]);
        }
        keep(c);
    }
}

/* Of a sample: the corners, some with equal indices, the rest at random. */
static void keep_some(struct candidates *c)
{
    struct assignments *a = c->kept;
    struct random r = random_stream(c->j->seed, 77);
    for (int tries = 0; tries < 400 && a->n < ASSIGNMENTS_MAX; tries++) {
        const uint64_t same = random_bits(&r);
        long *value = a->value[a->n];
        for (size_t n = 0; n < a->letters; n++) {
            const struct bounds b = a->range[n];
            const long drawn = b.low + (long)random_below(&r, (uint64_t)size_of(b));
            value[n] = tries == 0 ? b.low : tries == 1 ? b.high : drawn;
            /* Any two may have to be equal for anything to be said: W_cb 1{c = d}. */
            const long other = n > 0 ? value[random_below(&r, n)] : b.low;
            if (tries > 1 && n > 0 && tries % 2 && other >= b.low && other <= b.high &&
                (same >> n) % 2)
                value[n] = other;
        }
        keep(c);
    }
}

/* Fills in the values; with `listed`, only of entries that stand in the document. */
static void assign(struct judging *j, const struct equation *e, struct assignments *a, bool listed)
{
    const struct setting plain = {.draw = DRAW_ANY};
    struct memo memo = {0};
    struct candidates c = {j, e, points_sample(j, e, 0, &plain), listed ? &memo : NULL, a};
    double all = 1;
    for (size_t n = 0; n < a->letters; n++)
        all *= (double)size_of(a->range[n]);
    a->n = 0;
    a->value = arena_new(j->arena, (ASSIGNMENTS_MAX + 1) * sizeof *a->value);
    a->sampled = all > ASSIGNMENTS_MAX;
    if (a->sampled)
        keep_some(&c);
    else
        keep_all(&c, (long)all);
    memo_clear(&memo);
}

/* --- what is left out --- */

/* The values of a letter that are kept, as "i = 1, 2"; *missing is how many of its range are not. */
static const char *kept_values(struct arena *arena, const struct assignments *a, size_t letter,
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
            text = text ? arena_print(arena, "%s, %ld", text, value)
                        : arena_print(arena, "%s = %ld", a->letter[letter], value);
    }
    return text;
}

/* No letter whose range the document gives has lost a value for want of an entry: that would be a
 * wrong line, such as one with the indices swapped. */
static bool keeps_given(struct arena *arena, const struct assignments *a,
                        const struct assignments *before)
{
    for (size_t n = 0; n < a->letters; n++) {
        long now, then;
        if (!a->range[n].known || a->range[n].guessed)
            continue;
        kept_values(arena, a, n, &now);
        kept_values(arena, before, n, &then);
        const long size = size_of(a->range[n]);
        if (a->sampled ? size > 1 && size - now < 2 : now > then)
            return false;
    }
    return true;
}

/* Says what was left out since it stands nowhere, and notes of which letters nobody gives the range. */
static void warn(struct judging *j, const struct equation *e, const struct assignments *a)
{
    const char *values = NULL, *absent = a->absent;
    for (size_t n = 0; n < a->letters && !absent; n++)
        absent = a->range[n].absent;
    for (size_t n = 0; n < a->letters; n++) {
        long missing = 0;
        const char *kept = a->sampled ? NULL : kept_values(j->arena, a, n, &missing);
        if (absent && kept && (missing || a->range[n].absent))
            values = values ? arena_print(j->arena, "%s and %s", values, kept) : kept;
        else if (!a->range[n].known)
            names_add(j->arena, &j->assumed, a->letter[n]);
    }
    if (absent)
        warnings_add(j->warnings, e->at,
                     arena_print(j->arena, "%s stands nowhere in this document; judged for %s",
                                 absent, values ? values : "entries that do"));
}

static bool is_open(const struct assignments *a)
{
    for (size_t n = 0; n < a->letters; n++)
        if (!a->range[n].known || a->range[n].guessed)
            return true;
    return false;
}

struct assignments assignments_of(struct judging *j, const struct equation *e)
{
    struct assignments a = {.letters = 0};
    struct letters letters = {j, e, &a, NULL};
    expr_walk(e->left, visit, &letters);
    expr_walk(e->right, visit, &letters);
    if (a.reason.code != REASON_NONE)
        return a;
    assign(j, e, &a, false);
    if (is_open(&a) && j->model->ranges.listed) {
        struct assignments some = a;
        assign(j, e, &some, true);
        a = keeps_given(j->arena, &some, &a) ? some : a;
    }
    if (a.n > 0)
        warn(j, e, &a);
    else if (a.absent)
        a.reason = (struct reason){REASON_NO_CASE_LEFT, a.absent};
    else
        a.reason.code = REASON_CONDITION_NEVER;
    return a;
}
