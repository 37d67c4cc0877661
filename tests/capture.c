/* capture.c: standard error turned to a pipe, and back. */
#include "capture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROOM = 1 << 16 }; /* what a pipe takes before anybody reads it */

static int pipes[2], before;

void capture_begin(void)
{
    fflush(stderr);
    before = dup(STDERR_FILENO);
    cr_assert(before >= 0 && pipe(pipes) == 0 && dup2(pipes[1], STDERR_FILENO) >= 0, "no pipe");
    close(pipes[1]);
}

char *capture_end(void)
{
    char *text = calloc(ROOM + 1, 1);
    ssize_t got = 1;
    fflush(stderr);
    dup2(before, STDERR_FILENO); /* the last end to write to: now reading comes to an end */
    close(before);
    cr_assert(text, "no memory");
    for (size_t length = 0; got > 0; length += (size_t)got)
        got = read(pipes[0], text + length, ROOM - length);
    close(pipes[0]);
    return text;
}
