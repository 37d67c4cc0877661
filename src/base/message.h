/* message.h: what the program says on standard error, and its exit statuses.
 *
 * Every message is one line, whatever it quotes: control characters in it are shown as '?'.
 */
#ifndef BACKPROOF_MESSAGE_H
#define BACKPROOF_MESSAGE_H

#include <stddef.h>

enum status {
    STATUS_OK = 0,
    STATUS_FAILED = 1,   /* a check found a difference */
    STATUS_BAD = 2,      /* bad input, bad usage, or a result that could not be written */
    STATUS_DIVERGED = 3, /* the training ran away */
    STATUS_DISAGREES = 3 /* a verdict and its proof do: a mistake of this program */
};

/* "backproof: ...". */
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "file: ...", for what concerns a file as a whole. */
void message_file(const char *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "file:line:column: ...", both counted from 1, the column in characters. */
void message_at(const char *file, size_t line, size_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* "backproof COMMAND: .... Try 'backproof COMMAND --help'."; returns STATUS_BAD. A null command
 * stands for the program itself. */
int message_usage(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says that memory ran out; returns 0, to be returned as false. */
int message_no_memory(void);

/* A quotation short enough for a message, cut between two characters. */
struct quotation {
    char text[64];
};
struct quotation quote(const char *text);

#endif
