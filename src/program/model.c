/* model.c: what both kinds of network share, and their answers to an input (R2, C3). */
#include "model.h"

#include <string.h>

#include "classification.h"
#include "regression.h"

const char *network_name(enum network network)
{
    return network == REGRESSION ? "regression" : "classification";
}

int model_outputs(const struct model *model)
{
    return model->network == REGRESSION ? 1 : 3;
}

double *model_gamma(struct model *model, int j, int k)
{
    if (model->network == REGRESSION)
        return &model->gamma.regression[j];
    return &model->gamma.classification[j][k];
}

int model_class(const struct model *model, const char *name)
{
    for (int k = 0; k < model->classes; k++)
        if (strcmp(model->class_name[k], name) == 0)
            return k;
    return -1;
}

int model_classify(struct model *model, const double I[3], double O[3])
{
    double H[4], X[3];
    classification_forward(I, model->W, model->gamma.classification, H, X);
    C3_O(X, O);
    const int larger = X[1] > X[0] ? 1 : 0;
    return X[2] > X[larger] ? 2 : larger;
}

double model_predict(struct model *model, const double I[3])
{
    double H[4];
    const double O_0 = regression_forward(I, model->W, model->gamma.regression, H);
    return model->mean[2] + model->scale[2] * O_0;
}
