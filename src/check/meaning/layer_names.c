/* layer_names.c */
#include "check/meaning/layer_names.h"

bool layer_is_letter(const struct written *content)
{
    return written_is_name(content, "l") || written_is_name(content, "ell");
}

const char *layer_indexed(const struct written *content, struct arena *arena)
{
    if (content->kind != WRITTEN_SCRIPTS || content->as.scripts.above ||
        content->as.scripts.base->kind != WRITTEN_NAME)
        return NULL;
    const struct written *below = written_inner(content->as.scripts.below);
    if (!below || (below->kind != WRITTEN_NAME && below->kind != WRITTEN_NUMBER))
        return NULL;
    return arena_print(arena, "(%s_%s)", content->as.scripts.base->as.text, below->as.text);
}

bool layer_is_transposed(const struct written *content)
{
    const struct written_list *factor = &content->as.list;
    return content->kind == WRITTEN_MUL && factor->item[0]->kind == WRITTEN_GROUP &&
           written_is_name(factor->item[factor->n - 1], "T");
}

const char *layer_beside(const struct written *content, struct arena *arena)
{
    const struct written_list *term = &content->as.list;
    if (content->kind != WRITTEN_ADD || term->n != 2 || term->item[0]->kind != WRITTEN_NAME)
        return NULL;
    const bool less = term->item[1]->kind == WRITTEN_NEG;
    const struct written *steps = less ? term->item[1]->as.operand : term->item[1];
    if (steps->kind != WRITTEN_NUMBER)
        return NULL;
    return arena_print(arena, "(%s%c%s)", term->item[0]->as.text, less ? '-' : '+', steps->as.text);
}
