/* check.h: checks documents; what comes out is the JSON object that report.h writes.
 */
#ifndef BACKPROOF_CHECK_H
#define BACKPROOF_CHECK_H

#include <jansson.h>
#include <stdint.h>

/* One document ("-" is standard input): an entry of "files". A document that could not be read has
 * "error", and "error_line" and "error_column" if there is a place to name. */
json_t *check_file(const char *path, uint64_t seed);

/* The same for a text in memory; a 0 must stand after its length bytes. */
json_t *check_text(const char *name, const char *text, size_t length, uint64_t seed);

/* Many documents, over all cores; {"files": […]} in the order given. */
json_t *check_all(char **path, size_t n, uint64_t seed);

#endif
