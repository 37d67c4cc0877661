/* spans.h: finds the mathematics and the headings in a document.
 *
 * Mathematics stands in $…$, $$…$$, \(…\), \[…\], the display environments of LaTeX and ```math
 * blocks. In a document with none of these each line that holds a relation sign is a formula.
 */
#ifndef BACKPROOF_SPANS_H
#define BACKPROOF_SPANS_H

#include <stdbool.h>

#include "check/reading/source.h"

enum span_kind {
    SPAN_INLINE,
    SPAN_ROW,     /* a row of a displayed formula */
    SPAN_LINE,    /* a line of a plain text */
    SPAN_BROKEN,  /* mathematics that begins here and never ends */
    SPAN_HEADING, /* level: 1 is the highest */
};

struct span {
    enum span_kind kind;
    size_t start, end; /* bytes of the source */
    int level;
    bool follows; /* a row of the same display as the span before */
    char bullet;  /* of the list that a line is a point of; or 0 */
};

struct spans {
    struct span *span;
    size_t n;
};

struct spans spans_find(const struct source *source, struct arena *arena);

#endif
