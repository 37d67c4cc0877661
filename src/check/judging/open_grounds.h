/* open_grounds.h: what holds of quantities that are defined nowhere, as far as can be read. */
#ifndef BACKPROOF_OPEN_GROUNDS_H
#define BACKPROOF_OPEN_GROUNDS_H

#include "check/judging/grounds.h"
#include "check/judging/hidden.h"
#include "check/judging/reading.h"

/* The equation that could not be read and that may define a quantity of which claim n, which holds for whatever that may
 * be, takes a derivative: the loss of an update, or what stands between others. Null if there is none. */
const struct hidden *open_grounds_hidden(const struct grounds *grounds,
                                         const struct hiddens *hiddens, size_t n);

/* The function or loss that nobody defines on which claim n rests, whose sides differ, if it may be one for which the
 * claim holds; or null. */
const struct symbol *open_grounds_function(const struct reading *reading,
                                           const struct grounds *grounds, size_t n);

#endif
