/* abstract.h: functions that nobody defines (model/abstract.h) have the values of smooth functions drawn at random. */
#ifndef BACKPROOF_VALUES_ABSTRACT_H
#define BACKPROOF_VALUES_ABSTRACT_H

#include "check/values/evaluation.h"

/* A function of that name at dual numbers, another one at each point. Where draws are positive or parts of 1,
 * so are its values. Always true. */
bool abstract_call(const struct evaluation *evaluation, const char *function,
                   const struct dual *argument, size_t arguments, struct dual *out);

/* The value of an entry that is a function of entries of other symbols (struct symbol, by), and the tangent that the
 * query asks for; false without a value, with a reason. */
bool abstract_value(struct evaluation *evaluation, const struct query *query,
                    const struct entry *entry, struct dual *out);

#endif
