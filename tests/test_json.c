/* test_json.c: --json of train and gradcheck: the same numbers as the text, with all their digits. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gradcheck/gradcheck.h"
#include "runner.h"
#include "gradcheck/table.h"
#include "program/train.h"

static json_t *json_of(const struct room *room, const char *arguments)
{
    struct result r = run(room, arguments);
    json_error_t error;
    json_t *json = json_loads(r.out, JSON_REJECT_DUPLICATES, &error);
    cr_assert(r.status == 0 && *r.err == '\0' && json, "%s: %s%s", arguments, r.err, r.out);
    free_result(&r);
    return json;
}

/* The value at a path such as "features/1/mean". */
static const json_t *at(const json_t *json, const char *path)
{
    char step[64];
    for (int used; json && sscanf(path, "%63[^/]%n", step, &used) == 1;) {
        json = json_is_array(json) ? json_array_get(json, (size_t)atoi(step))
                                   : json_object_get(json, step);
        path += used + (path[used] == '/');
    }
    cr_assert(json, "%s is missing", step);
    return json;
}

static void expect_number(const json_t *json, const char *path, double expected)
{
    const json_t *value = at(json, path);
    cr_expect(json_is_number(value) && json_number_value(value) == expected,
              "%s is %.17g, expected %.17g", path, json_number_value(value), expected);
}

static void expect_string(const json_t *json, const char *path, const char *expected)
{
    const char *value = json_string_value(at(json, path));
    cr_expect(value && strcmp(value, expected) == 0, "%s is %s, expected %s", path, value,
              expected);
}

static void expect_bool(const json_t *json, const char *path, bool expected)
{
    cr_expect(json_is_boolean(at(json, path)) && json_is_true(at(json, path)) == expected, "%s",
              path);
}

/* The training once more, without the program. */
static void train_here(struct trained *model, struct dataset *data, uint64_t epochs,
                       struct score score[2])
{
    size_t order[150];
    cr_assert(dataset_read_new(data, model, NULL) && data->rows <= 150);
    train_begin(model);
    score[0] = train_score(model, data);
    for (uint64_t n = 0; n < epochs; n++)
        cr_assert(train_epoch(model, data, order));
    score[1] = train_score(model, data);
}

Test(json, train_regression)
{
    struct trained model = {.network = REGRESSION, .seed = UINT64_MAX, .alpha = 0.0123};
    struct dataset data;
    struct score score[2];
    struct room room;
    train_here(&model, &data, 7, score);
    room_open(&room);
    json_t *json = json_of(&room, "train regression --json --seed 18446744073709551615 "
                                  "--alpha 0.0123 --epochs 7 --output c --weights w");
    expect_string(json, "network", "regression");
    expect_string(json, "data/name", "trees.csv (built in)");
    expect_number(json, "data/rows", 31);
    for (int n = 0; n < 3; n++) {
        static const char *const paths[] = {"features/0", "features/1", "target"};
        char path[32];
        snprintf(path, sizeof path, "%s/name", paths[n]);
        expect_string(json, path, model.name[n]);
        snprintf(path, sizeof path, "%s/mean", paths[n]);
        expect_number(json, path, model.mean[n]);
        snprintf(path, sizeof path, "%s/scale", paths[n]);
        expect_number(json, path, model.scale[n]);
    }
    expect_number(json, "training/first_epoch", 1);
    expect_number(json, "training/last_epoch", 7);
    expect_number(json, "training/alpha", 0.0123);
    expect_string(json, "training/seed", "18446744073709551615");
    expect_number(json, "loss/before", score[0].loss);
    expect_number(json, "loss/after", score[1].loss);
    expect_bool(json, "loss/grown", false);
    expect_number(json, "r_squared/before", score[0].r_squared);
    expect_number(json, "r_squared/after", score[1].r_squared);
    expect_bool(json, "box/inside", true);
    expect_string(json, "curve", "c");
    expect_string(json, "weights", "w");
    json_decref(json);
    json = json_of(&room, "train regression --json --from w --epochs 2");
    expect_number(json, "training/first_epoch", 8);
    expect_number(json, "training/last_epoch", 9);
    expect_number(json, "loss/before", score[1].loss);
    cr_expect(json_is_null(at(json, "curve")) && json_is_null(at(json, "weights")));
    json_decref(json);
    dataset_free(&data);
    room_close(&room);
}

Test(json, train_classification)
{
    struct trained model = {.network = CLASSIFICATION, .seed = 1, .alpha = 3.0};
    struct dataset data;
    struct score score[2];
    struct room room;
    train_here(&model, &data, 1, score);
    room_open(&room);
    json_t *json = json_of(&room, "train classification --json --alpha 3 --epochs 1");
    expect_string(json, "network", "classification");
    expect_number(json, "data/rows", 150);
    expect_string(json, "target/name", "Species");
    expect_string(json, "target/classes/0", "setosa");
    expect_string(json, "target/classes/2", "virginica");
    expect_number(json, "accuracy/before", (double)score[0].right / 150.0);
    expect_number(json, "accuracy/after", (double)score[1].right / 150.0);
    expect_number(json, "accuracy/right_before", (double)score[0].right);
    expect_number(json, "accuracy/right_after", (double)score[1].right);
    expect_number(json, "loss/after", score[1].loss);
    expect_bool(json, "loss/grown", score[1].loss > score[0].loss);
    expect_bool(json, "box/inside", false);
    expect_string(json, "box/nearest", "alpha");
    expect_number(json, "box/share_of_bound", 3.0);
    json_decref(json);
    dataset_free(&data);
    room_close(&room);
}

Test(json, gradcheck)
{
    static const struct gradcheck_network *const networks[] = {&gradcheck_regression,
                                                               &gradcheck_classification};
    struct room room;
    room_open(&room);
    for (int n = 0; n < 2; n++) {
        struct gradcheck_result result[8];
        char arguments[64];
        gradcheck_run(networks[n], 3, 5, result);
        snprintf(arguments, sizeof arguments, "gradcheck %s --json --points 3 --seed 5",
                 networks[n]->name);
        json_t *json = json_of(&room, arguments);
        expect_string(json, "network", networks[n]->name);
        expect_number(json, "points", 3);
        expect_string(json, "seed", "5");
        expect_number(json, "step/central_difference", 1e-5);
        expect_number(json, "step/complex_step", 1e-30);
        expect_number(json, "tolerance/central_difference", 1e-6);
        expect_number(json, "tolerance/complex_step", 1e-10);
        expect_number(json, "tolerance/floor", 0.01);
        expect_bool(json, "ok", true);
        cr_expect((int)json_array_size(at(json, "equations")) == networks[n]->equations);
        for (int e = 0; e < networks[n]->equations; e++) {
            const json_t *line = json_array_get(at(json, "equations"), (size_t)e);
            expect_string(line, "label", result[e].equation->label);
            expect_string(line, "derivative", result[e].equation->derivative);
            expect_number(line, "compared", (double)result[e].entries);
            expect_number(line, "worst_relative_error/central_difference", result[e].worst_central);
            expect_number(line, "worst_relative_error/complex_step", result[e].worst_complex);
            expect_bool(line, "ok", true);
            cr_expect(!json_object_get(line, "worst_point"), "a point of a right equation");
        }
        json_decref(json);
    }
    room_close(&room);
}

/* A wrong equation shows the whole table of its worst point; what is not a number is null. */
Test(json, gradcheck_of_a_wrong_equation)
{
    struct gradcheck_table table = {.entries = 4};
    struct gradcheck_result result = gradcheck_begin(&gradcheck_regression.equation[1]);
    for (int n = 0; n < 4; n++)
        table.entry[n] = (struct gradcheck_entry){1.0, 1.0, 1.0};
    gradcheck_add(&result, &table);
    table.entry[2] = (struct gradcheck_entry){1.0, 1.5, (double)NAN};
    gradcheck_add(&result, &table);
    json_t *json = table_json(&result, 1);
    cr_assert(json);
    expect_bool(json, "0/ok", false);
    expect_number(json, "0/compared", 8);
    expect_number(json, "0/worst_relative_error/central_difference", 0.5 / 1.5);
    cr_expect(json_is_null(at(json, "0/worst_relative_error/complex_step")), "not null");
    expect_number(json, "0/worst_point/number", 2);
    expect_string(json, "0/worst_point/entries/2/derivative", "dO_0/dgamma_20");
    expect_number(json, "0/worst_point/entries/2/code", 1.0);
    expect_number(json, "0/worst_point/entries/2/central_difference/value", 1.5);
    expect_number(json, "0/worst_point/entries/2/central_difference/absolute_error", 0.5);
    expect_number(json, "0/worst_point/entries/2/central_difference/relative_error", 0.5 / 1.5);
    cr_expect(json_is_null(at(json, "0/worst_point/entries/2/complex_step/value")), "not null");
    expect_bool(json, "0/worst_point/entries/2/ok", false);
    expect_bool(json, "0/worst_point/entries/1/ok", true);
    json_decref(json);
}

/* With a result on standard output, the report goes to standard error, as JSON too; a run that diverges
 * has no report. */
Test(json, where_it_goes)
{
    struct room room;
    room_open(&room);
    struct result r = run(&room, "train regression --json --epochs 2 --output -");
    json_t *json = json_loads(r.err, 0, NULL);
    cr_expect(r.status == 0 && json && strncmp(r.out, "epoch\t", 6) == 0, "%s%s", r.out, r.err);
    json_decref(json);
    free_result(&r);
    r = run(&room, "train regression --json --alpha 1e9");
    cr_expect(r.status == 3 && *r.out == '\0' && is_one_line(r.err, "backproof: diverged", "1e+09"),
              "%s%s", r.out, r.err);
    free_result(&r);
    r = run(&room, "train regression --json --epochs 1 --weights w >/dev/full");
    cr_expect(r.status == 2 && is_one_line(r.err, "standard output: ", "No space"), "%s", r.err);
    free_result(&r);
    r = run_shell(&room,
                  "cp w \"$(printf 'x\\377')\" && exec \"$BACKPROOF\" train regression --json"
                  " --epochs 1 --weights \"$(printf 'x\\377')\"");
    json = json_loads(r.out, 0, NULL);
    cr_expect(r.status == 0 && json, "%s", r.err);
    expect_string(json, "weights", "x?");
    json_decref(json);
    free_result(&r);
    room_close(&room);
}
