/* evaluated.h: documents of a few lines, and what is expected of their values.
 *
 * Every expected number is written as a fraction or as a decimal of 30 digits, and the ball that is found must
 * hold it and be narrow: a wrong digit fails, and so does a ball that holds everything.
 */
#ifndef BACKPROOF_TESTS_EVALUATED_H
#define BACKPROOF_TESTS_EVALUATED_H

#include "check/values/evaluate.h"

struct document {
    struct arena arena;
    const struct model *model;
    struct environment environment;
};

/* A document as understood; its last section is the environment. document_close is due. */
struct document document_open(const char *text);
void document_close(struct document *d);

/* Claim number n from the end: 0 is the last. It must have been read. */
const struct claim *claim_at(const struct document *d, size_t n);

/* The id of a plain name with so many indices; there must be one. */
unsigned id_of(const struct document *d, const char *name, size_t arity);

/* A point where all numbers of the document are in force. */
struct point point_plain(void);

/* The value of a formula of the document into `out`; or the reason why there is none. */
enum reason_code value_of(const struct document *d, const struct expr *formula,
                          const struct point *point, const struct query *query, struct dual *out);

/* The ball lies within 10^-28 of the number, "p/q" or a decimal; `what` is said if it does not. */
void expect_ball(const char *what, const arb_t found, const char *expected);

#endif
