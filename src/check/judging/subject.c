/* subject.c */
#include "check/judging/subject.h"

void subject_unread(const struct subject *subject, struct reason reason, size_t at)
{
    struct verdict *v = subject->verdict;
    v->kind = VERDICT_UNREAD;
    v->reason = reason;
    v->explanation = reason_text(subject->j->arena, reason);
    v->at = at;
}

void subject_unjudged(const struct subject *subject, enum reason_code code, const char *about)
{
    subject_unread(subject, (struct reason){code, about}, subject->claim->statement->at);
}
