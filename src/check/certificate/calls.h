/* calls.h: functions: those that the library has, and those of the document.
 */
#ifndef BACKPROOF_CERTIFICATE_CALLS_H
#define BACKPROOF_CERTIFICATE_CALLS_H

#include "check/certificate/writing.h"

/* Writes a call f(x), or the slope f'(x). */
void calls_put(struct writing *w, const struct expr *e);

/* The functions of the document that were used, as definitions of both kinds. */
void calls_define(struct writing *w);

/* A call of a function of the document with its formula in place of its name; the call itself of any other. */
const struct expr *calls_inlined(struct writing *w, const struct expr *call);

/* What must not be 0 for a function of the library to have a slope, as relu(x) and max(a, b); or null. */
const struct expr *calls_kink(struct writing *w, const struct expr *call);

#endif
