/* tree.c: making, copying, comparing and printing trees. */
#include "tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node *node_new(struct arena *arena, enum node_kind kind, size_t at, size_t end)
{
    struct node *node = arena_new(arena, sizeof *node);
    node->kind = kind;
    node->at = at;
    node->end = end;
    return node;
}

void node_add(struct arena *arena, struct node *node, struct node *kid)
{
    node->kid = arena_grow(arena, node->kid, node->n, sizeof(struct node *));
    node->kid[node->n++] = kid;
    if (kid && kid->end > node->end)
        node->end = kid->end;
    if (kid && kid->at < node->at)
        node->at = kid->at;
    if (kid && kid->depth >= node->depth)
        node->depth = kid->depth + 1;
}

struct node *node_pair(struct arena *arena, enum node_kind kind, struct node *a, struct node *b)
{
    const struct node *first = a ? a : b;
    struct node *node = node_new(arena, kind, first->at, first->end);
    node_add(arena, node, a);
    node_add(arena, node, b);
    return node;
}

struct node *node_copy(struct arena *arena, const struct node *node)
{
    if (!node)
        return NULL;
    struct node *copy = arena_new(arena, sizeof *copy);
    *copy = *node;
    copy->kid = NULL;
    copy->n = 0;
    for (size_t n = 0; n < node->n; n++)
        node_add(arena, copy, node_copy(arena, node->kid[n]));
    return copy;
}

bool node_same(const struct node *a, const struct node *b)
{
    if (!a || !b)
        return a == b;
    if (a->kind != b->kind || a->n != b->n || a->rel != b->rel || !a->name != !b->name ||
        (a->name && strcmp(a->name, b->name) != 0))
        return false;
    for (size_t n = 0; n < a->n; n++)
        if (!node_same(a->kid[n], b->kid[n]))
            return false;
    return true;
}

static const char *relation_text(enum relation rel)
{
    static const char *text[] = {"", "=", "<-", "!=", "<", ">", "<=", ">=", "in", "+=", "-=", "~"};
    return text[rel];
}

static void put(FILE *out, const struct node *node, int above);

static void put_list(FILE *out, const struct node *node, size_t from, const char *between)
{
    for (size_t n = from; n < node->n; n++) {
        if (n > from)
            fputs(between, out);
        put(out, node->kid[n], 0);
    }
}

static void put_symbol(FILE *out, const struct node *node)
{
    /* A tag such as ^new stands behind the indices. */
    const char *tag = strchr(node->name, '^');
    fwrite(node->name, 1, strcspn(node->name, "^:"), out);
    bool apart = false;
    for (size_t n = 0; n < node->n; n++)
        apart = apart ||
                node->kid[n]->kind != (node->kid[n]->name ? node->kid[n]->kind : NODE_DOTS) ||
                (node->kid[n]->kind != NODE_SYMBOL && node->kid[n]->kind != NODE_NUMBER) ||
                strlen(node->kid[n]->name) > 1;
    if (node->n) {
        fputs(apart ? "_{" : "_", out);
        put_list(out, node, 0, apart ? "," : "");
        fputs(apart ? "}" : "", out);
    }
    if (tag)
        fputs(tag, out);
}

static void put_sum(FILE *out, const struct node *node)
{
    fprintf(out, "sum_{%s", node->name);
    if (node->kid[1]) {
        fputc('=', out);
        put(out, node->kid[1], 0);
        fputs("..", out);
        put(out, node->kid[2], 0);
    }
    if (node->n > 3 && node->kid[3]) {
        fputs("; ", out);
        put(out, node->kid[3], 0);
    }
    fputs("} ", out);
    put(out, node->kid[0], 2);
}

static void put_cases(FILE *out, const struct node *node)
{
    fputc('{', out);
    for (size_t n = 0; n + 1 < node->n; n += 2) {
        if (n)
            fputs("; ", out);
        put(out, node->kid[n], 0);
        fputs(node->kid[n + 1] ? " if " : " otherwise", out);
        if (node->kid[n + 1])
            put(out, node->kid[n + 1], 0);
    }
    fputc('}', out);
}

static void put_derivative(FILE *out, const struct node *node)
{
    const bool simple = node->kid[0]->kind == NODE_SYMBOL || node->kid[0]->kind == NODE_CALL;
    fputs(simple ? "d" : "d(", out);
    put(out, node->kid[0], 0);
    fputs(simple ? "/d" : ")/d", out);
    put(out, node->kid[1], 4);
}

static void put_add(FILE *out, const struct node *node)
{
    for (size_t n = 0; n < node->n; n++) {
        const struct node *kid = node->kid[n];
        const bool minus = kid->kind == NODE_NEG;
        if (n)
            fputs(minus ? " - " : " + ", out);
        else if (minus)
            fputc('-', out);
        put(out, minus ? kid->kid[0] : kid, minus ? 2 : 1);
    }
}

static void put_function(FILE *out, const struct node *node)
{
    fprintf(out, node->kind == NODE_PRIME ? "%s'(" : "%s(", node->name);
    put_list(out, node, 0, ", ");
    fputc(')', out);
}

/* How tightly a kind binds: 1 sum, 2 product, 3 power, 4 a single thing. */
static int binding(const struct node *node)
{
    switch (node->kind) {
    case NODE_RELATION:
    case NODE_AND:
        return 0;
    case NODE_ADD:
    case NODE_NEG:
        return 1;
    case NODE_MUL:
    case NODE_DIV:
    case NODE_SUM:
        return 2;
    case NODE_POW:
        return 3;
    default:
        return 4;
    }
}

static void put_arithmetic(FILE *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_ADD:
        put_add(out, node);
        break;
    case NODE_MUL:
        for (size_t n = 0; n < node->n; n++) {
            fputs(n ? " " : "", out);
            put(out, node->kid[n], node->kid[n]->kind == NODE_SUM && n + 1 < node->n ? 3 : 2);
        }
        break;
    case NODE_DIV:
        put(out, node->kid[0], 2);
        fputs("/", out);
        put(out, node->kid[1], 3);
        break;
    case NODE_NEG:
        fputc('-', out);
        put(out, node->kid[0], 2);
        break;
    case NODE_POW:
        put(out, node->kid[0], 4);
        fputc('^', out);
        put(out, node->kid[1], 4);
        break;
    default:
        break;
    }
}

static void put_inner(FILE *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_NUMBER:
        fputs(node->name, out);
        break;
    case NODE_SYMBOL:
        put_symbol(out, node);
        break;
    case NODE_ADD:
    case NODE_MUL:
    case NODE_DIV:
    case NODE_NEG:
    case NODE_POW:
        put_arithmetic(out, node);
        break;
    case NODE_CALL:
    case NODE_PRIME:
        put_function(out, node);
        break;
    case NODE_SUM:
        put_sum(out, node);
        break;
    case NODE_DERIVATIVE:
        put_derivative(out, node);
        break;
    case NODE_CASES:
        put_cases(out, node);
        break;
    case NODE_INDICATOR:
        fputs("1{", out);
        put(out, node->kid[0], 0);
        fputc('}', out);
        break;
    case NODE_VECTOR:
        fputc('[', out);
        put_list(out, node, 0, ", ");
        fputc(']', out);
        break;
    case NODE_RELATION:
        put(out, node->kid[0], 1);
        fprintf(out, " %s ", relation_text(node->rel));
        put(out, node->kid[1], 1);
        break;
    case NODE_AND:
        put_list(out, node, 0, ", ");
        break;
    case NODE_DOTS:
        fputs("...", out);
        break;
    default:
        fputs("?", out);
    }
}

static void put(FILE *out, const struct node *node, int above)
{
    if (!node)
        return;
    const bool open = binding(node) < above;
    if (open)
        fputc('(', out);
    put_inner(out, node);
    if (open)
        fputc(')', out);
}

char *node_print(struct arena *arena, const struct node *node)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return arena_text(arena, "?", 1);
    put(out, node, 0);
    char *copy = NULL;
    if (fclose(out) == 0)
        copy = arena_text(arena, text, length);
    free(text);
    return copy ? copy : arena_text(arena, "?", 1);
}

bool node_has_index(const struct node *node, const char *letter)
{
    if (!node || (node->kind == NODE_SUM && strcmp(node->name, letter) == 0))
        return false;
    for (size_t n = 0; n < node->n; n++) {
        const struct node *kid = node->kid[n];
        if ((node->kind == NODE_SYMBOL || node->kind == NODE_RELATION) && kid &&
            kid->kind == NODE_SYMBOL && kid->n == 0 && strcmp(kid->name, letter) == 0)
            return true;
        if (node_has_index(kid, letter))
            return true;
    }
    return false;
}
