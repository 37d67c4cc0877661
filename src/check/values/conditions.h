/* conditions.h: the number of an index, and whether a condition holds. */
#ifndef BACKPROOF_VALUES_CONDITIONS_H
#define BACKPROOF_VALUES_CONDITIONS_H

#include "check/values/evaluation.h"

/* The number that an index stands for: bound, chosen by the point, or made of numbers and sizes; false if
 * it has none, and no reason is noted. */
bool index_value(const struct evaluation *evaluation, const struct expr *index,
                 const struct binding *bindings, long *value);

/* Those below a symbol, into the indices of an entry. A reason is noted if there is no entry: an index
 * without a number, too many, or (listed_only) one that stands nowhere. */
bool index_entry(struct evaluation *evaluation, const struct query *query,
                 const struct expr *symbol, const struct binding *bindings, struct entry *entry);

enum truth { TRUTH_UNKNOWN = -1, TRUTH_NO, TRUTH_YES };

/* Unknown where two values lie too near to each other, or one has none. */
enum truth condition_holds(struct evaluation *evaluation, const struct query *query,
                           const struct expr *condition, const struct binding *bindings);

#endif
