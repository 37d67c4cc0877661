/* report_plain.h: text for people.
 *
 * A document can hold any character. What is written for people shows control characters as '?', so
 * that a document cannot command their terminal.
 */
#ifndef BACKPROOF_CHECK_REPORT_PLAIN_H
#define BACKPROOF_CHECK_REPORT_PLAIN_H

#include <stddef.h>
#include <stdio.h>

/* UTF-8 text with '?' for control characters; report_line also has one space for white space of any
 * length, and none at either end. */
void report_plain(FILE *out, const char *text);
void report_line(FILE *out, const char *text);

/* How many characters a UTF-8 text has. */
size_t report_width(const char *text);

/* Text that is collected in memory: written to `to`, returned by report_memory_end, to be freed. Want of
 * memory ends the program. */
struct report_memory {
    FILE *to;
    char *text;
    size_t length;
};
void report_memory_begin(struct report_memory *memory);
char *report_memory_end(struct report_memory *memory);

#endif
