/* elaboration.c: the state of understanding a formula, and what several parts of it make. */
#include "check/meaning/elaboration.h"

struct elaboration elaboration_begin(const struct lexicon *lexicon, struct arena *arena)
{
    return (struct elaboration){.lexicon = lexicon, .arena = arena};
}

const struct expr *elaboration_fail(struct elaboration *to, const struct written *where,
                                    enum reason_code code)
{
    if (!elaboration_failed(to)) {
        to->wrong = (struct reason){code, NULL};
        to->wrong_at = where->at;
    }
    return NULL;
}

bool elaboration_failed(const struct elaboration *to)
{
    return to->wrong.code != REASON_NONE;
}

struct extent written_extent(const struct written *node)
{
    return (struct extent){node->at, node->end};
}

const struct expr *elaboration_product(struct elaboration *to, const struct expr *a,
                                       const struct expr *b)
{
    return a && b ? expr_product(to->arena, a, b) : NULL;
}

const struct expr *elaboration_call(struct elaboration *to, enum expr_kind kind,
                                    const char *function, const struct written *where,
                                    const struct expr *argument)
{
    if (!argument)
        return NULL;
    struct expr *call = expr_call(to->arena, written_extent(where), kind, function);
    expr_append(to->arena, call, argument);
    return call;
}
