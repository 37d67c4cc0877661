/* dump.c */
#include "check/dump.h"

#include <string.h>

#include "base/message.h"
#include "check/check.h"
#include "check/model/print.h"
#include "check/reading/formulas.h"
#include "check/reporting/report_result.h"
#include "check/reporting/report_table.h"

static const char *const names[] = {[DUMP_TOKENS] = "tokens",
                                    [DUMP_TREE] = "tree",
                                    [DUMP_MODEL] = "model",
                                    [DUMP_VERDICTS] = "verdicts"};

bool dump_stage_named(const char *name, enum dump_stage *stage)
{
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strcmp(names[n], name) == 0) {
            *stage = (enum dump_stage)n;
            return true;
        }
    return false;
}

/* "12:3-12:40": where a formula stands, its end the place behind it. */
static void write_extent(FILE *out, const struct source *source, size_t start, size_t end)
{
    const struct place a = source_place(source, start), b = source_place(source, end);
    fprintf(out, "%zu:%zu-%zu:%zu", a.line, a.column, b.line, b.column);
}

/* A line for each formula: where it stands, and its tokens or its tree; or why it has no tree. */
static void dump_formulas(FILE *out, const struct source *source, enum dump_stage stage,
                          struct arena *arena)
{
    const struct formulas all = formulas_read(source, arena);
    for (size_t n = 0; n < all.n; n++) {
        const struct formula *f = &all.formula[n];
        write_extent(out, source, f->start, f->end);
        putc('\t', out);
        if (stage == DUMP_TOKENS) {
            tokens_print(out, &f->tokens);
        } else if (f->parsed.tree) {
            written_print(out, f->parsed.tree);
        } else {
            const struct place stop = source_place(source, f->parsed.wrong_at);
            fprintf(out, "%zu:%zu: %s", stop.line, stop.column,
                    reason_text(arena, f->parsed.wrong));
        }
        putc('\n', out);
    }
}

static void dump_model(FILE *out, const struct source *source, struct arena *arena)
{
    struct warnings warnings = {.arena = arena};
    model_print(out, model_make(statements_read(source, arena), &warnings, arena));
}

static bool dump_verdicts(FILE *out, const char *path, uint64_t seed)
{
    json_t *file = check_file(path, seed);
    const bool read = !report_error(file);
    report_table(out, file);
    json_decref(file);
    return read;
}

bool dump(FILE *out, const char *path, enum dump_stage stage, uint64_t seed)
{
    if (stage == DUMP_VERDICTS)
        return dump_verdicts(out, path, seed);
    struct arena arena = {0};
    struct source source;
    struct place place;
    const struct reason wrong = source_read(&source, path, &arena, &place);
    if (wrong.code && place.line)
        message_at(path, place.line, place.column, "%s", reason_text(&arena, wrong));
    else if (wrong.code)
        message_file(path, "%s", reason_text(&arena, wrong));
    else if (stage == DUMP_MODEL)
        dump_model(out, &source, &arena);
    else
        dump_formulas(out, &source, stage, &arena);
    arena_free(&arena);
    return wrong.code == REASON_NONE;
}
