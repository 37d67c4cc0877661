/* check.c: from a document to its verdicts, room by room. */
#include "check/check.h"

#include "check/certificate/certificate.h"
#include "check/charity.h"
#include "check/expression/walk.h"
#include "check/reporting/claims_json.h"
#include "check/reporting/proofs_json.h"
#include "check/vocabulary/functions.h"

static bool is_kinked(const struct expr *e, const void *with)
{
    (void)with;
    const struct function *f = e->kind == EXPR_CALL ? function_named(e->as.call.function) : NULL;
    return f && f->kinked;
}

/* Of the functions with a kink the first is named. */
static void warn_kinks(const struct model *model, struct warnings *warnings)
{
    for (size_t n = 0; n < model->claims; n++) {
        const struct claim *c = &model->claim[n];
        const struct expr *kinked =
            c->kind == CLAIM_UNREAD ? NULL : expr_find(c->right, is_kinked, NULL);
        if (!kinked)
            continue;
        warnings_add(warnings, kinked->where.at,
                     arena_print(warnings->arena,
                                 "the slope of %s jumps; points where it does are not drawn",
                                 kinked->as.call.function));
        return;
    }
}

static json_t *checked(const struct source *source, uint64_t seed,
                       const struct certificate_options *prove, struct arena *arena)
{
    const struct formulas formulas = formulas_read(source, arena);
    struct reading reading = charity_read(source, &formulas, seed, arena);
    if (source->stray)
        warnings_add(&reading.warnings, 0,
                     "a byte of this file is not UTF-8; it is read as Latin-1");
    warn_kinks(reading.model, &reading.warnings);
    json_t *file = claims_json(source, &reading, arena);
    if (prove) {
        const struct certificate certificate =
            certificate_make(&reading, source, seed, prove, arena);
        proofs_json(file, &reading, &certificate);
    }
    return file;
}

json_t *check_file(const char *path, uint64_t seed)
{
    return check_file_proving(path, seed, NULL);
}

json_t *check_file_proving(const char *path, uint64_t seed, const struct certificate_options *prove)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const struct reason wrong = source_read(&source, path, &arena, &place);
    json_t *file = wrong.code ? claims_json_failed(path, reason_text(&arena, wrong), place)
                              : checked(&source, seed, prove, &arena);
    arena_free(&arena);
    return file;
}

json_t *check_text(const char *name, const char *text, size_t length, uint64_t seed)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    const struct reason wrong = source_text(&source, name, text, length, &arena, &place);
    json_t *file = wrong.code ? claims_json_failed(name, reason_text(&arena, wrong), place)
                              : checked(&source, seed, NULL, &arena);
    arena_free(&arena);
    return file;
}
