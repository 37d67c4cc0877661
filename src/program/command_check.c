/* command_check.c: `backproof check`: reads derivations and judges every equation in them. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "check/batch.h"
#include "check/certificate/certificate.h"
#include "check/dump.h"
#include "check/reporting/report.h"
#include "check/reporting/report_result.h"
#include "program/commands.h"
#include "program/options.h"

static const char help[] =
    "Usage: backproof check [OPTION ...] FILE ...\n"
    "\n"
    "Reads derivations as they were written (Markdown, LaTeX or plain text; - is standard input)\n"
    "and judges every equation in them. A file brings its own network: what stands on the left of\n"
    "an equation for the first time is defined by it, what is never defined is a free variable,\n"
    "and the sums say which values an index takes. Nothing is known beforehand but the usual\n"
    "functions and that an undefined sigma is the logistic function.\n"
    "\n"
    "Verdicts:\n"
    "  definition   it introduces a symbol\n"
    "  right        both sides agree at every point that was drawn\n"
    "  right-if     they agree only if something is assumed, which is named\n"
    "  wrong        they differ at the point that is printed; that is certain, for all values are\n"
    "               computed with bounds of their error\n"
    "  unsure       they differ as read, but the reading is not certain: what would settle it\n"
    "  unread       it could not be read or judged, and why\n"
    "  assumption   it is taken for granted from there on\n"
    "\n"
    "Options:\n"
    "  --format F       text (default), json, junit, sarif, gradescope or gcc (a line for each\n"
    "                   equation to look at, as compilers write them, for editors)\n"
    "  --json           the same as --format json\n"
    "  --brief          no counter-examples, and no lines that only follow from a wrong one\n"
    "  --show-answers   tell the right side where it is known\n"
    "  --hide-answers   do not (default)\n"
    "  --seed S         draw other points, a whole number from 0. Default: 1\n"
    "  --prove          prove each verdict in Coq: a theorem for each right line, a refutation for "
    "each\n"
    "                   wrong one (needs coqc and Coquelicot; some seconds a document)\n"
    "  --output FILE.v  with --prove: write the theorems and their proofs to this file\n"
    "  --self-contained with --prove: with the library in it, so that it needs nothing of "
    "backproof\n"
    "  --dump STAGE     show what is inside: tokens, tree (as written), model (as understood) or\n"
    "                   verdicts, one a line; of one file, for those who extend the checker\n"
    "  --help           this text\n"
    "\n"
    "Files are at most 1 MiB. A sum has at most 5000 terms, a formula at most 400 levels and "
    "20000\n"
    "signs; what takes more than 3 million steps is not judged.\n"
    "Colours are used on a terminal only, and not if NO_COLOR is set.\n"
    "Exit status: 0 every equation is right or right-if, 1 one is wrong, 2 none is wrong but one\n"
    "is unsure or unread, or a file could not be opened, or nothing in it could be judged, or bad\n"
    "usage, or coqc is missing; 3 Coq proves the opposite of a verdict (please report that).\n"
    "\n"
    "Example:\n"
    "  backproof check homework.md\n";

struct check_options {
    enum report_format format;
    struct report_options report;
    uint64_t seed;
    bool prove;
    struct certificate_options certificate;
    bool dump;
    enum dump_stage stage;
    bool help;
};

static void read_proof_option(struct check_options *o, int option)
{
    o->prove = o->prove || option == 'p';
    o->certificate.self_contained = o->certificate.self_contained || option == 'c';
    if (option == 'o')
        o->certificate.output = optarg;
}

static int read_options(struct check_options *o, int argc, char **argv)
{
    static const struct option table[] = {
        {"format", required_argument, NULL, 'f'}, {"json", no_argument, NULL, 'j'},
        {"show-answers", no_argument, NULL, 'a'}, {"hide-answers", no_argument, NULL, 'A'},
        {"seed", required_argument, NULL, 's'},   {"dump", required_argument, NULL, 'd'},
        {"brief", no_argument, NULL, 'b'},        {"prove", no_argument, NULL, 'p'},
        {"output", required_argument, NULL, 'o'}, {"self-contained", no_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},         {NULL, 0, NULL, 0},
    };
    int option;
    *o = (struct check_options){.format = REPORT_TEXT, .seed = 1};
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", table, NULL)) != -1) {
        if (option == 'f' && !report_format_named(optarg, &o->format))
            return message_usage(
                "check", "--format wants text, json, junit, sarif, gradescope or gcc, not '%s'",
                quote(optarg).text);
        if (option == 'd' && !dump_stage_named(optarg, &o->stage))
            return message_usage("check", "--dump wants tokens, tree, model or verdicts, not '%s'",
                                 quote(optarg).text);
        if (option == 's' && !options_seed("check", optarg, &o->seed))
            return STATUS_BAD;
        if (!strchr("fjaAsdbhpoc", option))
            return options_unknown("check", option, argv);
        if (option == 'j')
            o->format = REPORT_JSON;
        if (option == 'a' || option == 'A')
            o->report.show_answers = option == 'a';
        o->report.brief = o->report.brief || option == 'b';
        o->dump = o->dump || option == 'd';
        o->help = o->help || option == 'h';
        read_proof_option(o, option);
    }
    if (!o->help && optind == argc)
        return message_usage("check", "expected a file");
    if (!o->help && o->dump && optind + 1 < argc)
        return message_usage("check", "--dump takes one file");
    if (!o->help && (o->certificate.output || o->certificate.self_contained) && !o->prove)
        return message_usage("check", "--output and --self-contained go with --prove");
    if (!o->help && o->certificate.output && optind + 1 < argc)
        return message_usage("check", "--output takes one file");
    if (!o->help && o->dump && o->prove)
        return message_usage("check", "--dump does not go with --prove");
    return STATUS_OK;
}

static json_int_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

/* Says why nothing could be proved; true if Coq proves the opposite of a verdict. */
static bool judge_certificate(const char *name, const json_t *certificate, bool *bad)
{
    const char *trouble = report_string(certificate, "trouble");
    const char *unwritten = report_string(certificate, "unwritten");
    const bool disagrees = number(certificate, "disagrees") > 0;
    if (trouble)
        message_file(name, "not proved: %s", trouble);
    if (unwritten)
        message_file(name, "%s", unwritten);
    if (disagrees)
        message_file(name, "Coq proves the opposite of a verdict, which is a mistake of this "
                           "program: please report this document");
    *bad = *bad || trouble || unwritten;
    return disagrees;
}

/* Says what is wrong with the files as such; returns the exit status. */
static int judge_files(const json_t *result)
{
    bool wrong = false, bad = false, disagrees = false;
    size_t n;
    json_t *file;
    json_array_foreach(json_object_get(result, "files"), n, file)
    {
        const char *name = json_string_value(json_object_get(file, "file"));
        const char *error = report_error(file);
        const json_t *summary = json_object_get(file, "summary");
        const json_int_t judged =
            number(summary, "right") + number(summary, "right-if") + number(summary, "wrong");
        if (error && number(file, "error_line"))
            message_at(name, (size_t)number(file, "error_line"),
                       (size_t)number(file, "error_column"), "%s", error);
        else if (error)
            message_file(name, "%s", error);
        else if (judged == 0)
            message_file(name, "nothing in it could be judged");
        disagrees =
            judge_certificate(name, json_object_get(file, "certificate"), &bad) || disagrees;
        wrong = wrong || number(summary, "wrong") > 0;
        bad = bad || judged == 0 || number(summary, "unsure") > 0 || number(summary, "unread") > 0;
    }
    if (disagrees)
        return STATUS_DISAGREES;
    return wrong ? STATUS_FAILED : bad ? STATUS_BAD : STATUS_OK;
}

int command_check(int argc, char **argv)
{
    struct check_options o;
    const int status = read_options(&o, argc, argv);
    if (status != STATUS_OK)
        return status;
    if (o.help) {
        fputs(help, stdout);
        return STATUS_OK;
    }
    if (o.dump)
        return dump(stdout, argv[optind], o.stage, o.seed) ? STATUS_OK : STATUS_BAD;
    const char *no_color = getenv("NO_COLOR");
    o.report.colour = isatty(STDOUT_FILENO) && !(no_color && *no_color);
    json_t *result = batch_check(argv + optind, (size_t)(argc - optind), o.seed,
                                 o.prove ? &o.certificate : NULL);
    report_write(stdout, result, o.format, &o.report);
    fflush(stdout);
    const int verdict = judge_files(result);
    json_decref(result);
    return verdict;
}
