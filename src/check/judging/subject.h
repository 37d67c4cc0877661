/* subject.h: a claim with what is known of it when it is judged. */
#ifndef BACKPROOF_SUBJECT_H
#define BACKPROOF_SUBJECT_H

#include "check/judging/judge.h"

struct subject {
    struct judging *j;
    const struct claim *claim;
    struct verdict *verdict; /* what is found out goes here */
    enum judge_depth depth;
    const struct verdict
        *earlier; /* the verdicts on the claims before it: verdict->claim of them; or null */
};

/* The claim could not be read, for a reason that shows at a byte of the source. */
void subject_unread(const struct subject *subject, struct reason reason, size_t at);

/* It was read, and cannot be judged. `about`: as in struct reason. */
void subject_unjudged(const struct subject *subject, enum reason_code code, const char *about);

#endif
