/* options.c: strict readings of numbers from the command line. */
#include "program/options.h"

#include <inttypes.h>
#include <string.h>
#include <getopt.h>

#include "program/csv.h"
#include "base/message.h"

bool options_whole(const char *text, uint64_t *value)
{
    *value = 0;
    if (*text == '\0')
        return false;
    for (; *text; text++) {
        const unsigned digit = (unsigned)(*text - '0');
        if (digit > 9 || *value > (UINT64_MAX - digit) / 10)
            return false;
        *value = 10 * *value + digit;
    }
    return true;
}

bool options_alpha(const char *command, const char *text, double *alpha)
{
    if (!csv_parse_number(text, alpha) && *alpha >= ALPHA_MIN && *alpha <= ALPHA_MAX)
        return true;
    message_usage(command, "--alpha wants a finite number above 0, not '%s'", quote(text).text);
    return false;
}

bool options_epochs(const char *command, const char *text, uint64_t *epochs)
{
    if (options_whole(text, epochs) && *epochs >= 1 && *epochs <= EPOCHS_MAX)
        return true;
    message_usage(command, "--epochs wants a whole number from 1 to %d, not '%s'", EPOCHS_MAX,
                  quote(text).text);
    return false;
}

bool options_seed(const char *command, const char *text, uint64_t *seed)
{
    if (options_whole(text, seed))
        return true;
    message_usage(command, "--seed wants a whole number from 0 to %" PRIu64 ", not '%s'",
                  UINT64_MAX, quote(text).text);
    return false;
}

bool options_network(const char *command, const char *text, enum network *network)
{
    for (*network = REGRESSION; *network <= CLASSIFICATION; ++*network)
        if (text && strcmp(text, network_name(*network)) == 0)
            return true;
    if (text)
        message_usage(command, "expected regression or classification, found '%s'",
                      quote(text).text);
    else
        message_usage(command, "expected regression or classification");
    return false;
}

int options_unknown(const char *command, int returned, char **argv)
{
    const char *given = argv[optind - 1];
    if (returned == ':')
        return message_usage(command, "option '%s' wants a value", quote(given).text);
    if (strncmp(given, "--", 2) != 0 && optopt)
        return message_usage(command, "unknown option '-%c'", optopt);
    if (optopt)
        return message_usage(command, "option '%s' takes no value", quote(given).text);
    return message_usage(command, "unknown option '%s'", quote(given).text);
}
