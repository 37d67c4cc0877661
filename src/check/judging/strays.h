/* strays.h: symbols of a line whose definition is missing. */
#ifndef BACKPROOF_STRAYS_H
#define BACKPROOF_STRAYS_H

#include "check/judging/judging.h"

/* The name of a symbol that stands in this claim and nowhere else, and is no index, size or rate; or null. In a
 * claim without any symbol that the definitions know, only words are such. */
const char *strays_find(const struct judging *j, const struct claim *claim);

#endif
