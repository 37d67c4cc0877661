/* judge.c: right, right under an assumption, wrong, or not to be judged. */
#include "check/judging/judge.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/chains.h"
#include "check/judging/difference.h"
#include "check/judging/elementwise.h"
#include "check/judging/numbers.h"
#include "check/judging/overall.h"
#include "check/judging/updates.h"
#include "check/model/connections.h"
#include "check/values/calls.h"
#include "check/vocabulary/functions.h"

static bool is_too_much_work(enum reason_code code)
{
    return code == REASON_LINE_STEPS || code == REASON_DOCUMENT_STEPS;
}

/* Compares at points of a draw where there are values; *s is the setting, and the reason is that of the first
 * draw. A point on a kink is drawn again: three draws of four points may each lie on one. */
static struct comparison compare(struct judging *j, const struct equation *e,
                                 const struct assignments *a, size_t points, struct setting *s)
{
    struct comparison all = {.outcome = NO_VALUE};
    for (int draw = 0; draw < DRAWS && all.outcome == NO_VALUE; draw++) {
        s->draw = (enum draw)draw;
        struct comparison now = points_all(j, e, a, s, points);
        const bool stop = now.outcome == NO_VALUE && is_too_much_work(now.reason.code);
        now.reason = all.reason.code != REASON_NONE ? all.reason : now.reason;
        now.independent = all.independent ? all.independent : now.independent;
        all = now;
        if (stop)
            break;
    }
    return all;
}

/* It gives a symbol the formula that it has, word for word. */
static bool repeats_definition(const struct subject *subject)
{
    const struct model *m = subject->j->model;
    const struct claim *c = subject->claim;
    for (size_t n = 0; c->again && n < m->definitions; n++)
        if (model_in_force(m, &m->definition[n], c->section) &&
            expr_same(m->definition[n].left, c->left) &&
            expr_same(m->definition[n].right, c->right))
            return true;
    return false;
}

/* Terms that add up to 0 may say something. */
static bool adds_up(const struct expr *e)
{
    return (e->kind == EXPR_ADD || e->kind == EXPR_SUM) && !expr_any(e, difference_is_slope, NULL);
}

/* Both sides are the same as read, or 0: what holds with seven times one side as well says nothing. */
static bool says_nothing(const struct subject *subject, const struct equation *e,
                         const struct assignments *a, const struct setting *s)
{
    struct judging *j = subject->j;
    if (subject->claim->kind == CLAIM_EQUATION && expr_same(e->left, e->right))
        return true;
    if (adds_up(e->left) || adds_up(e->right))
        return false;
    struct equation scaled = *e;
    scaled.right = expr_product(j->arena, expr_whole(j->arena, e->right->where, 7), e->right);
    return points_agree(j, &scaled, a, s, POINTS);
}

/* It gives a formula to a symbol that has one, and neither is a slope: another meaning, perhaps (charity.c). */
static bool is_given_again(const struct subject *subject, const struct equation *e)
{
    const struct model *m = subject->j->model;
    const struct claim *c = subject->claim;
    bool slope = !c->again || expr_any(e->right, difference_is_slope, NULL);
    for (size_t n = 0; !slope && n < m->definitions; n++)
        slope = model_in_force(m, &m->definition[n], e->section) &&
                expr_same(m->definition[n].left, c->left) &&
                expr_any(m->definition[n].right, difference_is_slope, NULL);
    return !slope;
}

/* The first quantity by way of which a derivative is taken, and that the document does not define; or null. */
static const struct symbol *open_between(const struct subject *subject, const struct equation *e)
{
    const struct model *m = subject->j->model;
    const unsigned char *depends = subject->j->environment[e->section].depends;
    const struct symbol *open = connections_between(m, depends, e->left);
    return open ? open : connections_between(m, depends, e->right);
}

/* What differs may hold for the quantities that are meant, where the document does not say what they are; what holds does
 * so for all that they may be. */
static void weigh_open(const struct subject *subject, const struct equation *e)
{
    struct verdict *v = subject->verdict;
    const bool differs = v->kind == VERDICT_WRONG || v->kind == VERDICT_UNSURE;
    if (v->kind == VERDICT_UNREAD && chains_hold(subject, e))
        *v = (struct verdict){.kind = VERDICT_RIGHT, .claim = v->claim, .by_form = true};
    else if (v->kind == VERDICT_RIGHT && open_between(subject, e))
        v->by_form = true;
    else if (differs && !is_given_again(subject, e)) {
        const struct symbol *open = open_between(subject, e);
        if (!open)
            return;
        *v = (struct verdict){.claim = v->claim};
        subject_unjudged(subject, REASON_NOT_FOR_ALL, open->name.base);
    }
}

static void judge_equation(const struct subject *subject, const struct equation *e)
{
    struct judging *j = subject->j;
    const struct assignments a = assignments_of(j, e);
    if (a.reason.code != REASON_NONE) {
        subject_unjudged(subject, a.reason.code, a.reason.about);
        return;
    }
    struct setting s = {.draw = DRAW_ANY};
    struct comparison found = compare(j, e, &a, POINTS, &s);
    if (found.outcome == AGREE)
        found = points_beyond_kinks(j, e, &a, &s, POINTS, found);
    if (found.outcome == AGREE && repeats_definition(subject))
        subject->verdict->kind = VERDICT_DEFINITION;
    else if (found.outcome == AGREE && says_nothing(subject, e, &a, &s))
        subject_unjudged(subject, REASON_SAYS_NOTHING, NULL);
    else if (found.outcome == AGREE && subject->claim->statement->each && !elementwise_only(j, e))
        subject_unjudged(subject, REASON_NOT_EACH, NULL);
    else if (found.outcome == AGREE)
        subject->verdict->kind = VERDICT_RIGHT;
    else if (found.outcome == NO_VALUE)
        subject_unjudged(subject, found.reason.code, found.reason.about);
    else if (found.independent)
        subject_unjudged(subject, REASON_INDEPENDENT,
                         arena_print(j->arena, "%s does not depend on %s",
                                     expr_print(j->arena, found.independent->as.derivative.of),
                                     expr_print(j->arena, found.independent->as.derivative.by)));
    else
        difference_judge(subject, e, &a, &s, &found);
    weigh_open(subject, e);
}

/* Some entry of it needs itself; h_2 from h_1 is no circle. */
static bool is_circular(struct judging *j, const struct claim *c, const struct equation *claimed)
{
    const size_t stride = j->model->symbols.n + 1;
    const unsigned id = c->left->kind == EXPR_SYMBOL ? c->left->as.symbol.id : 0;
    if (!id || !j->environment[c->section].depends[id * stride + id])
        return false;
    struct equation e = *claimed;
    e.right = e.left;
    const struct assignments a = assignments_of(j, &e);
    const struct setting plain = {.draw = DRAW_ANY};
    if (a.reason.code != REASON_NONE)
        return false;
    const struct comparison found = points_all(j, &e, &a, &plain, 1);
    return found.outcome == NO_VALUE && (found.reason.code == REASON_SYMBOL_CIRCULAR ||
                                         found.reason.code == REASON_FUNCTION_CIRCULAR);
}

static void warn_unusual(struct judging *j, const struct claim *c, const struct equation *e)
{
    const struct function *f =
        c->left->kind == EXPR_CALL ? function_named(c->left->as.call.function) : NULL;
    if (!f || !f->fixed || c->left->as.call.argument.n != 1)
        return;
    const struct setting plain = {.draw = DRAW_ANY};
    struct evaluation ev = points_evaluation(j, points_sample(j, e, 0, &plain));
    if (call_differs(&ev, f->name))
        warnings_add(j->warnings, c->statement->at,
                     arena_print(j->arena,
                                 "this is not what %s usually is; what follows is judged by it",
                                 f->name));
}

static void judge_definition(const struct subject *subject, const struct equation *e)
{
    struct verdict *v = subject->verdict;
    v->kind = VERDICT_DEFINITION;
    if (subject->claim->statement->remark == REMARK_OTHER) {
        subject_unjudged(subject, REASON_OTHER, NULL);
        return;
    }
    if (subject->claim->statement->like_slip && subject->claim->statement->remark != REMARK_ANEW) {
        v->kind = VERDICT_UNSURE;
        v->explanation = arena_print(
            subject->j->arena,
            "%s has another formula before: that is wrong, or another meaning; a heading "
            "or a word such as \"now\" would tell",
            expr_print(subject->j->arena, subject->claim->left));
        return;
    }
    warn_unusual(subject->j, subject->claim, e);
    if (is_circular(subject->j, subject->claim, e))
        subject_unjudged(subject, REASON_CIRCULAR,
                         symbols_name(&subject->j->model->symbols,
                                      subject->claim->left->as.symbol.id, subject->j->arena));
}

/* w_new = w - 0.5 * 0.007: a step of a worked example. */
static bool is_value(struct judging *j, const struct equation *e)
{
    const struct assignments a = assignments_of(j, e);
    const struct setting plain = {.draw = DRAW_ANY};
    return a.reason.code == REASON_NONE && numbers_fixed(j, e, e->right, &a, &plain);
}

/* What is compared is not the new value, but what it must come to. */
static void judge_update(const struct subject *subject, const struct equation *claimed)
{
    struct judging *j = subject->j;
    const struct claim *c = subject->claim;
    const struct update u = update_of(j->model, j->environment[c->section].depends, c);
    if (u.reason.code != REASON_NONE) {
        if (is_value(j, claimed))
            subject->verdict->kind = VERDICT_DEFINITION;
        else
            subject_unjudged(subject, u.reason.code, u.reason.about);
        return;
    }
    struct equation e = *claimed;
    e.slope = update_slope(j->model, j->arena, &u, c->old);
    e.left = update_truth(j->model, j->arena, &u, c->old, e.slope);
    judge_equation(subject, &e);
    subject->verdict->by_form = u.open && verdict_is_right(subject->verdict);
}

static void judge_claim(const struct subject *subject, size_t line)
{
    const struct claim *c = subject->claim;
    if (c->kind == CLAIM_UNREAD) {
        subject_unread(subject, c->reason.code != REASON_NONE ? c->reason : c->statement->wrong,
                       c->statement->wrong_at ? c->statement->wrong_at : c->statement->at);
        return;
    }
    const struct equation e = judging_equation(subject->j, c, line);
    switch (c->kind) {
    case CLAIM_DEFINITION:
        judge_definition(subject, &e);
        break;
    case CLAIM_ASSUMPTION:
        subject->verdict->kind = VERDICT_ASSUMPTION;
        break;
    case CLAIM_EQUATION:
        judge_equation(subject, &e);
        break;
    case CLAIM_UPDATE:
        judge_update(subject, &e);
        break;
    case CLAIM_UNREAD:
        break;
    }
}

/* A claim in a section (or a view of it, model_in_force). */
static struct verdict judged_in(const struct subject *subject, size_t section, size_t line)
{
    struct claim claim = *subject->claim;
    struct verdict verdict = {.claim = subject->verdict->claim};
    struct subject other = *subject;
    claim.section = section;
    other.claim = &claim;
    other.verdict = &verdict;
    judge_claim(&other, line);
    return verdict;
}

static bool is_good(enum verdict_kind kind)
{
    return kind != VERDICT_WRONG && kind != VERDICT_UNSURE && kind != VERDICT_UNREAD;
}

/* The last symbol that was given another meaning before the claim got it in a remark on what could be taken as well. */
static bool takes_older(const struct model *m, const struct claim *c)
{
    for (size_t n = m->definitions; n--;)
        if (m->definition[n].rival && m->definition[n].section <= c->section)
            return m->claim[m->definition[n].claim].statement->remark == REMARK_OTHER;
    return false;
}

/* Where a symbol has two meanings, a claim is wrong only if it is with both. */
static void judge_both(const struct subject *subject, size_t line)
{
    const struct model *m = subject->j->model;
    const struct claim *c = subject->claim;
    const size_t sections[] = {c->section, c->section + m->sections};
    const bool older = takes_older(m, c);
    struct verdict first = judged_in(subject, sections[older], line);
    *subject->verdict = first;
    if (is_good(first.kind) || c->kind == CLAIM_UNREAD || c->kind == CLAIM_DEFINITION)
        return;
    const struct verdict second = judged_in(subject, sections[!older], line);
    if (!is_good(second.kind))
        return;
    *subject->verdict = second;
    if (first.kind == VERDICT_UNREAD)
        return;
    subject->verdict->kind = VERDICT_UNSURE;
    subject->verdict->assumption = NULL;
    subject->verdict->explanation = "it holds with one of two meanings that a symbol has here, and "
                                    "differs with the other; a heading between them would tell";
}

static void add_all(struct names *to, const struct names *letters, struct arena *arena)
{
    for (size_t n = 0; n < letters->n; n++)
        names_add(arena, to, letters->name[n]);
}

struct verdict *judge(const struct model *model, uint64_t seed, enum judge_depth depth,
                      struct warnings *warnings, struct names *open, struct arena *arena)
{
    struct judging j = judging_begin(model, seed, warnings, arena);
    struct verdict *all = arena_new(arena, (model->claims + 1) * sizeof *all);
    for (size_t n = 0; n < model->claims; n++) {
        const struct subject subject = {&j, &model->claim[n], &all[n], depth, all};
        all[n].claim = n;
        if (model->rivals)
            judge_both(&subject, n);
        else
            judge_claim(&subject, n);
    }
    add_all(open, &model->ranges.assumed, arena);
    add_all(open, &j.assumed, arena);
    judging_end(&j);
    return all;
}

/* The number of the claim that has this statement. */
static size_t line_of(const struct model *model, const struct claim *claim)
{
    size_t n = 0;
    while (n + 1 < model->claims && model->claim[n].statement != claim->statement)
        n++;
    return n;
}

struct verdict judge_one(const struct model *model, const struct claim *claim, uint64_t seed,
                         struct arena *arena)
{
    struct warnings unheard = {.arena = arena};
    struct judging j = judging_begin(model, seed, &unheard, arena);
    struct verdict verdict = {.claim = 0};
    const struct subject subject = {&j, claim, &verdict, JUDGE_FULLY, NULL};
    judge_claim(&subject, line_of(model, claim));
    judging_end(&j);
    return verdict;
}

bool judge_same(const struct model *model, const struct claim *claim, const struct expr *other,
                uint64_t seed, struct arena *arena)
{
    struct warnings unheard = {.arena = arena};
    struct judging j = judging_begin(model, seed, &unheard, arena);
    struct equation e = judging_equation(&j, claim, line_of(model, claim));
    e.left = claim->right;
    e.right = other;
    const struct assignments a = assignments_of(&j, &e);
    struct setting s = {.draw = DRAW_ANY};
    const bool same =
        a.reason.code == REASON_NONE && compare(&j, &e, &a, 2 * POINTS, &s).outcome == AGREE;
    judging_end(&j);
    return same;
}
