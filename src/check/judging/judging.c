/* judging.c */
#include "check/judging/judging.h"

#include "check/expression/walk.h"
#include "check/judging/numbers.h"
#include "check/judging/updates.h"
#include "check/model/dependence.h"

/* The loss and the rate of the last update in each section are those that its new values go by. */
static void note_updates(const struct model *m, struct environment *environment,
                         unsigned char *is_rate)
{
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind != CLAIM_UPDATE)
            continue;
        const struct update u = update_of(m, environment[c->section].depends, c);
        if (u.reason.code != REASON_NONE || (u.open && u.open->as.symbol.index.n))
            continue;
        is_rate[u.rate] = 1;
        environment[c->section].loss = u.loss;
        environment[c->section].rate = u.rate;
        if (m->rivals) {
            environment[c->section + m->sections].loss = u.loss;
            environment[c->section + m->sections].rate = u.rate;
        }
    }
}

struct judging judging_begin(const struct model *m, uint64_t seed, struct warnings *warnings,
                             struct arena *arena)
{
    const size_t views = 3 * m->sections; /* model_in_force */
    struct environment *environment = arena_new(arena, views * sizeof *environment);
    for (size_t n = 0; n < views; n++) {
        const bool needed = n < m->sections || (m->rivals && n < 2 * m->sections);
        environment[n] = (struct environment){
            .model = m, .section = n, .depends = needed ? dependence_of(m, n, arena) : NULL};
    }
    unsigned char *is_rate = arena_new(arena, m->symbols.n + 1);
    note_updates(m, environment, is_rate);
    numbers_note_shown(m, environment, views, arena);
    return (struct judging){.model = m,
                            .seed = seed,
                            .warnings = warnings,
                            .arena = arena,
                            .environment = environment,
                            .is_rate = is_rate};
}

void judging_end(struct judging *j)
{
    samples_clear(&j->samples);
}

size_t judging_points(const struct judging *j, size_t smooth)
{
    return j->kinked && smooth < POINTS_AT_KINKS ? POINTS_AT_KINKS : smooth;
}

static size_t numbers_before(const struct model *m, size_t claim)
{
    size_t last = 0;
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (expr_is_constant(d->right) && d->claim < claim && d->claim > last)
            last = d->claim;
    }
    return last;
}

struct equation judging_equation(const struct judging *j, const struct claim *c, size_t number)
{
    return (struct equation){
        .left = c->left,
        .right = c->right,
        .condition = c->condition,
        .section = c->section,
        .line = numbers_before(j->model, number),
        .claim = number,
        .at = c->statement->at,
        .slope = c->left->kind == EXPR_DERIVATIVE ? c->left : NULL,
    };
}
