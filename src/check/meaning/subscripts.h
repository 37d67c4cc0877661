/* subscripts.h: what stands below a name: indices, or a part of the name.
 */
#ifndef BACKPROOF_SUBSCRIPTS_H
#define BACKPROOF_SUBSCRIPTS_H

#include "check/meaning/elaboration.h"

/* A name as it grows. */
struct name {
    struct expr *symbol; /* gets the indices; its name is set in the end */
    const char *base, *below, *layer;
    enum tag tag;
    bool stepped; /* its index is the time */
    bool transposed;
};

/* Sorts what stands below into the name; what is not understood is noted in the elaboration. */
void subscripts_read(struct elaboration *to, struct name *name, const struct written *below);

/* One more index: a number or a letter of this text. */
void subscripts_add(struct elaboration *to, struct name *name, const struct written *where,
                    const char *text, size_t length);

#endif
