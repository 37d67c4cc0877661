/* assumptions.h: what may be taken for granted about labels, and where a wrong line holds.
 *
 * Labels are what a loss takes directly, and nobody differentiates by.
 */
#ifndef BACKPROOF_ASSUMPTIONS_H
#define BACKPROOF_ASSUMPTIONS_H

#include "check/judging/points.h"

/* The labels of a loss. */
struct label {
    unsigned id;          /* 0: the loss has none */
    enum assumption best; /* the weakest that is made: SUM_ONE for a vector, BINARY for a scalar */
    size_t place;         /* of its indices, that of the class */
};

/* Some claim differentiates by the symbol, or updates it. */
bool assumptions_varied(const struct model *model, unsigned id);

/* The labels that a section is about. */
struct label assumptions_label(const struct model *model, size_t section);

/* Where no loss shows the labels: those that a line adds up, or that it compares with an indicator. */
struct label assumptions_label_of_line(const struct model *model, const struct equation *e);

/* The setting with the weakest assumption on the labels; of ONE_HOT and BINARY, with this label hot. */
struct setting assumptions_setting(const struct setting *setting, struct label label,
                                   enum assumption assumption, long hot);

/* The equation agrees at all points where the assumption holds. */
bool assumptions_hold(struct judging *j, const struct equation *e, const struct assignments *a,
                      const struct setting *setting, enum assumption assumption,
                      struct label label);

/* The weakest assumption on the labels under which the equation holds, with *words for it; or ASSUME_NOTHING. */
enum assumption assumptions_find(struct judging *j, const struct equation *e,
                                 const struct assignments *a, const struct setting *setting,
                                 struct label label, const char **words);

/* The line holds where the labels are one-hot at a letter that stands on one side only, p_k - t_k = p_k - 1{k = m} or
 * -sum_k t_k log p_k = -log p_m: says so in words, "t is one-hot at m"; or null. A derivative must have the indicator
 * beside it, for a forgotten sum looks the same. */
const char *assumptions_class(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *setting,
                              struct label label);

/* The line holds if a matrix is symmetric of which the document has a quadratic form, x^T A x: says so in words, "A is
 * symmetric"; or null. *stated: the document says so before the equation. */
const char *assumptions_symmetric(struct judging *j, const struct equation *e,
                                  const struct assignments *a, const struct setting *setting,
                                  bool *stated);

/* The document says so of the labels before the equation; what it says may be stronger than that. */
bool assumptions_stated(const struct model *model, const struct equation *e, struct label label,
                        enum assumption assumption);

/* The condition on its indices under which a wrong equation holds, in words; or null. */
const char *assumptions_where(struct judging *j, const struct equation *e,
                              const struct assignments *a, const struct setting *setting,
                              struct label label);

#endif
