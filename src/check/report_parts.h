/* report_parts.h: what the formats of report.h have in common; nobody else needs it.
 *
 * A document can hold any character. What is written for people shows control characters as '?', so
 * that a document cannot command their terminal.
 */
#ifndef BACKPROOF_CHECK_REPORT_PARTS_H
#define BACKPROOF_CHECK_REPORT_PARTS_H

#include "report.h"

/* The formats. */
void report_text(FILE *out, const json_t *result, const struct report_options *options);
void report_json(FILE *out, const json_t *result, const struct report_options *options);
void report_junit(FILE *out, const json_t *result, const struct report_options *options);
void report_sarif(FILE *out, const json_t *result, const struct report_options *options);
void report_gradescope(FILE *out, const json_t *result, const struct report_options *options);

/* What stands at a key; null and 0 if nothing does. */
const char *report_string(const json_t *object, const char *key);
json_int_t report_number(const json_t *object, const char *key);

/* The name of a file of the result. */
const char *report_name_of(const json_t *file);

enum report_verdict { DEFINITION, RIGHT, RIGHT_IF, WRONG, UNREAD, REPORT_VERDICTS };
extern const char *const report_verdicts[REPORT_VERDICTS];
enum report_verdict report_verdict(const json_t *claim);

/* Text that is collected in memory; report_text_end returns it, to be freed. */
struct report_memory {
    FILE *to;
    char *text;
    size_t length;
};
void report_memory_begin(struct report_memory *memory);
char *report_memory_end(struct report_memory *memory);

/* How many characters a UTF-8 text has. */
size_t report_width(const char *text);

/* With '?' for control characters; report_line also has one space for white space of any length. */
void report_plain(FILE *out, const char *text);
void report_line(FILE *out, const char *text);

/* "11 right, 2 right-if, 3 wrong, 0 unread". */
void report_summary(FILE *out, const json_t *summary);

/* What is the matter with a claim, without its verdict. */
void report_sentence(FILE *out, const json_t *claim);

/* Its verdict and that: "wrong: [sign] the sign is the wrong way round". */
void report_headline(FILE *out, const json_t *claim, const struct report_options *options);

/* All else: lines that begin with indent and end in a newline. */
void report_details(FILE *out, const json_t *claim, const struct report_options *options,
                    const char *indent);

/* Room for so many things, all 0; free it. */
void *report_room(size_t count, size_t size);

/* Sets or appends a value, which may be null for want of memory; that ends the program. */
void report_put(json_t *object, const char *key, json_t *value);
void report_append(json_t *array, json_t *value);

/* Pretty, with 2 spaces and a last newline; takes value away. */
void report_dump(FILE *out, json_t *value);

#endif
