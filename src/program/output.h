/* output.h: writes results so that either all files of a run are there, whole, or what was there before.
 *
 * A file is written beside its place under another name; when all are, they are renamed. What is not a
 * regular file (a device, a pipe) is written to directly, and first; "-" is standard output.
 */
#ifndef BACKPROOF_OUTPUT_H
#define BACKPROOF_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { OUTPUTS_MAX = 4 }; /* that can be written together */

/* A text that grows in memory until it is known to be complete. */
struct output {
    const char *path; /* where it goes; not owned */
    FILE *stream;     /* print here */
    char *text;
    size_t length;
};

/* True if path can be written, tried out beside it: worth asking before long work. Else false after
 * a message. */
bool output_possible(const char *path);

/* True if both names lead to one and the same file. */
bool output_same(const char *path, const char *other);

/* True if writing to path would change what is read from other, where "-" is standard input. */
bool output_over(const char *path, const char *other);

/* False after a message. output_discard is due in any case. */
bool output_begin(struct output *output, const char *path);

/* Writes all of these, at most OUTPUTS_MAX. False after a message that says which one failed and what
 * became of the others; unless it was the renaming that failed, all files are then as they were. */
bool output_write(struct output *const outputs[], size_t count);

void output_discard(struct output *output);

/* True if all that was printed to standard output arrived there; else false after a message. */
bool output_flush_stdout(void);

#endif
