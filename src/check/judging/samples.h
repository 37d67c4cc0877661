/* samples.h: the points at which a document's formulas were evaluated, with what was computed there. */
#ifndef BACKPROOF_SAMPLES_H
#define BACKPROOF_SAMPLES_H

#include "check/values/evaluation.h"

/* A point, seen through an injected mistake. */
struct sample {
    struct point point;
    enum injected injected;
    struct memo memo;
    struct kinks kinks; /* met there by whatever was evaluated */
};

/* All zero is an empty list; samples_clear is due. */
struct samples {
    struct sample **sample;
    size_t n;
};

/* The sample of a point, made if there is none; it stays where it is until the list is cleared. */
struct sample *samples_get(struct samples *samples, struct arena *arena, const struct point *point,
                           enum injected injected);

void samples_clear(struct samples *samples);

#endif
