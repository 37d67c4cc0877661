/* report_gradescope.h: results.json of a Gradescope autograder: a test for each claim, with a point to win if it
 * was judged. A wrong line that follows from an earlier wrong one gets its point: the mark was lost there.
 * What could not be read, or not for certain, is worth nothing, so that nobody loses by it.
 */
#ifndef BACKPROOF_CHECK_REPORT_GRADESCOPE_H
#define BACKPROOF_CHECK_REPORT_GRADESCOPE_H

#include "check/reporting/report.h"

void report_gradescope(FILE *out, const json_t *result, const struct report_options *options);

#endif
