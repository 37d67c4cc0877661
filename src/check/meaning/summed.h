/* summed.h: which of the two letters below a sum sign is summed over. */
#ifndef BACKPROOF_SUMMED_H
#define BACKPROOF_SUMMED_H

#include "check/meaning/statements.h"

/* \sum_{i \ne j} sums over i as it is written. Where another side of the chain has an i and no j, i is given from
 * outside, and the sum is over j: such sums are turned round, in all sides. */
void summed_settle(struct statements *all, struct arena *arena);

#endif
