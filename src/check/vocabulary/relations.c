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
