/* grounds.c */
#include "check/judging/grounds.h"

#include "check/judging/updates.h"
#include "check/meaning/chances.h"
#include "check/model/dependence.h"

struct grounds grounds_of(const struct model *m, struct arena *arena)
{
    return (struct grounds){m, arena,
                            arena_new(arena, 3 * m->sections * sizeof(const unsigned char *))};
}

const unsigned char *grounds_depends(const struct grounds *g, size_t section)
{
    if (!g->depends[section])
        g->depends[section] = dependence_of(g->model, section, g->arena);
    return g->depends[section];
}

bool grounds_rest(const struct grounds *g, size_t n, unsigned id)
{
    const struct model *m = g->model;
    const struct claim *claim = &m->claim[n];
    const unsigned char *depends = grounds_depends(g, claim->section);
    const unsigned loss = claim->kind == CLAIM_UPDATE ? update_of(m, depends, claim).loss : 0;
    return (loss && (loss == id || depends[loss * (m->symbols.n + 1) + id])) ||
           dependence_formula(m, depends, claim->left, id) ||
           dependence_formula(m, depends, claim->right, id);
}

unsigned grounds_free_chance(const struct grounds *g, size_t n)
{
    for (unsigned id = 1; id <= g->model->symbols.n; id++) {
        const struct symbol *s = symbols_get(&g->model->symbols, id);
        if (is_chance_name(&s->name) && !s->definitions && grounds_rest(g, n, id))
            return id;
    }
    return 0;
}
