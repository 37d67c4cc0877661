/* written.c: making, comparing and printing trees as written. */
#include "check/reading/written.h"

#include <string.h>

struct written *written_new(struct arena *arena, enum written_kind kind, size_t at, size_t end)
{
    struct written *node = arena_new(arena, sizeof *node);
    node->kind = kind;
    node->at = at;
    node->end = end;
    return node;
}

void written_cover(struct written *node, const struct written *part)
{
    if (!part)
        return;
    if (part->end > node->end)
        node->end = part->end;
    if (part->at < node->at)
        node->at = part->at;
    if (part->depth >= node->depth)
        node->depth = part->depth + 1;
}

void written_add(struct arena *arena, struct written *list, struct written *item)
{
    struct written_list *l = &list->as.list;
    l->item = arena_grow(arena, l->item, l->n, sizeof(struct written *));
    l->item[l->n++] = item;
    written_cover(list, item);
}

/* One case for each kind of tree, so that the compiler names one that is missing. */
size_t written_parts(const struct written *node)
{
    switch (node->kind) {
    case WRITTEN_NUMBER:
    case WRITTEN_NAME:
    case WRITTEN_PRIME:
    case WRITTEN_PLUS:
    case WRITTEN_FUNCTION:
    case WRITTEN_DOTS:
    case WRITTEN_UNREAD:
        return 0;
    case WRITTEN_GROUP:
    case WRITTEN_NEG:
    case WRITTEN_ABS:
    case WRITTEN_NORM:
    case WRITTEN_DIFF:
    case WRITTEN_INDICATOR:
        return 1;
    case WRITTEN_APPLY:
    case WRITTEN_DIV:
        return 2;
    case WRITTEN_SCRIPTS:
    case WRITTEN_SUM:
        return 3;
    case WRITTEN_INDICES:
    case WRITTEN_ADD:
    case WRITTEN_MUL:
    case WRITTEN_HADAMARD:
    case WRITTEN_CASES:
    case WRITTEN_ARRAY:
    case WRITTEN_CHAIN:
    case WRITTEN_ITEMS:
        return node->as.list.n;
    }
    return 0;
}

struct written *written_part(const struct written *node, size_t n)
{
    switch (node->kind) {
    case WRITTEN_GROUP:
        return node->as.group.items;
    case WRITTEN_NEG:
    case WRITTEN_ABS:
    case WRITTEN_NORM:
    case WRITTEN_DIFF:
    case WRITTEN_INDICATOR:
        return node->as.operand;
    case WRITTEN_APPLY:
        return n == 0 ? node->as.apply.head : node->as.apply.argument;
    case WRITTEN_DIV:
        return n == 0 ? node->as.quotient.numerator : node->as.quotient.denominator;
    case WRITTEN_SCRIPTS:
        return n == 0   ? node->as.scripts.base
               : n == 1 ? node->as.scripts.below
                        : node->as.scripts.above;
    case WRITTEN_SUM:
        return n == 0 ? node->as.sum.below : n == 1 ? node->as.sum.above : node->as.sum.body;
    default:
        return node->as.list.item[n];
    }
}

static bool has_text(const struct written *node)
{
    return node->kind == WRITTEN_NUMBER || node->kind == WRITTEN_NAME ||
           node->kind == WRITTEN_FUNCTION;
}

bool written_same(const struct written *a, const struct written *b)
{
    if (!a || !b)
        return a == b;
    const size_t parts = written_parts(a);
    if (a->kind != b->kind || a->relation != b->relation || parts != written_parts(b) ||
        (has_text(a) && strcmp(a->as.text, b->as.text) != 0) ||
        (a->kind == WRITTEN_GROUP && a->as.group.bracket != b->as.group.bracket))
        return false;
    for (size_t n = 0; n < parts; n++)
        if (!written_same(written_part(a, n), written_part(b, n)))
            return false;
    return true;
}

const struct written *written_inner(const struct written *node)
{
    while (node && node->kind == WRITTEN_GROUP) {
        const struct written_list *items = &node->as.group.items->as.list;
        if (items->n != 1 || items->item[0]->as.list.n != 1)
            break;
        node = items->item[0]->as.list.item[0];
    }
    return node;
}

const struct written *written_less(const struct written *node)
{
    const struct written *items = node && node->kind == WRITTEN_GROUP ? node->as.group.items : NULL;
    const struct written *chain = items && items->as.list.n == 1 ? items->as.list.item[0] : NULL;
    return chain && chain->as.list.n == 2 && chain->as.list.item[0] &&
                   chain->as.list.item[1]->relation == REL_LT
               ? chain
               : NULL;
}

bool written_is_name(const struct written *node, const char *text)
{
    return node && node->kind == WRITTEN_NAME && strcmp(node->as.text, text) == 0;
}

static const char *head_text(const struct written *node)
{
    static const char *const heads[] = {[WRITTEN_SCRIPTS] = "scripts",
                                        [WRITTEN_APPLY] = "apply",
                                        [WRITTEN_INDICES] = "indices",
                                        [WRITTEN_ADD] = "add",
                                        [WRITTEN_MUL] = "mul",
                                        [WRITTEN_HADAMARD] = "hadamard",
                                        [WRITTEN_DIV] = "div",
                                        [WRITTEN_NEG] = "neg",
                                        [WRITTEN_ABS] = "abs",
                                        [WRITTEN_NORM] = "norm",
                                        [WRITTEN_DIFF] = "diff",
                                        [WRITTEN_SUM] = "sum",
                                        [WRITTEN_INDICATOR] = "indicator",
                                        [WRITTEN_CASES] = "cases",
                                        [WRITTEN_ARRAY] = "array",
                                        [WRITTEN_UNREAD] = "unread",
                                        [WRITTEN_CHAIN] = "chain",
                                        [WRITTEN_ITEMS] = "items"};
    static const char *const groups[] = {[BRACKET_BRACES] = "braces",
                                         [BRACKET_ROUND] = "round",
                                         [BRACKET_SQUARE] = "square",
                                         [BRACKET_CURLY] = "curly"};
    return node->kind == WRITTEN_GROUP                            ? groups[node->as.group.bracket]
           : node->kind == WRITTEN_DIV && node->as.quotient.slash ? "slash"
                                                                  : heads[node->kind];
}

void written_print(FILE *out, const struct written *node)
{
    static const char *const separators[] = {
        [SEP_NONE] = "",  [SEP_COMMA] = ", ",     [SEP_GIVEN] = "given ",
        [SEP_IF] = "if ", [SEP_WHERE] = "where ", [SEP_OTHERWISE] = "otherwise "};
    if (!node) {
        fputc('_', out);
        return;
    }
    fputs(separators[node->separator], out);
    if (node->relation != REL_NONE)
        fprintf(out, "%s@%zu ", relation_text(node->relation), node->relation_at);
    const bool leaf = has_text(node) || node->kind == WRITTEN_PRIME || node->kind == WRITTEN_PLUS ||
                      node->kind == WRITTEN_DOTS;
    if (leaf)
        fputs(has_text(node)                ? node->as.text
              : node->kind == WRITTEN_PRIME ? "'"
              : node->kind == WRITTEN_PLUS  ? "+"
                                            : "...",
              out);
    else
        fprintf(out, "(%s", head_text(node));
    fprintf(out, "@%zu-%zu", node->at, node->end);
    for (size_t n = 0; n < written_parts(node); n++) {
        fputc(' ', out);
        written_print(out, written_part(node, n));
    }
    if (!leaf)
        fputc(')', out);
}
