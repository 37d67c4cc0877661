/* search.c */
#include "check/judging/search.h"

#include <string.h>

#include "check/expression/walk.h"

/* As many points as for the verdict: two sides may meet at some of them, and the line differed at another. */
enum { TRIES = POINTS };

/* --- beginning --- */

static void add_site(struct search *s, const struct expr *term)
{
    if (term->kind == EXPR_NEG)
        term = term->as.negative.operand;
    if (s->sites < SITES_MAX && term->kind != EXPR_NUMBER)
        s->site[s->sites++] = term;
}

/* The whole right side (of an update: its steps), the bodies of sums, and terms. */
static void find_sites(struct search *s)
{
    const struct expr *right = s->e->right;
    const struct terms parts = rewrites_parts(right);
    if (!s->old)
        add_site(s, right);
    for (size_t n = 0; n < parts.n; n++) {
        const struct expr *part = parts.item[n];
        if (part->kind == EXPR_SUM)
            add_site(s, part->as.sum.body);
        for (size_t k = 0; part->kind == EXPR_ADD && k < part->as.list.n; k++)
            if (!s->old || part != right || !expr_same(part->as.list.item[k], s->old))
                add_site(s, part->as.list.item[k]);
    }
}

/* They are found once for a document: it may have thousands of wrong lines. */
static const struct candidates *candidates_of(struct judging *j)
{
    if (!j->candidates) {
        struct candidates *found = arena_new(j->arena, sizeof *found);
        found->symbols = rewrites_of_kind(j->model, EXPR_SYMBOL);
        found->sums = rewrites_of_kind(j->model, EXPR_ADD);
        found->slopes = rewrites_derivatives(j->model, j->arena);
        j->candidates = found;
    }
    return j->candidates;
}

struct search search_begin(struct judging *j, struct arena *arena, const struct equation *e,
                           const struct expr *old, const struct assignments *a,
                           const struct setting *setting, const struct label *label)
{
    struct search s = {.j = j,
                       .arena = arena,
                       .e = e,
                       .a = a,
                       .environment = &j->environment[e->section],
                       .setting = *setting,
                       .label = label,
                       .old = old,
                       .by = e->slope ? e->slope->as.derivative.by : NULL,
                       .candidates = candidates_of(j)};
    find_sites(&s);
    return s;
}

/* --- agreement --- */

bool search_agree(struct search *s, const struct expr *left, const struct expr *right,
                  enum injected injected)
{
    struct equation e = *s->e;
    struct setting setting = s->setting;
    e.left = left;
    e.right = right;
    setting.injected = injected;
    s->now_plainly = points_agree(s->j, &e, s->a, &setting, TRIES);
    if (s->now_plainly)
        return true;
    if (s->plainly || !s->label->id || s->label->best != ASSUME_SUM_ONE)
        return false;
    setting = assumptions_setting(&setting, *s->label, ASSUME_SUM_ONE, setting.labels.hot);
    return points_agree(s->j, &e, s->a, &setting, TRIES);
}

void search_found(struct search *s, enum mistake mistake, const struct expr *answer,
                  const char *detail)
{
    /* What explains the line for all labels counts before what does so for some. */
    const bool better = s->now_plainly && !s->plainly;
    if (better)
        s->found = 0;
    s->found |= 1u << mistake;
    if (s->mistake != MISTAKE_NONE && !better) {
        s->several = s->several || s->mistake != mistake;
        return;
    }
    s->several = false;
    s->plainly = s->now_plainly;
    s->mistake = mistake;
    s->answer = answer;
    s->detail = detail;
}

bool search_rewrite(struct search *s, enum mistake mistake, const struct expr *right,
                    const char *detail)
{
    if (!search_agree(s, s->e->left, right, INJECT_NOTHING))
        return false;
    search_found(s, mistake, right, detail);
    return true;
}

/* --- the line --- */

const struct expr *search_replace(const struct search *s, const struct expr *part,
                                  const struct expr *with)
{
    return expr_replace(s->arena, s->e->right, part, with);
}

char *search_print(const struct search *s, const struct expr *formula)
{
    return expr_print(s->arena, formula);
}

static bool binds(const struct expr *e, const void *letter)
{
    return e->kind == EXPR_SUM && strcmp(e->as.sum.index, letter) == 0;
}

static bool is_misfit(const struct expr *e, const void *with)
{
    const struct equation *line = with;
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++) {
        const struct expr *index = e->as.symbol.index.item[n];
        if (index->kind == EXPR_NUMBER)
            continue;
        if (index->kind != EXPR_SYMBOL)
            return true;
        const char *letter = index->as.symbol.name.base;
        if (!expr_has_index(line->right, letter) && !expr_has_index(line->left, letter) &&
            !expr_any(line->right, binds, letter))
            return true;
    }
    return false;
}

bool search_letters_fit(const struct search *s, const struct expr *candidate)
{
    return !expr_any(candidate, is_misfit, s->e);
}

struct bounds search_range(const struct search *s, const char *letter)
{
    for (size_t n = 0; n < s->a->letters; n++)
        if (strcmp(s->a->letter[n], letter) == 0)
            return s->a->range[n];
    return (struct bounds){.known = false};
}
