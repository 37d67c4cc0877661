/* json.h: what JSON does not have, said the same way in every JSON that the program writes. */
#ifndef BACKPROOF_JSON_H
#define BACKPROOF_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A number with 17 digits, which give the same double back; null if it is not finite. */
json_t *json_double(double value);

/* A whole number up to 2^64 - 1 as a string of digits: readers may keep 53 bits of a number. */
json_t *json_whole(uint64_t value);

/* A string, null for NULL. A file's name may be any bytes: if it is not UTF-8, its bytes beyond ASCII
 * are shown as '?'. */
json_t *json_text(const char *text);

/* Writes the value indented, with a line end, and drops it. NULL stands for memory that ran out:
 * false after a message. */
bool json_write(json_t *value, FILE *to);

#endif
