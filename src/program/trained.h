/* trained.h: a network of one of the two kinds with all that is needed to use it and train it further.
 *
 * It is what a weights file holds: W and gamma of R1, R2 and C1, C2, the standardisation of the
 * data, and how far the training has come.
 */
#ifndef BACKPROOF_TRAINED_H
#define BACKPROOF_TRAINED_H

#include <stdint.h>

enum network { REGRESSION, CLASSIFICATION };

enum { NAME_SIZE = 128 }; /* bytes of a column or class name, with the final NUL */

struct trained {
    enum network network;
    char name[3][NAME_SIZE]; /* of the columns: two features and the target */
    char class_name[3][NAME_SIZE];
    int classes;              /* how many are known */
    double mean[3], scale[3]; /* of the features and of regression's target; scale > 0 */
    uint64_t seed;
    uint64_t epochs; /* done so far */
    double alpha;
    double W[3][4];
    union {
        double regression[4];
        double classification[4][3];
    } gamma;
};

/* A weight beyond this size counts as divergence. */
#define WEIGHT_MAX 1e6

/* So many epochs can be done: a number that every reader of JSON keeps exactly. */
#define EPOCHS_DONE_MAX ((UINT64_C(1) << 53) - 1)

/* A column whose deviation is below this counts as constant. */
#define SCALE_MIN 1e-300

/* "regression" or "classification". */
const char *network_name(enum network network);

/* Outputs of the network, the bound of k: 1 or 3. */
int trained_outputs(const struct trained *model);

/* gamma_jk of either kind; for regression k = 0. */
double *trained_gamma(struct trained *model, int j, int k);

/* The index of a class by its name, -1 if it is not known. */
int trained_class(const struct trained *model, const char *name);

/* The first column of this name, 0..2 (2 is the target); 3 if there is none. */
int trained_column(const struct trained *model, const char *name);

/* Index 0..2 of the most probable class; fills the probabilities O[3]. Classification only. */
int trained_classify(struct trained *model, const double I[3], double O[3]);

/* The output in the target's own unit. Regression only. */
double trained_predict(struct trained *model, const double I[3]);

#endif
