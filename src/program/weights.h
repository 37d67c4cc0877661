/* weights.h: keeps a trained network in a JSON file.
 *
 *     {
 *       "format": "backproof weights", "version": 2,
 *       "network": "regression" or "classification",
 *       "features": [{"name": NAME, "mean": MEAN, "scale": SCALE}, ...],        two
 *       "target": {"name": NAME, "mean": MEAN, "scale": SCALE}                  regression
 *              or {"name": NAME, "classes": [NAME, NAME, NAME]},                classification
 *       "seed": "S", "epochs": N, "alpha": A,
 *       "W": [[W_00, ..., W_03], ..., [W_20, ..., W_23]],
 *       "gamma": [[gamma_00, ...], ..., [gamma_30, ...]]                        one or three columns
 *     }
 *
 * Numbers have 17 digits, which is enough to get the same double back. The seed is a string of digits,
 * since it may have 64 bits. Whoever changes the format counts the version up and keeps the old reader.
 */
#ifndef BACKPROOF_WEIGHTS_H
#define BACKPROOF_WEIGHTS_H

#include <stdbool.h>
#include <stdio.h>

#include "program/trained.h"

/* False after a message if memory ran out. */
bool weights_print(struct trained *model, FILE *to);

/* Reads a file of version 1 (weights_text.h) or 2. False after a message with the place in the file:
 * not such a file, another version or another network than wanted (NULL: any), cut, a member missing
 * or unknown, a name twice, numbers that are not finite or out of range. */
bool weights_load(struct trained *model, const char *path, const enum network *wanted);

#endif
