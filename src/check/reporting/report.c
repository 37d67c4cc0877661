/* report.c: the names of the formats. */
#include "check/reporting/report.h"

#include <string.h>

#include "check/reporting/report_gcc.h"
#include "check/reporting/report_gradescope.h"
#include "check/reporting/report_json.h"
#include "check/reporting/report_junit.h"
#include "check/reporting/report_sarif.h"
#include "check/reporting/report_text.h"

typedef void writer(FILE *out, const json_t *result, const struct report_options *options);

static const struct {
    const char *name;
    writer *write;
} formats[] = {
    [REPORT_TEXT] = {"text", report_text},
    [REPORT_JSON] = {"json", report_json},
    [REPORT_JUNIT] = {"junit", report_junit},
    [REPORT_SARIF] = {"sarif", report_sarif},
    [REPORT_GRADESCOPE] = {"gradescope", report_gradescope},
    [REPORT_GCC] = {"gcc", report_gcc},
};

bool report_format_named(const char *name, enum report_format *format)
{
    for (size_t n = 0; n < sizeof formats / sizeof *formats; n++)
        if (strcmp(formats[n].name, name) == 0) {
            *format = (enum report_format)n;
            return true;
        }
    return false;
}

void report_write(FILE *out, const json_t *result, enum report_format format,
                  const struct report_options *options)
{
    struct report_options fitting = *options;
    fitting.colour = options->colour && format == REPORT_TEXT;
    fitting.brief = options->brief && format == REPORT_TEXT;
    formats[format].write(out, result, &fitting);
}
