/* report_claim.h: what is said of one claim, in words and lines for people. */
#ifndef BACKPROOF_CHECK_REPORT_CLAIM_H
#define BACKPROOF_CHECK_REPORT_CLAIM_H

#include "check/reporting/report.h"

/* What is the matter with a claim, without its verdict. */
void report_sentence(FILE *out, const json_t *claim);

/* Its verdict and that: "wrong: [sign] the sign is the wrong way round". */
void report_headline(FILE *out, const json_t *claim, const struct report_options *options);

/* All else: lines that begin with indent and end in a newline. */
void report_details(FILE *out, const json_t *claim, const struct report_options *options,
                    const char *indent);

/* "12:3: warning: the slope of max jumps", and a newline. */
void report_warning(FILE *out, const json_t *warning);

/* "11 right, 2 right-if, 1 wrong (2 more carried), 1 unsure, 3 unread; judged 14 of 20 equations". */
void report_summary(FILE *out, const json_t *summary);

#endif
