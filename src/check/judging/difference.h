/* difference.h: what is made of a line whose sides differ: right under an assumption, no claim, or wrong and why. */
#ifndef BACKPROOF_DIFFERENCE_H
#define BACKPROOF_DIFFERENCE_H

#include "check/judging/subject.h"

/* A derivative, or f'(x). For expr_any. */
bool difference_is_slope(const struct expr *e, const void *with);

/* The verdict on a claim that differs, as `found` tells, under the setting. */
void difference_judge(const struct subject *subject, const struct equation *e,
                      const struct assignments *a, const struct setting *setting,
                      const struct comparison *found);

#endif
