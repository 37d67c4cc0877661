/* report_json.h: the result as it is, without the answers unless they are asked for.
 */
#ifndef BACKPROOF_CHECK_REPORT_JSON_H
#define BACKPROOF_CHECK_REPORT_JSON_H

#include "check/reporting/report.h"

void report_json(FILE *out, const json_t *result, const struct report_options *options);

#endif
