/* understanding.c */
#include "check/judging/understanding.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/updates.h"
#include "check/model/dependence.h"

struct survey {
    const struct model *model;
    const unsigned char *depends; /* of the section that is looked at */
    size_t section;
    struct understanding *to;
    struct arena *arena;
};

static void add_symbol(const struct survey *s, struct names *to, unsigned id)
{
    if (id)
        names_add(s->arena, to, symbols_name(&s->model->symbols, id, s->arena));
}

/* --- labels --- */

struct free_search {
    const struct model *model;
    unsigned id; /* the first that was found */
    bool several;
};

/* Symbols that nobody defines, and nobody varies: what a loss is compared with, or a constant of it. */
static enum walk visit_free(const struct expr *e, void *with)
{
    struct free_search *search = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const unsigned id = e->as.symbol.id;
    const struct symbol *s = symbols_get(&search->model->symbols, id);
    /* lambda is a constant rather than a label, r is none. */
    const bool constant = s && updates_rate_name(&s->name) && s->name.base[1];
    const bool index = s && symbol_name_is_plain(&s->name) && !s->name.base[1] &&
                       is_index_letter(&search->model->statements->lexicon, s->name.base[0]);
    if (!s || s->definitions || s->size || constant || index || strcmp(s->name.base, "pi") == 0 ||
        assumptions_varied(search->model, id))
        return WALK_PRUNE;
    search->several = search->several || (search->id && search->id != id);
    search->id = search->id ? search->id : id;
    return WALK_PRUNE;
}

/* What the definition of a loss compares with; 0 if that is not clear. */
static unsigned label_in(const struct survey *s, const struct definition *d)
{
    struct free_search search = {.model = s->model};
    expr_walk(d->right, visit_free, &search);
    return search.several ? 0 : search.id;
}

/* --- losses --- */

static bool is_defined(const struct expr *e, const void *symbols)
{
    const struct symbol *s = e->kind == EXPR_SYMBOL ? symbols_get(symbols, e->as.symbol.id) : NULL;
    return s && s->definitions;
}

/* What a loss is made of: a difference, a logarithm, a power. */
static bool is_distance(const struct expr *e, const void *with)
{
    (void)with;
    if (e->kind == EXPR_CALL)
        return strcmp(e->as.call.function, "log") == 0 || strcmp(e->as.call.function, "abs") == 0;
    return e->kind == EXPR_NEG || e->kind == EXPR_POW;
}

/* A number that everything flows into is a loss if its definition compares something computed with a label: z = w a + b
 * is none, although nothing follows it. */
static void note_loss(const struct survey *s, unsigned loss, bool descended)
{
    const struct symbol *symbol = symbols_get(&s->model->symbols, loss);
    const struct label label = assumptions_label(s->model, s->section);
    for (size_t n = 0; symbol && n < symbol->definitions; n++) {
        const struct definition *d = &s->model->definition[symbol->definition[n]];
        if (!model_in_force(s->model, d, s->section))
            continue;
        const unsigned compared = label.id ? label.id : label_in(s, d);
        const bool compares = compared && expr_any(d->right, is_defined, &s->model->symbols) &&
                              expr_any(d->right, is_distance, NULL);
        if (!compares && !descended)
            continue;
        add_symbol(s, &s->to->losses, loss);
        add_symbol(s, &s->to->labels, compared);
    }
}

static enum walk visit_derivative(const struct expr *e, void *with)
{
    const struct survey *s = with;
    if (e->kind != EXPR_DERIVATIVE)
        return WALK_CONTINUE;
    const struct expr *of = e->as.derivative.of, *by = e->as.derivative.by;
    const unsigned id = by->kind == EXPR_SYMBOL ? by->as.symbol.id : 0;
    const unsigned loss = id ? dependence_loss(s->model, s->depends, s->section, id, NULL) : 0;
    if (loss && of->kind == EXPR_SYMBOL && of->as.symbol.id == loss)
        note_loss(s, loss, false);
    return WALK_PRUNE;
}

static void survey_claim(struct survey *s, const struct claim *c)
{
    if (c->kind == CLAIM_UPDATE) {
        const struct update u = update_of(s->model, s->depends, c);
        note_loss(s, u.loss, true);
        if (u.open)
            add_symbol(s, &s->to->losses, u.loss);
        if (u.loss)
            add_symbol(s, &s->to->rates, u.rate);
    }
    expr_walk(c->left, visit_derivative, s);
    expr_walk(c->right, visit_derivative, s);
}

/* --- choices --- */

/* jk below a name: nobody doubts that those are two indices. */
static bool is_plain_choice(const struct lexicon *lexicon, const struct choice *choice)
{
    const char *letter = choice->name;
    if (choice->kind != CHOICE_LETTERS || choice->option == 0)
        return false;
    while (*letter && is_index_letter(lexicon, *letter))
        letter++;
    return !*letter;
}

static void survey_choices(struct understanding *u, const struct lexicon *lexicon,
                           struct arena *arena)
{
    const struct choices *choices = &lexicon->choices;
    for (size_t n = 0; n < choices->n; n++)
        if (!is_plain_choice(lexicon, &choices->choice[n]) &&
            !(choices->choice[n].kind == CHOICE_MATRICES && u->shapes.n))
            names_add(arena, &u->choices,
                      choice_text(&choices->choice[n], choices->choice[n].option, arena));
}

/* --- all of it --- */

struct understanding understanding_of(const struct reading *r, struct arena *arena)
{
    struct understanding u = {.losses = {NULL, 0}};
    const struct model *m = r->model;
    struct survey s = {.model = m, .to = &u, .arena = arena};
    for (s.section = 0; s.section < m->sections; s.section++) {
        s.depends = dependence_of(m, s.section, arena);
        for (size_t n = 0; n < m->claims; n++)
            if (m->claim[n].section == s.section && m->claim[n].kind != CLAIM_UNREAD)
                survey_claim(&s, &m->claim[n]);
    }
    for (size_t n = 0; n < r->open.n; n++)
        names_add(arena, &u.ranges,
                  arena_print(arena, "%s = 0..%d", r->open.name[n], DEFAULT_SIZE - 1));
    u.shapes = m->statements->kinds;
    survey_choices(&u, &r->lexicon, arena);
    return u;
}
