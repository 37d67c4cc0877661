/* judge.h: the verdict on every claim of a model.
 *
 * Two sides that differ at a point by more than their bounds of error are proved different there. Sides that
 * agree at all points are called equal, which is no proof.
 */
#ifndef BACKPROOF_JUDGE_H
#define BACKPROOF_JUDGE_H

#include "base/warnings.h"
#include "check/judging/mistakes.h"
#include "check/vocabulary/verdicts.h"

/* A named number of a counter-example, as text. */
struct named {
    const char *name, *value;
};

/* The values of a point where the two sides of a claim differ, in words of the document. */
struct counterexample {
    struct named *value, *index; /* of free variables; of the claim's letters */
    size_t values, indices;
    const char *left, *right, *ratio; /* of the sides; null if there is none */
};

/* What is said of a claim. Texts are null where there is nothing to say. */
struct verdict {
    enum verdict_kind kind;
    size_t claim;           /* its number in the model */
    const char *assumption; /* of VERDICT_RIGHT_IF */
    struct reason reason;   /* of VERDICT_UNREAD */
    size_t at;              /* of VERDICT_UNREAD: the byte where reading stopped */
    bool rests;             /* there stands what it rests on, and that is unread */
    bool
        by_form; /* of VERDICT_RIGHT: whatever its quantities are; it says nothing of how they were read */
    const char *explanation;            /* a sentence: of the reason, the assumption, the mistake */
    enum mistake mistake;               /* from here on of VERDICT_WRONG */
    const char *factor, *answer;        /* as in struct finding */
    const char *holds_where;            /* a condition on its indices under which it holds */
    const struct verdict *carried_from; /* an earlier wrong line from which it follows */
    struct counterexample counterexample;
};

/* How much is found out. */
enum judge_depth {
    JUDGE_KINDS, /* of verdicts, and what each rests on */
    JUDGE_FULLY  /* also counter-examples, names of mistakes, what is carried from where */
};

/* One verdict for each claim, in the arena. Warnings are added for what was left out; to `open` come the index
 * letters that nobody gives a range, for which DEFAULT_SIZE values are taken (those of the model among them). */
struct verdict *judge(const struct model *model, uint64_t seed, enum judge_depth depth,
                      struct warnings *warnings, struct names *open, struct arena *arena);

/* The verdict on a claim that need not stand in the model, as if it stood first; its statement must. The claim
 * may be a copy of one with another right side. */
struct verdict judge_one(const struct model *model, const struct claim *claim, uint64_t seed,
                         struct arena *arena);

/* Another right side agrees with that of the claim, at twice the points of a verdict. */
bool judge_same(const struct model *model, const struct claim *claim, const struct expr *other,
                uint64_t seed, struct arena *arena);

#endif
