/* formulas.h: all formulas of a document, as written, and its headings. */
#ifndef BACKPROOF_FORMULAS_H
#define BACKPROOF_FORMULAS_H

#include "check/reading/parser.h"

enum {
    FORMULAS_MAX = 20000
}; /* in a document; 1 MiB of "$a=b$" would be more, and nobody's homework */

struct formula {
    enum span_kind kind; /* INLINE, ROW, LINE or BROKEN */
    bool follows;        /* a row of the same display as the formula before */
    size_t start, end;   /* bytes of the source; of several rows if one goes on in the next */
    struct tokens tokens;
    struct parsed parsed;
};

struct heading {
    size_t at;
    int level; /* 1 is the highest */
};

struct formulas {
    struct formula *formula;
    size_t n;
    struct heading *heading;
    size_t headings;
};

/* Everything lives in the arena and shares the texts of the source. Of a document with too many formulas the last
 * one is unread and says so. */
struct formulas formulas_read(const struct source *source, struct arena *arena);

#endif
