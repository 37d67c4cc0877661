/* model.c: sorts statements into definitions, claims and updates, section by section. */
#include "model.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

unsigned model_intern(struct model *m, const char *name, size_t arity)
{
    for (size_t n = 0; n < m->symbols; n++)
        if (m->symbol[n].arity == arity && strcmp(m->symbol[n].name, name) == 0)
            return (unsigned)n + 1;
    if (m->symbols == SYMBOLS_MAX)
        return 0;
    m->symbol = arena_grow(m->arena, m->symbol, m->symbols, sizeof *m->symbol);
    struct symbol *s = &m->symbol[m->symbols++];
    *s = (struct symbol){.name = name, .arity = arity, .value = NAMED_SIZE};
    s->position = arena_new(m->arena, (arity + 1) * sizeof *s->position);
    return (unsigned)m->symbols;
}

const struct symbol *model_symbol(const struct model *m, const struct node *node)
{
    return node->id ? &m->symbol[node->id - 1] : NULL;
}

/* --- symbols --- */

static void intern(struct model *m, struct node *node)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL)
        node->id = model_intern(m, node->name, node->n);
    if (node->kind == NODE_CALL && strcmp(node->name, "sigma") == 0)
        m->sigma_is_called = true;
    for (size_t n = 0; n < node->n; n++)
        intern(m, node->kid[n]);
}

static void for_each_tree(struct model *m, void (*visit)(struct model *, struct node *))
{
    const struct statements *s = m->statements;
    for (size_t n = 0; n < s->n; n++) {
        if (s->statement[n].wrong)
            continue;
        if (!s->statement[n].link)
            visit(m, s->statement[n].left);
        visit(m, s->statement[n].right);
        visit(m, s->statement[n].condition);
    }
    for (size_t n = 0; n < s->ranges; n++)
        visit(m, s->range[n]);
}

static void prepare_names(struct model *m)
{
    signatures_settle(m);
    arities_settle(m);
    layers_settle(m);
    for_each_tree(m, intern);
}

/* --- definitions --- */

/* y_new, W', w^(t+1): the name before the tag, or null. */
static const char *untagged(struct model *m, const char *name)
{
    const char *tag = strchr(name, '^');
    if (!tag || (strcmp(tag, "^new") != 0 && strcmp(tag, "^'") != 0))
        return NULL;
    return arena_text(m->arena, name, (size_t)(tag - name));
}

bool model_is_number(const struct node *node)
{
    return node->kind == NODE_NUMBER ||
           (node->kind == NODE_NEG && node->kid[0]->kind == NODE_NUMBER);
}

static bool mentions(const struct node *node, unsigned id)
{
    if (!node)
        return false;
    if (node->kind == NODE_SYMBOL && node->id == id)
        return true;
    for (size_t n = 0; n < node->n; n++)
        if (mentions(node->kid[n], id))
            return true;
    return false;
}

static bool same_symbol(const struct node *a, const struct node *b)
{
    return a->kind == NODE_SYMBOL && node_same(a, b);
}

/* w - …, as the right side of an update of w without a sign of it on the left. */
static bool steps_from(const struct node *right, const struct node *symbol)
{
    return right->kind == NODE_ADD && right->n >= 2 &&
           (same_symbol(right->kid[0], symbol) || same_symbol(right->kid[right->n - 1], symbol));
}

/* The document computes it, so that nobody updates it: a' = a (1 - a) is the slope of a. */
static bool is_computed(const struct model *m, const char *name, const struct node *left)
{
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind == NODE_SYMBOL && d->left->n == left->n &&
            strcmp(d->left->name, name) == 0 && !model_is_number(d->right))
            return true;
    }
    return false;
}

/* The symbol before the update, if the statement is one. */
static struct node *update_of(struct model *m, const struct statement *s)
{
    if (s->left->kind != NODE_SYMBOL)
        return NULL;
    const char *base = untagged(m, s->left->name);
    const bool arrow = s->rel == REL_ASSIGN && mentions(s->right, s->left->id);
    if (!base && !arrow && !steps_from(s->right, s->left))
        return NULL;
    struct node *old = node_copy(m->arena, s->left);
    if (base) {
        if (strstr(s->left->name, "^'") && is_computed(m, base, s->left))
            return NULL;
        old->name = base;
        intern(m, old);
        if (!mentions(s->right, old->id))
            return NULL;
    }
    return old;
}

/* A left side that can be defined: a name with letters or numbers below it, or f(x). */
static bool can_define(const struct model *m, const struct statement *s)
{
    const struct node *left = s->left;
    if (left->kind == NODE_CALL) {
        bool good = names_have(&m->statements->lexicon.functions, left->name);
        for (size_t n = 0; n < left->n; n++)
            good = good && left->kid[n]->kind == NODE_SYMBOL && left->kid[n]->n == 0;
        return good;
    }
    if (left->kind != NODE_SYMBOL || s->link)
        return false;
    for (size_t n = 0; n < left->n; n++) {
        const struct node *index = left->kid[n];
        if (index->kind != NODE_NUMBER && (index->kind != NODE_SYMBOL || index->n))
            return false;
        for (size_t k = 0; k < n; k++)
            if (index->kind == NODE_SYMBOL && node_same(index, left->kid[k]))
                return false;
    }
    return true;
}

/* Both left sides cover some same entry. */
static bool overlap(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || strcmp(a->name, b->name) != 0 ||
        (a->kind == NODE_SYMBOL && a->n != b->n))
        return false;
    for (size_t n = 0; a->kind == NODE_SYMBOL && n < a->n; n++)
        if (a->kid[n]->kind == NODE_NUMBER && b->kid[n]->kind == NODE_NUMBER &&
            strcmp(a->kid[n]->name, b->kid[n]->name) != 0)
            return false;
    return true;
}

/* Where a new section begins for a symbol that is defined at `first` and again at `second`: at the
 * highest heading between them, the last of several. SIZE_MAX without a heading. */
static size_t section_between(const struct model *m, size_t first, size_t second)
{
    size_t best = SIZE_MAX;
    int level = 100;
    for (size_t n = 0; n < m->statements->headings; n++) {
        const struct heading *h = &m->statements->heading[n];
        if (h->at > first && h->at < second && h->level <= level) {
            level = h->level;
            best = h->at;
        }
    }
    return best;
}

static size_t section_of(const struct model *m, size_t at)
{
    size_t section = 0;
    for (size_t n = 1; n < m->sections; n++)
        if (m->section[n] <= at)
            section = n;
    return section;
}

static void add_definition(struct model *m, const struct statement *s, size_t claim)
{
    m->definition = arena_grow(m->arena, m->definition, m->definitions, sizeof *m->definition);
    struct definition *d = &m->definition[m->definitions++];
    *d = (struct definition){s->left, s->right, s->condition, section_of(m, s->at), claim, {0}};
    for (size_t n = 0; s->left->kind == NODE_CALL && n < s->left->n; n++) {
        d->parameters.name =
            arena_grow(m->arena, d->parameters.name, d->parameters.n, sizeof(char *));
        d->parameters.name[d->parameters.n++] = s->left->kid[n]->name;
    }
}

/* The definition in the same section that covers the same entry, or null; *older is one in an
 * earlier section. */
static const struct definition *defined(const struct model *m, const struct statement *s,
                                        const struct definition **older)
{
    *older = NULL;
    for (size_t n = m->definitions; n--;) {
        const struct definition *d = &m->definition[n];
        if (!overlap(d->left, s->left))
            continue;
        if (d->section == section_of(m, s->at))
            return d;
        *older = d;
        return NULL;
    }
    return NULL;
}

/* "alpha = learning rate": words, no formula. */
static bool is_prose(const struct node *right)
{
    if (right->kind == NODE_SYMBOL)
        return strcmp(right->name, "(words)") == 0;
    for (size_t n = 0; right->kind == NODE_MUL && n < right->n; n++)
        if (right->kid[n]->kind != NODE_SYMBOL || right->kid[n]->n ||
            strlen(right->kid[n]->name) < 4 || !islower((unsigned char)right->kid[n]->name[0]))
            return false;
    return right->kind == NODE_MUL;
}

/* Sorts all statements; false when a new section was found, and it must be done again. */
static bool sort_statements(struct model *m)
{
    m->claims = m->definitions = 0;
    m->claim = NULL;
    m->definition = NULL;
    for (size_t n = 0; n < m->statements->n; n++) {
        const struct statement *s = &m->statements->statement[n];
        m->claim = arena_grow(m->arena, m->claim, m->claims, sizeof *m->claim);
        struct claim *c = &m->claim[m->claims++];
        *c = (struct claim){CLAIM_UNREAD,         s,    s->left, s->right, s->condition,
                            section_of(m, s->at), NULL, NULL};
        if (s->wrong)
            continue;
        c->kind = CLAIM_EQUATION;
        c->old = update_of(m, s);
        if (c->old) {
            c->kind = CLAIM_UPDATE;
            continue;
        }
        if (!can_define(m, s))
            continue;
        const struct definition *older, *same = defined(m, s, &older);
        const bool vector = s->right->kind == NODE_VECTOR || is_prose(s->right);
        const bool again = same && model_is_number(same->right) && model_is_number(s->right);
        if (same && !vector && !again) {
            const size_t between = section_between(m, m->claim[same->claim].statement->at, s->at);
            if (between == SIZE_MAX || node_same(same->right, s->right) || m->sections > 64 ||
                same->right->kind == NODE_DERIVATIVE)
                continue;
            m->section = arena_grow(m->arena, m->section, m->sections, sizeof *m->section);
            size_t at = m->sections++;
            for (; at > 1 && m->section[at - 1] > between; at--)
                m->section[at] = m->section[at - 1];
            m->section[at] = between;
            return false;
        }
        c->kind = CLAIM_DEFINITION;
        if (!vector)
            add_definition(m, s, m->claims - 1);
    }
    return true;
}

/* --- what occurs where --- */

static void count(struct model *m, const struct node *node, size_t claim, bool definition)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->id) {
        struct symbol *s = &m->symbol[node->id - 1];
        if (definition)
            s->in_definitions++;
        else if (s->in_claims == 0 || s->last_claim != claim)
            s->in_claims++;
        s->last_claim = claim;
    }
    for (size_t n = 0; node->kind != NODE_SYMBOL && n < node->n; n++)
        count(m, node->kid[n], claim, definition);
}

static void count_all(struct model *m)
{
    for (size_t n = 0; n < m->claims; n++) {
        const struct claim *c = &m->claim[n];
        if (c->kind == CLAIM_UNREAD)
            continue;
        count(m, c->left, n, c->kind == CLAIM_DEFINITION);
        count(m, c->right, n, c->kind == CLAIM_DEFINITION);
    }
    for (size_t n = 0; n < m->definitions; n++) {
        const struct node *left = m->definition[n].left;
        if (left->kind != NODE_SYMBOL || !left->id)
            continue;
        struct symbol *s = &m->symbol[left->id - 1];
        s->definition = arena_grow(m->arena, s->definition, s->definitions, sizeof(size_t));
        s->definition[s->definitions++] = n;
    }
}

struct alias {
    unsigned from, to;
};

void model_warn(struct model *m, size_t at, const char *text)
{
    for (size_t n = 0; n < m->warnings; n++)
        if (strcmp(m->warning[n].text, text) == 0)
            return;
    m->warning = arena_grow(m->arena, m->warning, m->warnings, sizeof *m->warning);
    m->warning[m->warnings++] = (struct warning){at, text};
}

static void rename_symbol(struct model *m, struct node *node, struct alias alias)
{
    if (!node)
        return;
    if (node->kind == NODE_SYMBOL && node->id == alias.from) {
        const char *name = m->symbol[alias.to - 1].name;
        model_warn(
            m, node->at,
            arena_print(m->arena,
                        "%s stands here only; it is read as %s, which stands everywhere else",
                        node->name, name));
        node->name = name;
        node->id = alias.to;
    }
    for (size_t n = 0; n < node->n; n++)
        rename_symbol(m, node->kid[n], alias);
}

/* w_ij once, where W_ij stands everywhere else, is a slip of the pen. */
static void near_misses(struct model *m)
{
    for (size_t a = 0; a < m->symbols; a++) {
        const struct symbol *s = &m->symbol[a];
        if (s->arity == 0 || s->definitions || s->in_claims + s->in_definitions != 1)
            continue;
        for (size_t b = 0; b < m->symbols; b++) {
            const struct symbol *t = &m->symbol[b];
            if (a == b || t->arity != s->arity || strcasecmp(s->name, t->name) != 0 ||
                t->in_claims + t->in_definitions < 2 || t->definitions)
                continue;
            const struct alias alias = {(unsigned)a + 1, (unsigned)b + 1};
            const struct statements *all = m->statements;
            for (size_t n = 0; n < all->n; n++) {
                if (all->statement[n].wrong)
                    continue;
                rename_symbol(m, all->statement[n].left, alias);
                rename_symbol(m, all->statement[n].right, alias);
            }
            break;
        }
    }
}

const struct definition *model_function(const struct model *m, const char *name, size_t section)
{
    for (size_t n = m->definitions; n--;)
        if (m->definition[n].left->kind == NODE_CALL && m->definition[n].section <= section &&
            strcmp(m->definition[n].left->name, name) == 0)
            return &m->definition[n];
    return NULL;
}

void model_make(struct model *m, const struct statements *statements, struct arena *arena)
{
    *m = (struct model){.arena = arena, .statements = statements};
    m->section = arena_grow(arena, NULL, 0, sizeof *m->section);
    m->sections = 1;
    prepare_names(m);
    while (!sort_statements(m))
        ;
    count_all(m);
    near_misses(m);
    ranges_find(m);
    doubts_warn(m);
}
