/* coqc.h: runs Coq's compiler, with the library of the certificates.
 */
#ifndef BACKPROOF_CERTIFICATE_COQC_H
#define BACKPROOF_CERTIFICATE_COQC_H

#include <stdbool.h>

#include "base/arena.h"

/* A folder for the files of one document, and the one with the compiled library. */
struct coqc {
    const char *folder, *library;
    const char *trouble; /* why Coq cannot be run; or null */
    double seconds;      /* of CPU that it took so far */
    struct arena *arena;
};

/* Finds coqc and, the first time, compiles the library into the user's cache. coqc_end is due. */
struct coqc coqc_begin(struct arena *arena);
void coqc_end(struct coqc *c);

/* Compiles a text under this name, without its ending; *said is what Coq printed, errors included. */
bool coqc_run(struct coqc *c, const char *name, const char *text, const char **said);

/* The library as one text, each file a module of its own. */
const char *coqc_library(struct arena *arena);

#endif
