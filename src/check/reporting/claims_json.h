/* claims_json.h: what was found out about a document, as the JSON object that the formats of report.h
 * write: an entry of "files". */
#ifndef BACKPROOF_CHECK_CLAIMS_JSON_H
#define BACKPROOF_CHECK_CLAIMS_JSON_H

#include <jansson.h>

#include "check/judging/reading.h"
#include "check/reading/source.h"

/* A document that was judged. Nothing of the arena is kept. */
json_t *claims_json(const struct source *source, const struct reading *reading,
                    struct arena *arena);

/* A document that could not be checked, and why; with the place, unless its line is 0. */
json_t *claims_json_failed(const char *name, const char *error, struct place place);

#endif
