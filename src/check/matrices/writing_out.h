/* writing_out.h: a formula in vectors and matrices, as the same formula of their entries.
 */
#ifndef BACKPROOF_WRITING_OUT_H
#define BACKPROOF_WRITING_OUT_H

#include "check/matrices/fits.h"

/* Letters that may be used as new indices. */
struct letters {
    const char *free; /* those that the document has no other use for */
    size_t used;      /* so many of them are taken in this statement */
    bool out;         /* there were too few */
};

/* Entries of parts that are written out for a statement: a softmax of a softmax doubles at each level. */
enum { ENTRIES_MAX = 5000 };

struct writing_out {
    struct arena *arena;
    const struct lexicon *lexicon;
    struct fitting fitting; /* with the layout of the statement */
    struct letters letters;
    long base;      /* of what is written out in brackets, the first entry has this number */
    size_t entries; /* of parts that were written out; beyond ENTRIES_MAX letters.out is set */
};

/* The next letter as an index; where they run out, the last one, and letters.out is set. */
const struct expr *writing_letter(struct writing_out *w, struct extent where);

/* The entry of e in a row and a column; one that e has not is not looked at, and may be null. */
const struct expr *writing_entry(struct writing_out *w, const struct expr *e,
                                 const struct expr *row, const struct expr *column);

#endif
