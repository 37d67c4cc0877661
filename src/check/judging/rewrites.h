/* rewrites.h: formulas taken apart, and put together differently.
 *
 * A rewrite is a new tree in the arena that shares what did not change; symbols keep their ids.
 */
#ifndef BACKPROOF_REWRITES_H
#define BACKPROOF_REWRITES_H

#include "check/model/model.h"

enum {
    TERMS_MAX =
        400, /* parts of one formula that are looked at: lines of derivations have some dozens */
    CANDIDATES_MAX = 200 /* different symbols, or derivatives, of a document */
};

struct terms {
    const struct expr *item[TERMS_MAX];
    size_t n;
};

/* --- taking apart --- */

/* All parts that have values, the formula itself first; indices, limits and conditions are left out. */
struct terms rewrites_parts(const struct expr *formula);

/* The different formulas of a kind that stand in the document's claims; and its derivatives, together with
 * those of each definition by what stands in it. */
struct terms rewrites_of_kind(const struct model *model, enum expr_kind kind);
struct terms rewrites_derivatives(const struct model *model, struct arena *arena);

/* The symbol multiplies the weight in some definition: it is the input of the weight's layer. `depends`: of
 * dependence_of. The weight may be null. */
bool rewrites_is_input(const struct model *model, const unsigned char *depends,
                       const struct expr *weight, const struct expr *symbol);

/* --- putting together --- */

/* One index letter stands for another; with `both`, they change places. */
const struct expr *rewrites_letter(struct arena *arena, const struct expr *formula,
                                   const char *from, const char *to, bool both);

/* A symbol with another index at one place; with its two indices, not counting that of its layer, in the other order, or
 * null if they are not two. */
const struct expr *rewrites_index(struct arena *arena, const struct expr *symbol, size_t place,
                                  const char *letter);
const struct expr *rewrites_turned(struct arena *arena, const struct expr *symbol);

/* -formula; of -x, x. */
const struct expr *rewrites_negative(struct arena *arena, const struct expr *formula);

/* formula + other */
const struct expr *rewrites_plus(struct arena *arena, const struct expr *formula,
                                 const struct expr *other);

/* The sum of the formula over a range of a letter. */
const struct expr *rewrites_sum(struct arena *arena, const char *letter, struct bounds range,
                                const struct expr *body);

/* A product without its factor number n. */
const struct expr *rewrites_without(struct arena *arena, const struct expr *product, size_t n);

/* An update, old + …, with the signs of its steps turned; null if the old value is no term of it. */
const struct expr *rewrites_downhill(struct arena *arena, const struct expr *right,
                                     const struct expr *old);

/* f'(z) for a symbol that is defined as f(z), in this section or before; null if it is not. */
const struct expr *rewrites_prime(const struct model *model, struct arena *arena,
                                  const struct expr *symbol, size_t section);

/* All values after an update, or with a prime, back to the plain ones; the formula itself if it has none. */
const struct expr *rewrites_old(const struct model *model, struct arena *arena,
                                const struct expr *formula);

#endif
