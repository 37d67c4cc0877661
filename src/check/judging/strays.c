/* strays.c */
#include "check/judging/strays.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/updates.h"

struct stray_search {
    const struct judging *j;
    bool words; /* only names of several letters count */
    const char *found;
};

/* A word, such as "error", rather than a letter with or without subscripts. */
static bool is_word(const struct symbol *s)
{
    return strlen(s->name.base) > 2 && !strchr(s->name.base, '_') && !*s->name.letters &&
           s->arity == 0;
}

static enum walk visit_stray(const struct expr *e, void *with)
{
    struct stray_search *search = with;
    if (e->kind == EXPR_COMPARISON)
        return WALK_PRUNE;
    if (e->kind != EXPR_SYMBOL || !e->as.symbol.id)
        return WALK_CONTINUE;
    const struct symbol *s = symbols_get(&search->j->model->symbols, e->as.symbol.id);
    const bool nowhere_else = is_word(s) || (s->in_claims <= 1 && !search->words);
    if (s->definitions || s->in_definitions || s->by.n || !nowhere_else || s->size ||
        *s->name.layer || search->j->is_rate[e->as.symbol.id] || updates_rate_name(&s->name) ||
        s->name.tag != TAG_NONE || strcmp(s->name.base, "pi") == 0)
        return WALK_PRUNE;
    search->found = s->name.base;
    return WALK_ABORT;
}

/* A symbol that stands in this formula and nowhere else: probably one whose definition is missing. */
static const char *stray_symbol(const struct judging *j, const struct expr *formula, bool words)
{
    struct stray_search search = {.j = j, .words = words};
    expr_walk(formula, visit_stray, &search);
    return search.found;
}

/* The first symbols of a formula are looked at: what stands below them tells nothing. */
static enum walk visit_known(const struct expr *e, void *with)
{
    const struct model *m = *(const struct model **)with;
    const struct symbol *s =
        e->kind == EXPR_SYMBOL ? symbols_get(&m->symbols, e->as.symbol.id) : NULL;
    if (!s)
        return WALK_CONTINUE;
    return s->definitions > 0 || s->in_definitions > 0 ? WALK_ABORT : WALK_PRUNE;
}

/* It has a symbol that the definitions know. */
static bool is_about_model(const struct model *m, const struct expr *formula)
{
    return expr_walk(formula, visit_known, &m);
}

const char *strays_find(const struct judging *j, const struct claim *c)
{
    const bool about = is_about_model(j->model, c->left) || is_about_model(j->model, c->right);
    const char *stray = stray_symbol(j, c->right, !about);
    return stray ? stray : stray_symbol(j, c->left, !about);
}
