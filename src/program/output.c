/* output.c: write aside, then rename. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"

/* Where a file goes, after symbolic links, and under which name it is written before. */
struct place {
    char target[PATH_MAX];
    char aside[PATH_MAX];
    bool direct; /* not a regular file: no detour */
    mode_t mode;
};

static bool is_stdout(const char *path)
{
    return strcmp(path, "-") == 0;
}

static bool cannot_write(const char *path)
{
    message_file(path, "cannot be written: %s", strerror(errno));
    return false;
}

/* What the permissions of a new file are. */
static mode_t usual_mode(void)
{
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool set_aside_name(struct place *place, const char *path)
{
    static const char name[] = "/.backproof-XXXXXX";
    memcpy(place->aside, place->target, strlen(place->target) + 1);
    const char *directory = dirname(place->aside);
    const size_t length = strlen(directory);
    if (length + sizeof name > sizeof place->aside) {
        errno = ENAMETOOLONG;
        return cannot_write(path);
    }
    memmove(place->aside, directory, length);
    memcpy(place->aside + length, name, sizeof name);
    return true;
}

static bool find_place(const char *path, struct place *place)
{
    struct stat status;
    if (stat(path, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            errno = EISDIR;
            return cannot_write(path);
        }
        place->direct = !S_ISREG(status.st_mode);
        place->mode = status.st_mode & 07777;
        /* renaming would replace even a file that its owner has protected */
        if (access(path, W_OK) != 0 || (!place->direct && !realpath(path, place->target)))
            return cannot_write(path);
        return place->direct || set_aside_name(place, path);
    }
    if (errno != ENOENT || lstat(path, &status) == 0) /* a link to nothing is not followed */
        return cannot_write(path);
    const size_t length = strlen(path);
    if (length == 0 || length >= sizeof place->target || path[length - 1] == '/') {
        errno = length >= sizeof place->target ? ENAMETOOLONG : ENOENT;
        return cannot_write(path);
    }
    place->direct = false;
    place->mode = usual_mode();
    memcpy(place->target, path, length + 1);
    return set_aside_name(place, path);
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

/* Some file systems tell only now that the disk is full. */
static bool close_written(int file)
{
    const bool synced = fsync(file) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
    const int error = errno;
    const bool closed = close(file) == 0;
    if (!synced)
        errno = error;
    return synced && closed;
}

static bool write_direct(const char *path, const char *text, size_t length)
{
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return cannot_write(path);
    const bool ok = write_all(file, text, length);
    const int error = errno;
    const bool closed = close_written(file);
    if (!ok)
        errno = error;
    return (ok && closed) || cannot_write(path);
}

static bool write_and_rename(const char *path, struct place *place, const char *text, size_t length)
{
    const int file = mkstemp(place->aside);
    if (file < 0)
        return cannot_write(path);
    bool ok = write_all(file, text, length) && fchmod(file, place->mode) == 0;
    int error = errno;
    if (!close_written(file) && ok) {
        ok = false;
        error = errno;
    }
    if (ok && rename(place->aside, place->target) == 0)
        return true;
    error = ok ? errno : error;
    unlink(place->aside);
    errno = error;
    return cannot_write(path);
}

/* An interrupt waits while the file aside exists, so that none is ever left behind. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, before);
}

bool output_possible(const char *path)
{
    struct place place;
    sigset_t before;
    if (is_stdout(path))
        return true;
    if (!find_place(path, &place))
        return false;
    if (place.direct)
        return true;
    hold_signals(&before);
    const int file = mkstemp(place.aside);
    const int error = errno;
    if (file >= 0) {
        close(file);
        unlink(place.aside);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return file >= 0 || cannot_write(path);
}

bool output_same(const char *path, const char *other)
{
    struct stat a, b;
    if (strcmp(path, other) == 0)
        return true;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && S_ISREG(a.st_mode) &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool output_begin(struct output *output)
{
    *output = (struct output){.stream = NULL};
    output->stream = open_memstream(&output->text, &output->length);
    return output->stream || message_no_memory();
}

bool output_write(struct output *output, const char *path)
{
    struct place place;
    sigset_t before;
    if (fflush(output->stream) != 0 || ferror(output->stream))
        return message_no_memory();
    if (is_stdout(path)) {
        fwrite(output->text, 1, output->length, stdout);
        return output_flush_stdout();
    }
    if (!find_place(path, &place))
        return false;
    if (place.direct)
        return write_direct(path, output->text, output->length);
    hold_signals(&before);
    const bool ok = write_and_rename(path, &place, output->text, output->length);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
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
    static bool failed = false; /* said once */
    if (failed || (fflush(stdout) == 0 && !ferror(stdout)))
        return !failed;
    failed = true;
    return cannot_write("standard output");
}
