/* explanations.c: what is said of each mistake, in the words of the course. */
#include <string.h>

#include "mistakes.h"

/* Names in a row: "h_j, o". */
struct units {
    const char *name;
    size_t n;
    bool logistic; /* all of them */
};

/* The left side differentiates through this symbol. */
static bool passes(const struct search *s, unsigned id)
{
    const struct model *m = s->j->model;
    const unsigned char *depends = s->j->depends[s->e->section];
    struct nodes all = {.n = 0};
    repairs_nodes(s->e->left, &all);
    for (size_t n = 0; n < all.n; n++) {
        const struct node *slope = all.node[n];
        if (slope->kind == NODE_DERIVATIVE && depends[id * (m->symbols + 1) + slope->kid[1]->id] &&
            dependence_formula(m, depends, slope->kid[0], id))
            return true;
    }
    return false;
}

/* What is defined as an activation of something, and lies between the two ends of a derivative. */
static struct units find_units(const struct search *s)
{
    const struct model *m = s->j->model;
    struct world *w = points_world(s->j, s->e->section, 0, &s->setting);
    struct units units = {.logistic = !functions_own(w, "sigma")};
    for (size_t n = 0; n < m->definitions; n++) {
        const struct definition *d = &m->definition[n];
        if (d->left->kind != NODE_SYMBOL || !d->left->id || d->section > s->e->section ||
            d->right->kind != NODE_CALL || d->right->n != 1 ||
            !functions_activation(w, d->right->name) || !passes(s, d->left->id))
            continue;
        const char *name = node_print(s->j->arena, d->left);
        units.name = units.n++ ? arena_print(s->j->arena, "%s, %s", units.name, name) : name;
        units.logistic = units.logistic && strcmp(d->right->name, "sigma") == 0;
    }
    return units;
}

/* What is said by the name of the unit whose activation it is about; null if that is not known. */
static const char *of_units(const struct search *s)
{
    struct arena *arena = s->j->arena;
    const bool missing = strcmp(s->code, "missing-sigma-prime") == 0;
    if (!missing && strcmp(s->code, "sigma-prime-of-H") != 0)
        return NULL;
    const struct units units = find_units(s);
    if (!missing)
        return units.n == 1 ? arena_print(arena,
                                          "the derivative of the activation is taken at %s; it "
                                          "belongs at the sum that goes into %s",
                                          units.name, units.name)
                            : NULL;
    if (units.n == 0 || !units.logistic)
        return NULL;
    return units.n == 1
               ? arena_print(arena,
                             "the derivative of the activation is missing (%s(1 - %s) for the "
                             "logistic function %s)",
                             units.name, units.name, units.name)
               : arena_print(arena,
                             "the derivative of an activation is missing (u(1 - u) for each of "
                             "the logistic units u = %s)",
                             units.name);
}

const char *explanation(const struct search *s)
{
    static const struct {
        const char *code, *text; /* %s: the detail */
    } texts[] = {
        {"sign", "the sign is the wrong way round"},
        {"factor", "the right side is %s times what it should be"},
        {"missing-sigma-prime", "the derivative of the activation is missing"},
        {"sigma-prime-of-H",
         "the derivative of the activation is taken at its own value; it belongs "
         "at the sum that goes into it"},
        {"missing-sum", "a sum over %s"},
        {"diagonal-only", "only the diagonal of the softmax's derivative is taken: each input of "
                          "the softmax acts on all outputs"},
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
        const char *about_unit = of_units(s);
        if (about_unit)
            return about_unit;
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
