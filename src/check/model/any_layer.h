/* any_layer.h: what is said of any layer, z^l = W^l a^{l-1} + b^l, is said of each: the layer becomes an index.
 *
 * It is done in documents that speak of a layer l and of one beside it. Three layers are taken, or as many as the
 * document has by their numbers; L, the last one, is the last of them. What stands in layers that the document does not
 * define, as a^0, is given.
 */
#ifndef BACKPROOF_ANY_LAYER_H
#define BACKPROOF_ANY_LAYER_H

#include "check/meaning/statements.h"

/* New statements, in which such names have their layer as their first index, each with the condition that its layers
 * exist; or those that were given, if the document is no such. */
const struct statements *any_layer_apply(const struct statements *statements, struct arena *arena);

#endif
