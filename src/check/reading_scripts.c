/* reading_scripts.c: what stands below and above a name: indices, parts of the name, powers. */
#include <ctype.h>
#include <string.h>

#include "reading.h"

bool reading_is_new(const char *word)
{
    return strcmp(word, "new") == 0 || strcmp(word, "neu") == 0 || strcmp(word, "next") == 0 ||
           strcmp(word, "updated") == 0;
}

bool reading_is_old(const char *word)
{
    return strcmp(word, "old") == 0 || strcmp(word, "alt") == 0;
}

struct scripts {
    struct node *symbol; /* the indices are added to it */
    const char *below;   /* a part of the name from below, or null */
    const char *above;   /* from above: "(1)", "new", "'" */
    bool stepped;        /* its index is the time */
};

static void add_index(struct reading *r, struct node *symbol, const struct node *where,
                      const char *text, size_t length)
{
    const bool number = strspn(text, "0123456789") >= length;
    struct node *index =
        node_new(r->arena, number ? NODE_NUMBER : NODE_SYMBOL, where->at, where->end);
    index->name = arena_text(r->arena, text, length);
    node_add(r->arena, symbol, index);
}

/* ij, j0, 10 are indices side by side; out is a part of the name. A run of digits stays together
 * until the number of the name's indices is known. */
static void below_word(struct reading *r, struct scripts *s, const struct node *word)
{
    const char *text = word->name;
    const size_t length = strlen(text);
    if (reading_is_new(text)) {
        s->above = "new";
        return;
    }
    if (reading_is_old(text))
        return;
    bool indices = length <= 3;
    for (size_t n = 0; indices && n < length; n++)
        indices = isdigit((unsigned char)text[n]) ||
                  (islower((unsigned char)text[n]) &&
                   (length == 1 || r->lexicon->index[(unsigned char)text[n]] ||
                    strchr("ijkmn", text[n])));
    if (!indices) {
        s->below = s->below ? arena_print(r->arena, "%s_%s", s->below, text) : text;
        return;
    }
    for (size_t n = 0; n < length;) {
        size_t run = strspn(text + n, "0123456789");
        run = run ? run : 1;
        add_index(r, s->symbol, word, text + n, run);
        n += run;
    }
}

static void below(struct reading *r, struct scripts *s, const struct node *node)
{
    if (r->wrong)
        return;
    switch (node->kind) {
    case NODE_NUMBER:
        if (strspn(node->name, "0123456789") < strlen(node->name))
            reading_fail(r, node, "an index is a whole number");
        else
            add_index(r, s->symbol, node, node->name, strlen(node->name));
        break;
    case NODE_SYMBOL:
        if (!s->stepped)
            below_word(r, s, node);
        break;
    case NODE_MUL:
        for (size_t n = 0; n < node->n; n++)
            below(r, s, node->kid[n]);
        break;
    case NODE_SCRIPTS: { /* an index with a prime, k'; or a name with an index, net_{h_j} */
        if (node->kid[0]->kind == NODE_SYMBOL && node->kid[1] && !node->kid[2]) {
            s->below = s->below ? arena_print(r->arena, "%s_%s", s->below, node->kid[0]->name)
                                : node->kid[0]->name;
            below(r, s, node->kid[1]);
            break;
        }
        const bool prime = node->kid[0]->kind == NODE_SYMBOL && !node->kid[1] && node->kid[2] &&
                           node->kid[2]->kind == NODE_SYMBOL && node->kid[2]->name[0] == '\'';
        if (prime)
            add_index(r, s->symbol, node, arena_print(r->arena, "%s'", node->kid[0]->name),
                      strlen(node->kid[0]->name) + 1);
        else
            reading_fail(r, node, "an index that is not understood");
        break;
    }
    case NODE_ADD: {
        if (s->stepped) {
            s->above = "new";
            break;
        }
        struct node *index = reading_formula(r, node);
        if (index)
            node_add(r->arena, s->symbol, index);
        break;
    }
    case NODE_BRACKET:
        for (size_t n = 0; n < node->n; n++)
            if (node->kid[n])
                below(r, s, node->kid[n]);
        break;
    case NODE_ITEMS:
        for (size_t n = 0; n < node->n && !r->wrong; n++) {
            if (node->kid[n]->n != 1 || !node->kid[n]->kid[0])
                reading_fail(r, node, "an index that is not understood");
            else
                below(r, s, node->kid[n]->kid[0]);
        }
        break;
    default:
        reading_fail(r, node, "an index that is not understood");
    }
}

static bool time_plus_one(const struct node *node)
{
    return node->kind == NODE_ADD && node->n == 2 && node->kid[0]->kind == NODE_SYMBOL &&
           (strcmp(node->kid[0]->name, "tau") == 0 ||
            (strlen(node->kid[0]->name) == 1 && strchr("tnks", node->kid[0]->name[0]))) &&
           node->kid[1]->kind == NODE_NUMBER && strcmp(node->kid[1]->name, "1") == 0;
}

/* What stands above a name, if it is a part of the name: true, and *above is that part (null for an
 * old value). */
static bool above_name(struct reading *r, const struct node *sup, const char *base,
                       const char **above, const struct node **index)
{
    *index = NULL;
    const struct node *inner = sup;
    while (inner->kind == NODE_BRACKET && inner->name[0] == '\0' && lexicon_inner(inner) != inner &&
           inner->kid[0]->kind == NODE_ITEMS)
        inner = inner->kid[0]->kid[0]->kid[0];
    const bool bracket =
        inner->kind == NODE_BRACKET && (inner->name[0] == '(' || inner->name[0] == '[');
    const struct node *content = lexicon_inner(inner);
    *above = NULL;
    if (content->kind == NODE_SYMBOL &&
        (reading_is_new(content->name) || reading_is_old(content->name))) {
        *above = reading_is_new(content->name) ? "new" : NULL;
        return true;
    }
    if (content->kind == NODE_SYMBOL && strcmp(content->name, "'") == 0) {
        *above = "'";
        return true;
    }
    if (time_plus_one(content) && (bracket || r->lexicon->time)) {
        *above = "new";
        return true;
    }
    if (content->kind == NODE_SYMBOL && r->lexicon->time &&
        (strcmp(content->name, "tau") == 0 ||
         (content->name[1] == '\0' &&
          r->lexicon->time_letter[(unsigned char)content->name[0] % 128])))
        return true;
    const bool leaf = content->kind == NODE_SYMBOL || content->kind == NODE_NUMBER;
    /* x^{(i)} with an index that is summed over: one more index */
    const char *letter = content->kind == NODE_SYMBOL ? content->name : "";
    const bool sampled = bracket && names_have(&r->lexicon->sampled, base);
    if (sampled &&
        (content->kind == NODE_NUMBER ||
         (letter[0] && letter[1] == '\0' && r->lexicon->index[(unsigned char)letter[0]]))) {
        *index = content;
        return true;
    }
    if (leaf && (bracket || names_have(&r->lexicon->layered, base))) {
        *above = arena_print(r->arena, bracket ? "(%s)" : "%s", content->name);
        return true;
    }
    if (content->kind == NODE_SYMBOL && strcmp(content->name, "T") == 0)
        reading_fail(r, sup, "transposed matrices are not read; write the sum with its indices");
    return false;
}

static struct node *power(struct reading *r, struct node *base, const struct node *sup)
{
    struct node *exponent = base ? reading_formula(r, sup) : NULL;
    if (!exponent)
        return NULL;
    struct node *result = node_new(r->arena, NODE_POW, base->at, exponent->end);
    node_add(r->arena, result, base);
    node_add(r->arena, result, exponent);
    return result;
}

/* A delta with two indices that nobody defines is 1 where they are equal, else 0. */
static struct node *kronecker(struct reading *r, struct node *symbol)
{
    if (strcmp(symbol->name, "delta") != 0 || symbol->n != 2 ||
        names_have(&r->lexicon->defined, "delta"))
        return symbol;
    struct node *relation = node_new(r->arena, NODE_RELATION, symbol->at, symbol->end);
    relation->rel = REL_EQ;
    node_add(r->arena, relation, symbol->kid[0]);
    node_add(r->arena, relation, symbol->kid[1]);
    return reading_call(r, NODE_INDICATOR, NULL, symbol, relation);
}

enum { SCRIPTS_MAX = 8 };

/* The nodes of a name with scripts, from the inside out; 0 if they are too many. */
static size_t unfold(const struct node *written, const struct node *levels[SCRIPTS_MAX])
{
    size_t n = 0;
    for (; written->kind == NODE_SCRIPTS; written = written->kid[0]) {
        if (n == SCRIPTS_MAX)
            return 0;
        levels[n++] = written;
    }
    return n;
}

static struct node *exponential(struct reading *r, const struct node *written,
                                const struct node *levels[], size_t n)
{
    /* Without braces, e^X_k means the X_k above. */
    const struct node *sup = levels[n - 1]->kid[2];
    const struct node *sub = levels[n - 1]->kid[1] ? levels[n - 1]->kid[1]
                             : n > 1               ? levels[0]->kid[1]
                                                   : NULL;
    struct node *argument = NULL;
    if (sub && sup->kind == NODE_SYMBOL) {
        struct node outer = *levels[n - 1];
        struct node *kids[] = {node_copy(r->arena, sup), node_copy(r->arena, sub), NULL};
        outer.kid = kids;
        argument = reading_scripts(r, &outer);
    } else if (sub || n > 1) {
        return reading_fail(r, written, "a power of e that is not understood");
    } else {
        argument = reading_formula(r, sup);
    }
    return reading_call(r, NODE_CALL, "exp", written, argument);
}

/* Scripts on something that is no name: powers only. */
static struct node *on_formula(struct reading *r, const struct node *base,
                               const struct node *levels[], size_t n)
{
    /* d/dz (…)^n is the derivative of the power; softmax(z)_k an entry of what it gives. */
    if (base->kind == NODE_APPLY && n == 1 && reading_is_operator(base->kid[0]) &&
        levels[0]->kid[2])
        return reading_operator(r, base, levels[0]->kid[2]);
    if (base->kind == NODE_APPLY && n == 1 && levels[0]->kid[1] && !levels[0]->kid[2] &&
        reading_is_softmax(base->kid[0]))
        return reading_softmax(r, base, levels[0]->kid[1]);
    struct node *result = reading_formula(r, base);
    while (result && n--) {
        if (levels[n]->kid[1])
            return reading_fail(r, levels[n]->kid[1],
                                "an index behind something that is not a name");
        const struct node *sup = levels[n]->kid[2];
        if (base->kind == NODE_DIFF)
            return reading_fail(r, sup, "second derivatives are not read");
        if (sup->kind == NODE_SYMBOL && strcmp(sup->name, "'") == 0)
            return reading_fail(r, sup, "the prime of something that is not a function");
        /* In a (b)^2 the power belongs to the last factor. */
        if (base->kind == NODE_APPLY && result->kind == NODE_MUL)
            result->kid[result->n - 1] = power(r, result->kid[result->n - 1], sup);
        else
            result = power(r, result, sup);
    }
    return r->wrong ? NULL : result;
}

struct node *reading_scripts(struct reading *r, const struct node *written)
{
    const struct node *levels[SCRIPTS_MAX];
    const size_t n = unfold(written, levels);
    const struct node *base = n ? levels[n - 1]->kid[0] : written;
    if (base->kind == NODE_SCRIPTS)
        return reading_fail(r, written, "too much stands above and below a name");
    if (base->kind == NODE_NUMBER && n == 1 && levels[0]->kid[1] && strcmp(base->name, "1") == 0) {
        struct node indicator = {.kind = NODE_INDICATOR,
                                 .kid = &levels[0]->kid[1],
                                 .n = 1,
                                 .at = written->at,
                                 .end = written->end};
        return reading_formula(r, &indicator);
    }
    if (base->kind != NODE_SYMBOL)
        return on_formula(r, base, levels, n);
    if (strcmp(base->name, "e") == 0 && n && levels[n - 1]->kid[2] &&
        (!names_have(&r->lexicon->defined, "e") ||
         lexicon_inner(levels[n - 1]->kid[2])->kind != NODE_NUMBER))
        return exponential(r, written, levels, n);
    struct node *name = reading_name(r, base);
    struct node *last = name->kind == NODE_MUL ? name->kid[name->n - 1] : name;
    struct scripts s = {.symbol = last};
    s.stepped = names_have(&r->lexicon->stepped, base->name);
    struct node *result = NULL;
    const struct node *power_of = NULL, *sample = NULL;
    for (size_t m = n; m-- && !r->wrong;) {
        if (levels[m]->kid[1])
            below(r, &s, levels[m]->kid[1]);
        const char *above = NULL;
        const struct node *index = NULL;
        if (!levels[m]->kid[2])
            continue;
        if (above_name(r, levels[m]->kid[2], last->name, &above, &index)) {
            s.above = above ? above : s.above;
            sample = index ? index : sample;
        } else if (power_of)
            return reading_fail(r, levels[m]->kid[2], "two powers of one name");
        else {
            power_of = levels[m]->kid[2];
        }
    }
    if (r->wrong)
        return NULL;
    if (sample)
        add_index(r, last, sample, sample->name, strlen(sample->name));
    if (s.below)
        last->name = arena_print(r->arena, "%s_%s", last->name, s.below);
    if (s.above)
        last->name = arena_print(r->arena, "%s^%s", last->name, s.above);
    last->end = written->end;
    result = kronecker(r, last);
    result = power_of ? power(r, result, power_of) : result;
    if (result && name->kind == NODE_MUL)
        name->kid[name->n - 1] = result;
    return result ? name->kind == NODE_MUL ? name : result : NULL;
}
