/* test_training.c: what training leaves behind: curve, weights, permissions, and going on from them.
 * Bad input is tested in test_program.c, the quality of the fit in test_data.c.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "classification.h"
#include "base/random.h"
#include "regression.h"
#include "runner.h"
#include "program/train.h"

static void expect_ok(const struct room *room, const char *line)
{
    struct result r = run_shell(room, line);
    cr_expect(r.status == 0, "%s: exit status %d, %s", line, r.status, r.err);
    cr_expect(*r.err == '\0', "%s: standard error has: %s", line, r.err);
    free_result(&r);
}

static void expect_same(const struct room *room, const char *name, const char *one,
                        const char *other)
{
    char *a = room_read(room, one);
    char *b = room_read(room, other);
    cr_expect(a && b && *a && strcmp(a, b) == 0, "%s: %s and %s differ:\n%s\n%s", name, one, other,
              a ? a : "(missing)", b ? b : "(missing)");
    free(a);
    free(b);
}

/* 30 epochs are 10 and 20 more, to the last bit of every weight; so are the curves. */
static void expect_resumes(const char *network)
{
    char line[256];
    struct room room;
    room_open(&room);
    snprintf(line, sizeof line,
             "\"$BACKPROOF\" train %s --seed 7 --epochs 30 --weights long --output c", network);
    expect_ok(&room, line);
    snprintf(line, sizeof line,
             "\"$BACKPROOF\" train %s --seed 7 --epochs 10 --weights two --output c1", network);
    expect_ok(&room, line);
    snprintf(line, sizeof line,
             "\"$BACKPROOF\" train %s --from two --epochs 20 --weights two --output c2", network);
    expect_ok(&room, line);
    expect_same(&room, network, "long", "two");
    expect_ok(&room, "(cat c1; sed 1,2d c2) >c12");
    expect_same(&room, network, "c", "c12");
    expect_ok(&room, "sed -n 2p c2 >last; sed -n '$p' c1 >first; cmp first last");
    cr_expect(room_count(&room) == 8, "%s: %d files, expected 8", network, room_count(&room));
    room_close(&room);
}

Test(training, regression_resumes)
{
    expect_resumes("regression");
}

Test(training, classification_resumes)
{
    expect_resumes("classification");
}

/* Another seed or learning rate is another run: what the tests of equality above would not see. */
Test(training, settings_matter)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 3 --output a");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 3 --seed 2 --output b");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 3 --alpha 0.03 --output c");
    expect_ok(&room, "sed -n 2p a >first; ! sed -n 2p b | cmp -s - first");
    expect_ok(&room, "! cmp -s a b && ! cmp -s a c && ! cmp -s b c");
    expect_ok(&room,
              "test $(wc -l <a) = 5 && test \"$(cut -f1 a | tr '\\n' ' ')\" = 'epoch 0 1 2 3 '");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 1 --alpha 0.5 --weights w");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 1 --from w --weights kept");
    expect_ok(&room, "grep -q '\"alpha\": 0.5,$' kept");
    expect_ok(&room,
              "\"$BACKPROOF\" train regression --epochs 1 --from w --alpha 0.25 --weights new");
    expect_ok(&room, "grep -q '\"alpha\": 0.25,$' new");
    room_close(&room);
}

/* The same table written in every way that is allowed gives the same weights. */
Test(training, ways_to_write_a_table)
{
    static const struct {
        const char *name, *text;
    } ways[] = {
        {"CR LF", "a,b,y\r\n1,2,3\r\n2,3,5.5\r\n4,1,2\r\n"},
        {"no last newline", "a,b,y\n1,2,3\n2,3,5.5\n4,1,2"},
        {"byte order mark", "\xEF\xBB\xBF"
                            "a,b,y\n1,2,3\n2,3,5.5\n4,1,2\n"},
        {"quotes", "\"a\",\"b\",\"y\"\n1,\"2\",3\n2,3,\"5.5\"\n4,1,2\n"},
        {"quotes and CR LF", "a,b,\"y\"\r\n1,2,\"3\"\r\n2,3,5.5\r\n4,1,2\r\n"},
        {"empty lines last", "a,b,y\n1,2,3\n2,3,5.5\n4,1,2\n\n\r\n\n"},
        {"other numbers", "a,b,y\n1.0,+2,0.3e1\n2,3,55E-1\n4,1.,2\n"},
        {"more columns", ",note,a,b,y\n1,\"x, \"\"y\"\"\",1,2,3\n2,,2,3,5.5\n3,z,4,1,2\n"},
    };
    struct room room;
    room_open(&room);
    room_write_text(&room, "in.csv", "a,b,y\n1,2,3\n2,3,5.5\n4,1,2\n");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 9 --data in.csv --weights plain");
    for (size_t n = 0; n < sizeof ways / sizeof *ways; n++) {
        room_write_text(&room, "in.csv", ways[n].text);
        expect_ok(&room,
                  "rm -f w; \"$BACKPROOF\" train regression --epochs 9 --data in.csv --weights w");
        expect_same(&room, ways[n].name, "plain", "w");
    }
    room_close(&room);
}

/* Names survive the weights file, whatever they contain; columns are found by them in any order. */
Test(training, names)
{
    static const char text[] =
        "a b,\"\"\"q\"\", x\",\xC3\xA9\n1,2,un deux\n2,1,\"x,y\"\n3,3,\"\"\"\"\n";
    static const char turned[] =
        "\xC3\xA9,\"\"\"q\"\", x\",other,a b\n\"x,y\",1,?,2\n\"\"\"\",3,,3\n";
    struct room room;
    room_open(&room);
    room_write_text(&room, "in.csv", text);
    room_write_text(&room, "turned.csv", turned);
    expect_ok(&room, "\"$BACKPROOF\" train classification --data in.csv --epochs 4 --weights w");
    expect_ok(&room,
              "\"$BACKPROOF\" predict --weights w --data in.csv --output t 2>e; cut -f1-3 t >u");
    expect_ok(&room, "\"$BACKPROOF\" predict --weights w --data turned.csv 2>e | cut -f1-3 >v");
    expect_ok(&room, "sed 2d u >x && cmp v x && grep -q '^2.1.x,y$' v && grep -q '^3.3.\"$' v");
    expect_ok(&room, "\"$BACKPROOF\" train classification --data turned.csv --from w --epochs 1");
    room_close(&room);
}

/* Epoch of the message, rows of the curve, and no weights. */
Test(training, divergence_keeps_the_curve)
{
    static const char *const networks[] = {"regression", "classification"};
    static const char *const alphas[] = {"100000", "1e+09"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < 2; n++) {
        char line[256];
        unsigned epoch = 0, rows = 0;
        snprintf(line, sizeof line, "train %s --alpha %s --epochs 900 --output c --weights w",
                 networks[n], alphas[n]);
        struct result r = run(&room, line);
        cr_expect(r.status == 3, "%s: exit status %d, expected 3", networks[n], r.status);
        cr_expect(is_one_line(r.err, "backproof: diverged in epoch ", alphas[n]), "%s: %s",
                  networks[n], r.err);
        cr_expect(strstr(r.err, "weights were not saved"), "%s: %s", networks[n], r.err);
        cr_expect(*r.out == '\0', "%s: standard output has: %s", networks[n], r.out);
        char *curve = room_read(&room, "c");
        cr_assert(curve, "%s: no curve", networks[n]);
        for (const char *c = curve; (c = strchr(c, '\n')); c++)
            rows++;
        cr_expect(!strstr(curve, "nan") && !strstr(curve, "inf"), "%s: %s", networks[n], curve);
        cr_expect(sscanf(r.err, "backproof: diverged in epoch %u:", &epoch) == 1 && epoch >= 1 &&
                      rows == epoch + 1,
                  "%s: %u lines, diverged in epoch %u", networks[n], rows, epoch);
        cr_expect(room_count(&room) == 1, "%s: %d files, expected the curve only", networks[n],
                  room_count(&room));
        free(curve);
        free_result(&r);
    }
    room_close(&room);
}

/* Going on with too large a rate: the epochs count on, the saved weights stay as they were. */
Test(training, divergence_keeps_the_weights)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 10 --weights w; cp w old");
    struct result r = run(&room, "train regression --from w --alpha 1e5 --weights w --output c");
    cr_expect(r.status == 3, "exit status %d, expected 3", r.status);
    cr_expect(is_one_line(r.err, "backproof: diverged in epoch 11: ", "c has the curve so far"),
              "expected epoch 11: %s", r.err);
    expect_same(&room, "saved weights", "w", "old");
    expect_ok(&room, "test $(wc -l <c) = 2 && sed -n 2p c | grep -q '^10.0'");
    cr_expect(room_count(&room) == 3, "%d files, expected 3", room_count(&room));
    free_result(&r);
    room_close(&room);
}

/* A run of a second or more shows a bar, on a terminal only, and takes it away at the end. */
Test(training, progress)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "script -qec '\"$BACKPROOF\" train classification --epochs 60000' /dev/null "
                     "</dev/null >shown");
    expect_ok(&room, "\"$BACKPROOF\" train classification --epochs 60000 >plain");
    expect_ok(&room, "tr '\\r' '\\n' <shown | grep -q '^\\[##* *\\] epoch [0-9]* of 60000'");
    expect_ok(&room, "tr -d '\\r' <shown | sed 's/.*\033\\[K//' >erased; cmp erased plain");
    room_close(&room);
}

/* A disk without room: what was there stays, and nothing else. */
Test(training, full_disk_leaves_the_old_file)
{
    static const char *const outputs[] = {"--output c", "--weights c"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < 2; n++) {
        char line[256];
        room_write_text(&room, "c", "old\n");
        snprintf(line, sizeof line,
                 "ulimit -f 0; exec \"$BACKPROOF\" train regression --epochs 99 %s", outputs[n]);
        struct result r = run_shell(&room, line);
        char *kept = room_read(&room, "c");
        cr_expect(r.status == 2, "%s: exit status %d, expected 2", outputs[n], r.status);
        cr_expect(is_one_line(r.err, "c: cannot be written: ", "File too large"), "%s: %s",
                  outputs[n], r.err);
        cr_expect(*r.out == '\0', "%s: standard output has: %s", outputs[n], r.out);
        cr_expect(kept && strcmp(kept, "old\n") == 0, "%s: the old file became %s", outputs[n],
                  kept ? kept : "nothing");
        cr_expect(room_count(&room) == 1, "%s: %d files, expected 1", outputs[n],
                  room_count(&room));
        free(kept);
        free_result(&r);
    }
    room_close(&room);
}

/* Two results, and room for neither or for one: both stay as they were. */
Test(training, full_disk_leaves_both_files)
{
    static const char *const limits[] = {"0", "1"}; /* the weights fit into the second */
    static const char *const kept[] = {"c", "w"};
    struct room room;
    room_open(&room);
    for (size_t n = 0; n < 2; n++) {
        char line[256];
        room_write_text(&room, "c", "old\n");
        room_write_text(&room, "w", "old\n");
        snprintf(line, sizeof line,
                 "ulimit -f %s; exec \"$BACKPROOF\" train regression --epochs 999 --output c "
                 "--weights w",
                 limits[n]);
        struct result r = run_shell(&room, line);
        cr_expect(r.status == 2, "exit status %d, expected 2", r.status);
        cr_expect(is_one_line(r.err, "c: cannot be written: ", "; w was not written either"), "%s",
                  r.err);
        for (size_t k = 0; k < 2; k++) {
            char *text = room_read(&room, kept[k]);
            cr_expect(text && strcmp(text, "old\n") == 0, "%s became %s", kept[k], text);
            free(text);
        }
        cr_expect(room_count(&room) == 2, "%d files, expected 2", room_count(&room));
        free_result(&r);
    }
    room_close(&room);
}

static mode_t mode_of(const struct room *room, const char *name)
{
    char path[512];
    struct stat status;
    snprintf(path, sizeof path, "%s/%s", room->path, name);
    cr_assert(lstat(path, &status) == 0, "%s is not there", name);
    return status.st_mode;
}

Test(training, permissions)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "umask 027; \"$BACKPROOF\" train regression --output new --weights w");
    cr_expect(mode_of(&room, "new") % 010000 == 0640, "new: %o", mode_of(&room, "new"));
    cr_expect(mode_of(&room, "w") % 010000 == 0640, "w: %o", mode_of(&room, "w"));
    expect_ok(&room, "chmod 604 new; umask 022; \"$BACKPROOF\" train regression --output new");
    cr_expect(mode_of(&room, "new") % 010000 == 0604, "kept: %o", mode_of(&room, "new"));
    expect_ok(&room, "ln -s new link; \"$BACKPROOF\" train regression --epochs 1 --output link");
    cr_expect(S_ISLNK(mode_of(&room, "link")), "the link was replaced");
    expect_ok(&room, "test $(wc -l <new) = 3");
    cr_expect(room_count(&room) == 3, "%d files, expected 3", room_count(&room));
    room_close(&room);
}

Test(training, outputs_that_are_not_files)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "mkfifo p; \"$BACKPROOF\" train regression --epochs 4 --output p >r & "
                     "test $(wc -l <p) = 6 && wait && test -p p");
    expect_ok(&room, "ln -s /dev/stdout o; \"$BACKPROOF\" train regression --epochs 4 --output o | "
                     "grep -q ^epoch");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 4 --output - >c 2>report && "
                     "test $(wc -l <c) = 6 && grep -q '^R.2 ' report");
    cr_expect(room_count(&room) == 5, "%d files, expected 5", room_count(&room));
    room_close(&room);
}

/* Without the target there is no column for it and nothing to say about the fit; with an unknown
 * class or without a feature the data are refused. */
Test(training, predict_columns)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "\"$BACKPROOF\" train classification --epochs 20 --weights w");
    room_write_text(&room, "in.csv", "Petal.Width,Petal.Length\n0.2,1.4\n");
    expect_ok(&room, "\"$BACKPROOF\" predict --weights w --data in.csv --output t");
    expect_ok(&room, "test \"$(head -n 1 t | cut -f1-3 | tr '\\t' ' ')\" = "
                     "'Petal.Length Petal.Width predicted'");
    expect_ok(&room, "test \"$(sed -n 2p t | cut -f1-3 | tr '\\t' ' ')\" = '1.4 0.2 setosa'");
    expect_ok(&room, "test $(awk -F '\\t' 'END {print NF, NR}' t | tr ' ' x) = 6x2");
    expect_ok(&room,
              "! \"$BACKPROOF\" predict --weights w --data t 2>e; grep -q '^t:1:13: control' e");
    room_write_text(&room, "in.csv", "Petal.Width,Petal.Length,Species\n0.2,1.4,rose\n");
    expect_ok(&room, "! \"$BACKPROOF\" predict --weights w --data in.csv 2>e; "
                     "grep -q \"^in.csv:2:9: unknown class 'rose'\" e");
    room_write_text(&room, "in.csv", "Petal.Width,Species\n0.2,setosa\n");
    expect_ok(&room, "! \"$BACKPROOF\" predict --weights w --data in.csv 2>e; "
                     "grep -q \"^in.csv:1:20: no column named 'Petal.Length'\" e");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 20 --weights w");
    room_write_text(&room, "in.csv", "Volume,Height,Girth\n10,70,9\n");
    expect_ok(&room, "\"$BACKPROOF\" predict --weights w --data in.csv --output t 2>e; "
                     "grep -q '^R.2 is not defined on in.csv' e && test $(wc -l <t) = 2");
    expect_ok(&room, "! \"$BACKPROOF\" train regression --from w --data in.csv 2>e; "
                     "grep -q \"^in.csv:1:1: the target 'Volume' is constant\" e");
    room_close(&room);
}

/* A target that is not known is NA in the table, and its row is not in the score. */
Test(training, predict_unknown_targets)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "r.csv", "Girth,Height,Volume\n9,70,NA\n11,75,20\n12,76,\n13,70,21\n");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 20 --weights w >r &&"
                     " \"$BACKPROOF\" predict --weights w --data r.csv --output t 2>e &&"
                     " test \"$(cut -f 3 t | tr '\\n' ' ')\" = 'measured NA 20 NA 21 ' &&"
                     " grep -q ', 2 rows$' e");
    room_write_text(&room, "c.csv",
                    "Petal.Width,Petal.Length,Species\n0.2,1.4,NA\n2,6,virginica\n");
    expect_ok(&room, "\"$BACKPROOF\" train classification --epochs 20 --weights w >r &&"
                     " \"$BACKPROOF\" predict --weights w --data c.csv --output t 2>e &&"
                     " test \"$(cut -f 3 t | tr '\\n' ' ')\" = 'measured NA virginica ' &&"
                     " grep -q '^accuracy 1 of 1 = 100.0 %' e");
    room_write_text(&room, "c.csv", "Petal.Width,Petal.Length,Species\n0.2,1.4,NA\n");
    expect_ok(&room, "\"$BACKPROOF\" predict --weights w --data c.csv --output t");
    room_close(&room);
}

/* Two epochs by hand: the rows in the order of a Fisher-Yates shuffle that depends on the seed and
 * on the number of the epoch, each followed by one step (R7 and R11, C10 and C14). */
static void two_epochs(struct trained *model, const struct dataset *data)
{
    size_t order[150];
    for (uint64_t epoch = 1; epoch <= 2; epoch++) {
        struct random random = random_stream(model->seed, epoch);
        for (size_t n = 0; n < data->rows; n++)
            order[n] = n;
        for (size_t last = data->rows - 1; last > 0; last--) {
            const size_t drawn = (size_t)random_below(&random, last + 1);
            const size_t index = order[drawn];
            order[drawn] = order[last];
            order[last] = index;
        }
        for (size_t n = 0; n < data->rows; n++) {
            const struct observation *row = &data->row[order[n]];
            const double l[3] = {row->class == 0, row->class == 1, row->class == 2};
            if (model->network == REGRESSION)
                regression_step(row->I, row->y, model->W, model->gamma.regression, model->alpha);
            else
                classification_step(row->I, l, model->W, model->gamma.classification, model->alpha);
        }
    }
}

Test(training, order_of_the_rows)
{
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        struct trained model = {.network = network, .seed = 5, .alpha = 0.05};
        struct dataset data;
        size_t order[150];
        cr_assert(dataset_read_new(&data, &model, NULL) && data.rows <= 150, "no data");
        train_begin(&model);
        struct trained by_hand = model;
        two_epochs(&by_hand, &data);
        cr_assert(train_epoch(&model, &data, order) && train_epoch(&model, &data, order));
        cr_expect(model.epochs == 2, "%s: epochs are not counted", network_name(network));
        cr_expect(memcmp(model.W, by_hand.W, sizeof model.W) == 0, "%s: other W than by hand",
                  network_name(network));
        cr_expect(memcmp(&model.gamma, &by_hand.gamma, sizeof model.gamma) == 0,
                  "%s: other gamma than by hand", network_name(network));
        dataset_free(&data);
    }
}

/* Every weight is watched: just below the bound it may stay, above it or not a number it may not. */
Test(training, every_weight_is_watched)
{
    static const double values[] = {0.999e6, 1.001e6, -1.001e6, (double)INFINITY, (double)NAN};
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        struct trained model = {.network = network, .seed = 5, .alpha = 1e-12};
        struct dataset data;
        size_t order[150];
        cr_assert(dataset_read_new(&data, &model, NULL) && data.rows <= 150, "no data");
        const int count = 12 + 4 * trained_outputs(&model);
        for (int w = 0; w < count; w++)
            for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
                train_begin(&model);
                if (w < 12)
                    model.W[w / 4][w % 4] = values[v];
                else
                    *trained_gamma(&model, w % 4, w / 4 - 3) = values[v];
                cr_expect(train_epoch(&model, &data, order) == (v == 0), "%s: weight %d = %g",
                          network_name(network), w, values[v]);
                cr_expect(model.epochs == (v == 0), "%s: an epoch too many", network_name(network));
            }
        dataset_free(&data);
    }
}

/* The report says whether the proved bounds on rounding are about this network. */
Test(training, box_of_the_proofs)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "\"$BACKPROOF\" train regression | grep -q '^rounding *inside the box'");
    expect_ok(&room, "\"$BACKPROOF\" train classification | grep -q '^rounding *inside the box'");
    expect_ok(&room, "\"$BACKPROOF\" train classification --epochs 1 --alpha 3 |"
                     " grep -q '^rounding *not proved here: |alpha| is 3 times'");
    expect_ok(&room, "printf 'a,b,c\\n' >far; for n in $(seq 20); do echo $n,0.$n,0; done >>far;"
                     " echo 21,0.5,1 >>far; \"$BACKPROOF\" train regression --data far --epochs 1 |"
                     " grep -q '^rounding *not proved here: |y| is'");
    room_close(&room);
}
