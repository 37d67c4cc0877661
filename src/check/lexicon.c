/* lexicon.c: a first look over all formulas of a document. */
#include "lexicon.h"

#include <ctype.h>
#include <string.h>

bool names_have(const struct names *names, const char *name)
{
    for (size_t n = 0; n < names->n; n++)
        if (strcmp(names->name[n], name) == 0)
            return true;
    return false;
}

static void names_add(struct arena *arena, struct names *names, const char *name)
{
    if (!name || names_have(names, name) || names->n >= 4096)
        return;
    names->name = arena_grow(arena, names->name, names->n, sizeof *names->name);
    names->name[names->n++] = name;
}

const struct node *lexicon_inner(const struct node *node)
{
    while (node && node->kind == NODE_BRACKET && node->n == 1 && node->kid[0] &&
           node->kid[0]->kind == NODE_ITEMS && node->kid[0]->n == 1 && node->kid[0]->kid[0]->n == 1)
        node = node->kid[0]->kid[0]->kid[0];
    return node;
}

const char *lexicon_head(const struct node *node)
{
    const struct node *above = NULL;
    while (node && (node->kind == NODE_SCRIPTS || node->kind == NODE_APPLY)) {
        above = node;
        node = node->kid[0];
    }
    /* Activations have names of their own, but a document may define them. */
    static const char *activations[] = {"relu", "tanh", "sigma", "softplus"};
    for (size_t n = 0; node && node->kind == NODE_CALL && above && n < 4; n++)
        if (node->n == 0 && strcmp(node->name, activations[n]) == 0)
            return node->name;
    return node && node->kind == NODE_SYMBOL ? node->name : NULL;
}

const struct node *lexicon_time(const struct node *apply)
{
    const struct node *args = apply->kind == NODE_APPLY ? apply->kid[1] : NULL;
    if (!args || args->kind != NODE_ITEMS || args->n != 1 || args->kid[0]->n != 1 ||
        !args->kid[0]->kid[0] || !lexicon_head(apply->kid[0]))
        return NULL;
    const struct node *time = args->kid[0]->kid[0];
    const struct node *letter = time->kind == NODE_ADD ? time->kid[0] : time;
    const bool one = time->kind != NODE_ADD || (time->n == 2 && time->kid[1]->kind == NODE_NUMBER &&
                                                strcmp(time->kid[1]->name, "1") == 0);
    return letter->kind == NODE_SYMBOL && one &&
                   (strcmp(letter->name, "t") == 0 || strcmp(letter->name, "tau") == 0 ||
                    strcmp(letter->name, "new") == 0 || strcmp(letter->name, "old") == 0)
               ? time
               : NULL;
}

/* f(x), SE(y, O_0): a name and then nothing but names. */
static bool is_signature(const struct node *node)
{
    if (node->kind != NODE_APPLY || node->n != 2 || !lexicon_head(node) || !node->kid[1] ||
        node->kid[1]->kind != NODE_ITEMS || node->kid[1]->n == 0)
        return false;
    const struct node *args = node->kid[1];
    for (size_t n = 0; n < args->n; n++) {
        const struct node *chain = args->kid[n];
        if (chain->n == 0 || !chain->kid[0] || chain->kid[0]->kind == NODE_APPLY ||
            !lexicon_head(chain->kid[0]))
            return false;
    }
    return true;
}

static void note(struct lexicon *lexicon, const struct node *node, bool below);

static void note_kids(struct lexicon *lexicon, const struct node *node, bool below)
{
    for (size_t n = 0; n < node->n; n++)
        note(lexicon, node->kid[n], below);
}

/* w_{t+1} = w_t - …: the index is the time. */
static void note_step(struct lexicon *lexicon, const struct node *left, const struct node *right)
{
    const struct node *below = left->kind == NODE_SCRIPTS ? lexicon_inner(left->kid[1]) : NULL;
    const char *head = lexicon_head(left);
    if (!head || !below || below->kind != NODE_ADD || below->n != 2 || right->kind != NODE_ADD ||
        below->kid[0]->kind != NODE_SYMBOL || below->kid[1]->kind != NODE_NUMBER)
        return;
    const struct node *first = right->kid[0];
    const char *from = lexicon_head(first);
    const struct node *time = first->kind == NODE_SCRIPTS ? lexicon_inner(first->kid[1]) : NULL;
    if (from && strcmp(from, head) == 0 && time && node_same(time, below->kid[0]))
        names_add(lexicon->arena, &lexicon->stepped, head);
}

static void note_left(struct lexicon *lexicon, const struct node *left)
{
    const char *head = lexicon_head(left);
    const struct node *time = lexicon_time(left);
    if (time && time->kind == NODE_ADD)
        lexicon->time_calls = true;
    if (!head || (left->kind == NODE_APPLY && !is_signature(left)))
        return;
    names_add(lexicon->arena, &lexicon->defined, head);
    if (strlen(head) > 1)
        names_add(lexicon->arena, &lexicon->whole, head);
    if (left->kind == NODE_APPLY)
        names_add(lexicon->arena, &lexicon->functions, head);
    const struct node *above =
        left->kind == NODE_SCRIPTS && left->kid[2] ? lexicon_inner(left->kid[2]) : NULL;
    if (above && (above->kind == NODE_NUMBER ||
                  (above->kind == NODE_SYMBOL && strcmp(above->name, "'") != 0 &&
                   strcmp(above->name, "T") != 0 && strcmp(above->name, "new") != 0)))
        names_add(lexicon->arena, &lexicon->layered, head);
}

static void note(struct lexicon *lexicon, const struct node *node, bool below)
{
    if (!node)
        return;
    switch (node->kind) {
    case NODE_SYMBOL:
        if (node->name[1] == '\0' && isalpha((unsigned char)node->name[0]))
            (below ? lexicon->index : lexicon->letter)[(unsigned char)node->name[0]] = true;
        break;
    case NODE_SCRIPTS: {
        note(lexicon, node->kid[0], below);
        note(lexicon, node->kid[1], true);
        note(lexicon, node->kid[2], below);
        const struct node *above = lexicon_inner(node->kid[2]);
        if (above && above != node->kid[2] && above->kind == NODE_SYMBOL &&
            above->name[1] == '\0' && strchr("ijmnst", above->name[0]))
            names_add(lexicon->arena, &lexicon->sampled, lexicon_head(node->kid[0]));
        if (above && above->kind == NODE_ADD && above->n == 2 &&
            above->kid[0]->kind == NODE_SYMBOL && above->kid[1]->kind == NODE_NUMBER)
            lexicon->time = lexicon->time_letter[(unsigned char)above->kid[0]->name[0] % 128] =
                true;
        break;
    }
    case NODE_SUMSIGN:
        note(lexicon, node->kid[0], below);
        note(lexicon, node->kid[1], true);
        note(lexicon, node->kid[2], below);
        break;
    case NODE_DIFF: {
        const char *head = node->n ? lexicon_head(node->kid[0]) : NULL;
        if (head && strlen(head) > 1)
            names_add(lexicon->arena, &lexicon->whole, head);
        note_kids(lexicon, node, below);
        break;
    }
    case NODE_CHAIN:
        if (node->n > 1 && node->kid[0] && !below &&
            (node->kid[1]->rel == REL_EQ || node->kid[1]->rel == REL_ASSIGN)) {
            note_left(lexicon, node->kid[0]);
            note_step(lexicon, node->kid[0], node->kid[1]);
        }
        note_kids(lexicon, node, below);
        break;
    default:
        note_kids(lexicon, node, below);
    }
}

void lexicon_note(struct lexicon *lexicon, const struct node *items)
{
    note(lexicon, items, false);
}
