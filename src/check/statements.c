/* statements.c: puts each formula's parts together: chains, conditions, cases in words. */
#include "statements.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "parser.h"
#include "reading.h"
#include "grammar.tab.h"

/* A formula of the document, as written. */
struct formula {
    const struct span *span;
    size_t end;
    struct node *items; /* or null, and: */
    const char *wrong;
    size_t wrong_at;
    bool follows;
};

struct builder {
    struct statements *out;
    const struct source *source;
    struct arena *arena;
    struct formula *formula;
    size_t formulas;
    struct node *last;    /* what a row that begins with = goes on from */
    struct node *pending; /* a condition for what comes next */
    size_t pending_end;   /* where it stood */
    size_t first;         /* statement of the chain that a condition applies to */
};

/* The row is the rest of the one before: it begins with + and holds no relation, or the row before
 * ends in an operator. */
static bool continues(const struct tokens *before, const struct tokens *row)
{
    if (row->n == 0 || before->n == 0)
        return false;
    const int last = before->token[before->n - 1].kind;
    if (tokens_is_operator(last) || tokens_is_relation(last))
        return true;
    if (!tokens_is_operator(row->token[row->token[0].kind == QUAD && row->n > 1].kind))
        return false;
    int depth = 0;
    for (size_t n = 0; n < row->n; n++) {
        depth += (row->token[n].kind == LBRACE) - (row->token[n].kind == RBRACE);
        if (depth == 0 && tokens_is_relation(row->token[n].kind))
            return false;
    }
    return true;
}

static void parse_formula(struct builder *b, const struct span *span, size_t end,
                          struct tokens *tokens)
{
    tokens_settle(tokens, b->arena);
    if (tokens->n == 0)
        return;
    /* Labels such as "R4:" at the start of a line of plain text. */
    if (span->kind == SPAN_LINE && tokens->n > 2) {
        size_t skip = tokens->token[0].kind == LPAR ? 1 : 0;
        while (skip < tokens->n && skip < 5 &&
               (tokens->token[skip].kind == NAME || tokens->token[skip].kind == NUMBER))
            skip++;
        skip +=
            skip < tokens->n && tokens->token[0].kind == LPAR && tokens->token[skip].kind == RPAR;
        const size_t stop = skip < tokens->n ? tokens->token[skip].at : end;
        const bool colon = skip && skip < tokens->n && tokens->token[skip].kind == COMMA &&
                           (b->source->text[stop] == ':' || b->source->text[stop] == '.');
        const bool bracket = tokens->token[0].kind == LPAR && skip > 1 && skip < tokens->n &&
                             tokens->token[1].kind == NUMBER && skip == 3;
        if (colon || bracket) {
            tokens->token += skip + colon;
            tokens->n -= skip + colon;
        }
    }
    b->formula = arena_grow(b->arena, b->formula, b->formulas, sizeof *b->formula);
    struct formula *f = &b->formula[b->formulas++];
    *f = (struct formula){.span = span, .end = end, .follows = span->follows};
    struct parser parser;
    if (tokens->n && parser_read(&parser, tokens, tokens->token[0].at, b->arena)) {
        f->items = parser.tree;
        lexicon_note(&b->out->lexicon, f->items);
    } else {
        f->wrong = tokens->n ? parser.wrong : "nothing stands here";
        f->wrong_at = tokens->n ? parser.wrong_at : span->start;
    }
}

static void parse_all(struct builder *b, const struct spans *spans)
{
    for (size_t n = 0; n < spans->n && b->formulas < STATEMENTS_MAX; n++) {
        const struct span *span = &spans->span[n];
        if (span->kind == SPAN_HEADING) {
            struct statements *s = b->out;
            s->heading = arena_grow(b->arena, s->heading, s->headings, sizeof *s->heading);
            s->heading[s->headings++] = (struct heading){span->start, span->level};
            continue;
        }
        if (span->kind == SPAN_BROKEN) {
            b->formula = arena_grow(b->arena, b->formula, b->formulas, sizeof *b->formula);
            b->formula[b->formulas++] =
                (struct formula){.span = span,
                                 .end = span->end,
                                 .wrong_at = span->start,
                                 .wrong = "the formula that begins here does not end"};
            continue;
        }
        struct tokens tokens = {0};
        size_t end = span->end;
        tokens_read(&tokens, b->source, span, b->arena);
        while (n + 1 < spans->n && spans->span[n + 1].kind == SPAN_ROW &&
               spans->span[n + 1].follows) {
            struct tokens row = {0};
            tokens_read(&row, b->source, &spans->span[n + 1], b->arena);
            if (!continues(&tokens, &row))
                break;
            tokens_read(&tokens, b->source, &spans->span[++n], b->arena);
            end = spans->span[n].end;
        }
        parse_formula(b, span, end, &tokens);
    }
}

static struct statement *add(struct builder *b, size_t at, size_t end)
{
    struct statements *s = b->out;
    s->statement = arena_grow(b->arena, s->statement, s->n, sizeof *s->statement);
    s->statement[s->n] = (struct statement){.at = at, .end = end};
    return &s->statement[s->n++];
}

static void add_unread(struct builder *b, size_t at, size_t end, const char *wrong, size_t wrong_at)
{
    struct statement *s = add(b, at, end);
    s->wrong = wrong;
    s->wrong_at = wrong_at;
    b->last = NULL;
}

/* An index, a whole number, or a list or range of them. */
static bool is_index_part(const struct builder *b, const struct node *node, bool *letter)
{
    node = node ? lexicon_inner(node) : NULL;
    if (!node)
        return false;
    switch (node->kind) {
    case NODE_NUMBER:
    case NODE_DOTS:
        return true;
    case NODE_SYMBOL: {
        const bool single = node->name[1] == '\0' && islower((unsigned char)node->name[0]);
        const bool index = single && b->out->lexicon.index[(unsigned char)node->name[0]];
        *letter = *letter || index;
        return single && (index || strchr("ijkmn", node->name[0]));
    }
    case NODE_SCRIPTS:
        return node->kid[2] && node->kid[2]->kind == NODE_SYMBOL && node->kid[2]->name[0] == '\'' &&
               !node->kid[1] && is_index_part(b, node->kid[0], letter);
    case NODE_MUL:
    case NODE_ADD:
        for (size_t n = 0; n < node->n; n++)
            if (!is_index_part(b, node->kid[n], letter))
                return false;
        return true;
    case NODE_BRACKET: {
        const struct node *items = node->n == 1 ? node->kid[0] : NULL;
        for (size_t n = 0; items && n < items->n; n++)
            if (items->kid[n]->n != 1 || !is_index_part(b, items->kid[n]->kid[0], letter))
                return false;
        return items && items->n > 0 && items->kind == NODE_ITEMS;
    }
    default:
        return false;
    }
}

/* j = k, j ≠ k, 0 ≤ j ≤ 3, j ∈ {0, 1}: about indices alone. */
static bool is_index_condition(const struct builder *b, const struct node *chain)
{
    bool letter = false;
    if (chain->n < 2 || !chain->kid[0])
        return false;
    for (size_t n = 0; n < chain->n; n++) {
        if (!is_index_part(b, chain->kid[n], &letter) || chain->kid[n]->rel == REL_ASSIGN ||
            chain->kid[n]->rel >= REL_ADD)
            return false;
    }
    return letter;
}

/* A chain in parentheses of its own. */
static const struct node *unwrap(const struct node *chain)
{
    while (chain->n == 1 && chain->kid[0] && chain->kid[0]->kind == NODE_BRACKET &&
           chain->kid[0]->n == 1 && chain->kid[0]->kid[0] &&
           chain->kid[0]->kid[0]->kind == NODE_ITEMS && chain->kid[0]->kid[0]->n == 1 &&
           chain->kid[0]->kid[0]->kid[0]->n > 1)
        chain = chain->kid[0]->kid[0]->kid[0];
    return chain;
}

static struct node *both(struct builder *b, struct node *first, struct node *second)
{
    if (!first || !second)
        return first ? first : second;
    struct node *and = node_new(b->arena, NODE_AND, first->at, second->end);
    node_add(b->arena, and, first);
    node_add(b->arena, and, second);
    return and;
}

static struct node *bound(struct builder *b, const struct node *letter, enum relation rel,
                          const struct node *limit)
{
    struct reading r = {.lexicon = &b->out->lexicon, .arena = b->arena};
    struct node *relation = node_new(b->arena, NODE_RELATION, letter->at, limit->end);
    relation->rel = rel;
    node_add(b->arena, relation, reading_formula(&r, letter));
    node_add(b->arena, relation, reading_formula(&r, limit));
    return r.wrong ? NULL : relation;
}

static bool is_leaf(const struct node *chain)
{
    return chain->n == 1 && chain->kid[0] &&
           (chain->kid[0]->kind == NODE_NUMBER || chain->kid[0]->kind == NODE_DOTS ||
            chain->kid[0]->kind == NODE_SYMBOL || chain->kid[0]->kind == NODE_ADD);
}

/* A condition that begins at item n; *next is the item after it. j = 0, …, 3 takes several items. */
static struct node *condition_at(struct builder *b, const struct node *items, size_t n,
                                 size_t *next)
{
    const struct node *chain = unwrap(items->kid[n]);
    const struct node *from = chain->n == 2 && chain->kid[1]->rel == REL_EQ ? chain->kid[1] : NULL;
    const struct node *to = NULL;
    *next = n + 1;
    if (from && from->kind == NODE_MUL && from->n == 3 && from->kid[1]->kind == NODE_DOTS) {
        to = from->kid[2];
        from = from->kid[0];
    }
    while (from && !to && *next < items->n && items->kid[*next]->sep == SEP_COMMA &&
           is_leaf(items->kid[*next])) {
        const struct node *leaf = items->kid[*next]->kid[0];
        if (leaf->kind != NODE_DOTS && *next + 1 >= items->n)
            to = leaf;
        else if (leaf->kind != NODE_DOTS && !is_leaf(items->kid[*next + 1]))
            to = leaf;
        ++*next;
    }
    /* j ∈ {0, …, 3} */
    if (chain->n == 2 && chain->kid[1]->rel == REL_IN && chain->kid[1]->kind == NODE_BRACKET) {
        const struct node *set = chain->kid[1]->kid[0];
        if (set && set->kind == NODE_ITEMS && set->n > 0 && is_leaf(set->kid[0]) &&
            is_leaf(set->kid[set->n - 1])) {
            from = set->kid[0]->kid[0];
            to = set->kid[set->n - 1]->kid[0];
        }
    }
    if (from && to) {
        struct node *low = bound(b, chain->kid[0], REL_GE, from);
        struct node *high = bound(b, chain->kid[0], REL_LE, to);
        if (low && high) {
            struct statements *s = b->out;
            s->range = arena_grow(b->arena, s->range, s->ranges, sizeof *s->range);
            s->range[s->ranges++] = both(b, low, high);
        }
        return low && high ? both(b, low, high) : NULL;
    }
    struct reading r = {.lexicon = &b->out->lexicon, .arena = b->arena};
    return reading_condition(&r, chain);
}

/* Takes a condition in parentheses off the end of a formula: … (j ≠ k). */
static const struct node *take_condition(const struct builder *b, struct node **formula)
{
    struct node *node = *formula;
    if (node->kind == NODE_APPLY && node->n == 2 && node->kid[1]->kind == NODE_ITEMS &&
        node->kid[1]->n == 1 && is_index_condition(b, node->kid[1]->kid[0])) {
        const struct node *chain = node->kid[1]->kid[0];
        *formula = node->kid[0];
        return chain;
    }
    if (node->kind == NODE_MUL && node->kid[node->n - 1]->kind == NODE_BRACKET &&
        node->kid[node->n - 1]->name[0] == '(') {
        const struct node *items = node->kid[node->n - 1]->kid[0];
        if (items && items->kind == NODE_ITEMS && items->n == 1 &&
            is_index_condition(b, items->kid[0])) {
            node->n--;
            return items->kid[0];
        }
    }
    if (node->n && (node->kind == NODE_MUL || node->kind == NODE_ADD || node->kind == NODE_NEG))
        return take_condition(b, &node->kid[node->n - 1]);
    return NULL;
}

/* All letters of a condition are indices of the equation. */
static bool concerns(const struct node *condition, const struct statement *s)
{
    if (!condition)
        return true;
    if (condition->kind == NODE_SYMBOL)
        return condition->n > 0 || node_has_index(s->left, condition->name) ||
               node_has_index(s->right, condition->name);
    for (size_t n = 0; n < condition->n; n++)
        if (!concerns(condition->kid[n], s))
            return false;
    return true;
}

static struct node *stepped(struct builder *b, struct node *left, struct node *right,
                            enum relation rel)
{
    struct node *sum = node_new(b->arena, NODE_ADD, right->at, right->end);
    struct node *negative = node_new(b->arena, NODE_NEG, right->at, right->end);
    node_add(b->arena, negative, right);
    node_add(b->arena, sum, node_copy(b->arena, left));
    node_add(b->arena, sum, rel == REL_TAKE ? negative : right);
    return sum;
}

/* The statements of a chain; later conditions apply to those from b->first on. */
static void add_chain(struct builder *b, const struct formula *f, const struct node *chain,
                      struct node *condition)
{
    struct reading r = {.lexicon = &b->out->lexicon, .arena = b->arena};
    struct node *own = NULL;
    const struct node *taken = chain->n > 1 ? take_condition(b, &chain->kid[chain->n - 1]) : NULL;
    if (taken)
        own = reading_condition(&r, taken);
    r.wrong = NULL;
    b->first = b->out->n;
    struct node *left = chain->kid[0] ? reading_formula(&r, chain->kid[0]) : b->last;
    size_t at = chain->kid[0] ? chain->kid[0]->at : chain->kid[1]->rel_at;
    if (!left)
        r.wrong = r.wrong ? r.wrong : "nothing stands before this sign";
    for (size_t n = 1; n < chain->n; n++) {
        const struct node *part = chain->kid[n];
        if (n > 1)
            at = part->rel_at;
        struct node *right = r.wrong ? NULL : reading_formula(&r, part);
        if (part->rel == REL_ABOUT && !r.wrong)
            reading_fail(&r, part, "only equalities are judged, not what is about equal");
        if (r.wrong) {
            add_unread(b, at, f->end < part->end ? part->end : part->end, r.wrong,
                       r.wrong_at ? r.wrong_at : at);
            /* The rest may still be read on its own. */
            r = (struct reading){.lexicon = &b->out->lexicon, .arena = b->arena};
            left = n + 1 < chain->n ? reading_formula(&r, part) : NULL;
            if (n + 1 < chain->n && r.wrong)
                continue;
            r.wrong = NULL;
            b->last = left;
            continue;
        }
        const bool step = part->rel == REL_ADD || part->rel == REL_TAKE;
        if (step) /* a -= b is a <- a - b */
            right = stepped(b, left, right, part->rel);
        if (step || part->rel == REL_EQ || part->rel == REL_ASSIGN) {
            struct statement *s = add(b, at, part->end);
            s->left = left;
            s->right = right;
            s->rel = step ? REL_ASSIGN : part->rel;
            s->link = n > 1 || !chain->kid[0];
            s->condition = both(b, concerns(condition, s) ? condition : NULL, own);
        }
        left = right;
    }
    b->last = left;
}

static void apply_condition(struct builder *b, struct node *condition)
{
    for (size_t n = b->first; n < b->out->n; n++)
        if (!b->out->statement[n].wrong && concerns(condition, &b->out->statement[n]))
            b->out->statement[n].condition = both(b, b->out->statement[n].condition, condition);
}

/* "a if j = k, b if j ≠ k": the claim before becomes one of cases. */
static void add_case(struct builder *b, struct node *value, struct node *condition)
{
    if (b->first == b->out->n)
        return;
    struct statement *s = &b->out->statement[b->out->n - 1];
    if (s->wrong)
        return;
    if (s->right->kind != NODE_CASES || s->condition) {
        struct node *cases = node_new(b->arena, NODE_CASES, s->right->at, s->right->end);
        node_add(b->arena, cases, s->right);
        node_add(b->arena, cases, s->condition);
        s->right = cases;
        s->condition = NULL;
    }
    node_add(b->arena, s->right, value);
    node_add(b->arena, s->right, condition);
    b->last = s->right;
}

/* A formula without a relation: one more case of the claim before, or a remark. */
static void lone_formula(struct builder *b, const struct node *items, size_t *n)
{
    const struct node *chain = items->kid[*n];
    const struct node *next = *n + 1 < items->n ? items->kid[*n + 1] : NULL;
    const bool otherwise = (next && next->sep == SEP_OTHERWISE) || chain->sep == SEP_OTHERWISE;
    const bool conditional = next && next->sep == SEP_IF && next->n > 1;
    if (b->first == b->out->n || !(otherwise || conditional))
        return;
    struct reading r = {.lexicon = &b->out->lexicon, .arena = b->arena};
    struct node *value = reading_formula(&r, chain->kid[0]);
    size_t after = *n + 1;
    struct node *condition = conditional ? condition_at(b, items, *n + 1, &after) : NULL;
    if (value && (condition || otherwise))
        add_case(b, value, condition);
    *n = (otherwise && chain->sep != SEP_OTHERWISE) ? *n + 1 : after - 1;
}

static void add_formula(struct builder *b, const struct formula *f)
{
    const struct node *items = f->items;
    if (!f->follows)
        b->last = NULL;
    const size_t before = b->out->n;
    const size_t previous_end = before ? b->out->statement[before - 1].end : 0;
    if (b->pending && !prose_leads_on(b->source->text, b->pending_end, f->span->start))
        b->pending = NULL;
    struct node *pending = b->pending;
    b->pending = NULL;
    const bool alone = !f->follows && items->n > 0;
    const size_t old_first = b->first;
    b->first = b->out->n;
    for (size_t n = 0; n < items->n; n++) {
        const struct node *chain = unwrap(items->kid[n]);
        size_t next = n + 1;
        if (chain->n == 0)
            continue;
        const bool conditional = chain->n > 1 && chain->kid[0] &&
                                 (items->kid[n]->sep == SEP_IF || is_index_condition(b, chain));
        if (conditional) {
            struct node *condition = condition_at(b, items, n, &next);
            if (b->out->n > b->first) {
                apply_condition(b, condition);
            } else if (alone && before == b->out->n && n + (next - n) == items->n &&
                       old_first < before && f->span->kind == SPAN_INLINE &&
                       prose_joined_by_word(b->source->text, previous_end, f->span->start)) {
                b->first = old_first; /* "$…$ for $j = k$" */
                apply_condition(b, condition);
                b->first = b->out->n;
            } else if (n > 0 || f->span->kind != SPAN_INLINE ||
                       strncmp(b->source->text + f->span->end, "$:", 2) == 0 ||
                       prose_ends_in_word(b->source->text, 0, f->span->start)) {
                pending = both(b, pending, condition);
            }
            n = next - 1;
        } else if (chain->n > 1) {
            add_chain(b, f, chain, pending);
            pending = NULL;
        } else if (chain->kid[0]) {
            lone_formula(b, items, &n);
        }
    }
    b->pending = pending;
    b->pending_end = f->end;
}

static bool has_relation_token(const struct source *source, const struct formula *f)
{
    for (size_t at = f->span->start; at < f->end; at++)
        if (source->text[at] == '=' || strncmp(source->text + at, "\\leftarrow", 10) == 0)
            return true;
    return f->span->kind != SPAN_INLINE;
}

void statements_read(struct statements *statements, const struct source *source,
                     struct arena *arena)
{
    *statements = (struct statements){.lexicon = {.arena = arena}};
    struct builder b = {.out = statements, .source = source, .arena = arena};
    const struct spans spans = spans_find(source, arena);
    parse_all(&b, &spans);
    for (size_t n = 0; n < b.formulas; n++) {
        const struct formula *f = &b.formula[n];
        if (f->items)
            add_formula(&b, f);
        else if (has_relation_token(source, f))
            add_unread(&b, f->span->start, f->end, f->wrong, f->wrong_at);
    }
}
