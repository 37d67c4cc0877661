/* box.c: see box.h. */
#include "program/box.h"

#include <math.h>

#include "rounding.h"

static void take(struct box_use *use, double value, double bound, const char *what)
{
    const double share = fabs(value) / bound;
    if (isnan(use->share) || share <= use->share)
        return; /* what is not a number is outside, and stays */
    *use = (struct box_use){share, what};
}

struct box_use box_use(const struct trained *model, const struct dataset *data)
{
    struct box_use use = {0.0, "nothing"};
    struct trained copy = *model; /* trained_gamma wants to be able to write */
    for (size_t n = 0; n < data->rows; n++) {
        for (int i = 0; i < 3; i++)
            take(&use, data->row[n].I[i], BOX_I, "I");
        if (model->network == REGRESSION)
            take(&use, data->row[n].y, BOX_Y, "y");
    }
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            take(&use, model->W[i][j], BOX_W, "W");
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < trained_outputs(model); k++)
            take(&use, *trained_gamma(&copy, j, k), BOX_GAMMA, "gamma");
    take(&use, model->alpha, BOX_ALPHA, "alpha");
    return use;
}
