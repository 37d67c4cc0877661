/* train_report.c: see train_report.h. All scores are on the training data. */
#include "program/train_report.h"

#include <inttypes.h>
#include <string.h>

#include "program/box.h"
#include "program/json.h"

static const char *const loss_name[] = {[REGRESSION] =
                                            "mean squared error of the standardised target",
                                        [CLASSIFICATION] = "mean cross-entropy"};

double train_quality(const struct trained *model, const struct dataset *data,
                     const struct score *score)
{
    if (model->network == REGRESSION)
        return score->r_squared;
    return (double)score->right / (double)data->rows;
}

static void text_columns(const struct trained *model, FILE *to)
{
    size_t width = 0;
    for (int n = 0; n < 3; n++)
        width = strlen(model->name[n]) > width ? strlen(model->name[n]) : width;
    for (int n = 0; n < 3; n++) {
        fprintf(to, "%-10s %-*s",
                n == 0   ? "features"
                : n == 1 ? ""
                         : "target",
                (int)width, model->name[n]);
        if (n == 2 && model->network == CLASSIFICATION)
            fprintf(to, "  %s, %s, %s\n", model->class_name[0], model->class_name[1],
                    model->class_name[2]);
        else
            fprintf(to, "  mean %-10.6g  scale %.6g\n", model->mean[n], model->scale[n]);
    }
}

/* Whether the proved bounds on rounding are about this network. */
static void text_box(const struct box_use *use, FILE *to)
{
    if (use->share <= 1.0)
        fprintf(to,
                "%-10s inside the box of the proofs: |%s| comes nearest, %.0f %% of its bound\n",
                "rounding", use->what, 100.0 * use->share);
    else
        fprintf(to, "%-10s not proved here: |%s| is %.3g times the bound of the box\n", "rounding",
                use->what, use->share);
}

void train_report_text(const struct train_report *report, FILE *to)
{
    const struct trained *model = report->model;
    const struct score *before = &report->before, *after = &report->after;
    const struct box_use use = box_use(model, report->data);
    fprintf(to, "%-10s %s, %zu rows\n", "data", report->data->name, report->data->rows);
    text_columns(model, to);
    fprintf(to, "%-10s epochs %" PRIu64 " to %" PRIu64 ", alpha %.6g, seed %" PRIu64 "\n",
            "training", report->first + 1, model->epochs, model->alpha, model->seed);
    fprintf(to, "%-10s %.6g before, %.6g after (%s)\n", "loss", before->loss, after->loss,
            loss_name[model->network]);
    if (model->network == REGRESSION)
        fprintf(to, "%-10s %.4f", "R^2", after->r_squared);
    else
        fprintf(to, "%-10s %zu of %zu = %.1f %%", "accuracy", after->right, report->data->rows,
                100.0 * train_quality(model, report->data, after));
    fprintf(to, ", measured on the training data\n");
    text_box(&use, to);
    if (after->loss > before->loss)
        fprintf(to, "%-10s the loss has grown: try a smaller --alpha\n", "note");
    if (report->curve)
        fprintf(to, "%-10s %s\n", "curve", report->curve);
    if (report->weights)
        fprintf(to, "%-10s %s\n", "weights", report->weights);
}

static json_t *json_column(const struct trained *model, int n)
{
    if (n == 2 && model->network == CLASSIFICATION)
        return json_pack("{s:s, s:[s, s, s]}", "name", model->name[n], "classes",
                         model->class_name[0], model->class_name[1], model->class_name[2]);
    return json_pack("{s:s, s:o, s:o}", "name", model->name[n], "mean", json_double(model->mean[n]),
                     "scale", json_double(model->scale[n]));
}

static json_t *json_quality(const struct train_report *report)
{
    const struct score *before = &report->before, *after = &report->after;
    if (report->model->network == REGRESSION)
        return json_pack("{s:o, s:o}", "before", json_double(before->r_squared), "after",
                         json_double(after->r_squared));
    return json_pack("{s:o, s:o, s:I, s:I}", "before",
                     json_double(train_quality(report->model, report->data, before)), "after",
                     json_double(train_quality(report->model, report->data, after)), "right_before",
                     (json_int_t)before->right, "right_after", (json_int_t)after->right);
}

bool train_report_json(const struct train_report *report, FILE *to)
{
    const struct trained *model = report->model;
    const struct box_use use = box_use(model, report->data);
    return json_write(
        json_pack("{s:s, s:{s:o, s:I}, s:[o, o], s:o, s:{s:I, s:I, s:o, s:o},"
                  " s:{s:s, s:o, s:o, s:b}, s:o, s:{s:b, s:s, s:o}, s:o, s:o}",
                  "network", network_name(model->network), "data", "name",
                  json_text(report->data->name), "rows", (json_int_t)report->data->rows, "features",
                  json_column(model, 0), json_column(model, 1), "target", json_column(model, 2),
                  "training", "first_epoch", (json_int_t)(report->first + 1), "last_epoch",
                  (json_int_t)model->epochs, "alpha", json_double(model->alpha), "seed",
                  json_whole(model->seed), "loss", "name", loss_name[model->network], "before",
                  json_double(report->before.loss), "after", json_double(report->after.loss),
                  "grown", report->after.loss > report->before.loss,
                  model->network == REGRESSION ? "r_squared" : "accuracy", json_quality(report),
                  "box", "inside", use.share <= 1.0, "nearest", use.what, "share_of_bound",
                  json_double(use.share), "curve", json_text(report->curve), "weights",
                  json_text(report->weights)),
        to);
}
