/* runner.h: runs the real program in a directory of its own, for tests of what a user meets.
 *
 * The program is the one that the environment variable BACKPROOF names; without it the tests fail.
 */
#ifndef BACKPROOF_TESTS_RUNNER_H
#define BACKPROOF_TESTS_RUNNER_H

#include <stdbool.h>
#include <stddef.h>

/* A fresh directory; commands run inside, so that messages name files without their path. */
struct room {
    char path[256];
};

struct result {
    int status; /* exit status, or 1000 + the signal */
    char *out, *err;
};

void room_open(struct room *room);

/* A fresh file that holds these bytes; the caller unlinks at->path. */
void temporary_file(struct room *at, const char *bytes, size_t length);

/* Removes the directory with all its files. */
void room_close(struct room *room);

/* How many files there are, hidden ones too. */
int room_count(const struct room *room);

void room_write(const struct room *room, const char *name, const char *bytes, size_t length);

void room_write_text(const struct room *room, const char *name, const char *text);

/* The whole file as a string, NULL if there is none; free it. */
char *room_read(const struct room *room, const char *name);

/* Runs a line of the shell in which $BACKPROOF is the program. free_result is due. */
struct result run_shell(const struct room *room, const char *line);

/* Runs the program with these arguments, and redirections as the shell knows them. */
struct result run(const struct room *room, const char *arguments);

void free_result(struct result *result);

/* True if the text is one line that begins so and contains this. */
bool is_one_line(const char *text, const char *begin, const char *part);

#endif
