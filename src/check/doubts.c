/* doubts.c: what can be read, but may well be meant otherwise: E' as a new symbol, W as a number. */
#include <string.h>

#include "model.h"

/* The first symbol of a formula that the document defines; with `any`, the first symbol. */
static const struct node *first_symbol(const struct model *m, const struct node *node, bool any)
{
    if (!node)
        return NULL;
    if (node->kind == NODE_SYMBOL) {
        const struct symbol *s = model_symbol(m, node);
        return s && (any || s->definitions) ? node : NULL;
    }
    const struct node *found = NULL;
    for (size_t n = 0; n < node->n && !found; n++)
        found = first_symbol(m, node->kid[n], any);
    return found;
}

/* E' = … where E is defined: a new symbol, or the derivative of E? */
static void warn_prime(struct model *m, const struct claim *c)
{
    const char *tag = c->left->kind == NODE_SYMBOL ? strchr(c->left->name, '^') : NULL;
    if (!tag || strcmp(tag, "^'") != 0)
        return;
    struct node *base = node_copy(m->arena, c->left);
    base->name = arena_text(m->arena, base->name, (size_t)(tag - base->name));
    for (size_t n = m->definitions; n--;) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind != NODE_SYMBOL || d->left->n != base->n || d->section > c->section ||
            strcmp(d->left->name, base->name) != 0)
            continue;
        const struct node *by = first_symbol(m, d->right, false);
        by = by ? by : first_symbol(m, d->right, true);
        const char *name = node_print(m->arena, base);
        if (by)
            model_warn(m, c->statement->at,
                       arena_print(m->arena,
                                   "%s' is taken for a new symbol; if it is a derivative, write "
                                   "d%s/d%s",
                                   name, name, node_print(m->arena, by)));
        return;
    }
}

static bool has_symbol(const struct node *node, unsigned id)
{
    if (!node)
        return false;
    if (node->kind == NODE_SYMBOL)
        return node->id == id;
    for (size_t n = 0; n < node->n; n++)
        if (has_symbol(node->kid[n], id))
            return true;
    return false;
}

/* The bare name of a symbol also stands with indices, in the same section, and is free there. */
static bool has_indexed(const struct model *m, const struct symbol *bare, size_t section)
{
    for (size_t id = 1; id <= m->symbols; id++) {
        const struct symbol *s = &m->symbol[id - 1];
        if (s->arity == 0 || s->definitions || strcmp(s->name, bare->name) != 0)
            continue;
        for (size_t n = 0; n < m->claims; n++)
            if (m->claim[n].kind != CLAIM_UNREAD && m->claim[n].section == section &&
                (has_symbol(m->claim[n].left, (unsigned)id) ||
                 has_symbol(m->claim[n].right, (unsigned)id)))
                return true;
    }
    return false;
}

/* A free symbol without indices in a formula that stands elsewhere with some, or null. */
static const char *bare_name(const struct model *m, const struct node *node, size_t section)
{
    if (!node)
        return NULL;
    if (node->kind == NODE_SYMBOL) {
        const struct symbol *s = model_symbol(m, node);
        return s && s->arity == 0 && !s->definitions && !s->size && has_indexed(m, s, section)
                   ? node->name
                   : NULL;
    }
    const char *name = NULL;
    for (size_t n = 0; n < node->n && !name; n++)
        name = bare_name(m, node->kid[n], section);
    return name;
}

/* h = sigma(W x + b), and W_ij below: vectors that were read as numbers. */
static void warn_bare(struct model *m, const struct claim *c)
{
    if (c->left->kind != NODE_SYMBOL || c->right->kind == NODE_VECTOR)
        return;
    const char *name = bare_name(m, c->right, c->section);
    const struct symbol *left = model_symbol(m, c->left);
    if (name)
        model_warn(m, c->statement->at,
                   arena_print(m->arena,
                               "%s is read as a number here; write the sum with its indices",
                               name));
    else if (left && left->arity == 0 && !model_is_number(c->right) &&
             has_indexed(m, left, c->section))
        model_warn(m, c->statement->at,
                   arena_print(m->arena, "%s is read as a number here; write it with its indices",
                               left->name));
}

void doubts_warn(struct model *m)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_DEFINITION) {
            warn_prime(m, &m->claim[n]);
            warn_bare(m, &m->claim[n]);
        }
}
