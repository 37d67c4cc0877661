/* selftest.c: damages every right line of the documents that are named by every mistake of the
 * catalogue that applies, and counts how much of the damage is found and how much is named rightly.
 *
 * Damage that changes nothing (an index moved where both are the same) is told from the rest by
 * comparing the damaged with the right side at points of its own.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "damage.h"

enum { CODES = 14 };

static const char *const codes[CODES] = {
    "sign",         "factor",         "missing-sigma-prime", "sigma-prime-of-H",
    "missing-sum",  "diagonal-only",  "index-swap",          "missing-input",
    "extra-factor", "missing-factor", "updated-weights",     "gradient-of-output",
    "no-chain",     "update-sign"};

struct tally {
    size_t made, changed, found, named, misnamed;
};

static size_t code_number(const char *code)
{
    for (size_t n = 0; n < CODES; n++)
        if (strcmp(codes[n], code) == 0)
            return n;
    return 0;
}

struct place_of {
    const char *file;
    size_t line;
};

static void try_damage(struct model *m, const struct claim *claim, const struct damage *d,
                       struct tally tally[CODES], struct place_of where)
{
    struct arena arena = {0};
    struct model copy = *m;
    copy.arena = &arena;
    struct tally *t = &tally[code_number(d->code)];
    t->made++;
    struct claim damaged = *claim;
    damaged.right = (struct node *)d->right;
    if (!judge_same(&copy, claim, d->right, 4711, &arena)) {
        t->changed++;
        const struct verdict v = judge_one(&copy, &damaged, 1, &arena);
        const bool found = v.kind == VERDICT_WRONG;
        const bool named =
            found && v.mistake &&
            (strcmp(v.mistake, d->code) == 0 || (d->also && strcmp(v.mistake, d->also) == 0));
        const bool misnamed = found && !named && v.mistake && strcmp(v.mistake, "none") != 0;
        if (v.kind == VERDICT_RIGHT_IF) { /* true where the labels are one-hot, and said so */
            t->changed--;
            arena_free(&arena);
            return;
        }
        t->found += found;
        t->named += named;
        t->misnamed += misnamed;
        if (!named)
            printf("%s:%zu: %s: %s %s: %s\n", where.file, where.line, d->code,
                   found ? "called" : "not found", found ? v.mistake : "",
                   node_print(&arena, d->right));
    }
    arena_free(&arena);
}

static bool check_document(const char *path, struct tally tally[CODES])
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const char *wrong = source_read(&source, path, &arena, &place);
    if (wrong) {
        fprintf(stderr, "%s: %s\n", path, wrong);
        return false;
    }
    struct statements statements;
    struct model model;
    statements_read(&statements, &source, &arena);
    model_make(&model, &statements, &arena);
    struct verdict *all = judge(&model, 1, &arena);
    static struct damages damages;
    for (size_t n = 0; n < model.claims; n++) {
        if (all[n].kind != VERDICT_RIGHT && all[n].kind != VERDICT_RIGHT_IF)
            continue;
        struct judging j = judge_begin(&model, 1, &arena);
        damage_claim(&j, &model.claim[n], &damages);
        judge_end(&j);
        const size_t line = source_place(&source, model.claim[n].statement->at).line;
        for (size_t k = 0; k < damages.n; k++)
            try_damage(&model, &model.claim[n], &damages.damage[k], tally,
                       (struct place_of){path, line});
    }
    arena_free(&arena);
    return true;
}

int main(int argc, char **argv)
{
    static struct tally tally[CODES];
    struct tally all = {0};
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
    for (size_t n = 0; n < CODES; n++) {
        const struct tally *t = &tally[n];
        printf("%-20s %8zu %8zu %8zu %8zu %8zu\n", codes[n], t->made, t->changed, t->found,
               t->named, t->misnamed);
        all.made += t->made;
        all.changed += t->changed;
        all.found += t->found;
        all.named += t->named;
        all.misnamed += t->misnamed;
        good = good && t->made > 0; /* a mistake that is never made is not tested */
    }
    const double share = all.found ? 100 * (double)all.named / (double)all.found : 0;
    printf("selftest: %zu of %zu found, %.1f %% named, %zu misnamed\n", all.found, all.changed,
           share, all.misnamed);
    good = good && all.found == all.changed && share >= 95 && all.misnamed == 0;
    return good ? 0 : 1;
}
