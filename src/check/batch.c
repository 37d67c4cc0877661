/* batch.c */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "check/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/progress.h"
#include "check/check.h"
#include "check/reporting/claims_json.h"
#include "check/reporting/report_result.h"

enum { WORKERS_MAX = 64 }; /* processes; more cores than that are rare */

struct batch {
    char **path;
    size_t n;
    uint64_t seed;
    const struct certificate_options *prove;
    volatile size_t *next, *done; /* shared: the document to take up; how many are done */
    size_t workers;
    pid_t pid[WORKERS_MAX];
    FILE *results[WORKERS_MAX]; /* a line for each document: its number, then its JSON */
};

static void work(struct batch *b, FILE *results)
{
    for (size_t n; (n = __atomic_fetch_add(b->next, 1, __ATOMIC_SEQ_CST)) < b->n;) {
        json_t *file = check_file_proving(b->path[n], b->seed, b->prove);
        fprintf(results, "%zu ", n);
        json_dumpf(file, results, JSON_COMPACT | JSON_PRESERVE_ORDER);
        fputc('\n', results);
        fflush(results);
        json_decref(file);
        __atomic_fetch_add(b->done, 1, __ATOMIC_SEQ_CST);
    }
}

static bool start(struct batch *b)
{
    size_t *shared =
        mmap(NULL, 2 * sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return false;
    b->next = shared;
    b->done = shared + 1;
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = cores > 1 ? (size_t)cores : 1;
    wanted = wanted < WORKERS_MAX ? wanted : WORKERS_MAX;
    wanted = wanted < b->n ? wanted : b->n;
    fflush(stdout);
    for (; b->workers < wanted; b->workers++) {
        FILE *results = tmpfile();
        const pid_t pid = results ? fork() : -1;
        if (pid == 0) {
            work(b, results);
            _exit(ferror(results) ? 1 : 0);
        }
        if (pid < 0) {
            if (results)
                fclose(results);
            break;
        }
        b->pid[b->workers] = pid;
        b->results[b->workers] = results;
    }
    return b->workers > 0;
}

/* Waits for all workers; one that died is replaced as long as documents are left. */
static void wait_all(struct batch *b)
{
    struct progress progress = progress_begin("document");
    const struct timespec pause = {0, 5000000};
    bool running[WORKERS_MAX];
    size_t left = b->workers;
    for (size_t n = 0; n < b->workers; n++)
        running[n] = true;
    while (left) {
        for (size_t n = 0; n < b->workers; n++) {
            int status;
            if (!running[n] || waitpid(b->pid[n], &status, WNOHANG) == 0)
                continue;
            if (WIFSIGNALED(status) && *b->next < b->n) {
                const pid_t pid = fork();
                if (pid == 0) {
                    fseek(b->results[n], 0, SEEK_END);
                    fputc('\n', b->results[n]);
                    work(b, b->results[n]);
                    _exit(0);
                }
                if (pid > 0) {
                    b->pid[n] = pid;
                    continue;
                }
            }
            running[n] = false;
            left--;
        }
        progress_show(&progress, *b->done, b->n);
        if (left)
            nanosleep(&pause, NULL);
    }
    progress_end(&progress);
}

static void collect(struct batch *b, json_t **file)
{
    for (size_t w = 0; w < b->workers; w++) {
        char *line = NULL;
        size_t room = 0;
        rewind(b->results[w]);
        while (getline(&line, &room, b->results[w]) > 0) {
            char *text;
            const size_t n = strtoul(line, &text, 10);
            if (text != line && n < b->n && !file[n])
                file[n] = json_loads(text, 0, NULL);
        }
        free(line);
        fclose(b->results[w]);
    }
}

json_t *batch_check(char **path, size_t n, uint64_t seed, const struct certificate_options *prove)
{
    struct batch b = {.path = path, .n = n, .seed = seed, .prove = prove};
    json_t *files = json_array(), *result = json_object();
    json_t **file = report_room(n, sizeof(json_t *));
    report_put(result, "files", files);
    if (n > 1 && start(&b)) {
        wait_all(&b);
        collect(&b, file);
        munmap((void *)b.next, 2 * sizeof *b.next);
        for (size_t k = 0; k < n; k++)
            if (!file[k])
                file[k] = claims_json_failed(path[k],
                                             "checking it broke off; please report this document",
                                             (struct place){0, 0, 0, 0});
    } else {
        for (size_t k = 0; k < n; k++)
            file[k] = check_file_proving(path[k], seed, prove);
    }
    for (size_t k = 0; k < n; k++)
        report_append(files, file[k]);
    free(file);
    return result;
}
