/* output.h: writes results so that either the whole file is there or what was there before.
 *
 * A file is written beside its place under another name and then renamed. What is not a regular file
 * (a device, a pipe) is written to directly; "-" is standard output.
 */
#ifndef BACKPROOF_OUTPUT_H
#define BACKPROOF_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A text that grows in memory until it is known to be complete. */
struct output {
    FILE *stream; /* print here */
    char *text;
    size_t length;
};

/* True if path can be written, tried out beside it: worth asking before long work. Else false after
 * a message. */
bool output_possible(const char *path);

/* True if both names lead to one and the same file. */
bool output_same(const char *path, const char *other);

/* False after a message. output_discard is due in any case. */
bool output_begin(struct output *output);

/* Writes the text to path; false after a message, and then path is as it was. */
bool output_write(struct output *output, const char *path);

void output_discard(struct output *output);

/* True if all that was printed to standard output arrived there; else false after a message. */
bool output_flush_stdout(void);

#endif
