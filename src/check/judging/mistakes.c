/* mistakes.c: the catalogue, and how it is gone through.
 *
 * To add a mistake: a row here, its name in mistakes.h, and a test in one of the files named mistakes_*.
 */
#include "check/judging/mistakes.h"

#include <string.h>

#include "check/judging/explanations.h"
#include "check/judging/mistakes_factors.h"
#include "check/judging/mistakes_indices.h"
#include "check/judging/mistakes_ratio.h"
#include "check/judging/mistakes_slopes.h"

#define BIT(mistake) (1u << (mistake))

static const struct {
    const char *code;
    const char *summary;     /* of the mistake as such */
    const char *explanation; /* of a line */
    const char *about;       /* the same where a test has a detail, which stands for %s; or null */
    /* Both may be null. `simple` tries what explains the line by a number, or by a link: if one does, no test
     * is tried. `test` tries everything else. */
    void (*simple)(struct search *search);
    void (*test)(struct search *search);
    bool
        by_chance; /* a sign that was read otherwise than it is meant may look like it: a symbol is missing, or too much */
    unsigned unless; /* bits of mistakes: if one of them was found, the test says nothing new */
} catalogue[MISTAKES] = {
    [MISTAKE_NONE] = {.code = "none",
                      .by_chance = true,
                      .summary = "The two sides differ, and no common mistake explains it.",
                      .explanation = "the two sides differ at this point"},
    [MISTAKE_SIGN] = {.code = "sign",
                      .summary = "A sign is the wrong way round.",
                      .explanation = "the sign is the wrong way round",
                      .about = "%s is the wrong way round",
                      .simple = simple_sign,
                      .test = test_sign},
    [MISTAKE_UPDATE_SIGN] = {.code = "update-sign",
                             .summary = "The step goes uphill.",
                             .explanation = "the step goes uphill: the learning rate times the "
                                            "derivative is subtracted",
                             .simple = simple_update_sign},
    [MISTAKE_MISSING_SUM] = {.code = "missing-sum",
                             .summary = "A sum over all terms through which a quantity acts is "
                                        "missing.",
                             .explanation = "a sum is missing",
                             .about = "a sum over %s",
                             .test = test_missing_sum},
    [MISTAKE_EXTRA_SUM] = {.code = "extra-sum",
                           .summary = "A sum is too much.",
                           .explanation = "a sum is too much",
                           .about = "the sum over %s is too much",
                           .test = test_extra_sum},
    [MISTAKE_DIAGONAL_ONLY] = {.code = "diagonal-only",
                               .summary = "Only the diagonal of the softmax's derivative is taken.",
                               .explanation =
                                   "only the diagonal of the softmax's derivative is "
                                   "taken: each input of the softmax acts on all outputs",
                               .test = test_diagonal_only},
    [MISTAKE_INDEX_SWAP] = {.code = "index-swap",
                            .by_chance = true,
                            .summary = "Indices are mixed up.",
                            .explanation = "indices are mixed up",
                            .about = "indices are mixed up: %s",
                            .test = test_index_swap},
    [MISTAKE_TRANSPOSE] = {.code = "transpose",
                           .by_chance = true,
                           .summary = "A transpose is missing or too much.",
                           .explanation = "a transpose is missing or too much"},
    [MISTAKE_GRADIENT_OF_OUTPUT] = {.code = "gradient-of-output",
                                    .summary = "The output is differentiated, not the loss.",
                                    .explanation = "this is the derivative of the output, not of "
                                                   "the loss",
                                    .about = "this is the derivative of the output %s, not of the "
                                             "loss",
                                    .test = test_gradient_of_output},
    [MISTAKE_NO_CHAIN] = {.code = "no-chain",
                          .summary = "A link of the chain rule is missing.",
                          .explanation = "a link of the chain rule is missing",
                          .about = "a link of the chain rule is missing: %s",
                          .simple = simple_missing_link,
                          .test = test_missing_link,
                          .unless = BIT(MISTAKE_GRADIENT_OF_OUTPUT)},
    [MISTAKE_MISSING_SLOPE] = {.code = "missing-sigma-prime",
                               .summary = "The derivative of the activation is missing.",
                               .explanation = "the derivative of the activation is missing",
                               .test = test_missing_slope,
                               .unless = BIT(MISTAKE_GRADIENT_OF_OUTPUT) | BIT(MISTAKE_NO_CHAIN)},
    [MISTAKE_MISSING_INPUT] = {.code = "missing-input",
                               .summary = "The input of the layer is missing as a factor.",
                               .explanation = "the input of the layer is missing as a factor",
                               .about = "the input %s of the layer is missing as a factor",
                               .test = test_missing_input,
                               .unless = BIT(MISTAKE_GRADIENT_OF_OUTPUT) | BIT(MISTAKE_NO_CHAIN)},
    [MISTAKE_MISSING_FACTOR] = {.code = "missing-factor",
                                .by_chance = true,
                                .summary = "A factor is missing.",
                                .explanation = "a factor is missing",
                                .about = "the factor %s is missing",
                                .simple = simple_missing_size,
                                .test = test_missing_factor,
                                .unless = BIT(MISTAKE_GRADIENT_OF_OUTPUT) | BIT(MISTAKE_NO_CHAIN)},
    [MISTAKE_EXTRA_FACTOR] = {.code = "extra-factor",
                              .by_chance = true,
                              .summary = "A factor is too much.",
                              .explanation = "a factor is too much",
                              .about = "the factor %s is too much",
                              .simple = simple_extra_size,
                              .test = test_extra_factor},
    [MISTAKE_SLOPE_AT_VALUE] = {.code = "sigma-prime-of-H",
                                .summary = "The derivative of the activation is taken at its own "
                                           "value.",
                                .explanation = "the derivative of the activation is taken at its "
                                               "own value; it belongs at the sum that goes into it",
                                .test = test_slope_at_value},
    [MISTAKE_WRONG_SLOPE] = {.code = "wrong-activation-prime",
                             .summary = "The derivative of the activation is that of another "
                                        "function.",
                             .explanation = "the derivative of the activation is that of another "
                                            "function",
                             .about = "the derivative of the activation is taken as %s",
                             .test = test_wrong_slope,
                             .unless = BIT(MISTAKE_GRADIENT_OF_OUTPUT) | BIT(MISTAKE_NO_CHAIN)},
    [MISTAKE_MISSING_PENALTY] = {.code = "missing-regulariser",
                                 .summary = "The derivative of the regulariser is missing.",
                                 .explanation = "the derivative of the regulariser is missing",
                                 .about = "the derivative of the regulariser %s is missing",
                                 .test = test_missing_penalty},
    [MISTAKE_UPDATED_WEIGHTS] = {.code = "updated-weights",
                                 .summary = "The gradient is taken at weights that are updated "
                                            "already.",
                                 .explanation = "the gradient is taken at weights that are updated "
                                                "already; all belong to the old ones",
                                 .test = test_updated_weights},
    [MISTAKE_FACTOR] = {.code = "factor",
                        .by_chance = true,
                        .summary = "A constant factor is wrong.",
                        .explanation = "a constant factor is wrong",
                        .about = "%s times what it should be",
                        .simple = simple_factor,
                        .test = test_factor},
};

const char *mistake_code(enum mistake mistake)
{
    return catalogue[mistake].code;
}

const char *mistake_explanation(enum mistake mistake)
{
    return catalogue[mistake].explanation;
}

const char *mistake_summary(enum mistake mistake)
{
    return catalogue[mistake].summary;
}

bool mistake_by_chance(enum mistake mistake)
{
    return catalogue[mistake].by_chance;
}

/* What is said of the line: by the names of its units if the mistake is about those. */
static const char *explain(const struct search *s)
{
    const char *units = explanation_of_units(s);
    const char *about = s->detail ? catalogue[s->mistake].about : NULL;
    const char *mark = about ? strstr(about, "%s") : NULL;
    if (units)
        return units;
    return mark ? arena_print(s->j->arena, "%.*s%s%s", (int)(mark - about), about, s->detail,
                              mark + strlen("%s"))
                : catalogue[s->mistake].explanation;
}

/* From the simplest explanation on. */
static void try_all(struct search *s)
{
    ratio_find(s);
    for (size_t m = 0; m < MISTAKES; m++)
        if (catalogue[m].simple && s->mistake == MISTAKE_NONE)
            catalogue[m].simple(s);
    if (s->mistake != MISTAKE_NONE && s->plainly && !ratio_is_given(s))
        return;
    for (size_t m = 0; m < MISTAKES; m++)
        if (catalogue[m].test && !(s->found & catalogue[m].unless))
            catalogue[m].test(s);
}

/* Texts of the search, which is at its end, for the document. */
static const char *kept(const struct search *s, const char *text)
{
    return text ? arena_text(s->j->arena, text, strlen(text)) : NULL;
}

static struct finding found(struct search *s)
{
    if (s->several || s->ratio.kind == RATIO_UNCLEAR)
        s->mistake = MISTAKE_NONE;
    if (s->mistake == MISTAKE_NONE)
        return (struct finding){.explanation = catalogue[MISTAKE_NONE].explanation};
    return (struct finding){.mistake = s->mistake,
                            .factor = s->mistake == MISTAKE_FACTOR ? kept(s, s->factor) : NULL,
                            .explanation = explain(s),
                            .answer = s->answer ? expr_print(s->j->arena, s->answer) : NULL};
}

struct finding mistakes_find(struct judging *j, const struct equation *e, const struct expr *old,
                             const struct assignments *a, const struct setting *setting,
                             const struct label *label)
{
    struct arena own = {0};
    struct search s = search_begin(j, &own, e, old, a, setting, label);
    if (!ratio_is_all(&s))
        try_all(&s);
    const struct finding finding = found(&s);
    arena_free(&own);
    return finding;
}
