/* relation_signs.h: whether a text holds an equation, before it is read. */
#ifndef BACKPROOF_RELATION_SIGNS_H
#define BACKPROOF_RELATION_SIGNS_H

#include <stdbool.h>
#include <stddef.h>

/* A sign of equality or of an update stands between two places of a text, not in braces, such as those of a sum's
 * limits. An arrow to the right counts where what stands left of it stands right of it again: w -> w - ... */
bool relation_sign_within(const char *text, size_t start, size_t end);

#endif
