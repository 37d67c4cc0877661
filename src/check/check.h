/* check.h: checks one document; what comes out is an entry of "files" in the result that report.h writes.
 */
#ifndef BACKPROOF_CHECK_H
#define BACKPROOF_CHECK_H

#include <jansson.h>
#include <stdint.h>

/* A file; "-" is standard input. A document that could not be read has "error", and "error_line" and
 * "error_column" if there is a place to name. The same seed draws the same points. The object belongs to
 * the caller. */
json_t *check_file(const char *path, uint64_t seed);

struct certificate_options;

/* The same, with a proof of each verdict (certificate/certificate.h); prove may be null. */
json_t *check_file_proving(const char *path, uint64_t seed,
                           const struct certificate_options *prove);

/* The same for a text in memory; a 0 must stand after its length bytes. */
json_t *check_text(const char *name, const char *text, size_t length, uint64_t seed);

#endif
