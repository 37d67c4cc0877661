/* overall.h: what the verdicts of a document say together. */
#ifndef BACKPROOF_OVERALL_H
#define BACKPROOF_OVERALL_H

#include "check/judging/reading.h"

/* Right, under an assumption or without. */
bool verdict_is_right(const struct verdict *verdict);

/* Right, and that speaks for how the definitions were read: it would not hold whatever they are. */
bool verdict_is_evidence(const struct verdict *verdict);

/* Such a right line, a wrong one, or a definition. */
bool verdict_is_judged(const struct verdict *verdict);

/* Wrong, and no mistake of the catalogue, no line before and no case in which it holds explains it. */
bool verdict_is_nameless(const struct verdict *verdict);

/* More wrong lines without a name than lines that are right, and more than a few: a definition was not understood. */
bool overall_many_nameless(const struct reading *reading);

/* A good part of the document was not judged, against what is right in it. What a line rests on may be there. */
bool overall_half_read(const struct reading *reading);

/* Claim n is the slope of a function that is written out, in a document in which nothing else is open, and no sign of
 * which can be read in two ways. */
bool overall_is_read(const struct reading *reading, size_t n);

/* Another claim of its section says what the left side of claim n is, and is right. */
bool overall_has_answer(const struct reading *reading, size_t n);

#endif
