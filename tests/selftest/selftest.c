/* selftest.c: damages every right line of the documents that are named by every mistake of the
 * catalogue that applies, and counts how much of the damage is found and how much is named rightly.
 *
 * Damage that changes nothing (an index moved where both are the same) is told from the rest by
 * comparing the damaged with the right side at points of its own.
 * Usage: selftest [--json FILE] DOCUMENT ...; the file gets the counts as one JSON object.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "check/expression/walk.h"
#include "check/judging/judge.h"
#include "damage.h"

struct tally {
    size_t made, changed, found, named, misnamed;
};

/* Lines whose damaged side is of numbers only: a wrong number must be found, but no mistake in it has a name. */
static struct tally numbers;

struct place_of {
    const char *file;
    size_t line;
};

static void count(struct tally *t, const struct damage *d, const struct verdict *v,
                  struct place_of where, struct arena *arena)
{
    const bool found = v->kind == VERDICT_WRONG;
    const bool named = found && (v->mistake == d->mistake || (d->also && v->mistake == d->also));
    t->changed++;
    t->found += found;
    t->named += named;
    t->misnamed += found && !named && v->mistake != MISTAKE_NONE;
    if (!named)
        printf("%s:%zu: %s: %s %s: %s\n", where.file, where.line, mistake_code(d->mistake),
               found ? "called" : "not found", found ? mistake_code(v->mistake) : "",
               expr_print(arena, d->right));
}

static bool is_symbol(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_SYMBOL || e->kind == EXPR_DERIVATIVE;
}

static void try_damage(const struct model *m, const struct claim *claim, const struct damage *d,
                       struct tally tally[MISTAKES], struct place_of where)
{
    struct arena arena = {0};
    struct claim damaged = *claim;
    damaged.right = d->right;
    tally[d->mistake].made++;
    if (!judge_same(m, claim, d->right, 4711, &arena)) {
        const struct verdict v = judge_one(m, &damaged, 1, &arena);
        /* True where the labels are one-hot, and said so; or a transpose of what the document calls symmetric. */
        const bool symmetric = v.kind == VERDICT_RIGHT && v.explanation &&
                               strstr(v.explanation, "is symmetric, as the document says");
        if (v.kind != VERDICT_RIGHT_IF && !symmetric)
            count(expr_any(d->right, is_symbol, NULL) ? &tally[d->mistake] : &numbers, d, &v, where,
                  &arena);
    }
    arena_free(&arena);
}

static bool check_document(const char *path, struct tally tally[MISTAKES])
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const struct reason wrong = source_read(&source, path, &arena, &place);
    if (wrong.code) {
        fprintf(stderr, "%s: %s\n", path, reason_text(&arena, wrong));
        arena_free(&arena);
        return false;
    }
    struct warnings warnings = {.arena = &arena};
    const struct model *m = model_make(statements_read(&source, &arena), &warnings, &arena);
    struct names open = {NULL, 0};
    const struct verdict *all = judge(m, 1, JUDGE_KINDS, &warnings, &open, &arena);
    static struct damages damages;
    for (size_t n = 0; n < m->claims; n++) {
        if (all[n].kind != VERDICT_RIGHT && all[n].kind != VERDICT_RIGHT_IF)
            continue;
        struct judging j = judging_begin(m, 1, &warnings, &arena);
        damage_claim(&j, &arena, &m->claim[n], &damages);
        judging_end(&j);
        const size_t line = source_place(&source, m->claim[n].statement->at).line;
        for (size_t k = 0; k < damages.n; k++)
            try_damage(m, &m->claim[n], &damages.damage[k], tally, (struct place_of){path, line});
    }
    arena_free(&arena);
    return true;
}

static json_t *json_counts(const struct tally *t)
{
    return json_pack("{s:I, s:I, s:I, s:I, s:I}", "lines", (json_int_t)t->made, "changed",
                     (json_int_t)t->changed, "found", (json_int_t)t->found, "named",
                     (json_int_t)t->named, "misnamed", (json_int_t)t->misnamed);
}

static bool write_json(const char *path, const struct tally tally[MISTAKES],
                       const struct tally *all)
{
    json_t *whole = json_counts(all), *damages = json_array();
    for (enum mistake m = MISTAKE_NONE + 1; m < MISTAKES; m++) {
        json_t *counts = json_counts(&tally[m]);
        json_object_set_new(counts, "damage", json_string(mistake_code(m)));
        json_array_append_new(damages, counts);
    }
    json_object_set_new(whole, "damages", damages);
    const bool written = json_dump_file(whole, path, JSON_INDENT(2)) == 0;
    json_decref(whole);
    if (!written)
        fprintf(stderr, "selftest: cannot write %s\n", path);
    return written;
}

int main(int argc, char **argv)
{
    static struct tally tally[MISTAKES];
    struct tally all = {0};
    const char *json = NULL;
    if (argc > 2 && strcmp(argv[1], "--json") == 0) {
        json = argv[2];
        argc -= 2;
        argv += 2;
    }
    bool good = argc > 1;
    for (int n = 1; n < argc; n++) {
        good = check_document(argv[n], tally) && good;
        if (isatty(STDERR_FILENO))
            fprintf(stderr, "\r%d of %d documents", n, argc - 1);
    }
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r%40s\r", "");
    printf("%-20s %8s %8s %8s %8s %8s\n", "damage", "lines", "changed", "found", "named",
           "misnamed");
    for (enum mistake m = MISTAKE_NONE + 1; m < MISTAKES; m++) {
        const struct tally *t = &tally[m];
        printf("%-20s %8zu %8zu %8zu %8zu %8zu\n", mistake_code(m), t->made, t->changed, t->found,
               t->named, t->misnamed);
        all.made += t->made;
        all.changed += t->changed;
        all.found += t->found;
        all.named += t->named;
        all.misnamed += t->misnamed;
        good = good && t->made > 0; /* a mistake that is never made is not tested */
    }
    const double share = all.found ? 100 * (double)all.named / (double)all.found : 0;
    printf("numbers alone: %zu of %zu found\n", numbers.found, numbers.changed);
    printf("selftest: %zu of %zu found, %.1f %% named, %zu misnamed\n", all.found, all.changed,
           share, all.misnamed);
    good = good && all.found == all.changed && share >= 95 && all.misnamed == 0;
    good = good && numbers.found == numbers.changed && numbers.misnamed == 0;
    good = (!json || write_json(json, tally, &all)) && good;
    return good ? 0 : 1;
}
