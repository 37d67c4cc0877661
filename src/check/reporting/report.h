/* report.h: what check found, in six formats.
 *
 * The result is the object that check_all makes. The same result gives the same bytes.
 */
#ifndef BACKPROOF_CHECK_REPORT_H
#define BACKPROOF_CHECK_REPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

enum report_format {
    REPORT_TEXT,       /* for people, and for editors that jump to file:line:column */
    REPORT_JSON,       /* the result itself */
    REPORT_JUNIT,      /* JUnit XML: a test case for each claim */
    REPORT_SARIF,      /* SARIF 2.1.0: a result for each claim to look at, and for each warning */
    REPORT_GRADESCOPE, /* results.json of an autograder: a point for each claim judged */
    REPORT_GCC         /* a line for each claim to look at, as compilers write their errors */
};

struct report_options {
    bool colour; /* ANSI colours; they are for text only */
    bool
        brief; /* of text: no counter-examples, and carried lines are only named where they come from */
    bool show_answers; /* without it, "answer" appears in no format */
};

/* Finds a format by its name, such as "junit"; false if there is none. */
bool report_format_named(const char *name, enum report_format *format);

/* Writes result to out. Nothing is flushed; a stream that fails keeps its error. */
void report_write(FILE *out, const json_t *result, enum report_format format,
                  const struct report_options *options);

#endif
