/* table.h: what gradcheck found, for people: a line per equation, and the whole table of the worst
 * point of an equation that is wrong; and the same as JSON.
 */
#ifndef BACKPROOF_GRADCHECK_TABLE_H
#define BACKPROOF_GRADCHECK_TABLE_H

#include <jansson.h>
#include <stdio.h>

#include "gradcheck/gradcheck.h"

/* The name of an entry of a Jacobian, such as dSE/dW_21. */
struct report_name {
    char text[32];
};
struct report_name report_name(const struct gradcheck_equation *equation, int entry);

/* The line of column titles, then a line for each result. */
void table_lines(const struct gradcheck_result *result, int count, FILE *to);

/* A headline with the worst entry, then all entries of the worst point, bad ones marked '!'. */
void table_whole(const struct gradcheck_result *result, FILE *to);

/* Lines and tables as an array of objects, described in `backproof gradcheck --help`; numbers that are
 * not finite are null. NULL if memory ran out. */
json_t *table_json(const struct gradcheck_result *result, int count);

#endif
