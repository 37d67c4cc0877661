/* report_text.h: the report for people: a line for each claim and what belongs to it below, in the order of the
 * document; with several files, a table of them.
 */
#ifndef BACKPROOF_CHECK_REPORT_TEXT_H
#define BACKPROOF_CHECK_REPORT_TEXT_H

#include "check/reporting/report.h"

void report_text(FILE *out, const json_t *result, const struct report_options *options);

#endif
