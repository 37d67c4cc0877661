/* statements.c: puts each formula's parts together: chains, conditions, cases in words. */
#include "statements.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "conditions.h"
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
    size_t aside_end;     /* up to here, what stands is said for a special case only: */
    const char *aside;    /* "x = 0" */
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
    struct node *own = chain->n > 1 ? conditions_take(b->out, &chain->kid[chain->n - 1]) : NULL;
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
            s->condition = conditions_both(b->out, concerns(condition, s) ? condition : NULL, own);
        }
        left = right;
    }
    b->last = left;
}

static void apply_condition(struct builder *b, struct node *condition)
{
    for (size_t n = b->first; n < b->out->n; n++)
        if (!b->out->statement[n].wrong && concerns(condition, &b->out->statement[n]))
            b->out->statement[n].condition =
                conditions_both(b->out, b->out->statement[n].condition, condition);
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
    struct node *condition = conditional ? conditions_at(b->out, items, *n + 1, &after) : NULL;
    if (value && (condition || otherwise))
        add_case(b, value, condition);
    *n = (otherwise && chain->sep != SEP_OTHERWISE) ? *n + 1 : after - 1;
}

static bool behind_wide_space(const char *text, size_t at)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        at--;
    return at > 4 && (strncmp(text + at - 4, "quad", 4) == 0 || text[at - 1] == '~' ||
                      strncmp(text + at - 2, "\\;", 2) == 0);
}

/* A formula without a relation that should have been a part of the equation before it: a row of its
 * own, or behind a wide space. Numbers of equations are none. */
static bool is_leftover(const struct builder *b, const struct formula *f, const struct node *items,
                        size_t n)
{
    const struct node *chain = items->kid[n];
    const struct node *inner = lexicon_inner(chain->kid[0]);
    const bool row = f->follows && n == 0 && items->n == 1;
    const bool apart = n > 0 && chain->sep == SEP_COMMA && items->kid[n - 1]->n > 1 &&
                       behind_wide_space(b->source->text, chain->at);
    if (b->out->n == 0 || (!row && !apart) || !inner)
        return false;
    if (inner->kind == NODE_NUMBER || inner->kind == NODE_DOTS)
        return false;
    if (inner->kind == NODE_SYMBOL && !row)
        return inner->name[1] == '\0' && !strchr("abciv", inner->name[0]);
    return true;
}

static void leave_unread(struct builder *b, const struct node *where)
{
    struct statement *last = &b->out->statement[b->out->n - 1];
    if (last->wrong)
        return;
    last->wrong = "what follows without a sign may belong to it; write the product with \\cdot";
    last->wrong_at = where->at;
    b->last = NULL;
}

static bool is_number(const struct node *node)
{
    node = node && node->kind == NODE_NEG ? node->kid[0] : node;
    return node && node->kind == NODE_NUMBER;
}

/* "For $x = 0$", "at $z = 0$": what is said in the rest of the paragraph is said for that only. */
static bool is_aside(struct builder *b, const struct formula *f)
{
    const struct node *chain = f->items->n == 1 ? f->items->kid[0] : NULL;
    const char *text = b->source->text;
    const size_t start = f->span->start;
    const bool value = chain && chain->n == 2 && chain->kid[0] && lexicon_head(chain->kid[0]) &&
                       chain->kid[1]->rel == REL_EQ && is_number(chain->kid[1]) &&
                       !conditions_about_indices(b->out, chain);
    if (value && start < b->aside_end)
        return true;
    if (!value || f->span->kind != SPAN_INLINE || !prose_ends_in_case(text, 0, start))
        return false;
    const char *end = strstr(text + f->end, "\n\n");
    b->aside_end = end ? (size_t)(end - text) : b->source->length;
    b->aside = arena_text(b->arena, text + start, f->end - start);
    return true;
}

/* Equations of a special case are not judged: their condition is on values. */
static bool set_aside(struct builder *b, const struct formula *f)
{
    if (is_aside(b, f))
        return true;
    if (f->span->start >= b->aside_end)
        return false;
    for (size_t n = 0; n < f->items->n; n++) {
        const struct node *chain = f->items->kid[n];
        if (chain->n > 1)
            add_unread(b, chain->at, chain->end,
                       arena_print(b->arena,
                                   "it is said for %s only; such conditions are not judged",
                                   b->aside),
                       chain->at);
    }
    return true;
}

static void add_formula(struct builder *b, const struct formula *f)
{
    const struct node *items = f->items;
    if (set_aside(b, f))
        return;
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
        const struct node *chain = conditions_unwrap(items->kid[n]);
        struct node *bracketed = NULL;
        size_t next = n + 1;
        if (chain->n == 0)
            continue;
        const bool conditional =
            chain->n > 1 && chain->kid[0] &&
            (items->kid[n]->sep == SEP_IF || conditions_about_indices(b->out, chain));
        if (conditional) {
            struct node *condition = conditions_at(b->out, items, n, &next);
            if (b->out->n > b->first) {
                apply_condition(b, condition);
            } else if (alone && before == b->out->n && n + (next - n) == items->n &&
                       old_first < before && f->span->kind == SPAN_INLINE &&
                       prose_joined_by_word(b->source->text, previous_end, f->span->start)) {
                b->first = old_first; /* "$…$ for $j = k$" */
                apply_condition(b, condition);
                b->first = b->out->n;
            } else if (n > 0 || next < items->n || f->span->kind != SPAN_INLINE ||
                       strncmp(b->source->text + f->span->end, "$:", 2) == 0 ||
                       prose_ends_in_word(b->source->text, 0, f->span->start)) {
                pending = conditions_both(b->out, pending, condition);
            }
            n = next - 1;
        } else if (b->out->n > b->first && (bracketed = conditions_bracketed(b->out, chain))) {
            apply_condition(b, bracketed);
        } else if (chain->n > 1) {
            add_chain(b, f, chain, pending);
            pending = NULL;
        } else if (chain->kid[0]) {
            const size_t at = n;
            lone_formula(b, items, &n);
            if (at == n && is_leftover(b, f, items, n))
                leave_unread(b, chain);
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
