/* json_place.h: where in its text a value of a JSON document stands, for messages; Jansson knows the
 * place of a mistake in the syntax, but not that of a value it has read.
 */
#ifndef BACKPROOF_JSON_PLACE_H
#define BACKPROOF_JSON_PLACE_H

#include <stddef.h>

struct json_place {
    size_t line, column; /* from 1; the column in characters */
};

/* The place of the value that a path leads to: names of members and numbers of elements, separated by
 * '/', such as "features/1/name"; "" is the whole document. If there is no such value, the place of the
 * last one on the path that there is. The text must have been read without error. */
struct json_place json_place(const char *text, const char *path);

#endif
