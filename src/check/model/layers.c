/* layers.c: looks at definitions of names with one index, and at the names with two indices in them. */
#include "check/model/layers.h"

#include <string.h>

#include "check/expression/walk.h"

/* Two for each layer, and each but once: more than any network on paper has. */
enum { WEIGHTS_MAX = 64 };

/* A name with two indices in the definition of a name with one. */
struct weight {
    const char *name, *letters;
    char left; /* the letter of what is defined */
};

struct search {
    struct arena *arena;
    struct names layered;
    struct weight weight[WEIGHTS_MAX];
    size_t weights;
    char left; /* of the definition that is looked at */
};

/* The letters below a name in a row, or null if not all are letters. */
static const char *letters_of(struct arena *arena, const struct expr *symbol)
{
    const struct expr_list *index = &symbol->as.symbol.index;
    char *letters = arena_new(arena, index->n + 1);
    for (size_t n = 0; n < index->n; n++) {
        const struct expr *one = index->item[n];
        if (one->kind != EXPR_SYMBOL || one->as.symbol.index.n ||
            strlen(one->as.symbol.name.base) != 1)
            return NULL;
        letters[n] = one->as.symbol.name.base[0];
    }
    return index->n ? letters : NULL;
}

static bool sums_over(const struct expr *e, const void *letter)
{
    return e->kind == EXPR_SUM && strcmp(e->as.sum.index, letter) == 0;
}

/* The letter of a definition of a name with one index, or 0. */
static char defined_letter(const struct statement *s)
{
    if (s->wrong.code != REASON_NONE || s->link || s->rel != REL_EQ ||
        s->left->kind != EXPR_SYMBOL || s->left->as.symbol.index.n != 1 ||
        !symbol_name_is_plain(&s->left->as.symbol.name))
        return 0;
    const struct expr *index = s->left->as.symbol.index.item[0];
    return index->kind == EXPR_SYMBOL ? index->as.symbol.name.base[0] : 0;
}

/* delta_j = … sum over k … and delta_k = …: one letter is summed over in what defines the other. */
static bool is_other_layer(const struct statement *s, const struct statement *t)
{
    const char a[2] = {defined_letter(s), '\0'}, b[2] = {defined_letter(t), '\0'};
    return a[0] && b[0] && a[0] != b[0] &&
           strcmp(s->left->as.symbol.name.base, t->left->as.symbol.name.base) == 0 &&
           (expr_any(s->right, sums_over, b) || expr_any(t->right, sums_over, a));
}

static void find_twice_defined(struct search *to, const struct statements *all)
{
    for (size_t n = 0; n < all->n; n++)
        for (size_t k = 0; defined_letter(&all->statement[n]) && k < n; k++)
            if (is_other_layer(&all->statement[n], &all->statement[k]))
                names_add(to->arena, &to->layered, all->statement[n].left->as.symbol.name.base);
}

/* The same weights, now between the layer that came out before and the next one. */
static bool goes_on(const struct weight *w, const char *name, const char *letters, char left)
{
    return strcmp(w->name, name) == 0 && w->left != left &&
           (w->letters[0] == letters[1] || w->letters[1] == letters[0]);
}

static enum walk note_weight(const struct expr *e, void *with)
{
    struct search *to = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    const struct symbol_name *name = &e->as.symbol.name;
    const char *letters =
        e->as.symbol.index.n == 2 && symbol_name_is_plain(name) ? letters_of(to->arena, e) : NULL;
    if (!letters || !strchr(letters, to->left))
        return WALK_PRUNE;
    for (size_t n = 0; n < to->weights; n++)
        if (goes_on(&to->weight[n], name->base, letters, to->left))
            names_add(to->arena, &to->layered, name->base);
    if (to->weights < WEIGHTS_MAX)
        to->weight[to->weights++] = (struct weight){name->base, letters, to->left};
    return WALK_PRUNE;
}

struct names layers_find(const struct statements *statements, struct arena *arena)
{
    struct search to = {.arena = arena};
    find_twice_defined(&to, statements);
    for (size_t n = 0; n < statements->n; n++) {
        to.left = defined_letter(&statements->statement[n]);
        if (to.left)
            expr_walk(statements->statement[n].right, note_weight, &to);
    }
    return to.layered;
}

const struct expr *layers_mark(const struct names *layered, struct arena *arena,
                               const struct expr *symbol)
{
    if (!names_have(layered, symbol->as.symbol.name.base))
        return symbol;
    const char *letters = letters_of(arena, symbol);
    if (!letters)
        return symbol;
    struct expr *marked = expr_shallow(arena, symbol);
    marked->as.symbol.name.letters = letters;
    return marked;
}
