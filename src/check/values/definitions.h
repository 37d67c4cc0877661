/* definitions.h: the value of an entry of a symbol: drawn if it is free, else by its definition. */
#ifndef BACKPROOF_DEFINITIONS_H
#define BACKPROOF_DEFINITIONS_H

#include "check/values/evaluation.h"

/* The definition of an entry that is in force, with its letters bound in `bound`; null if it is free. */
const struct definition *definition_of(struct evaluation *evaluation, const struct query *query,
                                       const struct entry *entry, struct binding bound[ARITY_MAX],
                                       const struct binding **bindings);

/* The value of an entry, and the tangent that the query asks for; false if it has none, with a reason. The id
 * must not be 0. */
bool definition_value(struct evaluation *evaluation, const struct query *query,
                      const struct entry *entry, struct dual *out);

/* The query has an assumed derivative, of this formula by a symbol with this id. */
bool definition_is_assumed(const struct query *query, const struct expr *of, unsigned by);

/* Its value, by this entry; the letters of `of` are as bound. */
bool definition_assumed(struct evaluation *evaluation, const struct query *query,
                        const struct entry *by, const struct binding *bindings, struct dual *out);

#endif
