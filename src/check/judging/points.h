/* points.h: compares the two sides of an equation at points and for all values of its indices. */
#ifndef BACKPROOF_POINTS_H
#define BACKPROOF_POINTS_H

#include "check/judging/assignments.h"
#include "check/judging/judging.h"

/* What is held fixed when points are drawn. All zero: nothing. */
struct setting {
    enum draw draw;
    struct labels labels;
    enum injected injected; /* on the left side only */
    const struct assumed
        *assumed; /* on both sides; or null. Not together with an injected mistake. */
    struct digits digits;
};

enum outcome { AGREE, DIFFER, NO_VALUE };

struct comparison {
    enum outcome outcome;
    size_t assignment, point; /* of DIFFER: where */
    struct reason reason;     /* of NO_VALUE */
    const struct expr *
        independent; /* a derivative that is 0 since nothing depends on it, the first met; or null */
};

/* Point number `point` of an equation under a setting, with nothing injected. */
struct sample *points_sample(struct judging *j, const struct equation *e, size_t point,
                             const struct setting *setting);

/* An evaluation at a sample that has not begun. */
struct evaluation points_evaluation(const struct judging *j, struct sample *sample);

/* The value of a formula at a sample; false if it has none. It may not be finite. */
bool points_value(const struct judging *j, struct sample *sample, const struct expr *formula,
                  const struct binding *bindings, struct dual *out);

/* Both sides at one point. */
struct comparison points_compare(struct judging *j, const struct equation *e,
                                 const struct assignments *a, size_t assignment, size_t point,
                                 const struct setting *setting);

/* At so many points and all assignments: AGREE if everywhere; else the first that does not. */
struct comparison points_all(struct judging *j, const struct equation *e,
                             const struct assignments *a, const struct setting *setting,
                             size_t points);

/* Of sides that agree at so many points: where slopes jump there, the same at more points, up to a bound, until all
 * sides of every kink were met. A side that is not met at any is taken for one that is not reached. */
struct comparison points_beyond_kinks(struct judging *j, const struct equation *e,
                                      const struct assignments *a, const struct setting *setting,
                                      size_t points, struct comparison found);

/* Both sides agree at so many points, and on both sides of every kink. */
bool points_agree(struct judging *j, const struct equation *e, const struct assignments *a,
                  const struct setting *setting, size_t points);

#endif
