/* judge.h: the verdict on every claim of a model.
 *
 * Two sides that differ at a point by more than their bounds of error are proved different there.
 */
#ifndef BACKPROOF_JUDGE_H
#define BACKPROOF_JUDGE_H

#include "world.h"

enum verdict_kind {
    VERDICT_DEFINITION,
    VERDICT_RIGHT,
    VERDICT_RIGHT_IF,
    VERDICT_WRONG,
    VERDICT_UNREAD
};

/* A named number of a counter-example, as text. */
struct named {
    const char *name, *value;
};

struct verdict {
    enum verdict_kind kind;
    const char *assumption;
    const char *mistake, *factor;
    const char *holds_where;
    const char *explanation;
    const char *answer; /* the right side that would be right; null if not known */
    const struct verdict *carried_from;
    size_t claim; /* its number in the model */
    size_t at;    /* of VERDICT_UNREAD: where reading stopped */
    struct named *value, *index;
    size_t values, indices;
    const char *left, *right, *ratio;
};

/* One verdict for each claim. */
struct verdict *judge(struct model *model, uint64_t seed, struct arena *arena);

/* The verdict on a claim that need not stand in the document, as if it stood first. */
struct verdict judge_one(struct model *model, const struct claim *claim, uint64_t seed,
                         struct arena *arena);

/* Another right side agrees with that of the claim, at points of its own. */
bool judge_same(struct model *model, const struct claim *claim, const struct node *other,
                uint64_t seed, struct arena *arena);

/* --- between judge.c, points.c and mistakes.c --- */

enum { POINTS = 4, LETTERS_MAX = 8, ASSIGNMENTS_MAX = 24, STEPS_ALL = 60000000 };

/* Values of the free index letters of a formula. */
struct assignments {
    const char *letter[LETTERS_MAX];
    struct bounds range[LETTERS_MAX];
    size_t letters;
    long (*value)[LETTERS_MAX];
    size_t n;
    bool sampled;       /* those are not all */
    const char *absent; /* an entry that was left out since the document has it nowhere, or null */
    const char *trouble;
};

/* An equation to be compared at points. */
struct equation {
    const struct node *left, *right, *condition;
    size_t section;
};

struct judging {
    struct model *model;
    struct arena *arena;
    uint64_t seed;
    struct world **world; /* kept, so that values are computed once */
    size_t worlds;
    const unsigned char **depends;  /* for each section */
    unsigned *loss, *rate;          /* for each section */
    const char *trouble;            /* why there was no value */
    const struct node *independent; /* a derivative that is 0 since nothing depends on it */
    size_t line;                    /* number of the claim that is judged */
    size_t steps;                   /* of work done on the document */
};

enum outcome { AGREE, DIFFER, NO_VALUE };

/* What is held fixed when points are drawn. */
struct setting {
    enum draw draw;
    enum assumption assumption;
    unsigned label;
    long hot;
    enum slip left_slip; /* on the left side only */
    const struct belief *belief;
};

/* What judging a model needs; judge_end is due. */
struct judging judge_begin(struct model *model, uint64_t seed, struct arena *arena);
void judge_end(struct judging *j);

struct assignments points_assign(struct judging *j, const struct equation *e);

struct world *points_world(struct judging *j, size_t section, size_t point,
                           const struct setting *setting);

/* Both sides at one point. */
enum outcome points_compare(struct judging *j, const struct equation *e,
                            const struct assignments *a, size_t assignment, size_t point,
                            const struct setting *setting);

/* At all points and assignments: AGREE if everywhere; NO_VALUE if nowhere a value. first may be null:
 * the assignment and the point where they differ. */
enum outcome points_all(struct judging *j, const struct equation *e, const struct assignments *a,
                        const struct setting *setting, size_t points, size_t first[2]);

/* The bindings of an assignment, in room for LETTERS_MAX; null if there are none. */
const struct binding *points_bind(const struct assignments *a, size_t assignment,
                                  struct binding *room);

/* Of updates.c: one of the usual names of a learning rate. */
bool updates_rate_name(const char *name);

/* What an update must come to: old - rate * d loss / d old; null if there is no loss, or no rate. */
struct node *updates_truth(struct judging *j, const struct claim *claim, const char **why);

/* The labels of a loss, if it is one that has labels. */
struct label {
    unsigned id;          /* 0: none */
    enum assumption best; /* ASSUME_SUM_ONE for a vector, ASSUME_BINARY for a scalar */
};

/* Of assumptions.c: the labels that a section is about. */
struct label assumptions_label(const struct judging *j, size_t section);

/* The equation agrees at all points where the assumption holds. */
bool assumptions_hold(struct judging *j, const struct equation *e, const struct assignments *a,
                      struct setting *setting, enum assumption assumption, struct label label);

/* The weakest assumption on the labels under which the equation holds, or null. */
const char *assumptions_find(struct judging *j, const struct equation *e,
                             const struct assignments *a, struct setting setting,
                             struct label label);

/* The condition on its indices under which a wrong equation holds, or null. */
const char *assumptions_where(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *setting,
                              struct label label);

/* "rounded to 4 digits" if that is all that is wrong, or null. */
const char *assumptions_rounded(struct judging *j, const struct equation *e,
                                const struct assignments *a, const struct setting *s);

/* Tries the catalogue; fills in mistake, factor, explanation, answer. */
void mistakes_find(struct judging *j, const struct equation *e, const struct claim *claim,
                   const struct assignments *a, const struct setting *setting,
                   const struct label *label, struct verdict *verdict);

#endif
