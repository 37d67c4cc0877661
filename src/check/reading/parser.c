/* parser.c: runs the parser that Bison makes of grammar.y. */
#include "check/reading/parser.h"

#include "check/reading/build.h"
#include "grammar.tab.h"

struct parsed parser_read(const struct tokens *tokens, size_t start, struct arena *arena)
{
    struct parser parser = {.arena = arena, .tokens = tokens, .wrong_at = start};
    const struct range where = {start, start};
    if (tokens->n > TOKENS_MAX)
        build_fail(&parser, where, REASON_TOO_LONG, NULL);
    else if (grammar_yyparse(&parser) == 2) /* its stack is full */
        build_fail(&parser, where, REASON_TOO_DEEP, NULL);
    if (parser.wrong.code == REASON_NONE && parser.tree->depth > WRITTEN_DEPTH_MAX)
        build_fail(&parser, where, REASON_TOO_DEEP, NULL);
    return (struct parsed){.tree = parser.wrong.code == REASON_NONE ? parser.tree : NULL,
                           .wrong = parser.wrong,
                           .wrong_at = parser.wrong_at};
}
