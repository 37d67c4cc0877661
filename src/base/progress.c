/* progress.c: one line of a terminal, drawn again and again. */
#include "base/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

struct progress progress_begin(const char *unit)
{
    return (struct progress){
        .unit = unit, .terminal = isatty(STDERR_FILENO), .next = seconds() + 0.5};
}

void progress_show(struct progress *progress, uint64_t done, uint64_t total)
{
    enum { WIDTH = 40 };
    if (!progress->terminal)
        return;
    const double now = seconds();
    if (now < progress->next)
        return;
    progress->next = now + 0.1;
    progress->shown = true;
    const int full = (int)(WIDTH * done / total);
    fprintf(stderr, "\r[%.*s%*s] %s %" PRIu64 " of %" PRIu64, full,
            "########################################", WIDTH - full, "", progress->unit, done,
            total);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        fprintf(stderr, "\r\033[K");
    fflush(stderr);
}
