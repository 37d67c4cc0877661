/* coqc.c */
#include "check/certificate/coqc.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "certificate_library.h"

enum { SECONDS_MAX = 60 /* of CPU in one run */ };

static const struct {
    const char *name;
    const unsigned char *text;
    size_t length;
} library[] = {{"Formula", library_Formula, sizeof library_Formula},
               {"Rational", library_Rational, sizeof library_Rational},
               {"Slopes", library_Slopes, sizeof library_Slopes},
               {"Claims", library_Claims, sizeof library_Claims},
               {"Document", library_Document, sizeof library_Document}};
enum { LIBRARY = sizeof library / sizeof *library };

static const char not_found[] = "coqc was not found; it is in the package coq";
static const char required[] = "From Backproof Require";

/* --- files --- */

static bool write_file(const char *path, const char *text, size_t length)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return false;
    const bool good = fwrite(text, 1, length, out) == length;
    return fclose(out) == 0 && good;
}

static const char *read_file(struct arena *arena, const char *path)
{
    FILE *in = fopen(path, "r");
    if (!in)
        return "";
    char *text = NULL;
    size_t size = 0, room = 0;
    for (int c; (c = getc(in)) != EOF;) {
        if (size == room) {
            room = room ? 2 * room : 4096;
            char *more = realloc(text, room);
            if (!more)
                break;
            text = more;
        }
        text[size++] = (char)c;
    }
    fclose(in);
    const char *copy = arena_text(arena, text ? text : "", size);
    free(text);
    return copy;
}

static void remove_of(struct arena *arena, const char *folder, const char *name)
{
    static const char *const endings[] = {"v", "vo", "vok", "vos", "glob"};
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
        unlink(arena_print(arena, "%s/%s.%s", folder, name, endings[e]));
    unlink(arena_print(arena, "%s/.%s.aux", folder, name));
}

static void remove_folder(struct arena *arena, const char *folder)
{
    for (size_t n = 0; n < LIBRARY; n++)
        remove_of(arena, folder, library[n].name);
    remove_of(arena, folder, "Question");
    remove_of(arena, folder, "Question2");
    remove_of(arena, folder, "Certificate");
    unlink(arena_print(arena, "%s/said", folder));
    rmdir(folder);
}

/* --- running --- */

static void become_coqc(const char *with, const char *file)
{
    const struct rlimit limit = {SECONDS_MAX, SECONDS_MAX};
    const int said = open("said", O_WRONLY | O_CREAT | O_TRUNC, 0600),
              none = open("/dev/null", O_RDONLY);
    setrlimit(RLIMIT_CPU, &limit);
    if (said < 0 || none < 0 || dup2(none, 0) < 0 || dup2(said, 1) < 0 || dup2(said, 2) < 0)
        _exit(126);
    execlp("coqc", "coqc", "-q", "-w", "none", "-Q", with, "Backproof", file, (char *)NULL);
    _exit(errno == ENOENT ? 127 : 126);
}

/* Its exit status; 127 if it is not there. */
static int run(struct coqc *c, const char *folder, const char *with, const char *file,
               const char **said)
{
    int status = 0;
    const pid_t pid = fork();
    if (pid == 0) {
        if (chdir(folder) != 0)
            _exit(126);
        become_coqc(with, file);
    }
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    *said = read_file(c->arena, arena_print(c->arena, "%s/said", folder));
    return pid > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}

/* --- a session --- */

static const char prompt[] = "Coq < ";
static const char done[] = "backproof_is_done"; /* a name that Coq does not know, and repeats */

static void become_coqtop(const struct coqc *c, int line)
{
    const struct rlimit limit = {2 * SECONDS_MAX, 2 * SECONDS_MAX};
    setrlimit(RLIMIT_CPU, &limit);
    if (chdir(c->folder) != 0 || dup2(line, 0) < 0 || dup2(line, 1) < 0 || dup2(line, 2) < 0)
        _exit(126);
    execlp("coqtop", "coqtop", "-q", "-w", "none", "-Q", c->library, "Backproof", (char *)NULL);
    _exit(127);
}

static bool begin_session(struct coqc *c)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    c->session = fork();
    if (c->session == 0)
        become_coqtop(c, ends[1]);
    close(ends[1]);
    c->line = ends[0];
    if (c->session < 0) {
        close(c->line);
        c->session = 0;
    }
    return c->session > 0;
}

static void end_session(struct coqc *c)
{
    if (c->session <= 0)
        return;
    close(c->line);
    while (waitpid(c->session, NULL, 0) < 0 && errno == EINTR)
        continue;
    c->session = 0;
}

/* What the session says until it is done; false if it ended before. */
static bool read_answer(struct coqc *c, const char **said)
{
    char *text, part[4096];
    size_t size;
    bool good = false;
    FILE *all = open_memstream(&text, &size);
    if (!all)
        return false;
    for (ssize_t n; !good && (n = recv(c->line, part, sizeof part, 0)) != 0;) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        fwrite(part, 1, (size_t)n, all);
        fflush(all);
        good = strstr(text, done) != NULL;
    }
    fclose(all);
    char *copy = arena_text(c->arena, text, size);
    free(text);
    char *end = strstr(copy, done);
    while (end && end > copy && end[-1] != '\n')
        end--;
    if (end)
        *end = '\0';
    for (char *at = copy; (at = strstr(at, prompt)); at += sizeof prompt - 1)
        memset(at, ' ', sizeof prompt - 1);
    *said = copy;
    return good;
}

bool coqc_ask(struct coqc *c, const char *name, const char *text, const char **said)
{
    const char *path = arena_print(c->arena, "%s/%s.v", c->folder, name);
    const char *load = arena_print(c->arena, "Load \"%s.v\".\nLocate %s.\n", name, done);
    *said = "";
    if (!write_file(path, text, strlen(text)) || (!c->session && !begin_session(c)))
        return false;
    if (send(c->line, load, strlen(load), MSG_NOSIGNAL) == (ssize_t)strlen(load) &&
        read_answer(c, said))
        return !strstr(*said, "Error:");
    end_session(c);
    return false;
}

bool coqc_run(struct coqc *c, const char *name, const char *text, const char **said)
{
    const char *path = arena_print(c->arena, "%s/%s.v", c->folder, name);
    *said = "the file could not be written";
    if (!write_file(path, text, strlen(text)))
        return false;
    const int status = run(c, c->folder, c->library, arena_print(c->arena, "%s.v", name), said);
    if (status == 127)
        *said = not_found;
    return status == 0;
}

/* --- the library --- */

/* Of the library's text and of the compiler: what one version has compiled no other can read. */
static uint64_t stamp(struct arena *arena)
{
    uint64_t hash = 1469598103934665603u;
    for (size_t n = 0; n < LIBRARY; n++)
        for (size_t k = 0; k < library[n].length; k++)
            hash = (hash ^ library[n].text[k]) * 1099511628211u;
    const char *path = getenv("PATH");
    char *list = arena_print(arena, "%s", path ? path : "");
    for (char *folder = strtok(list, ":"); folder; folder = strtok(NULL, ":")) {
        struct stat coqc;
        if (stat(arena_print(arena, "%s/coqc", folder), &coqc) != 0)
            continue;
        hash = (hash ^ (uint64_t)coqc.st_mtime) * 1099511628211u;
        hash = (hash ^ (uint64_t)coqc.st_size) * 1099511628211u;
        break;
    }
    return hash;
}

static const char *cache_folder(struct arena *arena)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (!cache || !*cache)
        cache = home && *home ? arena_print(arena, "%s/.cache", home) : "/tmp";
    mkdir(cache, 0700);
    cache = arena_print(arena, "%s/backproof", cache);
    mkdir(cache, 0700);
    return arena_print(arena, "%s/coq-%016" PRIx64, cache, stamp(arena));
}

static const char *explain(struct coqc *c, int status, const char *said)
{
    if (status == 127)
        return not_found;
    if (strstr(said, "Coquelicot"))
        return "Coq does not find Coquelicot; it is in the package libcoq-coquelicot";
    return arena_print(c->arena, "the library of the certificates could not be compiled: %.300s",
                       said);
}

/* Compiles it in a folder of its own, which then takes its place: several may do so at once. */
static void compile_library(struct coqc *c)
{
    char *folder = arena_print(c->arena, "%s.XXXXXX", c->library);
    if (!mkdtemp(folder)) {
        c->trouble = arena_print(c->arena, "no folder could be made for %s", c->library);
        return;
    }
    for (size_t n = 0; n < LIBRARY && !c->trouble; n++) {
        const char *file = arena_print(c->arena, "%s.v", library[n].name), *said = "";
        int status = 126;
        if (write_file(arena_print(c->arena, "%s/%s", folder, file), (const char *)library[n].text,
                       library[n].length))
            status = run(c, folder, folder, file, &said);
        if (status != 0)
            c->trouble = explain(c, status, said);
    }
    if (c->trouble || rename(folder, c->library) != 0)
        remove_folder(c->arena, folder);
}

struct coqc coqc_begin(struct arena *arena)
{
    struct coqc c = {.arena = arena, .library = cache_folder(arena)};
    if (access(arena_print(arena, "%s/Document.vo", c.library), R_OK) != 0)
        compile_library(&c);
    const char *temporary = getenv("TMPDIR");
    char *folder =
        arena_print(arena, "%s/backproof.XXXXXX", temporary && *temporary ? temporary : "/tmp");
    c.folder = mkdtemp(folder);
    if (!c.folder && !c.trouble)
        c.trouble = "no folder could be made for temporary files";
    return c;
}

void coqc_end(struct coqc *c)
{
    end_session(c);
    if (c->folder)
        remove_folder(c->arena, c->folder);
}

const char *coqc_library(struct arena *arena)
{
    const char *all = "";
    for (size_t n = 0; n < LIBRARY; n++) {
        char *text = arena_text(arena, (const char *)library[n].text, library[n].length);
        /* What already stands in the file is only imported, in the place where it was required. */
        char *at = strstr(text, required);
        if (at)
            memset(at, ' ', sizeof required - 1);
        all = arena_print(arena, "%sModule %s.\n%sEnd %s.\nImport %s.\n", all, library[n].name,
                          text, library[n].name, library[n].name);
    }
    return all;
}
