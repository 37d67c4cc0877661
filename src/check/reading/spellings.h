/* spellings.h: names and commands that stand for a sign or a letter, in tables; of functions and of connective
 * words the tables are in the room vocabulary.
 */
#ifndef BACKPROOF_SPELLINGS_H
#define BACKPROOF_SPELLINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct spelling {
    const char *text; /* a command without its backslash, or a word */
    int kind;         /* of token; 0: it says nothing */
};

/* A command of LaTeX that is no letter and no function; null if there is none of these length bytes. */
const struct spelling *spelling_command(const char *text, size_t length);

/* A command for the T of a transpose. */
bool spelling_is_transpose(const char *text, size_t length);

/* A word that stands for a sign in a line of plain text: "sum", "in". */
const struct spelling *spelling_word(const char *text, size_t length);

/* The name of a Greek letter, by a command or word: "epsilon" for varepsilon; or by the letter itself. Null
 * if it is none. */
const char *spelling_greek(const char *text, size_t length);

/* What an accent adds to a name, "hat": by its command, or by the character of Unicode that stands on a
 * letter. Null if it is none. */
const char *spelling_accent(const char *command, size_t length);
const char *spelling_mark(int32_t code);

#endif
