/* chains.c: a = b = c is a statement for each sign. */
#include "check/meaning/builder.h"
#include "check/meaning/formula.h"
#include "check/meaning/matrix_signs.h"
#include "check/meaning/shapes.h"
#include "check/meaning/softmax.h"

static struct elaboration begin(const struct builder *b)
{
    return elaboration_begin(b->lexicon, b->arena);
}

/* --- single statements --- */

static struct statement *add(struct builder *b, size_t at, size_t end)
{
    struct statements *s = b->out;
    s->statement = arena_grow(b->arena, s->statement, s->n, sizeof *s->statement);
    s->statement[s->n] = (struct statement){.at = at, .end = end};
    return &s->statement[s->n++];
}

void builder_add_unread(struct builder *b, size_t at, size_t end, struct reason wrong,
                        size_t wrong_at)
{
    struct statement *s = add(b, at, end);
    s->wrong = wrong;
    s->wrong_at = wrong_at;
    b->last = NULL;
}

bool statement_was_read(const struct statement *s)
{
    return s->wrong.code == REASON_NONE;
}

const struct expr *builder_take_note(struct builder *b, struct condition found)
{
    struct statements *s = b->out;
    if (found.range) {
        s->range = arena_grow(b->arena, s->range, s->ranges, sizeof *s->range);
        s->range[s->ranges++] = found.range;
    }
    return found.holds;
}

/* --- chains --- */

/* a -= b is a <- a - b */
static const struct expr *stepped(struct builder *b, const struct expr *left,
                                  const struct expr *right, enum relation relation)
{
    struct expr *sum = expr_list(b->arena, right->where, EXPR_ADD);
    expr_append(b->arena, sum, left);
    expr_append(b->arena, sum,
                relation == REL_TAKE ? expr_negative(b->arena, right->where, right) : right);
    return sum;
}

/* w -> w - …: the right side is the left one and something more. */
static bool is_step(const struct expr *left, const struct expr *right)
{
    if (!left || !right || left->kind != EXPR_SYMBOL || right->kind != EXPR_ADD)
        return false;
    for (size_t n = 0; n < right->as.list.n; n++)
        if (expr_same(left, right->as.list.item[n]))
            return true;
    return false;
}

/* Fails if the relation before a side may not stand between the two. */
static void expect_sides(struct elaboration *to, const struct written *side,
                         const struct expr *left, const struct expr *right)
{
    if (side->relation == REL_ABOUT && !expr_is_number(right))
        elaboration_fail(to, side, REASON_ABOUT);
    if (side->relation == REL_BECOMES && !is_step(left, right))
        elaboration_fail(to, side, REASON_ARROW);
}

/* Side n of a chain could not be understood. What stands behind it may still be read on its own. */
static const struct expr *skip_side(struct builder *b, const struct written *chain, size_t n,
                                    size_t at, struct elaboration *to)
{
    const struct written *side = chain->as.list.item[n];
    const bool related = to->wrong.code != REASON_ABOUT && to->wrong.code != REASON_ARROW;
    builder_add_unread(b, at, side->end, to->wrong, to->wrong_at ? to->wrong_at : at);
    *to = begin(b);
    if (n + 1 == chain->as.list.n && !related)
        return NULL;
    const struct expr *left = elaborate(to, side);
    if (left)
        b->last = left;
    return left;
}

/* Where each relation of a chain begins, for messages; the first statement begins with its left side. */
static size_t side_at(const struct written *chain, size_t n)
{
    const struct written *first = chain->as.list.item[0];
    return n == 1 && first ? first->at : chain->as.list.item[n]->relation_at;
}

/* How far a chain was understood. */
struct progress {
    struct elaboration to;
    const struct expr *left;      /* the last side; null if it was not understood */
    const struct expr *kept;      /* the last that was and that is equal to it; may be null */
    const struct expr *condition; /* of what comes before the chain; may be null */
    struct condition own;
};

static void add_equation(struct builder *b, const struct written *chain, size_t n,
                         const struct progress *p, const struct expr *right)
{
    const struct written *side = chain->as.list.item[n];
    struct statement *s = add(b, side_at(chain, n), side->end);
    s->left = p->left;
    s->right = right;
    s->rel = relation_steps(side->relation) ? REL_ASSIGN : side->relation;
    s->link = n > 1 || !chain->as.list.item[0];
    /* The range of an index that only a sum has says nothing of the equation. */
    const bool bound = p->own.range && !conditions_concern(p->own.holds, s->left, s->right);
    s->condition = conditions_both(
        b->arena, conditions_concern(p->condition, s->left, s->right) ? p->condition : NULL,
        bound ? NULL : p->own.holds);
}

/* The shape of a name, said by a set. */
static void add_shape(struct builder *b, const struct expr *symbol, const struct written *set)
{
    struct statements *s = b->out;
    struct shape_said said = {.symbol = symbol};
    if (symbol->kind != EXPR_SYMBOL)
        return;
    shape_said(set, &said.rows, &said.columns);
    s->shape = arena_grow(b->arena, s->shape, s->shapes, sizeof *s->shape);
    s->shape[s->shapes++] = said;
}

/* Whether a side can be understood by itself. */
static bool is_readable(const struct builder *b, const struct written *side)
{
    struct elaboration alone = begin(b);
    return elaborate(&alone, side) != NULL;
}

/* Side n could not be read: what stands before it is equal to what stands behind it, unless a sign in it might
 * relate or separate as well. */
static bool keeps(const struct written *chain, size_t n)
{
    const struct written *side = chain->as.list.item[n];
    const bool unclear = side->kind == WRITTEN_UNREAD && side->as.unread.unclear;
    return side->relation == REL_EQ && (!unclear || n + 1 == chain->as.list.n);
}

/* Side n of a chain, without its condition. */
static void add_link(struct builder *b, const struct written *chain, size_t n,
                     const struct written *side, struct progress *p)
{
    const enum relation relation = chain->as.list.item[n]->relation;
    if (!p->left && p->kept && relation == REL_EQ && is_readable(b, side)) {
        p->left = p->kept;
        p->to = begin(b);
    }
    const struct expr *right = elaborate(&p->to, side);
    if (relation == REL_IN && p->left && is_shape_said(chain->as.list.item[n]))
        add_shape(b, p->left, chain->as.list.item[n]);
    expect_sides(&p->to, chain->as.list.item[n], p->left, right);
    if (elaboration_failed(&p->to)) {
        const bool equal = keeps(chain, n) && !p->condition && !p->own.holds;
        p->left = skip_side(b, chain, n, side_at(chain, n), &p->to);
        p->kept = p->left ? p->left : equal ? p->kept : NULL;
        return;
    }
    if (relation == REL_ADD || relation == REL_TAKE)
        right = stepped(b, p->left, right, relation);
    if (relation_equates(relation) || (relation == REL_IN && conditions_is_binary(right)))
        add_equation(b, chain, n, p, right);
    p->left = p->kept = right;
}

void builder_add_chain(struct builder *b, const struct written *chain, const struct expr *condition)
{
    chain = softmax_entries(b->lexicon, b->arena, chain);
    const struct written_list *side = &chain->as.list;
    const struct written *end = side->item[side->n - 1]; /* without its condition */
    if (shapes_only(b->source, chain)) {
        builder_add_unread(b, chain->at, chain->end, (struct reason){REASON_SHAPES, NULL},
                           chain->at);
        return;
    }
    struct progress p = {.own = conditions_take(b->lexicon, b->arena, &end),
                         .condition = condition,
                         .to = begin(b),
                         .left = b->last,
                         .kept = b->kept};
    builder_take_note(b, p.own);
    if (side->item[0])
        p.left = p.kept = elaborate(&p.to, side->item[0]);
    b->first = b->out->n;
    if (!p.left && !elaboration_failed(&p.to)) {
        p.to.wrong = (struct reason){REASON_NOTHING_BEFORE, NULL};
        p.to.wrong_at = side_at(chain, 1);
    }
    for (size_t n = 1; n < side->n; n++)
        add_link(b, chain, n, n + 1 == side->n ? end : side->item[n], &p);
    b->kept = p.kept;
    b->last = p.left;
}
