/* understanding.h: what a document was taken to be about, to be said before its verdicts. */
#ifndef BACKPROOF_UNDERSTANDING_H
#define BACKPROOF_UNDERSTANDING_H

#include "check/judging/reading.h"

/* In the order of the document; what it does not have is an empty list. */
struct understanding {
    struct names losses;  /* what is differentiated or descended on in the end */
    struct names labels;  /* what a loss compares with */
    struct names rates;   /* of its updates */
    struct names ranges;  /* "k = 0..2": index letters whose range nobody gives */
    struct names shapes;  /* "matrices W", "columns x, b" */
    struct names choices; /* sentences: how signs are read that may be meant in more than one way */
};

struct understanding understanding_of(const struct reading *reading, struct arena *arena);

#endif
