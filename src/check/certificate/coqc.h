/* coqc.h: runs Coq, with the library of the certificates: its compiler, and a session that is asked several things, since
 * to begin takes it longer than most answers.
 */
#ifndef BACKPROOF_CERTIFICATE_COQC_H
#define BACKPROOF_CERTIFICATE_COQC_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"

/* A folder for the files of one document, and the one with the compiled library. */
struct coqc {
    const char *folder, *library;
    const char *trouble; /* why Coq cannot be run; or null */
    struct arena *arena;
    pid_t session; /* a process; 0: none has begun, or it has ended */
    int line;      /* to it */
};

/* Finds coqc and, the first time, compiles the library into the user's cache. coqc_end is due. */
struct coqc coqc_begin(struct arena *arena);
/* Ends the session and removes the files of the document; the library stays. */
void coqc_end(struct coqc *c);

/* Has a text read in the session, under this name; *said is what Coq printed. True if there is no error in it. A name that
 * is declared twice is one; an error leaves nothing behind. */
bool coqc_ask(struct coqc *c, const char *name, const char *text, const char **said);

/* Compiles a text under this name, without its ending; *said is what Coq printed, errors included. */
bool coqc_run(struct coqc *c, const char *name, const char *text, const char **said);

/* The library as one text, each file a module of its own. */
const char *coqc_library(struct arena *arena);

#endif
