/* watch.c: one line of a terminal. */
#include "watch.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

void watch(const char *what, uint64_t done, uint64_t total)
{
    static double next;
    static int shown;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double seconds = (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
    if (next == 0.0)
        next = seconds + 2.0;
    if (done < total && seconds > next && isatty(STDERR_FILENO)) {
        fprintf(stderr, "\r%s: %" PRIu64 " of %" PRIu64 " points", what, done, total);
        next = seconds + 0.5;
        shown = 1;
    }
    if (done >= total && shown) {
        fprintf(stderr, "\r\033[K");
        shown = 0;
    }
}
