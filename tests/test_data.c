/* test_data.c: the data that the program brings along, and how well the defaults fit them.
 * All scores are on the training data: they say that the training works, not how good it is on others.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "program/dataset.h"
#include "runner.h"

/* Mean and sample standard deviation of a column as R prints them, to seven digits. */
struct column {
    const char *name;
    double mean, sd;
};

static void expect_columns(const struct dataset *data, const struct trained *model,
                           const struct column *columns, int count)
{
    const double rows = (double)data->rows;
    for (int n = 0; n < count; n++) {
        const double sd = model->scale[n] * sqrt(rows / (rows - 1.0));
        double sum = 0.0, squares = 0.0;
        cr_expect(strcmp(model->name[n], columns[n].name) == 0, "%s: the column is called %s",
                  columns[n].name, model->name[n]);
        cr_expect(fabs(model->mean[n] - columns[n].mean) <= 5e-6, "%s: mean %.9g, expected %.7g",
                  columns[n].name, model->mean[n], columns[n].mean);
        cr_expect(fabs(sd - columns[n].sd) <= 5e-6, "%s: standard deviation %.9g, expected %.7g",
                  columns[n].name, sd, columns[n].sd);
        for (size_t r = 0; r < data->rows; r++) {
            const struct observation *row = &data->row[r];
            const double z = n == 2 ? row->y : row->I[1 + n];
            cr_expect(row->I[0] == 1.0, "%s: I_0 of row %zu is %g", columns[n].name, r, row->I[0]);
            sum += z;
            squares += z * z;
        }
        cr_expect(fabs(sum) <= 1e-12 * rows, "%s: standardised mean %g", columns[n].name,
                  sum / rows);
        cr_expect(fabs(squares / rows - 1.0) <= 1e-12, "%s: standardised variance %.17g",
                  columns[n].name, squares / rows);
    }
}

Test(data, trees)
{
    static const struct column columns[] = {{"Girth", 13.248387, 3.138139},
                                            {"Height", 76.0, 6.371813},
                                            {"Volume", 30.170968, 16.437846}};
    struct dataset data;
    struct trained model = {.network = REGRESSION};
    cr_assert(dataset_read_new(&data, &model, NULL), "trees cannot be read");
    cr_expect(data.rows == 31, "trees: %zu rows, expected 31", data.rows);
    expect_columns(&data, &model, columns, 3);
    dataset_free(&data);
}

Test(data, iris)
{
    static const struct column columns[] = {{"Petal.Length", 3.758, 1.765298},
                                            {"Petal.Width", 1.199333, 0.762238}};
    static const char *const species[] = {"setosa", "versicolor", "virginica"};
    struct dataset data;
    struct trained model = {.network = CLASSIFICATION};
    size_t flowers[3] = {0};
    cr_assert(dataset_read_new(&data, &model, NULL), "iris cannot be read");
    cr_expect(data.rows == 150, "iris: %zu rows, expected 150", data.rows);
    expect_columns(&data, &model, columns, 2);
    for (size_t r = 0; r < data.rows; r++)
        flowers[data.row[r].class]++;
    for (int k = 0; k < 3; k++) {
        cr_expect(strcmp(model.class_name[k], species[k]) == 0, "%s: class %d is called %s",
                  species[k], k, model.class_name[k]);
        cr_expect(flowers[k] == 50, "%s: %zu flowers, expected 50", species[k], flowers[k]);
    }
    dataset_free(&data);
}

/* The last number of the last line: where the learning curve ends. */
static double last_number(const char *curve)
{
    const char *tab = strrchr(curve, '\t');
    cr_assert(tab, "no learning curve: %s", curve);
    return atof(tab + 1);
}

static void expect_reached(const char *network, double goal)
{
    struct room room;
    char arguments[128];
    room_open(&room);
    for (int seed = -1; seed < 20; seed++) {
        const int length = snprintf(arguments, sizeof arguments, "train %s --output -", network);
        if (seed >= 0) /* -1: the default */
            snprintf(arguments + length, sizeof arguments - (size_t)length, " --seed %d", seed);
        struct result r = run(&room, arguments);
        cr_expect(r.status == 0, "%s, seed %d: exit status %d", network, seed, r.status);
        const double reached = last_number(r.out);
        cr_expect(reached >= goal, "%s, seed %d: reached %g, expected %g", network, seed, reached,
                  goal);
        free_result(&r);
    }
    room_close(&room);
}

Test(data, regression_reaches_0_97)
{
    expect_reached("regression", 0.97);
}

Test(data, classification_reaches_96_percent)
{
    expect_reached("classification", 0.96);
}

/* The table of `predict`, without its first line. */
static char *predictions(const struct room *room, const char *network, struct result *trained)
{
    char arguments[128];
    snprintf(arguments, sizeof arguments, "train %s --weights w", network);
    *trained = run(room, arguments);
    cr_assert(trained->status == 0, "%s: %s", network, trained->err);
    struct result r = run(room, "predict --weights w --output table");
    cr_assert(r.status == 0, "%s: %s", network, r.err);
    free_result(&r);
    char *table = room_read(room, "table");
    cr_assert(table && strchr(table, '\n'), "%s: no table", network);
    return table;
}

/* R^2 once more, from the predictions in cubic feet: the same as reported. */
Test(data, regression_report_is_true)
{
    struct room room;
    struct result trained;
    double sum = 0.0, squares = 0.0, errors = 0.0;
    int rows = 0;
    room_open(&room);
    char *table = predictions(&room, "regression", &trained);
    for (const char *line = strchr(table, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        double girth, height, measured, predicted;
        cr_assert(sscanf(line, "%lf %lf %lf %lf", &girth, &height, &measured, &predicted) == 4,
                  "not four numbers: %s", line);
        sum += measured;
        squares += measured * measured;
        errors += (measured - predicted) * (measured - predicted);
        rows++;
    }
    char expected[32];
    snprintf(expected, sizeof expected, "%.4f, measured on",
             1.0 - errors / (squares - sum * sum / rows));
    cr_expect(rows == 31, "%d predictions, expected 31", rows);
    cr_expect(strstr(trained.out, expected), "expected R^2 %s in: %s", expected, trained.out);
    free(table);
    free_result(&trained);
    room_close(&room);
}

/* The accuracy once more, from the table; the class is the one with the largest probability, and the
 * three probabilities sum to 1 (C3). */
Test(data, classification_report_is_true)
{
    struct room room;
    struct result trained;
    int rows = 0, right = 0;
    room_open(&room);
    char *table = predictions(&room, "classification", &trained);
    for (const char *line = strchr(table, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        static const char *const species[] = {"setosa", "versicolor", "virginica"};
        char measured[32], predicted[32];
        double O[3];
        cr_assert(sscanf(line, "%*f %*f %31s %31s %lf %lf %lf", measured, predicted, &O[0], &O[1],
                         &O[2]) == 5,
                  "not seven fields: %s", line);
        const int best = O[0] >= O[1] && O[0] >= O[2] ? 0 : O[1] >= O[2] ? 1 : 2;
        cr_expect(strcmp(predicted, species[best]) == 0, "C3: %s is not the most probable: %s",
                  predicted, line);
        cr_expect(fabs(O[0] + O[1] + O[2] - 1.0) <= 1e-8, "C3: the sum of O is not 1: %s", line);
        right += strcmp(measured, predicted) == 0;
        rows++;
    }
    char expected[64];
    snprintf(expected, sizeof expected, "%d of 150 = %.1f %%, measured on", right, right / 1.5);
    cr_expect(rows == 150, "%d predictions, expected 150", rows);
    cr_expect(strstr(trained.out, expected), "expected accuracy %s in: %s", expected, trained.out);
    free(table);
    free_result(&trained);
    room_close(&room);
}
