/* updates.c: what an update rule must come to, and which symbol is its learning rate. */
#include <string.h>

#include "judge.h"

bool updates_rate_name(const char *name)
{
    static const char *names[] = {"alpha", "eta",           "epsilon", "lr", "lambda",
                                  "mu",    "gamma",         "rho",     "nu", "tau",
                                  "beta",  "learning_rate", "a",       "h",  "r"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strcmp(name, names[n]) == 0)
            return true;
    return false;
}

/* The learning rate of an update: a scalar that no other definition uses; by_name: one of the usual
 * names will do. */
static unsigned find_rate(const struct model *m, const struct node *node, bool by_name)
{
    if (!node || node->kind == NODE_DERIVATIVE)
        return 0;
    if (node->kind == NODE_SYMBOL) {
        if (node->n || !node->id)
            return 0;
        const struct symbol *s = &m->symbol[node->id - 1];
        const bool number =
            s->definitions && m->definition[s->definition[0]].right->kind == NODE_NUMBER;
        const bool unused = !s->definitions && s->in_definitions == 0;
        return unused || ((number || (by_name && !s->definitions)) && updates_rate_name(s->name))
                   ? node->id
                   : 0;
    }
    for (size_t n = 0; n < node->n; n++) {
        const unsigned id = find_rate(m, node->kid[n], by_name);
        if (id)
            return id;
    }
    return 0;
}

static struct node *make(struct judging *j, enum node_kind kind, const struct node *a,
                         const struct node *b)
{
    struct node *node = node_new(j->arena, kind, a->at, a->end);
    node_add(j->arena, node, (struct node *)a);
    if (b)
        node_add(j->arena, node, (struct node *)b);
    return node;
}

static struct node *make_symbol(struct judging *j, unsigned id, const struct node *where)
{
    struct node *node = node_new(j->arena, NODE_SYMBOL, where->at, where->end);
    node->name = j->model->symbol[id - 1].name;
    node->id = id;
    const struct symbol *s = &j->model->symbol[id - 1];
    /* A loss with a number below it, such as E_0, keeps the number of its definition. */
    if (s->arity && s->definitions) {
        const struct node *left = j->model->definition[s->definition[s->definitions - 1]].left;
        for (size_t n = 0; n < left->n; n++)
            node_add(j->arena, node, left->kid[n]);
    }
    return node;
}

/* The rate in what the steps of an update are defined by: w + Delta w with Delta w = - eta dE/dw. */
static unsigned inner_rate(const struct model *m, const struct node *node, size_t section)
{
    if (!node || node->kind == NODE_DERIVATIVE)
        return 0;
    const struct symbol *s = node->kind == NODE_SYMBOL ? model_symbol(m, node) : NULL;
    for (size_t k = s ? s->definitions : 0; k--;) {
        const struct definition *d = &m->definition[s->definition[k]];
        const unsigned id = d->section <= section ? find_rate(m, d->right, true) : 0;
        if (id)
            return id;
    }
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++) {
        const unsigned id = inner_rate(m, node->kid[n], section);
        if (id)
            return id;
    }
    return 0;
}

/* A learning rate that the document knows by name, for updates that write its number. */
static unsigned known_rate(const struct model *m)
{
    for (size_t n = 0; n < m->symbols; n++)
        if (m->symbol[n].arity == 0 && m->symbol[n].definitions &&
            updates_rate_name(m->symbol[n].name) &&
            m->definition[m->symbol[n].definition[0]].right->kind == NODE_NUMBER)
            return (unsigned)n + 1;
    return 0;
}

/* What an update must come to: old - rate * d loss / d old; null if there is no loss. */
struct node *updates_truth(struct judging *j, const struct claim *c, const char **why)
{
    const unsigned char *depends = j->depends[c->section];
    const unsigned loss =
        c->old->id ? dependence_loss(j->model, depends, c->section, c->old->id) : 0;
    unsigned rate = find_rate(j->model, c->right, false);
    rate = rate ? rate : find_rate(j->model, c->right, true);
    rate = rate ? rate : inner_rate(j->model, c->right, c->section);
    rate = rate ? rate : known_rate(j->model);
    *why = !loss ? "no loss is defined that depends on what is updated"
                 : "the learning rate of this update is not clear";
    if (!loss || !rate)
        return NULL;
    j->loss[c->section] = loss;
    j->rate[c->section] = rate;
    struct node *slope = make(j, NODE_DERIVATIVE, make_symbol(j, loss, c->old), c->old);
    struct node *step = make(j, NODE_MUL, make_symbol(j, rate, c->old), slope);
    return make(j, NODE_ADD, c->old, make(j, NODE_NEG, step, NULL));
}
