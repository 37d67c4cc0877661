/* layers.c: names that mean another thing with another letter.
 *
 * Many write w_ij for the weights into the hidden layer and w_jk for those out of it, net_j and net_k,
 * delta_j and delta_k. It shows when a name is defined twice with different letters, or stands as a
 * weight in the definitions of two layers. Such a name gets its letters as a part of it, behind a
 * colon.
 */
#include <string.h>

#include "model.h"

enum { WEIGHTS_MAX = 64 };

/* A name with two indices in the definition of a name with one. */
struct weight {
    const char *name, *letters;
    char left; /* the letter of what is defined */
};

struct layers {
    struct model *m;
    struct names ambiguous;
    struct weight weight[WEIGHTS_MAX];
    size_t weights;
};

/* The letters below a name in a row, or null if not all are letters. */
static const char *letters_of(struct model *m, const struct node *symbol)
{
    char *letters = arena_new(m->arena, symbol->n + 1);
    for (size_t n = 0; n < symbol->n; n++) {
        const struct node *index = symbol->kid[n];
        if (index->kind != NODE_SYMBOL || index->n || index->name[1] != '\0')
            return NULL;
        letters[n] = index->name[0];
    }
    return symbol->n ? letters : NULL;
}

static void mark(struct layers *l, const char *name)
{
    if (names_have(&l->ambiguous, name))
        return;
    l->ambiguous.name = arena_grow(l->m->arena, l->ambiguous.name, l->ambiguous.n, sizeof(char *));
    l->ambiguous.name[l->ambiguous.n++] = name;
}

static bool sums_over(const struct node *node, char letter)
{
    if (!node)
        return false;
    if (node->kind == NODE_SUM && node->name[0] == letter && node->name[1] == '\0')
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (sums_over(node->kid[n], letter))
            return true;
    return false;
}

static bool is_definition(const struct statement *s)
{
    return !s->wrong && !s->link && s->rel == REL_EQ && s->left->kind == NODE_SYMBOL &&
           s->left->n == 1 && s->left->kid[0]->kind == NODE_SYMBOL && !strchr(s->left->name, '^');
}

/* delta_j = … sum over k … and delta_k = …: one letter is summed over in what defines the other. */
static void find_twice_defined(struct layers *l)
{
    const struct statements *all = l->m->statements;
    for (size_t n = 0; n < all->n; n++) {
        const struct statement *s = &all->statement[n];
        if (!is_definition(s))
            continue;
        for (size_t k = 0; k < n; k++) {
            const struct statement *t = &all->statement[k];
            if (!is_definition(t) || strcmp(t->left->name, s->left->name) != 0)
                continue;
            const char a = t->left->kid[0]->name[0], b = s->left->kid[0]->name[0];
            if (a != b && (sums_over(t->right, b) || sums_over(s->right, a)))
                mark(l, s->left->name);
        }
    }
}

static void note_weights(struct layers *l, const struct node *node, char left)
{
    if (!node)
        return;
    const char *letters = node->kind == NODE_SYMBOL && node->n == 2 ? letters_of(l->m, node) : NULL;
    if (letters && strchr(letters, left)) {
        for (size_t n = 0; n < l->weights; n++) {
            const struct weight *w = &l->weight[n];
            if (strcmp(w->name, node->name) == 0 && w->left != left &&
                (w->letters[0] == letters[1] || w->letters[1] == letters[0]))
                mark(l, node->name);
        }
        if (l->weights < WEIGHTS_MAX)
            l->weight[l->weights++] = (struct weight){node->name, letters, left};
    }
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++)
        note_weights(l, node->kid[n], left);
}

static void rename_all(const struct layers *l, struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL) {
        const char *tag = strchr(node->name, '^');
        const size_t length = tag ? (size_t)(tag - node->name) : strlen(node->name);
        const char *base = arena_text(l->m->arena, node->name, length);
        const char *letters = node->n ? letters_of(l->m, node) : NULL;
        if (letters && names_have(&l->ambiguous, base))
            node->name = arena_print(l->m->arena, "%s:%s%s", base, letters, tag ? tag : "");
        return;
    }
    for (size_t n = 0; n < node->n; n++)
        rename_all(l, node->kid[n]);
}

void layers_settle(struct model *m)
{
    struct layers *l = arena_new(m->arena, sizeof *l);
    const struct statements *all = m->statements;
    l->m = m;
    find_twice_defined(l);
    for (size_t n = 0; n < all->n; n++)
        if (is_definition(&all->statement[n]))
            note_weights(l, all->statement[n].right, all->statement[n].left->kid[0]->name[0]);
    for (size_t n = 0; l->ambiguous.n && n < all->n; n++) {
        if (all->statement[n].wrong)
            continue;
        if (!all->statement[n].link)
            rename_all(l, all->statement[n].left);
        rename_all(l, all->statement[n].right);
    }
}
