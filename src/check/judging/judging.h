/* judging.h: what judging the claims of one document shares: its sections, and the points used so far. */
#ifndef BACKPROOF_JUDGING_H
#define BACKPROOF_JUDGING_H

#include "base/warnings.h"
#include "check/judging/samples.h"
#include "check/values/evaluation.h"

enum {
    POINTS = 4, /* for a verdict: at one alone, two different formulas may agree by symmetry */
    /* Where slopes jump, so that both sides of a jump are drawn: at twenty-four points one side of a jump that half of
     * them lie on is missed once in ten million times. */
    POINTS_AT_KINKS = 24,
    POINTS_WIDE = 96, /* from this one on, numbers are ten times as large */
    POINTS_MOST =
        192, /* for a side of a jump that was not met: one point in twenty is missed once in ten thousand times */
    /* Work on a document, in parts of formulas: half a minute of it. */
    STEPS_ALL = 60000000,
    /* Of these, to find out why lines are wrong: a second or two. A line takes some thousands. */
    STEPS_EXPLAINING = 4000000,
    CARRIED_MAX =
        60 /* wrong lines before one that it may follow from: a mistake is not carried further */
};

struct judging {
    const struct model *model;
    uint64_t seed;
    struct warnings *warnings;
    struct arena *arena;
    struct environment *environment; /* of each section, and of views of them (model_in_force) */
    struct samples samples;          /* kept, so that values are computed once */
    const unsigned char *is_rate;    /* for each id: an update goes by it */
    struct names assumed;            /* letters whose range nobody gives */
    const struct candidates *candidates; /* of search.h; null until a line is wrong */
    size_t steps;                        /* of work done on the document */
    size_t explaining;                   /* those that went into why lines are wrong */
    bool kinked;                         /* a place where a slope jumps was met */
};

/* judging_end is due. Warnings and arena are added to as long as it is used. */
struct judging judging_begin(const struct model *model, uint64_t seed, struct warnings *warnings,
                             struct arena *arena);
void judging_end(struct judging *j);

/* At how many points sides are compared: at `smooth` of them, or more where slopes jump. */
size_t judging_points(const struct judging *j, size_t smooth);

/* Two sides to be compared. */
struct equation {
    const struct expr *left, *right, *condition; /* the condition may be null */
    size_t section;
    size_t line;  /* the last claim before it that gives a number to a symbol, or 0 */
    size_t claim; /* its own number */
    size_t at;    /* byte of the source, for warnings */
    const struct expr
        *slope; /* the derivative that the left side is, or that stands in an update; or null */
};

/* left = right, as judged where the claim stands: `number` in the model. */
struct equation judging_equation(const struct judging *j, const struct claim *claim, size_t number);

#endif
