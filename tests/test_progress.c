/* test_progress.c: the bar says what it counts, on a terminal only, after half a second, ten times a
 * second, and goes away. That the commands use it is tested in test_training.c.
 */
#define _GNU_SOURCE /* syscall */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "capture.h"
#include "base/progress.h"

/* The two functions of the C library that the bar asks, so that neither the terminal nor the speed of the
 * machine matter. */

static int terminal;      /* standard error is one */
static double now = -1.0; /* seconds, if not negative */

int isatty(int file)
{
    return file == STDERR_FILENO && terminal;
}

int clock_gettime(clockid_t clock, struct timespec *time)
{
    if (now < 0.0)
        return (int)syscall(SYS_clock_gettime, clock, time);
    time->tv_sec = (time_t)now;
    time->tv_nsec = (long)(1e9 * (now - floor(now)));
    return 0;
}

/* What is shown until a time, in seconds, of a run that counts to 8 in steps of 0.25 seconds. */
static char *shown(double until)
{
    capture_begin();
    now = 100.0;
    struct progress progress = progress_begin("document");
    for (int done = 1; 0.25 * done <= until; done++) {
        now += 0.25;
        progress_show(&progress, (uint64_t)done, 8);
    }
    progress_end(&progress);
    now = -1.0;
    return capture_end();
}

static void expect_shown(double until, const char *expected)
{
    char *text = shown(until);
    cr_expect(strcmp(text, expected) == 0, "after %g s: '%s', expected '%s'", until, text,
              expected);
    free(text);
}

Test(progress, bar)
{
    terminal = 1;
    expect_shown(0.25, "");
    expect_shown(0.75, "\r[##########                              ] document 2 of 8"
                       "\r[###############                         ] document 3 of 8"
                       "\r\033[K");
    terminal = 0;
    expect_shown(0.75, "");
}

/* Steps that come fast are not all drawn. */
Test(progress, not_too_often)
{
    terminal = 1;
    capture_begin();
    now = 7.0;
    struct progress progress = progress_begin("step");
    for (uint64_t n = 1; n <= 1000; n++) {
        now += 0.001;
        progress_show(&progress, n, 1000);
    }
    now = -1.0;
    char *text = capture_end();
    size_t times = 0;
    for (const char *c = text; (c = strstr(c, "step ")); c++)
        times++;
    cr_expect(times == 5 || times == 6, "%zu times: %s", times, text);
    free(text);
}
