/* report_table.h: the verdicts of one document as a table that diff can compare: a line for each claim, with
 * tabs between line:column, verdict, mistake, all else that is known of it, and how it was read; "-" where
 * there is nothing. Ranges that were assumed, warnings, and the error of a document, have lines of their own at the end. The expected
 * verdicts of tests/derivations are such tables.
 */
#ifndef BACKPROOF_CHECK_REPORT_TABLE_H
#define BACKPROOF_CHECK_REPORT_TABLE_H

#include <jansson.h>
#include <stdio.h>

/* file is an entry of "files" in a result. */
void report_table(FILE *out, const json_t *file);

#endif
