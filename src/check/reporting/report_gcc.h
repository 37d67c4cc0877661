/* report_gcc.h: one line for each claim to look at and for each warning, as compilers write them, so that editors jump
 * there: file:line:column: error (wrong), warning (unsure, unread), note (right under an assumption).
 */
#ifndef BACKPROOF_CHECK_REPORT_GCC_H
#define BACKPROOF_CHECK_REPORT_GCC_H

#include "check/reporting/report.h"

void report_gcc(FILE *out, const json_t *result, const struct report_options *options);

#endif
