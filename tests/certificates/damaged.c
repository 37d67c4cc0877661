/* damaged.c: right lines with a mistake of the catalogue made in them: Coq must never contradict what the checker says.
 *
 * damaged ROUNDS FILE ...: in each round every right line of a document gets another mistake, is judged anew, and all of
 * them are offered to Coq at once. Prints how many were refuted, proved (where the mistake changed nothing), or neither;
 * ends with 1 if Coq proves the opposite of a verdict.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../selftest/damage.h"
#include "check/certificate/certificate.h"
#include "check/charity.h"
#include "check/reading/formulas.h"

struct work {
    const char *path;
    struct source source;
    struct reading reading;
    struct arena arena;
    size_t count[PROOF_STATES];
};

/* Puts mistake number `round` into each right line; the verdicts are those of the lines as they then are. */
static bool spoil(struct work *k, struct model *model, struct verdict *verdict, size_t round)
{
    static struct damages damages;
    struct warnings unheard = {.arena = &k->arena};
    bool any = false;
    for (size_t n = 0; n < model->claims; n++) {
        const enum verdict_kind before = k->reading.verdict[n].kind;
        verdict[n] = (struct verdict){.kind = VERDICT_UNREAD, .claim = n};
        if (before != VERDICT_RIGHT && before != VERDICT_RIGHT_IF)
            continue;
        struct judging j = judging_begin(k->reading.model, 1, &unheard, &k->arena);
        damages.n = 0;
        damage_claim(&j, &k->arena, &k->reading.model->claim[n], &damages);
        judging_end(&j);
        if (!damages.n)
            continue;
        model->claim[n].right = damages.damage[(round * 7 + n) % damages.n].right;
        verdict[n] = judge_one(k->reading.model, &model->claim[n], 1, &k->arena);
        verdict[n].claim = n;
        any = true;
    }
    return any;
}

static void try_round(struct work *k, size_t round)
{
    const struct certificate_options options = {0};
    struct model model = *k->reading.model;
    struct reading spoilt = k->reading;
    model.claim = arena_new(&k->arena, (model.claims + 1) * sizeof *model.claim);
    memcpy(model.claim, k->reading.model->claim, model.claims * sizeof *model.claim);
    spoilt.model = &model;
    spoilt.verdict = arena_new(&k->arena, (model.claims + 1) * sizeof *spoilt.verdict);
    if (!spoil(k, &model, spoilt.verdict, round))
        return;
    const struct certificate c = certificate_make(&spoilt, &k->source, 1, &options, &k->arena);
    for (size_t n = 0; n < model.claims; n++) {
        k->count[c.proof[n].state]++;
        if (c.proof[n].state == PROOF_DISAGREES)
            printf("%s:%zu: with a mistake it is %s, and Coq proves the opposite\n", k->path,
                   source_place(&k->source, model.claim[n].statement->at).line,
                   verdict_name(spoilt.verdict[n].kind));
    }
}

int main(int argc, char **argv)
{
    size_t all[PROOF_STATES] = {0};
    for (int n = 2; n < argc; n++) {
        struct work k = {.path = argv[n]};
        struct place place;
        if (source_read(&k.source, argv[n], &k.arena, &place).code == REASON_NONE) {
            const struct formulas formulas = formulas_read(&k.source, &k.arena);
            k.reading = charity_read(&k.source, &formulas, 1, &k.arena);
            for (long round = 0; round < strtol(argv[1], NULL, 10); round++)
                try_round(&k, (size_t)round);
        }
        for (int state = 0; state < PROOF_STATES; state++)
            all[state] += k.count[state];
        arena_free(&k.arena);
    }
    printf("of lines with a mistake %zu are refuted, %zu proved, %zu neither, %zu contradict the "
           "verdict\n",
           all[PROOF_REFUTED], all[PROOF_PROVED], all[PROOF_NOT_STATED] + all[PROOF_NOT_PROVED],
           all[PROOF_DISAGREES]);
    return all[PROOF_DISAGREES] || !all[PROOF_REFUTED];
}
