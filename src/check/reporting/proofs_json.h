/* proofs_json.h: what became of the lines of a document in Coq, in its entry of the result.
 */
#ifndef BACKPROOF_PROOFS_JSON_H
#define BACKPROOF_PROOFS_JSON_H

#include <jansson.h>

#include "check/certificate/certificate.h"

/* Adds "proof" to each claim that was right or wrong, and "certificate" to the file. */
void proofs_json(json_t *file, const struct reading *reading,
                 const struct certificate *certificate);

#endif
