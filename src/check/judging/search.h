/* search.h: the search for what explains a wrong line: what is known of the line, and what was found.
 *
 * Each test of the catalogue (mistakes.c) takes a search, tries rewrites of the line, and reports those under
 * which it would be right.
 */
#ifndef BACKPROOF_SEARCH_H
#define BACKPROOF_SEARCH_H

#include "check/judging/mistakes.h"
#include "check/judging/rewrites.h"

enum { SITES_MAX = 20 }; /* terms of a line where a factor or a sum is tried */

/* What stands in a document, and may be missing in a line of it. */
struct candidates {
    struct terms symbols, sums, slopes;
};

/* right / left, if both sides differ by a number alone. */
enum ratio_kind {
    RATIO_NONE,
    RATIO_SIGN,   /* -1 */
    RATIO_SIZE,   /* a size, such as the n of a sum, or one over it */
    RATIO_NUMBER, /* any other fraction of small whole numbers */
    RATIO_UNCLEAR /* it may well have a size in it: 5/3 where n happens to be 5 says nothing */
};

struct ratio {
    enum ratio_kind kind;
    long p, q;                /* p/q */
    const char *size;         /* of RATIO_SIZE: its name */
    const struct expr *right; /* the right side divided by it */
    bool plainly;             /* no assumption on the labels is needed */
};

struct search {
    /* The line; constant during a search. */
    struct judging *j;
    struct arena
        *arena; /* of the search alone: it makes thousands of trees, and keeps a sentence */
    const struct equation *e;
    const struct assignments *a;
    const struct environment *environment;
    struct setting setting;
    const struct label *label;
    const struct expr *old;             /* of an update, what is updated; or null */
    const struct expr *by;              /* what the left side is differentiated by, or null */
    const struct expr *site[SITES_MAX]; /* terms where a factor or a sum may be missing */
    size_t sites;
    const struct candidates *candidates; /* of the document */
    struct ratio ratio;
    /* What was found. */
    enum mistake mistake;
    unsigned found; /* a bit for each mistake that explains the line as plainly as `mistake` does */
    bool several;   /* more than one does: none is named */
    bool plainly;   /* it explains the line without an assumption on the labels */
    bool now_plainly; /* so did the last agreement */
    const char *factor, *detail;
    const struct expr *answer;
};

struct search search_begin(struct judging *j, struct arena *arena, const struct equation *e,
                           const struct expr *old, const struct assignments *a,
                           const struct setting *setting, const struct label *label);

/* Both sides agree at all points: as they are or, while nothing plain is found, for labels that sum to 1. */
bool search_agree(struct search *search, const struct expr *left, const struct expr *right,
                  enum injected injected);

/* Notes a mistake under which the last agreement explains the line. The detail is for the explanation, the
 * answer is the right side that would be right; either may be null. */
void search_found(struct search *search, enum mistake mistake, const struct expr *answer,
                  const char *detail);

/* Tries another right side, and notes the mistake if it agrees. */
bool search_rewrite(struct search *search, enum mistake mistake, const struct expr *right,
                    const char *detail);

/* The right side with one of its parts replaced. */
const struct expr *search_replace(const struct search *search, const struct expr *part,
                                  const struct expr *with);

char *search_print(const struct search *search, const struct expr *formula);

/* The letters of a candidate are known in the line: they stand in it, or a sum binds them. */
bool search_letters_fit(const struct search *search, const struct expr *candidate);

/* The range of a letter of the line; not known if it is none. */
struct bounds search_range(const struct search *search, const char *letter);

#endif
