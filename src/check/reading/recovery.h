/* recovery.h: what can still be read of a formula that cannot be read as a whole: the other sides of its chain.
 */
#ifndef BACKPROOF_RECOVERY_H
#define BACKPROOF_RECOVERY_H

#include "check/reading/parser.h"

/* The formula as one chain, each side read on its own, UNREAD where that fails; null if there is no chain, if no
 * side can be read, or if something else stands beside it, such as a condition. failed says why the whole could not. */
struct written *recovery_chain(const struct tokens *tokens, const struct parsed *failed,
                               struct arena *arena);

#endif
