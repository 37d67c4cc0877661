/* report_junit.h: JUnit XML, as Jenkins and others read it: a test suite for each file, a test case for each
 * claim. A wrong claim is a failure, one that is unsure or unread is skipped, a file that could not be read is an error.
 * No times are written, so that the same result gives the same bytes.
 */
#ifndef BACKPROOF_CHECK_REPORT_JUNIT_H
#define BACKPROOF_CHECK_REPORT_JUNIT_H

#include "check/reporting/report.h"

void report_junit(FILE *out, const json_t *result, const struct report_options *options);

#endif
