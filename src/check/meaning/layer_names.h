/* layer_names.h: what stands above a name as the name of a layer, other than a letter or a number alone.
 */
#ifndef BACKPROOF_LAYER_NAMES_H
#define BACKPROOF_LAYER_NAMES_H

#include "base/arena.h"
#include "check/reading/written.h"

/* l or \ell, which counts layers where it stands above; false for null. */
bool layer_is_letter(const struct written *content);

/* "(m_r)" of h^{(m_r)}; null if the content is no name with a name or number below it. */
const char *layer_indexed(const struct written *content, struct arena *arena);

/* "(l-1)" of a^{l-1} and a^{(l-1)}: a layer beside another; null if it is none. */
const char *layer_beside(const struct written *content, struct arena *arena);

/* The [1]T of H^{[1]T}. */
bool layer_is_transposed(const struct written *content);

#endif
