/* dependence.c: which symbol depends on which. */
#include <string.h>

#include "world.h"

static void note(const struct node *node, const struct model *m, unsigned char *row)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->id)
        row[node->id] = 1;
    if (node->kind == NODE_CALL) {
        const struct definition *f = model_function(m, node->name, m->sections);
        for (size_t n = 1; f && n <= m->symbols; n++) {
            const struct symbol *s = &m->symbol[n - 1];
            if (s->arity == 0 && !names_have(&f->parameters, s->name) &&
                dependence_formula(m, NULL, f->right, (unsigned)n))
                row[n] = 1;
        }
    }
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++)
        note(node->kid[n], m, row);
}

unsigned char *dependence_of(const struct model *m, size_t section, struct arena *arena)
{
    const size_t stride = m->symbols + 1;
    unsigned char *table = arena_new(arena, stride * stride);
    for (size_t id = 1; id <= m->symbols; id++) {
        const struct symbol *s = &m->symbol[id - 1];
        for (size_t n = 0; n < s->definitions; n++)
            if (m->definition[s->definition[n]].section <= section)
                note(m->definition[s->definition[n]].right, m, table + id * stride);
    }
    for (size_t via = 1; via <= m->symbols; via++)
        for (size_t id = 1; id <= m->symbols; id++)
            if (table[id * stride + via])
                for (size_t on = 1; on <= m->symbols; on++)
                    table[id * stride + on] |= table[via * stride + on];
    return table;
}

bool dependence_formula(const struct model *m, const unsigned char *depends,
                        const struct node *node, unsigned id)
{
    if (!node)
        return false;
    if (node->kind == NODE_SYMBOL && node->id &&
        (node->id == id || (depends && depends[node->id * (m->symbols + 1) + id])))
        return true;
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++)
        if (dependence_formula(m, depends, node->kid[n], id))
            return true;
    return false;
}

static bool has_letters(const struct node *left)
{
    for (size_t n = 0; n < left->n; n++)
        if (left->kid[n]->kind == NODE_SYMBOL)
            return true;
    return false;
}

static bool has_derivative(const struct node *node)
{
    if (!node)
        return false;
    if (node->kind == NODE_DERIVATIVE)
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (has_derivative(node->kid[n]))
            return true;
    return false;
}

/* Something is differentiated that is this symbol. */
static bool is_differentiated(const struct node *node, unsigned id)
{
    if (!node)
        return false;
    if (node->kind == NODE_DERIVATIVE && node->kid[0]->id == id)
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (is_differentiated(node->kid[n], id))
            return true;
    return false;
}

static bool differentiated_anywhere(const struct model *m, unsigned id)
{
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind != CLAIM_UNREAD &&
            (is_differentiated(m->claim[n].left, id) || is_differentiated(m->claim[n].right, id)))
            return true;
    return false;
}

unsigned dependence_loss(const struct model *m, const unsigned char *depends, size_t section,
                         unsigned id)
{
    const size_t stride = m->symbols + 1;
    unsigned best = 0;
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind != NODE_SYMBOL || !d->left->id || d->section > section ||
            has_letters(d->left) || has_derivative(d->right) || d->left->n ||
            !depends[d->left->id * stride + id])
            continue;
        bool used = false;
        for (size_t k = 0; k < m->definitions; k++)
            used =
                used || (m->definition[k].left->kind == NODE_SYMBOL && m->definition[k].left->id &&
                         m->definition[k].section <= section &&
                         !has_derivative(m->definition[k].right) && m->definition[k].left->n == 0 &&
                         depends[m->definition[k].left->id * stride + d->left->id]);
        /* A loss is what is differentiated, if anything is. */
        const bool better =
            !best || !differentiated_anywhere(m, best) || differentiated_anywhere(m, d->left->id);
        if (!used && better)
            best = d->left->id;
    }
    return best;
}
