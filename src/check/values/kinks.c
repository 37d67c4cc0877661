/* kinks.c: a short list. */
#include "check/values/kinks.h"

enum { SIDES_MAX = 30 }; /* of a place, such as the arguments of max: the rest counts as the last */

static void add(struct kinks *kinks, const struct kink *kink)
{
    size_t n = 0;
    while (n < kinks->n && kinks->kink[n].at != kink->at)
        n++;
    if (n == KINKS_MAX)
        return;
    if (n == kinks->n)
        kinks->kink[kinks->n++] = (struct kink){.at = kink->at};
    kinks->kink[n].met |= kink->met;
    kinks->kink[n].all |= kink->all;
}

void kinks_note(struct kinks *kinks, const struct expr *at, unsigned side, unsigned sides)
{
    if (!kinks)
        return;
    side = side < SIDES_MAX ? side : SIDES_MAX - 1;
    sides = sides < SIDES_MAX ? sides : SIDES_MAX;
    const struct kink one = {at, 1u << side, (1u << sides) - 1};
    add(kinks, &one);
}

void kinks_add(struct kinks *to, const struct kinks *others)
{
    for (size_t n = 0; n < others->n; n++)
        add(to, &others->kink[n]);
}

bool kinks_complete(const struct kinks *kinks)
{
    for (size_t n = 0; n < kinks->n; n++)
        if (kinks->kink[n].met != kinks->kink[n].all)
            return false;
    return true;
}
