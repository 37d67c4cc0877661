/* results.h: results of a check made by hand, and what formats make of them, for the tests of the formats. */
#ifndef BACKPROOF_TEST_RESULTS_H
#define BACKPROOF_TEST_RESULTS_H

#include <jansson.h>

#include "check/reporting/report.h"

/* Text that no format may show where answers are hidden. */
extern const char secret[];

json_t *must(json_t *value);
void set(json_t *object, const char *key, const char *text);

/* A claim; read_as may be null. One that is wrong, with everything that a claim can have. */
json_t *claim(int line, int column, const char *verdict, const char *read_as);
json_t *wrong_claim(void);

/* An entry of "files" with its summary; one with a claim of each verdict, a second wrong one that is not carried, and
 * two warnings; one that could not be opened; one with everything hostile at once: names, sources, readings. */
json_t *file_of(const char *name, json_t *claims);
json_t *all_verdicts(const char *name);
json_t *unreadable(const char *name);
json_t *hostile_file(void);

/* The result of up to three files; null for none. */
json_t *result_of(json_t *one, json_t *two, json_t *three);

/* What a format writes; to be freed. */
char *written_with_options(const json_t *result, enum report_format format,
                           const struct report_options *options);
char *written_with(const json_t *result, enum report_format format, bool colour, bool show_answers);
char *written(const json_t *result, enum report_format format);

/* As JSON, whose last line must be ended. */
json_t *parsed(const char *text);

void expect_has(const char *name, const char *text, const char *part);
void expect_not(const char *name, const char *text, const char *part);
void expect_text(const char *name, const char *text, const char *expected);
void expect_string(const char *name, const json_t *object, const char *key, const char *expected);
void expect_integer(const char *name, const json_t *object, const char *key, int expected);

/* No byte that commands a terminal, and no U+0080 to U+009F. */
void expect_tame(const char *name, const char *text);

#endif
