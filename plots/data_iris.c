/* data_iris.c: which species the classification network predicts where in the petal plane, at three epochs
 * of its training with the defaults of `backproof train`, and what it makes of the 150 flowers.
 *
 * The regions are written as, for each petal length, the interval of petal widths of each species.
 */
#include "data.h"

#include <math.h>
#include <stdlib.h>

#include "program/train.h"

enum { EPOCHS = 3, COLUMNS = 200, CELLS = 540 };
static const uint64_t first_epochs[EPOCHS - 1] = {1, 10}; /* the third is the last of train */
static const double length_low = 0.5, length_high = 7.5, width_high = 2.7;

struct interval {
    double low, high;
    int pieces;
};

static int class_at(struct trained *model, double length, double width)
{
    const double I[3] = {1.0, (length - model->mean[0]) / model->scale[0],
                         (width - model->mean[1]) / model->scale[1]};
    double O[3];
    return trained_classify(model, I, O);
}

/* Where between two widths of different classes the class changes. */
static double boundary(struct trained *model, double length, double low, double high)
{
    const int below = class_at(model, length, low);
    for (int n = 0; n < 20; n++) {
        const double middle = 0.5 * (low + high);
        if (class_at(model, length, middle) == below)
            low = middle;
        else
            high = middle;
    }
    return 0.5 * (low + high);
}

static void write_column(FILE *regions, struct trained *model, double length)
{
    struct interval interval[3] = {{0.0, 0.0, 0}, {0.0, 0.0, 0}, {0.0, 0.0, 0}};
    double start = 0.0;
    int class = class_at(model, length, start);
    for (int n = 1; n <= CELLS; n++) {
        const double below = width_high * (n - 1) / CELLS, above = width_high * n / CELLS;
        const int next = class_at(model, length, above);
        if (next == class && n < CELLS)
            continue;
        const double end = next == class ? above : boundary(model, length, below, above);
        interval[class] = (struct interval){start, end, interval[class].pieces + 1};
        if (next != class && n == CELLS)
            interval[next] = (struct interval){end, above, interval[next].pieces + 1};
        start = end;
        class = next;
    }
    for (int k = 0; k < 3; k++) {
        if (interval[k].pieces > 1)
            data_fail("a species has two intervals of widths: the figure cannot draw that",
                      model->class_name[k]);
        if (interval[k].pieces == 1)
            fprintf(regions, "%d\t%s\t%.5g\t%.5g\t%.5g\n", (int)model->epochs, model->class_name[k],
                    length, interval[k].low, interval[k].high);
    }
}

static void write_epoch(FILE *regions, FILE *flowers, struct trained *model,
                        const struct dataset *data)
{
    for (int n = 0; n <= COLUMNS; n++)
        write_column(regions, model, length_low + (length_high - length_low) * n / COLUMNS);
    for (size_t r = 0; r < data->rows; r++) {
        const struct observation *row = &data->row[r];
        double O[3];
        const int class = trained_classify(model, row->I, O);
        fprintf(flowers, "%d\t%g\t%g\t%g\t%s\t%d\n", (int)model->epochs, model->alpha, row->raw[0],
                row->raw[1], model->class_name[row->class], class != row->class);
    }
}

void write_iris(const char *directory)
{
    struct trained model = {.network = CLASSIFICATION, .seed = 1};
    struct dataset data;
    FILE *regions = table_open(directory, "iris_regions.tsv", "epoch\tspecies\tlength\tlow\thigh");
    FILE *flowers =
        table_open(directory, "iris_flowers.tsv", "epoch\talpha\tlength\twidth\tspecies\twrong");
    if (!dataset_read_new(&data, &model, NULL))
        data_fail("cannot be read", "the built-in data");
    size_t *order = malloc(data.rows * sizeof *order);
    if (!order)
        data_fail("no memory", "iris");
    model.alpha = train_default_alpha(CLASSIFICATION);
    train_begin(&model);
    for (int n = 0; n < EPOCHS; n++) {
        const uint64_t until =
            n < EPOCHS - 1 ? first_epochs[n] : train_default_epochs(CLASSIFICATION);
        while (model.epochs < until)
            if (!train_epoch(&model, &data, order))
                data_fail("the training runs away", "iris");
        write_epoch(regions, flowers, &model, &data);
    }
    free(order);
    dataset_free(&data);
    table_close(flowers, "iris_flowers.tsv");
    table_close(regions, "iris_regions.tsv");
}
