/* macros.h: the macros that a LaTeX document defines.
 *
 * Read are \newcommand, \renewcommand, \providecommand, \DeclareRobustCommand, \def with plain parameters,
 * \let, \DeclareMathOperator, \DeclarePairedDelimiter and \NewDocumentCommand with m and o arguments; a
 * definition whose body is TeX programming is left alone, so that what uses it stays unread.
 */
#ifndef BACKPROOF_MACROS_H
#define BACKPROOF_MACROS_H

#include "check/reading/draft.h"

enum { ARGUMENTS_MAX = 9 }; /* of a macro; TeX's own limit */

struct macro {
    const char *name; /* without its backslash */
    size_t arguments;
    const char *optional; /* what the first argument is if it is left out; null if it may not be */
    const char *body;     /* #1 … stand for the arguments */
    bool star;            /* \name* means the same */
};

struct macros {
    struct macro *macro;
    size_t n;
};

/* Adds what a text defines. */
void macros_note(struct macros *macros, const struct draft *text, struct arena *arena);

/* The macro of this name that was defined last; null if there is none, or what it stands for is not known. */
const struct macro *macros_find(const struct macros *macros, const char *name, size_t length);

/* Definitions give way to blanks, so that no body is taken for a formula. */
struct draft macros_without_definitions(const struct draft *text);

#endif
