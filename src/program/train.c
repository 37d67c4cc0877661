/* train.c: the order of the steps, the watch over the weights, the score. */
#include "program/train.h"

#include <math.h>

#include "classification.h"
#include "base/random.h"
#include "regression.h"

double train_default_alpha(enum network network)
{
    return network == REGRESSION ? 0.02 : 0.1;
}

uint64_t train_default_epochs(enum network network)
{
    return network == REGRESSION ? 1000 : 5000;
}

void train_begin(struct trained *model)
{
    struct random random = random_stream(model->seed, 0);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            model->W[i][j] = random_uniform(&random, -1.0, 1.0);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < trained_outputs(model); k++)
            *trained_gamma(model, j, k) = random_uniform(&random, -1.0, 1.0);
    model->epochs = 0;
}

/* Fisher and Yates's shuffle; epoch 0 is the stream of the initial weights. */
static void shuffle(size_t *order, size_t rows, uint64_t seed, uint64_t epoch)
{
    struct random random = random_stream(seed, epoch);
    for (size_t n = 0; n < rows; n++)
        order[n] = n;
    for (size_t n = rows; n > 1; n--) {
        const size_t other = (size_t)random_below(&random, n);
        const size_t kept = order[n - 1];
        order[n - 1] = order[other];
        order[other] = kept;
    }
}

static void label(const struct observation *row, double l[3])
{
    for (int k = 0; k < 3; k++)
        l[k] = k == row->class ? 1.0 : 0.0;
}

static void step(struct trained *model, const struct observation *row)
{
    double l[3];
    if (model->network == REGRESSION) {
        regression_step(row->I, row->y, model->W, model->gamma.regression, model->alpha);
    } else {
        label(row, l);
        classification_step(row->I, l, model->W, model->gamma.classification, model->alpha);
    }
}

static bool weights_sane(struct trained *model)
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            if (!(fabs(model->W[i][j]) <= WEIGHT_MAX))
                return false;
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < trained_outputs(model); k++)
            if (!(fabs(*trained_gamma(model, j, k)) <= WEIGHT_MAX))
                return false;
    return true;
}

bool train_epoch(struct trained *model, const struct dataset *data, size_t *order)
{
    shuffle(order, data->rows, model->seed, model->epochs + 1);
    for (size_t n = 0; n < data->rows; n++) {
        step(model, &data->row[order[n]]);
        if (!weights_sane(model))
            return false;
    }
    model->epochs++;
    return true;
}

static struct score score_regression(struct trained *model, const struct dataset *data)
{
    const double rows = (double)data->rows;
    double errors = 0.0, sum = 0.0, squares = 0.0;
    bool varies = false;
    for (size_t r = 0; r < data->rows; r++) {
        const struct observation *row = &data->row[r];
        errors += regression_loss(row->I, row->y, model->W, model->gamma.regression);
        sum += row->y;
        varies = varies || row->y < data->row[0].y || row->y > data->row[0].y;
    }
    for (size_t r = 0; r < data->rows; r++) {
        const double deviation = data->row[r].y - sum / rows;
        squares += deviation * deviation;
    }
    return (struct score){.loss = errors / rows,
                          .r_squared = varies ? 1.0 - errors / squares : (double)NAN};
}

struct score train_score(struct trained *model, const struct dataset *data)
{
    struct score score = {.loss = 0.0};
    if (model->network == REGRESSION)
        return score_regression(model, data);
    for (size_t r = 0; r < data->rows; r++) {
        const struct observation *row = &data->row[r];
        double l[3], O[3];
        label(row, l);
        score.loss += classification_loss(row->I, l, model->W, model->gamma.classification);
        score.right += trained_classify(model, row->I, O) == row->class;
    }
    score.loss /= (double)data->rows;
    return score;
}
