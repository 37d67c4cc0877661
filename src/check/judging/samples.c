/* samples.c */
#include "check/judging/samples.h"

struct sample *samples_get(struct samples *samples, struct arena *arena, const struct point *point,
                           enum injected injected)
{
    for (size_t n = samples->n; n--;) { /* the last ones are asked for again */
        struct sample *s = samples->sample[n];
        if (s->injected == injected && point_same(&s->point, point))
            return s;
    }
    samples->sample = arena_grow(arena, samples->sample, samples->n, sizeof(struct sample *));
    struct sample *s = arena_new(arena, sizeof *s);
    *s = (struct sample){.point = *point, .injected = injected};
    return samples->sample[samples->n++] = s;
}

void samples_clear(struct samples *samples)
{
    for (size_t n = 0; n < samples->n; n++)
        memo_clear(&samples->sample[n]->memo);
    *samples = (struct samples){0};
}
