/* runner.c: a directory, a child process, and what it wrote. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "runner.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A pattern for a fresh name where temporary files belong. */
static void fresh_name(char *path, size_t size)
{
    const char *parent = getenv("TMPDIR");
    const int length =
        snprintf(path, size, "%s/backproof-test-XXXXXX", parent && *parent ? parent : P_tmpdir);
    cr_assert(length > 0 && (size_t)length < size, "TMPDIR is too long");
}

void temporary_file(struct room *at, const char *bytes, size_t length)
{
    fresh_name(at->path, sizeof at->path);
    const int file = mkstemp(at->path);
    cr_assert(file >= 0 && write(file, bytes, length) == (ssize_t)length && close(file) == 0,
              "cannot be written: %s", at->path);
}

void room_open(struct room *room)
{
    fresh_name(room->path, sizeof room->path);
    cr_assert(mkdtemp(room->path), "no directory can be made: %s", room->path);
}

static char *in_room(const struct room *room, const char *name)
{
    static char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", room->path, name);
    return path;
}

/* Visits all files: counts them, and removes them if asked to. */
static int visit(const struct room *room, bool erase)
{
    DIR *directory = opendir(room->path);
    const struct dirent *entry;
    int count = 0;
    cr_assert(directory, "the directory is gone: %s", room->path);
    while ((entry = readdir(directory))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (erase && unlink(in_room(room, entry->d_name)) != 0)
            rmdir(in_room(room, entry->d_name));
    }
    closedir(directory);
    return count;
}

int room_count(const struct room *room)
{
    return visit(room, false);
}

void room_close(struct room *room)
{
    visit(room, true);
    cr_expect(rmdir(room->path) == 0, "cannot be removed: %s", room->path);
}

void room_write(const struct room *room, const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(in_room(room, name), "wb");
    cr_assert(file, "cannot be written: %s", name);
    const bool ok = fwrite(bytes, 1, length, file) == length;
    cr_assert(fclose(file) == 0 && ok, "cannot be written: %s", name);
}

void room_write_text(const struct room *room, const char *name, const char *text)
{
    room_write(room, name, text, strlen(text));
}

char *room_read(const struct room *room, const char *name)
{
    FILE *file = fopen(in_room(room, name), "rb");
    char *text = NULL;
    size_t size = 0;
    if (!file)
        return NULL;
    const ssize_t length = getdelim(&text, &size, '\0', file);
    fclose(file);
    if (length < 0 && text)
        text[0] = '\0';
    return text;
}

static const char *program(void)
{
    static char path[PATH_MAX];
    const char *given = getenv("BACKPROOF");
    cr_assert(given && *given, "set BACKPROOF to the program to be tested");
    cr_assert(realpath(given, path) && access(path, X_OK) == 0, "BACKPROOF: no program: %s", given);
    return path;
}

/* Reads both pipes to their ends, whichever has something. */
static void collect(const int pipes[2], char *texts[2])
{
    struct pollfd polled[2] = {{.fd = pipes[0], .events = POLLIN},
                               {.fd = pipes[1], .events = POLLIN}};
    FILE *streams[2];
    size_t lengths[2];
    for (int n = 0; n < 2; n++)
        cr_assert((streams[n] = open_memstream(&texts[n], &lengths[n])), "no memory");
    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        poll(polled, 2, -1);
        for (int n = 0; n < 2; n++) {
            char bytes[4096];
            if (polled[n].fd < 0 || !polled[n].revents)
                continue;
            const ssize_t got = read(pipes[n], bytes, sizeof bytes);
            if (got > 0)
                fwrite(bytes, 1, (size_t)got, streams[n]);
            else
                polled[n].fd = -1;
        }
    }
    for (int n = 0; n < 2; n++) {
        fclose(streams[n]);
        close(pipes[n]);
    }
}

struct result run_shell(const struct room *room, const char *line)
{
    int out[2], err[2], status;
    char *texts[2] = {NULL, NULL};
    const char *path = program();
    cr_assert(pipe(out) == 0 && pipe(err) == 0, "no pipe");
    const pid_t child = fork();
    cr_assert(child >= 0, "no process");
    if (child == 0) {
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        close(out[0]), close(out[1]), close(err[0]), close(err[1]);
        if (chdir(room->path) == 0 && setenv("BACKPROOF", path, 1) == 0)
            execl("/bin/sh", "sh", "-c", line, (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    collect((const int[2]){out[0], err[0]}, texts);
    cr_assert(waitpid(child, &status, 0) == child, "the child is lost");
    return (struct result){.status =
                               WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status),
                           .out = texts[0],
                           .err = texts[1]};
}

struct result run(const struct room *room, const char *arguments)
{
    char line[1024];
    const int length = snprintf(line, sizeof line, "exec \"$BACKPROOF\" %s", arguments);
    cr_assert(length > 0 && (size_t)length < sizeof line, "the command is too long: %s", arguments);
    return run_shell(room, line);
}

void free_result(struct result *result)
{
    free(result->out);
    free(result->err);
}

bool is_one_line(const char *text, const char *begin, const char *part)
{
    const char *end = strchr(text, '\n');
    return strncmp(text, begin, strlen(begin)) == 0 && strstr(text, part) && end && end[1] == '\0';
}
