/* dataset.h: the rows of a CSV as inputs and targets of a network.
 *
 * I[0] = 1; I[1] and I[2] are the two features and y is regression's target, each less its mean and
 * divided by its population standard deviation. Mean and deviation are those of the training data:
 * they belong to the model, and later data are put on the same scale.
 */
#ifndef BACKPROOF_DATASET_H
#define BACKPROOF_DATASET_H

#include <stdbool.h>
#include <stddef.h>

#include "program/trained.h"

struct observation {
    double I[3];
    double y;      /* regression: the target, standardised */
    int class;     /* classification: the target, 0..2 */
    double raw[3]; /* features and regression's target, as in the file */
    bool measured; /* the target is known */
};

struct dataset {
    const char *name; /* for messages */
    bool measured;    /* the target column is there */
    size_t rows, size;
    struct observation *row;
};

/* Largest number taken from a file; squares and sums of such numbers stay finite. */
#define NUMBER_MAX 1e150

/* Reads the training data of a new model: the last three columns are two features and the target.
 * Fills the model's names, classes, means and scales. path NULL: the built-in data, "-": standard
 * input. False after a
 * message: not a CSV, too few columns, not numbers, a constant column, not exactly three classes.
 * dataset_free is due in any case. */
bool dataset_read_new(struct dataset *data, struct trained *model, const char *path);

/* Reads data for a model that knows its columns; they are found by name. Without need_target the
 * target column may be missing, or a target be NA or empty. Otherwise as above. */
bool dataset_read(struct dataset *data, const struct trained *model, const char *path,
                  bool need_target);

/* Takes out the rows whose target is not known. */
void dataset_keep_measured(struct dataset *data);

void dataset_free(struct dataset *data);

#endif
