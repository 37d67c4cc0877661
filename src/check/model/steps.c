/* steps.c */
#include "check/model/steps.h"

#include <stdlib.h>
#include <string.h>

static bool is_letter(const struct expr *e)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0;
}

static bool whole(const struct expr *e, long *value)
{
    char *end;
    if (e->kind == EXPR_NEG && whole(e->as.negative.operand, value)) {
        *value = -*value;
        return true;
    }
    if (e->kind != EXPR_NUMBER)
        return false;
    *value = strtol(e->as.number, &end, 10);
    return !*end;
}

bool steps_read(const struct expr *index, struct step_index *read)
{
    *read = (struct step_index){NULL, 0};
    if (is_letter(index)) {
        read->letter = index->as.symbol.name.base;
        return true;
    }
    if (index->kind != EXPR_ADD)
        return whole(index, &read->offset);
    const struct expr_list *term = &index->as.list;
    if (term->n != 2 || !is_letter(term->item[0]) || !whole(term->item[1], &read->offset))
        return false;
    read->letter = term->item[0]->as.symbol.name.base;
    return true;
}

/* Both indices count by the same letter. */
static bool same_letter(const struct expr *a, const struct expr *b, long *difference)
{
    struct step_index one, other;
    if (!steps_read(a, &one) || !steps_read(b, &other) || !one.letter || !other.letter ||
        strcmp(one.letter, other.letter) != 0)
        return false;
    *difference = one.offset - other.offset;
    return true;
}

long steps_between(const struct expr *computed, const struct expr *from)
{
    long most = 0;
    if (computed->kind != EXPR_SYMBOL || from->kind != EXPR_SYMBOL)
        return 0;
    for (size_t n = 0; n < computed->as.symbol.index.n; n++)
        for (size_t k = 0; k < from->as.symbol.index.n; k++) {
            long difference;
            if (same_letter(computed->as.symbol.index.item[n], from->as.symbol.index.item[k],
                            &difference) &&
                labs(difference) > labs(most))
                most = difference;
        }
    return most;
}

void steps_note(unsigned char *cell, long step)
{
    const long value = 1 + (step < 0 ? 0 : step > STEPS_FAR ? STEPS_FAR : step);
    if (!*cell || *cell > value)
        *cell = (unsigned char)value;
}
