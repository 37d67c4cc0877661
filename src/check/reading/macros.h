/* macros.h: the macros that a LaTeX document defines, and their expansion.
 *
 * Read are \newcommand, \renewcommand, \providecommand, \DeclareRobustCommand, \def with plain parameters,
 * \let, \DeclareMathOperator, \DeclarePairedDelimiter and \NewDocumentCommand with m and o arguments; a
 * definition whose body is TeX programming is left alone, so that what uses it stays unread.
 */
#ifndef BACKPROOF_MACROS_H
#define BACKPROOF_MACROS_H

#include "check/reading/draft.h"

struct macros {
    struct macro *macro;
    size_t n;
};

/* Adds what a text defines. */
void macros_note(struct macros *macros, const struct draft *text, struct arena *arena);

/* The text with its definitions blanked and its macros expanded; bytes of a body stand where the macro is
 * used, arguments stay where they are written. */
struct draft macros_expand(const struct macros *macros, const struct draft *text);

#endif
