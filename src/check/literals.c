/* literals.c: which entries stand in the document, for symbols whose indices are written as numbers.
 *
 * s = w_0 + w_1 x_1 knows no x_0: a line about w_i and x_i is judged for i = 1 alone.
 */
#include <limits.h>
#include <string.h>

#include "model.h"

enum { LITERALS_MAX = 256 }; /* entries of a symbol */

static const long any = LONG_MIN; /* a letter */

struct letters {
    const char *name; /* bound by a sum with limits */
    const struct letters *outer;
};

static bool bound(const struct letters *letters, const char *name)
{
    while (letters && strcmp(letters->name, name) != 0)
        letters = letters->outer;
    return letters != NULL;
}

static void add(struct model *m, struct symbol *s, const long *index)
{
    const size_t size = s->arity * sizeof *index;
    for (size_t n = 0; n < s->literals; n++)
        if (memcmp(s->literal + n * s->arity, index, size) == 0)
            return;
    if (s->literals == LITERALS_MAX)
        return;
    if ((s->literals & (s->literals - 1)) == 0) { /* full: 0 or a power of two */
        long *more = arena_new(m->arena, (2 * s->literals + 1) * size);
        if (s->literals)
            memcpy(more, s->literal, s->literals * size);
        s->literal = more;
    }
    memcpy(s->literal + s->literals++ * s->arity, index, size);
}

/* One occurrence. In a claim, letters that no sum gives values are what is to be found out. */
static void note_symbol(struct model *m, const struct node *node, bool definition,
                        const struct letters *letters)
{
    struct symbol *s = &m->symbol[node->id - 1];
    long *index = arena_new(m->arena, node->n * sizeof *index);
    for (size_t n = 0; n < node->n; n++) {
        const struct node *kid = node->kid[n];
        if (kid->kind == NODE_NUMBER && ranges_number(m, kid, &index[n]))
            continue;
        if (!definition && !(kid->kind == NODE_SYMBOL && bound(letters, kid->name)))
            return;
        index[n] = any;
    }
    add(m, s, index);
}

static void note(struct model *m, const struct node *node, bool definition,
                 const struct letters *letters)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL) {
        if (node->id && node->n)
            note_symbol(m, node, definition, letters);
        return;
    }
    const struct letters inner = {node->name, letters};
    const bool sum = node->kind == NODE_SUM && node->kid[1];
    for (size_t n = 0; n < node->n; n++)
        note(m, node->kid[n], definition, sum ? &inner : letters);
}

/* At some place below the symbol stand numbers only. */
static bool numbers_only(const struct symbol *s)
{
    for (size_t place = 0; place < s->arity; place++) {
        size_t n = 0;
        while (n < s->literals && s->literal[n * s->arity + place] != any)
            n++;
        if (n == s->literals && n > 0 && n < LITERALS_MAX)
            return true;
    }
    return false;
}

void literals_find(struct model *m)
{
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind == CLAIM_UNREAD)
            continue;
        note(m, c->left, c->kind == CLAIM_DEFINITION, NULL);
        note(m, c->right, c->kind == CLAIM_DEFINITION, NULL);
    }
    for (size_t n = 0; n < m->symbols; n++) {
        struct symbol *s = &m->symbol[n];
        s->listed = s->in_definitions > 0 && numbers_only(s);
        m->listed = m->listed || s->listed;
    }
}

bool literals_have(const struct symbol *s, const long *index)
{
    for (size_t n = 0; s->listed && n < s->literals; n++) {
        const long *one = s->literal + n * s->arity;
        size_t place = 0;
        while (place < s->arity && (one[place] == any || one[place] == index[place]))
            place++;
        if (place == s->arity)
            return true;
    }
    return !s->listed;
}
