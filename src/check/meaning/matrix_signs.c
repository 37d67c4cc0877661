/* matrix_signs.c */
#include "check/meaning/matrix_signs.h"

#include <string.h>

#include "check/meaning/formula.h"
#include "check/meaning/layer_names.h"

const struct expr *elaborate_hadamard(struct elaboration *to, const struct written *written)
{
    struct expr *call = expr_call(to->arena, written_extent(written), EXPR_CALL,
                                  matrix_operation_name(MATRIX_HADAMARD));
    for (size_t n = 0; n < written->as.list.n; n++) {
        const struct expr *factor = elaborate(to, written->as.list.item[n]);
        if (!factor)
            return NULL;
        expr_append(to->arena, call, factor);
    }
    return call;
}

const struct expr *elaborate_operation(struct elaboration *to, enum matrix_operation operation,
                                       const struct written *where, const struct expr *value)
{
    return elaboration_call(to, EXPR_CALL, matrix_operation_name(operation), where, value);
}

const struct expr *elaborate_norm(struct elaboration *to, const struct written *norm,
                                  const struct written *below)
{
    const struct written *which = below ? written_inner(below) : NULL;
    const char *text = which && (which->kind == WRITTEN_NUMBER || which->kind == WRITTEN_NAME)
                           ? which->as.text
                       : below ? ""
                               : "2";
    const bool one = strcmp(text, "1") == 0;
    if (!one && strcmp(text, "2") != 0 && strcmp(text, "F") != 0)
        return elaboration_fail(to, below, REASON_NORM);
    return elaborate_operation(to, one ? MATRIX_NORM_ONE : MATRIX_NORM, norm,
                               elaborate(to, norm->as.operand));
}

bool is_transpose_sign(const struct written *above)
{
    const struct written *content = written_inner(above);
    return written_is_name(content, "T") || (content && layer_is_transposed(content));
}

/* The n of R^n; null for another set. */
static const struct written *size_of(const struct written *set)
{
    return set->kind == WRITTEN_SCRIPTS && !set->as.scripts.below &&
                   written_is_name(set->as.scripts.base, "R")
               ? written_inner(set->as.scripts.above)
               : NULL;
}

bool is_shape_said(const struct written *set)
{
    return size_of(set) != NULL;
}

static bool is_one(const struct written *size)
{
    return size->kind == WRITTEN_NUMBER && strcmp(size->as.text, "1") == 0;
}

void shape_said(const struct written *set, bool *rows, bool *columns)
{
    const struct written *size = size_of(set);
    const bool both = size->kind == WRITTEN_MUL;
    *rows = !is_one(both ? size->as.list.item[0] : size);
    *columns = both && !is_one(size->as.list.item[size->as.list.n - 1]);
}

bool is_matrix_sign(const struct written *node)
{
    switch (node->kind) {
    case WRITTEN_HADAMARD:
    case WRITTEN_NORM:
    case WRITTEN_ARRAY:
        return true;
    case WRITTEN_SCRIPTS:
        return node->as.scripts.above && node->as.scripts.base->kind != WRITTEN_NUMBER &&
               is_transpose_sign(node->as.scripts.above);
    case WRITTEN_APPLY: {
        const struct written *head = node->as.apply.head;
        return (head->kind == WRITTEN_FUNCTION && strcmp(head->as.text, "inner") == 0) ||
               (head->kind == WRITTEN_NAME && matrix_operation_spelt(head->as.text));
    }
    case WRITTEN_CHAIN:
        for (size_t n = 1; n < node->as.list.n; n++)
            if (node->as.list.item[n]->relation == REL_IN && is_shape_said(node->as.list.item[n]))
                return true;
        return false;
    default:
        return false;
    }
}
