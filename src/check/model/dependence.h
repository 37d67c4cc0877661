/* dependence.h: which symbol depends on which, by the definitions. */
#ifndef BACKPROOF_DEPENDENCE_H
#define BACKPROOF_DEPENDENCE_H

#include "check/model/model.h"

/* A table of (symbols + 1)^2 bytes, in the arena: at [id * (symbols + 1) + on], more than 0 if the symbol with
 * this id depends on the other, directly or by way of others, by the definitions in force in the section: 1 more than the
 * steps that the other is behind at least (steps.h). */
unsigned char *dependence_of(const struct model *model, size_t section, struct arena *arena);

/* True if the symbol stands in the formula, or if something in it depends on it by the table `depends`, which may
 * be null. The formula may be null. */
bool dependence_formula(const struct model *model, const unsigned char *depends,
                        const struct expr *e, unsigned id);

/* The loss, by its id, is a number that is computed from the symbol, and from which nothing else is computed. */
bool dependence_is_loss(const struct model *model, const unsigned char *depends, size_t section,
                        unsigned loss, unsigned id);

/* The id of the number that everything flows into, as seen from the symbol: the loss; 0 if there is none. A name such as
 * dw, delta is none unless it is differentiated. Of several it
 * is the one that is differentiated, or else one that the step of an update (or null) does not rest on: w - eta delta x
 * has a delta that is computed from the loss. */
unsigned dependence_loss(const struct model *model, const unsigned char *depends, size_t section,
                         unsigned id, const struct expr *step);

#endif
