/* command_train.c: `backproof train`: options, the run over the epochs, the report.
 * What is reported is measured on the training data: it says nothing about new data.
 */
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "program/commands.h"
#include "base/message.h"
#include "program/options.h"
#include "program/output.h"
#include "base/progress.h"
#include "program/train.h"
#include "program/train_report.h"
#include "program/weights.h"

static const char help[] =
    "Usage: backproof train regression|classification [OPTION ...]\n"
    "\n"
    "Trains a network by online gradient descent: after every row of the data each weight moves\n"
    "by -alpha times the derivative of the loss. regression: 3-4-1, a linear output, squared\n"
    "error (R1-R11). classification: 3-4-3, softmax, cross-entropy (C1-C14).\n"
    "\n"
    "Options:\n"
    "  --data FILE      a CSV with a line of column names; its last three columns are two\n"
    "                   features and the target: a number, or one of three class names; '-' is\n"
    "                   standard input. Default: the data of the program, trees or iris\n"
    "  --alpha A        learning rate, above 0. Default: %g (regression), %g (classification)\n"
    "  --epochs N       how often to go through the data, 1 to %d. Default: %" PRIu64
    " and %" PRIu64 "\n"
    "  --seed S         draws the first weights and the order of the rows, 0 to 2^64 - 1.\n"
    "                   Default: %d\n"
    "  --output FILE    writes the learning curve as tab-separated columns: epoch, loss, and\n"
    "                   r_squared or accuracy; epoch 0 is before the training. '-' is standard\n"
    "                   output (the report then goes to standard error)\n"
    "  --weights FILE   saves the trained weights, with all that is needed to use them\n"
    "  --from FILE      trains saved weights further, exactly as one longer run would have;\n"
    "                   seed, means, scales and classes come from the file, and alpha unless it\n"
    "                   is given; columns are found by their names\n"
    "  --json           the report as one JSON object, with all digits of its numbers\n"
    "  --help           this text\n"
    "\n"
    "The line 'rounding' says whether the data and the weights at the end are in the box of\n"
    "numbers for which the rounding of a step is proved (src/rounding.h); weights on the way\n"
    "are not looked at.\n\n"
    "Features and regression's target are standardised: less their mean, divided by their\n"
    "population standard deviation. Files are written whole, and all or none. If a weight runs\n"
    "away, the training stops with exit status 3, keeps the curve and saves no weights.\n"
    "\n"
    "The JSON has network; data (name, rows); features, two, each with name, mean and scale; "
    "target\n"
    "with the same, or with name and classes; training (first_epoch, last_epoch, alpha, seed);\n"
    "loss (name, before, after, and whether it has grown); r_squared (before, after) or accuracy\n"
    "(before, after: shares of the rows; right_before, right_after: numbers of rows); box "
    "(inside,\n"
    "nearest: the symbol that comes nearest to its bound, share_of_bound); curve and weights, "
    "names\n"
    "of files or null. seed is a string of digits, since it may have 64 bits. A run that diverges\n"
    "has no report.\n"
    "\n"
    "Example:\n"
    "  backproof train classification --epochs 100 --output curve.tsv --weights iris.weights\n";

enum { DEFAULT_SEED = 1 };

struct train_options {
    enum network network;
    double alpha;    /* 0: not given */
    uint64_t epochs; /* 0: not given */
    uint64_t seed;
    bool seed_given, json, help;
    const char *data, *curve, *weights, *from;
};

/* A run, from the first epoch to the report. */
struct run {
    struct trained model;
    struct dataset data;
    struct output curve;
    struct score before, after;
    uint64_t first;       /* epochs done before the run */
    const char *diverged; /* what ran away, or NULL */
};

static int read_option(struct train_options *o, int option, char **argv)
{
    switch (option) {
    case 'a':
        return options_alpha("train", optarg, &o->alpha) ? STATUS_OK : STATUS_BAD;
    case 'e':
        return options_epochs("train", optarg, &o->epochs) ? STATUS_OK : STATUS_BAD;
    case 's':
        o->seed_given = true;
        return options_seed("train", optarg, &o->seed) ? STATUS_OK : STATUS_BAD;
    case 'd':
        o->data = optarg;
        return STATUS_OK;
    case 'o':
        o->curve = optarg;
        return STATUS_OK;
    case 'w':
        o->weights = optarg;
        return STATUS_OK;
    case 'f':
        o->from = optarg;
        return STATUS_OK;
    case 'j':
        o->json = true;
        return STATUS_OK;
    case 'h':
        o->help = true;
        return STATUS_OK;
    default:
        return options_unknown("train", option, argv);
    }
}

/* No result may be written over another file of the same run; only --weights over --from. */
static int check_files(const struct train_options *o)
{
    if (o->curve && o->weights && output_same(o->curve, o->weights))
        return message_usage("train", "--output and --weights name the same file");
    if (o->curve && o->data && output_over(o->curve, o->data))
        return message_usage("train", "--output would overwrite --data");
    if (o->curve && o->from && output_over(o->curve, o->from))
        return message_usage("train", "--output would overwrite --from");
    if (o->weights && o->data && output_over(o->weights, o->data))
        return message_usage("train", "--weights would overwrite --data");
    return STATUS_OK;
}

static int read_options(struct train_options *o, int argc, char **argv)
{
    static const struct option table[] = {
        {"alpha", required_argument, NULL, 'a'},  {"epochs", required_argument, NULL, 'e'},
        {"seed", required_argument, NULL, 's'},   {"data", required_argument, NULL, 'd'},
        {"output", required_argument, NULL, 'o'}, {"weights", required_argument, NULL, 'w'},
        {"from", required_argument, NULL, 'f'},   {"json", no_argument, NULL, 'j'},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0},
    };
    *o = (struct train_options){.seed = DEFAULT_SEED};
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", table, NULL)) != -1) {
        const int status = read_option(o, option, argv);
        if (status != STATUS_OK || o->help)
            return status;
    }
    if (!options_network("train", argv[optind], &o->network))
        return STATUS_BAD;
    if (optind + 1 < argc)
        return message_usage("train", "unexpected argument '%s'", quote(argv[optind + 1]).text);
    if (o->seed_given && o->from)
        return message_usage("train", "--seed and --from exclude each other: the seed is saved "
                                      "with the weights");
    if (o->epochs == 0)
        o->epochs = train_default_epochs(o->network);
    return check_files(o);
}

/* The model and the data, from files or new. */
static bool prepare(struct run *run, const struct train_options *o)
{
    struct trained *model = &run->model;
    if (o->from) {
        if (!weights_load(model, o->from, &o->network))
            return false;
        if (o->epochs > EPOCHS_DONE_MAX - model->epochs) {
            message_file(o->from,
                         "%" PRIu64 " epochs are done; with --epochs %" PRIu64
                         " there would be more than %" PRIu64,
                         model->epochs, o->epochs, EPOCHS_DONE_MAX);
            return false;
        }
        if (o->alpha > 0.0)
            model->alpha = o->alpha;
        if (!dataset_read(&run->data, model, o->data, true))
            return false;
    } else {
        model->network = o->network;
        model->seed = o->seed;
        model->alpha = o->alpha > 0.0 ? o->alpha : train_default_alpha(o->network);
        if (!dataset_read_new(&run->data, model, o->data))
            return false;
        train_begin(model);
    }
    run->first = model->epochs;
    return (!o->curve || output_possible(o->curve)) && (!o->weights || output_possible(o->weights));
}

static void add_to_curve(struct run *run)
{
    fprintf(run->curve.stream, "%" PRIu64 "\t%.9g\t%.9g\n", run->model.epochs, run->after.loss,
            train_quality(&run->model, &run->data, &run->after));
}

/* Trains until the epochs are done or something runs away. */
static void train_on(struct run *run, uint64_t epochs, size_t *order)
{
    struct progress progress = progress_begin("epoch");
    for (uint64_t n = 1; n <= epochs && !run->diverged; n++) {
        if (!train_epoch(&run->model, &run->data, order)) {
            run->diverged = "a weight passed";
            break;
        }
        const struct score score = train_score(&run->model, &run->data);
        if (!isfinite(score.loss)) {
            run->model.epochs--;
            run->diverged = "the loss passed";
            break;
        }
        run->after = score;
        add_to_curve(run);
        progress_show(&progress, n, epochs);
    }
    progress_end(&progress);
}

/* False after a message, if memory ran out. */
static bool train(struct run *run, const struct train_options *o)
{
    size_t *order = malloc(run->data.rows * sizeof *order);
    const bool ok = order ? output_begin(&run->curve, o->curve) : message_no_memory();
    if (ok) {
        fprintf(run->curve.stream, "epoch\tloss\t%s\n",
                run->model.network == REGRESSION ? "r_squared" : "accuracy");
        run->before = run->after = train_score(&run->model, &run->data);
        add_to_curve(run);
        train_on(run, o->epochs, order);
    }
    free(order);
    return ok;
}

static void say_diverged(const struct run *run, const struct train_options *o, bool written)
{
    message("diverged in epoch %" PRIu64 ": %s %g; try a smaller --alpha than %g; %s%s%s",
            run->model.epochs + 1, run->diverged, WEIGHT_MAX, run->model.alpha,
            written ? o->curve : "", written ? " has the curve so far; " : "",
            o->weights ? "the weights were not saved" : "there are no weights");
}

/* Writes the files that were asked for; of a run that diverged, the curve only. */
static bool write_files(struct run *run, const struct train_options *o)
{
    struct output weights = {.stream = NULL}, *outputs[2];
    size_t count = 0;
    bool ok = true;
    if (o->curve)
        outputs[count++] = &run->curve;
    if (o->weights && !run->diverged) {
        ok = output_begin(&weights, o->weights) && weights_print(&run->model, weights.stream);
        outputs[count++] = &weights;
    }
    ok = ok && output_write(outputs, count);
    output_discard(&weights);
    return ok;
}

/* Writes what was asked for and tells about the run. */
static int finish(struct run *run, const struct train_options *o)
{
    const bool to_stdout =
        (o->curve && strcmp(o->curve, "-") == 0) || (o->weights && strcmp(o->weights, "-") == 0);
    const struct train_report report = {&run->model, &run->data, run->before, run->after,
                                        run->first,  o->curve,   o->weights};
    FILE *to = to_stdout ? stderr : stdout;
    const bool written = write_files(run, o);
    if (run->diverged) {
        say_diverged(run, o, written && o->curve);
        return STATUS_DIVERGED;
    }
    if (!written)
        return STATUS_BAD;
    if (o->json)
        return train_report_json(&report, to) ? STATUS_OK : STATUS_BAD;
    train_report_text(&report, to);
    return STATUS_OK;
}

int command_train(int argc, char **argv)
{
    struct train_options o;
    struct run run = {.diverged = NULL};
    int status = read_options(&o, argc, argv);
    if (status != STATUS_OK)
        return status;
    if (o.help) {
        printf(help, train_default_alpha(REGRESSION), train_default_alpha(CLASSIFICATION),
               EPOCHS_MAX, train_default_epochs(REGRESSION), train_default_epochs(CLASSIFICATION),
               DEFAULT_SEED);
        return STATUS_OK;
    }
    status = prepare(&run, &o) && train(&run, &o) ? finish(&run, &o) : STATUS_BAD;
    output_discard(&run.curve);
    dataset_free(&run.data);
    return status;
}
