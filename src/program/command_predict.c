/* command_predict.c: `backproof predict`: a saved network applied to the rows of a CSV (R2, C3).
 * The score at the end is of these rows only, which may be the training data or not.
 */
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "program/commands.h"
#include "base/message.h"
#include "program/options.h"
#include "program/output.h"
#include "program/train.h"
#include "program/weights.h"

static const char help[] =
    "Usage: backproof predict --weights FILE [OPTION ...]\n"
    "\n"
    "Applies a network saved by 'backproof train --weights FILE' to every row of a CSV.\n"
    "\n"
    "Options:\n"
    "  --weights FILE   the saved network\n"
    "  --data FILE      a CSV with a line of column names, among them those of the features that\n"
    "                   the network was trained on; others are ignored; '-' is standard input.\n"
    "                   Default: the data of the program, trees or iris\n"
    "  --output FILE    where the table goes; '-', the default, is standard output\n"
    "  --help           this text\n"
    "\n"
    "The table has tab-separated columns: the features; 'measured', if the CSV has the target\n"
    "too (NA where it is NA or empty); 'predicted', a number in the target's own unit or a\n"
    "class; and for classes the three probabilities 'P(class)'. R^2 or the accuracy, on the rows\n"
    "whose target is known, is said on standard error.\n"
    "\n"
    "Example:\n"
    "  backproof train regression --weights trees.weights\n"
    "  backproof predict --weights trees.weights --output trees.tsv\n";

struct predict_options {
    const char *weights, *data, *table;
    bool help;
};

static int read_options(struct predict_options *o, int argc, char **argv)
{
    static const struct option table[] = {
        {"weights", required_argument, NULL, 'w'},
        {"data", required_argument, NULL, 'd'},
        {"output", required_argument, NULL, 'o'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    *o = (struct predict_options){.table = "-"};
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", table, NULL)) != -1) {
        if (option == 'w')
            o->weights = optarg;
        else if (option == 'd')
            o->data = optarg;
        else if (option == 'o')
            o->table = optarg;
        else if (option != 'h')
            return options_unknown("predict", option, argv);
        o->help = o->help || option == 'h';
    }
    if (o->help)
        return STATUS_OK;
    if (optind < argc)
        return message_usage("predict", "unexpected argument '%s'", quote(argv[optind]).text);
    if (!o->weights)
        return message_usage("predict", "--weights FILE is missing");
    if (output_over(o->table, o->weights) || (o->data && output_over(o->table, o->data)))
        return message_usage("predict", "--output would overwrite %s",
                             output_over(o->table, o->weights) ? "--weights" : "--data");
    return STATUS_OK;
}

static void print_head(const struct trained *model, const struct dataset *data, FILE *to)
{
    fprintf(to, "%s\t%s%s\tpredicted", model->name[0], model->name[1],
            data->measured ? "\tmeasured" : "");
    for (int k = 0; k < model->classes; k++)
        fprintf(to, "\tP(%s)", model->class_name[k]);
    fprintf(to, "\n");
}

static void print_row(struct trained *model, const struct dataset *data,
                      const struct observation *row, FILE *to)
{
    double O[3];
    fprintf(to, "%.15g\t%.15g\t", row->raw[0], row->raw[1]);
    if (model->network == REGRESSION) {
        if (row->measured)
            fprintf(to, "%.15g\t", row->raw[2]);
        else if (data->measured)
            fprintf(to, "NA\t");
        fprintf(to, "%.9g\n", trained_predict(model, row->I));
        return;
    }
    const int predicted = trained_classify(model, row->I, O);
    if (data->measured)
        fprintf(to, "%s\t", row->measured ? model->class_name[row->class] : "NA");
    fprintf(to, "%s\t%.9g\t%.9g\t%.9g\n", model->class_name[predicted], O[0], O[1], O[2]);
}

static void report(struct trained *model, const struct dataset *data)
{
    const struct score score = train_score(model, data);
    if (model->network == CLASSIFICATION)
        fprintf(stderr, "accuracy %zu of %zu = %.1f %% on %s\n", score.right, data->rows,
                100.0 * (double)score.right / (double)data->rows, data->name);
    else if (isnan(score.r_squared))
        fprintf(stderr, "R^2 is not defined on %s: the target is constant\n", data->name);
    else
        fprintf(stderr, "R^2 %.4f on %s, %zu rows\n", score.r_squared, data->name, data->rows);
}

static int predict(struct trained *model, struct dataset *data, const char *path)
{
    struct output table;
    struct output *const outputs[] = {&table};
    bool ok = output_begin(&table, path);
    if (ok) {
        print_head(model, data, table.stream);
        for (size_t r = 0; r < data->rows; r++)
            print_row(model, data, &data->row[r], table.stream);
        ok = output_write(outputs, 1);
    }
    output_discard(&table);
    dataset_keep_measured(data);
    if (ok && data->rows > 0)
        report(model, data);
    return ok ? STATUS_OK : STATUS_BAD;
}

int command_predict(int argc, char **argv)
{
    struct predict_options o;
    struct trained model;
    struct dataset data = {.row = NULL};
    int status = read_options(&o, argc, argv);
    if (status != STATUS_OK)
        return status;
    if (o.help) {
        fputs(help, stdout);
        return STATUS_OK;
    }
    status = STATUS_BAD;
    if (weights_load(&model, o.weights, NULL) && dataset_read(&data, &model, o.data, false))
        status = predict(&model, &data, o.table);
    dataset_free(&data);
    return status;
}
