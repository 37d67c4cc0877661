/* tex.h: names, blanks and groups of a LaTeX source. */
#ifndef BACKPROOF_TEX_H
#define BACKPROOF_TEX_H

#include "check/reading/draft.h"

/* Behind the name of a command, of which `at` is the first sign behind the backslash: letters, with the sign @ of
 * packages among them, or one other sign. */
size_t tex_name_end(const struct draft *text, size_t at);

size_t tex_skip_blanks(const struct draft *text, size_t at);

/* The end of a group that begins at `at` with `open`, behind its closing sign; 0 if it does not end. */
size_t tex_group_end(const struct draft *text, size_t at, char open, char close);

#endif
