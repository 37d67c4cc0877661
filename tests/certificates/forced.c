/* forced.c: verdicts that are turned round, to see that Coq is not talked into them.
 *
 * forced FILE ...: all wrong lines of each document are offered as right ones, and all right ones as wrong. Prints for each
 * "file:line: was VERDICT: STATE"; ends with 1 if one of them is proved or refuted all the same, or if none was tried.
 */
#include <stdio.h>
#include <string.h>

#include "check/certificate/certificate.h"
#include "check/charity.h"
#include "check/reading/formulas.h"

static bool turn_round(struct reading *r, enum verdict_kind from, enum verdict_kind to)
{
    bool any = false;
    for (size_t n = 0; n < r->model->claims; n++) {
        struct verdict *v = &r->verdict[n];
        any = any || v->kind == from;
        v->kind = v->kind == from ? to : VERDICT_UNREAD;
    }
    return any;
}

struct count {
    size_t tried, taken;
};

/* Counts how many of the turned verdicts Coq was asked about, and how many it takes. */
static void force(const char *path, enum verdict_kind from, enum verdict_kind to,
                  struct count *to_count)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    if (source_read(&source, path, &arena, &place).code == REASON_NONE) {
        const struct formulas formulas = formulas_read(&source, &arena);
        struct reading r = charity_read(&source, &formulas, 1, &arena);
        const struct certificate_options options = {0};
        if (turn_round(&r, from, to)) {
            const struct certificate c = certificate_make(&r, &source, 1, &options, &arena);
            for (size_t n = 0; n < r.model->claims; n++) {
                const enum proof_state state = c.proof[n].state;
                if (state == PROOF_NONE)
                    continue;
                printf("%s:%zu: was %s: %s\n", path,
                       source_place(&source, r.model->claim[n].statement->at).line,
                       verdict_name(from), proof_state_name(state));
                to_count->tried += state != PROOF_NOT_STATED;
                to_count->taken += state == PROOF_PROVED || state == PROOF_REFUTED;
            }
            if (c.trouble) {
                printf("%s: %s\n", path, c.trouble);
                to_count->taken++;
            }
        }
    }
    arena_free(&arena);
}

int main(int argc, char **argv)
{
    struct count wrong = {0}, right = {0};
    for (int n = 1; n < argc; n++) {
        force(argv[n], VERDICT_WRONG, VERDICT_RIGHT, &wrong);
        force(argv[n], VERDICT_RIGHT, VERDICT_WRONG, &right);
    }
    printf("of %zu wrong and %zu right verdicts that were turned round %zu are taken\n",
           wrong.tried, right.tried, wrong.taken + right.taken);
    return wrong.taken || right.taken || !wrong.tried || !right.tried;
}
