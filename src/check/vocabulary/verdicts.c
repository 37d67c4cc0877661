/* verdicts.c */
#include "check/vocabulary/verdicts.h"

#include <stddef.h>
#include <string.h>

static const char *const names[VERDICTS] = {
    [VERDICT_DEFINITION] = "definition", [VERDICT_ASSUMPTION] = "assumption",
    [VERDICT_RIGHT] = "right",           [VERDICT_RIGHT_IF] = "right-if",
    [VERDICT_WRONG] = "wrong",           [VERDICT_UNSURE] = "unsure",
    [VERDICT_UNREAD] = "unread",
};

const char *verdict_name(enum verdict_kind kind)
{
    return names[kind];
}

enum verdict_kind verdict_named(const char *name)
{
    for (int kind = 0; name && kind < VERDICTS; kind++)
        if (strcmp(names[kind], name) == 0)
            return (enum verdict_kind)kind;
    return VERDICT_UNREAD;
}
