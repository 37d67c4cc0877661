/* test_dataset.c: what becomes of the rows of a CSV, and of scores on them, without the program. Bad files
 * are tested in test_program.c, the built-in data in test_data.c.
 */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "program/box.h"
#include "capture.h"
#include "classification.h"
#include "program/csv.h"
#include "program/options.h"
#include "base/random.h"
#include "regression.h"
#include "rounding.h"
#include "program/train.h"
#include "runner.h"

/* Reads a text as the data of a new model (need_target < 0), or of one that is there. */
static bool read_text(const char *text, struct dataset *data, struct trained *model,
                      int need_target, char **said)
{
    struct room file;
    temporary_file(&file, text, strlen(text));
    capture_begin();
    const bool ok = need_target < 0 ? dataset_read_new(data, model, file.path)
                                    : dataset_read(data, model, file.path, need_target);
    *said = capture_end();
    unlink(file.path);
    data->name = "text";
    return ok;
}

static void expect_read(const char *text, struct dataset *data, struct trained *model,
                        int need_target)
{
    char *said;
    cr_assert(read_text(text, data, model, need_target, &said), "%s", said);
    free(said);
}

static void expect_refused(const char *text, struct trained *model, int need_target,
                           const char *part)
{
    struct dataset data;
    char *said;
    cr_expect(!read_text(text, &data, model, need_target, &said) && strstr(said, part), "%s: %s",
              part, said);
    free(said);
    dataset_free(&data);
}

/* Mean 3 and population standard deviation 2 of each, by hand; later data on the same scale. */
Test(dataset, standardised_by_the_training_data)
{
    struct trained model = {.network = REGRESSION};
    struct dataset data;
    expect_read("a,b,y\n1,5,-1\n5,1,1\n1,5,-1\n5,1,1\n", &data, &model, -1);
    cr_expect(data.rows == 4 && data.measured);
    cr_expect(model.mean[0] == 3.0 && model.mean[1] == 3.0 && model.mean[2] == 0.0);
    cr_expect(model.scale[0] == 2.0 && model.scale[1] == 2.0 && model.scale[2] == 1.0);
    cr_expect(data.row[1].I[0] == 1.0 && data.row[1].I[1] == 1.0 && data.row[1].I[2] == -1.0 &&
              data.row[1].y == 1.0 && data.row[1].raw[0] == 5.0 && data.row[1].measured);
    dataset_free(&data);
    expect_read("y,x,b,a\n2,?,4,7\n", &data, &model, 0);
    cr_expect(data.rows == 1 && data.row[0].I[1] == 2.0 && data.row[0].I[2] == 0.5 &&
              data.row[0].y == 2.0 && data.row[0].raw[2] == 2.0);
    dataset_free(&data);
}

/* Columns that vary by little, on one side only, or near the largest number. */
Test(dataset, columns_that_just_vary)
{
    static const char *const texts[] = {"a,b,y\n2,2,2\n2,2,2\n1,1,1\n",
                                        "a,b,y\n1,1,1\n2,2,2\n2,2,2\n",
                                        "a,b,y\n1e-299,1e-299,1e-299\n3e-299,0,9e-299\n",
                                        "a,b,y\n1e150,-1e150,1e150\n-1e150,1e150,9e149\n"};
    for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
        struct trained model = {.network = REGRESSION};
        struct dataset data;
        expect_read(texts[n], &data, &model, -1);
        double squares = 0.0;
        for (size_t r = 0; r < data.rows; r++)
            squares += data.row[r].y * data.row[r].y;
        cr_expect(fabs(squares / (double)data.rows - 1.0) < 1e-12, "text %zu: variance %g", n,
                  squares / (double)data.rows);
        dataset_free(&data);
    }
    struct trained model = {.network = REGRESSION};
    expect_refused("a,b,y\n1e-301,1,1\n2e-301,2,2\n", &model, -1, "feature 'a' is constant");
    expect_refused("a,b,y\n1,1e151,1\n2,2,2\n", &model, -1, ":2:3: '1e151' is out of range");
}

/* The target is needed to train, not to predict. */
Test(dataset, unknown_targets)
{
    struct trained model = {.network = REGRESSION}, classes = {.network = CLASSIFICATION};
    struct dataset data;
    expect_read("a,b,y\n1,2,3\n2,1,5\n4,4,4\n", &data, &model, -1);
    dataset_free(&data);
    expect_read("a,b,y\n1,2,NA\n2,1,\n4,4,4\n7,7,5\n", &data, &model, 0);
    cr_expect(data.rows == 4 && data.measured && !data.row[0].measured && !data.row[1].measured &&
              data.row[2].measured);
    dataset_keep_measured(&data);
    cr_expect(data.rows == 2 && data.row[0].raw[0] == 4.0 && data.row[1].raw[0] == 7.0);
    dataset_free(&data);
    expect_refused("a,b,y\n1,2,NA\n2,1,5\n4,4,4\n", &model, 1, ":2:5: 'NA' is not");
    expect_refused("a,b,y\n1,2,\n2,1,5\n4,4,4\n", &model, 1, ":2:5: empty field");
    expect_refused("a,b,y\nNA,2,1\n2,1,5\n4,4,4\n", &model, 0, ":2:1: 'NA' is not");
    expect_refused("a,b,y\n1,2,three\n", &model, 0, ":2:5: 'three' is not");
    expect_read("a,b\n1,2\n", &data, &model, 0);
    cr_expect(data.rows == 1 && !data.measured && !data.row[0].measured);
    dataset_free(&data);
    expect_read("a,b,s\n1,2,x\n2,1,NA\n4,4,z\n", &data, &classes, -1);
    dataset_free(&data);
    expect_read("a,b,s\n1,2,NA\n2,1,\n3,3,x\n", &data, &classes, 0); /* here NA is a class */
    cr_expect(data.row[0].class == 1 && data.row[0].measured && !data.row[1].measured &&
              data.row[2].class == 0);
    dataset_free(&data);
    expect_refused("a,b,s\n1,2,rose\n", &classes, 0, "unknown class 'rose'");
}

/* Rows far outside would make numbers that are none. */
Test(dataset, rows_too_far_away)
{
    struct trained model = {.network = REGRESSION};
    struct dataset data;
    expect_read("a,b,y\n1e-150,2,3\n2e-150,1,5\n", &data, &model, -1);
    dataset_free(&data);
    expect_refused("a,b,y\n1e10,2,3\n", &model, 0, ":2:1: too far from the data");
    expect_read("a,b,y\n1e-149,2,3\n", &data, &model, 0);
    dataset_free(&data);
}

/* R^2 by hand: zero weights predict 0, the mean; it is not defined where the target does not vary. */
Test(dataset, score)
{
    static const double targets[][3] = {{1, 0, -1}, {-1, 0, 1}, {2, 2, 1}, {1, 2, 2}, {1, 1, 1}};
    struct trained model = {.network = REGRESSION};
    struct observation row[3];
    struct dataset data = {.name = "", .rows = 3, .size = 3, .row = row};
    for (size_t n = 0; n < 5; n++) {
        double errors = 0.0, mean = 0.0, squares = 0.0;
        for (int r = 0; r < 3; r++) {
            row[r] = (struct observation){.I = {1, 0, 0}, .y = targets[n][r], .measured = true};
            errors += targets[n][r] * targets[n][r];
            mean += targets[n][r] / 3.0;
        }
        for (int r = 0; r < 3; r++)
            squares += (targets[n][r] - mean) * (targets[n][r] - mean);
        const struct score score = train_score(&model, &data);
        cr_expect(fabs(score.loss - errors / 3.0) < 1e-15, "loss %g", score.loss);
        if (n == 4)
            cr_expect(isnan(score.r_squared), "R^2 of a constant target is %g", score.r_squared);
        else
            cr_expect(fabs(score.r_squared - (1.0 - errors / squares)) < 1e-12,
                      "targets %zu: R^2 is %g", n, score.r_squared);
    }
}

/* Rows are right if their class is the most probable one, here the second. */
Test(dataset, score_of_classes)
{
    static const size_t right[][4] = {{0, 1, 2, 1}, {0, 0, 2, 0}, {1, 1, 1, 3}, {2, 2, 1, 1}};
    struct trained model = {.network = CLASSIFICATION};
    struct observation row[3];
    const struct dataset data = {.name = "", .rows = 3, .size = 3, .row = row};
    for (int j = 0; j < 4; j++)
        model.gamma.classification[j][1] = 1.0;
    for (size_t n = 0; n < 4; n++) {
        for (size_t r = 0; r < 3; r++)
            row[r] = (struct observation){.I = {1, 0, 0}, .class = (int)right[n][r]};
        cr_expect(train_score(&model, &data).right == right[n][3], "rows %zu", n);
    }
}

/* The most probable class, whichever it is; of equals the first. */
Test(dataset, classes)
{
    struct trained model = {.network = CLASSIFICATION};
    const double I[3] = {1.0, 0.0, 0.0};
    double O[3];
    for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 4; j++)
            for (int m = 0; m < 3; m++)
                model.gamma.classification[j][m] = m == k ? 1.0 : m == (k + 1) % 3 ? 0.5 : 0.0;
        cr_expect(trained_classify(&model, I, O) == k, "class %d", k);
        cr_expect(O[k] > O[(k + 1) % 3] && O[(k + 1) % 3] > O[(k + 2) % 3]);
    }
    memset(&model.gamma, 0, sizeof model.gamma);
    cr_expect(trained_classify(&model, I, O) == 0, "of three equal ones the first");
}

/* Each quantity of the box, one at a time just outside its bound. */
Test(dataset, box)
{
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        struct trained model = {.network = network, .alpha = 0.0};
        struct observation row[2] = {{.I = {0, 0, 0}}, {.I = {0, 0, 0}}};
        const struct dataset data = {.name = "", .rows = 2, .size = 2, .row = row};
        struct {
            double *number, bound;
            const char *what;
        } cases[] = {{&row[0].I[0], BOX_I, "I"},
                     {&row[1].I[2], BOX_I, "I"},
                     {&model.W[0][0], BOX_W, "W"},
                     {&model.W[2][3], BOX_W, "W"},
                     {trained_gamma(&model, 0, 0), BOX_GAMMA, "gamma"},
                     {trained_gamma(&model, 3, trained_outputs(&model) - 1), BOX_GAMMA, "gamma"},
                     {&model.alpha, BOX_ALPHA, "alpha"},
                     {&row[1].y, BOX_Y, "y"}};
        cr_expect(box_use(&model, &data).share == 0.0);
        for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
            for (int sign = -1; sign <= 1; sign += 2) {
                *cases[n].number = sign * 1.5 * cases[n].bound;
                const struct box_use use = box_use(&model, &data);
                const bool counts = n < 7 || network == REGRESSION;
                cr_expect(use.share == (counts ? 1.5 : 0.0), "%s: %g", cases[n].what, use.share);
                cr_expect(!counts || strcmp(use.what, cases[n].what) == 0, "%s", use.what);
                *cases[n].number = (double)NAN;
                cr_expect(!counts || isnan(box_use(&model, &data).share), "NaN is inside");
                *cases[n].number = 0.0;
            }
    }
}

/* As soon as a weight runs away the training stops: after that very step. */
Test(dataset, training_stops_at_once)
{
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        struct trained model = {.network = network, .seed = 5, .alpha = 1e-12}, before;
        struct dataset data;
        size_t order[150];
        cr_assert(dataset_read_new(&data, &model, NULL));
        train_begin(&model);
        model.W[1][2] = 2e6; /* no step of this size brings it back */
        before = model;
        cr_expect(!train_epoch(&model, &data, order) && model.epochs == 0);
        struct trained one = before;
        const struct observation *row = &data.row[order[0]];
        const double l[3] = {row->class == 0, row->class == 1, row->class == 2};
        if (network == REGRESSION)
            regression_step(row->I, row->y, one.W, one.gamma.regression, one.alpha);
        else
            classification_step(row->I, l, one.W, one.gamma.classification, one.alpha);
        cr_expect(memcmp(model.W, one.W, sizeof one.W) == 0 &&
                      memcmp(&model.gamma, &one.gamma, sizeof one.gamma) == 0,
                  "%s: more than one step was taken", network_name(network));
        dataset_free(&data);
    }
}

/* The first weights: uniform in [-1, 1), W first, then gamma, from the stream 0 of the seed. */
Test(dataset, first_weights)
{
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        struct trained model = {.network = network, .seed = 9, .epochs = 3};
        struct random random = random_stream(9, 0);
        train_begin(&model);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 4; j++)
                cr_expect(model.W[i][j] == random_uniform(&random, -1.0, 1.0), "W_%d%d", i, j);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < trained_outputs(&model); k++)
                cr_expect(*trained_gamma(&model, j, k) == random_uniform(&random, -1.0, 1.0));
        cr_expect(model.epochs == 0, "epochs are done already");
    }
}

Test(dataset, numbers)
{
    static const struct {
        const char *text;
        double number;
    } good[] = {{"1", 1},
                {"-1.5", -1.5},
                {"+2e3", 2000},
                {"1E-3", 1e-3},
                {".5", 0.5},
                {"3.", 3},
                {"0", 0},
                {"5e-324", 5e-324},
                {"-0", -0.0},
                {"0e-999", 0},
                {"1.7976931348623157e308", 1.7976931348623157e308}};
    static const char *const bad[] = {"",      " 1",    "1 ",    "1e",     "e5",
                                      "--1",   "1.2.3", "0x1p3", "nan",    "inf",
                                      "1e309", "1d5",   "1,5",   "1e-999", "-1e-400"};
    double number;
    for (size_t n = 0; n < sizeof good / sizeof *good; n++)
        cr_expect(!csv_parse_number(good[n].text, &number) && number == good[n].number, "%s: %g",
                  good[n].text, number);
    for (size_t n = 0; n < sizeof bad / sizeof *bad; n++)
        cr_expect(csv_parse_number(bad[n], &number), "'%s' is taken for %g", bad[n], number);
}

Test(dataset, whole_numbers)
{
    static const char *const bad[] = {
        "",    "-1",  "+1", "1.0", " 1", "1 ", "18446744073709551616", "99999999999999999999",
        "1e3", "0x1", "a"};
    uint64_t value;
    cr_expect(options_whole("0", &value) && value == 0);
    cr_expect(options_whole("0042", &value) && value == 42);
    cr_expect(options_whole("18446744073709551615", &value) && value == UINT64_MAX);
    for (size_t n = 0; n < sizeof bad / sizeof *bad; n++)
        cr_expect(!options_whole(bad[n], &value), "'%s'", bad[n]);
}
