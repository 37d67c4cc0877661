/* formula.h: a formula in Coq: as a reader sees it, or as data (w->data).
 */
#ifndef BACKPROOF_CERTIFICATE_FORMULA_H
#define BACKPROOF_CERTIFICATE_FORMULA_H

#include "check/certificate/writing.h"

/* How tightly a place holds: parentheses are written for what is looser. */
enum tightness { PLACE_ANY, PLACE_TERM, PLACE_FACTOR, PLACE_OPERAND, PLACE_BASE };

/* Writes the formula to w->out; what cannot be stated is noted in w->why. */
void formula_put(struct writing *w, const struct expr *e, int place);

/* A whole number, of letters of indices and numbers. */
void formula_index(struct writing *w, const struct expr *e);

/* A condition on indices, as a boolean. */
void formula_condition(struct writing *w, const struct expr *condition);

/* The formula as a text; of both kinds. */
char *formula_text(struct writing *w, const struct expr *e, bool data);

/* A symbol with these indices. */
void formula_entry(struct writing *w, const char *name, const struct expr_list *index);

/* The letter stands for an index, or the formula is made of such and of numbers. */
bool formula_is_index(const struct writing *w, const struct expr *e);

/* What must not be 0 where the case with this number of a formula meets the next one; or null. */
const struct expr *formula_kink(struct writing *w, const struct expr *e, size_t n);

#endif
