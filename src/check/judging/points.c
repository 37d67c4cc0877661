/* points.c */
#include "check/judging/points.h"

#include "base/random.h"
#include "check/values/evaluate.h"

/* Balls that overlap are called equal if at least so many bits are known, which two different numbers share
 * by chance once in 10^25 times. A difference that hides below them is sought with more precision, up to
 * PRECISION_MAX bits. */
enum { SHARP_BITS = 84, PRECISION_MAX = 2048, PRECISION_STEP = 4 };

static struct point point_of(const struct judging *j, const struct equation *e, size_t point,
                             const struct setting *setting, long precision)
{
    return (struct point){.seed = random_stream(j->seed, point).state,
                          .draw = setting->draw,
                          .wide = point >= POINTS_WIDE,
                          .labels = setting->labels,
                          .section = e->section,
                          .line = e->line,
                          .precision = precision,
                          .digits = setting->digits};
}

struct sample *points_sample(struct judging *j, const struct equation *e, size_t point,
                             const struct setting *setting)
{
    const struct point at = point_of(j, e, point, setting, PRECISION);
    return samples_get(&j->samples, j->arena, &at, INJECT_NOTHING);
}

struct evaluation points_evaluation(const struct judging *j, struct sample *sample)
{
    return (struct evaluation){.environment = &j->environment[sample->point.section],
                               .point = &sample->point,
                               .memo = &sample->memo,
                               .kinks = &sample->kinks};
}

bool points_value(const struct judging *j, struct sample *sample, const struct expr *formula,
                  const struct binding *bindings, struct dual *out)
{
    struct evaluation ev = points_evaluation(j, sample);
    const struct query query = {.injected = sample->injected};
    return evaluate(&ev, &query, formula, bindings, out);
}

/* One side of an equation, and at which sample it is evaluated. */
struct side {
    const struct expr *formula;
    struct sample *sample;
    const struct assumed *assumed;
    const struct binding *bindings;
};

static bool side_value(struct judging *j, const struct side *side, struct comparison *found,
                       struct dual *out)
{
    if (j->steps > STEPS_ALL) {
        found->reason.code = REASON_DOCUMENT_STEPS;
        return false;
    }
    struct evaluation ev = points_evaluation(j, side->sample);
    const struct query query = {.injected = side->sample->injected, .assumed = side->assumed};
    const bool good = evaluate(&ev, &query, side->formula, side->bindings, out);
    j->steps += ev.steps;
    j->kinked = j->kinked || side->sample->kinks.n;
    found->independent = found->independent ? found->independent : ev.independent;
    if (good && arb_is_finite(out->value))
        return true;
    found->reason = good ? (struct reason){REASON_NO_VALUE, NULL} : ev.reason;
    return false;
}

static bool is_sharp(const arb_t x)
{
    return mag_cmp_2exp_si(arb_radref(x), -SHARP_BITS) < 0 || arb_rel_accuracy_bits(x) > SHARP_BITS;
}

/* False if the balls overlap and are too wide to tell. */
static bool compare_sides(struct judging *j, const struct side *left, const struct side *right,
                          struct comparison *found)
{
    struct dual x, y;
    dual_init(&x);
    dual_init(&y);
    found->outcome = NO_VALUE;
    bool told = true;
    if (side_value(j, left, found, &x) && side_value(j, right, found, &y)) {
        found->outcome = arb_overlaps(x.value, y.value) ? AGREE : DIFFER;
        told = found->outcome == DIFFER || (is_sharp(x.value) && is_sharp(y.value));
    }
    dual_clear(&y);
    dual_clear(&x);
    return told;
}

/* With an assumed derivative everything depends on the indices of the line: nothing is kept. */
static bool compare_assumed(struct judging *j, struct side *left, struct side *right,
                            const struct point *point, struct comparison *found)
{
    struct sample own = {.point = *point};
    left->sample = right->sample = &own;
    const bool told = compare_sides(j, left, right, found);
    kinks_add(&samples_get(&j->samples, j->arena, point, INJECT_NOTHING)->kinks, &own.kinks);
    memo_clear(&own.memo);
    return told;
}

struct comparison points_compare(struct judging *j, const struct equation *e,
                                 const struct assignments *a, size_t assignment, size_t point,
                                 const struct setting *setting)
{
    struct binding bound[LETTERS_MAX];
    const struct binding *bindings = assignments_bind(a, assignment, bound);
    struct comparison found = {.assignment = assignment, .point = point};
    struct side left = {.formula = e->left, .bindings = bindings};
    struct side right = {.formula = e->right, .bindings = bindings};
    struct assumed assumed;
    if (setting->assumed) {
        assumed = *setting->assumed;
        assumed.outer = bindings;
        left.assumed = right.assumed = &assumed;
    }
    bool told = false;
    for (long p = PRECISION; p <= PRECISION_MAX && !told; p *= PRECISION_STEP) {
        const struct point at = point_of(j, e, point, setting, p);
        if (setting->assumed) {
            told = compare_assumed(j, &left, &right, &at, &found);
            continue;
        }
        left.sample = samples_get(&j->samples, j->arena, &at, setting->injected);
        right.sample = samples_get(&j->samples, j->arena, &at, INJECT_NOTHING);
        told = compare_sides(j, &left, &right, &found);
    }
    return found;
}

struct comparison points_all(struct judging *j, const struct equation *e,
                             const struct assignments *a, const struct setting *setting,
                             size_t points)
{
    struct comparison all = {.outcome = NO_VALUE};
    for (size_t point = 0; point < points; point++)
        for (size_t n = 0; n < a->n; n++) {
            struct comparison now = points_compare(j, e, a, n, point, setting);
            now.independent = all.independent ? all.independent : now.independent;
            all = now;
            if (all.outcome != AGREE)
                return all;
        }
    return all;
}

struct comparison points_beyond_kinks(struct judging *j, const struct equation *e,
                                      const struct assignments *a, const struct setting *s,
                                      size_t points, struct comparison found)
{
    struct kinks met = {.n = 0};
    for (size_t point = 0; point < points; point++)
        kinks_add(&met, &points_sample(j, e, point, s)->kinks);
    for (size_t point = points; met.n && point < POINTS_MOST; point++) {
        if (point >= POINTS_AT_KINKS && kinks_complete(&met))
            break;
        for (size_t n = 0; n < a->n; n++) {
            struct comparison now = points_compare(j, e, a, n, point, s);
            now.independent = found.independent;
            if (now.outcome == DIFFER)
                return now;
        }
        kinks_add(&met, &points_sample(j, e, point, s)->kinks);
    }
    return found;
}

bool points_agree(struct judging *j, const struct equation *e, const struct assignments *a,
                  const struct setting *s, size_t points)
{
    const struct comparison found = points_all(j, e, a, s, points);
    return found.outcome == AGREE &&
           points_beyond_kinks(j, e, a, s, points, found).outcome == AGREE;
}
