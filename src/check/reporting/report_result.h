/* report_result.h: the result of a check, a JSON object, as the formats read it and as it is made.
 *
 * A value that could not be made for want of memory ends the program with a message and status 2.
 */
#ifndef BACKPROOF_CHECK_REPORT_RESULT_H
#define BACKPROOF_CHECK_REPORT_RESULT_H

#include <jansson.h>
#include <stdio.h>

#include "check/vocabulary/verdicts.h"

/* What stands at a key; null and 0 if nothing does. The text lives as long as the object. */
const char *report_string(const json_t *object, const char *key);
json_int_t report_number(const json_t *object, const char *key);

/* Why nothing of a file was checked: it could not be read, or holds no equation; null if it was. */
const char *report_error(const json_t *file);

/* The name of a file of the result. */
const char *report_name_of(const json_t *file);

enum verdict_kind report_verdict(const json_t *claim);

/* The equation as it was read, or as it stands in the source if it was not. */
const char *report_formula(const json_t *claim);

/* "12:3", the line and the column of a claim or a warning. */
void report_place(FILE *out, const json_t *thing);

/* Room for so many things, all 0; free it. */
void *report_room(size_t count, size_t size);

/* Sets or appends a value, which is taken over. */
void report_put(json_t *object, const char *key, json_t *value);
void report_append(json_t *array, json_t *value);

/* Sets a text; a null text is left out. */
void report_put_string(json_t *object, const char *key, const char *text);

/* Pretty, with 2 spaces and a last newline; takes value away. */
void report_dump(FILE *out, json_t *value);

#endif
