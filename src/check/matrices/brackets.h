/* brackets.h: columns, rows and matrices that are written out in brackets: with which number their entries begin, and
 * those that only name the entries of something.
 */
#ifndef BACKPROOF_BRACKETS_H
#define BACKPROOF_BRACKETS_H

#include "check/meaning/statements.h"

/* The number of the first entry of an ARRAY: that which stands below its names, [x_0; x_1]; else `usual`. */
long brackets_base(const struct expr *array, long usual);

/* What is usual in a document: 0 if some index in it is 0, else 1. */
long brackets_usual_base(const struct statements *statements);

/* [x_1; x_2] = [5; 3] becomes x = [5; 3], and [w_1, w_2; w_3, w_4] = ... gives w its four entries in a row: values of
 * names, wherever that stands in a chain. */
const struct statements *brackets_give_values(const struct statements *statements,
                                              struct arena *arena);

/* x = [x_1; ...; x_n], df/dx = [df/dx_1; ...]: it says of what x consists, and nothing else. */
bool brackets_name_entries(const struct statement *statement);

#endif
