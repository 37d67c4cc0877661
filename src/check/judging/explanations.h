/* explanations.h: what is said of mistakes about activations, by the names of a document's units. */
#ifndef BACKPROOF_EXPLANATIONS_H
#define BACKPROOF_EXPLANATIONS_H

#include "check/judging/search.h"

/* One sentence about the units whose activation the mistake is about; null if it is about no activation, or
 * if they are not known. */
const char *explanation_of_units(const struct search *search);

#endif
