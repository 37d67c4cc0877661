/* lexicon.h: what a document's names mean, as far as that shows without understanding a formula:
 * which are functions, which letters are indices, which letters stand together as one name.
 */
#ifndef BACKPROOF_LEXICON_H
#define BACKPROOF_LEXICON_H

#include "tree.h"

struct names {
    const char **name;
    size_t n;
};

struct lexicon {
    struct arena *arena;
    struct names functions; /* defined with an argument list: f(x) = … */
    struct names whole;     /* names of several letters that stand for one thing */
    struct names defined;   /* names on a left side */
    struct names sampled;   /* names with an index letter in parentheses above them: x^{(i)} */
    struct names layered;   /* names with a number above them on a left side: a^1_j = … */
    bool letter[128];       /* letters that stand alone */
    bool index[128];        /* letters that stand alone below a name or a sum */
    bool time;              /* w^{t+1} occurs */
    bool time_letter[128];  /* the t, or k, of it */
    struct names stepped;   /* w in w_{t+1} = w_t - … */
    bool time_calls;        /* w(t+1) occurs on a left side */
};

bool names_have(const struct names *names, const char *name);

/* Takes note of a formula as written (NODE_ITEMS). */
void lexicon_note(struct lexicon *lexicon, const struct node *items);

/* The name that a formula as written is about: SE in SE(y, O_0), O in O_k; or null. */
const char *lexicon_head(const struct node *node);

/* The t, or t + 1, of w(t) and w(t + 1); null if it is no such. */
const struct node *lexicon_time(const struct node *apply);

/* One formula in brackets of any kind, or the formula itself. */
const struct node *lexicon_inner(const struct node *node);

#endif
