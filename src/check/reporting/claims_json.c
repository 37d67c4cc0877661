/* claims_json.c */
#include "check/reporting/claims_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check/judging/understanding.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

/* A file's name may be any bytes; those that are not UTF-8 are shown as '?'. */
static void put_name(json_t *file, const char *name)
{
    struct report_memory memory;
    report_memory_begin(&memory);
    while (*name) {
        const size_t length = utf8_length(name, strlen(name));
        fprintf(memory.to, "%.*s", length ? (int)length : 1, length ? name : "?");
        name += length ? length : 1;
    }
    char *shown = report_memory_end(&memory);
    report_put_string(file, "file", shown);
    free(shown);
}

static void put_number(json_t *object, const char *key, size_t number)
{
    report_put(object, key, json_integer((json_int_t)number));
}

static void put_place(json_t *object, const struct source *source, size_t at)
{
    const struct place place = source_place(source, at);
    put_number(object, "line", place.line);
    put_number(object, "column", place.column);
    if (place.cell) {
        put_number(object, "cell", place.cell);
        put_number(object, "cell_line", place.cell_line);
    }
}

/* The place behind the claim, as editors and SARIF count; blanks at its end are no part of it. */
static void put_end(json_t *object, const struct source *source, const struct statement *s)
{
    size_t end = s->end;
    while (end > s->at && strchr(" \t\r\n", source->text[end - 1]))
        end--;
    const struct place place = source_place(source, end);
    put_number(object, "end_line", place.line);
    put_number(object, "end_column", place.column);
}

/* How many claims have each verdict; `carried`: those of the wrong ones that only follow from another. Definitions
 * and assumptions are no equations to be judged. */
static void put_summary(json_t *file, const size_t count[VERDICTS], size_t carried)
{
    json_t *summary = json_object();
    for (enum verdict_kind kind = 0; kind < VERDICTS; kind++)
        put_number(summary, verdict_name(kind), count[kind]);
    const size_t judged =
        count[VERDICT_RIGHT] + count[VERDICT_RIGHT_IF] + count[VERDICT_WRONG] - carried;
    put_number(summary, "carried", carried);
    put_number(summary, "judged", judged);
    put_number(summary, "equations",
               judged + carried + count[VERDICT_UNSURE] + count[VERDICT_UNREAD]);
    report_put(file, "summary", summary);
}

static void put_names(json_t *object, const char *key, const struct names *names)
{
    json_t *list = names->n ? json_array() : NULL;
    for (size_t n = 0; n < names->n; n++)
        report_append(list, json_string(names->name[n]));
    if (list)
        report_put(object, key, list);
}

static void put_understood(json_t *file, const struct reading *reading, struct arena *arena)
{
    const struct understanding u = understanding_of(reading, arena);
    json_t *understood = json_object();
    put_names(understood, "loss", &u.losses);
    put_names(understood, "labels", &u.labels);
    put_names(understood, "learning_rate", &u.rates);
    put_names(understood, "ranges", &u.ranges);
    put_names(understood, "shapes", &u.shapes);
    put_names(understood, "choices", &u.choices);
    report_put(file, "understood", understood);
}

static json_t *named_list(const struct named *list, size_t n, bool numbers)
{
    json_t *object = json_object();
    for (size_t k = 0; k < n; k++)
        report_put(object, list[k].name,
                   numbers ? json_integer(strtol(list[k].value, NULL, 10))
                           : json_string(list[k].value));
    return object;
}

static json_t *counterexample_json(const struct counterexample *c)
{
    json_t *object = json_object();
    report_put(object, "values", named_list(c->value, c->values, false));
    report_put(object, "indices", named_list(c->index, c->indices, true));
    report_put_string(object, "left", c->left);
    report_put_string(object, "right", c->right);
    report_put_string(object, "ratio", c->ratio);
    return object;
}

/* "dE/do = 2 o, if k = 0", or null if it was not read. */
static const char *read_as(const struct claim *c, struct arena *arena)
{
    if (c->kind == CLAIM_UNREAD)
        return NULL;
    const char *left = expr_print(arena, c->left), *right = expr_print(arena, c->right);
    const char *sign = relation_text(c->statement->rel);
    return c->condition ? arena_print(arena, "%s %s %s, if %s", left, sign, right,
                                      expr_print(arena, c->condition))
                        : arena_print(arena, "%s %s %s", left, sign, right);
}

static const char *explanation(const struct source *source, const struct claim *c,
                               const struct verdict *v, struct arena *arena)
{
    if (v->kind != VERDICT_UNREAD || v->at == c->statement->at)
        return v->explanation;
    const struct place stop = source_place(source, v->at);
    if (v->rests)
        return arena_print(arena, "%s (line %zu)", v->explanation, stop.line);
    return arena_print(arena, "%s (line %zu, column %zu)", v->explanation, stop.line, stop.column);
}

static json_t *claim_json(const struct source *source, const struct model *model,
                          const struct verdict *v, struct arena *arena)
{
    const struct claim *c = &model->claim[v->claim];
    json_t *object = json_object();
    put_place(object, source, c->statement->at);
    put_end(object, source, c->statement);
    report_put_string(object, "source",
                      source_excerpt(source, c->statement->at, c->statement->end, arena));
    report_put_string(object, "read_as", read_as(c, arena));
    report_put_string(object, "verdict", verdict_name(v->kind));
    if (v->kind == VERDICT_RIGHT_IF)
        report_put_string(object, "assumption", v->assumption);
    if (v->kind == VERDICT_WRONG)
        report_put_string(object, "mistake", mistake_code(v->mistake));
    report_put_string(object, "factor", v->factor);
    if (v->carried_from) {
        const struct claim *from = &model->claim[v->carried_from->claim];
        put_number(object, "carried_from", source_place(source, from->statement->at).line);
    }
    if (v->rests)
        put_number(object, "rests_on", source_place(source, v->at).line);
    report_put_string(object, "holds_where", v->holds_where);
    report_put_string(object, "explanation", explanation(source, c, v, arena));
    report_put_string(object, "answer", v->answer);
    if (v->kind == VERDICT_WRONG)
        report_put(object, "counterexample", counterexample_json(&v->counterexample));
    return object;
}

static json_t *warnings_json(const struct source *source, const struct warnings *warnings)
{
    json_t *list = json_array();
    for (size_t n = 0; n < warnings->n; n++) {
        json_t *warning = json_object();
        put_place(warning, source, warnings->warning[n].at);
        report_put_string(warning, "text", warnings->warning[n].text);
        report_append(list, warning);
    }
    return list;
}

json_t *claims_json(const struct source *source, const struct reading *reading, struct arena *arena)
{
    json_t *file = json_object(), *claims = json_array();
    size_t count[VERDICTS] = {0}, carried = 0;
    for (size_t n = 0; n < reading->model->claims; n++) {
        const struct verdict *v = &reading->verdict[n];
        count[v->kind]++;
        carried += v->kind == VERDICT_WRONG && v->carried_from;
        report_append(claims, claim_json(source, reading->model, v, arena));
    }
    put_name(file, source->name);
    put_understood(file, reading, arena);
    report_put(file, "claims", claims);
    if (reading->warnings.n)
        report_put(file, "warnings", warnings_json(source, &reading->warnings));
    put_summary(file, count, carried);
    return file;
}

json_t *claims_json_failed(const char *name, const char *error, struct place place)
{
    const size_t none[VERDICTS] = {0};
    json_t *file = json_object();
    put_name(file, name);
    report_put_string(file, "error", error);
    if (place.line) {
        put_number(file, "error_line", place.line);
        put_number(file, "error_column", place.column);
    }
    report_put(file, "claims", json_array());
    put_summary(file, none, 0);
    return file;
}
