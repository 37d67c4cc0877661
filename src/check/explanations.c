/* explanations.c: what is said of each mistake, in the words of the course. */
#include <string.h>

#include "mistakes.h"

const char *explanation(const struct search *s)
{
    static const struct {
        const char *code, *text; /* %s: the detail */
    } texts[] = {
        {"sign", "the sign is the wrong way round"},
        {"factor", "the right side is %s times what it should be"},
        {"missing-sigma-prime", "the derivative of the activation is missing"},
        {"sigma-prime-of-H",
         "the derivative of the activation is taken at H; it belongs at the sum that goes into H"},
        {"missing-sum", "a sum over %s"},
        {"diagonal-only",
         "only the diagonal of the softmax's derivative is taken: each X acts on all outputs"},
        {"index-swap", "indices are mixed up: %s"},
        {"missing-input", "the input %s of the layer is missing as a factor"},
        {"extra-factor", "the factor %s is too much"},
        {"missing-factor", "the factor %s is missing"},
        {"updated-weights",
         "the gradient is taken at weights that are updated already; all belong to the old ones"},
        {"gradient-of-output", "this is the derivative of the output %s, not of the loss"},
        {"no-chain", "a link of the chain rule is missing: %s"},
        {"update-sign",
         "the step goes uphill: the learning rate times the derivative is subtracted"},
    };
    for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
        if (strcmp(texts[n].code, s->code) != 0)
            continue;
        if (strcmp(s->code, "missing-sigma-prime") == 0 && s->j->model->sigma_is_called)
            return "the derivative of the activation is missing (for the logistic function it is "
                   "H(1 - H))";
        const char *mark = strstr(texts[n].text, "%s");
        const char *detail = s->factor && strcmp(s->code, "factor") == 0 ? s->factor : s->detail;
        if (!mark)
            return strcmp(s->code, "sign") == 0 && s->detail
                       ? arena_print(s->j->arena, "%s is the wrong way round", s->detail)
                       : texts[n].text;
        return arena_print(s->j->arena, "%.*s%s%s", (int)(mark - texts[n].text), texts[n].text,
                           detail ? detail : "it", mark + 2);
    }
    return "the two sides differ";
}
