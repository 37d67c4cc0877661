/* proof.h: what became of the lines of a document in Coq: what the reports are about.
 */
#ifndef BACKPROOF_CERTIFICATE_PROOF_H
#define BACKPROOF_CERTIFICATE_PROOF_H

#include <stddef.h>

enum proof_state {
    PROOF_NONE, /* of a line that is neither right nor wrong */
    PROOF_PROVED,
    PROOF_REFUTED,
    PROOF_NOT_STATED,
    PROOF_NOT_PROVED,
    PROOF_DISAGREES, /* Coq proves the opposite of the verdict */
    PROOF_STATES
};

struct proof {
    enum proof_state state;
    const char *why;     /* of PROOF_NOT_STATED and PROOF_NOT_PROVED */
    const char *theorem; /* its name in the certificate, of several the first; or null */
};

/* As it is said: "proved", "refuted", "not stated", "not proved", "disagrees"; "" of PROOF_NONE. */
const char *proof_state_name(enum proof_state state);

#endif
