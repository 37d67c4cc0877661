/* bindings.h: what letters stand for while a formula is evaluated: a list with the innermost first. */
#ifndef BACKPROOF_BINDINGS_H
#define BACKPROOF_BINDINGS_H

#include "check/expression/expression.h"
#include "check/values/dual.h"

/* An index with its number, or a parameter of a function with its value. Bindings are made on the stack of
 * whoever evaluates below them; the name and the value must live as long. */
struct binding {
    const char *name;
    long index;
    const struct dual *value; /* of a parameter; null for an index */
    const struct binding *outer;
};

struct binding binding_index(const char *name, long index, const struct binding *outer);
struct binding binding_parameter(const char *name, const struct dual *value,
                                 const struct binding *outer);

/* The innermost binding of a symbol without indices, of any kind; or of an index. Null if there is none. */
const struct binding *bindings_find(const struct binding *bindings, const struct expr *symbol);
const struct binding *bindings_find_index(const struct binding *bindings,
                                          const struct expr *symbol);

#endif
