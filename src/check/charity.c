/* charity.c */
#include "check/charity.h"

#include <string.h>

#include "check/judging/certainty.h"
#include "check/meaning/statements.h"

enum {
    MEANINGS_MAX = 3, /* of one symbol, without a heading between: more are no derivation */
    ROUNDS_MAX = 3,   /* options kept one after the other: more do not occur in what people write */
    READINGS_MAX = 60 /* of a document: each costs what the document costs */
};

struct attempts {
    const struct source *source;
    const struct formulas *formulas;
    uint64_t seed;
    struct arena *arena;
    size_t readings;
};

/* What a slip makes of a formula that is written again. A sum that comes or goes is more often another case, one sample
 * or one output; and where nothing explains the difference, the two formulas have nothing to do with each other. */
static bool is_like_slip(const struct verdict *v)
{
    return v->mistake != MISTAKE_NONE && v->mistake != MISTAKE_MISSING_SUM;
}

/* A second formula for a symbol that differs from the first is another meaning of it. True if there are such. */
static bool find_anew(struct statements *statements, const struct reading *r)
{
    bool found = false;
    for (size_t n = 0; n < r->model->claims; n++) {
        const struct claim *c = &r->model->claim[n];
        if (!c->again || c->kind != CLAIM_EQUATION || r->verdict[n].kind != VERDICT_WRONG)
            continue;
        found = statements->statement[n].found_anew = true;
        statements->statement[n].like_slip = is_like_slip(&r->verdict[n]);
    }
    return found;
}

static struct reading read_with(struct attempts *to, const struct lexicon *lexicon,
                                enum judge_depth depth)
{
    struct reading r = {.lexicon = *lexicon, .warnings = {.arena = to->arena}};
    struct statements *statements = statements_of(to->source, to->formulas, lexicon, to->arena);
    for (int round = 0; round < MEANINGS_MAX; round++) {
        r.warnings = (struct warnings){.arena = to->arena};
        to->readings++;
        r.model = model_make(statements, &r.warnings, to->arena);
        r.open = (struct names){NULL, 0};
        r.verdict = judge(r.model, to->seed, depth, &r.warnings, &r.open, to->arena);
        if (!find_anew(statements, &r))
            break;
    }
    certainty_weigh(&r, to->formulas, to->arena);
    return r;
}

/* How much of the document holds. A line that is wrong speaks against a reading less than a line that is right speaks
 * for it: wrong lines are what documents are checked for. A line that holds whatever its quantities are says little. */
static long score(const struct reading *r)
{
    static const long worth[VERDICTS] = {
        [VERDICT_DEFINITION] = 1, [VERDICT_ASSUMPTION] = 1, [VERDICT_RIGHT] = 3,
        [VERDICT_RIGHT_IF] = 3,   [VERDICT_WRONG] = -2,     [VERDICT_UNSURE] = -1};
    long sum = 0;
    for (size_t n = 0; n < r->model->claims; n++)
        sum += r->verdict[n].by_form ? 1 : worth[r->verdict[n].kind];
    return sum;
}

static bool has_trouble(const struct reading *r)
{
    for (size_t n = 0; n < r->model->claims; n++)
        if (r->verdict[n].kind == VERDICT_WRONG || r->verdict[n].kind == VERDICT_UNREAD ||
            r->verdict[n].kind == VERDICT_UNSURE)
            return true;
    return false;
}

/* The same lexicon with the other option of a choice. */
static struct lexicon flipped(const struct lexicon *lexicon, size_t choice)
{
    struct lexicon other = *lexicon;
    other.choices.choice[choice].option ^= 1u;
    return other;
}

/* The verdict in another reading on the claim that begins at a byte of the source; null if there is none. */
static const struct verdict *verdict_at(const struct reading *r, size_t at)
{
    for (size_t n = 0; n < r->model->claims; n++)
        if (r->model->claim[n].statement->at == at)
            return &r->verdict[n];
    return NULL;
}

static bool holds(const struct verdict *v)
{
    return v && (v->kind == VERDICT_RIGHT || v->kind == VERDICT_RIGHT_IF ||
                 v->kind == VERDICT_DEFINITION || v->kind == VERDICT_ASSUMPTION);
}

/* The best reading, option by option; others[n] is the last one with choice n flipped. */
static struct reading improve(struct attempts *to, struct reading best, struct reading *others)
{
    for (int round = 0; round < ROUNDS_MAX; round++) {
        struct reading better = best;
        for (size_t n = 0; n < best.lexicon.choices.n && to->readings < READINGS_MAX; n++) {
            const struct lexicon other = flipped(&best.lexicon, n);
            others[n] = read_with(to, &other, JUDGE_KINDS);
            if (score(&others[n]) > score(&better))
                better = others[n];
        }
        if (better.verdict == best.verdict)
            break;
        best = better;
        memset(others, 0, CHOICES_MAX * sizeof *others);
        if (!has_trouble(&best))
            break;
    }
    return best;
}

/* A claim that is wrong in the reading taken, and holds in another that the rest of the document does not speak against:
 * what it gains there is more than what is lost elsewhere. */
static void doubt(const struct reading *taken, const struct reading *other, size_t choice,
                  struct arena *arena)
{
    const long most = score(taken);
    if (!other->model || score(other) < most)
        return;
    for (size_t n = 0; n < taken->model->claims; n++) {
        struct verdict *v = &taken->verdict[n];
        if (v->kind != VERDICT_WRONG ||
            !holds(verdict_at(other, taken->model->claim[n].statement->at)))
            continue;
        const struct choice *c = &taken->lexicon.choices.choice[choice];
        v->kind = VERDICT_UNSURE;
        v->explanation = arena_print(arena, "it differs as read, but holds if %s",
                                     choice_text(c, c->option ^ 1u, arena));
    }
}

static void doubt_all(const struct reading *taken, struct arena *arena)
{
    for (size_t n = 0; n < taken->model->claims; n++)
        if (taken->verdict[n].kind == VERDICT_WRONG) {
            taken->verdict[n].kind = VERDICT_UNSURE;
            taken->verdict[n].explanation =
                arena_print(arena, "too many signs of this document can be read in two ways");
        }
}

struct reading charity_read(const struct source *source, const struct formulas *formulas,
                            uint64_t seed, struct arena *arena)
{
    struct attempts to = {source, formulas, seed, arena, 0};
    const struct lexicon lexicon = lexicon_of(formulas, arena);
    struct reading others[CHOICES_MAX] = {{.model = NULL}};
    if (lexicon.choices.n == 0)
        return read_with(&to, &lexicon, JUDGE_FULLY);
    struct reading best = read_with(&to, &lexicon, JUDGE_KINDS);
    if (has_trouble(&best))
        best = improve(&to, best, others);
    const struct lexicon taken = best.lexicon;
    best = read_with(&to, &taken, JUDGE_FULLY);
    for (size_t n = 0; n < taken.choices.n; n++)
        doubt(&best, &others[n], n, arena);
    if (taken.choices.more)
        doubt_all(&best, arena);
    return best;
}
