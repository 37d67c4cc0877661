/* mistakes.h: the catalogue of common mistakes, each tried as a repair of the wrong line or as a way
 * of differentiating wrongly. Between mistakes.c (what is tried) and repairs.c (how trees change).
 */
#ifndef BACKPROOF_MISTAKES_H
#define BACKPROOF_MISTAKES_H

#include "judge.h"

enum { NODES_MAX = 400, CANDIDATES_MAX = 200 };

struct nodes {
    const struct node *node[NODES_MAX];
    size_t n;
};

/* A wrong line, and what was found out about it. */
struct search {
    struct judging *j;
    const struct equation *e;
    const struct assignments *a;
    struct setting setting;
    const struct label *label;
    const struct node *old; /* of an update, or null */
    const struct node *by;  /* what the left side is differentiated by, or null */
    struct nodes sites;     /* where a factor or a sum may be missing */
    const char *code;       /* found so far, or null */
    bool several, unclear;
    bool now_plainly; /* the last agreement needed no assumption */
    bool plainly;     /* it explains the line without an assumption on the labels */
    const char *factor, *detail;
    const struct node *answer;
};

/* Both sides agree at all points: as they are, or for labels that sum to 1. */
bool search_agree(struct search *search, const struct node *left, const struct node *right,
                  enum slip slip);

/* Notes a mistake that explains the line; with two different ones, none is named. */
void search_found(struct search *search, const char *code, const struct node *answer,
                  const char *detail);

/* Tries a repaired right side. */
bool search_repair(struct search *search, const char *code, const struct node *right,
                   const char *detail);
char *search_print(struct search *search, const struct node *node);

/* Of mistakes_factors.c. All letters of a candidate are bound where it is put. */
bool factors_letters_fit(const struct search *search, const struct node *candidate);
void factors_missing(struct search *search);
bool factors_missing_link(struct search *search);
void factors_extra(struct search *search);
bool factors_given_number(const struct search *search);
bool factors_one_number(struct search *search);

/* Of explanations.c: one sentence. */
const char *explanation(const struct search *search);

/* All nodes of a formula that have values, the formula itself first; indices are left out. */
void repairs_nodes(const struct node *node, struct nodes *nodes);

/* The different nodes of a kind that stand anywhere in the document; and its derivatives, together
 * with those of each definition by what stands in it. */
void repairs_kind(const struct model *model, enum node_kind kind, struct nodes *nodes);
void repairs_derivatives(struct judging *j, struct nodes *nodes);

/* A copy of tree in which `target`, one of its nodes, is replaced. */
struct node *repairs_replace(struct judging *j, const struct node *tree, const struct node *target,
                             const struct node *with);

/* A copy in which one index letter stands for another; with both, they change places. */
struct node *repairs_letter(struct judging *j, const struct node *node, const char *from,
                            const char *to, bool both);

struct node *repairs_product(struct judging *j, const struct node *a, const struct node *b);
struct node *repairs_negative(struct judging *j, const struct node *node);
struct node *repairs_sum(struct judging *j, const char *letter, struct bounds range,
                         const struct node *body);
struct node *repairs_number(struct judging *j, const struct node *where, const char *text);

/* An update, old + …, with the signs of its steps turned; null if the old value is no term of it. */
struct node *repairs_downhill(struct judging *j, const struct node *right, const struct node *old);

/* A product without its factor number n. */
struct node *repairs_without(struct judging *j, const struct node *product, size_t n);

/* f'(z) for a symbol that is defined as f(z); null if it is not. */
struct node *repairs_prime(struct judging *j, const struct node *symbol, size_t section);

/* The symbol multiplies the weight `by` in some definition: it is the input of the weight's layer. */
bool repairs_is_input(struct judging *j, size_t section, const struct node *by,
                      const struct node *symbol);

#endif
