/* hidden.c */
#include "check/judging/hidden.h"

#include <stdint.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/reading/heads.h"

/* --- which there are --- */

/* Questions, alternatives and the like define nothing. */
static bool defines_nothing(enum reason_code code)
{
    return code == REASON_QUESTION || code == REASON_OTHER || code == REASON_LEGEND ||
           code == REASON_SOLUTION || code == REASON_SHAPES || code == REASON_PHRASE ||
           code == REASON_WHICH_ENTRY;
}

/* Some equation that begins between two places could not be read. */
static bool is_unread(const struct model *m, size_t from, size_t to)
{
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->statement->at >= from && c->statement->at <= to && c->kind == CLAIM_UNREAD &&
            !defines_nothing(c->reason.code))
            return true;
    }
    return false;
}

/* The next heading that is not below the one over the place. */
static size_t part_end(const struct statements *s, size_t at)
{
    int level = 0;
    for (size_t n = 0; n < s->headings; n++) {
        if (s->heading[n].at > at && s->heading[n].level <= level)
            return s->heading[n].at;
        if (s->heading[n].at <= at)
            level = s->heading[n].level;
    }
    return SIZE_MAX;
}

static void add(struct hiddens *all, struct arena *arena, const struct model *m,
                const struct formula *f, const struct head *h)
{
    const bool whole = is_unread(m, f->parsed.tree ? h->at : f->start, h->relation);
    if (h->update || !(whole || is_unread(m, h->relation, h->end)))
        return;
    all->hidden = arena_grow(arena, all->hidden, all->n, sizeof *all->hidden);
    all->hidden[all->n++] = (struct hidden){h->base,
                                            h->below,
                                            h->above,
                                            h->at,
                                            part_end(m->statements, h->at),
                                            h->values || !whole,
                                            &f->tokens,
                                            h->relation,
                                            h->end};
}

struct hiddens hidden_find(const struct model *m, const struct formulas *formulas,
                           struct arena *arena)
{
    struct hiddens all = {NULL, 0};
    for (size_t n = 0; n < formulas->n; n++) {
        const struct heads heads = heads_of(&formulas->formula[n].tokens, arena);
        for (size_t k = 0; k < heads.n; k++)
            add(&all, arena, m, &formulas->formula[n], &heads.head[k]);
    }
    return all;
}

/* --- what they hide --- */

/* W_out is "W" with "out" below it, or "W_out" as one name. */
static bool has_base(const struct symbol_name *name, const struct hidden *h)
{
    const size_t length = strlen(h->base);
    if (strncmp(name->base, h->base, length) != 0)
        return false;
    const char *rest = name->base + length;
    return !*rest || (h->below && *rest == '_' && strcmp(rest + 1, h->below) == 0);
}

/* The name, in a layer that may be the same. */
static bool is_name(const struct symbol_name *name, const struct hidden *h)
{
    if (!has_base(name, h))
        return false;
    const char *layer = name->layer + strspn(name->layer, "(");
    const size_t length = strcspn(layer, ")");
    return !h->layer || !length ||
           (strlen(h->layer) == length && strncmp(layer, h->layer, length) == 0);
}

/* Where the definition stands that is in force in the section; SIZE_MAX if there is none. */
static size_t defined_at(const struct model *m, const struct symbol *s, size_t section)
{
    size_t last = SIZE_MAX;
    for (size_t n = 0; n < s->definitions; n++) {
        const struct definition *d = &m->definition[s->definition[n]];
        if (model_in_force(m, d, section))
            last = m->claim[d->claim].statement->at;
    }
    return last;
}

static bool has_heading(const struct statements *s, size_t from, size_t to)
{
    for (size_t n = 0; n < s->headings; n++)
        if (s->heading[n].at > from && s->heading[n].at < to)
            return true;
    return false;
}

static bool is_decimal(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_NUMBER && strchr(e->as.number, '.');
}

/* It has values in brackets, and another example may give it others. */
static bool is_in_brackets(const struct model *m, const struct symbol *s)
{
    for (size_t n = 0; n < s->definitions; n++)
        if (m->definition[s->definition[n]].right->kind == EXPR_ENTRY)
            return true;
    return false;
}

const struct hidden *hidden_from(const struct hiddens *hiddens, const struct model *m, unsigned id,
                                 const struct claim *claim)
{
    const struct symbol *s = symbols_get(&m->symbols, id);
    const bool decimals = expr_any(claim->left, is_decimal, NULL) ||
                          expr_any(claim->right, is_decimal, NULL) || is_in_brackets(m, s);
    const size_t defined = defined_at(m, s, claim->section), at = claim->statement->at;
    for (size_t n = 0; n < hiddens->n; n++) {
        const struct hidden *h = &hiddens->hidden[n];
        if ((h->values && !decimals) || !is_name(&s->name, h))
            continue;
        const bool hides = defined != SIZE_MAX && !h->values
                               ? h->at > defined && h->at < at && at < h->until
                               : h->at < at || !has_heading(m->statements, at, h->at);
        if (hides)
            return h;
    }
    return NULL;
}

bool hidden_mentions(const struct hidden *h, const char *base)
{
    for (size_t n = 0; n < h->tokens->n; n++) {
        const struct token *token = &h->tokens->token[n];
        if (token->at >= h->from && token->at <= h->to && token->text && strstr(token->text, base))
            return true;
    }
    return false;
}
