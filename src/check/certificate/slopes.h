/* slopes.h: derivatives: what moves when one entry does.
 */
#ifndef BACKPROOF_CERTIFICATE_SLOPES_H
#define BACKPROOF_CERTIFICATE_SLOPES_H

#include "check/certificate/writing.h"

/* Writes a derivative, which is noted as a slope the first time. */
void slopes_put(struct writing *w, const struct expr *derivative);

/* Its definition, and the one of its data. */
void slopes_define(struct writing *w, const struct slope *s);
void slopes_define_data(struct writing *w, const struct slope *s);

/* The lemmas that both say the same. */
void slopes_lemmas(struct writing *w, const struct slope *s);

/* Letters a1 a2 and b1 b2 for the indices of both, with something before each and between. */
char *slopes_letters(struct writing *w, const struct slope *s, const char *between);
char *slopes_by_letters(struct writing *w, const struct slope *s, const char *between);

#endif
