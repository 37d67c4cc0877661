/* trained.c: what both kinds of network share, and their answers to an input (R2, C3). */
#include "program/trained.h"

#include <string.h>

#include "classification.h"
#include "regression.h"

const char *network_name(enum network network)
{
    return network == REGRESSION ? "regression" : "classification";
}

int trained_outputs(const struct trained *model)
{
    return model->network == REGRESSION ? 1 : 3;
}

double *trained_gamma(struct trained *model, int j, int k)
{
    if (model->network == REGRESSION)
        return &model->gamma.regression[j];
    return &model->gamma.classification[j][k];
}

int trained_class(const struct trained *model, const char *name)
{
    for (int k = 0; k < model->classes; k++)
        if (strcmp(model->class_name[k], name) == 0)
            return k;
    return -1;
}

int trained_column(const struct trained *model, const char *name)
{
    int n = 0;
    while (n < 3 && strcmp(model->name[n], name) != 0)
        n++;
    return n;
}

int trained_classify(struct trained *model, const double I[3], double O[3])
{
    double H[4], X[3];
    classification_forward(I, model->W, model->gamma.classification, H, X);
    C3_O(X, O);
    const int larger = X[1] > X[0] ? 1 : 0;
    return X[2] > X[larger] ? 2 : larger;
}

double trained_predict(struct trained *model, const double I[3])
{
    double H[4];
    const double O_0 = regression_forward(I, model->W, model->gamma.regression, H);
    return model->mean[2] + model->scale[2] * O_0;
}
