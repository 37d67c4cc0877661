/* certificate.h: the verdicts of a document as theorems that Coq has checked.
 */
#ifndef BACKPROOF_CERTIFICATE_H
#define BACKPROOF_CERTIFICATE_H

#include "check/certificate/proof.h"
#include "check/judging/reading.h"

struct certificate_options {
    const char *output;  /* the certificate is written to this file; or null */
    bool self_contained; /* with the library in it */
};

struct certificate {
    struct proof *proof; /* one for each claim */
    const char *trouble; /* why nothing could be proved, such as that coqc is missing; or null */
    const char *axioms; /* those that the theorems rest on, as Coq prints them, with ", " between */
    const char *unwritten; /* that the output could not be written; or null */
};

/* States and proves the lines of a document that are right or wrong. Everything lives in the arena. */
struct certificate certificate_make(const struct reading *reading, const struct source *source,
                                    uint64_t seed, const struct certificate_options *options,
                                    struct arena *arena);

#endif
