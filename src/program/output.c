/* output.c: write aside, then rename. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "program/output.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"

/* Where a file goes, after symbolic links, and under which name it is written before. */
struct place {
    char target[PATH_MAX];
    char aside[PATH_MAX]; /* a template for mkstemp, then the name of the file aside */
    bool stream;          /* standard output or not a regular file: no detour */
    bool there;           /* the file aside exists */
    mode_t mode;
};

/* The functions that return int return 0 or the number of an error, as errno has it. */

/* The trouble with standard output is said once. */
static bool stdout_failed;

static bool is_stdout(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* What the permissions of a new file are. */
static mode_t usual_mode(void)
{
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static int set_aside_name(struct place *place)
{
    static const char name[] = "/.backproof-XXXXXX";
    memcpy(place->aside, place->target, strlen(place->target) + 1);
    const char *directory = dirname(place->aside);
    const size_t length = strlen(directory);
    if (length + sizeof name > sizeof place->aside)
        return ENAMETOOLONG;
    memmove(place->aside, directory, length);
    memcpy(place->aside + length, name, sizeof name);
    return 0;
}

static int find_new(const char *path, struct place *place)
{
    const size_t length = strlen(path);
    if (length >= sizeof place->target)
        return ENAMETOOLONG;
    if (length == 0 || path[length - 1] == '/')
        return ENOENT;
    place->mode = usual_mode();
    memcpy(place->target, path, length + 1);
    return set_aside_name(place);
}

static int find_place(const char *path, struct place *place)
{
    struct stat status;
    place->there = false;
    place->stream = is_stdout(path);
    if (place->stream)
        return 0;
    if (stat(path, &status) != 0) {
        const int error = errno;
        if (error != ENOENT || lstat(path, &status) == 0) /* a link to nothing is not followed */
            return error;
        return find_new(path, place);
    }
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (access(path, W_OK) != 0) /* renaming would replace even a file that its owner protected */
        return errno;
    place->stream = !S_ISREG(status.st_mode);
    place->mode = status.st_mode & 07777;
    if (place->stream)
        return 0;
    return realpath(path, place->target) ? set_aside_name(place) : errno;
}

static bool write_all(int file, const char *text, size_t length)
{
    while (length > 0) {
        const ssize_t written = write(file, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text += written;
        length -= (size_t)written;
    }
    return true;
}

/* Closes a file, written or not; some file systems tell only now that the disk is full. */
static int close_written(int file, int error)
{
    if (!error && fsync(file) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
        error = errno;
    if (close(file) != 0 && !error)
        error = errno;
    return error;
}

/* An interrupt waits while the file aside exists, so that none is ever left behind. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGQUIT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, before);
}

static bool cannot_write(const char *path, int error)
{
    message_file(path, "cannot be written: %s", strerror(error));
    return false;
}

bool output_possible(const char *path)
{
    struct place place;
    sigset_t before;
    int error = find_place(path, &place);
    if (!error && !place.stream) {
        hold_signals(&before);
        const int file = mkstemp(place.aside);
        if (file < 0) {
            error = errno;
        } else {
            close(file);
            unlink(place.aside);
        }
        sigprocmask(SIG_SETMASK, &before, NULL);
    }
    return !error || cannot_write(path, error);
}

bool output_same(const char *path, const char *other)
{
    struct stat a, b;
    if (strcmp(path, other) == 0)
        return true;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && S_ISREG(a.st_mode) &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool output_over(const char *path, const char *other)
{
    return !is_stdout(path) && output_same(path, other);
}

bool output_begin(struct output *output, const char *path)
{
    *output = (struct output){.path = path};
    output->stream = open_memstream(&output->text, &output->length);
    return output->stream || message_no_memory();
}

/* An output on its way. */
struct item {
    const struct output *output;
    struct place place;
    bool done; /* what stands in its place is new */
};

static int write_stdout(const struct output *output)
{
    fwrite(output->text, 1, output->length, stdout);
    return fflush(stdout) != 0 || ferror(stdout) ? errno : 0;
}

static int write_stream(struct item *item)
{
    const struct output *output = item->output;
    int error;
    if (is_stdout(output->path)) {
        error = write_stdout(output);
    } else {
        const int file = open(output->path, O_WRONLY | O_CLOEXEC);
        if (file < 0)
            return errno;
        error = close_written(file, write_all(file, output->text, output->length) ? 0 : errno);
    }
    item->done = !error;
    return error;
}

static int write_aside(struct item *item)
{
    const struct output *output = item->output;
    const int file = mkstemp(item->place.aside);
    if (file < 0)
        return errno;
    item->place.there = true;
    const bool ok =
        write_all(file, output->text, output->length) && fchmod(file, item->place.mode) == 0;
    return close_written(file, ok ? 0 : errno);
}

static int rename_aside(struct item *item)
{
    if (rename(item->place.aside, item->place.target) != 0)
        return errno;
    item->place.there = false;
    item->done = true;
    return 0;
}

/* Does something to each item of the kind, until one fails. */
static int each(struct item *item, size_t count, bool stream, int (*what)(struct item *),
                size_t *failed)
{
    for (size_t n = 0; n < count; n++) {
        if (item[n].place.stream != stream)
            continue;
        const int error = what(&item[n]);
        *failed = n;
        if (error)
            return error;
    }
    return 0;
}

/* All files are written aside before the first takes its place. */
static int write_files(struct item *item, size_t count, size_t *failed)
{
    sigset_t before;
    hold_signals(&before);
    int error = each(item, count, false, write_aside, failed);
    if (!error)
        error = each(item, count, false, rename_aside, failed);
    for (size_t n = 0; n < count; n++)
        if (item[n].place.there)
            unlink(item[n].place.aside);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}

static const char *name_of(const struct item *item)
{
    return is_stdout(item->output->path) ? "standard output" : item->output->path;
}

/* One message: what failed and why, and what became of the others. */
static void say_failed(const struct item *item, size_t count, size_t failed, int error)
{
    char others[OUTPUTS_MAX * 128] = "";
    size_t length = 0;
    for (size_t n = 0; n < count; n++)
        if (n != failed)
            length += (size_t)snprintf(others + length, sizeof others - length, "; %s %s",
                                       quote(name_of(&item[n])).text,
                                       item[n].done ? "was written" : "was not written either");
    if (is_stdout(item[failed].output->path))
        stdout_failed = true;
    message_file(name_of(&item[failed]), "cannot be written: %s%s", strerror(error), others);
}

bool output_write(struct output *const outputs[], size_t count)
{
    struct item item[OUTPUTS_MAX];
    size_t failed = 0;
    int error = 0;
    for (size_t n = 0; n < count && !error; n++) {
        if (fflush(outputs[n]->stream) != 0 || ferror(outputs[n]->stream))
            return message_no_memory();
        item[n] = (struct item){.output = outputs[n]};
    }
    for (size_t n = 0; n < count && !error; n++)
        error = find_place(outputs[failed = n]->path, &item[n].place);
    if (!error)
        error = each(item, count, true, write_stream, &failed);
    if (!error)
        error = write_files(item, count, &failed);
    if (error)
        say_failed(item, count, failed, error);
    return !error;
}

void output_discard(struct output *output)
{
    if (output->stream)
        fclose(output->stream);
    free(output->text);
    *output = (struct output){.stream = NULL};
}

bool output_flush_stdout(void)
{
    if (stdout_failed || (fflush(stdout) == 0 && !ferror(stdout)))
        return !stdout_failed;
    stdout_failed = true;
    return cannot_write("standard output", errno);
}
