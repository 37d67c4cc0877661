/* printed.h: the first stages of `check` on a few bytes, as text, for tables of input and output. */
#ifndef BACKPROOF_PRINTED_H
#define BACKPROOF_PRINTED_H

#include "check/reading/spans.h"

/* Each is good until the next call of the same function. A line of plain text for SPAN_LINE, otherwise
 * mathematics with its delimiters taken off. */

/* "inline 3-8, row 12-20 follows", or "heading 2 0-8". */
const char *printed_spans(const char *name, const char *text);

/* As tokens_print. */
const char *printed_tokens(const char *text, enum span_kind kind);

/* As written_print, without the places unless they are wanted; "at 3: …" with the reason if the text
 * cannot be read. */
const char *printed_tree(const char *text, enum span_kind kind, bool places);

/* Compares two texts, and says what it was about. */
void expect_printed(const char *text, const char *printed, const char *expected);

#endif
