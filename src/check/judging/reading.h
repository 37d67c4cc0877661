/* reading.h: a document as it was understood and judged: what the reports are about. */
#ifndef BACKPROOF_JUDGING_READING_H
#define BACKPROOF_JUDGING_READING_H

#include "base/warnings.h"
#include "check/judging/judge.h"

struct reading {
    struct lexicon lexicon; /* with the choices that were made */
    const struct model *model;
    struct verdict *verdict; /* one for each claim of the model */
    struct names open;       /* index letters whose range nobody gives */
    struct warnings warnings;
};

#endif
