/* matrix_operations.c */
#include "check/vocabulary/matrix_operations.h"

#include <stddef.h>
#include <string.h>

static const char *const names[] = {
    [MATRIX_TRANSPOSE] = "transpose", [MATRIX_HADAMARD] = "hadamard", [MATRIX_NORM] = "norm",
    [MATRIX_NORM_ONE] = "norm1",      [MATRIX_INNER] = "inner",       [MATRIX_DIAGONAL] = "diag",
    [MATRIX_TRACE] = "trace",         [MATRIX_SOFTMAX] = "softmax"};

static const struct {
    const char *name;
    enum matrix_operation operation;
} spellings[] = {{"diag", MATRIX_DIAGONAL}, {"Diag", MATRIX_DIAGONAL}, {"tr", MATRIX_TRACE},
                 {"Tr", MATRIX_TRACE},      {"trace", MATRIX_TRACE},   {"Trace", MATRIX_TRACE}};

enum matrix_operation matrix_operation_named(const char *function)
{
    for (size_t n = MATRIX_NONE + 1; n < sizeof names / sizeof *names; n++)
        if (strcmp(names[n], function) == 0)
            return (enum matrix_operation)n;
    return MATRIX_NONE;
}

const char *matrix_operation_name(enum matrix_operation operation)
{
    return names[operation];
}

enum matrix_operation matrix_operation_spelt(const char *name)
{
    for (size_t n = 0; n < sizeof spellings / sizeof *spellings; n++)
        if (strcmp(spellings[n].name, name) == 0)
            return spellings[n].operation;
    return MATRIX_NONE;
}
