/* prose.h: the few words of the text around formulas that bear on them.
 *
 * Where two places are given, the bytes of the source between them are looked at.
 */
#ifndef BACKPROOF_PROSE_H
#define BACKPROOF_PROSE_H

#include "check/reading/formulas.h"
#include "check/vocabulary/phrases.h"

/* The sentence around a formula, which may hold others: its text, with a blank for each byte of a formula. It is
 * looked for within some lines. */
struct sentence {
    size_t from, to;  /* bytes of the source */
    const char *text; /* to - from bytes, and a 0 behind */
    bool question;
};

/* Of formula number n. */
struct sentence prose_sentence(const struct source *source, const struct formulas *formulas,
                               size_t n, struct arena *arena);

/* The part of a sentence that stands around a byte, between two formulas. */
struct sentence prose_sentence_between(const struct source *source, size_t from, size_t to,
                                       size_t at, struct arena *arena);

/* The words near formula n, those of other sentences as well, speak of some values of an index. */
bool prose_of_cases(const struct source *source, const struct formulas *formulas, size_t n,
                    struct arena *arena);

/* The same, of positive numbers. */
bool prose_of_positive(const struct source *source, const struct formulas *formulas, size_t n);

/* Some lines before formula n, or nearer, stands one that is a condition on two indices and nothing more: $i \ne j$. */
bool prose_beside_case(const struct source *source, const struct formulas *formulas, size_t n);

/* It has a phrase before the formula that begins at a byte of the source, or anywhere. */
bool prose_says_before(const struct sentence *sentence, size_t at, enum phrase phrase);
bool prose_says(const struct sentence *sentence, enum phrase phrase);

/* It ends in a word such as "for" and "if", behind which a formula is a condition. */
bool prose_ends_in_word(const char *text, size_t from, size_t to);

/* Behind the inline formula that ends at `at`, its closing sign and marks of print, there is a colon. */
bool prose_colon_behind(const char *text, size_t at);

/* It ends in "for", "at", "if": what follows is said for that case only. */
bool prose_ends_in_case(const char *text, size_t from, size_t to);

/* Between a claim and a condition in a formula of its own stands nothing but "for", "if", "when". */
bool prose_joined_by_word(const char *text, size_t from, size_t to);

/* "For $j = k$ we get", and then a formula: few words, and no full stop. */
bool prose_leads_on(const char *text, size_t from, size_t to);

/* "so", "which is": between a display and one that begins with = stands no more than that. */
bool prose_goes_on(const char *text, size_t from, size_t to);

#endif
