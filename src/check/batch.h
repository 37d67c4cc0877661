/* batch.h: many documents at once. Each core gets a process of its own, so that a document which brings one
 * down is reported and stops no other.
 */
#ifndef BACKPROOF_CHECK_BATCH_H
#define BACKPROOF_CHECK_BATCH_H

#include <jansson.h>
#include <stdint.h>

struct certificate_options;

/* {"files": […]}, one entry of check_file for each path, in the order given. With several, a bar on standard
 * error says how many are done. Each verdict is proved, unless prove is null. */
json_t *batch_check(char **path, size_t n, uint64_t seed, const struct certificate_options *prove);

#endif
