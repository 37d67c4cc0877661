/* prepare.h: what a document says, without its wrappings: before anybody looks for mathematics in it.
 *
 * Cells of a notebook, comments, code, macros, and the marks of Markdown inside formulas are done with here,
 * and nowhere later. Bytes that are no UTF-8 are taken for Latin-1.
 */
#ifndef BACKPROOF_PREPARE_H
#define BACKPROOF_PREPARE_H

#include "check/reading/draft.h"
#include "check/reading/notebook.h"

struct prepared {
    struct draft text;
    struct cells cells; /* of a notebook */
    bool latex;         /* a LaTeX source: % starts a comment */
    bool notebook;
    size_t stray;    /* one more than the first byte that is no UTF-8; 0 if there is none */
    bool wrong;      /* it is a notebook by its name, but not by what is in it */
    size_t wrong_at; /* where that shows */
};

/* name tells the kind of document by its end, and where files that it reads (\input, \usepackage) are; such files
 * are looked at for macros only. */
struct prepared prepare(const char *name, const char *text, size_t length, struct arena *arena);

#endif
