/* command_gradcheck.c: `backproof gradcheck`: every derivative of R4-R10 or C5-C13 at random points.
 * It looks for wrong formulas; that the formulas are right everywhere is for the proofs to say.
 */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>

#include "program/commands.h"
#include "gradcheck/gradcheck.h"
#include "program/json.h"
#include "base/message.h"
#include "program/options.h"
#include "gradcheck/table.h"

enum { POINTS_MAX = 1000000, EQUATIONS_MAX = 8 };

static const char help[] =
    "Usage: backproof gradcheck regression|classification [OPTION ...]\n"
    "\n"
    "Compares every derivative in the code, for every weight and every intermediate quantity, "
    "with\n"
    "a central difference of the code's own loss (step 1e-5) and with a complex step (step 1e-30)\n"
    "of the homework's formulas. Inputs, weights and targets are drawn at random, away from 0,\n"
    "because wrong formulas hide at 0 and where weights are equal.\n"
    "\n"
    "Options:\n"
    "  --points N   how many points to draw, 1 to 1000000. Default: 1000\n"
    "  --seed S     which points, a whole number from 0. Default: 1\n"
    "  --json       the same as one JSON object, with all digits of its numbers\n"
    "  --help       this text\n"
    "\n"
    "Prints a line for each equation: how many values were compared and the worst relative error\n"
    "against either; 1e-6 and 1e-10 are allowed, values below 0.01 are held to that times 0.01.\n"
    "If an equation is wrong, the whole table of its worst point follows, bad rows marked '!'.\n"
    "The JSON has network, points, seed (a string of digits, since it may have 64 bits); step and\n"
    "tolerance (central_difference, complex_step; tolerance also floor, the 0.01 above); ok; and\n"
    "equations, each with label, derivative, compared, worst_relative_error (central_difference,\n"
    "complex_step), ok and, if that is false, worst_point: its number, and entries with "
    "derivative,\n"
    "code, central_difference and complex_step (value, absolute_error, relative_error) and ok. "
    "What\n"
    "is not a finite number is null.\n"
    "Exit status: 0 all equations are right, 1 one is wrong, 2 bad usage.\n"
    "\n"
    "Example:\n"
    "  backproof gradcheck regression --points 5000 --seed 7\n";

struct gradcheck_options {
    const struct gradcheck_network *network;
    uint64_t points, seed;
    bool json, help;
};

static int read_options(struct gradcheck_options *o, int argc, char **argv)
{
    static const struct option table[] = {
        {"points", required_argument, NULL, 'p'},
        {"seed", required_argument, NULL, 's'},
        {"json", no_argument, NULL, 'j'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    enum network network;
    int option;
    *o = (struct gradcheck_options){.points = 1000, .seed = 1};
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", table, NULL)) != -1) {
        if (option == 'p') {
            if (!options_whole(optarg, &o->points) || o->points < 1 || o->points > POINTS_MAX)
                return message_usage("gradcheck",
                                     "--points wants a whole number from 1 to %d, not '%s'",
                                     POINTS_MAX, quote(optarg).text);
        } else if (option == 's') {
            if (!options_seed("gradcheck", optarg, &o->seed))
                return STATUS_BAD;
        } else if (option != 'j' && option != 'h') {
            return options_unknown("gradcheck", option, argv);
        }
        o->json = o->json || option == 'j';
        o->help = o->help || option == 'h';
    }
    if (o->help)
        return STATUS_OK;
    if (!options_network("gradcheck", argv[optind], &network))
        return STATUS_BAD;
    if (optind + 1 < argc)
        return message_usage("gradcheck", "unexpected argument '%s'", quote(argv[optind + 1]).text);
    o->network = network == REGRESSION ? &gradcheck_regression : &gradcheck_classification;
    return STATUS_OK;
}

static bool print_json(const struct gradcheck_options *o, const struct gradcheck_result *result,
                       bool ok)
{
    return json_write(
        json_pack("{s:s, s:I, s:o, s:{s:o, s:o}, s:{s:o, s:o, s:o}, s:b, s:o}", "network",
                  o->network->name, "points", (json_int_t)o->points, "seed", json_whole(o->seed),
                  "step", "central_difference", json_double(GRADCHECK_CENTRAL_STEP), "complex_step",
                  json_double(GRADCHECK_COMPLEX_STEP), "tolerance", "central_difference",
                  json_double(GRADCHECK_CENTRAL_TOLERANCE), "complex_step",
                  json_double(GRADCHECK_COMPLEX_TOLERANCE), "floor", json_double(GRADCHECK_FLOOR),
                  "ok", ok, "equations", table_json(result, o->network->equations)),
        stdout);
}

static void print_text(const struct gradcheck_options *o, const struct gradcheck_result *result,
                       bool ok)
{
    printf("gradcheck %s: %" PRIu64 " random points, seed %" PRIu64 "\n", o->network->name,
           o->points, o->seed);
    table_lines(result, o->network->equations, stdout);
    for (int e = 0; e < o->network->equations; e++)
        if (!gradcheck_ok(&result[e])) {
            printf("\n");
            table_whole(&result[e], stdout);
        }
    if (ok)
        printf("All derivatives agree.\n");
}

int command_gradcheck(int argc, char **argv)
{
    struct gradcheck_options o;
    struct gradcheck_result result[EQUATIONS_MAX];
    const int status = read_options(&o, argc, argv);
    if (status != STATUS_OK)
        return status;
    if (o.help) {
        fputs(help, stdout);
        return STATUS_OK;
    }
    const bool ok = gradcheck_run(o.network, o.points, o.seed, result);
    if (!o.json)
        print_text(&o, result, ok);
    else if (!print_json(&o, result, ok))
        return STATUS_BAD;
    return ok ? STATUS_OK : STATUS_FAILED;
}
