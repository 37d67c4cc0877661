/* certainty.c */
#include "check/judging/certainty.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/conditional.h"
#include "check/judging/given_anew.h"
#include "check/judging/grounds.h"
#include "check/judging/hidden.h"
#include "check/judging/loose.h"
#include "check/judging/open_grounds.h"
#include "check/judging/overall.h"
#include "check/judging/repeated.h"
#include "check/judging/updates.h"
#include "check/judging/vectors.h"
#include "check/model/dependence.h"

struct certainty {
    struct reading *reading;
    struct arena *arena;
    struct grounds grounds;
    struct hiddens hiddens;
    unsigned char *is_rate; /* for each id: an update goes by it */
    bool many, half_read;   /* of the document (overall.h), before a verdict is lowered */
};

/* --- what a claim rests on --- */

static const struct hidden *hidden_below(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct hidden *hidden = hidden_from(&c->hiddens, m, id, &m->claim[n]);
        if (hidden && grounds_rest(&c->grounds, n, id))
            return hidden;
    }
    return NULL;
}

/* --- symbols that are free for no reason --- */

static void find_rates(struct certainty *c)
{
    const struct model *m = c->reading->model;
    c->is_rate = arena_new(c->arena, m->symbols.n + 1);
    for (size_t n = 0; n < m->claims; n++)
        if (m->claim[n].kind == CLAIM_UPDATE)
            c->is_rate[update_of(m, grounds_depends(&c->grounds, m->claim[n].section), &m->claim[n])
                           .rate] = 1;
}

/* Some definition of the symbol holds in the section: not only one behind a later heading. */
static bool is_defined_in(const struct model *m, const struct symbol *s, size_t section)
{
    for (size_t n = 0; n < s->definitions; n++)
        if (m->definition[s->definition[n]].section <= section)
            return true;
    return false;
}

static bool is_free_for_a_reason(const struct certainty *c, unsigned id)
{
    const struct model *m = c->reading->model;
    const struct symbol *s = symbols_get(&m->symbols, id);
    return s->definitions || s->in_definitions || s->by.n || s->size || c->is_rate[id] ||
           strcmp(s->name.base, "pi") == 0 || s->name.tag == TAG_NEW || assumptions_varied(m, id);
}

/* A symbol that the claim rests on, and that is defined only behind a later heading: its definition may be meant here as
 * well. Null if there is none. */
static const struct symbol *later_below(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    for (unsigned id = 1; id <= m->symbols.n; id++) {
        const struct symbol *s = symbols_get(&m->symbols, id);
        if (s->definitions && !is_defined_in(m, s, m->claim[n].section) &&
            grounds_rest(&c->grounds, n, id))
            return s;
    }
    return NULL;
}

/* Only the symbols that stand in a formula themselves: an index is none. */
struct stray {
    const struct certainty *certainty;
    unsigned id;
};

static enum walk visit_stray(const struct expr *e, void *with)
{
    struct stray *stray = with;
    if (e->kind == EXPR_COMPARISON)
        return WALK_PRUNE;
    if (e->kind != EXPR_SYMBOL)
        return WALK_CONTINUE;
    if (e->as.symbol.id && !is_free_for_a_reason(stray->certainty, e->as.symbol.id)) {
        stray->id = e->as.symbol.id;
        return WALK_ABORT;
    }
    return WALK_PRUNE;
}

static unsigned stray_in(const struct certainty *c, const struct expr *side)
{
    struct stray stray = {c, 0};
    expr_walk(side, visit_stray, &stray);
    return stray.id;
}

static bool is_call(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_CALL;
}

static bool is_symbol(const struct expr *e, const void *id)
{
    return e->kind == EXPR_SYMBOL && e->as.symbol.id == *(const unsigned *)id;
}

/* The symbols without a definition, one of each side, stand on both sides. */
static bool are_on_both(const struct claim *c, unsigned left, unsigned right)
{
    return left && right && expr_any(c->left, is_symbol, &right) &&
           expr_any(c->right, is_symbol, &left);
}

/* A step that holds for all values of what stands in it, if it holds. */
static bool is_step(const struct certainty *with, const struct claim *c)
{
    return c->statement->link ||
           (expr_any(c->left, is_call, NULL) && expr_any(c->right, is_call, NULL) &&
            are_on_both(c, stray_in(with, c->left), stray_in(with, c->right)));
}

/* A symbol without a definition that makes the line no such step; or 0. */
static unsigned find_stray(const struct certainty *with, const struct claim *c)
{
    const unsigned right = stray_in(with, c->right), left = stray_in(with, c->left);
    return is_step(with, c) && are_on_both(c, left, right) ? 0 : right ? right : left;
}

/* What it says needs no definition: it holds for all numbers, or it has numbers only. */
struct closed {
    const struct model *model;
    const struct expr *other; /* side */
    bool defined;             /* what is defined may stand in it, if it does so on both sides */
};

static bool is_unlike(const struct expr *e, const void *with)
{
    const struct closed *closed = with;
    if (e->kind != EXPR_SYMBOL)
        return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_SUM || e->kind == EXPR_INDICATOR;
    const struct symbol *s = symbols_get(&closed->model->symbols, e->as.symbol.id);
    return !s || (!closed->defined && (s->definitions || e->as.symbol.index.n > 0)) ||
           !expr_any(closed->other, is_symbol, &e->as.symbol.id);
}

static bool is_closed(const struct model *m, const struct claim *c, bool defined)
{
    const struct closed left = {m, c->right, defined}, right = {m, c->left, defined};
    return !expr_any(c->left, is_unlike, &left) && !expr_any(c->right, is_unlike, &right);
}

/* --- other lines --- */

/* Some line that is right rests on a definition that this one rests on. */
static bool is_corroborated(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    for (size_t k = 0; k < m->claims; k++) {
        if (!verdict_is_evidence(&c->reading->verdict[k]) ||
            m->claim[k].section != m->claim[n].section)
            continue;
        for (unsigned id = 1; id <= m->symbols.n; id++)
            if (symbols_get(&m->symbols, id)->definitions && grounds_rest(&c->grounds, n, id) &&
                grounds_rest(&c->grounds, k, id))
                return true;
    }
    return false;
}

static void lower(struct verdict *v, enum verdict_kind kind, const char *explanation, size_t at)
{
    v->kind = kind;
    v->by_form = false;
    v->explanation = explanation;
    v->at = at;
    v->mistake = MISTAKE_NONE;
    v->factor = v->answer = v->holds_where = NULL;
    v->carried_from = NULL;
}

/* --- definitions with an index too many --- */

/* A symbol on which the claim rests whose definition leaves open which entry it is about: g = 1 / (1 + e^{-z_j}). */
static const struct symbol *loose_below(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    for (size_t k = 0; k < m->definitions; k++) {
        const struct definition *d = &m->definition[k];
        if (d->left->kind == EXPR_SYMBOL && d->left->as.symbol.id &&
            grounds_rest(&c->grounds, n, d->left->as.symbol.id) && loose_is(d))
            return symbols_get(&m->symbols, d->left->as.symbol.id);
    }
    return NULL;
}

/* --- the doubts, each of which lowers the verdict of claim n and says so --- */

static size_t place_of(const struct certainty *c, size_t n)
{
    return c->reading->model->claim[n].statement->at;
}

static void rest_on(const struct certainty *c, struct verdict *v, const struct hidden *hidden)
{
    lower(v, VERDICT_UNREAD,
          arena_print(c->arena, "it rests on %s, whose definition could not be read", hidden->base),
          hidden->at);
    v->assumption = NULL;
    v->rests = true;
}

static bool doubt_hidden(struct certainty *c, size_t n)
{
    const struct hidden *hidden = hidden_below(c, n);
    if (hidden)
        rest_on(c, &c->reading->verdict[n], hidden);
    return hidden;
}

/* Of a line that holds. */
static bool doubt_open(struct certainty *c, size_t n)
{
    struct verdict *v = &c->reading->verdict[n];
    const struct hidden *hidden =
        verdict_is_right(v) ? open_grounds_hidden(&c->grounds, &c->hiddens, n) : NULL;
    if (hidden)
        rest_on(c, v, hidden);
    return hidden;
}

static bool doubt_repeated(struct certainty *c, size_t n)
{
    const char letter = repeated_letter(c->reading->model, &c->reading->model->claim[n]);
    if (letter)
        lower(&c->reading->verdict[n], VERDICT_UNSURE,
              arena_print(c->arena, "it differs, unless %c is summed over; write the sum", letter),
              place_of(c, n));
    return letter;
}

static bool doubt_vector(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    const unsigned vector = vectors_bare(m, &m->claim[n]);
    if (vector)
        lower(&c->reading->verdict[n], VERDICT_UNREAD,
              arena_print(c->arena,
                          "%s stands here with an index and without; vectors are not judged",
                          symbols_name(&m->symbols, vector, c->arena)),
              place_of(c, n));
    return vector;
}

/* A transpose that explains the line exactly needs no lengths that are the same by chance. */
static bool doubt_shapes(struct certainty *c, size_t n)
{
    struct verdict *v = &c->reading->verdict[n];
    const struct claim *loose = vectors_loose_below(c->reading, &c->grounds, n);
    const struct statement *s = c->reading->model->claim[n].statement;
    if (!loose && !(s->squared && v->mistake == MISTAKE_NONE) &&
        !vectors_half_fit(c->reading, &c->grounds, n))
        return false;
    lower(v, VERDICT_UNSURE,
          "it differs as read, but the shapes of its vectors and matrices fit only loosely; write "
          "it, or what it rests on, with indices",
          loose ? loose->statement->at : place_of(c, n));
    return true;
}

static bool doubt_slope_at_values(struct certainty *c, size_t n)
{
    if (!conditional_is_at_values(c->reading, &c->grounds, n))
        return false;
    lower(
        &c->reading->verdict[n], VERDICT_UNSURE,
        "it differs as read, but may be said of the values of an example, where the slope that is "
        "missing is 1",
        place_of(c, n));
    return true;
}

static bool doubt_function(struct certainty *c, size_t n)
{
    const struct symbol *open = open_grounds_function(c->reading, &c->grounds, n);
    if (open)
        lower(&c->reading->verdict[n], open->by.n ? VERDICT_UNREAD : VERDICT_UNSURE,
              arena_print(c->arena,
                          open->by.n
                              ? "%s is never defined, and this does not hold for all it may be"
                              : "it does not hold for every function %s; write what that is",
                          open->name.base),
              place_of(c, n));
    return open;
}

static bool doubt_later(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    struct verdict *v = &c->reading->verdict[n];
    const struct symbol *later = verdict_is_nameless(v) ? later_below(c, n) : NULL;
    if (!later)
        return false;
    lower(v, VERDICT_UNREAD,
          arena_print(c->arena, "it rests on %s, which is defined only behind a later heading",
                      later->name.base),
          m->claim[m->definition[later->definition[0]].claim].statement->at);
    v->rests = true;
    return true;
}

static bool doubt_stray(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    const unsigned chance = grounds_free_chance(&c->grounds, n);
    const unsigned stray = chance ? chance : find_stray(c, &m->claim[n]);
    if (stray)
        lower(&c->reading->verdict[n], VERDICT_UNREAD,
              arena_print(c->arena, "%s is used here and defined nowhere",
                          symbols_name(&m->symbols, stray, c->arena)),
              place_of(c, n));
    return stray;
}

static bool doubt_carried(struct certainty *c, size_t n)
{
    struct verdict *v = &c->reading->verdict[n];
    if (!v->carried_from || v->carried_from->kind == VERDICT_WRONG)
        return false;
    lower(v, VERDICT_UNSURE, "it follows from a line that is not certain to be wrong",
          place_of(c, n));
    return true;
}

/* Doubts about lines that no mistake of the catalogue explains. */
static bool doubt_nameless(struct certainty *c, size_t n)
{
    const struct claim *claim = &c->reading->model->claim[n];
    struct verdict *v = &c->reading->verdict[n];
    const bool closed = is_closed(c->reading->model, claim, false);
    const bool identity = closed || is_step(c, claim);
    const char *why = NULL;
    if (!verdict_is_nameless(v))
        return false;
    const struct symbol *loose = loose_below(c, n);
    if (conditional_is_solvable(c->reading->model, n))
        why = "it does not hold for all values; it may be an equation to be solved";
    else if (loose)
        why = arena_print(c->arena,
                          "it differs as read, but %s is given for an index that it has not",
                          loose->name.base);
    else if (identity && claim->statement->link && n > 0 &&
             !verdict_is_judged(&c->reading->verdict[n - 1]))
        why = "it differs as read, but what it goes on from could not be judged";
    else if (c->many && !closed)
        why = "it differs as read, but so do many lines here: a definition may be meant otherwise";
    else if (!identity && !is_corroborated(c, n) && !overall_is_read(c->reading, n))
        why = "it differs as read, but nothing else here shows that its definitions were read as "
              "they are meant";
    if (why)
        lower(v, VERDICT_UNSURE, why, place_of(c, n));
    return why;
}

static bool doubt_given_anew(struct certainty *c, size_t n)
{
    const struct claim *anew = given_anew_below(c->reading, &c->grounds, n);
    if (!anew)
        return false;
    lower(&c->reading->verdict[n], VERDICT_UNSURE,
          arena_print(c->arena, "it differs as read, but %s is given another value before",
                      expr_print(c->arena, anew->left)),
          anew->statement->at);
    return true;
}

static bool doubt_given_elsewhere(struct certainty *c, size_t n)
{
    const char *behind = given_anew_behind(c->reading, &c->grounds, n);
    const struct symbol *part = behind ? NULL : given_in_part(c->reading, &c->grounds, n);
    if (!behind && !part)
        return false;
    lower(&c->reading->verdict[n], VERDICT_UNSURE,
          behind ? arena_print(c->arena,
                               "it differs as read, but %s has one formula before this line and "
                               "another one behind it",
                               behind)
                 : arena_print(c->arena,
                               "it differs as read, but only some entries of %s are given, perhaps "
                               "those of an example",
                               part->name.base),
          place_of(c, n));
    return true;
}

static bool doubt_case(struct certainty *c, size_t n)
{
    struct verdict *v = &c->reading->verdict[n];
    if (!v->holds_where || !conditional_is_case(c->reading, n) ||
        (v->mistake != MISTAKE_NONE && v->mistake != MISTAKE_DIAGONAL_ONLY))
        return false;
    const char *where = v->holds_where;
    lower(v, VERDICT_UNSURE,
          arena_print(c->arena, "it holds where %s; if that is meant, write so beside it", where),
          place_of(c, n));
    v->holds_where = where;
    return true;
}

/* Doubts about lines with no mistake, or one that chance can make, in a document much of which is open. */
static bool doubt_half_read(struct certainty *c, size_t n)
{
    const struct model *m = c->reading->model;
    struct verdict *v = &c->reading->verdict[n];
    if (!c->half_read || v->carried_from || !mistake_by_chance(v->mistake) ||
        is_closed(m, &m->claim[n], v->mistake != MISTAKE_NONE) ||
        (v->mistake != MISTAKE_NONE && v->mistake != MISTAKE_INDEX_SWAP &&
         overall_has_answer(c->reading, n)))
        return false;
    lower(v, VERDICT_UNSURE,
          "it differs as read, but much here could not be read, perhaps what it rests on",
          place_of(c, n));
    return true;
}

typedef bool doubt(struct certainty *c, size_t n);

/* In this order: the first that holds is what is said. */
static doubt *const of_the_line[] = {doubt_hidden, doubt_repeated, doubt_vector,
                                     doubt_shapes, doubt_function, doubt_slope_at_values,
                                     doubt_later,  doubt_stray};
/* These look at what the others have left. */
static doubt *const of_the_document[] = {doubt_given_anew, doubt_given_elsewhere, doubt_case,
                                         doubt_half_read,  doubt_carried,         doubt_nameless};

static void doubt_all(struct certainty *c, doubt *const *doubts, size_t count)
{
    for (size_t n = 0; n < c->reading->model->claims; n++)
        for (size_t k = 0; k < count; k++)
            if (c->reading->verdict[n].kind == VERDICT_WRONG && doubts[k](c, n))
                break;
}

void certainty_weigh(struct reading *reading, const struct formulas *formulas, struct arena *arena)
{
    struct certainty *c = arena_new(arena, sizeof *c);
    *c = (struct certainty){
        .reading = reading, .arena = arena, .grounds = grounds_of(reading->model, arena)};
    c->hiddens = hidden_find(reading->model, formulas, arena);
    for (size_t n = 0; n < reading->model->claims; n++)
        doubt_open(c, n);
    find_rates(c);
    c->many = overall_many_nameless(reading);
    doubt_all(c, of_the_line, sizeof of_the_line / sizeof *of_the_line);
    c->half_read = overall_half_read(reading);
    doubt_all(c, of_the_document, sizeof of_the_document / sizeof *of_the_document);
}
