/* lines.h: the lines of a section as theorems: what each says, and under what.
 */
#ifndef BACKPROOF_CERTIFICATE_LINES_H
#define BACKPROOF_CERTIFICATE_LINES_H

#include "check/certificate/givens.h"
#include "check/certificate/proof.h"
#include "check/judging/reading.h"

enum { VARIANTS = 4 };

/* Numbers at which lines are seen to fail, by the mode of a cell: 0, 1, its first index + 1 (or 3), its second one + 1,
 * 1 / (its indices + 2), or from POINT_HOT on one-hot at the mode less that. In Coq: picked. */
enum { POINT_ZERO, POINT_ONE, POINT_FIRST, POINT_SECOND, POINT_PART, POINT_HOT = 10 };

/* One theorem: a line or, of one that is about any layer, the line at a layer. */
struct line {
    size_t claim;
    bool wrong; /* it is to be refuted */
    int exists; /* it says that slope number exists - 1 exists; 0: it is a line of the document */
    unsigned char slope[SLOPES_MAX]; /* those that it speaks of, by number */
    struct equation equation;
    struct assignments letters; /* of its indices that stay letters */
    const char *name;           /* line_24_3 */
    const char *shown[2], *data[2];
    const char *condition; /* on the letters, as a boolean; or null */
    struct given
        given[VARIANTS]; /* under which it may hold, the weakest first; of a wrong line none */
    size_t variants;
    int found; /* the number of the one under which it holds; -1: none */
    struct {
        bool found;
        long *index, *mode; /* of the letters; of each free cell, by number */
    } point;                /* at which it does not hold */
    unsigned char *below;   /* the cells that it rests on */
    bool given_letters;     /* what is given speaks of its own letters */
    bool assumes;        /* it is right under an assumption alone: where that fails says nothing */
    long begins, ends;   /* of its theorem: bytes of the file */
    const char *refused; /* what Coq said against it; or null */
};

/* The lines of one section. */
struct section {
    struct writing w;
    struct line *line;
    size_t lines;
};

/* The lines of the claims in a section that are right or wrong. In `proof`, one for each claim, what cannot be stated
 * is noted. */
struct section *lines_of(const struct reading *reading, const struct source *source,
                         struct judging *judging, size_t section, struct proof *proof,
                         struct arena *arena);

#endif
