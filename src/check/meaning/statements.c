/* statements.c: puts the parts of formulas together: conditions, cases in words, special cases. */
#include "check/meaning/statements.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/builder.h"
#include "check/meaning/conditions.h"
#include "check/meaning/formula.h"
#include "check/meaning/prose.h"
#include "check/meaning/remarks.h"
#include "check/meaning/summed.h"

static void apply_condition(struct builder *b, const struct expr *condition)
{
    for (size_t n = b->first; n < b->out->n; n++) {
        struct statement *s = &b->out->statement[n];
        if (!statement_was_read(s))
            b->kept = NULL; /* what stands behind it is equal under the condition only */
        else if (conditions_concern(condition, s->left, s->right))
            s->condition = conditions_both(b->arena, s->condition, condition);
    }
}

/* --- cases in words --- */

/* "a if j = k, b if j ≠ k": the claim before becomes one of cases. */
static void add_case(struct builder *b, const struct expr *value, const struct expr *condition)
{
    struct statement *s = &b->out->statement[b->out->n - 1];
    if (!statement_was_read(s))
        return;
    const struct expr_branch first = {s->right, s->condition};
    const bool more = s->right->kind == EXPR_CASES && !s->condition;
    const size_t before = more ? s->right->as.cases.n : 1;
    struct expr_branch *branch = arena_new(b->arena, (before + 1) * sizeof *branch);
    memcpy(branch, more ? s->right->as.cases.branch : &first, before * sizeof *branch);
    branch[before] = (struct expr_branch){value, condition};
    s->right = b->last = b->kept = expr_cases(b->arena, s->right->where, branch, before + 1);
    s->condition = NULL;
}

/* A formula without a relation: one more case of the claim before, or a remark. The number of the item to go
 * on with; n if it is a remark. */
static size_t lone_formula(struct builder *b, const struct written *items, size_t n)
{
    const struct written *chain = items->as.list.item[n];
    const struct written *next = n + 1 < items->as.list.n ? items->as.list.item[n + 1] : NULL;
    const bool other_next = next && next->separator == SEP_OTHERWISE;
    const bool other = chain->separator == SEP_OTHERWISE;
    const bool conditional = next && next->separator == SEP_IF && next->as.list.n > 1;
    if (b->first == b->out->n || !(other || other_next || conditional))
        return n;
    struct elaboration to = elaboration_begin(b->lexicon, b->arena);
    const struct expr *value = elaborate(&to, chain->as.list.item[0]);
    struct condition found = {NULL, NULL, n + 1};
    if (conditional)
        found = conditions_at(b->lexicon, b->arena, items, n + 1);
    const struct expr *condition = builder_take_note(b, found);
    if (value && (condition || other || other_next))
        add_case(b, value, condition);
    return other_next && !other ? n + 2 : found.next;
}

static bool behind_wide_space(const char *text, size_t at)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        at--;
    return at > 4 && (strncmp(text + at - 4, "quad", 4) == 0 || text[at - 1] == '~' ||
                      strncmp(text + at - 2, "\\;", 2) == 0);
}

/* A formula without a relation that should have been a part of the equation before it: a row of its
 * own, or behind a wide space. Numbers of equations, and letters and words that name nothing, are none. */
static bool is_leftover(const struct builder *b, const struct formula *f,
                        const struct written *items, size_t n)
{
    const struct written *chain = items->as.list.item[n];
    const struct written *inner = written_inner(chain->as.list.item[0]);
    const bool row = f->follows && n == 0 && items->as.list.n == 1;
    const bool apart = n > 0 && chain->separator == SEP_COMMA &&
                       items->as.list.item[n - 1]->as.list.n > 1 &&
                       behind_wide_space(b->source->text, chain->at);
    if (b->out->n == 0 || (!row && !apart) || !inner)
        return false;
    if (inner->kind == WRITTEN_NUMBER || inner->kind == WRITTEN_DOTS)
        return false;
    if (inner->kind == WRITTEN_NAME && !row)
        return names_have(&b->lexicon->together, inner->as.text);
    return true;
}

static void leave_unread(struct builder *b, const struct written *where)
{
    struct statement *last = &b->out->statement[b->out->n - 1];
    if (!statement_was_read(last))
        return;
    last->wrong = (struct reason){REASON_LEFTOVER, NULL};
    last->wrong_at = where->at;
    b->last = b->kept = NULL;
}

/* --- special cases --- */

static bool is_number(const struct written *node)
{
    if (node->kind == WRITTEN_NEG)
        node = node->as.operand;
    return node->kind == WRITTEN_NUMBER;
}

/* x = 0, for what is not an index. */
static bool sets_value(const struct builder *b, const struct written *items)
{
    const struct written *chain = items->as.list.n == 1 ? items->as.list.item[0] : NULL;
    if (!chain || chain->as.list.n != 2 || !lexicon_head(chain->as.list.item[0]))
        return false;
    const struct written *right = chain->as.list.item[1];
    return right->relation == REL_EQ && is_number(right) &&
           !conditions_about_indices(b->lexicon, chain);
}

/* "For $x = 0$", "at $z = 0$": what is said in the rest of the paragraph is said for that only. */
static bool is_aside(struct builder *b, const struct formula *f)
{
    const char *text = b->source->text;
    const bool value = sets_value(b, f->parsed.tree);
    if (value && f->start < b->aside_end)
        return true;
    if (!value || f->kind != SPAN_INLINE || !prose_ends_in_case(text, 0, f->start))
        return false;
    const char *end = strstr(text + f->end, "\n\n");
    b->aside_end = end ? (size_t)(end - text) : b->source->length;
    b->aside = arena_text(b->arena, text + f->start, f->end - f->start);
    return true;
}

/* Equations of a special case are not judged: their condition is on values. */
static bool set_aside(struct builder *b, const struct formula *f)
{
    if (is_aside(b, f))
        return true;
    if (f->start >= b->aside_end)
        return false;
    const struct written_list *items = &f->parsed.tree->as.list;
    for (size_t n = 0; n < items->n; n++)
        if (items->item[n]->as.list.n > 1)
            builder_add_unread(b, items->item[n]->at, items->item[n]->end,
                               (struct reason){REASON_ASIDE, b->aside}, items->item[n]->at);
    return true;
}

/* --- whole formulas --- */

/* Where a formula stands among the others. */
struct position {
    const struct formula *f;
    size_t statements;   /* before it */
    size_t previous_end; /* where the last of them ended */
    size_t old_first;    /* the first statement of the chain before it */
};

/* The condition belongs to the chain of the formula before: "$…$ for $j = k$". */
static bool joins_previous(const struct builder *b, const struct position *p,
                           const struct written *items, size_t next)
{
    return !p->f->follows && p->statements == b->out->n && next == items->as.list.n &&
           p->old_first < p->statements && p->f->kind == SPAN_INLINE &&
           prose_joined_by_word(b->source->text, p->previous_end, p->f->start);
}

/* A condition alone in its formula holds for what comes only if the text says so. */
static bool leads_on(const struct builder *b, const struct position *p, const struct written *items,
                     size_t n, size_t next)
{
    const char *text = b->source->text;
    return n > 0 || next < items->as.list.n || p->f->kind != SPAN_INLINE ||
           prose_colon_behind(text, p->f->end) || prose_ends_in_word(text, 0, p->f->start);
}

/* A condition on indices at item n; the number of the item behind it. */
static size_t add_condition(struct builder *b, const struct position *p,
                            const struct written *items, size_t n)
{
    const struct condition found = conditions_at(b->lexicon, b->arena, items, n);
    const struct expr *condition = builder_take_note(b, found);
    if (b->out->n > b->first) {
        apply_condition(b, condition);
    } else if (joins_previous(b, p, items, found.next)) {
        b->first = p->old_first;
        apply_condition(b, condition);
        b->first = b->out->n;
    } else if (leads_on(b, p, items, n, found.next)) {
        b->pending = conditions_both(b->arena, b->pending, condition);
    }
    return found.next;
}

static bool are_equations(const struct written *items)
{
    for (size_t n = 0; n < items->as.list.n; n++)
        if (items->as.list.item[n]->as.list.n < 2)
            return false;
    return items->as.list.n > 0;
}

/* (a = …)(b = …): equations side by side, each in parentheses. False if it is anything else. */
static bool add_in_parentheses(struct builder *b, const struct written *node)
{
    const struct written *items = NULL;
    if (node->kind == WRITTEN_APPLY && node->as.apply.argument->kind == WRITTEN_ITEMS)
        items = node->as.apply.argument;
    else if (node->kind == WRITTEN_GROUP && node->as.group.bracket == BRACKET_ROUND)
        items = node->as.group.items;
    if (!items || !are_equations(items) ||
        (node->kind == WRITTEN_APPLY && !add_in_parentheses(b, node->as.apply.head)))
        return false;
    for (size_t n = 0; n < items->as.list.n; n++)
        builder_add_chain(b, items->as.list.item[n], NULL);
    return true;
}

/* One item of a formula, and what belongs to it; the number of the item behind. */
static size_t add_item(struct builder *b, const struct position *p, const struct written *items,
                       size_t n)
{
    const struct written *item = items->as.list.item[n];
    const struct written *chain = conditions_unwrap(item);
    const struct written_list *side = &chain->as.list;
    if (side->n == 0)
        return n + 1;
    if (side->n > 1 && side->item[0] &&
        (item->separator == SEP_IF || conditions_about_indices(b->lexicon, chain)))
        return add_condition(b, p, items, n);
    if (b->out->n > b->first) {
        const struct expr *condition =
            builder_take_note(b, conditions_bracketed(b->lexicon, b->arena, chain));
        if (condition) {
            apply_condition(b, condition);
            return n + 1;
        }
    }
    if (side->n > 1) {
        const struct expr *pending = b->pending;
        b->pending = NULL;
        builder_add_chain(b, chain, pending);
        return n + 1;
    }
    if (side->item[0] && add_in_parentheses(b, side->item[0]))
        return n + 1;
    const size_t next = lone_formula(b, items, n);
    if (next == n && is_leftover(b, p->f, items, n))
        leave_unread(b, chain);
    return next == n ? n + 1 : next;
}

/* It begins with =, and little stands between it and what it goes on from. */
static bool continues(const struct builder *b, const struct formula *f)
{
    const struct written *items = f->parsed.tree;
    const struct written *chain = items->as.list.n ? items->as.list.item[0] : NULL;
    return (b->last || b->kept) && chain && chain->as.list.n > 1 && !chain->as.list.item[0] &&
           prose_goes_on(b->source->text, b->last_end, f->start);
}

static void add_formula(struct builder *b, const struct formula *f)
{
    const struct written *items = f->parsed.tree;
    if (set_aside(b, f) || remarks_index_value(b->lexicon, b->source, f))
        return;
    if (!f->follows && !continues(b, f))
        b->last = b->kept = NULL;
    if (b->pending && !prose_leads_on(b->source->text, b->pending_end, f->start))
        b->pending = NULL;
    const size_t before = b->out->n;
    const struct position p = {f, before, before ? b->out->statement[before - 1].end : 0, b->first};
    b->first = before;
    for (size_t n = 0; n < items->as.list.n;)
        n = add_item(b, &p, items, n);
    b->pending_end = b->last_end = f->end;
}

/* A formula that could not be read is a claim only if it looks like one. */
static bool looks_like_claim(const struct source *source, const struct formula *f)
{
    if (f->kind != SPAN_INLINE || f->parsed.wrong.code == REASON_MANY_FORMULAS)
        return true;
    for (size_t at = f->start; at < f->end; at++)
        if (source->text[at] == '=' || strncmp(source->text + at, "\\leftarrow", 10) == 0)
            return true;
    return false;
}

struct statements *statements_of(const struct source *source, const struct formulas *formulas,
                                 const struct lexicon *lexicon, struct arena *arena)
{
    struct statements *all = arena_new(arena, sizeof *all);
    *all = (struct statements){
        .heading = formulas->heading, .headings = formulas->headings, .lexicon = *lexicon};
    struct builder b = {.out = all, .source = source, .lexicon = lexicon, .arena = arena};
    for (size_t n = 0; n < formulas->n; n++) {
        const struct formula *f = &formulas->formula[n];
        const size_t first = all->n;
        if (f->parsed.tree)
            add_formula(&b, f);
        else if (looks_like_claim(source, f))
            builder_add_unread(&b, f->start, f->end, f->parsed.wrong, f->parsed.wrong_at);
        if (!f->parsed.tree)
            b.kept = NULL;
        remarks_note(all, first, source, formulas, n, arena);
    }
    remarks_settle(all, source, formulas, arena);
    summed_settle(all, arena);
    all->sums_repeated = phrase_has(source->text, source->length, PHRASE_REPEATED);
    return all;
}

struct statements *statements_read(const struct source *source, struct arena *arena)
{
    const struct formulas formulas = formulas_read(source, arena);
    const struct lexicon lexicon = lexicon_of(&formulas, arena);
    return statements_of(source, &formulas, &lexicon, arena);
}
