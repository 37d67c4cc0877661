/* evaluated.c */
#include "evaluated.h"

#include <criterion/criterion.h>
#include <string.h>

#include "check/model/dependence.h"

struct document document_open(const char *text)
{
    struct document d = {.arena = {NULL}};
    struct source *source = arena_new(&d.arena, sizeof *source);
    struct warnings *warnings = arena_new(&d.arena, sizeof *warnings);
    struct place place;
    warnings->arena = &d.arena;
    cr_assert(source_text(source, "test", text, strlen(text), &d.arena, &place).code ==
              REASON_NONE);
    d.model = model_make(statements_read(source, &d.arena), warnings, &d.arena);
    const size_t section = d.model->sections - 1;
    d.environment = (struct environment){
        .model = d.model, .section = section, .depends = dependence_of(d.model, section, &d.arena)};
    return d;
}

void document_close(struct document *d)
{
    arena_free(&d->arena);
}

const struct claim *claim_at(const struct document *d, size_t n)
{
    cr_assert(n < d->model->claims);
    const struct claim *c = &d->model->claim[d->model->claims - 1 - n];
    cr_assert(c->kind != CLAIM_UNREAD, "not read: %s",
              reason_text(&((struct document *)d)->arena, c->statement->wrong));
    return c;
}

unsigned id_of(const struct document *d, const char *name, size_t arity)
{
    const struct symbol_name plain = symbol_name_plain(name);
    const unsigned id = symbols_find(&d->model->symbols, &plain, arity);
    cr_assert(id != 0, "%s is no symbol", name);
    return id;
}

struct point point_plain(void)
{
    return (struct point){.seed = 1, .section = 0, .line = 1000, .precision = PRECISION};
}

/* p/q, or a decimal. */
static void set_expected(arb_t x, const char *text)
{
    const char *slash = strchr(text, '/');
    char above[64];
    arb_t below;
    arb_init(below);
    snprintf(above, sizeof above, "%.*s", (int)(slash ? (size_t)(slash - text) : strlen(text)),
             text);
    cr_assert(arb_set_str(x, above, PRECISION) == 0);
    if (slash) {
        cr_assert(arb_set_str(below, slash + 1, PRECISION) == 0);
        arb_div(x, x, below, PRECISION);
    }
    arb_clear(below);
}

/* Within 10^-28, since the decimals of this file have 30 digits. */
void expect_ball(const char *what, const arb_t found, const char *expected)
{
    arb_t x;
    arb_init(x);
    set_expected(x, expected);
    arb_sub(x, x, found, PRECISION);
    arb_abs(x, x);
    arb_mul_2exp_si(x, x, 93);
    arb_sub_si(x, x, 1, PRECISION);
    cr_expect(arb_is_negative(x), "%s: expected %s, found %.20g", what, expected,
              arf_get_d(arb_midref(found), ARF_RND_NEAR));
    arb_clear(x);
}

enum reason_code value_of(const struct document *d, const struct expr *formula,
                          const struct point *point, const struct query *query, struct dual *out)
{
    struct memo memo = {NULL, 0, 0};
    struct evaluation ev = {.environment = &d->environment, .point = point, .memo = &memo};
    const bool good = evaluate(&ev, query, formula, NULL, out);
    memo_clear(&memo);
    return good ? REASON_NONE : ev.reason.code;
}
