/* build.c: puts trees together as they were written. */
#include "check/reading/build.h"

#include <string.h>

void build_fail(struct parser *parser, struct range where, enum reason_code code, const char *about)
{
    if (parser->wrong.code != REASON_NONE)
        return;
    parser->wrong = (struct reason){code, about};
    parser->wrong_at = where.at;
}

struct written *build_node(struct parser *parser, enum written_kind kind, struct range where)
{
    return written_new(parser->arena, kind, where.at, where.end);
}

struct written *build_text(struct parser *parser, enum written_kind kind, const struct token *token)
{
    struct written *node = written_new(parser->arena, kind, token->at, token->end);
    node->as.text = token->text;
    return node;
}

struct written *build_operand(struct parser *parser, enum written_kind kind,
                              struct written *operand, struct range where)
{
    struct written *node = build_node(parser, kind, where);
    node->as.operand = operand;
    written_cover(node, operand);
    return node;
}

struct written *build_join(struct parser *parser, enum written_kind kind, struct written *a,
                           struct written *b)
{
    struct written *node = a;
    if (a->kind != kind) {
        node = written_new(parser->arena, kind, a->at, a->end);
        written_add(parser->arena, node, a);
    }
    written_add(parser->arena, node, b);
    return node;
}

struct written *build_times(struct parser *parser, struct written *a, const struct token *sign,
                            struct written *b)
{
    b->starred = sign->text != NULL;
    return build_join(parser, WRITTEN_MUL, a, b);
}

static struct written *quotient(struct parser *parser, struct written *a, struct written *b)
{
    struct written *node = written_new(parser->arena, WRITTEN_DIV, a->at, a->end);
    node->as.quotient.numerator = a;
    node->as.quotient.denominator = b;
    written_cover(node, a);
    written_cover(node, b);
    return node;
}

/* The stroke of dA / dB (x) binds the two differentials only: x is a factor, or what d/dB is applied to. */
static struct written *differentials(struct parser *parser, struct written *a, struct written *b)
{
    struct written *apply = b->as.operand;
    if (!apply || apply->kind != WRITTEN_APPLY)
        return quotient(parser, a, b);
    b->as.operand = apply->as.apply.head;
    b->end = b->as.operand->end;
    apply->as.apply.head = quotient(parser, a, b);
    written_cover(apply, apply->as.apply.head);
    return apply;
}

struct written *build_slash(struct parser *parser, struct written *a, struct written *b)
{
    struct written_list *factors = a->kind == WRITTEN_MUL ? &a->as.list : NULL;
    struct written *last = factors ? factors->item[factors->n - 1] : a;
    if (last->kind != WRITTEN_DIFF || b->kind != WRITTEN_DIFF) {
        struct written *node = quotient(parser, a, b);
        node->as.quotient.slash = true;
        return node;
    }
    struct written *derivative = differentials(parser, last, b);
    if (!factors)
        return derivative;
    factors->item[factors->n - 1] = derivative; /* 2 dA/dB: the 2 is a factor */
    written_cover(a, derivative);
    return a;
}

/* A formula in braces that holds nothing else, without them. */
static struct written *plain(struct written *node)
{
    if (node->kind != WRITTEN_GROUP || node->as.group.bracket != BRACKET_BRACES)
        return node;
    const struct written_list *items = &node->as.group.items->as.list;
    return items->n == 1 && items->item[0]->as.list.n == 1 ? items->item[0]->as.list.item[0] : node;
}

struct written *build_fraction(struct parser *parser, struct written *a, struct written *b,
                               struct range where)
{
    struct written *node = quotient(parser, plain(a), plain(b));
    node->at = where.at;
    node->end = where.end;
    return node;
}

struct written *build_derivative(struct parser *parser, struct written *of, struct range of_where,
                                 struct written *by, struct range by_where, struct range where)
{
    const bool empty = of->kind == WRITTEN_GROUP && of->as.group.items->as.list.n == 0;
    struct written *a = build_operand(parser, WRITTEN_DIFF, empty ? NULL : plain(of), of_where);
    struct written *b = build_operand(parser, WRITTEN_DIFF, plain(by), by_where);
    return build_fraction(parser, a, b, where);
}

struct written *build_limit(struct parser *parser, struct written *sum, struct written *below,
                            struct written *above)
{
    struct written *limit = below ? below : above;
    struct written **place = below ? &sum->as.sum.below : &sum->as.sum.above;
    if (*place)
        build_fail(parser, (struct range){limit->at, limit->end}, REASON_SECOND_LIMIT, NULL);
    *place = limit;
    written_cover(sum, limit);
    return sum;
}

struct written *build_sum(struct written *sum, struct written *body)
{
    sum->as.sum.body = body;
    written_cover(sum, body);
    return sum;
}

/* {g}_k and {g_k}^2 are g_k and g_k^2: braces around a name do not count, if there is room for what comes. */
static struct written *without_braces(struct written *base, const struct written *below)
{
    struct written *inner = base;
    while (inner != plain(inner))
        inner = plain(inner);
    const bool name = inner->kind == WRITTEN_NAME;
    const bool scripts = inner->kind == WRITTEN_SCRIPTS &&
                         inner->as.scripts.base->kind == WRITTEN_NAME &&
                         !(below ? inner->as.scripts.below : inner->as.scripts.above);
    return name || scripts ? inner : base;
}

static bool is_name_in_braces(const struct written *node)
{
    return node->kind == WRITTEN_GROUP && node->as.group.bracket == BRACKET_BRACES &&
           written_inner(node) && written_inner(node)->kind == WRITTEN_NAME;
}

struct written *build_script(struct parser *parser, struct written *base, struct written *below,
                             struct written *above)
{
    if (below && base->kind == WRITTEN_APPLY && is_name_in_braces(base->as.apply.argument)) {
        base->as.apply.argument = build_script(parser, base->as.apply.argument, below, NULL);
        written_cover(base, below); /* \ln {s}_m */
        return base;
    }
    base = without_braces(base, below);
    struct written *node = base;
    const bool open =
        base->kind == WRITTEN_SCRIPTS && !(below ? base->as.scripts.below : base->as.scripts.above);
    if (!open) {
        node = written_new(parser->arena, WRITTEN_SCRIPTS, base->at, base->end);
        node->as.scripts.base = base;
        written_cover(node, base);
    }
    if (below)
        node->as.scripts.below = below;
    else
        node->as.scripts.above = above;
    written_cover(node, below ? below : above);
    return node;
}

struct written *build_primes(struct parser *parser, struct written *base, size_t n,
                             struct range where)
{
    for (; n > 0; n--)
        base = build_script(parser, base, NULL, build_node(parser, WRITTEN_PRIME, where));
    return base;
}

struct written *build_index(struct parser *parser, struct written *base, const struct token *index,
                            struct range where)
{
    struct written *below = base->kind == WRITTEN_SCRIPTS ? base->as.scripts.below : NULL;
    const bool more = below && below->kind == WRITTEN_INDICES; /* the [j] of W[i][j] */
    if (!more)
        below = build_node(parser, WRITTEN_INDICES, where);
    const char *text = index->text;
    for (size_t at = strspn(text, ", \t\r\n"); text[at]; at += strspn(text + at, ", \t\r\n")) {
        const size_t length = strcspn(text + at, ", \t\r\n");
        const bool number = strspn(text + at, "0123456789") >= length;
        struct written *leaf = build_node(parser, number ? WRITTEN_NUMBER : WRITTEN_NAME, where);
        leaf->as.text = arena_text(parser->arena, text + at, length);
        written_add(parser->arena, below, leaf);
        at += length;
    }
    if (!more)
        return build_script(parser, base, below, NULL);
    written_cover(base, below);
    return base;
}

/* {\sigma}(z) is \sigma(z), and so is \operatorname{\sigma}(z). */
struct written *build_apply(struct parser *parser, struct written *head, struct written *argument,
                            struct range where)
{
    if (is_name_in_braces(head))
        head = without_braces(head, NULL);
    struct written *node = build_node(parser, WRITTEN_APPLY, where);
    node->as.apply.head = head;
    node->as.apply.argument = argument;
    written_cover(node, head);
    written_cover(node, argument);
    return node;
}

/* w^*: where a function has its minimum; nothing is differentiated by it. */
static bool is_point(const struct written *by)
{
    const char *last = by->kind == WRITTEN_NAME ? strrchr(by->as.text, '_') : NULL;
    return last && strcmp(last, "_star") == 0;
}

struct written *build_gradient(struct parser *parser, struct written *of, struct range of_where,
                               struct range where)
{
    const struct written *items = of->kind == WRITTEN_APPLY ? of->as.apply.argument : NULL;
    const struct written *chain = items && items->kind == WRITTEN_ITEMS && items->as.list.n == 1
                                      ? items->as.list.item[0]
                                      : NULL;
    struct written *by = chain && chain->as.list.n == 1 ? chain->as.list.item[0] : NULL;
    if (!by || (by->kind != WRITTEN_NAME && by->kind != WRITTEN_SCRIPTS) || is_point(by)) {
        build_fail(parser, where, REASON_GRADIENT, NULL);
        return of;
    }
    return build_derivative(parser, of, of_where, by, of_where, where);
}

struct written *build_inner(struct parser *parser, struct written *args, struct range where)
{
    struct written *head = written_new(parser->arena, WRITTEN_FUNCTION, where.at, where.at);
    head->as.text = "inner";
    return build_apply(parser, head, args, where);
}

struct written *build_group(struct parser *parser, enum bracket bracket, struct written *items,
                            struct range where)
{
    struct written *node = build_node(parser, WRITTEN_GROUP, where);
    node->as.group.bracket = bracket;
    node->as.group.items = items;
    written_cover(node, items);
    return node;
}

struct written *build_side(struct parser *parser, struct written *chain, enum relation relation,
                           struct range relation_where, struct written *side, struct range where)
{
    if (!chain) {
        chain = build_node(parser, WRITTEN_CHAIN, where);
        if (relation != REL_NONE)
            written_add(parser->arena, chain, NULL);
    }
    side->relation = relation;
    side->relation_at = relation_where.at;
    written_add(parser->arena, chain, side);
    return chain;
}

struct written *build_item(struct parser *parser, struct written *items, enum separator separator,
                           struct range separator_where, struct written *item)
{
    if (!item && separator != SEP_OTHERWISE)
        return items;
    if (!item)
        item = build_node(parser, WRITTEN_CHAIN, separator_where);
    item->separator = separator;
    written_add(parser->arena, items, item);
    return items;
}
