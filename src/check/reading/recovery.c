/* recovery.c */
#include "check/reading/recovery.h"

#include "check/reading/build.h"
#include "grammar.tab.h"

static int depth_step(int kind)
{
    return (kind == LBRACE || kind == LPAR || kind == LBRACK || kind == LCURLY || kind == CASES ||
            kind == MATRIX || kind == LANGLE) -
           (kind == RBRACE || kind == RPAR || kind == RBRACK || kind == RCURLY ||
            kind == ENDCASES || kind == ENDMATRIX || kind == RANGLE);
}

static enum relation relation_of(int kind)
{
    return kind == EQ ? REL_EQ : kind == ASSIGN ? REL_ASSIGN : kind == ABOUT ? REL_ABOUT : REL_NONE;
}

/* What would belong to the whole formula, or be another one. */
static bool stands_apart(int kind)
{
    return kind == COMMA || kind == QUAD || kind == IF || kind == WHERE || kind == OTHERWISE ||
           kind == GIVEN || kind == ROW || kind == OVER;
}

/* Behind the side that begins at token n; sets *other if something stands in it that is no part of a side, or may
 * be none: behind a bracket that is not closed. One that is closed and was not opened here may have been opened
 * in the row before. */
static size_t side_end(const struct tokens *t, size_t n, bool *other)
{
    int depth = 0;
    bool within = false;
    for (; n < t->n; n++) {
        const int kind = t->token[n].kind;
        if (depth <= 0 && tokens_is_relation(kind))
            break;
        *other = *other || (depth <= 0 && stands_apart(kind));
        within = depth > 0 && (within || stands_apart(kind));
        depth += depth_step(kind);
        depth = depth < 0 ? 0 : depth;
    }
    *other = *other || (depth > 0 && within);
    return n;
}

/* These signs could be a relation, or end the formula. */
static bool is_unclear(enum reason_code code)
{
    return code == REASON_UNKNOWN_SIGN || code == REASON_STOP || code == REASON_WORDS ||
           code == REASON_DOTTED;
}

/* The formula that the tokens from `from` to `to` are, or UNREAD. */
static struct written *read_side(const struct tokens *t, size_t from, size_t to,
                                 const struct parsed *failed, struct arena *arena)
{
    const struct tokens part = {t->token + from, to - from};
    const struct parsed parsed = parser_read(&part, part.token[0].at, arena);
    const struct written_list *items = parsed.tree ? &parsed.tree->as.list : NULL;
    if (items && items->n == 1 && items->item[0]->as.list.n == 1)
        return items->item[0]->as.list.item[0];
    struct written *side =
        written_new(arena, WRITTEN_UNREAD, part.token[0].at, part.token[part.n - 1].end);
    const bool here = failed->wrong_at >= side->at && failed->wrong_at <= side->end;
    side->as.unread.wrong = here || parsed.tree ? failed->wrong : parsed.wrong;
    side->as.unread.wrong_at = here || parsed.tree ? failed->wrong_at : parsed.wrong_at;
    side->as.unread.unclear = is_unclear(side->as.unread.wrong.code);
    return side;
}

/* Without the commas and spaces around it. */
static struct tokens bare(const struct tokens *t)
{
    struct tokens b = *t;
    while (b.n && (b.token[b.n - 1].kind == COMMA || b.token[b.n - 1].kind == QUAD))
        b.n--;
    while (b.n && (b.token->kind == COMMA || b.token->kind == QUAD)) {
        b.token++;
        b.n--;
    }
    return b;
}

struct written *recovery_chain(const struct tokens *tokens, const struct parsed *failed,
                               struct arena *arena)
{
    const struct tokens trimmed = bare(tokens), *t = &trimmed;
    if (!t->n)
        return NULL;
    const size_t start = t->token[0].at;
    struct parser parser = {.arena = arena, .tokens = t, .wrong_at = start};
    const struct range where = {start, t->token[t->n - 1].end};
    struct written *chain = NULL;
    size_t equal = 0, read = 0;
    bool other = false;
    for (size_t n = 0; n < t->n && !other;) {
        const bool sign = tokens_is_relation(t->token[n].kind);
        const enum relation relation = sign ? relation_of(t->token[n].kind) : REL_NONE;
        const size_t from = n + sign, to = side_end(t, from, &other);
        if (to == from || (sign && relation == REL_NONE))
            return NULL;
        struct written *side = read_side(t, from, to, failed, arena);
        const size_t at = t->token[n].at;
        chain = build_side(&parser, chain, relation, (struct range){at, at}, side, where);
        equal += relation == REL_EQ;
        read += side->kind != WRITTEN_UNREAD;
        n = to;
    }
    if (other || !equal || !read)
        return NULL;
    struct written *items = written_new(arena, WRITTEN_ITEMS, chain->at, chain->end);
    written_add(arena, items, chain);
    return items;
}
