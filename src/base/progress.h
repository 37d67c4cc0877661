/* progress.h: a bar on standard error while a long run goes on; nothing if nobody looks. */
#ifndef BACKPROOF_PROGRESS_H
#define BACKPROOF_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    const char *unit; /* what is counted: "epoch" */
    bool terminal;    /* standard error is one */
    bool shown;
    double next; /* when to draw again, in seconds */
};

struct progress progress_begin(const char *unit);

/* Draws at most ten times a second, and not in the first half second. */
void progress_show(struct progress *progress, uint64_t done, uint64_t total);

/* Takes the bar away. */
void progress_end(struct progress *progress);

#endif
