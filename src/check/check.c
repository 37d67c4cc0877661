/* check.c: from a document to its verdicts, room by room, and the verdicts as JSON. */
#include "check.h"

#include <string.h>

#include "judge.h"

static void put(json_t *object, const char *key, const char *text)
{
    if (text)
        json_object_set_new(object, key, json_string(text));
}

/* A file's name may be any bytes; those that are not UTF-8 are shown as '?'. */
static void put_name(json_t *object, const char *name, struct arena *arena)
{
    char *shown = arena_text(arena, name, strlen(name));
    for (char *c = shown; *c;) {
        const size_t length = utf8_length((const unsigned char *)c, strlen(c));
        *c = length ? *c : '?';
        c += length ? length : 1;
    }
    put(object, "file", shown);
}

static void put_place(json_t *object, const struct source *source, size_t at)
{
    const struct place place = source_place(source, at);
    json_object_set_new(object, "line", json_integer((json_int_t)place.line));
    json_object_set_new(object, "column", json_integer((json_int_t)place.column));
}

static json_t *named_list(const struct named *list, size_t n, bool numbers)
{
    json_t *object = json_object();
    for (size_t k = 0; k < n; k++)
        json_object_set_new(object, list[k].name,
                            numbers ? json_integer(strtol(list[k].value, NULL, 10))
                                    : json_string(list[k].value));
    return object;
}

static json_t *counterexample(const struct verdict *v)
{
    json_t *object = json_object();
    json_object_set_new(object, "values", named_list(v->value, v->values, false));
    json_object_set_new(object, "indices", named_list(v->index, v->indices, true));
    put(object, "left", v->left);
    put(object, "right", v->right);
    put(object, "ratio", v->ratio);
    return object;
}

static const char *read_as(const struct claim *c, struct arena *arena)
{
    if (c->kind == CLAIM_UNREAD)
        return NULL;
    const char *left = node_print(arena, c->left), *right = node_print(arena, c->right);
    const char *sign = c->statement->rel == REL_ASSIGN ? "<-" : "=";
    return c->condition ? arena_print(arena, "%s %s %s, if %s", left, sign, right,
                                      node_print(arena, c->condition))
                        : arena_print(arena, "%s %s %s", left, sign, right);
}

static const char *const verdict_names[] = {"definition", "right", "right-if", "wrong", "unread"};

static json_t *claim_json(const struct model *m, const struct source *source,
                          const struct verdict *v, struct arena *arena)
{
    const struct claim *c = &m->claim[v->claim];
    json_t *object = json_object();
    put_place(object, source, c->statement->at);
    const size_t end = c->statement->end < source->length ? c->statement->end : source->length;
    const size_t at = c->statement->at < end ? c->statement->at : end;
    put(object, "source", arena_text(arena, source->text + at, end - at));
    put(object, "read_as", read_as(c, arena));
    put(object, "verdict", verdict_names[v->kind]);
    put(object, "assumption", v->kind == VERDICT_RIGHT_IF ? v->assumption : NULL);
    put(object, "mistake", v->mistake);
    put(object, "factor", v->factor);
    if (v->carried_from) {
        const struct place from =
            source_place(source, m->claim[v->carried_from->claim].statement->at);
        json_object_set_new(object, "carried_from", json_integer((json_int_t)from.line));
    }
    put(object, "holds_where", v->holds_where);
    if (v->kind == VERDICT_UNREAD && v->at != c->statement->at) {
        const struct place stop = source_place(source, v->at);
        put(object, "explanation",
            arena_print(arena, "%s (line %zu, column %zu)", v->explanation, stop.line,
                        stop.column));
    } else {
        put(object, "explanation", v->explanation);
    }
    put(object, "answer", v->answer);
    if (v->kind == VERDICT_WRONG)
        json_object_set_new(object, "counterexample", counterexample(v));
    return object;
}

/* A function of the document whose derivative jumps, or null. */
static const struct node *kink(const struct node *node)
{
    static const char *const names[] = {"relu", "max", "min", "abs"};
    for (size_t n = 0; node && node->kind == NODE_CALL && n < 4; n++)
        if (strcmp(node->name, names[n]) == 0)
            return node;
    for (size_t n = 0; node && n < node->n; n++) {
        const struct node *found = kink(node->kid[n]);
        if (found)
            return found;
    }
    return NULL;
}

static json_t *warnings_json(const struct model *m, const struct source *source,
                             struct arena *arena)
{
    json_t *list = json_array();
    for (size_t n = 0; n < m->warnings; n++) {
        json_t *warning = json_object();
        put_place(warning, source, m->warning[n].at);
        put(warning, "text", m->warning[n].text);
        json_array_append_new(list, warning);
    }
    for (size_t n = 0; n < m->assumed.n && m->claims; n++) {
        json_t *warning = json_object();
        put_place(warning, source, m->claim[0].statement->at);
        put(warning, "text",
            arena_print(arena, "nothing says which values the index %s takes; judged for 0 to %d",
                        m->assumed.name[n], DEFAULT_SIZE - 1));
        json_array_append_new(list, warning);
    }
    const struct node *first = NULL;
    for (size_t n = 0; n < m->claims && !first; n++)
        first = m->claim[n].kind == CLAIM_UNREAD ? NULL : kink(m->claim[n].right);
    if (first) {
        json_t *warning = json_object();
        put_place(warning, source, first->at);
        put(warning, "text",
            arena_print(arena, "the slope of %s jumps; points where it does are not drawn",
                        first->name));
        json_array_append_new(list, warning);
    }
    return list;
}

static json_t *checked(const struct source *source, uint64_t seed, struct arena *arena)
{
    struct statements statements;
    struct model model;
    statements_read(&statements, source, arena);
    model_make(&model, &statements, arena);
    const struct verdict *verdict = judge(&model, seed, arena);
    json_t *claims = json_array();
    json_int_t count[VERDICT_UNREAD + 1] = {0};
    for (size_t n = 0; n < model.claims; n++) {
        count[verdict[n].kind]++;
        json_array_append_new(claims, claim_json(&model, source, &verdict[n], arena));
    }
    json_t *summary = json_object(), *file = json_object();
    for (size_t kind = 0; kind <= VERDICT_UNREAD; kind++)
        json_object_set_new(summary, verdict_names[kind], json_integer(count[kind]));
    put_name(file, source->name, arena);
    json_object_set_new(file, "claims", claims);
    json_t *warnings = warnings_json(&model, source, arena);
    if (json_array_size(warnings))
        json_object_set_new(file, "warnings", warnings);
    else
        json_decref(warnings);
    json_object_set_new(file, "summary", summary);
    return file;
}

static json_t *failed(const char *name, const char *error, struct place place, struct arena *arena)
{
    json_t *file = json_object(), *summary = json_object();
    put_name(file, name, arena);
    put(file, "error", error);
    if (place.line) {
        json_object_set_new(file, "error_line", json_integer((json_int_t)place.line));
        json_object_set_new(file, "error_column", json_integer((json_int_t)place.column));
    }
    json_object_set_new(file, "claims", json_array());
    for (size_t kind = 0; kind <= VERDICT_UNREAD; kind++)
        json_object_set_new(summary, verdict_names[kind], json_integer(0));
    json_object_set_new(file, "summary", summary);
    return file;
}

static json_t *finish(const struct source *source, const char *wrong, struct place place,
                      const char *name, uint64_t seed, struct arena *arena)
{
    json_t *file = wrong ? failed(name, wrong, place, arena) : checked(source, seed, arena);
    if (!wrong && json_array_size(json_object_get(file, "claims")) == 0) {
        json_decref(file);
        file = failed(name, "no equation was found in it", (struct place){0, 0}, arena);
    }
    arena_free(arena);
    return file;
}

json_t *check_file(const char *path, uint64_t seed)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const char *wrong = source_read(&source, path, &arena, &place);
    return finish(&source, wrong, place, path, seed, &arena);
}

json_t *check_text(const char *name, const char *text, size_t length, uint64_t seed)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const char *wrong = source_text(&source, name, text, length, &arena, &place);
    return finish(&source, wrong, place, name, seed, &arena);
}
