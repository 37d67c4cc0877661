/* fann.c: one online training step of FANN's own. */
#include "fann.h"

/* FANN's headers do not compile without warnings under the flags used here. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#include <doublefann.h>
#pragma GCC diagnostic pop

static struct fann *regression, *classification;

static struct fann *network(unsigned outputs, enum fann_activationfunc_enum output)
{
    struct fann *ann = fann_create_standard(3, 2, 4, outputs);
    fann_set_activation_function_hidden(ann, FANN_SIGMOID);
    fann_set_activation_function_output(ann, output);
    fann_set_training_algorithm(ann, FANN_TRAIN_INCREMENTAL);
    fann_set_learning_rate(ann, 1e-3f);
    return ann;
}

void fann_open(void)
{
    regression = network(1, FANN_LINEAR);
    classification = network(3, FANN_SIGMOID);
}

void fann_regression_step(const double I[3], const double *y)
{
    double in[2] = {I[1], I[2]}, out[1] = {*y};
    fann_train(regression, in, out);
}

void fann_classification_step(const double I[3], const double l[3])
{
    double in[2] = {I[1], I[2]}, out[3] = {l[0], l[1], l[2]};
    fann_train(classification, in, out);
}

void fann_close(void)
{
    fann_destroy(regression);
    fann_destroy(classification);
}
