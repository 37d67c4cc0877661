/* evaluation.c */
#include "check/values/evaluation.h"

bool evaluation_fail(struct evaluation *evaluation, enum reason_code code)
{
    return evaluation_fail_about(evaluation, code, NULL);
}

bool evaluation_fail_about(struct evaluation *evaluation, enum reason_code code, const char *about)
{
    if (evaluation->reason.code == REASON_NONE)
        evaluation->reason = (struct reason){code, about};
    return false;
}

struct query query_value(const struct query *query)
{
    struct query value = *query;
    value.along = (struct entry){0};
    return value;
}

struct query query_plainly(const struct query *query)
{
    struct query plain = query_value(query);
    plain.assumed = NULL;
    return plain;
}

struct query query_along(const struct query *query, const struct entry *entry)
{
    struct query along = *query;
    along.along = *entry;
    return along;
}
