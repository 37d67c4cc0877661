/* options.h: the values of command-line options, and what is wrong with them. */
#ifndef BACKPROOF_OPTIONS_H
#define BACKPROOF_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "program/trained.h"

/* What --alpha takes. */
#define ALPHA_MIN 1e-300
#define ALPHA_MAX 1e300

/* What --epochs takes at most; a later run may go on. */
enum { EPOCHS_MAX = 1000000 };

/* Digits only, below 2^64. Nothing is said if it is not so. */
bool options_whole(const char *text, uint64_t *value);

/* The values of --alpha, --epochs, --seed and of the first operand; false after a usage message in
 * the name of the command. */
bool options_alpha(const char *command, const char *text, double *alpha);
bool options_epochs(const char *command, const char *text, uint64_t *epochs);
bool options_seed(const char *command, const char *text, uint64_t *seed);
bool options_network(const char *command, const char *text, enum network *network);

/* What getopt_long returned for an option it did not take, '?' or ':' (with opterr = 0 and optstring
 * beginning with ':'): says what is wrong, returns the exit status. */
int options_unknown(const char *command, int returned, char **argv);

#endif
