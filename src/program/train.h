/* train.h: online gradient descent over a data set, R7 and R11 or C10 and C14 after every row.
 *
 * Everything random is a function of the seed and the number of the epoch, so a run that is stopped,
 * saved and continued takes the same steps as one that was not.
 */
#ifndef BACKPROOF_TRAIN_H
#define BACKPROOF_TRAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "program/dataset.h"
#include "program/trained.h"

/* What `backproof train` takes if it is not told otherwise. */
double train_default_alpha(enum network network);
uint64_t train_default_epochs(enum network network);

/* How good the model is on some data. */
struct score {
    double loss;      /* mean SE (R3, in standardised units) or CE (C4) over the rows */
    double r_squared; /* regression: 1 - sum SE / sum (y - mean y)^2; NaN if y does not vary */
    size_t right;     /* classification: rows whose most probable class is the measured one */
};

/* Draws the weights uniformly from [-1, 1), from the model's seed; no epochs are done then. */
void train_begin(struct trained *model);

/* One epoch more: a step on every row, in an order shuffled anew. order has room for data->rows
 * indices. False as soon as a weight is not finite or beyond WEIGHT_MAX; model->epochs then still
 * counts only the whole epochs. */
bool train_epoch(struct trained *model, const struct dataset *data, size_t *order);

struct score train_score(struct trained *model, const struct dataset *data);

#endif
