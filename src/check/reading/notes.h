/* notes.h: remarks in parentheses beside a formula: (chain rule), (from 4). */
#ifndef BACKPROOF_NOTES_H
#define BACKPROOF_NOTES_H

#include "check/reading/habits.h"

/* Notes get kind 0. Where words in parentheses may be a note or a factor, a WORDS_HERE takes their place. */
void notes_resolve(struct tokens *tokens, const struct habits *habits);

/* A word behind a factor that stands nowhere else in the document becomes a WORDS_HERE. */
void notes_find_words(struct tokens *tokens, const struct habits *habits);

#endif
