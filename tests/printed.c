/* printed.c: runs a stage and keeps what it prints. */
#include "printed.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "check/reading/habits.h"
#include "check/reading/parser.h"

static struct source source_of(const char *name, const char *text, struct arena *arena)
{
    struct source source;
    struct place place;
    const struct reason wrong = source_text(&source, name, text, strlen(text), arena, &place);
    cr_assert(wrong.code == REASON_NONE, "%s: %s", text, reason_text(arena, wrong));
    return source;
}

const char *printed_spans(const char *name, const char *text)
{
    static const char *const kinds[] = {[SPAN_INLINE] = "inline",
                                        [SPAN_ROW] = "row",
                                        [SPAN_LINE] = "line",
                                        [SPAN_BROKEN] = "broken",
                                        [SPAN_HEADING] = "heading"};
    static char printed[2000];
    struct arena arena = {0};
    const struct source source = source_of(name, text, &arena);
    const struct spans spans = spans_find(&source, &arena);
    printed[0] = '\0';
    for (size_t n = 0, length = 0; n < spans.n && length < sizeof printed; n++) {
        const struct span *span = &spans.span[n];
        char level[16] = "";
        if (span->kind == SPAN_HEADING)
            snprintf(level, sizeof level, " %d", span->level);
        length += (size_t)snprintf(printed + length, sizeof printed - length, "%s%s%s %zu-%zu%s",
                                   n ? ", " : "", kinds[span->kind], level, span->start, span->end,
                                   span->follows ? " follows" : "");
    }
    arena_free(&arena);
    return printed;
}

static struct tokens tokens_of(const char *text, enum span_kind kind, struct arena *arena)
{
    const struct source source = source_of("test", text, arena);
    const struct span span = {.kind = kind, .end = source.length};
    struct tokens tokens = {0};
    tokens_read(&tokens, &source, &span, arena);
    const struct habits habits = habits_of(&source, &tokens, 1, arena);
    return tokens_resolve(&tokens, &habits, arena);
}

const char *printed_tokens(const char *text, enum span_kind kind)
{
    static char printed[4000];
    memset(printed, 0, sizeof printed);
    struct arena arena = {0};
    const struct tokens tokens = tokens_of(text, kind, &arena);
    FILE *out = fmemopen(printed, sizeof printed - 1, "w");
    cr_assert(out != NULL);
    tokens_print(out, &tokens);
    fclose(out);
    arena_free(&arena);
    return printed;
}

/* Takes @3-8 and @3 out. */
static void drop_places(char *text)
{
    char *to = text;
    while (*text) {
        if (*text == '@')
            while (*++text == '-' || isdigit((unsigned char)*text))
                ;
        else
            *to++ = *text++;
    }
    *to = '\0';
}

const char *printed_tree(const char *text, enum span_kind kind, bool places)
{
    static char printed[8000];
    memset(printed, 0, sizeof printed);
    struct arena arena = {0};
    const struct tokens tokens = tokens_of(text, kind, &arena);
    const struct parsed parsed = parser_read(&tokens, 0, &arena);
    FILE *out = fmemopen(printed, sizeof printed - 1, "w");
    cr_assert(out != NULL);
    if (parsed.tree)
        written_print(out, parsed.tree);
    else
        fprintf(out, "at %zu: %s", parsed.wrong_at, reason_text(&arena, parsed.wrong));
    fclose(out);
    if (!places)
        drop_places(printed);
    arena_free(&arena);
    return printed;
}

void expect_printed(const char *text, const char *printed, const char *expected)
{
    cr_expect(strcmp(printed, expected) == 0, "%s\nis read as  %s\nand not as  %s", text, printed,
              expected);
}
