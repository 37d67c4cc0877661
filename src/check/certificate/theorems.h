/* theorems.h: the lines of a section as text for Coq: what it is asked first, and what stands in the certificate.
 */
#ifndef BACKPROOF_CERTIFICATE_THEOREMS_H
#define BACKPROOF_CERTIFICATE_THEOREMS_H

#include "check/certificate/lines.h"

/* The formulas of a section as data, both sides of its lines among them; `shown`: as a reader sees them as well. */
void theorems_formulas(struct section *s, FILE *out, bool shown);

/* Asks under which variant each line holds, and at which point a wrong one does not; in the second round, at which
 * point a right one does not that was not proved. */
void theorems_question(struct section *s, bool second, FILE *out);

/* Takes up the answer, from where the section's lists begin; returns where they end, or null if it is none. */
const char *theorems_answer(struct section *s, bool second, const char *text);

/* The line has a theorem in the certificate. */
bool theorems_has(const struct section *s, size_t line);

/* The formulas, lemmas about them, theorems. Notes where in the file each begins and ends. */
void theorems_write(struct section *s, const struct reading *reading, const struct source *source,
                    FILE *out);

/* The refutation of a wrong line, at the point that was found. */
void refutations_write(struct section *s, size_t line, FILE *out);

/* The point as a list of what is given, with mode' for the modes of the cells. */
void search_put_point(struct section *s, const struct line *l);

#endif
