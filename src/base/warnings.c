/* warnings.c */
#include "base/warnings.h"

#include <string.h>

void warnings_add(struct warnings *warnings, size_t at, const char *text)
{
    for (size_t n = 0; n < warnings->n; n++)
        if (strcmp(warnings->warning[n].text, text) == 0)
            return;
    warnings->warning =
        arena_grow(warnings->arena, warnings->warning, warnings->n, sizeof *warnings->warning);
    warnings->warning[warnings->n++] = (struct warning){at, text};
}
