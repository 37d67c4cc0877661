/* layers.h: names that mean another thing with another letter.
 *
 * Many write w_ij for the weights into the hidden layer and w_jk for those out of it, net_j and net_k,
 * delta_j and delta_k. It shows when a name is defined twice with different letters, or stands as a
 * weight in the definitions of two layers. Such a name gets its letters as a part of it.
 */
#ifndef BACKPROOF_LAYERS_H
#define BACKPROOF_LAYERS_H

#include "check/meaning/statements.h"

/* The names whose letters tell their symbols apart. */
struct names layers_find(const struct statements *statements, struct arena *arena);

/* The SYMBOL with its letters in its name, if it has one of these names and all its indices are letters. */
const struct expr *layers_mark(const struct names *layered, struct arena *arena,
                               const struct expr *symbol);

#endif
