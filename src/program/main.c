/* main.c: backproof, a program that checks, trains and uses the two networks: picks the sub-command. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "program/commands.h"
#include "base/message.h"
#include "program/output.h"
#include "base/version.h"

static const char help[] =
    "Usage: backproof COMMAND ...\n"
    "\n"
    "Back-propagation in two small networks, equation by equation.\n"
    "\n"
    "Commands:\n"
    "  check       read a derivation and judge every equation in it\n"
    "  gradcheck   compare every derivative in the code with numerical ones\n"
    "  train       train a network on data and report how well it fits\n"
    "  predict     use a trained network on data\n"
    "\n"
    "Options:\n"
    "  --help      this text; 'backproof COMMAND --help' tells more of a command\n"
    "  --version   the version\n"
    "\n"
    "Exit status: 0 all is well, 1 a check found a difference, 2 bad input or usage or a result\n"
    "that could not be written, 3 the training diverged.\n"
    "\n"
    "Example:\n"
    "  backproof train regression\n"
    "trains on the tree data that the program brings along.\n";

/* If a standard stream is closed, the next file opened would take its place. */
static void fill_standard_streams(void)
{
    for (int file = 0; file <= 2; file++)
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0)
            return;
}

static int run(int argc, char **argv)
{
    static const struct {
        const char *name;
        int (*run)(int argc, char **argv);
    } commands[] = {
        {"check", command_check},
        {"gradcheck", command_gradcheck},
        {"train", command_train},
        {"predict", command_predict},
    };
    if (argc < 2)
        return message_usage(NULL, "expected a command: check, gradcheck, train or predict");
    for (size_t n = 0; n < sizeof commands / sizeof *commands; n++)
        if (strcmp(argv[1], commands[n].name) == 0)
            return commands[n].run(argc - 1, argv + 1);
    if (strcmp(argv[1], "--help") == 0)
        fputs(help, stdout);
    else if (strcmp(argv[1], "--version") == 0)
        puts("backproof " BACKPROOF_VERSION);
    else
        return message_usage(NULL, "unknown %s '%s'", *argv[1] == '-' ? "option" : "command",
                             quote(argv[1]).text);
    return STATUS_OK;
}

int main(int argc, char **argv)
{
    fill_standard_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is then an error like any other */
    const int status = run(argc, argv);
    return output_flush_stdout() || status != STATUS_OK ? status : STATUS_BAD;
}
