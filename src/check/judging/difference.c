/* difference.c */
#include "check/judging/difference.h"

#include <string.h>

#include "check/expression/walk.h"
#include "check/judging/counterexample.h"
#include "check/judging/numbers.h"
#include "check/judging/strays.h"
#include "check/vocabulary/functions.h"

/* --- wrong lines that follow from wrong lines --- */

static bool is_plain_index(const struct expr *index)
{
    return index->kind == EXPR_NUMBER ||
           (index->kind == EXPR_SYMBOL && index->as.symbol.index.n == 0);
}

/* No index of a derivative's symbol is more than a letter or a number. */
static bool has_plain_indices(const struct expr *e)
{
    for (size_t n = 0; e->kind == EXPR_SYMBOL && n < e->as.symbol.index.n; n++)
        if (!is_plain_index(e->as.symbol.index.item[n]))
            return false;
    return true;
}

/* A line d E/d w = … that can be assumed in another line of the section. */
static bool can_be_assumed(const struct claim *c, size_t section)
{
    return c->kind == CLAIM_EQUATION && c->section == section && !c->condition &&
           c->left->kind == EXPR_DERIVATIVE && c->left->as.derivative.of->kind == EXPR_SYMBOL &&
           has_plain_indices(c->left->as.derivative.of) &&
           has_plain_indices(c->left->as.derivative.by);
}

/* The earlier wrong line from which this one follows, where that began; or null. */
static const struct verdict *find_carried(const struct subject *subject, const struct equation *e,
                                          const struct assignments *a, const struct setting *s,
                                          const struct label *label)
{
    struct judging *j = subject->j;
    size_t tried = 0;
    for (size_t n = subject->verdict->claim; n-- && tried < CARRIED_MAX;) {
        const struct verdict *earlier = &subject->earlier[n];
        const struct claim *c = &j->model->claim[n];
        if (earlier->kind != VERDICT_WRONG || !can_be_assumed(c, e->section))
            continue;
        tried++;
        const struct assumed assumed = {.derivative = c->left, .value = c->right};
        struct setting follows = *s;
        follows.assumed = &assumed;
        if (points_agree(j, e, a, &follows, POINTS) ||
            (label->id && label->best == ASSUME_SUM_ONE &&
             assumptions_hold(j, e, a, &follows, ASSUME_SUM_ONE, *label)))
            return earlier->carried_from ? earlier->carried_from : earlier;
    }
    return NULL;
}

/* --- lines whose sides differ --- */

/* A point with one-hot labels convinces more than the one that was found, if the sides differ there too. */
static struct counterexample find_counterexample(struct judging *j, const struct equation *e,
                                                 const struct assignments *a,
                                                 const struct setting *s, const struct label *label,
                                                 const struct comparison *found)
{
    enum { HOT_MAX = 10 }; /* labels that are tried */
    if (label->id && label->best == ASSUME_SUM_ONE) {
        const struct bounds b = symbols_range(symbols_get(&j->model->symbols, label->id), 0);
        for (long hot = b.low; hot <= b.high && hot < b.low + HOT_MAX; hot++) {
            const struct setting one = assumptions_setting(s, *label, ASSUME_ONE_HOT, hot);
            const struct comparison there = points_all(j, e, a, &one, 1);
            if (there.outcome == DIFFER)
                return counterexample_at(j, e, a, there.assignment, there.point, &one);
        }
    }
    return counterexample_at(j, e, a, found->assignment, found->point, s);
}

/* a = b = c, of which a = b is wrong and a = c holds: it is the same mistake. */
static const struct verdict *find_undone(const struct subject *subject, const struct equation *e,
                                         const struct assignments *a, const struct setting *s)
{
    const size_t n = subject->verdict->claim;
    if (n == 0 || !subject->earlier || !subject->claim->statement->link ||
        subject->earlier[n - 1].kind != VERDICT_WRONG)
        return NULL;
    const struct verdict *before = &subject->earlier[n - 1];
    struct equation whole = *e;
    whole.left = subject->j->model->claim[n - 1].left;
    if (!points_agree(subject->j, &whole, a, s, POINTS))
        return NULL;
    return before->carried_from ? before->carried_from : before;
}

static bool right_if(const struct subject *subject, const char *assumption, const char *explanation)
{
    if (!assumption)
        return false;
    subject->verdict->kind = VERDICT_RIGHT_IF;
    subject->verdict->assumption = assumption;
    subject->verdict->explanation = explanation;
    return true;
}

/* In a document of thousands of wrong lines not all are explained; that is said. */
static bool is_to_be_explained(const struct subject *subject)
{
    if (subject->depth == JUDGE_KINDS)
        return false;
    if (subject->j->explaining <= STEPS_EXPLAINING)
        return true;
    warnings_add(subject->j->warnings, subject->claim->statement->at,
                 "so many lines differ that from here on it is not looked for why");
    return false;
}

static void wrong(const struct subject *subject, const struct equation *e,
                  const struct assignments *a, const struct setting *s, const struct label *label,
                  const struct comparison *found)
{
    struct judging *j = subject->j;
    struct verdict *v = subject->verdict;
    v->kind = VERDICT_WRONG;
    if (!is_to_be_explained(subject)) {
        v->explanation = "the two sides differ";
        return;
    }
    const size_t before = j->steps;
    v->holds_where = assumptions_where(j, e, a, s, *label);
    v->counterexample = find_counterexample(j, e, a, s, label, found);
    v->carried_from = find_undone(subject, e, a, s);
    if (!v->carried_from)
        v->carried_from = find_carried(subject, e, a, s, label);
    const struct finding finding = mistakes_find(
        j, e, subject->claim->kind == CLAIM_UPDATE ? subject->claim->old : NULL, a, s, label);
    const bool transposed =
        finding.mistake == MISTAKE_INDEX_SWAP && subject->claim->statement->written_out;
    v->mistake = transposed ? MISTAKE_TRANSPOSE : finding.mistake;
    v->factor = finding.factor;
    v->explanation = transposed ? mistake_explanation(v->mistake) : finding.explanation;
    v->answer = finding.answer;
    j->explaining += j->steps - before;
}

/* --- lines that are not claimed for all values --- */

bool difference_is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_PRIME;
}

static bool is_decimal(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_NUMBER && strchr(e->as.number, '.');
}

/* The left side of the chain in which the claim stands is a slope. */
static bool is_of_slope(const struct subject *subject)
{
    const struct claim *claim = subject->j->model->claim;
    size_t n = subject->verdict->claim;
    while (n > 0 && claim[n].statement->link && claim[n - 1].kind != CLAIM_UNREAD)
        n--;
    return claim[n].kind != CLAIM_UNREAD && expr_any(claim[n].left, difference_is_slope, NULL);
}

/* A slope was set to 0 before, in the same section. */
static bool follows_from_zero(const struct subject *subject)
{
    for (size_t n = subject->earlier ? subject->verdict->claim : 0; n--;)
        if (subject->j->model->claim[n].section == subject->claim->section &&
            subject->earlier[n].kind == VERDICT_UNREAD &&
            subject->earlier[n].reason.code == REASON_STATIONARY)
            return true;
    return false;
}

/* Why a line whose sides differ is no claim about all values; or REASON_NONE. */
static enum reason_code remarks_reason(const struct subject *subject, const struct equation *e,
                                       const struct assignments *a, const struct setting *s)
{
    const struct claim *c = subject->claim;
    if (c->statement->remark == REMARK_OPTIMUM)
        return REASON_STATIONARY;
    const bool slope = expr_any(c->left, difference_is_slope, NULL);
    if (!slope && c->kind == CLAIM_EQUATION && follows_from_zero(subject))
        return REASON_SOLUTION;
    /* dz/db = 1 is a claim, dz/dw = 0.5 is the value of an input. */
    const bool whole = expr_is_number(c->right) && !expr_any(c->right, is_decimal, NULL);
    return c->kind == CLAIM_EQUATION && expr_is_constant(c->right) &&
                   !(is_of_slope(subject) && whole) && !numbers_fixed(subject->j, e, e->left, a, s)
               ? REASON_PUT_IN
               : REASON_NONE;
}

/* A claim about numbers that holds, or is not certain, since they are rounded. */
static bool judge_numbers(const struct subject *subject, const struct equation *e,
                          const struct assignments *a, const struct setting *s)
{
    const bool about = subject->claim->statement->rel == REL_ABOUT;
    long places = 0;
    switch (numbers_compare(subject->j, e, a, s, about, &places)) {
    case NUMBERS_MEET:
        return right_if(subject,
                        arena_print(subject->j->arena, "rounded to %ld digit%s", places,
                                    places == 1 ? "" : "s"),
                        NULL);
    case NUMBERS_CUT:
        subject->verdict->kind = VERDICT_UNSURE;
        subject->verdict->explanation =
            "it differs in its last digit, unless that was cut off; round it";
        return true;
    case NUMBERS_OPEN:
        subject->verdict->kind = VERDICT_UNSURE;
        subject->verdict->explanation = "it differs as read, unless the numbers put in are "
                                        "rounded; write them with more digits";
        return true;
    case NUMBERS_NONE:
        if (about)
            subject_unjudged(subject, REASON_ABOUT, NULL);
        return about;
    case NUMBERS_DIFFER:
        break;
    }
    return false;
}

/* relu'(z) = 1, with the case behind it in words. */
static bool is_of_one_case(const struct equation *e)
{
    const struct function *f =
        e->left->kind == EXPR_PRIME ? function_named(e->left->as.call.function) : NULL;
    return f && f->kinked && expr_is_number(e->right);
}

/* |c| = c, near the word "positive". */
static bool is_of_positive(const struct subject *subject, const struct equation *e,
                           const struct assignments *a, const struct setting *s)
{
    struct setting above = *s;
    above.draw = DRAW_POSITIVE;
    return subject->claim->statement->of_positive && !subject->claim->again &&
           s->draw != DRAW_POSITIVE && points_agree(subject->j, e, a, &above, POINTS);
}

void difference_judge(const struct subject *subject, const struct equation *e,
                      const struct assignments *a, const struct setting *s,
                      const struct comparison *found)
{
    struct judging *j = subject->j;
    struct label label = assumptions_label(j->model, e->section);
    if (!label.id)
        label = assumptions_label_of_line(j->model, e);
    const char *words = NULL;
    const enum assumption assumption = assumptions_find(j, e, a, s, label, &words);
    if (assumption && assumptions_stated(j->model, e, label, assumption)) {
        subject->verdict->kind = VERDICT_RIGHT;
        subject->verdict->explanation =
            arena_print(j->arena, "it holds where %s, as the document says", words);
        return;
    }
    if (right_if(subject, words,
                 arena_print(j->arena, "it holds only where %s, which the line does not say",
                             words ? words : "")))
        return;
    if (right_if(subject, assumptions_class(j, e, a, s, label),
                 "it holds where the labels are 1 for that class and 0 for all others"))
        return;
    bool stated = false;
    const char *symmetric = assumptions_symmetric(j, e, a, s, &stated);
    if (symmetric && stated) {
        subject->verdict->kind = VERDICT_RIGHT;
        subject->verdict->explanation =
            arena_print(j->arena, "it holds where %s, as the document says", symmetric);
        return;
    }
    if (right_if(subject, symmetric,
                 "it holds only for a symmetric matrix, which the line does not say"))
        return;
    const enum reason_code set = remarks_reason(subject, e, a, s);
    if (set) {
        subject_unjudged(subject, set, NULL);
        return;
    }
    if (subject->claim->statement->remark == REMARK_ZERO) {
        subject->verdict->kind = VERDICT_UNSURE;
        subject->verdict->explanation =
            "it differs as read, unless the slope is set to 0 here; then say so in words";
        return;
    }
    if (is_of_one_case(e)) {
        subject->verdict->kind = VERDICT_UNSURE;
        subject->verdict->explanation =
            "it holds on one side of the kink only; write in the formula where";
        return;
    }
    if (is_of_positive(subject, e, a, s)) {
        subject->verdict->kind = VERDICT_UNSURE;
        subject->verdict->explanation = "it holds where all of it is positive, a word that is near "
                                        "it; write in the formula where it holds";
        return;
    }
    if (judge_numbers(subject, e, a, s))
        return;
    const char *stray =
        subject->claim->kind == CLAIM_UPDATE ? NULL : strays_find(j, subject->claim);
    if (stray)
        subject_unjudged(subject, REASON_UNDEFINED, stray);
    else
        wrong(subject, e, a, s, &label, found);
}
