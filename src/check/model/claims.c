/* claims.c: what defines a symbol, what updates it, what only claims something of it. */
#include "check/model/claims.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "check/model/bounds.h"
#include "check/model/introductions.h"
#include "check/model/sorting.h"
#include "check/vocabulary/functions.h"

/* Sections of a document: a book chapter with an exercise in each section. */
enum { SECTIONS_MAX = 65 };

/* --- updates --- */

static bool is_symbol(const struct expr *e, const void *id)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.id == *(const unsigned *)id;
}

static bool mentions(const struct expr *e, unsigned id)
{
    return expr_any(e, is_symbol, &id);
}

/* w - …, as the right side of an update of w without a sign of it on the left. */
static bool steps_from(const struct expr *right, const struct expr *symbol)
{
    const struct expr_list *term = &right->as.list;
    return right->kind == EXPR_ADD && term->n >= 2 &&
           (expr_same(term->item[0], symbol) || expr_same(term->item[term->n - 1], symbol));
}

/* The document computes it, so that nobody updates it: a' = a (1 - a) is the slope of a. */
static bool is_computed(const struct model *m, const struct symbol_name *name, size_t arity)
{
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind == EXPR_SYMBOL && d->left->as.symbol.index.n == arity &&
            symbol_name_same(&d->left->as.symbol.name, name) && !expr_is_number(d->right))
            return true;
    }
    return false;
}

/* The symbol before the update, if the claim is one: y_new, W', w^(t+1), or w <- … w …; else null. */
static const struct expr *update_of(const struct model *m, const struct claim *c,
                                    struct arena *arena)
{
    if (c->left->kind != EXPR_SYMBOL)
        return NULL;
    const struct expr_symbol *symbol = &c->left->as.symbol;
    if (symbol->name.tag == TAG_NONE) {
        const bool arrow = c->statement->rel == REL_ASSIGN && mentions(c->right, symbol->id);
        return arrow || steps_from(c->right, c->left) ? c->left : NULL;
    }
    struct expr *old = expr_shallow(arena, c->left);
    old->as.symbol.name.tag = TAG_NONE;
    old->as.symbol.id = symbols_find(&m->symbols, &old->as.symbol.name, symbol->index.n);
    if (symbol->name.tag == TAG_PRIME && is_computed(m, &old->as.symbol.name, symbol->index.n))
        return NULL;
    return mentions(c->right, old->as.symbol.id) ? old : NULL;
}

/* --- definitions --- */

/* f(x) = …, but not tanh(x) = y, which names a value of tanh. */
static bool defines_function(const struct model *m, const struct expr *call,
                             const struct expr *right)
{
    for (size_t n = 0; n < call->as.call.argument.n; n++) {
        const struct expr *argument = call->as.call.argument.item[n];
        if (argument->kind != EXPR_SYMBOL || argument->as.symbol.index.n ||
            (function_named(call->as.call.function) && !mentions(right, argument->as.symbol.id)))
            return false;
    }
    return names_have(&m->statements->lexicon.functions, call->as.call.function);
}

/* A left side that can be defined: a name with letters or numbers below it, each letter once, or f(x). */
static bool can_define(const struct model *m, const struct claim *c)
{
    if (c->left->kind == EXPR_CALL)
        return defines_function(m, c->left, c->right);
    if (c->left->kind != EXPR_SYMBOL)
        return false;
    const struct expr_list *index = &c->left->as.symbol.index;
    for (size_t n = 0; n < index->n; n++) {
        const bool letter =
            index->item[n]->kind == EXPR_SYMBOL && index->item[n]->as.symbol.index.n == 0;
        if (!letter && index->item[n]->kind != EXPR_NUMBER)
            return false;
        for (size_t k = 0; letter && k < n; k++)
            if (expr_same(index->item[n], index->item[k]))
                return false;
    }
    return true;
}

/* An index under its condition is none of the numbers that the other may be. */
static bool are_apart(const struct model *m, const struct expr *i, const struct expr *condition,
                      const struct expr *j)
{
    struct bounds range;
    long number;
    return i->kind == EXPR_SYMBOL && ranges_number(m, j, &number) &&
           bounds_of_condition(m, condition, i->as.symbol.name.base, &range) &&
           (number < range.low || number > range.high);
}

/* Both left sides, under their conditions, cover some same entry. */
static bool overlap(const struct model *m, const struct expr *a, const struct expr *of_a,
                    const struct expr *b, const struct expr *of_b)
{
    if (!expr_same_head(a, b))
        return false;
    if (a->kind != EXPR_SYMBOL)
        return true;
    if (a->as.symbol.index.n != b->as.symbol.index.n)
        return false;
    for (size_t n = 0; n < a->as.symbol.index.n; n++) {
        const struct expr *i = a->as.symbol.index.item[n], *j = b->as.symbol.index.item[n];
        if ((i->kind == EXPR_NUMBER && j->kind == EXPR_NUMBER && !expr_same(i, j)) ||
            are_apart(m, i, of_a, j) || are_apart(m, j, of_b, i))
            return false;
    }
    return true;
}

static bool is_word(const struct expr *e)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.index.n == 0 &&
           strlen(e->as.symbol.name.base) >= 4 && islower((unsigned char)e->as.symbol.name.base[0]);
}

/* The place of words in a formula (reading/lexer.l). */
static bool is_words(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SYMBOL && strcmp(e->as.symbol.name.base, "(words)") == 0;
}

/* Words stand in it that are not what a symbol is called: those are "alpha = learning rate". */
static bool has_words(const struct model *m, const struct claim *c)
{
    return expr_any(c->left, is_words, NULL) ||
           (expr_any(c->right, is_words, NULL) &&
            !(expr_is_letter(c->right, "(words)") && !c->statement->link && can_define(m, c)));
}

/* "alpha = learning rate": words, no formula. */
static bool is_prose(const struct expr *right)
{
    if (right->kind != EXPR_MUL)
        return expr_is_letter(right, "(words)");
    for (size_t n = 0; n < right->as.list.n; n++)
        if (!is_word(right->as.list.item[n]))
            return false;
    return true;
}

/* --- chains --- */

/* Where a new section begins for a symbol that is defined at `first` and again at `second`: at the
 * highest heading between them, the last of several. SIZE_MAX without a heading. */
static size_t section_between(const struct model *m, size_t first, size_t second)
{
    size_t best = SIZE_MAX;
    int level = INT_MAX;
    for (size_t n = 0; n < m->statements->headings; n++) {
        const struct heading *h = &m->statements->heading[n];
        if (h->at > first && h->at < second && h->level <= level) {
            level = h->level;
            best = h->at;
        }
    }
    return best;
}

static const struct statement *head_of_chain(const struct model *m, const struct statement *s)
{
    while (s > m->statements->statement && s->link && s[-1].wrong.code == REASON_NONE)
        s--;
    return s;
}

static bool heading_between(const struct model *m, size_t a, size_t b)
{
    return section_between(m, a < b ? a : b, a < b ? b : a) != SIZE_MAX;
}

static bool is_bare(const struct expr *e)
{
    return e->kind == EXPR_SYMBOL || e->kind == EXPR_CALL;
}

/* Some other statement could define it, or it stands in a formula before. */
static bool is_known_otherwise(const struct model *m, const struct claim *c, bool formulas)
{
    for (size_t n = 0; n < m->statements->n; n++) {
        const struct statement *s = &m->statements->statement[n];
        if (s->wrong.code != REASON_NONE || s == c->statement)
            continue;
        /* "Exercise 2: z = f(x) = ..." is about another f. */
        if ((c->left->kind == EXPR_CALL || !formulas) &&
            heading_between(m, s->at, c->statement->at))
            continue;
        if ((!s->link || s < c->statement) && s->rel != REL_IN &&
            overlap(m, s->left, s->condition, c->left, c->condition))
            return true;
        if (formulas && s + 1 < c->statement && c->left->kind == EXPR_SYMBOL &&
            mentions(s->right, c->left->as.symbol.id))
            return true;
    }
    return false;
}

/* f(u) = y, in which y is no argument: y gets its value, and f is no constant. */
static bool names_value(const struct claim *c)
{
    return c->left->kind == EXPR_CALL && c->right->kind == EXPR_SYMBOL &&
           !mentions(c->left, c->right->as.symbol.id);
}

/* In a = b = c the new name b is defined by the rest of the chain. Numbers at its end are values; in dE/dw = x = …
 * the x may be an input of the model. */
static bool chain_defines(const struct model *m, const struct claim *c)
{
    const struct statement *head = head_of_chain(m, c->statement);
    const bool named = is_bare(head->left);
    if (expr_is_constant(c->right) && (!named || c->left->kind == EXPR_CALL))
        return false;
    if (names_value(c))
        return false;
    if (!named && is_bare(c->right))
        return false;
    return !is_known_otherwise(m, c, !named);
}

/* --- sections --- */

static size_t section_of(const struct model *m, size_t at)
{
    size_t section = 0;
    for (size_t n = 1; n < m->sections; n++)
        if (m->section[n] <= at)
            section = n;
    return section;
}

static void add_section(struct model *m, size_t begin, struct arena *arena)
{
    m->section = arena_grow(arena, m->section, m->sections, sizeof *m->section);
    size_t at = m->sections++;
    for (; at > 1 && m->section[at - 1] > begin; at--)
        m->section[at] = m->section[at - 1];
    m->section[at] = begin;
}

/* The definition in the same section that covers the same entry, or null. */
static const struct definition *defined_before(const struct model *m, const struct claim *c)
{
    for (size_t n = m->definitions; n--;)
        if (overlap(m, m->definition[n].left, m->definition[n].condition, c->left, c->condition))
            return m->definition[n].section == c->section ? &m->definition[n] : NULL;
    return NULL;
}

/* A number, or a symbol that was given one: w_1 = w_2 where w_2 = 1. */
static bool is_value(const struct model *m, const struct expr *e)
{
    for (size_t n = m->definitions; e->kind == EXPR_SYMBOL && n--;)
        if (expr_same(m->definition[n].left, e))
            return expr_is_constant(m->definition[n].right);
    return expr_is_constant(e);
}

static void add_definition(struct model *m, size_t claim, struct arena *arena)
{
    const struct claim *c = &m->claim[claim];
    struct definition *d = &m->definition[m->definitions++];
    *d = (struct definition){c->left, c->right, c->condition, c->section,
                             claim,   c->rival, false,        {NULL, 0}};
    m->rivals += c->rival;
    if (c->left->kind != EXPR_CALL)
        return;
    const struct expr_list *argument = &c->left->as.call.argument;
    d->parameters.name = arena_new(arena, argument->n * sizeof *d->parameters.name);
    for (size_t n = 0; n < argument->n; n++)
        d->parameters.name[d->parameters.n++] = argument->item[n]->as.symbol.name.base;
}

/* A definition of what was defined before claims that both are the same, unless a heading stands between; that
 * begins a section. True if it is a new one. */
static bool opens_section(struct model *m, const struct claim *c, const struct definition *same,
                          struct arena *arena)
{
    const size_t between =
        section_between(m, m->claim[same->claim].statement->at, c->statement->at);
    if (between == SIZE_MAX || m->sections == SECTIONS_MAX || expr_same(same->right, c->right) ||
        (expr_is_constant(c->right) && !expr_is_constant(same->right)) ||
        same->right->kind == EXPR_DERIVATIVE)
        return false;
    add_section(m, between, arena);
    return true;
}

/* Another meaning without a heading: a section that begins where it stands. False if it was not there yet. */
static bool add_rival(struct model *m, size_t claim, struct arena *arena)
{
    struct claim *c = &m->claim[claim];
    if (m->section[c->section] != c->statement->at && m->sections < SECTIONS_MAX) {
        add_section(m, c->statement->at, arena);
        return false;
    }
    c->kind = CLAIM_DEFINITION;
    c->rival = true;
    add_definition(m, claim, arena);
    return true;
}

/* A link of a chain that is no definition of its left side may introduce another symbol. */
static void introduce(struct model *m, size_t claim, struct arena *arena)
{
    struct claim *c = &m->claim[claim];
    const struct introduction found = introductions_find(m, c);
    if (!found.symbol)
        return;
    c->kind = CLAIM_DEFINITION;
    c->left = found.symbol;
    c->right = found.formula;
    add_definition(m, claim, arena);
}

/* An equation between what words stand in, or that is solved, is not judged. True if it is set aside. */
static bool set_aside(const struct model *m, struct claim *c)
{
    const bool words = has_words(m, c);
    if (!words && !sorting_is_solution(m, c))
        return false;
    c->kind = CLAIM_UNREAD;
    c->reason = (struct reason){words ? REASON_PHRASE : REASON_SOLUTION, NULL};
    c->left = c->right = c->condition = NULL;
    return true;
}

/* An equation that may define its left side does so, unless something did before; false if it opens a section. */
static bool define(struct model *m, size_t claim, struct arena *arena)
{
    struct claim *c = &m->claim[claim];
    if (c->statement->remark == REMARK_OTHER || c->statement->found_anew)
        return add_rival(m, claim, arena);
    const struct definition *same = defined_before(m, c);
    const bool no_value = c->right->kind == EXPR_LIST || is_prose(c->right);
    const bool again =
        same && is_value(m, same->right) && expr_is_constant(c->right) && !c->statement->turned;
    if (same && !no_value && !again) {
        c->again = !expr_is_constant(c->right);
        return !opens_section(m, c, same, arena);
    }
    c->kind = CLAIM_DEFINITION;
    if (!no_value)
        add_definition(m, claim, arena);
    return true;
}

/* The kind of a claim; false if it opens a section. */
static bool sort_claim(struct model *m, size_t claim, struct arena *arena)
{
    struct claim *c = &m->claim[claim];
    c->section = section_of(m, c->statement->at);
    if (c->kind == CLAIM_UNREAD)
        return true;
    c->kind = CLAIM_EQUATION;
    c->left = c->statement->left;
    c->right = c->statement->right;
    c->again = c->rival = false;
    if (c->statement->remark == REMARK_ONE_HOT || c->statement->remark == REMARK_SYMMETRY ||
        c->statement->rel == REL_IN)
        return true; /* sorting.h */
    if (set_aside(m, c))
        return true;
    c->old = update_of(m, c, arena);
    if (c->old)
        c->kind = CLAIM_UPDATE;
    else if (c->statement->link && (!can_define(m, c) || !chain_defines(m, c)))
        introduce(m, claim, arena);
    else if (can_define(m, c))
        return define(m, claim, arena);
    return true;
}

static void sort_all(struct model *m, struct arena *arena)
{
    for (size_t n = 0; n < m->claims;)
        if (sort_claim(m, n, arena)) {
            n++;
        } else { /* what comes before may belong to the new section */
            m->definitions = m->rivals = 0;
            n = 0;
        }
}

/* --- what occurs where --- */

struct count {
    struct model *model;
    size_t *last_claim; /* of each symbol, plus 1 */
    size_t claim;
    bool definition;
};

static enum walk count(const struct expr *e, void *with)
{
    const struct count *c = with;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    if (!e->as.symbol.id)
        return WALK_PRUNE;
    struct symbol *s = &c->model->symbols.symbol[e->as.symbol.id - 1];
    size_t *last = &c->last_claim[e->as.symbol.id - 1];
    if (c->definition)
        s->in_definitions++;
    else if (*last != c->claim + 1)
        s->in_claims++;
    *last = c->claim + 1;
    return WALK_PRUNE;
}

static void count_all(struct model *m, struct arena *arena)
{
    struct count c = {.model = m,
                      .last_claim = arena_new(arena, m->symbols.n * sizeof *c.last_claim)};
    for (c.claim = 0; c.claim < m->claims; c.claim++) {
        const struct claim *claim = &m->claim[c.claim];
        c.definition = claim->kind == CLAIM_DEFINITION;
        expr_walk(claim->left, count, &c);
        expr_walk(claim->right, count, &c);
    }
    for (size_t n = 0; n < m->definitions; n++) {
        const struct expr *left = m->definition[n].left;
        if (left->kind != EXPR_SYMBOL || !left->as.symbol.id)
            continue;
        struct symbol *s = &m->symbols.symbol[left->as.symbol.id - 1];
        s->definition = arena_grow(arena, s->definition, s->definitions, sizeof(size_t));
        s->definition[s->definitions++] = n;
    }
}

void claims_sort(struct model *m, struct arena *arena)
{
    m->section = arena_grow(arena, NULL, 0, sizeof *m->section);
    m->sections = 1;
    m->claims = m->statements->n;
    m->claim = arena_new(arena, m->claims * sizeof *m->claim);
    m->definition = arena_new(arena, m->claims * sizeof *m->definition);
    for (size_t n = 0; n < m->claims; n++) {
        const struct statement *s = &m->statements->statement[n];
        struct claim *c = &m->claim[n];
        *c = (struct claim){.kind = CLAIM_UNREAD, .statement = s, .reason = s->wrong};
        if (s->wrong.code != REASON_NONE)
            continue;
        c->kind = CLAIM_EQUATION;
        c->left = s->left;
        c->right = s->right;
        c->condition = s->condition;
    }
    sort_all(m, arena);
    count_all(m, arena);
}

void claims_rewrite(struct model *m, struct arena *arena,
                    const struct expr *(*change)(struct arena *arena, const struct expr *e,
                                                 enum walk *way, void *with),
                    void *with)
{
    const struct expr *right_before = NULL, *new_right = NULL;
    for (size_t n = 0; n < m->claims; n++) {
        struct claim *c = &m->claim[n];
        if (c->kind == CLAIM_UNREAD)
            continue;
        c->left = c->left == right_before ? new_right : expr_rewrite(arena, c->left, change, with);
        right_before = c->right;
        new_right = c->right = expr_rewrite(arena, c->right, change, with);
        if (c->old)
            c->old = expr_rewrite(arena, c->old, change, with);
    }
    for (size_t n = 0; n < m->definitions; n++) {
        m->definition[n].left = m->claim[m->definition[n].claim].left;
        m->definition[n].right = m->claim[m->definition[n].claim].right;
    }
}
