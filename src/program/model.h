/* model.h: a network of one of the two kinds with all that is needed to use it and train it further.
 *
 * It is what a weights file holds: W and gamma of R1, R2 and C1, C2, the standardisation of the
 * data, and how far the training has come.
 */
#ifndef BACKPROOF_MODEL_H
#define BACKPROOF_MODEL_H

#include <stdint.h>

enum network { REGRESSION, CLASSIFICATION };

enum { NAME_SIZE = 128 }; /* bytes of a column or class name, with the final NUL */

struct model {
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

/* A column whose deviation is below this counts as constant. */
#define SCALE_MIN 1e-300

/* "regression" or "classification". */
const char *network_name(enum network network);

/* Outputs of the network, the bound of k: 1 or 3. */
int model_outputs(const struct model *model);

/* gamma_jk of either kind; for regression k = 0. */
double *model_gamma(struct model *model, int j, int k);

/* The index of a class by its name, -1 if it is not known. */
int model_class(const struct model *model, const char *name);

/* Index 0..2 of the most probable class; fills the probabilities O[3]. Classification only. */
int model_classify(struct model *model, const double I[3], double O[3]);

/* The output in the target's own unit. Regression only. */
double model_predict(struct model *model, const double I[3]);

#endif
