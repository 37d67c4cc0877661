/* evaluation.h: what an evaluation is given, and what it reports besides its result.
 *
 * What it is given is const: the environment (a document's definitions), the point (numbers for what is
 * free), the query (what is asked for). A part of a formula that is asked for something else gets a query
 * of its own. What it keeps is the memo; what it reports is in struct evaluation.
 */
#ifndef BACKPROOF_EVALUATION_H
#define BACKPROOF_EVALUATION_H

#include "check/values/bindings.h"
#include "check/values/kinks.h"
#include "check/values/memo.h"
#include "check/values/point.h"

struct shown;

/* What is in force in a section of the document. */
struct environment {
    const struct model *model;
    size_t section;
    const unsigned char *depends; /* of dependence_of, for the section */
    unsigned loss, rate;          /* ids of what updates in the section go by; 0 if there is none */
    const struct shown
        *shown; /* numbers that the document shows for symbols (rounded.h), in its order */
    size_t n_shown;
};

/* A mistake made on purpose when differentiating, to see what it would give. */
enum injected {
    INJECT_NOTHING,
    INJECT_NO_SLOPE,       /* f' = 1 for an activation f */
    INJECT_SLOPE_AT_VALUE, /* f'(f(z)) for f'(z) */
    INJECT_SLOPE_LOGISTIC, /* f' = f (1 - f) */
    INJECT_SLOPE_TANH,     /* f' = 1 - f^2 */
    INJECT_SLOPE_SQUARE,   /* f' = (1 - f)^2 */
    INJECT_DIAGONAL        /* of O_k by X_j: only j = k */
};

/* An assumed derivative: a line of the document, d of / d by = value, that is taken for true. */
struct assumed {
    const struct expr *derivative, *value;
    const struct binding *outer; /* the indices of the line that is judged, or null */
};

/* What is asked for. Never changed once it is made. */
struct query {
    struct entry along; /* the tangent is the derivative by this entry; id 0: there is no tangent */
    enum injected injected;
    const struct assumed *assumed; /* or null */
    bool listed_only;              /* entries that stand nowhere in the document have no value */
    unsigned diagonal; /* of this symbol only the entry `own` has a tangent; 0: all have */
    long own;
};

enum {
    STEPS_MAX = 3000000,    /* parts of formulas in one evaluation: some seconds of work */
    DEFINITIONS_DEEP = 600, /* definitions inside definitions: beyond, the stack might end */
    /* A call of a document's function counts as ten definitions, and about ten may stand inside each other:
     * nothing but their number tells that a function calls itself. */
    FUNCTIONS_DEEP = 100,
    FUNCTION_DEPTH = 10
};

/* One evaluation. The memo may serve several that have the same environment, point and injected mistake,
 * and that agree on listed_only; all else is of this one and begins as 0. */
struct evaluation {
    const struct environment *environment;
    const struct point *point;
    struct memo *memo;
    struct kinks
        *kinks; /* of the point: what is computed for the first time is noted there; or null */
    uint64_t reached; /* the entries that were asked for (entry_bit) */
    size_t steps;
    unsigned depth;
    struct reason reason; /* why there is no value: the first that was met */
    struct entry absent;  /* of REASON_ABSENT: what was asked for */
    const struct expr
        *independent; /* a derivative that is 0 since nothing depends on it; or null */
};

/* Notes the reason, unless there is one; false. */
bool evaluation_fail(struct evaluation *evaluation, enum reason_code code);

/* The same, about a name of the document or the like, which lives as long as the model. */
bool evaluation_fail_about(struct evaluation *evaluation, enum reason_code code, const char *about);

/* The same query for a value alone; without its assumed derivative; with a tangent along another entry. */
struct query query_value(const struct query *query);
struct query query_plainly(const struct query *query);
struct query query_along(const struct query *query, const struct entry *entry);

#endif
