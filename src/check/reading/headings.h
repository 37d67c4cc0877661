/* headings.h: lines that begin a part of a document: of Markdown, LaTeX, HTML and plain text. */
#ifndef BACKPROOF_HEADINGS_H
#define BACKPROOF_HEADINGS_H

#include <stddef.h>

/* What is no title of its own, such as a rule, is lower than any title. */
enum { HEADING_PART = 1, HEADING_BOLD = 7, HEADING_POINT = 8, HEADING_RULE = 9 };

/* The level of the heading that a line is or begins with, 1 the highest; 0 if it is none. The line is text from `at` to
 * `stop`, without the blanks before it. Formulas may stand in it. */
int heading_level(const char *text, size_t at, size_t stop);

#endif
