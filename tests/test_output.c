/* test_output.c: files are written all or none, under conditions that only a test can make certain: a
 * signal while a file is aside, a full disk, a file that its owner has protected, equal numbers of inodes
 * on two disks. What a user meets is tested in test_training.c.
 */
#define _GNU_SOURCE /* setresuid */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "capture.h"
#include "program/output.h"
#include "runner.h"

/* The output under test calls these functions of the C library; here they can be made to do more. */

static int signal_while_aside; /* raised when a file aside is brought to the disk */
static int fsync_error;        /* what fsync fails with */

int fsync(int file)
{
    if (signal_while_aside)
        raise(signal_while_aside);
    if (fsync_error) {
        errno = fsync_error;
        return -1;
    }
    return (int)syscall(SYS_fsync, file);
}

static const char *refuse_rename; /* the name that nothing can be renamed to */

int rename(const char *from, const char *to)
{
    const char *slash = strrchr(to, '/');
    if (refuse_rename && strcmp(slash ? slash + 1 : to, refuse_rename) == 0) {
        errno = EIO;
        return -1;
    }
    return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

/* Writes texts to names, as a run that has several results. */
static bool write_texts(const char *const names[], const char *const texts[], size_t count)
{
    struct output output[3], *outputs[3];
    for (size_t n = 0; n < count; n++) {
        cr_assert(output_begin(&output[n], names[n]), "no memory");
        fputs(texts[n], output[n].stream);
        outputs[n] = &output[n];
    }
    const bool ok = output_write(outputs, count);
    for (size_t n = 0; n < count; n++)
        output_discard(&output[n]);
    return ok;
}

static const char *const new_texts[] = {"new a\n", "new b\n", "new c\n"};

static void enter(struct room *room)
{
    room_open(room);
    cr_assert(chdir(room->path) == 0, "no directory");
}

static void leave(struct room *room)
{
    signal_while_aside = fsync_error = 0;
    refuse_rename = NULL;
    cr_assert(chdir("/") == 0);
    room_close(room);
}

static void expect_text(const struct room *room, const char *name, const char *expected)
{
    char *text = room_read(room, name);
    cr_expect(expected ? text && strcmp(text, expected) == 0 : !text, "%s: %s, expected %s", name,
              text ? text : "(missing)", expected ? expected : "(missing)");
    free(text);
}

/* Must fail with one line that begins so and has these parts; a and b stay "old", c stays away. */
static void expect_all_as_before(const struct room *room, const char *const names[], size_t count,
                                 const char *begin, const char *part, const char *other)
{
    room_write_text(room, "a", "old a\n");
    room_write_text(room, "b", "old b\n");
    capture_begin();
    const bool ok = write_texts(names, new_texts, count);
    char *said = capture_end();
    cr_expect(!ok, "%s: written", begin);
    cr_expect(is_one_line(said, begin, part) && strstr(said, other), "%s: %s", begin, said);
    free(said);
    expect_text(room, "a", "old a\n");
    expect_text(room, "b", "old b\n");
    expect_text(room, "c", NULL);
    cr_expect(room_count(room) == 2, "%s: %d files, expected 2", begin, room_count(room));
}

Test(output, all_are_written)
{
    static const char *const names[] = {"a", "b", "./c"};
    struct room room;
    enter(&room);
    room_write_text(&room, "a", "old and longer\n");
    cr_expect(write_texts(names, new_texts, 3), "not written");
    expect_text(&room, "a", "new a\n");
    expect_text(&room, "b", "new b\n");
    expect_text(&room, "c", "new c\n");
    cr_expect(room_count(&room) == 3, "%d files", room_count(&room));
    leave(&room);
}

/* Whichever of them fails, for whatever reason, none is replaced. */
Test(output, none_is_replaced_if_one_fails)
{
    static const char *const good_bad[] = {"a", "b", "no/c"}, *const bad_good[] = {"no/c", "b",
                                                                                   "a"};
    static const char *const full[] = {"a", "/dev/full", "b"}, *const files[] = {"a", "b", "c"};
    struct room room;
    enter(&room);
    expect_all_as_before(&room, good_bad, 3,
                         "no/c: cannot be written: ", "; a was not written either",
                         "; b was not written either\n");
    expect_all_as_before(&room, bad_good, 3,
                         "no/c: cannot be written: ", "; b was not written either",
                         "; a was not written either\n");
    expect_all_as_before(&room, full, 3,
                         "/dev/full: cannot be written: ", "; a was not written either",
                         "; b was not written either\n");
    fsync_error = EIO;
    expect_all_as_before(&room, files, 3, "a: cannot be written: ", "; b was not written either",
                         "; c was not written either\n");
    fsync_error = ENOSPC;
    expect_all_as_before(&room, files, 1, "a: cannot be written: ", strerror(ENOSPC), "\n");
    fsync_error = 0;
    refuse_rename = "a";
    expect_all_as_before(&room, files, 2, "a: cannot be written: ", "; b was not written either",
                         strerror(EIO));
    leave(&room);
}

/* A disk that is full after 3 bytes: a ("new") fits, b does not. */
Test(output, full_disk_after_the_first_file)
{
    static const char *const names[] = {"a", "b"}, *const texts[] = {"new", "too long"};
    struct room room;
    enter(&room);
    room_write_text(&room, "a", "old a\n");
    struct rlimit limit, before;
    getrlimit(RLIMIT_FSIZE, &before);
    limit = before;
    limit.rlim_cur = 3;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    capture_begin();
    const bool ok = write_texts(names, texts, 2);
    setrlimit(RLIMIT_FSIZE, &before);
    char *said = capture_end();
    cr_expect(!ok && is_one_line(said, "b: cannot be written: ", "; a was not written either"),
              "%s", said);
    free(said);
    expect_text(&room, "a", "old a\n");
    cr_expect(room_count(&room) == 1, "%d files, expected 1", room_count(&room));
    leave(&room);
}

/* If renaming fails when others are renamed already, this is said. */
Test(output, what_was_written_is_said)
{
    static const char *const names[] = {"a", "b", "c"};
    struct room room;
    enter(&room);
    refuse_rename = "b";
    capture_begin();
    const bool ok = write_texts(names, new_texts, 3);
    char *said = capture_end();
    cr_expect(!ok && is_one_line(said, "b: cannot be written: ", "; a was written; c was not"),
              "%s", said);
    free(said);
    expect_text(&room, "a", "new a\n");
    cr_expect(room_count(&room) == 1, "%d files, expected 1", room_count(&room));
    leave(&room);
}

/* Some file systems cannot sync; that is no failure. */
Test(output, what_cannot_be_synced_is_written)
{
    static const int errors[] = {EINVAL, EROFS, ENOTSUP};
    static const char *const names[] = {"a"};
    struct room room;
    enter(&room);
    for (size_t n = 0; n < sizeof errors / sizeof *errors; n++) {
        fsync_error = errors[n];
        cr_expect(write_texts(names, new_texts, 1), "%s", strerror(errors[n]));
    }
    leave(&room);
}

static volatile sig_atomic_t files_at_signal;
static struct room signal_room;

static void count_files(int signal)
{
    (void)signal;
    files_at_signal = room_count(&signal_room);
}

/* A signal that ends the program waits until no file is aside. */
Test(output, signals_wait_while_files_are_aside)
{
    static const int signals[] = {SIGHUP, SIGINT, SIGTERM, SIGQUIT};
    static const char *const names[] = {"a", "b"};
    enter(&signal_room);
    for (size_t n = 0; n < sizeof signals / sizeof *signals; n++) {
        signal(signals[n], count_files);
        files_at_signal = -1;
        signal_while_aside = signals[n];
        cr_expect(write_texts(names, new_texts, 2), "signal %d: not written", signals[n]);
        signal_while_aside = 0;
        cr_expect(files_at_signal == 2, "signal %d: %d files when it came, expected 2", signals[n],
                  (int)files_at_signal);
        files_at_signal = -1;
        raise(signals[n]);
        cr_expect(files_at_signal == 2, "signal %d is still held", signals[n]);
    }
    leave(&signal_room);
}

/* Root may write to everything, so the test becomes nobody. */
static void become_nobody(const struct room *room)
{
    if (geteuid() == 0)
        cr_assert(chown(room->path, 65534, 65534) == 0 && setresgid(65534, 65534, 65534) == 0 &&
                      setresuid(65534, 65534, 65534) == 0,
                  "cannot become nobody");
}

static void expect_refused(const char *name, int error)
{
    const char *const names[] = {name};
    capture_begin();
    const bool possible = output_possible(name), written = write_texts(names, new_texts, 1);
    char *said = capture_end();
    cr_expect(!possible && !written, "%s: possible %d, written %d", name, possible, written);
    cr_expect(strncmp(said, name, strlen(name)) == 0 && strstr(said, strerror(error)), "%s: %s",
              name, said);
    free(said);
}

/* Renaming needs no right to the file itself, only to its directory. */
Test(output, a_protected_file_stays)
{
    struct room room;
    enter(&room);
    become_nobody(&room);
    room_write_text(&room, "mine", "old\n");
    cr_assert(chmod("mine", 0444) == 0 && symlink("mine", "link") == 0);
    expect_refused("mine", EACCES);
    expect_refused("link", EACCES);
    expect_text(&room, "mine", "old\n");
    cr_expect(room_count(&room) == 2, "%d files, expected 2", room_count(&room));
    cr_assert(chmod(".", 0555) == 0);
    expect_refused("other", EACCES);
    cr_assert(chmod(".", 0755) == 0);
    leave(&room);
}

Test(output, links)
{
    static const char *const names[] = {"link"};
    struct room room;
    enter(&room);
    cr_assert(symlink("nothing", "link") == 0);
    expect_refused("link", ENOENT);
    room_write_text(&room, "nothing", "old\n");
    cr_expect(output_possible("link") && write_texts(names, new_texts, 1), "link to a file");
    expect_text(&room, "nothing", "new a\n");
    cr_expect(room_count(&room) == 2, "%d files, expected 2", room_count(&room));
    leave(&room);
}

Test(output, names_that_are_too_long)
{
    static char name[5000];
    struct room room;
    enter(&room);
    memset(name, 'x', 4999);
    expect_refused(name, ENAMETOOLONG);
    for (size_t n = 1; n < 4999; n += 2)
        name[n] = '/', name[n - 1] = '.';
    memcpy(name + 4088, "x", 2); /* ./././x: short enough itself, but not with the name aside */
    expect_refused(name, ENAMETOOLONG);
    leave(&room);
}

static dev_t device_of_other; /* if set, stat says this of every file but "a" */
static ino_t inode_of_all;

int stat(const char *restrict path, struct stat *restrict status)
{
    const int result = fstatat(AT_FDCWD, path, status, 0);
    if (result == 0 && inode_of_all)
        status->st_ino = inode_of_all;
    if (result == 0 && device_of_other && strcmp(path, "a") != 0)
        status->st_dev = device_of_other;
    return result;
}

/* The same file is one inode of one device, under whatever name. */
Test(output, same_file)
{
    struct room room;
    enter(&room);
    room_write_text(&room, "a", "");
    room_write_text(&room, "b", "");
    cr_assert(link("a", "hard") == 0 && symlink("a", "soft") == 0 && mkdir("d", 0700) == 0);
    cr_expect(output_same("a", "a") && output_same("a", "./a") && output_same("hard", "a") &&
              output_same("a", "soft") && output_same("soft", "hard"));
    cr_expect(!output_same("a", "b") && !output_same("a", "none") && !output_same("none", "a") &&
              !output_same("none", "other"));
    cr_expect(output_same("none", "none"), "a file that is yet to be");
    cr_expect(!output_same("d", "./d"), "a directory cannot be written over");
    cr_expect(!output_same("/dev/null", "/dev/../dev/null"), "a device cannot be written over");
    inode_of_all = 7;
    cr_expect(output_same("a", "b"), "one inode of one device");
    device_of_other = 77;
    cr_expect(!output_same("a", "b"), "equal inodes of two devices");
    inode_of_all = device_of_other = 0;
    leave(&room);
}

Test(output, standard_streams_are_not_one_file)
{
    cr_expect(output_same("-", "-"), "two results on standard output");
    cr_expect(!output_over("-", "-"), "standard output and standard input");
    cr_expect(output_over("x", "./../x") == output_same("x", "./../x"));
    cr_expect(output_over("x", "x"));
}
