/* command_train.c: `backproof train`: options, the run over the epochs, the report.
 * What is reported is measured on the training data: it says nothing about new data.
 */
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "box.h"
#include "commands.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "progress.h"
#include "train.h"
#include "weights.h"

static const char help[] =
    "Usage: backproof train regression|classification [OPTION ...]\n"
    "\n"
    "Trains a network by online gradient descent: after every row of the data each weight moves\n"
    "by -alpha times the derivative of the loss. regression: 3-4-1, a linear output, squared\n"
    "error (R1-R11). classification: 3-4-3, softmax, cross-entropy (C1-C14).\n"
    "\n"
    "Options:\n"
    "  --data FILE      a CSV with a line of column names; its last three columns are two\n"
    "                   features and the target: a number, or one of three class names.\n"
    "                   Default: the data of the program, trees or iris\n"
    "  --alpha A        learning rate, above 0. Default: %g (regression), %g (classification)\n"
    "  --epochs N       how often to go through the data, 1 to %d. Default: %d and %d\n"
    "  --seed S         draws the first weights and the order of the rows, 0 to 2^64 - 1.\n"
    "                   Default: %d\n"
    "  --output FILE    writes the learning curve as tab-separated columns: epoch, loss, and\n"
    "                   r_squared or accuracy; epoch 0 is before the training. '-' is standard\n"
    "                   output (the report then goes to standard error)\n"
    "  --weights FILE   saves the trained weights, with all that is needed to use them\n"
    "  --from FILE      trains saved weights further, exactly as one longer run would have;\n"
    "                   seed, means, scales and classes come from the file, and alpha unless it\n"
    "                   is given; columns are found by their names\n"
    "  --help           this text\n"
    "\n"
    "The line 'rounding' says whether the data and the weights at the end are in the box of\n"
    "numbers for which the rounding of a step is proved (src/rounding.h); weights on the way\n"
    "are not looked at.\n\n"
    "Features and regression's target are standardised: less their mean, divided by their\n"
    "population standard deviation. Files are written whole or not at all. If a weight runs\n"
    "away, the training stops with exit status 3, keeps the curve and saves no weights.\n"
    "\n"
    "Example:\n"
    "  backproof train classification --epochs 100 --output curve.tsv --weights iris.weights\n";

enum { DEFAULT_EPOCHS_REGRESSION = 1000, DEFAULT_EPOCHS_CLASSIFICATION = 5000, DEFAULT_SEED = 1 };

static const double default_alpha[] = {[REGRESSION] = 0.02, [CLASSIFICATION] = 0.1};
static const uint64_t default_epochs[] = {
    [REGRESSION] = DEFAULT_EPOCHS_REGRESSION, [CLASSIFICATION] = DEFAULT_EPOCHS_CLASSIFICATION};

struct train_options {
    enum network network;
    double alpha;    /* 0: not given */
    uint64_t epochs; /* 0: not given */
    uint64_t seed;
    bool seed_given, help;
    const char *data, *curve, *weights, *from;
};

/* A run, from the first epoch to the report. */
struct run {
    struct model model;
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
    if (o->curve && o->data && output_same(o->curve, o->data))
        return message_usage("train", "--output would overwrite --data");
    if (o->curve && o->from && output_same(o->curve, o->from))
        return message_usage("train", "--output would overwrite --from");
    if (o->weights && o->data && output_same(o->weights, o->data))
        return message_usage("train", "--weights would overwrite --data");
    return STATUS_OK;
}

static int read_options(struct train_options *o, int argc, char **argv)
{
    static const struct option table[] = {
        {"alpha", required_argument, NULL, 'a'},
        {"epochs", required_argument, NULL, 'e'},
        {"seed", required_argument, NULL, 's'},
        {"data", required_argument, NULL, 'd'},
        {"output", required_argument, NULL, 'o'},
        {"weights", required_argument, NULL, 'w'},
        {"from", required_argument, NULL, 'f'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
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
        o->epochs = default_epochs[o->network];
    return check_files(o);
}

/* The model and the data, from files or new. */
static bool prepare(struct run *run, const struct train_options *o)
{
    struct model *model = &run->model;
    if (o->from) {
        if (!weights_load(model, o->from))
            return false;
        if (model->network != o->network) {
            message_at(o->from, 2, sizeof "network\t", "these are weights of %s, not of %s",
                       network_name(model->network), network_name(o->network));
            return false;
        }
        if (o->alpha > 0.0)
            model->alpha = o->alpha;
        if (!dataset_read(&run->data, model, o->data, true))
            return false;
    } else {
        model->network = o->network;
        model->seed = o->seed;
        model->alpha = o->alpha > 0.0 ? o->alpha : default_alpha[o->network];
        if (!dataset_read_new(&run->data, model, o->data))
            return false;
        train_begin(model);
    }
    run->first = model->epochs;
    return (!o->curve || output_possible(o->curve)) && (!o->weights || output_possible(o->weights));
}

static double score_value(const struct run *run, const struct score *score)
{
    if (run->model.network == REGRESSION)
        return score->r_squared;
    return (double)score->right / (double)run->data.rows;
}

static void add_to_curve(struct run *run)
{
    fprintf(run->curve.stream, "%" PRIu64 "\t%.9g\t%.9g\n", run->model.epochs, run->after.loss,
            score_value(run, &run->after));
}

/* Trains until the epochs are done or something runs away. */
static void train_on(struct run *run, uint64_t epochs, size_t *order)
{
    struct progress progress = progress_begin();
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
static bool train(struct run *run, uint64_t epochs)
{
    size_t *order = malloc(run->data.rows * sizeof *order);
    const bool ok = order ? output_begin(&run->curve) : message_no_memory();
    if (ok) {
        fprintf(run->curve.stream, "epoch\tloss\t%s\n",
                run->model.network == REGRESSION ? "r_squared" : "accuracy");
        run->before = run->after = train_score(&run->model, &run->data);
        add_to_curve(run);
        train_on(run, epochs, order);
    }
    free(order);
    return ok;
}

static void report_columns(const struct model *model, FILE *to)
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
static void report_box(const struct run *run, FILE *to)
{
    const struct box_use use = box_use(&run->model, &run->data);
    if (use.share <= 1.0)
        fprintf(to,
                "%-10s inside the box of the proofs: |%s| comes nearest, %.0f %% of its bound\n",
                "rounding", use.what, 100.0 * use.share);
    else
        fprintf(to, "%-10s not proved here: |%s| is %.3g times the bound of the box\n", "rounding",
                use.what, use.share);
}

static void report(const struct run *run, const struct train_options *o, FILE *to)
{
    const struct model *model = &run->model;
    const bool regression = model->network == REGRESSION;
    fprintf(to, "%-10s %s, %zu rows\n", "data", run->data.name, run->data.rows);
    report_columns(model, to);
    fprintf(to, "%-10s epochs %" PRIu64 " to %" PRIu64 ", alpha %.6g, seed %" PRIu64 "\n",
            "training", run->first + 1, model->epochs, model->alpha, model->seed);
    fprintf(to, "%-10s %.6g before, %.6g after (%s)\n", "loss", run->before.loss, run->after.loss,
            regression ? "mean squared error of the standardised target" : "mean cross-entropy");
    if (regression)
        fprintf(to, "%-10s %.4f", "R^2", run->after.r_squared);
    else
        fprintf(to, "%-10s %zu of %zu = %.1f %%", "accuracy", run->after.right, run->data.rows,
                100.0 * score_value(run, &run->after));
    fprintf(to, ", measured on the training data\n");
    report_box(run, to);
    if (run->after.loss > run->before.loss)
        fprintf(to, "%-10s the loss has grown: try a smaller --alpha\n", "note");
    if (o->curve)
        fprintf(to, "%-10s %s\n", "curve", o->curve);
    if (o->weights)
        fprintf(to, "%-10s %s\n", "weights", o->weights);
}

static void say_diverged(const struct run *run, const struct train_options *o, bool written)
{
    message("diverged in epoch %" PRIu64 ": %s %g; try a smaller --alpha than %g; %s%s%s",
            run->model.epochs + 1, run->diverged, WEIGHT_MAX, run->model.alpha,
            written ? o->curve : "", written ? " has the curve so far; " : "",
            o->weights ? "the weights were not saved" : "there are no weights");
}

/* Writes what was asked for and tells about the run. */
static int finish(struct run *run, const struct train_options *o)
{
    const bool to_stdout =
        (o->curve && strcmp(o->curve, "-") == 0) || (o->weights && strcmp(o->weights, "-") == 0);
    bool ok = run->diverged || !o->weights || weights_save(&run->model, o->weights);
    const bool written = o->curve && output_write(&run->curve, o->curve);
    ok = ok && (written || !o->curve);
    if (run->diverged) {
        say_diverged(run, o, written);
        return STATUS_DIVERGED;
    }
    if (ok)
        report(run, o, to_stdout ? stderr : stdout);
    return ok ? STATUS_OK : STATUS_BAD;
}

int command_train(int argc, char **argv)
{
    struct train_options o;
    struct run run = {.diverged = NULL};
    int status = read_options(&o, argc, argv);
    if (status != STATUS_OK)
        return status;
    if (o.help) {
        printf(help, default_alpha[REGRESSION], default_alpha[CLASSIFICATION], EPOCHS_MAX,
               DEFAULT_EPOCHS_REGRESSION, DEFAULT_EPOCHS_CLASSIFICATION, DEFAULT_SEED);
        return STATUS_OK;
    }
    status = prepare(&run, &o) && train(&run, o.epochs) ? finish(&run, &o) : STATUS_BAD;
    output_discard(&run.curve);
    dataset_free(&run.data);
    return status;
}
