/* statements.h: the equations of a document, each with the conditions it stands under. */
#ifndef BACKPROOF_STATEMENTS_H
#define BACKPROOF_STATEMENTS_H

#include "lexicon.h"
#include "spans.h"

enum { STATEMENTS_MAX = 20000 }; /* in a document */

/* left rel right; or, with `wrong`, something that could not be read. */
struct statement {
    size_t at, end;    /* bytes of the source */
    struct node *left; /* as understood */
    struct node *right;
    enum relation rel;      /* REL_EQ or REL_ASSIGN */
    struct node *condition; /* may be null */
    const char *wrong;
    size_t wrong_at;
    bool link; /* goes on from the statement before: = c in a = b = c */
};

struct heading {
    size_t at;
    int level;
};

struct statements {
    struct statement *statement;
    size_t n;
    struct heading *heading;
    size_t headings;
    struct node **range; /* conditions such as j = 0, …, 3 that stand anywhere */
    size_t ranges;
    struct lexicon lexicon;
};

void statements_read(struct statements *statements, const struct source *source,
                     struct arena *arena);

/* Of prose.c, on the words between two places of the text. The last is "for", "if" and the like. */
bool prose_ends_in_word(const char *text, size_t from, size_t to);

/* Nothing but such a word stands between a claim and a condition in a formula of its own. */
bool prose_joined_by_word(const char *text, size_t from, size_t to);

/* "For", "at", "if": what follows is said for that case only. */
bool prose_ends_in_case(const char *text, size_t from, size_t to);

/* "For $j = k$ we get", and then a formula: few words, and no full stop. */
bool prose_leads_on(const char *text, size_t from, size_t to);

#endif
