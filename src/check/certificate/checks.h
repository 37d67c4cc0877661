/* checks.h: what Coq computes for a line: a check as a boolean, and what it is about.
 */
#ifndef BACKPROOF_CERTIFICATE_CHECKS_H
#define BACKPROOF_CERTIFICATE_CHECKS_H

#include "check/certificate/lines.h"

/* Its letters as arguments, each with a blank before; with `hot` the class as well. */
char *checks_letters(struct writing *w, const struct line *l, bool hot);

/* For all values of its letters, and of the class in what is given: `call`, such as "agrees def'all [] s'", of both
 * sides, where its condition holds. */
char *checks_text(struct writing *w, const struct line *l, const struct given *g, const char *call);

/* Both sides, for all values of the letters, as a list. */
char *checks_sides(struct writing *w, const struct line *l);

#endif
