/* builtin.h: the data that the program brings along, so that it runs without any file. */
#ifndef BACKPROOF_BUILTIN_H
#define BACKPROOF_BUILTIN_H

#include "program/trained.h"

/* The text of a CSV: trees for regression, iris for classification. */
const char *builtin_data(enum network network);

/* What messages call it. */
const char *builtin_name(enum network network);

#endif
