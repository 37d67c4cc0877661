/* domains.c: by the definitions of the last section; a symbol that is marked in vain is drawn positive, no more. */
#include "check/model/domains.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/model/dependence.h"

struct search {
    struct model *model;
    const unsigned char *depends;
};

/* What must be positive; or null. */
static const struct expr *bounded_part(const struct expr *e)
{
    if (e->kind == EXPR_CALL && e->as.call.argument.n == 1 &&
        (strcmp(e->as.call.function, "log") == 0 || strcmp(e->as.call.function, "sqrt") == 0))
        return e->as.call.argument.item[0];
    return e->kind == EXPR_POW && !expr_is_number(e->as.power.exponent) ? e->as.power.base : NULL;
}

static enum walk mark(const struct expr *e, void *with)
{
    const struct search *to = with;
    struct model *m = to->model;
    const struct expr *part = bounded_part(e);
    for (unsigned id = 1; part && id <= m->symbols.n; id++)
        if (dependence_formula(m, to->depends, part, id))
            m->symbols.symbol[id - 1].bounded = true;
    return WALK_CONTINUE;
}

void domains_find(struct model *m, struct arena *arena)
{
    struct search to = {m, dependence_of(m, m->sections - 1, arena)};
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD) {
            expr_walk(m->claim[n].left, mark, &to);
            expr_walk(m->claim[n].right, mark, &to);
        }
}
