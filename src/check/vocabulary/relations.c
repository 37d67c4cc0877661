/* relations.c */
#include "check/vocabulary/relations.h"

const char *relation_text(enum relation relation)
{
    static const char *const text[] = {
        [REL_NONE] = "",     [REL_EQ] = "=",   [REL_ASSIGN] = "<-", [REL_NE] = "!=",
        [REL_LT] = "<",      [REL_GT] = ">",   [REL_LE] = "<=",     [REL_GE] = ">=",
        [REL_IN] = "in",     [REL_ADD] = "+=", [REL_TAKE] = "-=",   [REL_ABOUT] = "~",
        [REL_BECOMES] = "->"};
    return text[relation];
}

bool relation_steps(enum relation relation)
{
    return relation == REL_ADD || relation == REL_TAKE || relation == REL_BECOMES;
}

bool relation_equates(enum relation relation)
{
    return relation == REL_EQ || relation == REL_ASSIGN || relation == REL_ABOUT ||
           relation_steps(relation);
}
