/* abstract.h: functions that a document uses and nobody defines: h = f(u) with any f, a loss that is never written
 * down. What holds for all of them is right; so they are drawn as smooth functions (values/abstract.h).
 */
#ifndef BACKPROOF_ABSTRACT_H
#define BACKPROOF_ABSTRACT_H

#include "check/model/model.h"

/* New statements, in which f and f' alone stand at the argument that f has wherever it has one; where that is not
 * clear, or f stands for a number, the statement is unread. */
const struct statements *abstract_apply(const struct statements *statements, struct arena *arena);

/* The symbol that stands for a function that nobody defines; its name may be any. 0 if it is defined, or none. */
unsigned abstract_function(const struct model *model, const char *name);

/* For model_make, as it meets them: adds that symbol to the table. */
void abstract_add(struct model *model, struct arena *arena, const char *name);

/* The formula rests on a function that nobody defines (or a loss: struct symbol, by); the id of its symbol, or 0. */
unsigned abstract_in(const struct model *model, const unsigned char *depends,
                     const struct expr *formula);

#endif
