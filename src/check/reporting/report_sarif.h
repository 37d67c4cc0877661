/* report_sarif.h: SARIF 2.1.0, for code scanning and editors: a result for each claim that is wrong, right-if,
 * unsure or unread, and for each warning.
 */
#ifndef BACKPROOF_CHECK_REPORT_SARIF_H
#define BACKPROOF_CHECK_REPORT_SARIF_H

#include "check/reporting/report.h"

void report_sarif(FILE *out, const json_t *result, const struct report_options *options);

#endif
