/* remarks.c: sentence by sentence. */
#include "check/meaning/remarks.h"

#include <ctype.h>
#include <string.h>

#include "check/expression/walk.h"
#include "check/meaning/conditions.h"

/* --- shapes --- */

static bool was_read(const struct statement *s)
{
    return s->wrong.code == REASON_NONE;
}

static bool is_slope(const struct expr *e, const void *with)
{
    (void)with;
    return e->kind == EXPR_DERIVATIVE || e->kind == EXPR_PRIME;
}

static bool is_number(const struct expr *e, const char *text)
{
    return e->kind == EXPR_NUMBER && strcmp(e->as.number, text) == 0;
}

/* The first side of the chain that statement n is a link of. */
static const struct expr *chain_head(const struct statements *all, size_t n)
{
    while (n > 0 && all->statement[n].link && was_read(&all->statement[n - 1]))
        n--;
    return all->statement[n].left;
}

/* dE/dw = 0, also at the end of a chain. */
static bool sets_slope(const struct statements *all, size_t n)
{
    const struct statement *s = &all->statement[n];
    return is_number(s->right, "0") && s->rel == REL_EQ &&
           expr_any(chain_head(all, n), is_slope, NULL);
}

/* f(x) = y, in which y is no argument. */
static bool names_value(const struct statement *s)
{
    if (s->left->kind != EXPR_CALL || s->right->kind != EXPR_SYMBOL || s->right->as.symbol.index.n)
        return false;
    for (size_t n = 0; n < s->left->as.call.argument.n; n++)
        if (expr_same(s->left->as.call.argument.item[n], s->right))
            return false;
    return true;
}

static bool can_be_defined(const struct expr *e)
{
    return e->kind == EXPR_SYMBOL || e->kind == EXPR_CALL;
}

/* --- words --- */

/* "What is …, given $a = b$?": what stands before the question is no part of it. */
static bool is_asked(const struct sentence *sentence, const struct formula *f)
{
    return sentence->question &&
           (prose_says_before(sentence, f->start, PHRASE_ASK) || !prose_says(sentence, PHRASE_ASK));
}

static enum remark remark_of(const struct statements *all, size_t n,
                             const struct sentence *sentence, const struct formula *f)
{
    const struct statement *s = &all->statement[n];
    if (is_asked(sentence, f))
        return REMARK_QUESTION;
    if (sets_slope(all, n) && !s->condition)
        return s->link || prose_says(sentence, PHRASE_OPTIMUM) ? REMARK_OPTIMUM : REMARK_ZERO;
    const bool inside = f->kind == SPAN_INLINE;
    if (inside ? prose_says(sentence, PHRASE_OTHER)
               : prose_says_before(sentence, f->start, PHRASE_OTHER))
        return inside ? REMARK_OTHER : REMARK_ANEW;
    return prose_says_before(sentence, f->start, PHRASE_ANEW) ? REMARK_ANEW : REMARK_NONE;
}

/* "$w = 1 - 0.1$ $(a + b) = …$": the second begins with a factor of the first, and is no formula of its own. */
static bool goes_on_from(const struct source *source, const struct formulas *formulas, size_t n)
{
    const struct formula *f = &formulas->formula[n];
    if (n == 0 || f->kind != SPAN_INLINE || formulas->formula[n - 1].kind != SPAN_INLINE)
        return false;
    const char *text = source->text;
    size_t at = formulas->formula[n - 1].end;
    while (at < f->start && strchr("$ \t\\()", text[at]))
        at++;
    const char *first = text + f->start + strspn(text + f->start, " \t");
    return at == f->start &&
           (*first == '(' || *first == '[' || strncmp(first, "\\left", 5) == 0 ||
            strncmp(first, "\\cdot", 5) == 0 || strncmp(first, "\\times", 6) == 0);
}

static void leave_unread(struct statement *s)
{
    if (!was_read(s))
        return;
    s->wrong = (struct reason){REASON_LEFTOVER, NULL};
    s->wrong_at = s->at;
}

void remarks_note(struct statements *all, size_t first, const struct source *source,
                  const struct formulas *formulas, size_t n, struct arena *arena)
{
    if (first == all->n)
        return;
    const struct formula *f = &formulas->formula[n];
    const struct sentence sentence = prose_sentence(source, formulas, n, arena);
    const bool where =
        f->kind == SPAN_INLINE && prose_ends_in_word(source->text, sentence.from, f->start);
    const bool of_cases = prose_of_cases(source, formulas, n, arena);
    const bool of_positive = prose_of_positive(source, formulas, n);
    const bool beside_case = prose_beside_case(source, formulas, n);
    const bool goes_on = goes_on_from(source, formulas, n);
    if (goes_on && first > 0 && all->statement[first - 1].end > formulas->formula[n - 1].start)
        leave_unread(&all->statement[first - 1]);
    for (size_t k = first; k < all->n; k++) {
        struct statement *s = &all->statement[k];
        if (goes_on)
            leave_unread(s);
        s->sentence = sentence.from;
        s->of_cases = of_cases;
        s->of_positive = of_positive;
        s->beside_case = beside_case;
        if (!was_read(s))
            continue;
        s->remark = remark_of(all, k, &sentence, f);
        if (s->remark == REMARK_NONE && where && names_value(s))
            s->remark = REMARK_LEGEND;
    }
}

/* --- all together --- */

/* Another statement defines the same, and is no alternative to it. */
static bool is_defined_elsewhere(const struct statements *all, size_t n)
{
    const struct statement *s = &all->statement[n];
    if (s->left->kind == EXPR_CALL && strcmp(s->left->as.call.function, "sigma") == 0)
        return true;
    for (size_t k = 0; k < all->n; k++) {
        const struct statement *other = &all->statement[k];
        if (k != n && was_read(other) && !other->link && other->remark != REMARK_OTHER &&
            other->remark != REMARK_QUESTION && other->remark != REMARK_LEGEND &&
            expr_same_head(other->left, s->left))
            return true;
    }
    return false;
}

/* The statements of a sentence with an alternative in it. */
static bool has_alternative(const struct statements *all, size_t n)
{
    const size_t sentence = all->statement[n].sentence;
    for (size_t k = n; k-- && all->statement[k].sentence == sentence;)
        if (all->statement[k].remark == REMARK_OTHER && can_be_defined(all->statement[k].left))
            return true;
    return false;
}

static void leave(struct statement *s, enum reason_code code)
{
    s->wrong = (struct reason){code, NULL};
    s->wrong_at = s->at;
}

static void settle(struct statements *all, size_t n)
{
    struct statement *s = &all->statement[n];
    if (s->remark == REMARK_QUESTION)
        leave(s, REASON_QUESTION);
    else if (s->remark == REMARK_LEGEND && is_defined_elsewhere(all, n))
        leave(s, REASON_LEGEND);
    else if (s->remark == REMARK_OTHER && !can_be_defined(s->left) && has_alternative(all, n))
        leave(s, REASON_OTHER);
    else if ((s->remark == REMARK_OTHER && !is_defined_elsewhere(all, n)) ||
             s->remark == REMARK_LEGEND)
        s->remark = REMARK_NONE;
}

/* "$f(x) = a$ or $f(x) = b$": each is an alternative to the other. */
static void join_by_or(struct statements *all, size_t n, const struct source *source)
{
    struct statement *s = &all->statement[n], *next = s + 1;
    if (!was_read(s) || !was_read(next) || s->link || next->link || next->at < s->end ||
        !can_be_defined(s->left) || !expr_same_head(s->left, next->left))
        return;
    const char *text = source->text + s->end;
    size_t from = 0, to = next->at - s->end;
    while (from < to && strchr(" \t\n$\\),;", text[from]))
        from++;
    while (to > from && strchr(" \t\n$\\(", text[to - 1]))
        to--;
    if (to - from <= 8 && to > from && phrase_within(text + from, to - from, PHRASE_OR) == 0)
        s->remark = next->remark = REMARK_OTHER;
}

/* y_c = 1 and y_k = 0, in one sentence. */
static bool is_entry(const struct statement *s, const char *value)
{
    return was_read(s) && s->left->kind == EXPR_SYMBOL && s->left->as.symbol.index.n == 1 &&
           s->left->as.symbol.index.item[0]->kind == EXPR_SYMBOL && is_number(s->right, value) &&
           !s->link;
}

static void join_one_hot(struct statements *all, size_t n)
{
    struct statement *s = &all->statement[n];
    for (size_t k = n + 1; k < all->n && all->statement[k].sentence == s->sentence; k++) {
        struct statement *other = &all->statement[k];
        const bool pair = (is_entry(s, "1") && is_entry(other, "0")) ||
                          (is_entry(s, "0") && is_entry(other, "1"));
        if (pair && expr_same_head(s->left, other->left))
            s->remark = other->remark = REMARK_ONE_HOT;
    }
}

/* "where $t_i = 1$": which entry is 1 is said, not that all are; what stands before it is said for that entry only. */
static void settle_entry(struct statements *all, size_t n, const struct source *source,
                         struct arena *arena)
{
    struct statement *s = &all->statement[n], *before = n ? s - 1 : NULL;
    if (s->remark != REMARK_NONE || s->rel != REL_EQ || !(is_entry(s, "1") || is_entry(s, "0")))
        return;
    size_t to = s->at;
    while (to > 0 && strchr("} ", source->text[to - 1]))
        to--; /* \text{ where } */
    const size_t from = before ? before->end : to;
    if (from < to && was_read(before) && prose_leads_on(source->text, from, to) &&
        prose_ends_in_word(source->text, from, to))
        before->wrong =
            (struct reason){REASON_ASIDE, arena_text(arena, source->text + s->at, s->end - s->at)};
    leave(s, REASON_WHICH_ENTRY);
}

/* --- matrices in words --- */

/* The name that the formula is, or null. */
static const char *name_alone(const struct formula *f)
{
    const struct written *items = f->parsed.tree;
    const struct written *chain = items && items->as.list.n == 1 ? items->as.list.item[0] : NULL;
    const struct written *name =
        chain && chain->as.list.n == 1 && f->kind == SPAN_INLINE ? chain->as.list.item[0] : NULL;
    return name && name->kind == WRITTEN_NAME ? name->as.text : NULL;
}

static bool is_letter_of_word(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* "matrices $A$, $V$ and": before the formula stands that word, with nothing behind it but other formulas and words as
 * short as "and". */
static bool is_called_matrix(const struct sentence *sentence, size_t at)
{
    enum { SHORT = 3 };
    const char *text = sentence->text;
    size_t to = at - sentence->from;
    for (;;) {
        while (to > 0 && strchr(" \t\r\n,$\\()", text[to - 1]))
            to--;
        size_t from = to;
        while (from > 0 && is_letter_of_word(text[from - 1]))
            from--;
        if (to - from > SHORT || to == from)
            return phrase_has(text + from, to - from, PHRASE_MATRIX);
        to = from;
    }
}

/* "the matrices $A$ and $W$" */
static struct names named_matrices(const struct source *source, const struct formulas *formulas,
                                   struct arena *arena)
{
    struct names found = {NULL, 0};
    for (size_t n = 0; n < formulas->n; n++) {
        const char *name = name_alone(&formulas->formula[n]);
        if (!name)
            continue;
        const struct sentence sentence = prose_sentence(source, formulas, n, arena);
        if (is_called_matrix(&sentence, formulas->formula[n].start))
            names_add(arena, &found, name);
    }
    return found;
}

/* A product of two of them, whose order counts. */
static bool is_matrix_product(const struct expr *e, const void *with)
{
    const struct names *matrices = with;
    size_t found = 0;
    for (size_t n = 0; e->kind == EXPR_MUL && n < e->as.list.n; n++) {
        const struct expr *factor = e->as.list.item[n];
        found += factor->kind == EXPR_SYMBOL && factor->as.symbol.index.n == 0 &&
                 symbol_name_is_plain(&factor->as.symbol.name) &&
                 names_have(matrices, factor->as.symbol.name.base);
    }
    return found > 1;
}

static void settle_matrices(struct statement *s, const struct names *matrices)
{
    if (was_read(s) && (expr_any(s->left, is_matrix_product, matrices) ||
                        expr_any(s->right, is_matrix_product, matrices)))
        leave(s, REASON_MATRICES);
}

/* --- labels in words --- */

/* The name that a sentence calls one-hot: the last formula before the words that is a name, else the first behind. */
static const char *name_in(const struct formulas *formulas, size_t next, size_t from, size_t to)
{
    for (int back = 1; back >= 0; back--)
        for (size_t n = next; back ? n-- > 0 : n < formulas->n; n += !back) {
            const struct formula *f = &formulas->formula[n];
            if (f->end < from || f->start > to)
                break;
            const struct written *chain = f->parsed.tree && f->parsed.tree->as.list.n == 1
                                              ? f->parsed.tree->as.list.item[0]
                                              : NULL;
            const bool name = chain && f->kind == SPAN_INLINE && chain->as.list.n == 1;
            const char *head = name ? lexicon_head(chain->as.list.item[0]) : NULL;
            if (head)
                return head;
        }
    return NULL;
}

static void note_stated(struct statements *all, const struct source *source,
                        const struct formulas *formulas, size_t n, enum phrase phrase,
                        struct arena *arena)
{
    const size_t gap = n ? formulas->formula[n - 1].end : 0;
    const size_t to = n < formulas->n ? formulas->formula[n].start : source->length;
    if (to <= gap)
        return;
    const size_t at = gap + phrase_within(source->text + gap, to - gap, phrase);
    if (at == to)
        return;
    const size_t near = n < formulas->n && (n == 0 || to - at < at - gap) ? n : n - (n > 0);
    const struct sentence s = prose_sentence(source, formulas, near, arena);
    const bool inside = at >= s.from && at < s.to;
    const struct sentence around = inside ? s : prose_sentence_between(source, gap, to, at, arena);
    if (prose_says(&around, PHRASE_NOT))
        return;
    all->stated = arena_grow(arena, all->stated, all->n_stated, sizeof *all->stated);
    all->stated[all->n_stated++] = (struct stated_words){
        phrase == PHRASE_ONE_HOT     ? STATED_ONE_HOT
        : phrase == PHRASE_SYMMETRIC ? STATED_SYMMETRIC
                                     : STATED_BINARY,
        inside ? name_in(formulas, n, s.from, s.to) : NULL, inside ? s.from : at};
}

void remarks_settle(struct statements *all, const struct source *source,
                    const struct formulas *formulas, struct arena *arena)
{
    for (size_t n = 0; n + 1 < all->n; n++)
        join_by_or(all, n, source);
    for (size_t n = 0; n < all->n; n++)
        join_one_hot(all, n);
    for (size_t n = 0; n < all->n; n++)
        if (was_read(&all->statement[n]))
            settle(all, n);
    for (size_t n = 0; n < all->n; n++)
        settle_entry(all, n, source, arena);
    const struct names matrices = named_matrices(source, formulas, arena);
    for (size_t n = 0; n < all->n; n++)
        settle_matrices(&all->statement[n], &matrices);
    for (size_t n = 0; formulas->n && n <= formulas->n; n++) {
        note_stated(all, source, formulas, n, PHRASE_ONE_HOT, arena);
        note_stated(all, source, formulas, n, PHRASE_BINARY, arena);
        note_stated(all, source, formulas, n, PHRASE_SYMMETRIC, arena);
    }
}

/* --- values of indices --- */

static bool is_letter(const struct written *node)
{
    return node->kind == WRITTEN_NAME && node->as.text[1] == '\0';
}

/* M, M - 1, 2, … */
static bool is_count(const struct written *node)
{
    if (node->kind == WRITTEN_NEG)
        node = node->as.operand;
    if (node->kind == WRITTEN_ADD) {
        for (size_t n = 0; n < node->as.list.n; n++)
            if (!is_count(node->as.list.item[n]))
                return false;
        return true;
    }
    return node->kind == WRITTEN_NUMBER || node->kind == WRITTEN_DOTS || is_letter(node);
}

/* 1(1)L: from 1 to L in steps of 1. */
static bool is_stepped_range(const struct written *node)
{
    const struct written *head = node->kind == WRITTEN_MUL ? node->as.list.item[0] : NULL;
    if (!head || node->as.list.n != 2 || head->kind != WRITTEN_APPLY ||
        head->as.apply.head->kind != WRITTEN_NUMBER)
        return false;
    const struct written *step = written_inner(head->as.apply.argument);
    return step && step->kind == WRITTEN_ITEMS && step->as.list.n == 1 &&
           step->as.list.item[0]->as.list.n == 1 &&
           step->as.list.item[0]->as.list.item[0]->kind == WRITTEN_NUMBER;
}

bool remarks_index_value(const struct lexicon *lexicon, const struct source *source,
                         const struct formula *f)
{
    const struct written *items = f->parsed.tree;
    const struct written *chain = items->as.list.n ? items->as.list.item[0] : NULL;
    if (f->kind != SPAN_INLINE || !chain || chain->as.list.n < 2 || !chain->as.list.item[0] ||
        !is_letter(chain->as.list.item[0]) || conditions_about_indices(lexicon, chain) ||
        !is_index_letter(lexicon, chain->as.list.item[0]->as.text[0]))
        return false;
    if (is_stepped_range(chain->as.list.item[1]))
        return true;
    for (size_t n = 1; n < chain->as.list.n; n++)
        if (!is_count(chain->as.list.item[n]) || chain->as.list.item[n]->relation == REL_ASSIGN)
            return false;
    for (size_t n = 1; n < items->as.list.n; n++)
        if (items->as.list.item[n]->as.list.n != 1 ||
            !is_count(items->as.list.item[n]->as.list.item[0]))
            return false;
    return prose_ends_in_word(source->text, 0, f->start);
}
