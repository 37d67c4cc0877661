/* judge.c: right, right under an assumption, wrong, or not to be judged. */
#include "judge.h"

#include <stdlib.h>
#include <string.h>

/* --- the counter-example --- */

static char *ball(struct judging *j, const arb_t x)
{
    char *text = arb_get_str(x, 6, ARB_STR_NO_RADIUS);
    size_t length = strlen(text);
    if (strchr(text, '.') && !strchr(text, 'e')) {
        while (text[length - 1] == '0')
            length--;
        length -= text[length - 1] == '.';
    }
    char *copy = arena_text(j->arena, text, length);
    flint_free(text);
    return copy;
}

static void add_named(struct judging *j, struct named **list, size_t *n, const char *name,
                      const char *value)
{
    *list = arena_grow(j->arena, *list, *n, sizeof **list);
    (*list)[(*n)++] = (struct named){name, value};
}

/* The entries of a free symbol that were needed at the point. */
static void add_entries(struct judging *j, struct verdict *v, struct world *w, unsigned id)
{
    const struct symbol *s = &j->model->symbol[id - 1];
    struct entry e = {.id = id};
    struct bounds range[ARITY_MAX];
    /* What an update makes of a weight is no part of the point. */
    if (s->arity > ARITY_MAX || (w->loss && w->rate && strstr(s->name, "^new")))
        return;
    for (size_t n = 0; n < s->arity; n++) {
        /* Where the document leaves the range open: the indices that occurred. */
        range[n] = s->position[n].known ? s->position[n] : world_span(w, id, n);
        if (range[n].high - range[n].low > 5)
            return;
        e.index[n] = range[n].low;
    }
    for (bool more = true; more && v->values < 60;) {
        struct value value;
        value_init(&value);
        char *name = arena_text(j->arena, s->name, strlen(s->name));
        for (size_t n = 0; n < s->arity; n++)
            name = arena_print(j->arena, "%s%s%ld", name, n ? "" : "_", e.index[n]);
        struct binding bound[ARITY_MAX];
        const struct binding *bindings;
        w->trouble = NULL;
        /* A size is read as a limit, not as a value: it is known without being looked up. */
        if ((world_seen(w, &e) || (s->size && s->arity == 0)) &&
            !world_definition(w, &e, bound, &bindings) && world_entry(w, &e, 0, &value))
            add_named(j, &v->value, &v->values, name, ball(j, value.v));
        value_clear(&value);
        more = false;
        for (size_t n = s->arity; n-- && !more;) {
            if (e.index[n] < range[n].high) {
                e.index[n]++;
                more = true;
            } else {
                e.index[n] = range[n].low;
            }
        }
    }
}

static void counterexample(struct judging *j, struct verdict *v, const struct equation *e,
                           const struct assignments *a, size_t assignment, size_t point,
                           const struct setting *s)
{
    struct world *w = points_world(j, e->section, point, s);
    struct binding room[LETTERS_MAX];
    const struct binding *bindings = points_bind(a, assignment, room);
    struct value left, right;
    arb_t ratio;
    value_init(&left);
    value_init(&right);
    arb_init(ratio);
    w->steps = 0;
    if (evaluate(w, e->left, bindings, 0, &left) && evaluate(w, e->right, bindings, 0, &right)) {
        v->left = ball(j, left.v);
        v->right = ball(j, right.v);
        arb_div(ratio, right.v, left.v, w->precision);
        if (arb_is_finite(ratio) && !arb_contains_zero(left.v))
            v->ratio = ball(j, ratio);
    }
    for (size_t n = 0; n < a->letters; n++)
        add_named(j, &v->index, &v->indices, a->letter[n],
                  arena_print(j->arena, "%ld", a->value[assignment][n]));
    for (size_t n = 0; n < j->model->chosen.n; n++)
        add_named(j, &v->index, &v->indices, j->model->chosen.name[n],
                  arena_print(j->arena, "%ld", world_chosen(w, &j->model->chosen_range[n])));
    for (size_t id = 1; id <= j->model->symbols; id++)
        if (dependence_formula(j->model, j->depends[e->section], e->left, (unsigned)id) ||
            dependence_formula(j->model, j->depends[e->section], e->right, (unsigned)id))
            add_entries(j, v, w, (unsigned)id);
    arb_clear(ratio);
    value_clear(&right);
    value_clear(&left);
}

/* --- verdicts --- */

static void unread(struct verdict *v, const char *why, size_t at)
{
    v->kind = VERDICT_UNREAD;
    v->explanation = why;
    v->at = at;
}

/* A symbol that stands in this claim and nowhere else: probably one whose definition is missing. */
static const char *stray_symbol(const struct judging *j, const struct node *node, bool words)
{
    if (!node)
        return NULL;
    if (node->kind == NODE_SYMBOL && node->id) {
        const struct symbol *s = &j->model->symbol[node->id - 1];
        const bool word = strlen(s->name) > 2 && !strpbrk(s->name, "_:") && s->arity == 0 &&
                          !updates_rate_name(s->name);
        if (s->definitions == 0 && s->in_definitions == 0 &&
            (word || (s->in_claims <= 1 && !words)) && !s->size && !strchr(s->name, '^') &&
            strcmp(s->name, "pi") != 0)
            return s->name;
        return NULL;
    }
    if (node->kind == NODE_RELATION)
        return NULL;
    for (size_t n = 0; n < node->n; n++) {
        const char *name = stray_symbol(j, node->kid[n], words);
        if (name)
            return name;
    }
    return NULL;
}

/* No index of the derivative is more than a letter or a number. */
static bool plain_indices(const struct node *slope)
{
    for (size_t n = 0; slope->kind == NODE_DERIVATIVE && n < 2; n++)
        for (size_t k = 0; slope->kid[n]->kind == NODE_SYMBOL && k < slope->kid[n]->n; k++)
            if (!slope->kid[n]->kid[k]->name || slope->kid[n]->kid[k]->n)
                return false;
    return true;
}

/* The earlier wrong line from which this one follows, or null. */
static const struct verdict *find_carried(struct judging *j, const struct equation *e,
                                          const struct assignments *a, struct setting s,
                                          const struct label *label, struct verdict *all, size_t n)
{
    for (size_t k = n; k--;) {
        const struct claim *c = &j->model->claim[k];
        if (all[k].kind != VERDICT_WRONG || !plain_indices(c->left) || c->section != e->section ||
            c->kind != CLAIM_EQUATION || c->left->kind != NODE_DERIVATIVE ||
            c->left->kid[0]->kind != NODE_SYMBOL || c->condition)
            continue;
        struct belief *belief = arena_new(j->arena, sizeof *belief);
        *belief = (struct belief){c->left, c->right, c->section};
        s.belief = belief;
        s.assumption = ASSUME_NOTHING;
        if (points_all(j, e, a, &s, 2, NULL) == AGREE)
            return &all[k];
        if (label->id && label->best == ASSUME_SUM_ONE &&
            assumptions_hold(j, e, a, &s, ASSUME_SUM_ONE, *label))
            return &all[k];
    }
    return NULL;
}

/* It has a symbol that the definitions know. */
static bool is_about_model(const struct judging *j, const struct node *node)
{
    if (!node)
        return false;
    if (node->kind == NODE_SYMBOL && node->id) {
        const struct symbol *s = &j->model->symbol[node->id - 1];
        return s->definitions > 0 || s->in_definitions > 0;
    }
    for (size_t n = 0; n < node->n; n++)
        if (is_about_model(j, node->kid[n]))
            return true;
    return false;
}

static void judge_wrong(struct judging *j, struct verdict *v, const struct equation *e,
                        const struct claim *c, const struct assignments *a, const struct setting *s,
                        size_t first[2], struct verdict *all)
{
    const struct label label = assumptions_label(j, e->section);
    v->assumption = assumptions_find(j, e, a, *s, label);
    if (v->assumption) {
        v->kind = VERDICT_RIGHT_IF;
        v->explanation = arena_print(
            j->arena, "it holds only where %s, which the line does not say", v->assumption);
        return;
    }
    v->assumption = assumptions_rounded(j, e, a, s);
    if (v->assumption) {
        v->kind = VERDICT_RIGHT_IF;
        v->explanation = "the number on the right is rounded";
        return;
    }
    const bool about = is_about_model(j, c->left) || is_about_model(j, c->right);
    const char *stray = stray_symbol(j, c->right, !about);
    stray = stray ? stray : stray_symbol(j, c->left, !about);
    if (stray && c->kind != CLAIM_UPDATE) {
        unread(v, arena_print(j->arena, "%s is used here and defined nowhere", stray),
               c->statement->at);
        return;
    }
    v->kind = VERDICT_WRONG;
    v->holds_where = assumptions_where(j, e, a, s, label);
    /* A point with one-hot labels convinces more, if the sides differ there as well. */
    struct setting shown = *s;
    size_t at[2] = {first[0], first[1]};
    if (label.id && label.best == ASSUME_SUM_ONE) {
        struct setting hot = *s;
        hot.assumption = ASSUME_ONE_HOT;
        hot.label = label.id;
        const struct bounds b = j->model->symbol[label.id - 1].position[0];
        for (hot.hot = b.low; hot.hot <= b.high && hot.hot < b.low + 10; hot.hot++)
            if (points_all(j, e, a, &hot, 1, at) == DIFFER) {
                shown = hot;
                break;
            }
        if (shown.assumption == ASSUME_NOTHING)
            memcpy(at, first, sizeof at);
    }
    counterexample(j, v, e, a, at[0], at[1], &shown);
    v->carried_from = find_carried(j, e, a, *s, &label, all, v->claim);
    if (v->carried_from && v->carried_from->carried_from) /* to where it began */
        v->carried_from = v->carried_from->carried_from;
    mistakes_find(j, e, c, a, s, &label, v);
}

static void judge_equation(struct judging *j, struct verdict *v, const struct equation *e,
                           const struct claim *c, struct verdict *all)
{
    const struct assignments a = points_assign(j, e);
    if (a.trouble) {
        unread(v, a.trouble, c->statement->at);
        return;
    }
    struct setting s = {0};
    size_t first[2] = {0, 0};
    enum outcome outcome = NO_VALUE;
    j->independent = NULL;
    const char *trouble = NULL;
    for (int draw = 0; draw < DRAWS && outcome == NO_VALUE; draw++) {
        s.draw = (enum draw)draw;
        /* A point on a kink is drawn again: three of the seven may lie on one. */
        outcome = points_all(j, e, &a, &s, POINTS, first);
        trouble = trouble ? trouble : j->trouble;
        if (outcome == NO_VALUE && j->trouble && strstr(j->trouble, "steps"))
            break;
    }
    if (outcome == AGREE)
        v->kind = VERDICT_RIGHT;
    else if (outcome == NO_VALUE)
        unread(v, trouble, c->statement->at);
    else if (j->independent)
        unread(v,
               arena_print(j->arena,
                           "by the definitions that could be read, %s does not depend on %s",
                           node_print(j->arena, j->independent->kid[0]),
                           node_print(j->arena, j->independent->kid[1])),
               c->statement->at);
    else
        judge_wrong(j, v, e, c, &a, &s, first, all);
}

/* Some entry of it needs itself; h_2 from h_1 is no circle. */
static bool circular(struct judging *j, const struct claim *c)
{
    const size_t stride = j->model->symbols + 1;
    if (c->left->kind != NODE_SYMBOL || !c->left->id ||
        !j->depends[c->section][c->left->id * stride + c->left->id])
        return false;
    const struct equation e = {c->left, c->left, c->condition, c->section};
    const struct assignments a = points_assign(j, &e);
    const struct setting plain = {.draw = DRAW_ANY};
    return !a.trouble && points_all(j, &e, &a, &plain, 1, NULL) == NO_VALUE && j->trouble &&
           strstr(j->trouble, "itself");
}

static void warn_unusual(struct judging *j, const struct claim *c)
{
    struct model *m = j->model;
    const struct setting plain = {.draw = DRAW_ANY};
    if (c->left->kind != NODE_CALL || c->left->n != 1 ||
        !functions_unusual(points_world(j, c->section, 0, &plain), c->left->name))
        return;
    model_warn(m, c->statement->at,
               arena_print(j->arena, "this is not what %s usually is; what follows is judged by it",
                           c->left->name));
}

static void judge_claim(struct judging *j, struct verdict *v, const struct claim *c,
                        struct verdict *all)
{
    struct equation e = {c->left, c->right, c->condition, c->section};
    switch (c->kind) {
    case CLAIM_UNREAD:
        unread(v, c->reason ? c->reason : c->statement->wrong, c->statement->wrong_at);
        break;
    case CLAIM_DEFINITION:
        v->kind = VERDICT_DEFINITION;
        warn_unusual(j, c);
        if (circular(j, c))
            unread(v, arena_print(j->arena, "%s is defined by way of itself", c->left->name),
                   c->statement->at);
        break;
    case CLAIM_UPDATE: {
        const char *why;
        e.left = updates_truth(j, c, &why);
        if (!e.left) {
            unread(v, why, c->statement->at);
            break;
        }
        judge_equation(j, v, &e, c, all);
        break;
    }
    case CLAIM_EQUATION:
        judge_equation(j, v, &e, c, all);
        break;
    }
}

struct judging judge_begin(struct model *model, uint64_t seed, struct arena *arena)
{
    struct judging j = {.model = model, .arena = arena, .seed = seed};
    j.depends = arena_new(arena, model->sections * sizeof *j.depends);
    j.loss = arena_new(arena, model->sections * sizeof *j.loss);
    j.rate = arena_new(arena, model->sections * sizeof *j.rate);
    for (size_t n = 0; n < model->sections; n++)
        j.depends[n] = dependence_of(model, n, arena);
    const char *why;
    for (size_t n = 0; n < model->claims; n++)
        if (model->claim[n].kind == CLAIM_UPDATE) /* so that every point knows the section's loss */
            updates_truth(&j, &model->claim[n], &why);
    return j;
}

void judge_end(struct judging *j)
{
    for (size_t n = 0; n < j->worlds; n++)
        world_clear(j->world[n]);
}

struct verdict *judge(struct model *model, uint64_t seed, struct arena *arena)
{
    struct judging j = judge_begin(model, seed, arena);
    struct verdict *all = arena_new(arena, (model->claims + 1) * sizeof *all);
    for (size_t n = 0; n < model->claims; n++) {
        all[n].claim = j.line = n;
        judge_claim(&j, &all[n], &model->claim[n], all);
    }
    judge_end(&j);
    return all;
}

/* The number of the claim that has this statement. */
static size_t line_of(const struct model *model, const struct claim *claim)
{
    size_t n = 0;
    while (n + 1 < model->claims && model->claim[n].statement != claim->statement)
        n++;
    return n;
}

struct verdict judge_one(struct model *model, const struct claim *claim, uint64_t seed,
                         struct arena *arena)
{
    struct judging j = judge_begin(model, seed, arena);
    struct verdict verdict = {.claim = 0};
    j.line = line_of(model, claim);
    judge_claim(&j, &verdict, claim, &verdict);
    judge_end(&j);
    return verdict;
}

bool judge_same(struct model *model, const struct claim *claim, const struct node *other,
                uint64_t seed, struct arena *arena)
{
    struct judging j = judge_begin(model, seed, arena);
    j.line = line_of(model, claim);
    const struct equation e = {claim->right, other, claim->condition, claim->section};
    const struct assignments a = points_assign(&j, &e);
    struct setting s = {.draw = DRAW_ANY};
    enum outcome outcome = NO_VALUE;
    for (int draw = 0; draw < DRAWS && outcome == NO_VALUE && !a.trouble; draw++) {
        s.draw = (enum draw)draw;
        outcome = points_all(&j, &e, &a, &s, 2 * POINTS, NULL);
    }
    judge_end(&j);
    return outcome == AGREE;
}
