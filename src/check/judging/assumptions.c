/* assumptions.c */
#include "check/judging/assumptions.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

enum {
    FEW = 2,         /* points for a line that differed before: it seldom agrees by chance */
    CLASSES_MAX = 20 /* labels of a one-hot vector that are all tried */
};

/* --- labels --- */

static bool is_derivative_by(const struct expr *e, const void *id)
{
    return e->kind == EXPR_DERIVATIVE && e->as.derivative.by->as.symbol.id == *(const unsigned *)id;
}

bool assumptions_varied(const struct model *m, unsigned id)
{
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind == CLAIM_UNREAD)
            continue;
        if (expr_any(c->left, is_derivative_by, &id) || expr_any(c->right, is_derivative_by, &id) ||
            (c->kind == CLAIM_UPDATE && c->old->as.symbol.id == id))
            return true;
    }
    return false;
}

struct label_search {
    const struct model *model;
    size_t arity;
};

static bool is_label(const struct expr *e, const void *with)
{
    const struct label_search *search = with;
    if (e->kind != EXPR_SYMBOL || !e->as.symbol.id || e->as.symbol.index.n != search->arity)
        return false;
    const struct symbol *s = symbols_get(&search->model->symbols, e->as.symbol.id);
    const char *base = s->name.base;
    if (search->arity == 0 && !base[1] &&
        search->model->statements->lexicon.index[(unsigned char)base[0] % 128])
        return false; /* the i of y_i */
    return s->definitions == 0 && !s->size && !assumptions_varied(search->model, e->as.symbol.id);
}

static bool is_logarithm(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_CALL && strcmp(e->as.call.function, "log") == 0;
}

/* Labels with so many indices; of those with two, one is the class and one the sample, and the loss may be of one. */
static unsigned label_of_losses(const struct model *m, size_t section, size_t arity)
{
    for (size_t n = m->definitions; n--;) {
        const struct definition *d = &m->definition[n];
        if (!model_in_force(m, d, section) || d->left->kind != EXPR_SYMBOL ||
            d->left->as.symbol.index.n > (arity > 1) || !expr_any(d->right, is_logarithm, NULL))
            continue;
        const struct label_search search = {m, arity};
        const struct expr *label = expr_find(d->right, is_label, &search);
        if (label)
            return label->as.symbol.id;
    }
    return 0;
}

struct label assumptions_label(const struct model *m, size_t section)
{
    static const size_t arities[] = {1, 0, 2};
    for (size_t k = 0; k < sizeof arities / sizeof *arities; k++) {
        const unsigned id = label_of_losses(m, section, arities[k]);
        if (!id)
            continue;
        const bool sampled =
            names_have(&m->statements->lexicon.sampled, symbols_get(&m->symbols, id)->name.base);
        return (struct label){id, arities[k] ? ASSUME_SUM_ONE : ASSUME_BINARY,
                              arities[k] == 2 && !sampled};
    }
    return (struct label){0, ASSUME_NOTHING, 0};
}

/* --- under which assumption a line holds --- */

struct setting assumptions_setting(const struct setting *s, struct label label,
                                   enum assumption assumption, long hot)
{
    struct setting under = *s;
    under.labels = (struct labels){assumption, label.id, hot, label.place};
    return under;
}

/* A side rests on the labels: what is assumed of others makes no difference. */
static bool is_about(const struct judging *j, const struct equation *e, unsigned id)
{
    const unsigned char *depends = j->environment[e->section].depends;
    return dependence_formula(j->model, depends, e->left, id) ||
           dependence_formula(j->model, depends, e->right, id);
}

bool assumptions_hold(struct judging *j, const struct equation *e, const struct assignments *a,
                      const struct setting *s, enum assumption assumption, struct label label)
{
    if (assumption == ASSUME_SUM_ONE || assumption == ASSUME_SYMMETRIC) {
        const struct setting sum = assumptions_setting(s, label, assumption, 0);
        return points_agree(j, e, a, &sum, FEW + 1);
    }
    const struct symbol *symbol = symbols_get(&j->model->symbols, label.id);
    const bool binary = assumption == ASSUME_BINARY;
    const long low = binary ? 0 : symbols_range(symbol, label.place).low;
    const long high = binary ? 1 : symbols_range(symbol, label.place).high;
    if (high - low > CLASSES_MAX)
        return false;
    for (long hot = low; hot <= high; hot++) {
        const struct setting one = assumptions_setting(s, label, assumption, hot);
        if (!points_agree(j, e, a, &one, FEW))
            return false;
    }
    return true;
}

enum assumption assumptions_find(struct judging *j, const struct equation *e,
                                 const struct assignments *a, const struct setting *s,
                                 struct label label, const char **words)
{
    static const struct {
        enum assumption assumption;
        const char *words;
    } all[] = {{ASSUME_BINARY, "%s is 0 or 1"},
               {ASSUME_SUM_ONE, "sum(%s) = 1"},
               {ASSUME_ONE_HOT, "%s is one-hot"}};
    const bool about = label.id && is_about(j, e, label.id);
    for (size_t n = 0; about && n < sizeof all / sizeof *all; n++) {
        if ((label.best == ASSUME_BINARY) != (all[n].assumption == ASSUME_BINARY) ||
            !assumptions_hold(j, e, a, s, all[n].assumption, label))
            continue;
        const char *name = symbols_name(&j->model->symbols, label.id, j->arena);
        const char *mark = strstr(all[n].words, "%s");
        *words = arena_print(j->arena, "%.*s%s%s", (int)(mark - all[n].words), all[n].words, name,
                             mark + 2);
        return all[n].assumption;
    }
    return ASSUME_NOTHING;
}

const char *assumptions_symmetric(struct judging *j, const struct equation *e,
                                  const struct assignments *a, const struct setting *s,
                                  bool *stated)
{
    const struct names *quadratic = &j->model->statements->quadratic;
    for (unsigned id = 1; quadratic->n && id <= j->model->symbols.n; id++) {
        const struct symbol *matrix = symbols_get(&j->model->symbols, id);
        const struct label label = {id, ASSUME_SYMMETRIC, 0};
        if (matrix->arity >= 2 && !matrix->definitions &&
            names_have(quadratic, matrix->name.base) && is_about(j, e, id) &&
            !expr_any(e->left, is_derivative_by, &id) &&
            !expr_any(e->right, is_derivative_by, &id) &&
            assumptions_hold(j, e, a, s, ASSUME_SYMMETRIC, label)) {
            *stated = assumptions_stated(j->model, e, label, ASSUME_SYMMETRIC);
            return arena_print(j->arena, "%s is symmetric",
                               symbols_name(&j->model->symbols, id, j->arena));
        }
    }
    return NULL;
}

/* Labels that are one-hot are 1 in sum. */
static bool is_enough(enum stated what, enum assumption assumption)
{
    switch (what) {
    case STATED_BINARY:
        return assumption == ASSUME_BINARY;
    case STATED_SUM_ONE:
        return assumption == ASSUME_SUM_ONE;
    case STATED_SYMMETRIC:
        return assumption == ASSUME_SYMMETRIC;
    case STATED_ONE_HOT:
        break;
    }
    return assumption != ASSUME_BINARY && assumption != ASSUME_SYMMETRIC;
}

bool assumptions_stated(const struct model *m, const struct equation *e, struct label label,
                        enum assumption assumption)
{
    for (size_t n = 0; n < m->n_stated; n++) {
        const struct labels_stated *s = &m->stated[n];
        if (is_enough(s->what, assumption) && (!s->id || s->id == label.id) && s->at <= e->at)
            return true;
    }
    return false;
}

/* --- for which indices a line holds --- */

/* The line holds wherever letter n is the correct class. */
static bool holds_at_class(struct judging *j, const struct equation *e, const struct assignments *a,
                           const struct setting *s, struct label label, size_t letter)
{
    const struct bounds range = symbols_get(&j->model->symbols, label.id)->position[label.place];
    if (range.known && (range.low != a->range[letter].low || range.high != a->range[letter].high))
        return false;
    for (size_t point = 0; point < judging_points(j, FEW); point++)
        for (size_t n = 0; n < a->n; n++) {
            const struct setting hot =
                assumptions_setting(s, label, ASSUME_ONE_HOT, a->value[n][letter]);
            if (points_compare(j, e, a, n, point, &hot).outcome != AGREE)
                return false;
        }
    return a->n > 0;
}

static bool is_indicator(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_INDICATOR;
}

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_PRIME;
}

/* The sum of all labels. */
static bool is_label_sum(const struct expr *e, const void *with)
{
    return e->kind == EXPR_SUM && !e->as.sum.condition && is_label(e->as.sum.body, with) &&
           expr_has_index(e->as.sum.body, e->as.sum.index);
}

struct label assumptions_label_of_line(const struct model *m, const struct equation *e)
{
    const struct label_search search = {m, 1};
    const struct expr *sum = expr_find(e->left, is_label_sum, &search);
    sum = sum ? sum : expr_find(e->right, is_label_sum, &search);
    if (sum)
        return (struct label){sum->as.sum.body->as.symbol.id, ASSUME_SUM_ONE, 0};
    const bool left = expr_any(e->left, is_indicator, NULL);
    const struct expr *label = left == expr_any(e->right, is_indicator, NULL)
                                   ? NULL
                                   : expr_find(left ? e->right : e->left, is_label, &search);
    return (struct label){label ? label->as.symbol.id : 0, ASSUME_SUM_ONE, 0};
}

/* The line is about values, or shows which class it means. */
static bool may_be_at_class(const struct equation *e)
{
    return expr_any(e->left, is_indicator, NULL) || expr_any(e->right, is_indicator, NULL) ||
           (!expr_any(e->left, is_slope, NULL) && !expr_any(e->right, is_slope, NULL));
}

const char *assumptions_class(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *s,
                              struct label label)
{
    for (size_t n = 0;
         may_be_at_class(e) && label.id && label.best == ASSUME_SUM_ONE && n < a->letters; n++)
        if (expr_has_index(e->left, a->letter[n]) != expr_has_index(e->right, a->letter[n]) &&
            holds_at_class(j, e, a, s, label, n))
            return arena_print(j->arena, "%s is one-hot at %s",
                               symbols_name(&j->model->symbols, label.id, j->arena), a->letter[n]);
    return NULL;
}

/* The line holds wherever letters p and q are equal (or unequal), if they are anywhere. */
static bool holds_if(struct judging *j, const struct equation *e, const struct assignments *a,
                     const struct setting *s, size_t p, size_t q, bool equal)
{
    size_t seen = 0;
    for (size_t point = 0; point < judging_points(j, FEW); point++)
        for (size_t n = 0; n < a->n; n++) {
            if ((a->value[n][p] == a->value[n][q]) != equal)
                continue;
            if (points_compare(j, e, a, n, point, s).outcome != AGREE)
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
    for (size_t point = 0; point < judging_points(j, POINTS); point++) {
        const long value = point_chosen(&points_sample(j, e, point, s)->point, range);
        for (size_t n = 0; n < a->n; n++) {
            if (a->value[n][p] != value)
                continue;
            if (points_compare(j, e, a, n, point, s).outcome != AGREE)
                return false;
            seen++;
        }
    }
    return seen > 0;
}

/* Equal or unequal letters, by their names in the order of the alphabet. */
static const char *where_letters_meet(struct judging *j, const struct equation *e,
                                      const struct assignments *a, const struct setting *s)
{
    for (size_t p = 0; p < a->letters; p++)
        for (size_t q = p + 1; q < a->letters; q++) {
            const bool swap = strcmp(a->letter[p], a->letter[q]) > 0;
            const char *first = a->letter[swap ? q : p], *second = a->letter[swap ? p : q];
            if (holds_if(j, e, a, s, p, q, true))
                return arena_print(j->arena, "%s = %s", first, second);
            if (holds_if(j, e, a, s, p, q, false))
                return arena_print(j->arena, "%s != %s", first, second);
        }
    return NULL;
}

const char *assumptions_where(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *s,
                              struct label label)
{
    for (size_t n = 0; label.id && label.best == ASSUME_SUM_ONE && n < a->letters; n++)
        if (holds_at_class(j, e, a, s, label, n))
            return arena_print(j->arena, "%s is the correct class", a->letter[n]);
    const char *meeting = where_letters_meet(j, e, a, s);
    if (meeting)
        return meeting;
    const struct ranges *ranges = &j->model->ranges;
    for (size_t p = 0; p < a->letters; p++)
        for (size_t n = 0; n < ranges->chosen.n; n++)
            if (holds_at_chosen(j, e, a, s, p, &ranges->chosen_range[n]))
                return arena_print(j->arena, "%s = %s", a->letter[p], ranges->chosen.name[n]);
    return NULL;
}
